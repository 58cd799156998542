"""What everything else looks up about the world: countries, time zones, exchange rates, figures of countries.

Each table names its source, and each answer what it rests on. What is not known is refused or absent, never guessed.
``COUNTRIES`` and the declared table ``COUNTRY_FIGURES`` are made when first asked for, so that importing stays light.
"""

from typing import TYPE_CHECKING

from temoin.world.country_figures import INDICATORS, Figure, figure, figures
from temoin.world.country_names import Country, countries, country, find_country
from temoin.world.mentions import Mention, find_countries
from temoin.world.rates import MissingRateError, Rate, rate
from temoin.world.regions import Region, region_of
from temoin.world.zones import main_zone, zone_of

if TYPE_CHECKING:
    from temoin.world.tables import COUNTRY_FIGURES

__all__ = [
    "COUNTRIES",
    "COUNTRY_FIGURES",
    "INDICATORS",
    "Country",
    "Figure",
    "Mention",
    "MissingRateError",
    "Rate",
    "Region",
    "country",
    "figure",
    "figures",
    "find_countries",
    "find_country",
    "main_zone",
    "rate",
    "region_of",
    "zone_of",
]

COUNTRIES: tuple[Country, ...]


def __getattr__(name: str) -> object:
    if name == "COUNTRIES":
        return countries()
    if name == "COUNTRY_FIGURES":
        from temoin.world import tables

        return tables.COUNTRY_FIGURES
    raise AttributeError(name)
