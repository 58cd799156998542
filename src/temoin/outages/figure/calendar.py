"""The calendar of recurrence: a row a day, the hours of the place across, bars where it was down."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from temoin.outages.figure.hatching import hatching
from temoin.outages.figure.key import BOXES
from temoin.outages.figure.paper import (
    GRID,
    INK,
    MUTED,
    Look,
    Paper,
    Spec,
    bars,
    rules,
    text_at,
    texts,
)
from temoin.period import UTC, Period, offset, zone
from temoin.words import Language

NAMES = 92
_A_DAY = dt.timedelta(days=1)
_FEW, _SOME = 36, 72
_HOURS = 24.0
_SATURDAY = 5
_ZONE_AT = -24
_ROOM_FOR_A_NAME = 12


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a calendar, whole, in one zone; ``spans`` hold what is drawn, by the name of its look.

    Parameters
    ----------
    first, last : local dates, both shown
    zone : IANA name
    spans : name of a look in the key (calm, other, cut, next, hatch), and a stretch of time
    """

    first: dt.date
    last: dt.date
    zone: str
    spans: Sequence[tuple[str, Period]]

    @property
    def count(self) -> int:
        """How many days are shown."""
        return (self.last - self.first).days + 1

    @property
    def row(self) -> float:
        """Height of a day, pixels: the more days, the thinner."""
        return 15.0 if self.count <= _FEW else 10.0 if self.count <= _SOME else 6.0

    @property
    def steady(self) -> bool:
        """Whether the zone keeps one offset over these days."""
        noons = (dt.datetime.combine(day, dt.time(12), zone(self.zone)) for day in (self.first, self.last))
        return len({noon.utcoffset() for noon in noons}) == 1


def calendar_rows(days: Days, paper: Paper) -> Spec:
    """Return the calendar: bars on days, local hours above, hours in UTC below where the offset does not change.

    Parameters
    ----------
    days : what to draw
    paper : width and language; its window is not used
    """
    height = days.row * days.count
    layers: list[Spec] = list(_hours(days, paper, height, local=True))
    if days.zone != "UTC" and days.steady:
        layers += _hours(days, paper, height, local=False)
    for look in ("calm", "other", "cut", "next"):
        boxes = [box for name, span in days.spans if name == look for box in _boxes(span, days, paper)]
        layers += [bars(boxes, BOXES[look])] if boxes else []
    missing = [box for name, span in days.spans if name == "hatch" for box in _boxes(span, days, paper)]
    layers += [hatching(missing, paper.width, (0, paper.width), height=height)] if missing else []
    layers += list(_names(days, paper.language))
    return {"width": paper.width, "height": height, "layer": layers}


def _boxes(span: Period, days: Days, paper: Paper) -> Iterator[tuple[float, float, float, float]]:
    where = zone(days.zone)
    begin, end = (moment.astimezone(where).replace(tzinfo=None) for moment in (span.begin, span.end))
    day = max(begin.date(), days.first)
    while day <= days.last and dt.datetime.combine(day, dt.time()) < end:
        midnight = dt.datetime.combine(day, dt.time())
        left, right = (min(max((moment - midnight) / _A_DAY, 0.0), 1.0) * paper.width for moment in (begin, end))
        if right > left:
            top = (day - days.first).days * days.row
            yield left, right, top + 1, top + days.row - 1
        day += _A_DAY


def _hours(days: Days, paper: Paper, height: float, *, local: bool) -> Iterator[Spec]:
    noon = dt.datetime.combine(days.first, dt.time(12), zone(days.zone))
    shift = 0.0 if local else (noon.utcoffset() or dt.timedelta()) / dt.timedelta(hours=1)
    every = 6 if paper.narrow else 3
    told = {(hour + shift) % _HOURS: hour for hour in range(0, 24, every)} | ({_HOURS: 24} if local else {})
    places = [(round(at / _HOURS * paper.width, 1), _hour(hour, paper.language)) for at, hour in sorted(told.items())]
    edge = 0.0 if local else height
    if local:
        yield rules([(x, x, 0.0, height) for x, _ in places], {"color": GRID})
    yield rules([(0.0, paper.width, edge, edge)], {"color": MUTED})
    yield rules([(x, x, edge, edge + (-4 if local else 4)) for x, _ in places], {"color": MUTED})
    look: Look = {"color": INK if local else MUTED, "fontSize": 11}
    yield texts([(x, edge + (-8 if local else 17), text) for x, text in places], look)
    named = "UTC" if not local else offset(noon, days.zone) if days.steady else ""
    yield text_at(named, _ZONE_AT, {"align": "right", "fontSize": 11, "color": MUTED}, edge + (-8 if local else 17))


def _hour(hour: int, language: Language) -> str:
    return f"{hour}\xa0h" if language == "fr" else f"{hour:02d}:00"


def _names(days: Days, language: Language) -> Iterator[Spec]:
    from babel.dates import format_date

    every = days.row > _ROOM_FOR_A_NAME
    told: dict[bool, list[tuple[float, float, str]]] = {True: [], False: []}
    for rank in range(days.count):
        day = days.first + rank * _A_DAY
        if every or day.weekday() == 0:
            name = format_date(day, "EEE d MMM", locale=language)
            told[day.weekday() >= _SATURDAY].append((-8.0, rank * days.row + days.row / 2 + 4, name))
    for rest, names in told.items():
        yield texts(names, {"align": "right", "fontSize": 11, "color": MUTED if rest else INK})


def shown_days(spans: Sequence[Period], zone_name: str, most: int) -> tuple[dt.date, dt.date]:
    """Return the first and last local dates that some stretches touch, the last ``most`` of them.

    Parameters
    ----------
    spans : stretches of time, one at least
    zone_name : IANA name
    most : how many days a calendar has room for
    """
    where = zone(zone_name)
    first = min(span.begin for span in spans).astimezone(where).date()
    last = (max(span.end for span in spans) - dt.timedelta(seconds=1)).astimezone(UTC).astimezone(where).date()
    return max(first, last - (most - 1) * _A_DAY), last
