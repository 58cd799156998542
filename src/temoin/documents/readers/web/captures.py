"""Pages of a web capture: which answers are pages, and the document they make together."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from typing import BinaryIO
from urllib.parse import urldefrag, urljoin

from temoin.documents.document import Document
from temoin.documents.readers.encoding import utf8_or
from temoin.documents.readers.mail.attached import Inner
from temoin.documents.readers.mail.headers import codec_of
from temoin.documents.readers.office.declared import moment_or_day
from temoin.documents.readers.web.html import WHOLE_PAGE, decoded_page, page_document
from temoin.documents.readers.web.records import Answer, Record, Records, answer_of, decoded, digest_agrees, unchunked
from temoin.documents.readers.writing import LINE, PARAGRAPH, Writing
from temoin.errors import InputError
from temoin.evidence.digest import digest_bytes
from temoin.words import Words

Opening = Callable[[], AbstractContextManager[BinaryIO]]
"""Opens one web archive at its beginning: each is read twice."""

MOST_PAGES = 500
_LARGEST_PAGE = 20_000_000
_LARGEST_BLOCK = 60_000_000
_SMALL_BLOCK = 1 << 16
_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_PAGE_INFO = "urn:pageinfo:"
_MOST_HOPS = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page that a capture names as such: its address, when it was captured (ISO 8601 UTC) and its title."""

    url: str
    captured: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Capture:
    url: str
    captured: str
    kind: str
    digest: str
    document: Document


@dataclass(slots=True)
class _Seen:
    """What a first reading of the archives shows."""

    software: str = ""
    pages: set[str] = field(default_factory=set)
    aims: dict[str, set[str]] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    is_cut_off: bool = False


def read_captures(archives: Sequence[Opening], read: str, encoding: str | None, wanted: Sequence[Wanted]) -> Document:
    """Return the pages of a web capture: one as it is, several in the order they were captured, each a part.

    Parameters
    ----------
    archives : one or more WARC files
    read : what is read, for the message
    encoding : as given with ``--encoding``
    wanted : the pages that the capture names; empty where it names none

    Raises
    ------
    InputError : no readable page; the message says what else there was
    """
    pages = _Pages(read, encoding, wanted)
    for opening in archives:
        with opening() as stream:
            pages.survey(Records(stream, read))
    for opening in archives:
        with opening() as stream:
            pages.take(Records(stream, read))
    return pages.document()


class _Pages:
    def __init__(self, read: str, encoding: str | None, wanted: Sequence[Wanted]) -> None:
        self._read = read
        self._encoding = encoding
        self._wanted = {_address(each.url): each for each in wanted}
        self._seen = _Seen()
        self._left_out: Counter[str] = Counter()
        self._mismatched = 0
        self._unlisted = 0
        self._found: list[_Capture] = []
        self._inner = Inner()

    def survey(self, records: Records) -> None:
        seen = self._seen
        for record in records:
            seen.counts[record.kind] += 1
            if record.kind == "warcinfo":
                seen.software = seen.software or _software(record.block(_SMALL_BLOCK) or b"")
            elif record.kind == "request":
                request = answer_of(record.block(_SMALL_BLOCK) or b"")
                aim = request.said("Sec-Fetch-Dest").lower() if request else ""
                seen.aims.setdefault(record.url, set()).add(aim)
            elif record.url.startswith(_PAGE_INFO):
                seen.pages.add(_address(record.url.removeprefix(_PAGE_INFO)))
            elif record.kind == "response" and record.length <= _SMALL_BLOCK:
                self._redirect(record)
        seen.counts["damaged"] += records.damaged
        seen.is_cut_off = seen.is_cut_off or records.is_cut_off

    def _redirect(self, record: Record) -> None:
        answer = answer_of(record.block(_SMALL_BLOCK) or b"")
        if answer is not None and answer.status.startswith("3") and (target := answer.said("Location")):
            self._seen.moved[_address(record.url)] = _address(_joined(record.url, target))

    def take(self, records: Records) -> None:
        aims = self._aims()
        for record in records:
            if record.kind in {"response", "resource"} and not record.url.startswith("urn:"):
                why = self._take(record, aims)
                self._left_out[why] += bool(why)

    def _aims(self) -> set[str]:
        addresses = set(self._wanted) or self._seen.pages
        for _ in range(_MOST_HOPS):
            addresses |= {self._seen.moved[each] for each in addresses & self._seen.moved.keys()}
        return addresses

    def _take(self, record: Record, aims: set[str]) -> str:
        if aims and _address(record.url) not in aims:
            self._unlisted += self._wanted != {} and self._is_page(record)
            return ""
        block = record.block(_LARGEST_BLOCK)
        if block is None:
            return "too-large"
        answer = answer_of(block) if record.kind == "response" else None
        kind = _kind(record, answer)
        is_pdf = kind.startswith("application/pdf")
        if not is_pdf and kind.partition(";")[0].strip() not in _PAGES:
            return ""
        if not aims and not is_pdf and (why := self._is_inside(record)):
            return why
        return "too-many" if len(self._found) >= MOST_PAGES else self._keep(record, block, answer, kind)

    def _is_page(self, record: Record) -> bool:
        """Whether a capture that no list of pages names is a whole page all the same."""
        if record.length > _LARGEST_PAGE or self._is_inside(record) or (block := record.block(_LARGEST_PAGE)) is None:
            return False
        answer = answer_of(block) if record.kind == "response" else None
        return _kind(record, answer).partition(";")[0].strip() in _PAGES

    def _is_inside(self, record: Record) -> str:
        known = self._seen.aims.get(record.url, set()) - {""}
        resource = record.said("WARC-Resource-Type").lower()
        return "frame" if (known and "document" not in known) or resource not in {"", "document"} else ""

    def _keep(self, record: Record, block: bytes, answer: Answer | None, kind: str) -> str:
        raw = answer.raw if answer else block
        joined = unchunked(raw) if answer and answer.said("Transfer-Encoding").lower() == "chunked" else raw
        encoded = answer.said("Content-Encoding") if answer else ""
        body = decoded(joined, encoded, _LARGEST_PAGE if "html" in kind else _LARGEST_BLOCK)
        if body is None:
            return f"encoded {encoded}" if encoded and len(joined) <= _LARGEST_PAGE else "too-large"
        document = self._page(body, kind)
        if isinstance(document, str):
            return document
        payload, whole = record.said("WARC-Payload-Digest"), record.said("WARC-Block-Digest")
        if digest_agrees(payload, [raw, joined, body]) is False or digest_agrees(whole, [block]) is False:
            self._mismatched += 1
        captured = moment_or_day(record.date)
        media = "pdf" if "pdf" in kind else "html"
        self._found.append(_Capture(record.url, captured, media, digest_bytes(body), document))
        return ""

    def _page(self, body: bytes, kind: str) -> Document | str:
        if "pdf" in kind:
            inside = self._inner.read(body, "", None)
            return inside.document or "unreadable"
        charset = codec_of(kind.partition("charset=")[2].partition(";")[0])
        try:
            page = decoded_page(self._read, body, self._encoding or utf8_or(body, charset))
            return page_document(page, self._read) if WHOLE_PAGE.search(page[:_SMALL_BLOCK]) else "fragment"
        except InputError:
            return "unreadable"

    def document(self) -> Document:
        captures = list(self._chosen())
        if not captures:
            raise self._nothing()
        moments = [each.captured for each in captures if each.captured]
        common = self._said(captures) | {"captured": min(moments, default=""), "captured_by": self._seen.software}
        if len(captures) == 1:
            only = captures[0]
            said = dict(only.document.properties) | common | {"url": only.url}
            return replace(only.document, properties={name: value for name, value in said.items() if value})
        writing = Writing(self._read)
        for capture in captures:
            self._write(writing, capture)
        return writing.document(common | {"captured_until": max(moments, default="")})

    def _write(self, writing: Writing, capture: _Capture) -> None:
        writing.gap(PARAGRAPH)
        writing.paragraph(capture.url, LINE)
        mark = writing.begin()
        writing.gap(PARAGRAPH)
        writing.append(capture.document, f"{len(writing.parts) + 1}/")
        writing.gap(PARAGRAPH)
        said = dict(capture.document.properties) | {"url": capture.url, "captured": capture.captured}
        title = said.get("title") or self._title(capture.url) or capture.url
        writing.part(title, capture.kind, writing.finish(mark), digest=capture.digest, properties=said)

    def _title(self, url: str) -> str:
        wanted = self._wanted.get(_address(url))
        return wanted.title if wanted else ""

    def _chosen(self) -> Iterator[_Capture]:
        nearest: dict[str, _Capture] = {}
        for capture in sorted(self._found, key=lambda each: each.captured):
            wanted = self._wanted.get(_address(capture.url))
            if wanted is None or not wanted.captured:
                yield capture
            elif capture.url not in nearest or capture.captured <= wanted.captured:
                nearest[capture.url] = capture
        yield from nearest.values()

    def _said(self, captures: list[_Capture]) -> dict[str, str]:
        seen = self._seen
        found = {_address(each.url) for each in captures}
        missing = sum(
            _address(url) not in found and seen.moved.get(_address(url)) not in found
            for url in (self._wanted or seen.pages)
        )
        left_out = ", ".join(f"{why} {count}" for why, count in sorted(self._left_out.items()) if count)
        return {
            "left_out": left_out,
            "unlisted": str(self._unlisted or ""),
            "missing": str(missing or ""),
            "revisits": str(seen.counts["revisit"] or ""),
            "damaged": str(seen.counts["damaged"] or ""),
            "truncated": "yes" if seen.is_cut_off else "",
            "digests": f"mismatch {self._mismatched}" if self._mismatched else "",
        }

    def _nothing(self) -> InputError:
        said = self._said([])
        told = ", ".join(f"{name}: {value}" for name, value in said.items() if value) or "–"
        return InputError(
            self._read,
            Words(
                f"aucune page lisible dans cette capture du web ({told})",
                f"no readable page in this web capture ({told})",
            ),
            Words(
                "capturez la page de nouveau, ou enregistrez-la depuis un navigateur",
                "capture the page again, or save it from a browser",
            ),
        )


def _kind(record: Record, answer: Answer | None) -> str:
    if record.kind == "response":
        return answer.said("Content-Type").lower() if answer and answer.status == "200" else ""
    return record.said("Content-Type").lower()


def _address(url: str) -> str:
    try:
        return urldefrag(url).url.rstrip("/")
    except ValueError:
        return url


def _joined(url: str, target: str) -> str:
    try:
        return urljoin(url, target)
    except ValueError:
        return target


def _software(block: bytes) -> str:
    for line in block.decode("utf-8", "replace").splitlines():
        name, _, value = line.partition(":")
        if name.strip().lower() == "software":
            return " ".join(value.split())
    return ""
