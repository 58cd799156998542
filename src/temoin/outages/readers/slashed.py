"""Dates in figures, day and month in an order that only a person can say, as ISO text."""

import re

import polars as pl

from temoin.errors import InputError
from temoin.evidence.source import DateOrder
from temoin.words import Words, same

_MONTHS = 12
_LAST_FIGURES = r"(?<a>\d{2})[/.-](?<b>\d{2})[/.-](?<y>\d{4})"
_CLOCK = r"(?:[T ]+(?P<hour>\d{1,2})[:h](?P<minute>\d{2})(?::(?P<second>\d{2}))?)?"
_LAST = re.compile(r"(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<year>\d{4})" + _CLOCK, re.ASCII)
_FIRST = re.compile(r"(?P<year>\d{4})(?P<mark>[/.])(?P<a>\d{1,2})(?P=mark)(?P<b>\d{1,2})" + _CLOCK, re.ASCII)


def iso_of(cell: str, order: DateOrder | None) -> str:
    """Return a date in figures as ISO text, by the order said; any other text as it is.

    Raises
    ------
    InputError : a date in figures whose order nobody said, or that has its year on the other side

    Examples
    --------
    >>> iso_of("05/01/2022 16:30", "dmy"), iso_of("2022-01-05T16:30", None)
    ('2022-01-05T16:30:00', '2022-01-05T16:30')
    """
    last, first = _LAST.fullmatch(cell.strip()), _FIRST.fullmatch(cell.strip())
    found = last or first
    if found is None:
        return cell
    month, day = (found["b"], found["a"]) if order == "dmy" else (found["a"], found["b"])
    if order is None or (order == "ymd") != (last is None) or int(month) > _MONTHS:
        raise InputError(
            cell,
            Words(
                "jour et mois dans un ordre qui n’est pas dit" if order is None else f"date qui n’est pas en {order}",
                "day and month in an order that is not said" if order is None else f"a date that is not {order}",
            ),
            same("--dates dmy | --dates mdy" if last else "--dates ymd"),
        )
    clock = f"{int(found['hour'] or 0):02d}:{found['minute'] or '00'}:{found['second'] or '00'}"
    return f"{found['year']}-{int(month):02d}-{int(day):02d}T{clock}"


def iso_cells(cells: pl.Series, order: DateOrder | None) -> pl.Series:
    """Return a column with its dates in figures as ISO text; those that the order does not fit stay as they are."""
    if order is None:
        return cells
    month, day = ("${b}", "${a}") if order == "dmy" else ("${a}", "${b}")
    dated = r"(?<y>\d{4})[/.](?<a>\d{2})[/.](?<b>\d{2})" if order == "ymd" else _LAST_FIGURES
    read = cells.str.replace(rf"^{dated}(?:[T ]+|$)", f"${{y}}-{month}-{day}T")
    return read.str.replace(r"^(\d{4}-\d{2}-\d{2}T)$", "${1}00:00")
