"""Whose figures are, from one made-up sentence to the next."""

import pytest

from temoin.claims import sample


def entities(text):
    return [
        one.entity for one in sample.read(text, published="2024-05-06") if one.kind not in ("date", "datetime", "other")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Awa Diop a 3 000 abonnés. Elle a 4 000 amis.", ["Awa Diop"] * 2, id="a pronoun"),
        pytest.param("Hier Awa Diop a parlé. Elle a 4 000 amis.", ["Awa Diop"], id="after a sentence without figures"),
        pytest.param("Awa Diop a 3 000 abonnés. Sa page a 4 000 amis.", ["Awa Diop"] * 2, id="a possessive"),
        pytest.param(
            "Le Mali a perdu 3 millions d’euros. La coupure a duré 92 heures.", ["Mali"] * 2, id="a country goes on"
        ),
        pytest.param(
            "Awa Diop visite le Mali. La coupure y a coûté 3 millions d’euros.",
            ["Mali"],
            id="what is told of countries falls to the country",
        ),
        pytest.param(
            "30 % des abonnés de Awa Diop sont faux ; la part serait de 20 % sur les 4 000 abonnés de Paul Renard.",
            ["Awa Diop", "Paul Renard", "Paul Renard"],
            id="a share is its base's",
        ),
        pytest.param(
            "PARTI HORIZON – Amende de 20 000 €\nLe parti de Paul Renard paiera 30 000 €.",
            ["PARTI HORIZON", "PARTI HORIZON"],
            id="the party of somebody is the only party",
        ),
    ],
)
def test_a_figure_without_a_name_is_that_of_whom_the_text_spoke_of(text, expected):
    assert entities(text) == expected
