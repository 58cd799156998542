"""Parts of a day: "le 5 au soir", "mercredi matin", "dans la nuit", "in the evening"; wide hours, never one moment."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from temoin.documents.calendar_words import WEEKDAYS, Place

_HOURS: Mapping[bytes, tuple[int, int]] = {
    **dict.fromkeys((b"aube", b"dawn"), (3, 8)),
    **dict.fromkeys((b"matin", b"matinee", b"morning"), (3, 12)),
    **dict.fromkeys((b"midi", b"afternoon"), (12, 19)),
    **dict.fromkeys((b"soir", b"soiree", b"evening"), (16, 24)),
    **dict.fromkeys((b"nuit", b"night"), (0, 32)),
    b"overnight": (0, 32),
    b"journee": (5, 22),
}
WORDS = frozenset(_HOURS) - {b"midi"} | {b"midi", b"minuit", b"noon", b"midnight", b"heures"}
"""Folded words at which a part of a day, or a clock time in words, may stand."""

_DAY_WORD = (
    rb"(?:"
    + b"|".join(WEEKDAYS)
    + rb"|hier|demain|yesterday|tomorrow|[0-9](?:er|th|st|nd|rd)?|"
    + (rb"janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)")
)
_BEFORE = re.compile(
    rb"(?:\b(?P<loose>(?:tard |tot )?dans (?:la|l')|en (?:debut|fin|milieu) de|en|au petit|a l'|au cours de la|"
    rb"durant la|pendant la|early in the|late in the|in the|during the|at|au soir de la)|\b(?P<this>ce|cet|cette|"
    rb"this|last)|"
    rb"\b(?P<the>le|l'|la|the|au|on the)|(?P<after>apres))?[ -]?$"
)
_DAY_BEFORE = re.compile(
    _DAY_WORD
    + rb",?[ \n](?:20[0-9]{2} )?(?:au |dans la |en (?:debut |fin )?(?:de )?|a l'|tard dans la |a la mi-|in the )?"
    + rb"(?:petit )?$"
)
_OF_DAY = re.compile(rb" (?:du|de|of)(?: the)? (?:[0-9]|" + b"|".join(WEEKDAYS) + rb")")
_EDGE = re.compile(rb"\b(?P<early>debut|tot|early)|(?P<late>fin|tard|late)")
_AND = re.compile(rb",? (?:et|ou|puis|and|or) ")
_HABITS = frozenset((b"matin", b"soir", b"midi"))
_AFTER_NOON = re.compile(rb"\bapres[- ]$")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a day: where it stands, and the hours it may take, counted from the midnight that begins the day."""

    start: int
    end: int
    first: dt.timedelta
    last: dt.timedelta


def find_parts(text: str, folded: bytes, places: Sequence[Place]) -> list[Part]:
    """Return the parts of days at the words given, in order; two joined by "et" are one.

    Examples
    --------
    >>> text = "le matin et en début de soirée"
    >>> [part] = find_parts(text, b"le matin et en debut de soiree", [(3, 8, b"matin"), (24, 30, b"soiree")])
    >>> text[part.start:part.end], part.first // dt.timedelta(hours=1), part.last // dt.timedelta(hours=1)
    ('le matin et en début de soirée', 3, 21)
    """
    found: list[Part] = []
    for place in places:
        if place[2] in _HOURS and (part := _part(text, folded, place)):
            if found and _AND.fullmatch(folded, found[-1].end, part.start):
                found[-1] = replace(found[-1], end=part.end, last=max(found[-1].last, part.last))
            elif not found or found[-1].end <= part.start:
                found.append(part)
    return found


def _part(text: str, folded: bytes, place: Place) -> Part | None:
    start, end, word = place
    reach = max(0, start - 26)
    if word == b"midi":
        after = _AFTER_NOON.search(folded, reach, start)
        if after is None:
            return None
        start = after.start()
    # "Le Matin" and "Le Soir" are newspapers.
    if text[start].isupper() and not text[start:end].isupper():
        return None
    before = _BEFORE.search(folded, reach, start)
    beside = _DAY_BEFORE.search(folded, reach, start) is not None
    groups = before.groupdict() if before else {}
    if not (beside or _OF_DAY.match(folded, end) or _stands_alone(word, groups)):
        return None
    begin = before.start() if before and not beside and before.group() and not groups.get("this") else start
    while begin < start and folded[begin] in b" ,":
        begin += 1
    return Part(begin, end, *_hours(word, folded[max(0, start - 14) : start]))


def _stands_alone(word: bytes, groups: Mapping[str, bytes | None]) -> bool:
    if word == b"overnight":
        return True
    if groups.get("loose"):
        return not (groups["loose"] in (b"en", b"at") and word not in (b"soiree", b"matinee", b"night", b"journee"))
    if groups.get("this"):
        return word in (b"night", b"nuit") or (word != b"journee" and groups["this"] != b"last")
    return word in _HABITS and groups.get("the") in (b"le", b"l'")


def _hours(word: bytes, before: bytes) -> tuple[dt.timedelta, dt.timedelta]:
    first, last = _HOURS[word]
    edge = _EDGE.search(before)
    if edge and word not in (b"nuit", b"night"):
        first, last = (first, last - 3) if edge["early"] else (first + 3, last + 1)
    return dt.timedelta(hours=first), dt.timedelta(hours=last)
