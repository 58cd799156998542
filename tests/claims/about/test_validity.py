"""At which date made-up figures hold: their own, an inherited one, the day of publication, or none."""

import pytest

from temoin.claims import sample


def as_of(text, figure, published="2024-05-06"):
    return next(one.as_of for one in sample.read(text, published=published) if one.text.startswith(figure))


@pytest.mark.parametrize(
    ("text", "figure", "expected"),
    [
        pytest.param("En avril 2019, la coupure a coûté 3 millions d’euros.", "3", "2019-04", id="its sentence's"),
        pytest.param("Awa Diop comptait 3 000 abonnés au 24 mars 2017.", "3 000", "2017-03-24", id="counted at"),
        pytest.param(
            "Awa Diop a 3 000 abonnés au 24 mars 2017.\n\nPaul Renard a 4 000 abonnés.",
            "4 000",
            "2017-03-24",
            id="another is counted at the same day",
        ),
        pytest.param("Awa Diop a 3 000 abonnés.", "3 000", "2024-05-06", id="a stock holds on the day of publication"),
        pytest.param(
            "Les coupures de 2019 au Mali.\n\nLe coût atteint 3 millions d’euros.", "3", "2019", id="the opening's"
        ),
        pytest.param(
            "Le bilan est lourd. En août 2021, tout a changé. La coupure a coûté 3 millions d’euros.",
            "3",
            "2021-08",
            id="its paragraph's",
        ),
        pytest.param("La coupure a coûté 3 millions d’euros.", "3", None, id="a flow without a day has none"),
        pytest.param(
            "Tout commence le 4 novembre 2020 au Mali.\n\nLe pays attend.\n\nOn crie.\n\nLe coût atteint 3 "
            "millions d’euros.",
            "3",
            None,
            id="the day of an event is no period of the whole text",
        ),
        pytest.param(
            "La société emploie 45 salariés et a gagné en 2022 près de 8 millions d’euros.",
            "45",
            None,
            id="a day of the verb after is not that of the figure before",
        ),
        pytest.param(
            "En 2019 puis en 2020, la coupure a coûté 3 millions d’euros.", "3", None, id="two days settle none"
        ),
        pytest.param("C’est 12 villes de moins qu’en 2019.", "12", None, id="a day compared with"),
        pytest.param(
            "La coupure a coûté 2 millions, soit 10 % de moins qu’en 2023, année où le total était de 3 millions "
            "d’euros.",
            "3 millions",
            "2023",
            id="the year in which",
        ),
        pytest.param("Centre de Nordby : 6 millions de yuans, créé en août 2019.", "6", "2019-08", id="an item's day"),
    ],
)
def test_the_date_at_which_a_figure_holds(text, figure, expected):
    assert as_of(text, figure) == expected


def test_a_day_has_no_date_of_its_own():
    assert as_of("Tout a commencé le 5 janvier 2022.", "5 janvier") is None


def test_the_stamp_of_a_page_is_no_date_of_its_figures():
    assert as_of("Publié le 3 mars 2020\n\nLa coupure a coûté 3 millions d’euros.", "3 millions") is None
