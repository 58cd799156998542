"""Magnitudes, currencies and durations as printed; a word that several countries share settles nothing alone."""

from decimal import Decimal

import pytest

from temoin.claims.figures.units import DURATION_AFTER, DURATIONS, currency, duration_unit, magnitudes
from temoin.quantity import require_currency

ISSUERS = ["CA", "CN", "DZ", "KE", "MX", "PK", "SN", "TD"]


@pytest.mark.parametrize(
    ("printed", "nearby", "code"),
    [
        pytest.param("F\u202fCFA", {"SN"}, "XOF", id="CFA of the west"),
        pytest.param("francs CFA", {"TD"}, "XAF", id="CFA of the centre"),
        pytest.param("F CFA", {"SN", "TD"}, None, id="CFA of both"),
        pytest.param("F CFA", {"SN", "ML"}, "XOF", id="two countries of one CFA"),
        pytest.param("$", {"KZ"}, "USD", id="bare dollars"),
        pytest.param("dollars", {"CA"}, None, id="bare dollars where another is printed so"),
        pytest.param("dollars canadiens", {"KZ"}, "CAD", id="a currency that names its country"),
        pytest.param("¥", {"CN"}, None, id="yen or yuan"),
        pytest.param("USD", {"CA"}, "USD", id="ISO code"),
        pytest.param("usd", set(), None, id="no ISO code in small letters"),
        pytest.param("livres", set(), None, id="pounds of weight, of sterling or books"),
    ],
)
def test_a_currency_is_settled_by_its_word_or_the_countries_beside_it(printed, nearby, code):
    assert currency(printed, nearby) == code


def test_the_whole_text_settles_only_what_the_paragraph_leaves_open():
    assert currency("dinars", {"FR"}, {"DZ", "FR"}) == "DZD"
    assert currency("dinars", {"TN"}, {"DZ", "TN"}) == "TND"
    assert currency("dinars", set(), {"DZ", "TN"}) is None


def test_dollars_are_not_taken_from_a_country_named_elsewhere():
    assert currency("dollars", set(), {"CA"}) == "USD"


@pytest.mark.parametrize("printed", ["dollars", "¥", "F CFA", "dinars", "pesos", "shillings", "roupies", "tenges", "₦"])
@pytest.mark.parametrize("country", ISSUERS)
def test_whatever_is_settled_is_an_iso_currency(printed, country):
    code = currency(printed, {country})
    assert code is None or require_currency(code) == code


@pytest.mark.parametrize(
    ("word", "language", "exponents"),
    [
        pytest.param("billion", "fr", [12], id="long scale"),
        pytest.param("billion", "en", [9], id="short scale"),
        pytest.param("billions", None, [9, 12], id="either"),
        pytest.param("milliards", None, [9], id="milliard is one everywhere"),
        pytest.param("M", "fr", [6], id="letter"),
        pytest.param("", "fr", [0], id="no magnitude"),
    ],
)
def test_a_magnitude_follows_the_scale_of_its_language(word, language, exponents):
    assert magnitudes(word, language=language) == tuple(Decimal(10) ** exponent for exponent in exponents)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        pytest.param("92-hour outage", "h", id="hyphen"),
        pytest.param("5 min", "min", id="abbreviation"),
        pytest.param("3 ans", "year", id="French years"),
        pytest.param("2 mois", "month", id="French months"),
    ],
)
def test_a_duration_has_one_unit(text, unit):
    match = DURATION_AFTER.match(text, len(text) - len(text.lstrip("0123456789")))
    assert match is not None
    assert duration_unit(match) == unit
    assert unit in DURATIONS.values()


def test_a_word_that_begins_like_an_hour_is_none():
    assert DURATION_AFTER.match("3 hommes", 1) is None
