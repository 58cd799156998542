"""To whom a construction gives a figure, in made-up sentences."""

import pytest

from temoin.claims import sample


def entities(text):
    return [
        one.entity for one in sample.read(text, published="2024-05-06") if one.kind not in ("date", "datetime", "other")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Awa Diop: Facebook – 3,000 followers, Instagram – 640k, X – 212,000.", ["Awa Diop"] * 3, id="a list"
        ),
        pytest.param("Le régulateur a infligé à Google une amende de 3 millions d’euros.", ["Google"], id="inflicted"),
        pytest.param("The regulator fined Norcom 500 million shillings.", ["Norcom"], id="fined"),
        pytest.param("Norcom was fined 345 million euros by the watchdog.", ["Norcom"], id="was fined"),
        pytest.param("Le tribunal a condamné Norcom à une amende de 7 millions d’euros.", ["Norcom"], id="condemned"),
        pytest.param("Awa Diop dit que l’État ne dépense que 300 euros.", ["État"], id="the State"),
        pytest.param("Le bureau de la propagande a aussi payé 300 euros.", ["bureau de la propagande"], id="an office"),
        pytest.param("Nigeria's regulator paid 250 million naira.", ["Nigeria’s regulator"], id="a national body"),
        pytest.param("Le président, 90 ans, se représente.", ["président"], id="an age"),
        pytest.param("This is more than Daniel Mutua's 120,000 followers.", ["Daniel Mutua"], id="a possessive"),
    ],
)
def test_a_construction_gives_a_figure_to_whom_it_falls_upon(text, expected):
    assert entities(text) == expected


def test_the_name_nearest_to_a_figure_comes_before_a_common_noun_further_back():
    assert entities("Le ministère a payé Awa Diop, qui compte 3 000 abonnés.") == ["Awa Diop"]
