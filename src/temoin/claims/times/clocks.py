"""Clock times as texts write them, in French and English, with what they say of their zone and of their precision."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

Mode = Literal["at", "about", "after", "before", "shortly after", "shortly before", "range"]
ZoneSaid = Literal["utc", "local", "named", "unknown", "none"]

_S = "[ \u00a0\u202f]"
_CLOCK = re.compile(
    rf"(?=\d)(?:(?<![\w.,:/-])(?P<hour>[01]?\d|2[0-3])"
    rf"(?:[:.h](?P<minute_12>[0-5]\d))?{_S}?(?P<half>[ap])\.?m\b\.?"
    rf"|(?:(?<=\dT)|(?<![\w.,:/-]))(?P<hour_24>[01]?\d|2[0-3])"
    rf"(?:{_S}?(?:h|heures?|H){_S}?(?P<minute_h>[0-5]\d)(?![\d.,]?\d)(?!{_S}\d{{3}})"
    rf"|:(?P<minute_c>[0-5]\d)(?::[0-5]\d)?(?![\d:])"
    rf"|(?P<bare>{_S}?(?:h|heures?)(?!\w))))",
    re.IGNORECASE,
)
_ZONE = re.compile(
    rf"{_S}?,?{_S}?(?P<open>[(\[])?{_S}?(?:"
    rf"(?P<utc>UTC|GMT|T\.?U\.?(?=\W)|Z\b)(?P<offset>{_S}?[+−-]{_S}?\d{{1,2}}(?::?[0-5]\d)?)?(?!\w)"
    rf"|(?P<local>(?:à l['’])?heures? (?:locales?|du pays)|(?:in )?local(?: time)?\b|dans le pays|in the country)"
    rf"|heure (?:de |d['’]|du )(?P<city_fr>[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)*)"
    rf"|(?P<city_en>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) time\b"
    rf"|(?P<letters>[A-Z]{{3,4}})(?![\w-]))(?(open)[)\]]?)"
)
_ABBREVIATIONS_WORDS = "EST EDT CST CDT MST PST PDT CET CEST EET EEST WAT CAT EAT MSK IST PKT ALMT BST AST WIB"
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_WORDS.split())
_MODES: tuple[tuple[Mode, str], ...] = (
    ("shortly after", r"peu après|juste après|(?:shortly|just|soon) after"),
    ("shortly before", r"peu avant|juste avant|(?:shortly|just) before"),
    (
        "about",
        (
            r"aux (?:alentours|environs) de|vers|environ|autour de|(?:at )?(?:around|about|approximately|roughly|some|"
            r"near)|~|≈"
        ),
    ),
    ("after", r"après|passé|after|past"),
    ("before", r"avant|before|by"),
    ("at", r"à partir de|dès|depuis|à|le|at|from|since|jusqu['’]à|until"),
)
_BEFORE = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<m{rank}>{words})" for rank, (_, words) in enumerate(_MODES)) + rf"){_S}?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"(?<!\w)(?:entre|between){_S}$", re.IGNORECASE)
_AND = re.compile(rf"{_S}(?:et|and){_S}")
_COUNTS_HOURS = re.compile(rf"{_S}(?:de|d['’])")
_LASTS = re.compile(rf"(?<!\w)(?:pendant|durant|dur(?:é|ée|er|a|ait|e)(?:{_S}de)?){_S}$", re.IGNORECASE)
_LOOK_BACK = 24


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time as printed.

    Parameters
    ----------
    start, end : its span, its zone included
    hour, minute : on 24 hours; ``minute`` is None where only the hour is printed
    mode : what the words before say
    zone_said : what the words after say; ``unknown`` is an abbreviation that several zones share
    shift : offset from UTC where ``zone_said`` is ``utc``
    city : the place whose time it is where ``zone_said`` is ``named``
    until : the second clock of "between ... and ..."
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


def find_clocks(text: str) -> list[Clock]:
    """Return the clock times of a text, in order.

    A number of hours is one only after a word such as "vers" or before a zone: "17 heures de coupure" is a duration.

    Examples
    --------
    >>> [(one.hour, one.minute, one.mode, one.zone_said) for one in find_clocks("vers 17 heures, heure locale")]
    [(17, None, 'about', 'local')]
    >>> find_clocks("après 17 heures de coupure")
    []
    """
    return list(_paired(text, [clock for match in _CLOCK.finditer(text) if (clock := _clock(text, match))]))


def _clock(text: str, match: re.Match[str]) -> Clock | None:
    mode = _mode_before(text, match.start())
    zone = _ZONE.match(text, match.end())
    if zone and zone["letters"] and zone["letters"] not in _ABBREVIATIONS:
        zone = None
    if match["bare"] and not zone and (mode is None or _COUNTS_HOURS.match(text, match.end())):
        return None
    if match["minute_h"] and not zone and _LASTS.search(text[max(0, match.start() - _LOOK_BACK) : match.start()]):
        return None
    if match["minute_c"] and len(match["hour_24"]) == 1 and not zone and mode is None:
        return None
    hour, minute = _hour_and_minute(match)
    if hour is None:
        return None
    clock = Clock(match.start(), match.end(), hour, minute, mode or "at")
    return _with_zone(clock, zone) if zone else clock


def _hour_and_minute(match: re.Match[str]) -> tuple[int | None, int | None]:
    if match["half"] is None:
        minute = match["minute_h"] or match["minute_c"]
        return int(match["hour_24"]), int(minute) if minute else None
    hour = int(match["hour"])
    minutes = int(match["minute_12"]) if match["minute_12"] else None
    if not 1 <= hour <= 12:
        return None, None
    return hour % 12 + (12 if match["half"].lower() == "p" else 0), minutes


def _mode_before(text: str, start: int) -> Mode | None:
    found = _BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
    if found is None or found.lastgroup is None:
        return None
    return _MODES[int(found.lastgroup[1:])][0]


def _with_zone(clock: Clock, zone: re.Match[str]) -> Clock:
    end = zone.end()
    if zone["utc"]:
        return replace(clock, end=end, zone_said="utc", shift=_shift(zone["offset"]))
    if zone["local"]:
        return replace(clock, end=end, zone_said="local")
    if city := zone["city_fr"] or zone["city_en"]:
        return replace(clock, end=end, zone_said="named", city=city)
    return replace(clock, end=end, zone_said="unknown")


def _shift(printed: str | None) -> dt.timedelta:
    if not printed:
        return dt.timedelta()
    digits = re.sub(r"\D", "", printed)
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    shift = dt.timedelta(hours=hours, minutes=minutes)
    return shift if "+" in printed else -shift


def _paired(text: str, clocks: list[Clock]) -> Iterator[Clock]:
    rank = 0
    while rank < len(clocks):
        first = clocks[rank]
        second = clocks[rank + 1] if rank + 1 < len(clocks) else None
        if (
            second
            and _AND.fullmatch(text, first.end, second.start)
            and _BETWEEN.search(text[max(0, first.start - 9) : first.start])
        ):
            zoned = replace(first, zone_said=second.zone_said, shift=second.shift, city=second.city)
            yield replace(zoned if first.zone_said == "none" else first, end=second.end, mode="range", until=second)
            rank += 1
        else:
            yield first
        rank += 1
