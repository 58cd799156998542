"""Places by name."""

import pytest

from temoin.errors import InputError
from temoin.outages.places import place_code, place_label, zones_of_country


@pytest.mark.parametrize("name", ["iran", "iran (islamic republic of)", "IR"])
def test_a_country_is_known_by_its_names_and_its_code(name: str) -> None:
    assert place_code(name) == "IR"


def test_a_country_that_is_none_is_refused() -> None:
    with pytest.raises(InputError):
        place_code("atlantis")


@pytest.mark.parametrize(
    ("place", "label"),
    [
        pytest.param("KZ", "Kazakhstan", id="a country"),
        pytest.param("AS64496", "AS64496", id="a network"),
        pytest.param("Atlasie", "Atlasie", id="a made-up place"),
        pytest.param("QQ", "QQ", id="a code that no country has"),
    ],
)
def test_a_place_has_a_name_for_people(place: str, label: str) -> None:
    assert place_label(place).fr == label


@pytest.mark.parametrize(
    ("code", "zones"),
    [
        pytest.param("GS", ("Atlantic/South_Georgia",), id="one zone"),
        pytest.param("BV", (), id="an island without one"),
        pytest.param("QQ", (), id="no country"),
    ],
)
def test_a_country_lives_by_its_zones(code: str, zones: tuple[str, ...]) -> None:
    assert zones_of_country(code) == zones
