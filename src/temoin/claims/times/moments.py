"""The times of a text: days, and clock times on their day in their zone (``claims.times/2``).

A clock time stands on the day written beside it; else the closest before it in its sentence, or after it there;
else the closest before it in its paragraph; else on none. "Local" is the time of the place spoken of, by the rules
in force that day: with several legal times and no city named, the value is null and the bounds span them, unless
another clock of the sentence ("10h30 (UTC), soit 16h30 dans le pays") is one of them. A clock without a zone is
read in the zone given with the source, else spans the place's times and UTC; where no place is known, all the legal
times on earth.

Printed to the minute a clock stands for that minute; to the hour, half an hour on either side; "about" is half an hour
either side on the hour and a quarter otherwise; "shortly after" and "shortly before" are the half hour after and
before; "after" and "before" keep one bound.
"""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from temoin.claims.about.subjects import Subjects
from temoin.claims.sentences import Sentence, sentence_at
from temoin.claims.times.clocks import Clock
from temoin.claims.times.days import Day
from temoin.errors import InputError
from temoin.evidence import Kind, Qualifier
from temoin.period import UTC, iso, zone
from temoin.words import Words
from temoin.world import country, find_countries, zone_of

METHOD = "claims.times/2"

Zones = tuple[str, ...]
# The first and the last legal time on earth: a clock without a zone stands somewhere between.
_ANYWHERE: Zones = ("Etc/GMT-14", "Etc/GMT+12")
_MINUTE, _QUARTER, _HALF_HOUR = (dt.timedelta(minutes=minutes) for minutes in (1, 15, 30))
_MODE_WORD = (
    r"à|at|vers|around|about|approximately|dès|après|after|avant|before|entre|between|de|from|(?:shortly|just) "
    r"(?:after|before)|(?:peu|"
    r"juste) (?:après|avant)|"
    r"aux (?:alentours|environs) de|by|from|since|le matin à|le soir à|au soir,? vers"
)
_DAY_THEN_CLOCK = re.compile(
    rf"T?[ \n\u00a0\u202f]?[,|–-]?[ \n\u00a0\u202f]?(?:\(?(?:{_MODE_WORD})[ \u00a0\u202f])?(?:(?:around|about|"
    rf"environ)[ \u00a0])?",
    re.IGNORECASE,
)
_CLOCK_THEN_DAY = re.compile(
    r"[ \u00a0\u202f\n]?,?[ \u00a0\u202f]?(?:\(?(?:on|le|du|de|of|ce)[ \u00a0])?(?:(?:the|(?:mon|tues|wednes|thurs|fri|"
    r"satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|"
    r"samedi|dimanche),?[ \u00a0])?",
    re.IGNORECASE,
)
_DAY_THEN_PART = re.compile(
    r"[ \n\u00a0\u202f]?,?[ \n\u00a0\u202f]?(?:(?:au|dans la|dans l['’]|en|a l['’]|à l['’]|tard dans la|(?:en |"
    r"à la )?(?:début|fin) de|in the|"
    r"petit|mi-|après)[ \u00a0-]?){0,3}",
    re.IGNORECASE,
)
_STAMP_LINE, _STORY, _PARAGRAPHS = 80, 1200, 4

_NO_DAY = Words("aucun jour n’est écrit près de cette heure", "no day is written near this clock time")
_WHICH_MIDNIGHT = Words("minuit peut commencer ou finir ce jour", "midnight may begin or end that day")
_NO_ZONE = Words("le fuseau n’est pas écrit : --zone Z", "the zone is not written: --zone Z")
_SHARED_ZONE = Words("cette abréviation désigne plusieurs fuseaux", "several zones share this abbreviation")
_SEVERAL_ZONES = Words(
    "le pays a plusieurs heures légales ce jour-là : nommez une ville ou passez --zone",
    "the country kept several legal times that day: name a city or pass --zone",
)


@dataclass(frozen=True, slots=True)
class Time:
    """A day or a moment that a text names.

    Parameters
    ----------
    start, end : where it stands, clock and day together where they touch
    kind : ``date`` or ``datetime``
    value : ISO date, or ISO time in UTC with Z; None where it stays open or is a range
    low, high : its bounds, written the same way; the high bound of a moment is outside, that of a date inside
    qualifier : closed set of statements
    reason : why it stays open
    """

    start: int
    end: int
    kind: Kind
    value: str | None
    low: str | None
    high: str | None
    qualifier: Qualifier
    reason: Words | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """What the zones of a clock rest on.

    Parameters
    ----------
    zones : the zones of cities and of the place spoken of
    zone : IANA zone that the person who added the source gave to its bare times
    stamp : whether the time is that of a publication or an update, in a zone that nothing tells
    """

    zones: "PlaceZones"
    zone: str | None = None
    stamp: bool = False


class PlaceZones:
    """The zones that the places of a text kept on a day.

    Parameters
    ----------
    text, sentences, subjects : of one document
    """

    def __init__(self, text: str, sentences: Sequence[Sentence], subjects: Subjects) -> None:
        self._text = text
        self._sentences = sentences
        self._subjects = subjects

    def here(self, position: int, date: dt.date) -> Zones:
        """Return the zones of the place spoken of at a position: of a city of its sentence, else of the country."""
        iso2 = self._subjects.place_at(position)
        if iso2 is None:
            return ()
        for mention in self._subjects.mentions_in(sentence_at(self._sentences, position)):
            city = self._text[mention.start : mention.end]
            if mention.iso2 == iso2 and mention.how == "city" and (found := zones_of_place(iso2, date, city)):
                return found
        return zones_of_place(iso2, date)

    def of_city(self, city: str, date: dt.date) -> Zones:
        """Return the zones of a city or country named as that of a clock time; empty where it is not known."""
        for mention in find_countries(city):
            asked = None if mention.how == "name" else city
            if found := zones_of_place(mention.iso2, date, asked):
                return found
        for iso2 in sorted(self._subjects.everywhere):
            if found := zones_of_place(iso2, date, city):
                return found
        return ()


@dataclass(frozen=True, slots=True)
class _Moment:
    clock: Clock
    start: int
    end: int
    sentence: Sentence
    readings: tuple[dt.datetime, ...]
    reason: Words | None = None
    within: Day | None = None


class _Days:
    def __init__(self, days: Sequence[Day]) -> None:
        self._days = days
        self._starts = [day.start for day in days]

    def around(self, clock: Clock) -> tuple[Day | None, Day | None]:
        rank = bisect_left(self._starts, clock.start)
        before = self._days[rank - 1] if rank and self._days[rank - 1].end <= clock.start else None
        after = self._days[rank] if rank < len(self._days) and self._days[rank].start >= clock.end else None
        return before, after


def join_times(
    days: Sequence[Day], clocks: Sequence[Clock], sentences: Sequence[Sentence], text: str, placed: Placed
) -> list[Time]:
    """Return the times of a text in order: its days, and its clocks with the day and the zone they stand in."""
    whole_days = _Days([day for day in days if day.value is None or day.value.precision == "day"])
    moments: list[_Moment] = []
    used: dict[int, _Moment] = {}
    for clock in clocks:
        day, touching = _day_of(clock, whole_days, sentences, text)
        if clock.part and touching and day is not None and day.qualifier == "range":
            continue
        span = (clock.start, clock.end)
        if touching and day is not None and day.start not in used:
            span = (min(clock.start, day.start), max(clock.end, day.end))
        moment = _moment(clock, day, span, sentence_at(sentences, clock.start), _stamped(placed, text, span, clock))
        if touching and day is not None:
            used.setdefault(day.start, moment)
        moments.append(moment)
    beside: dict[Sentence, set[dt.datetime]] = {}
    for moment in moments:
        if len(moment.readings) == 1:
            beside.setdefault(moment.sentence, set()).add(moment.readings[0])
    times = [_of_day(day) for day in days if day.start not in used]
    times += [_of_moment(_by_companion(moment, beside.get(moment.sentence, set()))) for moment in moments]
    return sorted(times, key=lambda time: time.start)


def _stamped(placed: Placed, text: str, span: tuple[int, int], clock: Clock) -> Placed:
    if clock.part or clock.zone_said != "none" or placed.zone or span == (clock.start, clock.end):
        return placed
    begin, end = (
        text.rfind("\n", max(0, span[0] - _STAMP_LINE), span[0]),
        text.find("\n", span[1], span[1] + _STAMP_LINE),
    )
    begin = begin if begin >= 0 or span[0] > _STAMP_LINE else 0
    end = end if end >= 0 or len(text) - span[1] > _STAMP_LINE else len(text)
    is_stamp = min(begin, end) >= 0 and end - begin <= _STAMP_LINE
    # The hour of a publication is that of the publisher, wherever that is, not of the place spoken of.
    return replace(placed, stamp=True) if is_stamp else placed


def _day_of(clock: Clock, days: _Days, sentences: Sequence[Sentence], text: str) -> tuple[Day | None, bool]:
    here = sentence_at(sentences, clock.start)
    before, after = days.around(clock)
    if before and (_DAY_THEN_PART if clock.part else _DAY_THEN_CLOCK).fullmatch(text, before.end, clock.start):
        return before, True
    if after and _CLOCK_THEN_DAY.fullmatch(text, clock.end, after.start):
        return after, True
    if before and before.start >= here.start:
        return before, False
    if after and after.end <= here.end:
        return after, False
    if before and _goes_on(clock, before, here, sentences):
        return before, False
    return None, False


def _goes_on(clock: Clock, before: Day, here: Sentence, sentences: Sequence[Sentence]) -> bool:
    between = here.paragraph - sentence_at(sentences, before.start).paragraph
    if between == 0:
        return True
    # A clock time that names its zone belongs to the story, whose day may stand some paragraphs before.
    return clock.zone_said != "none" and between <= _PARAGRAPHS and clock.start - before.end <= _STORY


def _moment(clock: Clock, day: Day | None, span: tuple[int, int], sentence: Sentence, placed: Placed) -> _Moment:
    if day is None or day.value is None or day.value.precision != "day":
        reason = _NO_DAY if day is None or day.reason is None else day.reason
        return _Moment(clock, *span, sentence, (), reason, day)
    date = day.value.first
    midnight = dt.datetime.combine(date, dt.time())
    # "À minuit" may begin the day or end it.
    hours = (0, 24) if clock.hour == 24 and clock.mode in ("at", "about") else (clock.hour,)
    naives = [midnight + dt.timedelta(hours=hour, minutes=clock.minute or 0) for hour in hours]
    if clock.zone_said == "utc":
        moments = tuple(naive.replace(tzinfo=UTC) - clock.shift for naive in naives)
        return _Moment(clock, *span, sentence, moments, _WHICH_MIDNIGHT if len(moments) > 1 else None)
    zones, reason = _zones(clock, date, placed)
    readings = {naive.replace(tzinfo=zone(name)).astimezone(UTC) for name in zones for naive in naives}
    return _Moment(clock, *span, sentence, tuple(sorted(readings)), reason if len(readings) != 1 else None)


def _zones(clock: Clock, date: dt.date, placed: Placed) -> tuple[Zones, Words]:
    if clock.zone_said == "unknown":
        return _ANYWHERE, _SHARED_ZONE
    if clock.zone_said == "named":
        return placed.zones.of_city(clock.city or "", date) or _ANYWHERE, _SEVERAL_ZONES
    if placed.zone and clock.zone_said == "none":
        return (placed.zone,), _NO_ZONE
    if placed.stamp:
        return _ANYWHERE, _NO_ZONE
    here = placed.zones.here(clock.start, date)
    if clock.zone_said == "local" or clock.part:
        return here or _ANYWHERE, _SEVERAL_ZONES if here else _NO_ZONE
    return (*here, "UTC") if here else _ANYWHERE, _NO_ZONE


def _by_companion(moment: _Moment, beside: AbstractSet[dt.datetime]) -> _Moment:
    shared = [reading for reading in moment.readings if reading in beside]
    if len(moment.readings) < 2 or len(shared) != 1:
        return moment
    return replace(moment, readings=tuple(shared), reason=None)


def _of_day(day: Day) -> Time:
    return Time(
        day.start,
        day.end,
        "date",
        day.value.text if day.value else None,
        day.low.isoformat() if day.low else None,
        day.high.isoformat() if day.high else None,
        day.qualifier,
        day.reason,
    )


def _of_moment(moment: _Moment) -> Time:
    clock = moment.clock
    qualifier = _qualifier(clock)
    if not moment.readings:
        bounds = _anywhere(moment.within)
        return Time(moment.start, moment.end, "datetime", None, *bounds, qualifier, moment.reason)
    lows, highs = zip(*(_bounds(reading, clock) for reading in moment.readings), strict=True)
    low = None if None in lows else min(bound for bound in lows if bound)
    high = None if None in highs else max(bound for bound in highs if bound)
    known = len(moment.readings) == 1 and clock.mode not in ("range", "part")
    return Time(
        moment.start,
        moment.end,
        "datetime",
        iso(moment.readings[0]) if known else None,
        iso(low) if low else None,
        iso(high) if high else None,
        qualifier,
        moment.reason,
    )


def _anywhere(day: Day | None) -> tuple[str | None, str | None]:
    if day is None or day.low is None or day.high is None:
        return None, None
    first, last = (dt.datetime.combine(bound, dt.time()) for bound in (day.low, day.high))
    begin, end = (zone(name) for name in _ANYWHERE)
    return iso(first.replace(tzinfo=begin)), iso((last + dt.timedelta(days=1)).replace(tzinfo=end))


def _bounds(at: dt.datetime, clock: Clock) -> tuple[dt.datetime | None, dt.datetime | None]:
    if clock.part:
        return at + clock.part.first, at + clock.part.last
    if clock.mode == "after":
        return at, None
    if clock.mode == "before":
        return None, at
    before, after = _widths(clock)
    return at - before, at + after


def _widths(clock: Clock) -> tuple[dt.timedelta, dt.timedelta]:
    around = _HALF_HOUR if not clock.minute else _QUARTER
    none = dt.timedelta()
    by_mode = {
        "shortly after": (none, _HALF_HOUR),
        "shortly before": (_HALF_HOUR, none),
        "about": (around, around),
        "range": (none, _length(clock)),
    }
    return by_mode.get(clock.mode, (_HALF_HOUR, _HALF_HOUR) if clock.minute is None else (none, _MINUTE))


def _length(clock: Clock) -> dt.timedelta:
    if clock.until is None:
        return dt.timedelta()
    minutes = (clock.until.hour - clock.hour) * 60 + (clock.until.minute or 0) - (clock.minute or 0)
    return dt.timedelta(minutes=minutes % (24 * 60))


def _qualifier(clock: Clock) -> Qualifier:
    if clock.mode == "at":
        return "about" if clock.minute is None else "exact"
    found: dict[str, Qualifier] = {"after": "at least", "before": "at most", "range": "range", "part": "vague"}
    return found.get(clock.mode, "about")


def zones_of_place(iso2: str, date: dt.date, city: str | None = None) -> Zones:
    """Return the zones that a country, or a city of it, kept on a day: one where all keep the same time.

    Examples
    --------
    >>> zones_of_place("KZ", dt.date(2022, 1, 5), "Almaty")
    ('Asia/Almaty',)
    >>> len(zones_of_place("KZ", dt.date(2022, 1, 5))) > 1, len(zones_of_place("KZ", dt.date(2025, 1, 5)))
    (True, 1)
    """
    try:
        return (zone_of(iso2, city, date),)
    except InputError:
        return () if city else country(iso2).zones
