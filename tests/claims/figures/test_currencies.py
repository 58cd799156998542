"""Currencies as printed; a word that several countries share settles nothing alone."""

import pytest

from temoin.claims.figures.currencies import CURRENCIES, SIGNS, currency
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
        pytest.param("¥", set(), None, id="yen or yuan"),
        pytest.param("¥", {"CN", "JP"}, None, id="yen or yuan between both"),
        pytest.param("¥", {"CN"}, "CNY", id="yuan beside China"),
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


@pytest.mark.parametrize("printed", sorted({*CURRENCIES, *SIGNS}))
def test_whatever_a_word_or_a_sign_may_mean_is_an_iso_currency_or_a_part_told_as_such(printed):
    word = CURRENCIES.get(printed) or SIGNS[printed]
    codes = {*word.issuers.values(), *word.named_only.values(), *([word.default] if word.default else [])}
    assert codes or word.hundredth
    assert all(require_currency(code) == code for code in codes)


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        pytest.param("dollars namibiens", "NAD", id="an adjective that no country beside says"),
        pytest.param("roupies indiennes", "INR", id="in the feminine"),
        pytest.param("shillings ougandais", "UGX", id="one of four issuers"),
        pytest.param("livre sterling", "GBP", id="sterling"),
        pytest.param("dollars de Hong Kong", "HKD", id="a place of two words"),
        pytest.param("francs suisses", "CHF", id="Swiss francs"),
    ],
)
def test_the_adjective_beside_a_currency_settles_it(printed, code):
    assert currency(printed, set()) == code
