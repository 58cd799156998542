"""From the text of a document to its statements: figures and times, with speaker, place and attribute."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from temoin.claims.about.names import Names
from temoin.claims.about.passages import Spot
from temoin.claims.about.subjects import Subjects
from temoin.claims.about.telling import Telling, Told
from temoin.claims.acts.stated import state_acts
from temoin.claims.figures.figure import METHOD as FIGURES
from temoin.claims.figures.figure import Figure, Setting
from temoin.claims.figures.find import find_figures
from temoin.claims.figures.units import is_counted
from temoin.claims.sentences import Sentence, split_sentences
from temoin.claims.times import moments
from temoin.claims.times.clocks import find_clocks
from temoin.claims.times.days import find_days
from temoin.claims.times.marks import mark
from temoin.claims.times.moments import Placed, PlaceZones, Time, join_times
from temoin.documents.language import detect_language
from temoin.evidence import Statement
from temoin.evidence.source import Reading
from temoin.period import PartialDate
from temoin.quantity import plain
from temoin.words import LANGUAGES
from temoin.world import Mention, find_countries

# A table without a full stop is one sentence; what stands far from a figure does not explain it.
_LONGEST_QUOTE = 1000
# "US dollars" and "francs suisses" speak of money, not of a country.
_DOLLARS_AFTER = re.compile(r"[ \u00a0](?:dollars?|francs?)\b|\$")
_MONEYS = ("dollar", "franc", "livre")
_DOLLARS_BEFORE = re.compile(r"(?:dollars?|francs?|livres?) (?:des |de la )?$")


def read_statements(  # noqa: PLR0913  the facts of a source that its text may rest on, all named
    document_text: str,
    *,
    source: str,
    text_hash: str,
    language: str | None,
    published: PartialDate | None,
    reading: Reading,
    place: str | None = None,
) -> list[Statement]:
    """Return the statements of a document, in the order in which they stand.

    Parameters
    ----------
    document_text : positions count its code points
    source, text_hash : id of the source, SHA-256 of the text
    language : ``fr`` or ``en``; None is detected; another one is read with the words of both
    published : base of relative dates and of days without a year
    reading : what the person who added the source said of its zone, order of dates, decimal sign, currency
    place : ISO 3166 code of what the source is about, where that is known

    Returns
    -------
    statements with ids unique in the document; empty when the text states no figure and no time
    """
    text = document_text
    language = language or detect_language(text).language
    if language not in LANGUAGES:
        language = None  # the words of both
    sentences = split_sentences(text)
    if not sentences:
        return []
    mentions = _countries(text)
    subjects = Subjects(mentions, sentences, place)
    found_times = _times(text, sentences, subjects, _Known(language, published, reading))
    setting = Setting(language, reading.decimal, reading.currency, subjects.nearby, subjects.everywhere)
    taken = [(time.start, time.end) for time in found_times]
    found_figures = find_figures(text, setting, taken)
    items: list[Figure | Time] = sorted([*found_times, *found_figures], key=lambda item: (item.start, item.end))
    telling = Telling(text, subjects, Names(text, mentions), published.text if published else None)
    found = list(_statements(text, source, text_hash, sentences, items, telling))
    if acts := list(state_acts(text, sentences, telling, (source, text_hash))):
        found = sorted([*found, *acts], key=lambda statement: (statement.start, statement.end))
    unique = {(statement.start, statement.end, statement.attribute): statement for statement in found}
    return list(unique.values())


def _countries(text: str) -> list[Mention]:
    return [
        mention
        for mention in find_countries(text)
        if not _DOLLARS_AFTER.match(text, mention.end) and not _follows_money(text, mention.start)
    ]


def _follows_money(text: str, start: int) -> bool:
    before = text[max(0, start - 16) : start]
    return any(map(before.__contains__, _MONEYS)) and _DOLLARS_BEFORE.search(before) is not None


@dataclass(frozen=True, slots=True)
class _Known:
    language: str | None
    published: PartialDate | None
    reading: Reading


def _times(text: str, sentences: Sequence[Sentence], subjects: Subjects, known: _Known) -> list[Time]:
    marked = mark(text)
    days = find_days(
        text,
        language=known.language,
        order=known.reading.dates,
        published=known.published,
        is_count=lambda end: is_counted(text, end, known.language),
        marked=marked,
    )
    clocks = find_clocks(text, marked)
    placed = Placed(PlaceZones(text, sentences, subjects), known.reading.zone)
    return join_times(days, clocks, sentences, text, placed)


def _statements(
    text: str,
    source: str,
    text_hash: str,
    sentences: Sequence[Sentence],
    items: Sequence[Figure | Time],
    telling: Telling,
) -> Iterator[Statement]:
    rank, place, before = 0, 0, -1
    while rank < len(items):
        while place + 1 < len(sentences) and sentences[place + 1].start <= items[rank].start:
            place += 1
        sentence = _short(sentences[place], items[rank].start)
        beyond = rank + 1
        while beyond < len(items) and items[beyond].start < sentence.end:
            beyond += 1
        here = items[rank:beyond]
        if place > before + 1:
            telling.pass_by(_short(sentences[place - 1], sentences[place - 1].end))
        told = telling.tell(sentence, [_spot(item) for item in here], [item.qualifier == "range" for item in here])
        quote = text[sentence.start : sentence.end]
        for item, one in zip(here, told, strict=True):
            if one is not None:
                yield _statement(text, source, text_hash, item, one, (quote, sentence.start))
        rank, before = beyond, place


def _short(sentence: Sentence, position: int) -> Sentence:
    if sentence.end - sentence.start <= _LONGEST_QUOTE:
        return sentence
    step = _LONGEST_QUOTE // 2
    block = sentence.start + max(position - sentence.start - 1, 0) // step * step
    return Sentence(
        max(sentence.start, block - step // 2), min(sentence.end, block + step + step // 2), sentence.paragraph
    )


def _spot(item: Figure | Time) -> Spot:
    if isinstance(item, Time):
        return Spot(item.start, item.end, item.kind, None, item.value, is_time=True)
    return Spot(item.start, item.end, item.kind, item.unit, None)


def _statement(
    text: str, source: str, text_hash: str, item: Figure | Time, told: Told, quote: tuple[str, int]
) -> Statement:
    figure = isinstance(item, Figure)
    return Statement(
        source,
        text_hash,
        item.start,
        item.end,
        text[item.start : item.end],
        item.kind,
        told.attribute,
        FIGURES if figure else moments.METHOD,
        *quote,
        value=_plain(item.value),
        low=_plain(item.low),
        high=_plain(item.high),
        unit=item.unit if isinstance(item, Figure) else None,
        qualifier=item.qualifier,
        entity=told.entity,
        place=told.place,
        as_of=told.as_of,
        attributed_to=told.speaker.who,
        through=told.speaker.through,
        platform=told.platform,
        claim=told.claim,
    )


def _plain(value: Decimal | str | None) -> str | None:
    return plain(value) if isinstance(value, Decimal) else value
