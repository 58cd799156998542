"""The same moment told in two zones (``claims.zone/1``): "10h30 (UTC), soit 16h30 dans le pays".

The difference between the two clock times is set against every zone that the country kept on that day, by the
historical rules of the zone database: Almaty was UTC+6 in 2022 and is UTC+5 since 2024.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from temoin.claims.checks.page import Page
from temoin.errors import InputError
from temoin.evidence import Finding, Settle, Statement
from temoin.period import UTC, PartialDate, offset, print_date, zone
from temoin.words import Words, same
from temoin.world import country, zone_of
from temoin.world.country_names import countries

METHOD = "claims.zone/1"

_CLOCK = (
    r"(?P<{0}h>[01]?\d|2[0-3])\s?(?:(?:[hH:]|heures?)\s?(?P<{0}m>[0-5]\d)?|(?=\s?[ap]\.?m\b))"
    r"(?P<{0}pm>\s?[ap]\.?m\b\.?)?"
)
_ON_DAY = r"(?:\s(?:on|le|du|of)\s[^.;:()\n]{3,24}?(?=\s?\())?"
_UNIVERSAL = r"(?:\(?\s?(?:UTC|GMT|TU|heure universelle|temps universel)\b\s?\)?)"
_JOINT = (
    r"\s?(?P<joint>[,;]?\s?[(/]|[,;]?\s?(?:soit|ou|c[’']est-à-dire|i\.e\.|or|that is|donc)\b,?|[,;])?\s?(?:à |at )?"
)
_LOCAL = (
    r"\s?\(?(?P<local>(?:heure|dans le pays|sur place|in the country|local|locale|à|in|en|[A-ZÀ-Þ]\w+ time)\b"
    r"[^.;,()\n]{0,30})?"
)
_UNIVERSAL_FIRST = re.compile(
    _CLOCK.format("u") + r"\s?" + _UNIVERSAL + _ON_DAY + _JOINT + _CLOCK.format("l") + _LOCAL, re.IGNORECASE
)
_LOCAL_FIRST = re.compile(
    _CLOCK.format("l") + r"\s?(?P<local>[^.;\n\d()]{0,40}?)" + _JOINT + _CLOCK.format("u") + r"\s?" + _UNIVERSAL,
    re.IGNORECASE,
)
_TO_DAY = re.compile(r"\s?\)?,?\s(?:le|du|on|the|of)?\s?", re.IGNORECASE)
_SAYS_LOCAL = re.compile(r"\b(?:heure|time|pays|sur place|country|local|locale)\b|\b(?:à|in) [A-ZÀ-Þ]", re.IGNORECASE)
_SAYS_UNIVERSAL = re.compile(_UNIVERSAL)
_CITY = re.compile(
    r"(?:\bà|\bin|\bheure (?:de|d[’'])|\btime in)\s?(?P<city>[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)?)|"
    r"(?P<named>[A-ZÀ-Þ]\w+) time"
)
_CUSTOM = frozenset({"Asia/Urumqi"})
_AGREES = Words(
    "{universal} UTC font bien {local} {where}, le {day} ({shift}).",
    "{universal} UTC is indeed {local} {where}, on {day} ({shift}).",
)
_ONLY = Words(
    "{universal} UTC font bien {local} à {true}, le {day} ({shift})\u00a0; mais non à {false}, où il était une autre "
    "heure.",
    "{universal} UTC is indeed {local} in {true}, on {day} ({shift}); but not in {false}, where the time was another.",
)
_DISAGREES = Words(
    "{universal} UTC ne font pas {local} {where}, le {day}\u00a0: il y était {right}.",
    "{universal} UTC is not {local} {where}, on {day}: the time there was {right}.",
)
_SETTLE = Settle(
    Words("l’heure UTC de l’événement", "the UTC time of the event"),
    Words("qui a mesuré ou daté l’événement", "whoever measured or dated the event"),
    Words("À quelle heure UTC l’événement a-t-il eu lieu\u202f?", "At what UTC time did the event happen?"),
)


@dataclass(frozen=True, slots=True)
class _Told:
    match: re.Match[str]
    statements: tuple[Statement, ...]
    day: dt.date
    place: str

    @property
    def universal(self) -> dt.time:
        return _clock(self.match, "u")

    @property
    def local(self) -> dt.time:
        return _clock(self.match, "l")


def check_zones(page: Page) -> list[Finding]:
    """Return one finding a moment that a text gives in UTC and in local time.

    Returns
    -------
    findings in the order of the text; ``numbers`` holds ``place day universal local``, and ``holds_in`` and
    ``fails_in``, zones of the country
    """
    return [found for told in _told(page) if (found := _judged(page, told))]


def _told(page: Page) -> Iterator[_Told]:
    seen = -1
    for one in page.statements:
        if one.kind != "datetime" or one.start < seen:
            continue
        sentence = page.sentence(one.start)
        for pattern in (_UNIVERSAL_FIRST, _LOCAL_FIRST):
            match = pattern.search(page.text, max(sentence.start, one.start - 5), min(sentence.end, one.end + 90))
            if match is None or (told := _placed(page, match)) is None:
                continue
            seen = match.end()
            yield told
            break


def _is_told(match: re.Match[str]) -> bool:
    """Whether the second time is the first one told again: words of equality, or of a local hour."""
    local, joint = match["local"] or "", (match["joint"] or "").strip(" ,;")
    return not _SAYS_UNIVERSAL.search(local) and bool(joint or _SAYS_LOCAL.search(local))


def _placed(page: Page, match: re.Match[str]) -> _Told | None:
    if not _is_told(match):
        return None
    near = tuple(one for one in page.inside(match.start() - 40, match.end()) if one.end > match.start())
    times = tuple(one for one in near if one.kind == "datetime")
    place = next((one.place for one in times if one.place), page.place)
    beside = _day_beside(page, match)
    day = beside or next((day for one in times if (day := _day(one))), page.published and page.published.first)
    return _Told(match, times, day, place) if times and place and day else None


def _day_beside(page: Page, match: re.Match[str]) -> dt.date | None:
    """The day told right after a pair of times: "à 14 h GMT (10 h à New York) le 12 juillet 2023" is of that day."""
    following = next((one for one in page.inside(match.end(), match.end() + 20) if one.kind == "date"), None)
    if following is None or not _TO_DAY.fullmatch(page.text, match.end(), following.start):
        return None
    return _day(following) if following.value else None


def _day(statement: Statement) -> dt.date | None:
    text = statement.value or statement.low or statement.high
    return dt.date.fromisoformat(text[:10]) if text and len(text) >= 10 else None


def _clock(match: re.Match[str], name: str) -> dt.time:
    hour, minute = int(match[f"{name}h"]), int(match[f"{name}m"] or 0)
    half = (match[f"{name}pm"] or "").strip().lower()
    if half.startswith("p") and hour < 12:
        hour += 12
    elif half.startswith("a") and hour == 12:
        hour = 0
    return dt.time(hour, minute)


def _judged(page: Page, told: _Told) -> Finding | None:
    where = country(told.place)
    names = _zones(told)
    if not names:
        return None
    moment = dt.datetime.combine(told.day, told.universal, UTC)
    holds = [name for name in names if moment.astimezone(zone(name)).time() == told.local]
    fails = [name for name in names if name not in holds]
    wording = _AGREES if not fails else _ONLY if holds else _DISAGREES
    date = PartialDate(told.day.isoformat())
    day = Words(print_date(date, "fr"), print_date(date, "en"))
    shown = sorted({moment.astimezone(zone(name)).time() for name in fails})
    words = wording.filled(
        universal=_printed(told.universal),
        local=_printed(told.local),
        where=Words(f"dans ce pays ({where.name.fr})", f"in {where.name.en}"),
        true=_cities(holds),
        false=_cities(fails),
        day=day,
        shift=offset(moment, holds[0]) if holds else "",
        right=Words(" ou ".join(_printed(one).fr for one in shown), " or ".join(_printed(one).en for one in shown)),
    )
    return Finding(
        "claims",
        METHOD,
        tuple(one.id for one in told.statements),
        words,
        numbers={
            "place": told.place,
            "day": told.day.isoformat(),
            "universal": told.universal.isoformat("minutes"),
            "local": told.local.isoformat("minutes"),
            "holds_in": holds,
            "fails_in": fails,
        },
        verdict="agrees" if holds else "disagrees",
        because=None if holds and not fails else "zone",
        settle=None if holds else _SETTLE,
        source=page.source,
    )


def _zones(told: _Told) -> list[str]:
    """The zones that the second time may be of: of the city it names, wherever that is, else of the country."""
    city = _CITY.search(told.match["local"] or "")
    if city is None:
        return [name for name in country(told.place).zones if name not in _CUSTOM]
    named = city["city"] or city["named"]
    if called := _zone_called(named):
        return called
    if own := _of_the_country(told, named):
        return own
    try:  # a country of one zone answers for any city, even one that is elsewhere
        return [zone_of(told.place, named, told.day)] if len(country(told.place).zones) > 1 else []
    except InputError:
        return []


def _of_the_country(told: _Told, city: str) -> list[str]:
    """The one zone of a country, where the statement places the city in it."""
    zones = [name for name in country(told.place).zones if name not in _CUSTOM]
    placed = {one.place for one in told.statements if one.entity and one.entity.casefold() == city.casefold()}
    return zones if len(zones) == 1 and placed == {told.place} else []


def _zone_called(city: str) -> list[str]:
    folded = city.casefold().replace(" ", "_")
    return [name for each in countries() for name in each.zones if name.rsplit("/", 1)[1].casefold() == folded][:1]


def _cities(names: list[str]) -> Words:
    return same(", ".join(name.rsplit("/", 1)[1].replace("_", " ") for name in names))


def _printed(clock: dt.time) -> Words:
    return Words(f"{clock.hour} h {clock.minute:02d}", f"{clock:%H:%M}")
