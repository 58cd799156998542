"""Two numbers that are one figure."""

from decimal import Decimal

import pytest

from temoin.claims.figures.figure import Setting
from temoin.claims.figures.find import find_figures


def one(text, language="fr"):
    (found,) = find_figures(text, Setting(language))
    return found


@pytest.mark.parametrize(
    ("text", "language", "low", "high", "unit"),
    [
        pytest.param("entre 10 et 33 millions de vues", "fr", 10**7, 33 * 10**6, "views", id="entre, one magnitude"),
        pytest.param("de 10 à 15 %", "fr", 10, 15, "%", id="de à"),
        pytest.param("10-15 millions d’euros", "fr", 10**7, 15 * 10**6, "EUR", id="hyphen"),
        pytest.param("une à deux semaines", "fr", 1, 2, "week", id="one to two"),
        pytest.param("deux ou trois jours", "fr", 2, 3, "day", id="two or three"),
        pytest.param("1 500 à 2 000 manifestants", "fr", 1500, 2000, "protesters", id="grouped digits"),
        pytest.param("une fourchette de 10 à 20 millions", "fr", 10**7, 2 * 10**7, None, id="a bracket"),
        pytest.param("between 10 and 33 million users", "en", 10**7, 33 * 10**6, "users", id="between"),
        pytest.param("$3 to $5 million", "en", 3 * 10**6, 5 * 10**6, "USD", id="signs before"),
        pytest.param("50 ± 3 %", "fr", 47, 53, "%", id="tolerance"),
    ],
)
def test_a_range_is_one_figure(text, language, low, high, unit):
    found = one(text, language)
    assert (found.value, found.low, found.high, found.unit, found.qualifier) == (None, low, high, unit, "range")


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        pytest.param("une personne sur cinq", "fr", "0.2", id="one in five"),
        pytest.param("sept ménages sur dix", "fr", "0.7", id="seven in ten"),
        pytest.param("1 sur 3.", "fr", "0.3333", id="in digits"),
        pytest.param("nine out of ten users", "en", "0.9", id="out of"),
    ],
)
def test_so_many_of_so_many_is_a_ratio(text, language, value):
    found = one(text, language)
    assert (found.kind, found.value) == ("ratio", Decimal(value))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        pytest.param("15 dollars et 15 cents", "15.15", "USD", id="cents"),
        pytest.param("treize euros et quarante-cinq centimes", "13.45", "EUR", id="in words"),
        pytest.param("100 millions de centimes", "100000000", "centime", id="centimes told as such"),
    ],
)
def test_an_amount_takes_its_hundredths(text, value, unit):
    found = one(text)
    assert (found.kind, found.value, found.unit) == ("money", Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    ["Le trafic est passé de 98 % à 2 %.", "12 villes et 15 villes", "3 villes sur 17 communes"],
    ids=["a change", "two counts", "part of a whole that is counted"],
)
def test_two_figures_stay_two(text):
    assert len(find_figures(text, Setting("fr"))) == 2


@pytest.mark.parametrize("text", ["£4.1m or €5.2 million", "$4m to €5m", "€4 or 5 days"])
def test_two_currencies_or_money_and_days_are_no_range(text):
    assert "range" not in [found.qualifier for found in find_figures(text, Setting("en"))]
