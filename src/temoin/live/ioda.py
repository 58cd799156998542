"""IODA, Internet Outage Detection and Analysis (Georgia Tech): raw signals of a country, a region or a network.

The service answers in one envelope, may put an error in it under status 200, serves nothing for some old windows, and
may average points over a longer step than the native one. Its limits of use are not published: one request a second.
The data are Georgia Tech Research Corporation's, all rights reserved: keep them in the case, do not republish them.
"""

import datetime as dt
import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal
from urllib.parse import urlencode

from temoin import __version__
from temoin.errors import InputError, LiveError
from temoin.live.client import Answer, Client, Clock, Manners, PassingError, one_line, said_by
from temoin.live.response import Link, Response
from temoin.period import UTC, Period, iso
from temoin.words import Words

API = "https://api.ioda.inetintel.cc.gatech.edu/v2"
DASHBOARD = "https://ioda.inetintel.cc.gatech.edu"
ADDRESS_VARIABLE = "TEMOIN_IODA_URL"
TOOL = f"temoin.live.ioda/1 (temoin {__version__})"
DEFAULTS: tuple[str, ...] = ()
LONGEST = dt.timedelta(days=28)
BEFORE = dt.timedelta(days=21)
AFTER = dt.timedelta(days=7)
_DAY = dt.timedelta(days=1)
_BRIEF = 5 * _DAY
_PLACE = re.compile(
    r"(?:country/)?(?P<country>[A-Z]{2})|(?:AS|asn/)(?P<asn>\d{1,10})|region/(?P<region>\d{1,10})", re.ASCII
)
_DATASOURCE = re.compile(r"[a-z0-9][a-z0-9-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Entity:
    """A place as the service names it: ``country`` KZ, ``asn`` 9198, ``region`` 4107."""

    type: Literal["country", "region", "asn"]
    code: str

    @property
    def path(self) -> str:
        """Type and code, as they stand in addresses."""
        return f"{self.type}/{self.code}"

    @property
    def name(self) -> str:
        """A name for files: ``KZ``, ``AS9198``, ``region-4107``."""
        return {"country": "", "asn": "AS", "region": "region-"}[self.type] + self.code


def client(base_url: str | None = None, *, clock: Clock | None = None, manners: Manners | None = None) -> Client:
    """Return a client of the service, at ``base_url``, else at what ``TEMOIN_IODA_URL`` says, else at its own address.

    Raises
    ------
    InputError : the address is not an ``https`` one
    """
    return Client(base_url or os.environ.get(ADDRESS_VARIABLE) or API, clock=clock, manners=manners)


def entity(place: str) -> Entity:
    """Return the place as the service names it.

    Raises
    ------
    InputError : neither a country, nor a network, nor a region's number

    Examples
    --------
    >>> entity("KZ").path, entity("AS9198").path, entity("region/4107").name
    ('country/KZ', 'asn/9198', 'region-4107')
    """
    match = _PLACE.fullmatch(place.strip())
    if match is None:
        raise InputError(
            place,
            Words("lieu inconnu d’IODA", "not a place that IODA knows"),
            Words(
                "écrivez KZ pour un pays, AS9198 pour un réseau, ou region/4107 avec le numéro que montre "
                "l’adresse du tableau de bord",
                "write KZ for a country, AS9198 for a network, or region/4107 with the number that the dashboard's "
                "address shows",
            ),
        )
    for kind in ("country", "asn", "region"):
        if code := match[kind]:
            return Entity(kind, code)
    raise AssertionError(place)


def windows(period: Period, longest: dt.timedelta = LONGEST) -> list[Period]:
    """Return the windows that are asked one by one: end to end, in order, cut at midnight UTC.

    A cut at midnight falls between two bins of every native step, so no bin is asked twice.

    Parameters
    ----------
    period : what is wanted
    longest : whole days, one at least

    Examples
    --------
    >>> month = Period(dt.datetime(2022, 1, 1, 6, tzinfo=UTC), dt.datetime(2022, 2, 1, tzinfo=UTC))
    >>> [f"{window.begin:%d %H} to {window.end:%d %H}" for window in windows(month)]
    ['01 06 to 29 00', '29 00 to 01 00']
    """
    cut = []
    begin, last = period.begin.astimezone(UTC), period.end.astimezone(UTC)
    while begin < last:
        end = min(_midnight(begin) + longest, last)
        cut.append(Period(begin, end))
        begin = end
    return cut


def fetch_signals(
    place: str, period: Period, *, client: Client, datasources: Sequence[str] = DEFAULTS
) -> Iterator[Response]:
    """Yield the service's responses for a place, window by window, as soon as each is received.

    Points are asked at their native step. Where the service answers with a longer one, its window is asked again in
    pieces short enough for what it gave, of a day at least; where that gains nothing, the averaged answer is given and
    says so. Every answer that is given is whole; one that pieces replace is not given. Windows that have not begun yet
    are not asked.

    Parameters
    ----------
    place : ``KZ``, ``AS9198`` or ``region/4107``
    period : what is wanted
    client : from ``client()``
    datasources : IODA's names, such as ``bgp``, ``ping-slash24``, ``merit-nt``, ``gtr``, one request each; none asks
        for everything the service has, in one request

    Raises
    ------
    InputError : no such place or data source, or a period that is empty or still to come
    LiveError : the service refused, is away, or answered something else than what its documentation says

    References
    ----------
    IODA API v2, https://api.ioda.inetintel.cc.gatech.edu/v2/
    """
    where = entity(place)
    for name in datasources:
        _require_datasource(name)
    now = client.clock.now()
    if period.begin == period.end or period.begin >= now:
        raise _still_to_come(period)
    return (
        response
        for window in windows(period)
        if window.begin < now
        for name in datasources or (None,)
        for response in _finest(partial(_ask, client, where, name), window)
    )


def incident_period(period: Period, now: dt.datetime) -> Period:
    """Return what to look at around an event: from 21 days before it to 7 days after, nothing later than now.

    Days are whole, in UTC: addresses of one event made in two zones are the same.

    An event of five days or less is looked at through one window of 28 days.

    Parameters
    ----------
    period : of the case, or of a known event
    now : the present, which cuts the end

    Raises
    ------
    InputError : the event is still to come

    Examples
    --------
    >>> event = Period(dt.datetime(2022, 1, 4, tzinfo=UTC), dt.datetime(2022, 1, 13, tzinfo=UTC))
    >>> seen = incident_period(event, dt.datetime(2030, 1, 1, tzinfo=UTC))
    >>> f"{seen.begin:%d %B} to {seen.end:%d %B}"
    '14 December to 20 January'
    """
    if period.begin >= now:
        raise _still_to_come(period)
    begin = _midnight(period.begin - BEFORE)
    one_window = period.end - period.begin <= _BRIEF
    return Period(begin, min(begin + LONGEST if one_window else _next_midnight(period.end + AFTER), now))


def whole_days(period: Period, now: dt.datetime) -> Period:
    """Return the whole UTC days that hold a period, nothing later than now unless the period is.

    Parameters
    ----------
    period : what is wanted, which a zone may begin at any hour
    now : the present, which no midnight to come goes beyond

    Examples
    --------
    >>> night = Period(dt.datetime(2022, 1, 3, 18, tzinfo=UTC), dt.datetime(2022, 1, 12, 18, tzinfo=UTC))
    >>> days_of(whole_days(night, dt.datetime(2030, 1, 1, tzinfo=UTC)))
    '2022-01-03/2022-01-12'
    """
    return Period(_midnight(period.begin), max(period.end, min(_next_midnight(period.end), now)))


def links(place: str, period: Period) -> list[Link]:
    """Return the addresses to open by hand: dashboard and API, 28 days at a time, the last ending with the period.

    Each window is whole: the last is stretched back to 28 days, for a baseline needs a past to learn from, and an
    export normalised to its own maximum has none but its own.

    Raises
    ------
    InputError : no such place

    Examples
    --------
    >>> week = Period(dt.datetime(2022, 1, 4, tzinfo=UTC), dt.datetime(2022, 1, 13, tzinfo=UTC))
    >>> links("KZ", week)[0].url
    'https://ioda.inetintel.cc.gatech.edu/country/KZ?from=1639612800&until=1642032000'
    """
    where = entity(place)
    found = []
    for window in windows(period):
        whole = Period(min(window.begin, _next_midnight(window.end - LONGEST)), window.end)
        query, days = urlencode(_bounds(whole)), days_of(whole)
        found += [
            Link(
                Words(f"Tableau de bord IODA (bouton CSV), {days}", f"IODA dashboard (CSV button), {days}"),
                f"{DASHBOARD}/{where.path}?{query}",
            ),
            Link(
                Words(f"Interface IODA (à enregistrer en .json), {days}", f"IODA API (save as .json), {days}"),
                f"{API}/signals/raw/{where.path}?{query}",
            ),
        ]
    return found


def _still_to_come(period: Period) -> InputError:
    return InputError(
        f"{iso(period.begin)} – {iso(period.end)}",
        Words("période passée attendue", "expected a period in the past"),
        Words("vérifiez --from et --to", "check --from and --to"),
    )


def days_of(window: Period) -> str:
    """Return the first and the last UTC day of a stretch, as ``2022-01-03/2022-01-12``."""
    last = window.end - dt.timedelta(microseconds=1)
    return f"{window.begin.astimezone(UTC):%Y-%m-%d}/{last.astimezone(UTC):%Y-%m-%d}"


def _midnight(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def _next_midnight(moment: dt.datetime) -> dt.datetime:
    before = _midnight(moment)
    return before if before == moment else before + _DAY


def _bounds(window: Period) -> dict[str, int]:
    return {"from": int(window.begin.timestamp()), "until": int(window.end.timestamp())}


def _require_datasource(name: str) -> None:
    if not _DATASOURCE.fullmatch(name):
        raise InputError(
            name,
            Words("nom de source de données attendu", "expected the name of a data source"),
            Words(
                "écrivez par exemple bgp, ping-slash24, merit-nt ou gtr",
                "write for instance bgp, ping-slash24, merit-nt or gtr",
            ),
        )


def _finest(ask: Callable[[Period], tuple[Response, float]], window: Period) -> Iterator[Response]:
    response, coarseness = ask(window)
    pieces = _pieces(window, coarseness)
    if len(pieces) == 1:
        yield response
        return
    first, still = ask(pieces[0])
    if still >= coarseness:  # the service averages whatever the length: asking for less gains nothing
        yield response
        return
    yield first
    for piece in pieces[1:]:
        yield ask(piece)[0]


def _pieces(window: Period, coarseness: float) -> list[Period]:
    # A service that limits points gave at least length / step of them: that many native steps fit in its limit.
    if coarseness <= 1:
        return [window]
    length = (window.end - window.begin) / coarseness // _DAY * _DAY
    return windows(window, max(_DAY, length))


def _ask(client: Client, where: Entity, datasource: str | None, window: Period) -> tuple[Response, float]:
    query: dict[str, str | int] = {**_bounds(window)}
    if datasource is not None:
        query["datasource"] = datasource
    name = _file_name(where, window, datasource)
    return client.get(f"signals/raw/{where.path}", query, partial(_read, where, name))


def _file_name(where: Entity, window: Period, datasource: str | None) -> str:
    last = window.end - dt.timedelta(microseconds=1)
    parts = ["ioda-signals", where.name, *([datasource] if datasource else [])]
    return "-".join([*parts, f"{window.begin:%Y%m%d}", f"{last:%Y%m%d}"]) + ".json"


def _read(where: Entity, name: str, answer: Answer) -> tuple[Response, float]:
    series = list(_series(answer))
    for one in series:
        code = one_line(str(one.get("entityCode") or where.code))
        if code != where.code:
            raise _unlike(answer, Words(f"la réponse parle de {code}", f"the answer is about {code}"))
    measured = [one for one in series if _measures(one)]
    coarseness = max((_coarseness(one) for one in measured), default=1.0)
    response = Response(
        url=answer.url,
        body=answer.body,
        retrieved_at=answer.retrieved_at,
        status=answer.status,
        tool=TOOL,
        name=name,
        empty=not measured,
        aggregated=coarseness > 1,
    )
    return response, coarseness


def _series(answer: Answer) -> Iterator[dict[str, object]]:
    envelope = _envelope(answer)
    data = envelope.get("data")
    lists = data if isinstance(data, list) else [None]
    for group in lists:
        if not isinstance(group, list) or not all(isinstance(one, dict) for one in group):
            raise _unlike(answer, Words("listes de séries attendues", "expected lists of series"))
        yield from group


def _envelope(answer: Answer) -> dict[str, object]:
    try:
        envelope = json.loads(answer.body)
    except (ValueError, RecursionError) as error:
        page = answer.body.lstrip()[:1] == b"<"
        raise PassingError(
            Words(
                f"IODA : {'page web reçue' if page else 'réponse tronquée ou illisible'} "
                f"({len(answer.body)} octets) au lieu de données ; réessayez plus tard",
                f"IODA: {'a web page' if page else 'a truncated or unreadable answer'} "
                f"({len(answer.body)} bytes) instead of data; try again later",
            )
        ) from error
    if not isinstance(envelope, dict):
        raise _unlike(answer, Words("enveloppe attendue", "expected an envelope"))
    if envelope.get("error"):
        words = said_by(answer.body)
        raise LiveError(
            Words(
                f"IODA : le service répond « {words} » ; vérifiez la demande ou réessayez plus tard",
                f'IODA: the service answers "{words}"; check the request or try again later',
            )
        )
    return envelope


def _measures(series: dict[str, object]) -> bool:
    values = series.get("values")
    return isinstance(values, list) and any(value is not None for value in values)


def _coarseness(series: dict[str, object]) -> float:
    try:
        return float(str(series["step"])) / float(str(series["nativeStep"]))
    except (KeyError, ValueError, ZeroDivisionError):
        return 1.0


def _unlike(answer: Answer, what: Words) -> LiveError:
    return LiveError(
        Words(
            f"IODA : {what.fr} ({answer.url}) ; le service a peut-être changé : téléchargez à la main et ajoutez "
            "le fichier",
            f"IODA: {what.en} ({answer.url}); the service may have changed: download by hand and add the file",
        )
    )
