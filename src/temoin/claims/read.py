"""From the text of a document to its statements: figures and times, with speaker, place and attribute."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from temoin.claims.about.attributes import figure_attribute, period_attribute, time_attribute
from temoin.claims.about.speakers import Speaker, speaker_of
from temoin.claims.about.subjects import Subjects
from temoin.claims.figures.figure import METHOD as FIGURES
from temoin.claims.figures.figure import Figure, Setting
from temoin.claims.figures.find import find_figures
from temoin.claims.figures.units import is_counted
from temoin.claims.sentences import Sentence, sentence_at, split_sentences
from temoin.claims.times import moments
from temoin.claims.times.clocks import find_clocks
from temoin.claims.times.days import find_days
from temoin.claims.times.moments import Placed, PlaceZones, Time, join_times
from temoin.documents.language import detect_language
from temoin.evidence import Statement
from temoin.evidence.source import Reading
from temoin.period import PartialDate
from temoin.quantity import plain
from temoin.world import Mention, country, find_countries

# A table without a full stop is one sentence; what stands far from a figure does not explain it.
_LONGEST_QUOTE = 1000
# "10 % de moins qu'en 2023" is no figure of 2023.
_COMPARED = re.compile(
    r"(?:\bqu['’]|\bque |\bthan |par rapport (?:à|au) |compared (?:to|with) )(?:en |in |le |l['’])?$"
)
# "US dollars" and "francs suisses" speak of money, not of a country.
_DOLLARS_AFTER = re.compile(r"[ \u00a0](?:dollars?|francs?)\b|\$")
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
    sentences = split_sentences(text)
    if not sentences:
        return []
    subjects = Subjects(_countries(text), sentences, place)
    found_times = _times(text, sentences, subjects, _Known(language, published, reading))
    setting = Setting(language, reading.decimal, reading.currency, subjects.nearby, subjects.everywhere)
    taken = [(time.start, time.end) for time in found_times]
    found_figures = find_figures(text, setting, taken)
    writer = _Writer(text, source, text_hash, sentences, subjects)
    writer.remember_days(found_times)
    statements = [writer.of_time(time) for time in found_times]
    statements += [writer.of_figure(figure) for figure in found_figures]
    unique = {statement.id: statement for statement in statements}
    return sorted(unique.values(), key=lambda statement: (statement.start, statement.end))


def _countries(text: str) -> list[Mention]:
    return [
        mention
        for mention in find_countries(text)
        if not _DOLLARS_AFTER.match(text, mention.end)
        and not _DOLLARS_BEFORE.search(text[max(0, mention.start - 16) : mention.start])
    ]


@dataclass(frozen=True, slots=True)
class _Known:
    language: str | None
    published: PartialDate | None
    reading: Reading


def _times(text: str, sentences: Sequence[Sentence], subjects: Subjects, known: _Known) -> list[Time]:
    days = find_days(
        text,
        language=known.language,
        order=known.reading.dates,
        published=known.published,
        is_count=lambda end: is_counted(text, end, known.language),
    )
    clocks = find_clocks(text)
    placed = Placed(PlaceZones(text, sentences, subjects), known.reading.zone)
    return join_times(days, clocks, sentences, text, placed)


class _Writer:
    def __init__(
        self, text: str, source: str, text_hash: str, sentences: Sequence[Sentence], subjects: Subjects
    ) -> None:
        self._text = text
        self._source = source
        self._text_hash = text_hash
        self._sentences = sentences
        self._subjects = subjects
        self._days: dict[int, set[str | None]] = {}
        self._last: tuple[Sentence, str, Speaker] | None = None

    def remember_days(self, found: Sequence[Time]) -> None:
        for time in found:
            here = self._days.setdefault(sentence_at(self._sentences, time.start).start, set())
            here.add((time.value or "")[:10] or None)
            if _COMPARED.search(self._text[max(0, time.start - 20) : time.start]):
                here.add(None)

    def of_time(self, time: Time) -> Statement:
        quote, quote_start, speaker = self._around(time.start)
        attribute = time_attribute(quote, time.start - quote_start, time.end - quote_start)
        if time.kind == "date" and time.qualifier == "range":
            attribute = period_attribute(attribute)
        place = self._subjects.place_at(time.start)
        return Statement(
            self._source,
            self._text_hash,
            time.start,
            time.end,
            self._text[time.start : time.end],
            time.kind,
            attribute,
            moments.METHOD,
            quote,
            quote_start,
            value=time.value,
            low=time.low,
            high=time.high,
            qualifier=time.qualifier,
            entity=_name(place),
            place=place,
            attributed_to=speaker.who,
            through=speaker.through,
        )

    def of_figure(self, figure: Figure) -> Statement:
        quote, quote_start, speaker = self._around(figure.start)
        place = self._subjects.place_at(figure.start)
        return Statement(
            self._source,
            self._text_hash,
            figure.start,
            figure.end,
            self._text[figure.start : figure.end],
            figure.kind,
            figure_attribute(figure.kind, quote),
            FIGURES,
            quote,
            quote_start,
            value=None if figure.value is None else plain(figure.value),
            low=None if figure.low is None else plain(figure.low),
            high=None if figure.high is None else plain(figure.high),
            unit=figure.unit,
            qualifier=figure.qualifier,
            entity=_name(place),
            place=place,
            as_of=self._only_day(figure.start),
            attributed_to=speaker.who,
            through=speaker.through,
        )

    def _only_day(self, position: int) -> str | None:
        days = self._days.get(sentence_at(self._sentences, position).start, set())
        return next(iter(days)) if len(days) == 1 else None

    def _around(self, position: int) -> tuple[str, int, Speaker]:
        sentence = sentence_at(self._sentences, position)
        if sentence.end - sentence.start > _LONGEST_QUOTE:
            step = _LONGEST_QUOTE // 2
            block = sentence.start + (position - sentence.start) // step * step
            first, last = max(sentence.start, block - step // 2), min(sentence.end, block + step + step // 2)
            sentence = Sentence(first, last, sentence.paragraph)
        if self._last is None or self._last[0] != sentence:
            quote = self._text[sentence.start : sentence.end]
            self._last = (sentence, quote, speaker_of(quote))
        _, quote, speaker = self._last
        return quote, sentence.start, speaker


def _name(iso2: str | None) -> str | None:
    return country(iso2).name.en if iso2 else None
