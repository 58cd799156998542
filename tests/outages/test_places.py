"""Places by name."""

import pytest

from temoin.errors import InputError
from temoin.outages.places import Holders, asn_of, is_network, place_code, place_label, zones_of_country


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
    ("place", "holders"),
    [
        pytest.param("IR", (), id="a country"),
        pytest.param("IR/Tehran/Rey", ("IR/Tehran", "IR"), id="a county"),
        pytest.param("IR/AS58224", ("IR",), id="a network within a country"),
        pytest.param("AS7", ("KZ",), id="a network of a table"),
        pytest.param("AS8", (), id="a network of no table"),
    ],
)
def test_a_place_is_held_by(place: str, holders: tuple[str, ...]) -> None:
    known = Holders({"AS7": "KZ"})
    assert known.above(place) == holders
    assert known.whole(place) == (holders[-1] if holders else place)


@pytest.mark.parametrize(
    ("place", "asn"),
    [
        pytest.param("IR/AS58224", 58224, id="within a country"),
        pytest.param("AS1", 1, id="bare"),
        pytest.param("ASIA", None, id="letters"),
        pytest.param("AS", None, id="American Samoa"),
        pytest.param("IR/AS58224/x", None, id="a part of one"),
    ],
)
def test_a_network_has_a_number(place: str, asn: int | None) -> None:
    assert asn_of(place) == asn
    assert is_network(place) is (asn is not None)


def test_a_part_is_called_before_its_country() -> None:
    assert place_label("IR/AS58224").fr == "AS58224 (Iran)"
    assert place_label("Atlasie/Nord").en == "Atlasie/Nord"


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
