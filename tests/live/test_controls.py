"""Control countries: unrelated, of a similar size, the same each time, each with its reason."""

import pytest

from temoin.errors import InputError
from temoin.live import controls
from temoin.live.controls import choose_controls, named_controls
from temoin.world import countries, country

PLACES = [item.iso2 for item in countries()]


@pytest.mark.parametrize("place", PLACES)
def test_five_controls_share_neither_subregion_nor_border_with_the_place(place: str) -> None:
    chosen = [control.code for control in choose_controls(place)]
    regions = [controls._subregion(code) for code in (place, *chosen)]
    assert len(chosen) == 5
    assert len(set(regions)) == 6
    assert all(place not in controls._CANDIDATES[code].split() for code in chosen)


def test_the_nearest_in_size_come_first() -> None:
    assert [control.code for control in choose_controls("KZ")] == ["NL", "CL", "TW", "GH", "AU"]


def test_a_country_of_the_case_is_no_control_nor_is_its_neighbour() -> None:
    chosen = [control.code for control in choose_controls("KZ", avoiding=["NL", "PE"])]
    assert not {"NL", "PE", "CL"} & set(chosen)
    assert len(chosen) == 5


def test_each_says_why_in_both_languages() -> None:
    first = choose_controls("KZ")[0].why
    assert first.en.startswith("Netherlands (NL): 16.6 million internet users, against 16.5 million (Kazakhstan); ")
    assert first.fr.endswith("Europe de l’Ouest, sans frontière commune")


def test_a_network_of_no_known_country_has_controls_too() -> None:
    assert len(choose_controls(None)) == 5


def test_a_person_may_name_others() -> None:
    assert [control.code for control in named_controls(["PT", " uy ", "PT"])] == ["PT", "UY"]
    assert "choisi par vous" in named_controls(["PT"])[0].why.fr
    with pytest.raises(InputError, match="--controls"):
        named_controls([""])
    with pytest.raises(InputError):
        named_controls(["Nowhere"])


def test_the_declared_neighbours_and_subregions_are_sound() -> None:
    for code, neighbours in controls._CANDIDATES.items():
        assert country(code).iso2 == code
        assert all(country(other).iso2 == other for other in neighbours.split())
        for other in set(neighbours.split()) & set(controls._CANDIDATES):
            assert code in controls._CANDIDATES[other].split()
    members = [code for _, listed in controls._SUBREGIONS.values() for code in listed.split()]
    assert len(set(members)) == len(members)
    assert set(PLACES) - set(members) == {"AQ"}
