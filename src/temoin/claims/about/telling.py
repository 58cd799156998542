"""What each figure and time of a text tells, sentence after sentence: whose, what, where, as of when, said by whom."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from temoin.claims.about import vocabulary
from temoin.claims.about.attributes import BEGAN, ENDED, MOBILE, PARTIAL, PERIOD, period_attribute, time_attribute
from temoin.claims.about.channels import platforms_of
from temoin.claims.about.floor import Floor
from temoin.claims.about.headings import attribute_of_header, list_opened
from temoin.claims.about.holders import in_parentheses
from temoin.claims.about.names import Names
from temoin.claims.about.passages import Passage, Spot
from temoin.claims.about.properties import Properties
from temoin.claims.about.rows import Cell, Rows
from temoin.claims.about.speakers import Speaker
from temoin.claims.about.subjects import Subjects
from temoin.claims.about.validity import Validity
from temoin.claims.about.whose import Whose
from temoin.claims.boilerplate import Page
from temoin.claims.sentences import Sentence
from temoin.world import find_countries

_OUTAGE = frozenset({BEGAN, ENDED, MOBILE, PARTIAL, PERIOD})
_FIRST_PERSON = re.compile(r"\b(?:nous|je|j[’']|mes|mon|nos|we|i|my|our)\b", re.IGNORECASE)
_QUOTED = re.compile(r"[«“\"][^»”\"]*$")
_LONE_SPEAKER = re.compile(r"(?:raconte|confie|se souvient|témoigne|says|recalls|tells) [A-ZÀ-Þ][\w’-]+(?! [A-ZÀ-Þ])")
_RELATIVE_WORDS = re.compile(r"[^\d]+")
_QUOTES_SOMEBODY = re.compile(r"[»”\"],? (?:a )?[a-zà-ÿ]+|(?:déclare|raconte|confie|explique|says|said)\b")
_WINDOW = re.compile(r"\b(?:sur|over|de|les)(?: les| the)?(?: dernières?| last)?[ \u00a0]$")


class Told(NamedTuple):
    """What is known of one figure or time beyond its value."""

    entity: str | None
    attribute: str
    platform: str | None
    place: str | None
    as_of: str | None
    speaker: Speaker
    claim: bool


class Telling:
    """The reader of what figures and times tell; it must be given the passages of a text in order.

    Parameters
    ----------
    text : the document
    subjects, names : of the same text; kept as such, with its ``floor`` and its ``page``, for who reads it again
    published : ISO date of publication, where it is known
    """

    def __init__(self, text: str, subjects: Subjects, names: Names, published: str | None) -> None:
        self._text = text
        self.subjects = subjects
        self.names = names
        self.floor = Floor(text)
        self.page = Page(text)
        self._whose = Whose(names)
        self._validity = Validity(published)
        self._rows = Rows(text)
        self._list: tuple[str | None, int] = (None, -2)
        self._earlier: dict[str, str] = {}

    def pass_by(self, sentence: Sentence) -> None:
        """Take note of a sentence without figures that stands right before one with some."""
        self.floor.pass_by(sentence)
        self._whose.pass_by(lambda: self._passage(sentence, ()))
        if self._text[sentence.end - 1] == ":":
            self._list = (list_opened(self._passage(sentence, ())), sentence.paragraph)

    def tell(self, sentence: Sentence, spots: Sequence[Spot], ranges: Sequence[bool]) -> Iterator[Told | None]:
        """Yield what each spot of a sentence tells, in order; None for the mark of a list.

        Parameters
        ----------
        ranges : whether each spot is a range of days
        """
        passage = self._passage(sentence, spots)
        apart = [self._set_apart(passage, spot) for spot in spots]
        if all(attribute is not None and attribute != _MARK for attribute in apart):
            for spot, attribute in zip(spots, apart, strict=True):
                yield self._of_page(spot, attribute or "")
            return
        yield from self._tell_claims(passage, apart, ranges)

    def _tell_claims(
        self, passage: Passage, apart: Sequence[str | None], ranges: Sequence[bool]
    ) -> Iterator[Told | None]:
        cells = self._rows.cells(passage)
        speaker = self.floor.speaker(passage)
        attributes = self._attributes(passage, cells, ranges)
        within = Sentence(passage.start, passage.end, passage.paragraph)
        places = [self.subjects.place_in(within, spot.start) for spot in passage.spots]
        national = [_is_national(attribute) for attribute in attributes]
        said = frozenset(one for one in (speaker.who, speaker.through) if one)
        entities = self._whose.entities(
            passage, places=places, national=national, speakers=said, answering=self.floor.answering(passage.start)
        )
        entities = [self._row(cell) or entity for cell, entity in zip(cells, entities, strict=True)]
        entities = _by_attribute(passage, attributes, entities)
        if len({name.iso2 for name in passage.names if name.iso2}) > 1:
            places = [_iso2(entity) or place for entity, place in zip(entities, places, strict=True)]
        platforms = platforms_of(passage, entities)
        dates = self._validity.dates(passage, attributes, [attribute is not None for attribute in apart])
        for rank, spot in enumerate(passage.spots):
            if apart[rank] == _MARK:
                yield None
            elif (of_page := apart[rank]) is not None:
                yield self._of_page(spot, of_page)
            else:
                attribute, platform = _with_platform(attributes[rank], platforms[rank], cells[rank])
                yield Told(entities[rank], attribute, platform, places[rank], dates[rank], speaker, claim=True)

    def _passage(self, sentence: Sentence, spots: Sequence[Spot]) -> Passage:
        names = self.names.between(sentence.start, sentence.end)
        return Passage(self._text, sentence.start, sentence.end, sentence.paragraph, names, spots)

    def _row(self, cell: Cell | None) -> str | None:
        if cell is None or cell.row is None:
            return None
        return self._whose.row(cell.row)

    def _of_page(self, spot: Spot, attribute: str) -> Told:
        return Told(None, attribute, None, self.subjects.place_at(spot.start), None, Speaker(), claim=False)

    def _set_apart(self, passage: Passage, spot: Spot) -> str | None:
        page = self.page
        own = self._time_apart(passage, spot) if spot.is_time else self._figure_apart(passage, spot)
        return own or (vocabulary.BOILERPLATE if page.is_boilerplate(spot.start) else None)

    def _time_apart(self, passage: Passage, spot: Spot) -> str | None:
        if stamp := self.page.stamp(spot, [one for one in passage.spots if one.is_time]):
            return stamp
        return "anecdote" if self._is_anecdote(passage, spot) else None

    def _figure_apart(self, passage: Passage, spot: Spot) -> str | None:
        if self.page.is_bullet(spot):
            return _MARK
        if self.page.is_counter(spot):
            return vocabulary.BOILERPLATE
        if spot.kind != "duration":
            return None
        drawn = self.page.is_caption(spot.start)
        if drawn and _WINDOW.search(self._text, max(0, spot.start - 24), spot.start):
            return "window"
        return vocabulary.AGE if self._is_age_of_speaker(passage, spot) else None

    def _is_anecdote(self, passage: Passage, spot: Spot) -> bool:
        # A private person's own recollection of "last week" is no date of the matter.
        words = self._text[passage.start : spot.start]
        return (
            _RELATIVE_WORDS.fullmatch(self._text, spot.start, spot.end) is not None
            and _QUOTED.search(words) is not None
            and _FIRST_PERSON.search(words) is not None
            and _LONE_SPEAKER.search(self._text, spot.end, passage.end + 120) is not None
        )

    def _is_age_of_speaker(self, passage: Passage, spot: Spot) -> bool:
        if spot.unit != "year":
            return False
        before = self._text[max(passage.start, spot.start - 40) : spot.start]
        return _AGED.search(before) is not None and (
            _QUOTES_SOMEBODY.search(self._text, passage.start, spot.start) is not None
        )

    def _attributes(self, passage: Passage, cells: Sequence[Cell | None], ranges: Sequence[bool]) -> list[str]:
        properties = Properties(passage, self._earlier)
        figures = properties.of_figures(self._listed(passage))
        for spot, figure in zip(passage.spots, figures, strict=True):
            if figure is not None and figure != spot.kind:
                self._earlier[spot.kind] = figure
        found: list[str] = []
        for rank, spot in enumerate(passage.spots):
            cell = cells[rank]
            if cell and cell.column and (named := attribute_of_header(cell.column)):
                found.append(named)
            elif spot.is_time:
                found.append(self._of_time(passage, rank, properties, figures, is_range=ranges[rank]))
            elif found and in_parentheses(passage, rank) and passage.spots[rank - 1].kind == spot.kind:
                found.append(found[-1])
            else:
                found.append(figures[rank] or spot.kind)
        return found

    def _listed(self, passage: Passage) -> str | None:
        # An item: "Nom : 3 millions", at most a paragraph after the words that open the list, or after another item.
        attribute, paragraph = self._list
        if attribute is None or passage.paragraph > paragraph + 1:
            return None
        if ":" not in self._text[passage.start : passage.spots[0].start]:
            return None
        self._list = (attribute, passage.paragraph)
        return attribute

    def _of_time(
        self, passage: Passage, rank: int, properties: Properties, figures: Sequence[str | None], *, is_range: bool
    ) -> str:
        spot = passage.spots[rank]
        quote = self._text[passage.start : passage.end]
        attribute = time_attribute(quote, spot.start - passage.start, spot.end - passage.start)
        if spot.kind == "date" and is_range:
            attribute = period_attribute(attribute)
        if attribute in _OUTAGE:
            return attribute
        near = [figures[at] for at in (rank - 1, rank + 1) if 0 <= at < len(figures)]
        return properties.of_time(rank, next((one for one in near if one), None))


_MARK = "mark"
_AGED = re.compile(r"[A-ZÀ-Þ][\w’'-]+, (?:âgée? de )?$")


def _by_attribute(passage: Passage, attributes: Sequence[str], entities: Sequence[str | None]) -> list[str | None]:
    found = list(entities)
    for rank, attribute in enumerate(attributes):
        if attribute == "number of candidates" and (race := _RACE.search(passage.after(rank)[:90])):
            found[rank] = race["race"]
        if attribute.startswith("date of "):
            beside = [at for at in (rank - 1, rank + 1) if 0 <= at < len(found) and attribute.endswith(attributes[at])]
            found[rank] = found[beside[0]] if beside else found[rank]
    return found


_RACE = re.compile(
    r"^[^.;,]{0,24}?(?:à|pour|de|aux?|in|for|to)[ \u00a0]?(?:l[’']|la |le |les |the )(?P<race>(?:élection|"
    r"présidentielle|législatives?"
    r"|scrutin|course|[a-z]+ election|primaire)[^.,;()]{0,30}?)(?= (?:avec|with|du|de|of|le|on|en|in)\b|[.,;()]|$)"
)


@lru_cache(maxsize=1024)
def _iso2(entity: str | None) -> str | None:
    mentions = find_countries(entity) if entity else []
    return mentions[0].iso2 if len(mentions) == 1 else None


def _is_national(attribute: str) -> bool:
    return attribute in vocabulary.NATIONAL or attribute in _OUTAGE


def _with_platform(attribute: str, platform: str | None, cell: Cell | None) -> tuple[str, str | None]:
    del cell
    if attribute in vocabulary.AUDIENCE:
        return (f"{platform} {attribute}" if platform else attribute), platform
    known = attribute.partition(" ")[0]
    if attribute.partition(" ")[2] in vocabulary.AUDIENCE and platform is None:
        return attribute, known
    return attribute, platform if attribute == "rank" else None
