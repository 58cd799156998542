"""What the sources propose about themselves and about the case; what a person said stands in its place."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl

from temoin.case.settings import Settings
from temoin.documents.document import Document
from temoin.documents.proposals import Proposed, propose
from temoin.dossier.report import Proposal
from temoin.evidence import Chars, Rows, Source, Whole
from temoin.evidence.source import GENRES
from temoin.outages.places import country_of, place_label
from temoin.period import PartialDate, iso, print_date
from temoin.words import LANGUAGES, Words, same
from temoin.world import country, find_countries

_SAYABLE = ("title", "publisher", "author", "published", "url", "language", "genre")
_SETTLED_BY = {
    "not-before": "published",
    "not-after": "published",
    "ambiguous": "published",
    "created": "published",
    "modified": "published",
    "other-date": "published",
    "other-genre": "genre",
}
"""Who says when it was published leaves nothing to bound."""
MOST_PROPOSED = 8
"""So many countries are proposed at most: the best measured, and those that most documents are about."""
_DATED = {"published", "not-before", "not-after", "other-date", "created", "modified"}
_SAID = Words("dit par la personne qui a ajouté la source", "said by the person who added the source")
_IN_PICTURE = Words("lu dans une image, à vérifier", "read from a picture, to be checked")
_SAID_IN_TOML = Words("dit dans temoin.toml", "said in temoin.toml")


@dataclass(frozen=True, slots=True)
class Proposing:
    """A document and what it proposes about itself."""

    source: Source
    document: Document
    proposals: tuple[Proposal, ...]


def proposed_values(proposals: Sequence[Proposal]) -> dict[str, str]:
    """Return by subject the value proposed first, which is what was said where something was said."""
    return {proposal.subject: proposal.value for proposal in reversed(proposals)}


def document_proposals(source: Source, document: Document) -> tuple[Proposal, ...]:
    """Return what a document proposes about itself, what was said of it first."""
    said = {name: _said_value(source, name) for name in _SAYABLE}
    kept = [_said(name, value, source) for name, value in said.items() if value]
    found = [
        Proposal(
            each.subject,
            each.value,
            _value_label(each.subject, each.value),
            _seen_in_picture(each, document),
            None if each.start is None or each.end is None else document.text[each.start : each.end],
            None if each.start is None or each.end is None else Chars(source.id, each.start, each.end),
        )
        for each in propose(document, name=source.name, reading=source.reading, address=source.url)
        if not said.get(_SETTLED_BY.get(each.subject, each.subject))
    ]
    return (*kept, *found)


def _seen_in_picture(each: Proposed, document: Document) -> Words:
    if each.start is None or each.end is None or document.confidence_of(each.start, each.end) is None:
        return each.why
    return Words(f"{each.why.fr}\u202f; {_IN_PICTURE.fr}", f"{each.why.en}; {_IN_PICTURE.en}")


def case_proposals(settings: Settings, documents: Sequence[Proposing], signals: pl.DataFrame) -> tuple[Proposal, ...]:
    """Return the countries and the period that the sources propose for the case, best supported first.

    Parameters
    ----------
    signals : every measured point, table ``SIGNALS``
    """
    return (*_countries(settings, documents, signals), *_period(settings, documents, signals))


def _countries(settings: Settings, documents: Sequence[Proposing], signals: pl.DataFrame) -> Iterable[Proposal]:
    if settings.countries:
        for code in settings.countries:
            yield Proposal("country", code, country(code).name, _SAID_IN_TOML, None, None, said=True)
        return
    whole = signals.with_columns(place=pl.col("place").replace_strict(_wholes(signals), return_dtype=pl.Utf8))
    measured = whole.group_by("place").agg(
        pl.first("source"), pl.min("row").alias("first"), pl.max("row").alias("last")
    )
    widest = measured.sort(pl.col("last") - pl.col("first"), "place", descending=[True, False]).head(MOST_PROPOSED)
    for row in widest.iter_rows(named=True):
        yield Proposal(
            "country",
            row["place"],
            place_label(row["place"]),
            Words("des séries mesurées portent sur ce lieu", "measured series are of this place"),
            None,
            Rows(row["source"], row["first"], row["last"]),
        )
    yield from _countries_named(documents, set(measured["place"]))


def _wholes(signals: pl.DataFrame) -> dict[str, str]:
    """A county proposes its country; a network or a made-up place can only propose itself."""
    return {place: country_of(place) or place for place in signals["place"].unique()}


def _countries_named(documents: Sequence[Proposing], measured: set[str]) -> Iterable[Proposal]:
    """Each document speaks for the country it names most; one that names two as often speaks for neither."""
    first: dict[str, tuple[Source, Document, int, int]] = {}
    votes: Counter[str] = Counter()
    for each in documents:
        source, document = each.source, each.document
        mentions = find_countries(document.text)
        ranked = Counter(mention.iso2 for mention in mentions).most_common(2)
        if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
            continue
        code = ranked[0][0]
        votes[code] += 1
        mention = next(mention for mention in mentions if mention.iso2 == code)
        first.setdefault(code, (source, document, mention.start, mention.end))
    for code, times in sorted(votes.items(), key=lambda item: (-item[1], item[0]))[:MOST_PROPOSED]:
        if code in measured:
            continue
        source, document, start, end = first[code]
        yield Proposal(
            "country",
            code,
            country(code).name,
            _most_named(times),
            _around(document.text, start, end),
            Chars(source.id, start, end),
        )


def _most_named(documents: int) -> Words:
    if documents == 1:
        return Words("le pays que nomme le plus un document", "the country that one document names most")
    return Words(
        f"le pays que nomment le plus {documents} documents", f"the country that {documents} documents name most"
    )


def _period(settings: Settings, documents: Sequence[Proposing], signals: pl.DataFrame) -> Iterable[Proposal]:
    if settings.first_day or settings.last_day:
        ends = [day.text if day else "…" for day in (settings.first_day, settings.last_day)]
        yield Proposal("period", "/".join(ends), same(" – ".join(ends)), _SAID_IN_TOML, None, None, said=True)
        return
    measured = signals.drop_nulls("value")
    if measured.height:
        begin, end = measured["time"].min(), measured["time"].max()
        source = measured["source"][0]
        days = f"{iso(begin)[:10]}/{iso(end)[:10]}"  # type: ignore[arg-type]
        rows = measured.filter(pl.col("source") == source)["row"]
        yield Proposal(
            "period",
            days,
            _days(days),
            Words("du premier au dernier point mesuré", "from the first to the last measured point"),
            None,
            Rows(source, int(rows.min()), int(rows.max())),  # type: ignore[arg-type]
        )
    yield from _period_published(documents)


def _period_published(documents: Sequence[Proposing]) -> Iterable[Proposal]:
    dated = [
        (PartialDate(proposal.value), proposal)
        for each in documents
        for proposal in each.proposals
        if proposal.subject == "published"
    ]
    if not dated:
        return
    first = min(dated, key=lambda each: each[0].first)
    last = max(dated, key=lambda each: each[0].last)
    days = f"{first[0].text}/{last[0].text}"
    yield Proposal(
        "period",
        days,
        _days(days),
        Words("du premier au dernier document daté", "from the first to the last dated document"),
        first[1].quote,
        first[1].evidence,
    )


def _days(period: str) -> Words:
    first, _, last = period.partition("/")
    ends = [PartialDate(first), PartialDate(last)]
    return Words(*(" – ".join(print_date(end, language) for end in ends) for language in LANGUAGES))


def _said_value(source: Source, name: str) -> str | None:
    value = getattr(source, name)
    return value.text if isinstance(value, PartialDate) else value


def _said(name: str, value: str, source: Source) -> Proposal:
    return Proposal(name, value, _value_label(name, value), _SAID, None, Whole(source.id), said=True)


def _value_label(subject: str, value: str) -> Words:
    if subject in _DATED:
        return Words(print_date(PartialDate(value), "fr"), print_date(PartialDate(value), "en"))
    if subject == "language":
        from babel import Locale

        names = [Locale(language).languages.get(value, value) for language in LANGUAGES]
        return Words(*names)
    return GENRES[value] if subject in {"genre", "other-genre"} and value in GENRES else same(value)


def _around(text: str, start: int, end: int) -> str:
    left, right = max(0, start - 40), min(len(text), end + 40)
    quote = " ".join(text[left:right].split())
    return f"{'…' if left else ''}{quote}{'…' if right < len(text) else ''}"
