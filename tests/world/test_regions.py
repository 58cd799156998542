"""Continents and subregions of countries."""

import pytest

from temoin.errors import InputError
from temoin.world import Region, countries, region_of


def test_every_country_has_a_continent() -> None:
    continents = {region_of(country.iso2).continent for country in countries()}
    assert continents == {"Africa", "Americas", "Antarctica", "Asia", "Europe", "Oceania"}


@pytest.mark.parametrize(
    ("iso2", "continent", "subregion"),
    [
        pytest.param("KZ", "Asia", "Central Asia", id="Kazakhstan"),
        pytest.param("SD", "Africa", "Northern Africa", id="Sudan"),
        pytest.param("RU", "Europe", "Eastern Europe", id="Russia"),
        pytest.param("GE", "Asia", "Western Asia", id="Georgia"),
        pytest.param("MX", "Americas", "Central America", id="Mexico"),
        pytest.param("GU", "Oceania", "Micronesia", id="Guam"),
    ],
)
def test_a_country_lies_where_m49_puts_it(iso2: str, continent: str, subregion: str) -> None:
    assert region_of(iso2) == Region(continent, subregion)


def test_an_unknown_country_is_refused() -> None:
    with pytest.raises(InputError):
        region_of("Atlasie")
