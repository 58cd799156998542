"""Fixed parities: what fixed them, since when, until when.

``pegs.csv`` is ours, a row a parity: both sides of it as the legal text prints them, and that text or the central bank.
``since`` is the first day at which the parity is known to hold; earlier days are refused rather than supposed. A band,
as the Hong Kong dollar's, is no parity. Official rates from which a market departs widely (Lebanon, Cuba, Iraq,
Turkmenistan) are left out on purpose: an amount there needs a rate with its own source.
"""

import csv
import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from io import StringIO

from temoin.words import Words


@dataclass(frozen=True, slots=True)
class Peg:
    """A fixed parity: ``units`` of ``code`` are worth ``anchors`` of ``anchor``.

    Parameters
    ----------
    code, anchor : ISO 4217 codes
    units, anchors : both sides of the parity as the legal text prints it
    since, until : first and last day, both included; ``until`` is None while it holds
    source : the decree, agreement or central bank that fixes it
    note : what a reader must know, or None
    """

    code: str
    anchor: str
    units: Decimal
    anchors: Decimal
    since: dt.date
    until: dt.date | None
    source: Words
    note: Words | None


def peg_of(code: str, on: dt.date) -> Peg | None:
    """Return the parity of a currency in force on a day, or None.

    Examples
    --------
    >>> peg_of("XOF", dt.date(2022, 1, 5)).units
    Decimal('655.957')
    """
    for peg in pegs():
        if peg.code == code and peg.since <= on and (peg.until is None or on <= peg.until):
            return peg
    return None


@cache
def pegs() -> tuple[Peg, ...]:
    """Return every parity known, in order of code, then of first day."""
    table = (files(__package__) / "pegs.csv").read_text(encoding="utf-8")
    return tuple(_peg(row) for row in csv.DictReader(StringIO(table)))


def _peg(row: dict[str, str]) -> Peg:
    return Peg(
        row["code"],
        row["anchor"],
        Decimal(row["units"]),
        Decimal(row["anchors"]),
        dt.date.fromisoformat(row["since"]),
        dt.date.fromisoformat(row["until"]) if row["until"] else None,
        Words(row["source_fr"], row["source_en"]),
        Words(row["note_fr"], row["note_en"]) if row["note_fr"] else None,
    )
