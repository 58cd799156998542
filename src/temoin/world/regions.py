"""Regions: the continent and subregion of each country, as the United Nations group them (M49).

``regions.csv`` is our own small table of facts, a row a country, after "Standard country or area codes for statistical
use" of the UN Statistics Division. Taiwan, which M49 does not list apart, stands in Eastern Asia; Kosovo in Southern
Europe; both as Unicode's CLDR groups them. A grouping for statistics: it says nothing about who belongs to whom.
"""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import StringIO

from temoin.world.country_names import country


@dataclass(frozen=True, slots=True)
class Region:
    """Where a country lies: ``continent`` and ``subregion`` by their English names in M49."""

    continent: str
    subregion: str


def region_of(name: str) -> Region:
    """Return the continent and subregion of a country.

    Parameters
    ----------
    name : country code or name

    Raises
    ------
    InputError : the country is unknown

    Examples
    --------
    >>> region_of("IR")
    Region(continent='Asia', subregion='Southern Asia')
    """
    return _regions()[country(name).iso2]


@cache
def _regions() -> dict[str, Region]:
    table = (files(__package__) / "regions.csv").read_text(encoding="utf-8")
    return {row["iso2"]: Region(row["continent"], row["subregion"]) for row in csv.DictReader(StringIO(table))}
