"""What everything else looks up about the world: countries, time zones, exchange rates, figures of countries.

Each table names its source, and each answer what it rests on. What is not known is refused or absent, never guessed.
"""

from temoin.world.country import Country, countries, country
from temoin.world.mentions import Mention, find_countries
from temoin.world.rates import MissingRateError, Rate, rate
from temoin.world.zones import main_zone, zone_of

__all__ = [
    "COUNTRIES",
    "Country",
    "Mention",
    "MissingRateError",
    "Rate",
    "country",
    "find_countries",
    "main_zone",
    "rate",
    "zone_of",
]

COUNTRIES: tuple[Country, ...]


def __getattr__(name: str) -> object:
    if name == "COUNTRIES":
        return countries()
    raise AttributeError(name)
