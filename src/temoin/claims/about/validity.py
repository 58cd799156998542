"""At which date a figure holds: that of its clause, of its sentence, of its list, of what is read; else inherited.

Inherited dates, in order: the day that the text says it counts at ("au 24 mars 2017"), the one of its own paragraph,
the period that its title or opening names alone ("en 2024"), the sentence before. A stock or a running toll told
without any of them holds on the day of publication. What a date itself tells has none.
"""

import re
from collections.abc import Sequence

from temoin.claims.about.passages import Passage
from temoin.claims.about.vocabulary import AUDIENCE, STATES

_COUNTED_AT = re.compile(
    r"(?:\bau|\bas of|\bas at|\barrêtée?s? au|\bà la date du|\brelevée?s? le)[ \u00a0]$", re.IGNORECASE
)
_COMPARED = re.compile(
    r"(?:\bqu['’]|\bque |\bthan |par rapport (?:à|au) |contre |compared (?:to|with) |from |against )"
    r"(?:en |in |le |l['’]|fin |début )?$"
)
# Words before a day without any of these neither compare nor count at it.
_COMPARING = ("qu", "than ", "rapport ", "contre ", "compared ", "from ", "against ")
_COUNTING = frozenset(("au", "of", "at", "du", "le"))
_OPENING = 240
_MONTHS_FAR = 14


class Validity:
    """The dates that the figures of a text hold at, passage after passage.

    Parameters
    ----------
    published : ISO date of publication, where it is known
    """

    def __init__(self, published: str | None) -> None:
        self._published = published
        self._counted_at: str | None = None
        self._opening: set[str] = set()
        self._paragraph: tuple[int, set[str]] = (-1, set())
        self._before: tuple[int, str | None] = (-2, None)

    def dates(self, passage: Passage, attributes: Sequence[str | None], stamps: Sequence[bool]) -> list[str | None]:
        """Return the date at which each spot of a passage holds; None for a time, and where none is sure.

        Parameters
        ----------
        stamps : whether each spot is a stamp of the page, whose dates tell of the page alone
        """
        days = [
            (rank, spot.value[:10])
            for rank, spot in enumerate(passage.spots)
            if spot.is_time and spot.value and not stamps[rank]
        ]
        compared = {
            rank
            for rank, _ in days
            if _holds(passage, rank, _COMPARING)
            and _COMPARED.search(passage.text, _back(passage, rank), passage.spots[rank].start)
        }
        for rank, day in days:
            if len(day) == _DAY and _is_counted_at(passage, rank):
                self._counted_at = day
        here = {day for rank, day in days if rank not in compared}
        found: list[str | None] = []
        for rank, spot in enumerate(passage.spots):
            if spot.is_time:
                found.append(None)
                continue
            own = self._of_clause(passage, rank, days, compared)
            found.append(own or self._inherited(passage, attributes[rank] or "", here))
        self._remember(passage, here)
        return found

    def _of_clause(self, passage: Passage, rank: int, days: list[tuple[int, str]], compared: set[int]) -> str | None:
        kept = [(at, day) for at, day in days if at not in compared]
        if len({day for _, day in kept}) == 1 and not (compared and _nearer(rank, compared, kept[0][0])):
            at, day = kept[0]
            between = passage.text[passage.spots[rank].end : passage.spots[at].start] if at > rank else ""
            return None if _NEW_CLAUSE.search(between) else day
        near = [(at > rank, day) for at, day in days if abs(at - rank) == 1 and _joined(passage, rank, at, compared)]
        return near[0][1] if len(near) == 1 else None

    def _inherited(self, passage: Passage, attribute: str, here: set[str]) -> str | None:
        measure = attribute.rpartition(" ")[2] if " " in attribute else attribute
        state = attribute in STATES or measure in AUDIENCE
        if state and self._counted_at:
            return self._counted_at
        if len(here) > 1:
            return None
        rank, days = self._paragraph
        if rank == passage.paragraph and len(days) == 1 and not state:
            return next(iter(days))
        if len(self._opening) == 1 and (attribute == "rank" or not state):
            return next(iter(self._opening))
        if state:
            return self._published
        before, day = self._before
        return day if passage.paragraph - before <= 1 else None

    def _remember(self, passage: Passage, here: set[str]) -> None:
        if passage.start < _OPENING and not self._paragraph[1]:
            # An event's day is no period that a whole document tells of; a month or a year may be.
            self._opening |= {day for day in here if len(day) < _DAY}
        if self._paragraph[0] != passage.paragraph:
            self._paragraph = (passage.paragraph, set())
        self._paragraph[1].update(here)
        if here:
            self._before = (passage.paragraph, next(iter(here)) if len(here) == 1 else None)


_DAY = 10


def _back(passage: Passage, rank: int) -> int:
    return max(passage.start, passage.spots[rank].start - 24)


def _holds(passage: Passage, rank: int, words: Sequence[str]) -> bool:
    before = passage.text[_back(passage, rank) : passage.spots[rank].start]
    return any(map(before.__contains__, words))


def _is_counted_at(passage: Passage, rank: int) -> bool:
    start = passage.spots[rank].start
    if passage.text[max(0, start - 3) : start - 1].lower() not in _COUNTING:
        return False
    return _COUNTED_AT.search(passage.text, _back(passage, rank), start) is not None


def _nearer(rank: int, compared: set[int], kept: int) -> bool:
    return any(abs(one - rank) < abs(kept - rank) and rank > one for one in compared)


def _joined(passage: Passage, rank: int, at: int, compared: set[int]) -> bool:
    between = passage.after(rank) if at > rank else passage.before(rank)
    if _IN_WHICH.search(between):
        return True
    return at not in compared and len(between) < _CLOSE and not any(mark in between for mark in ",;:(")


_CLOSE = 45
# "45 salariés et a réalisé en 2022": the day is that of the verb after.
_NEW_CLAUSE = re.compile(r"(?:\b(?:et|and|mais|but)|;) (?:a|ont|est|sont|avait|had|has|was|il|elle|it|they|he|she) ")
_IN_WHICH = re.compile(r"(?:année|date|mois|year|month) (?:où|when|à laquelle)")
