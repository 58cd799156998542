"""What the readers of lists share: rows read and rows refused, each with its number, its id and the reason.

A list is what somebody else published: one row an outage, a shutdown, an anomaly or an alert. A row that cannot be
read for certain, or that ends before it begins, is refused aloud while the rest is read.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

import polars as pl

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.outages.places import zones_of_country
from temoin.outages.tables import REPORTED
from temoin.period import PartialDate
from temoin.words import Words

Fields = TypeVar("Fields")
Made = dict[str, object]
Span = tuple[dt.datetime, dt.datetime]

_ONE_MINUTE = dt.timedelta(minutes=1)
_ASK_PUBLISHER = Words("demandez les bonnes dates à l’éditeur", "ask the publisher for the right dates")
_NO_SUCH_DATE = Words("date hors du calendrier", "a date outside the calendar")
_WIDEST = ("Etc/GMT-14", "Etc/GMT+12")

REPAIRS: dict[str, Words] = {
    "clock-24h": Words("heure déjà sur 24 h, AM ou PM laissé", "already on a 24-hour clock, AM or PM left aside"),
    "month-first": Words("mois d’abord, comme ailleurs dans le fichier", "month first, as elsewhere in the file"),
    "day-first": Words("jour d’abord, comme ailleurs dans le fichier", "day first, as elsewhere in the file"),
    "seconds-missing": Words("secondes absentes", "seconds missing"),
    "minute-one-digit": Words(
        "minute à un seul chiffre, lue dans les deux sens", "a minute of one digit, read both ways"
    ),
}
"""What the column ``repaired`` names, for people."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that was not read.

    Parameters
    ----------
    row : data row in the source, from 1
    id : the publisher's identifier, else the row
    why : what is wrong with it, and what would mend it
    """

    row: int
    id: str
    why: Words

    @property
    def words(self) -> Words:
        """The row, its identifier where it has one, and the reason, in one line."""
        name = "" if self.id == str(self.row) else f" ({self.id})"
        return Words(f"ligne {self.row}{name} refusée : {self.why.fr}", f"row {self.row}{name} refused: {self.why.en}")


@dataclass(frozen=True, slots=True)
class Listing:
    """What reading a list gives: its rows, table ``REPORTED``, and those refused."""

    reported: pl.DataFrame
    refused: tuple[Refusal, ...]


def read_rows(source: Source, rows: Iterable[tuple[str, Fields]], make: Callable[[Fields], Made]) -> Listing:
    """Return a list from its rows, numbered from 1.

    Parameters
    ----------
    rows : the publisher's identifier (empty where there is none) and what the row holds
    make : from what a row holds to the columns of ``REPORTED`` save ``source``, ``row`` and ``id``; it raises
        ``InputError`` for a row that cannot be read
    """
    kept: list[Made] = []
    refused: list[Refusal] = []
    for number, (name, held) in enumerate(rows, start=1):
        known = name or str(number)
        try:
            kept.append({"source": source.id, "row": number, "id": known} | make(held))
        except InputError as error:
            refused.append(Refusal(number, known, error.words))
        except OverflowError:
            refused.append(Refusal(number, known, _NO_SUCH_DATE))
    return Listing(REPORTED.frame(kept), tuple(refused))


def spans(begins: Span, ends: Span | None, printed: str) -> Made:
    """Return the columns of a beginning and an end, nulls where no end is said.

    Parameters
    ----------
    printed : both as the list writes them, for the refusal

    Raises
    ------
    InputError : the end is before the beginning
    """
    if ends is not None and ends[0] < begins[0]:
        raise InputError(
            printed, Words("elle finit avant d’avoir commencé", "it ends before it begins"), _ASK_PUBLISHER
        )
    return {
        "began_earliest": begins[0],
        "began_latest": begins[1],
        "ended_earliest": ends[0] if ends else None,
        "ended_latest": ends[1] if ends else None,
    }


def minute_of(moment: dt.datetime, *, width: dt.timedelta = _ONE_MINUTE) -> Span:
    """Return the stretch of UTC that a printed moment stands for: it and the width of what it was read off."""
    return moment, moment + width


def day_of(text: str, country: str, zone: str | None) -> Span:
    """Return a day as a stretch of UTC: in the zone given, else in every zone of its country, else anywhere on Earth.

    Parameters
    ----------
    text : an ISO date
    country : ISO 3166 code
    zone : what ``--zone`` says, None where nothing is

    Raises
    ------
    InputError : not an ISO date to the day

    Examples
    --------
    >>> [f"{moment:%d %H:%M}" for moment in day_of("2022-01-04", "IR", None)]
    ['03 20:30', '04 20:30']
    """
    day = PartialDate(text)
    if day.precision != "day":
        raise InputError(
            text,
            Words("jour attendu, AAAA-MM-JJ", "expected a day, YYYY-MM-DD"),
            Words("demandez le jour à l’éditeur", "ask the publisher for the day"),
        )
    zones = (zone,) if zone else zones_of_country(country) or _WIDEST
    periods = [day.period(name) for name in zones]
    return min(each.begin for each in periods), max(each.end for each in periods)


def said(cell: object) -> str | None:
    """Return a cell's words on one line, None where it is empty.

    Examples
    --------
    >>> said(" Executive\\n government "), said("  ")
    ('Executive government', None)
    """
    return " ".join(str(cell).split()) or None if cell is not None else None


def first_link(cell: object) -> str | None:
    """Return the first web address of a cell, None where it holds none."""
    words = str(cell or "").replace(";", " ").split()
    return next((word for word in words if word.startswith(("http://", "https://"))), None)


def region_of(country: str, name: str) -> str:
    """Return the place of a region or network by its path.

    Examples
    --------
    >>> region_of("SS", "Central Equatoria"), region_of("QQ", "North/South")
    ('SS/Central Equatoria', 'QQ/North-South')
    """
    return f"{country}/{name.replace('/', '-')}"
