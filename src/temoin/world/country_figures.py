"""Figures of countries, 2010 to 2024: what exists, with its source; what is missing is absent, never zero.

``country_figures.csv`` is ours, a row a figure, declared as ``COUNTRY_FIGURES``. Each row names its primary source and,
where known, the date of the edition consulted:

- ``gdp_usd``: World Bank, NY.GDP.MKTP.CD (CC BY 4.0), current US dollars. Where several editions were at hand the
  latest stands, so neighbouring years may be of two editions, as ``retrieved`` tells; national accounts are revised,
  sometimes by a third. Where the World Bank has none, the CIA World Factbook at the official exchange rate.
- ``population``: World Bank, SP.POP.TOTL (CC BY 4.0).
- ``internet_users_share``, per cent of the population: World Bank, IT.NET.USER.ZS (CC BY 4.0). The Factbook's own
  percentages are left out: they jump by tens of points between editions.
- ``internet_users``: a count, CIA World Factbook (public domain), another estimate than the share.
- ``lcu_per_usd``: units of the currency for one US dollar, yearly average, CIA World Factbook. An official rate: the
  market may depart widely (Iran, Lebanon, Syria, Argentina).

Left out, because the origin shows them to be wrong or undecided: values of zero or equal to their year; internet users
above the population or more than 12 points from the same source's percentage; Factbook GDP beyond 0.4 to 2.5 times the
World Bank's of the nearest year; exchange rates before 2017 (in 2014, 68 of 74 differ by over 2 % from the mean of the
ECB's daily rates; from 2017 on, next to none); years in which a currency changed; and the rates of Turkmenistan,
Venezuela, Zimbabwe, and of Cuba before 2021, where several were official.
"""

import csv
import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import Literal, cast, get_args

from temoin.errors import InputError
from temoin.words import Words
from temoin.world.country_names import country

Indicator = Literal["gdp_usd", "population", "internet_users", "internet_users_share", "lcu_per_usd"]
INDICATORS: tuple[Indicator, ...] = get_args(Indicator)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a country in a year.

    Parameters
    ----------
    iso2 : country
    indicator : closed set ``INDICATORS``
    year : calendar year
    value : as published
    unit : ``USD``, ``people``, ``%``, or a pair such as ``KZT/USD``
    source : primary source and licence
    retrieved : date of the edition consulted; None where the data package does not say
    """

    iso2: str
    indicator: Indicator
    year: int
    value: Decimal
    unit: str
    source: str
    retrieved: dt.date | None


def figure(iso2: str, indicator: str, year: int) -> Figure | None:
    """Return a country's figure of a year, or None where none is known: never that of another year.

    Parameters
    ----------
    iso2 : country code or name
    indicator : closed set ``INDICATORS``

    Raises
    ------
    InputError : the country or the indicator is unknown

    Examples
    --------
    >>> figure("KZ", "population", 2021).value
    Decimal('19743603')
    >>> figure("KZ", "lcu_per_usd", 2015) is None
    True
    """
    if indicator not in INDICATORS:
        raise InputError(
            indicator,
            Words("indicateur inconnu", "unknown indicator"),
            Words("choisissez parmi " + ", ".join(INDICATORS), "choose among " + ", ".join(INDICATORS)),
        )
    return _figures().get(country(iso2).iso2, {}).get((indicator, year))


def figures(iso2: str) -> list[Figure]:
    """Return every figure known of a country, in order of indicator, then year; empty when none is.

    Raises
    ------
    InputError : the country is unknown
    """
    return list(_figures().get(country(iso2).iso2, {}).values())


@cache
def _figures() -> dict[str, dict[tuple[str, int], Figure]]:
    table = (files(__package__) / "country_figures.csv").read_text(encoding="utf-8")
    by_country: dict[str, dict[tuple[str, int], Figure]] = {}
    for row in csv.DictReader(StringIO(table)):
        item = _figure(row)
        by_country.setdefault(item.iso2, {})[item.indicator, item.year] = item
    return by_country


def _figure(row: dict[str, str]) -> Figure:
    return Figure(
        row["iso2"],
        cast("Indicator", row["indicator"]),
        int(row["year"]),
        Decimal(row["value"]),
        row["unit"],
        row["source"],
        dt.date.fromisoformat(row["retrieved"]) if row["retrieved"] else None,
    )
