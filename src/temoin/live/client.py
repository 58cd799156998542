"""An HTTP client with manners: spaced requests, patient retries, a limit on size, and no stranger's host."""

import datetime as dt
import json
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self, TypeVar

import httpx

from temoin import __version__
from temoin.errors import InputError, LiveError
from temoin.words import Words

USER_AGENT = f"temoin/{__version__}"
_MAY_PASS = frozenset({408, 425, 429, 500, 502, 503, 504})
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
_HOPS = 3
_MOST_WORDS = 200
Read_co = TypeVar("Read_co", covariant=True)


class PassingError(LiveError):
    """A failure that may pass: the client asks again, and raises it when its patience ends.

    Parameters
    ----------
    words : what went wrong
    after : seconds the server asks to wait; None where it asks nothing
    """

    def __init__(self, words: Words, after: float | None = None) -> None:
        super().__init__(words)
        self.after = after


@dataclass(frozen=True, slots=True)
class Manners:
    """How a client behaves towards a service that publishes no limit.

    Parameters
    ----------
    spacing : seconds from the start of one request to the start of the next, at least
    tries : times one request is made before its failure is told
    first_wait : seconds before the second try; each later wait is twice the one before
    longest_wait : seconds; a server that asks for more is not waited for
    timeout : seconds without a byte before a request is given up
    largest : bytes of a body once unpacked; a larger one is refused
    """

    spacing: float = 1.0
    tries: int = 5
    first_wait: float = 2.0
    longest_wait: float = 120.0
    timeout: float = 60.0
    largest: int = 64 << 20

    def waits(self) -> Iterator[float]:
        """Yield the seconds between one try and the next.

        Examples
        --------
        >>> list(Manners().waits())
        [2.0, 4.0, 8.0, 16.0]
        """
        for repeat in range(self.tries - 1):
            yield min(self.first_wait * 2**repeat, self.longest_wait)


@dataclass(frozen=True, slots=True)
class Clock:
    """The time of day in UTC, a stopwatch in seconds, and a way to wait: given, so that tests wait for nothing."""

    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    elapsed: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: the address that answered in the end, the unpacked bytes, when, and the HTTP status."""

    url: str
    body: bytes
    retrieved_at: dt.datetime
    status: int


class Client:
    """A client of one service; use it as a context manager.

    It verifies certificates, follows redirections only within the host it was given, takes gzip, and never sends
    anything but the request itself.

    Parameters
    ----------
    base_url : address of the service; ``http`` is only taken for this very machine
    transport : what carries requests, given by tests; None opens sockets
    clock : what tells the time and waits
    manners : spacing, retries and limits

    Raises
    ------
    InputError : the address is not an ``https`` one
    """

    def __init__(
        self,
        base_url: str,
        *,
        transport: httpx.BaseTransport | None = None,
        clock: Clock | None = None,
        manners: Manners | None = None,
    ) -> None:
        self.base_url = _safe(base_url)
        self.clock = clock or Clock()
        self.manners = manners or Manners()
        self._asked_at: float | None = None
        self._http = httpx.Client(
            transport=transport,
            timeout=self.manners.timeout,
            headers={"User-Agent": USER_AGENT, "Accept": "application/json", "Accept-Encoding": "gzip"},
            follow_redirects=False,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def get(self, path: str, parameters: Mapping[str, str | int], read: Callable[[Answer], Read_co]) -> Read_co:
        """Return what ``read`` makes of the answer, asking again while the failure may pass.

        Parameters
        ----------
        path : below the address of the service, without a leading slash
        parameters : query, sent in the order given
        read : raises ``PassingError`` for an answer that is worth asking again, ``LiveError`` for one that is not

        Raises
        ------
        LiveError : the service refused, is away, sends elsewhere, or answers too much
        """
        url = httpx.URL(f"{self.base_url}/{path}", params=dict(parameters))
        waits = self.manners.waits()
        while True:
            try:
                return read(self._follow(url))
            except PassingError as error:
                wait = next(waits, None)
                if wait is None:
                    raise LiveError(_tried(error.words, self.manners.tries)) from error
                self.clock.sleep(self._patience(url, wait, error))

    def _patience(self, url: httpx.URL, wait: float, error: PassingError) -> float:
        asked = error.after or 0.0
        if asked > self.manners.longest_wait:
            raise LiveError(
                Words(
                    f"{url.host} : le service demande d’attendre {asked:.0f} s ; réessayez plus tard",
                    f"{url.host}: the service asks to wait {asked:.0f} s; try again later",
                )
            ) from error
        return max(wait, asked)

    def _follow(self, url: httpx.URL) -> Answer:
        for _ in range(_HOPS + 1):
            found = self._once(url)
            if isinstance(found, Answer):
                return found
            if _origin(found) != _origin(url):
                raise LiveError(
                    Words(
                        f"{url.host} : le service renvoie vers un autre hôte ({found.host}), ce qui est refusé ; "
                        "vérifiez l’adresse du service",
                        f"{url.host}: the service redirects to another host ({found.host}), which is refused; "
                        "check the address of the service",
                    )
                )
            url = found
        raise LiveError(
            Words(
                f"{url.host} : trop de redirections ; réessayez plus tard",
                f"{url.host}: too many redirections; try again later",
            )
        )

    def _once(self, url: httpx.URL) -> Answer | httpx.URL:
        self._keep_spacing()
        try:
            with self._http.stream("GET", url) as response:
                if response.next_request is not None:
                    return response.next_request.url
                return self._taken(response)
        except (httpx.TransportError, httpx.DecodingError) as error:
            raise _cut(url, error) from error

    def _keep_spacing(self) -> None:
        if self._asked_at is not None:
            left = self._asked_at + self.manners.spacing - self.clock.elapsed()
            if left > 0:
                self.clock.sleep(left)
        self._asked_at = self.clock.elapsed()

    def _taken(self, response: httpx.Response) -> Answer:
        body = bytearray()
        for piece in response.iter_bytes():
            body += piece
            if len(body) > self.manners.largest:
                raise LiveError(
                    Words(
                        f"{response.url.host} : la réponse dépasse {self.manners.largest} octets ; "
                        "demandez une période plus courte",
                        f"{response.url.host}: the answer is larger than {self.manners.largest} bytes; "
                        "ask for a shorter period",
                    )
                )
        answer = Answer(str(response.url), bytes(body), self.clock.now(), response.status_code)
        if answer.status == httpx.codes.OK:
            return answer
        if answer.status in _MAY_PASS:
            raise PassingError(_refused(answer), _retry_after(response, answer.retrieved_at))
        raise LiveError(_refused(answer))


def said_by(body: bytes) -> str:
    """Return the server's own words about an error, on one line; empty where it gives none that a person can read.

    Examples
    --------
    >>> said_by(b'{"error": "invalid datasource", "data": null}')
    'invalid datasource'
    >>> said_by(b"<html>a whole page</html>")
    ''
    """
    text = body.decode("utf-8", "replace").strip()
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return "" if "<" in text else one_line(text)
    return one_line(str(value.get("error") or "")) if isinstance(value, dict) else ""


def one_line(text: str) -> str:
    """Return the first words of a stranger's text, on one line, without any sign that could steer a terminal.

    Examples
    --------
    >>> one_line("down\\x1b[2J\\n for now")
    'down [2J for now'
    """
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())[:_MOST_WORDS]


def _safe(base_url: str) -> str:
    try:
        url = httpx.URL(base_url)
    except httpx.InvalidURL:
        url = httpx.URL()
    if url.host and (url.scheme == "https" or (url.scheme == "http" and url.host in _LOOPBACK)):
        return base_url.rstrip("/")
    raise InputError(
        base_url,
        Words("adresse https attendue", "expected an https address"),
        Words("écrivez https://…", "write https://…"),
    )


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _refused(answer: Answer) -> Words:
    words = said_by(answer.body)
    host = httpx.URL(answer.url).host
    french, english = (f" (« {words} »)", f' ("{words}")') if words else ("", "")
    return Words(
        f"{host} : le service a répondu par le statut {answer.status}{french} ; "
        "vérifiez la demande ou réessayez plus tard",
        f"{host}: the service answered with status {answer.status}{english}; check the request or try again later",
    )


def _retry_after(response: httpx.Response, now: dt.datetime) -> float | None:
    text = response.headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=dt.UTC)
    return max(0.0, (moment - now).total_seconds())


def _cut(url: httpx.URL, error: httpx.RequestError) -> LiveError:
    if _mistrusted(error):
        return LiveError(
            Words(
                f"{url.host} : certificat refusé ; vérifiez l’heure de la machine et le réseau",
                f"{url.host}: the certificate was refused; check this machine's clock and the network",
            )
        )
    if isinstance(error, httpx.TimeoutException):
        return PassingError(
            Words(
                f"{url.host} : pas de réponse à temps ; réessayez plus tard",
                f"{url.host}: no answer in time; try again later",
            )
        )
    return PassingError(
        Words(
            f"{url.host} : connexion impossible ou rompue ; vérifiez le réseau",
            f"{url.host}: the connection failed or broke; check the network",
        )
    )


def _mistrusted(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _tried(words: Words, tries: int) -> Words:
    return Words(f"{words.fr} ({tries} essais)", f"{words.en} ({tries} tries)") if tries > 1 else words
