"""Clock times as texts write them, in French and English, with what they say of their zone and of their precision."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from temoin.claims.times.clock_zones import ZoneSaid, ZoneWords, zone_words
from temoin.claims.times.marks import Marked, mark
from temoin.claims.times.parts import WORDS as PART_WORDS
from temoin.claims.times.parts import Part, find_parts
from temoin.documents.calendar_words import WEEKDAYS, Place

Mode = Literal["at", "about", "after", "before", "shortly after", "shortly before", "range", "part"]

_S = "[ \u00a0\u202f]"
# Where a colon or a sign stands before, the number is the end of something else.
_CLOCK = re.compile(
    rb"(?P<hour>[01]?[0-9]|2[0-3])(?:[:.h](?P<minute_12>[0-5][0-9])(?::[0-5][0-9])?)? ?(?P<half>[ap])\.?m\b\.?"
    rb"|(?P<hour_24>[01]?[0-9]|2[0-3])"
    rb"(?: ?(?:h|heures?|hrs?) ?(?P<minute_h>[0-5][0-9])(?![0-9.,]?[0-9])(?! [0-9]{3})(?: ?(?:min|mn)\b)?"
    rb"|:(?P<minute_c>[0-5][0-9])(?::[0-5][0-9](?:\.[0-9]+)?)?(?![0-9:])"
    rb"|(?P<bare> ?(?:h|heures?)(?!\w)))"
)
# "1600 GMT"
_FOUR_DIGITS = re.compile(rb"(?P<hour>[01][0-9]|2[0-3])(?<![\w.,/:+#$-]..)(?P<minute>[0-5][0-9])(?= ?(?:gmt|utc)\b)")
_HALF_OF_DAY = re.compile(
    rb" (?:(?P<am>du matin|in the morning)|(?P<pm>du soir|de l'apres-midi|in the (?:evening|afternoon)))\b"
)
_HOUR_WORDS = {
    word.encode(): hour
    for hour, word in enumerate(
        "zero une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
        "dix-huit dix-neuf vingt vingt-et-une vingt-deux vingt-trois".split()
    )
}
_SPELLED = re.compile(
    rb"\b(?:a|vers|des|avant|apres|depuis|il est) (?P<hour>" + b"|".join(sorted(_HOUR_WORDS, key=len)[::-1]) + rb") $"
)
_NOON_BEFORE = re.compile(rb"(?<![a-z])(?:a|vers|avant|apres|de|des|jusqu'a|at|around|by|before|after|until)[ \n]$")
# Before midnight it is still the day; after it, already; at it, one cannot tell.
_NOON = {b"midi": 12, b"noon": 12, b"minuit": 24, b"midnight": 24}
_MIDNIGHT_GONE: frozenset[Mode] = frozenset(("after", "shortly after"))
_MODES: tuple[tuple[Mode, bytes], ...] = (
    ("shortly after", rb"peu apres|juste apres|(?:shortly|just|soon) after"),
    ("shortly before", rb"peu avant|juste avant|(?:shortly|just) before"),
    (
        "about",
        (
            rb"aux (?:alentours|environs) de|vers|(?:a )?environ|autour de|(?:at )?(?:around|about|approximately|"
            rb"roughly|some|near)|~"
        ),
    ),
    ("after", rb"apres|passe|after|past"),
    ("before", rb"avant|before|by"),
    ("at", rb"a partir de|des|depuis|(?<!il y )a|le|at|from|since|jusqu'a|until"),
)
_BEFORE = re.compile(
    b"(?<![a-z])(?:"
    + b"|".join(b"(?P<m%d>%s)" % (rank, words) for rank, (_, words) in enumerate(_MODES))
    + b")[ \\n]?$"
)
_BETWEEN = re.compile(rb"(?<!\w)(?:entre|between|de|from)[ \n]$")
_AND = re.compile(rb"[ \n](?:et|and|a|to)[ \n]|-")
_TO_ANOTHER = re.compile(rb" ?(?:a|et|to|and|-) ?[0-9]{1,2} ?[h:]")
_FROM_ANOTHER = re.compile(rb"[0-9] ?(?:h|heures|:[0-9]{2}|h ?[0-9]{2}) ?(?:a|et|-) ?$")
_STANDS_BESIDE = re.compile(rb" (?:le|du|ce) (?:[0-9]|" + b"|".join(WEEKDAYS) + rb")")
_COUNTS_HOURS = re.compile(rb" (?:de|d'|par|of|durant|pendant|apres|plus|avant)")
_LASTS = re.compile(
    rb"(?<!\w)(?:pendant|durant|dur(?:e|er|a|ait|ee)(?: de)?|plus de|moins de|pres de|lasted|during|for|il y a|"
    rb"en moins de)[ \n]$"
)
_PART_THEN_CLOCK = re.compile(rb",? (?:(?:a|vers|at|around|peu apres|peu avant|apres|avant) )?")
_NOONTIDE = dt.timedelta(hours=12)
_LOOK_BACK = 24


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time as printed.

    Parameters
    ----------
    start, end : its span, its zone included
    hour, minute : on 24 hours, 24 for a midnight that may end the day; ``minute`` is None where the hour alone is
        printed
    mode : what the words before say
    zone_said : what the words after say; ``unknown`` is an abbreviation that several zones share
    shift : offset from UTC where ``zone_said`` is ``utc``
    city : the place whose time it is where ``zone_said`` is ``named``
    until : the second clock of "between ... and ..."
    part : the hours of a part of a day such as "au soir", counted from its midnight
    """

    start: int
    end: int
    hour: int
    minute: int | None
    mode: Mode
    zone_said: ZoneSaid = "none"
    shift: dt.timedelta = dt.timedelta()
    city: str | None = None
    until: "Clock | None" = None
    part: Part | None = None


def find_clocks(text: str, marked: Marked | None = None) -> list[Clock]:
    """Return the clock times and the parts of days of a text, in order.

    A number of hours is one only after a word such as "vers" or before a zone: "17 heures de coupure" is a duration.

    Parameters
    ----------
    text : any length; time is linear in it
    marked : the text as :func:`temoin.claims.times.marks.mark` gives it, where that is at hand

    Examples
    --------
    >>> [(one.hour, one.minute, one.mode, one.zone_said) for one in find_clocks("vers 17 heures, heure locale")]
    [(17, None, 'about', 'local')]
    >>> find_clocks("après 17 heures de coupure")
    []
    """
    marked = mark(text) if marked is None else marked
    folded = marked.folded
    clocks = [clock for start in marked.starts("clock", "figures") if (clock := _clock(text, folded, start))]
    clocks += _without_sign(text, folded) if b"gmt" in folded or b"utc" in folded else ()
    clocks.sort(key=lambda clock: clock.start)
    places = [place for place in marked.words if place[2] in PART_WORDS]
    if not places:
        return list(_paired(folded, clocks))
    clocks += [clock for place in places if (clock := _in_words(text, folded, place))]
    clocks = list(_paired(folded, sorted(clocks, key=lambda clock: clock.start)))
    return _with_parts(folded, clocks, find_parts(text, folded, places))


def _with_parts(folded: bytes, clocks: Sequence[Clock], parts: Sequence[Part]) -> list[Clock]:
    starts = [clock.start for clock in clocks]
    kept = dict(zip(starts, clocks, strict=True))
    for part in parts:
        rank = bisect_left(starts, part.end)
        if rank and clocks[rank - 1].end > part.start:
            continue
        behind = clocks[rank] if rank < len(clocks) else None
        # "mercredi soir vers 19 heures" is one moment.
        if (
            behind
            and behind.start - part.end < _LOOK_BACK
            and _PART_THEN_CLOCK.fullmatch(folded, part.end, behind.start)
        ):
            later = behind.hour < 12 and part.first >= _NOONTIDE and not behind.part
            kept[behind.start] = replace(behind, start=part.start, hour=behind.hour + 12 * later)
        else:
            kept[part.start] = Clock(part.start, part.end, 0, 0, "part", part=part)
    return sorted(kept.values(), key=lambda clock: clock.start)


def _clock(text: str, folded: bytes, start: int) -> Clock | None:
    match = _CLOCK.match(folded, start)
    if match is None or (start and folded[start - 1] in b":+-"):
        return None
    end = match.end()
    mode = _mode_before(folded, start)
    half = _HALF_OF_DAY.match(folded, end)
    zone = zone_words(text, half.end() if half else end)
    if not (zone or half) and _is_something_else(folded, match, mode):
        return None
    hour, minute = _hour_and_minute(match)
    if hour is None:
        return None
    if half:
        hour, end = (hour + 12 if half["pm"] and hour < 12 else hour), half.end()
    clock = Clock(start, end, hour, minute, mode or "at")
    return _with_zone(clock, zone_words(text, clock.end))


def _without_sign(text: str, folded: bytes) -> Iterator[Clock]:
    for match in _FOUR_DIGITS.finditer(folded):
        mode = _mode_before(folded, match.start()) or "at"
        clock = Clock(match.start(), match.end(), int(match["hour"]), int(match["minute"]), mode)
        yield _with_zone(clock, zone_words(text, match.end()))


def _is_something_else(folded: bytes, match: re.Match[bytes], mode: Mode | None) -> bool:
    start, end = match.span()
    beside = _STANDS_BESIDE.match(folded, end) or _opens_a_range(folded, start, end)
    if match["bare"] and not beside and (mode is None or _COUNTS_HOURS.match(folded, end)):
        return True
    if match["minute_h"] or match["bare"]:
        return _LASTS.search(folded, max(0, start - _LOOK_BACK), start) is not None
    return bool(match["minute_c"]) and len(match["hour_24"]) == 1 and mode is None


def _opens_a_range(folded: bytes, start: int, end: int) -> bool:
    is_first = _BETWEEN.search(folded, max(0, start - 9), start) and _TO_ANOTHER.match(folded, end)
    return bool(is_first or _FROM_ANOTHER.search(folded, max(0, start - 12), start))


def _in_words(text: str, folded: bytes, place: Place) -> Clock | None:
    start, end, word = place
    if word in _NOON:
        before = _NOON_BEFORE.search(folded, max(0, start - 10), start)
        if before is None or text[start].isupper() or folded[end : end + 1] == b"-":
            return None
        mode = _mode_before(folded, start) or "at"
        hour = 0 if _NOON[word] == 24 and mode in _MIDNIGHT_GONE else _NOON[word]
        clock = Clock(start, end, hour, 0, mode)
        return _with_zone(clock, zone_words(text, clock.end))
    spelled = _SPELLED.search(folded, max(0, start - _LOOK_BACK), start) if word == b"heures" else None
    if spelled is None or _COUNTS_HOURS.match(folded, end):
        return None
    half = _HALF_OF_DAY.match(folded, end)
    hour, begin = _HOUR_WORDS[spelled["hour"]], spelled.start("hour")
    hour += 12 if half and half["pm"] and hour < 12 else 0
    clock = Clock(begin, half.end() if half else end, hour, None, _mode_before(folded, begin) or "at")
    return _with_zone(clock, zone_words(text, clock.end))


def _hour_and_minute(match: re.Match[bytes]) -> tuple[int | None, int | None]:
    if match["half"] is None:
        minute = match["minute_h"] or match["minute_c"]
        return int(match["hour_24"]), int(minute) if minute else None
    hour = int(match["hour"])
    minutes = int(match["minute_12"]) if match["minute_12"] else None
    if not 1 <= hour <= 12:
        return None, None
    return hour % 12 + (12 if match["half"] == b"p" else 0), minutes


def _mode_before(folded: bytes, start: int) -> Mode | None:
    found = _BEFORE.search(folded, max(0, start - _LOOK_BACK), start)
    if found is None or found.lastgroup is None:
        return None
    return _MODES[int(found.lastgroup[1:])][0]


def _with_zone(clock: Clock, zone: ZoneWords | None) -> Clock:
    if zone is None:
        return clock
    return replace(clock, end=zone.end, zone_said=zone.said, shift=zone.shift, city=zone.city)


def _paired(folded: bytes, clocks: list[Clock]) -> Iterator[Clock]:
    rank = 0
    while rank < len(clocks):
        first = clocks[rank]
        second = clocks[rank + 1] if rank + 1 < len(clocks) else None
        if (
            second
            and _AND.fullmatch(folded, first.end, second.start)
            and _BETWEEN.search(folded, max(0, first.start - 9), first.start)
        ):
            zoned = replace(first, zone_said=second.zone_said, shift=second.shift, city=second.city)
            yield replace(zoned if first.zone_said == "none" else first, end=second.end, mode="range", until=second)
            rank += 1
        else:
            yield first
        rank += 1
