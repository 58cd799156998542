import pytest

from temoin.claims import sample


def platforms(text):
    return [one.platform for one in sample.read(text) if one.kind in ("count", "rank", "money")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Awa Diop a 3 000 abonnés sur Instagram et 4 000 sur X.", ["Instagram", "X"], id="after"),
        pytest.param("Sur YouTube, Awa Diop a 3 000 abonnés et Paul Renard 4 000.", ["YouTube"] * 2, id="at the head"),
        pytest.param("La page Facebook de Nordby a 3 000 abonnés.", ["Facebook"], id="before"),
        pytest.param(
            "Awa Diop a 3 000 abonnés Facebook, 4 000 sur YouTube.", ["Facebook", "YouTube"], id="its adjective"
        ),
        pytest.param("Awa Diop a 3 000 abonnés.", [None], id="none"),
        pytest.param("Vertex a payé 3 000 euros à Facebook.", [None], id="money is counted on none"),
        pytest.param(
            "Awa Diop a 3 000 abonnés sur Facebook et 4 000 sur X ; Paul Renard, 5 000 et 6 000.",
            ["Facebook", "X", "Facebook", "X"],
            id="two by two",
        ),
        pytest.param(
            "La page Facebook de Nordby a 3 000 abonnés et Estby, 4 000.", ["Facebook", "Facebook"], id="one by one"
        ),
    ],
)
def test_the_platform_of_a_figure(text, expected):
    assert platforms(text) == expected
