"""How far a cut is said to reach."""

import pytest

from temoin.claims.checks.scopes import find_scopes


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("Le gouvernement a coupé le réseau internet dans les principales villes du Kazakhstan.", "cities"),
        ("Face à la contestation, le Kazakhstan choisit de déconnecter le pays.", "country"),
        ("Internet est de nouveau coupé dans le pays, le Kazakhstan.", "country"),
        ("Kazakhstan: a nationwide internet blackout.", "country"),
        ("The government of Kazakhstan cut off the internet in several regions.", "region"),
    ],
    ids=["cities", "the country", "again in the country", "nationwide", "regions"],
)
def test_the_extent_is_read_with_its_country(text, extent):
    (found,) = find_scopes(text)
    assert (found.extent, found.place) == (extent, "KZ")
    assert text[found.start : found.end] in found.quote


@pytest.mark.parametrize(
    "text",
    [
        "La panne de courant a touché les principales villes du pays.",
        "Internet est coupé à Almaty.",
        "Le pays a voté.",
        "",
    ],
    ids=["electricity", "one city", "no cut", "empty"],
)
def test_what_tells_no_extent_of_a_network_is_left_alone(text):
    assert find_scopes(text) == []


def test_the_place_said_by_the_source_holds_where_the_text_names_none():
    (found,) = find_scopes("Internet est coupé dans tout le pays.", place="IR")
    assert found.place == "IR"
