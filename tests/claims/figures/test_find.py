from decimal import Decimal

import pytest

from temoin.claims.figures.figure import Setting
from temoin.claims.figures.find import find_figures


def figures(text, *, language="fr", countries=()):
    return find_figures(text, Setting(language, nearby=lambda _: frozenset(countries), everywhere=frozenset(countries)))


def one(text, **known):
    found = figures(text, **known)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        pytest.param("45,15 millions de yuans", "fr", "45150000", "CNY", id="yuans"),
        pytest.param("2,16 milliards $", "fr", "2160000000", "USD", id="dollar sign after"),
        pytest.param("$12m", "en", "12000000", "USD", id="small m after a sign"),
        pytest.param("£3.2bn", "en", "3200000000", "GBP", id="bn"),
        pytest.param("3,5 M€", "fr", "3500000", "EUR", id="M euro"),
        pytest.param("2 Md€", "fr", "2000000000", "EUR", id="Md"),
        pytest.param("KES 3,000", "en", "3000", "KES", id="ISO code before"),
        pytest.param("25 000 tenge", "fr", "25000", "KZT", id="tenge"),
        pytest.param("1 billion de dollars", "fr", "1000000000000", "USD", id="French billion"),
        pytest.param("1 billion dollars", "en", "1000000000", "USD", id="English billion"),
    ],
)
def test_money_is_read_with_its_magnitude_and_currency(text, language, value, unit):
    found = one(text, language=language)
    assert (found.kind, found.value, found.unit) == ("money", Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "countries", "unit"),
    [
        pytest.param("650 millions de F CFA", {"BJ"}, "XOF", id="Benin"),
        pytest.param("650 millions de FCFA", {"TD"}, "XAF", id="Chad"),
        pytest.param("650 millions de FCFA", {"TD", "SN"}, None, id="two unions"),
        pytest.param("5 000 dirhams", {"MA"}, "MAD", id="Morocco"),
        pytest.param("5 000 dirhams", set(), None, id="dirhams of nobody"),
        pytest.param("5 000 dollars", {"CA"}, None, id="dollars beside Canada"),
        pytest.param("5 000 dollars", {"KZ"}, "USD", id="dollars beside Kazakhstan"),
        pytest.param("5 000 dollars canadiens", {"KZ"}, "CAD", id="Canadian dollars"),
    ],
)
def test_a_currency_that_countries_share_is_settled_by_those_named_or_stays_unknown(text, countries, unit):
    assert one(text, countries=countries).unit == unit


@pytest.mark.parametrize(
    ("text", "qualifier", "low", "high"),
    [
        pytest.param("6,5 millions d’euros", "exact", "6450000", "6550000", id="printed precision"),
        pytest.param("plus de 18 %", "at least", "18", None, id="at least"),
        pytest.param("jusqu’à 40 %", "at most", None, "40", id="at most"),
        pytest.param("pas plus de 5 réseaux", "at most", None, "5", id="not more than"),
        pytest.param("environ 37 300 dollars", "about", "37250", "37350", id="about takes zeros as rounding"),
        pytest.param("près de 1,4 million de comptes", "about", "1350000", "1450000", id="about with decimals"),
        pytest.param("0 articles", "exact", "0", "0.5", id="no count below zero"),
    ],
)
def test_a_figure_stands_for_the_interval_its_words_give(text, qualifier, low, high):
    found = one(text)
    assert found.qualifier == qualifier
    assert found.low == (Decimal(low) if low else None)
    assert found.high == (Decimal(high) if high else None)


@pytest.mark.parametrize(
    ("text", "low", "high", "kind"),
    [
        pytest.param("entre 10 et 33 % des réseaux", 10, 33, "percent", id="entre et"),
        pytest.param("de 10 à 33 millions de dollars", 10_000_000, 33_000_000, "money", id="one magnitude for both"),
        pytest.param("10-33 %", 10, 33, "percent", id="hyphen"),
        pytest.param("1,5 à 2 milliards d’euros", 1_500_000_000, 2_000_000_000, "money", id="decimals"),
    ],
)
def test_a_range_has_bounds_and_no_value(text, low, high, kind):
    found = one(text)
    assert (found.value, found.low, found.high, found.kind, found.qualifier) == (None, low, high, kind, "range")


def test_a_change_from_one_figure_to_another_is_no_range():
    assert [found.qualifier for found in figures("Le trafic est passé de 98 % à 2 %.")] == ["exact", "exact"]


def test_an_ambiguous_number_has_bounds_over_both_readings_and_no_value():
    found = one("12,345 dollars")
    assert found.value is None
    assert found.low < Decimal("12.4") < 12345 < found.high


def test_a_billion_in_a_text_of_unknown_language_has_bounds_over_both_scales():
    found = one("2 billion", language=None)
    assert found.value is None
    assert found.low < 2 * 10**9 < 2 * 10**12 < found.high


def test_a_bare_number_takes_the_unit_of_the_figure_before_it_in_its_sentence():
    found = figures("Un réseau compte 1,7 million d’utilisateurs et l’autre, 450 000.")
    assert [figure.unit for figure in found] == ["users", "users"]


def test_a_bare_number_takes_nothing_from_another_sentence():
    found = figures("Il a 2 000 membres. Le total, 450 000.")
    assert [figure.unit for figure in found] == ["members", None]


@pytest.mark.parametrize("text", ["article 22 du texte", "page 12", "la 5G", "COVID-19", "en l’an 1991"])
def test_references_and_years_are_no_figures(text):
    assert figures(text) == []


def test_a_negative_percentage_keeps_its_sign():
    found = one("Le total (−10,34 %)")
    assert found.value == Decimal("-10.34")
    assert found.low < found.value < found.high


def test_a_rank_in_digits_is_a_rank_and_a_century_is_none():
    assert [found.kind for found in figures("Il est 3ᵉ au 21e siècle")] == ["rank"]


def test_over_before_a_duration_says_how_long_and_not_more_than():
    assert one("over 144 hours", language="en").qualifier == "exact"


def test_numbers_inside_dates_are_left_to_them():
    text = "le 5 janvier 2022"
    assert find_figures(text, Setting("fr"), [(3, len(text))]) == []


@pytest.mark.parametrize(
    ("text", "value", "low", "high", "unit"),
    [
        pytest.param("des dizaines de morts", None, 20, None, "deaths", id="dozens have no value"),
        pytest.param("plus d’un millier de blessés", 1000, 1000, None, "wounded", id="a thousand at least"),
        pytest.param("une dizaine de villes", 10, 5, 15, "cities", id="about ten"),
        pytest.param("sur quatre réseaux", 4, Decimal("3.5"), Decimal("4.5"), "networks", id="on four networks"),
        pytest.param("Douze policiers", 12, Decimal("11.5"), Decimal("12.5"), "police officers", id="a small number"),
        pytest.param("deux millions de personnes", 2_000_000, 1_500_000, 2_500_000, "people", id="with a magnitude"),
        pytest.param("un million d’euros", 1_000_000, 500_000, 1_500_000, "EUR", id="one million"),
        pytest.param("plus des deux tiers", Decimal("0.6667"), Decimal("0.6667"), None, None, id="a fraction"),
    ],
)
def test_figures_in_words_are_read_where_they_are_sure(text, value, low, high, unit):
    found = one(text)
    assert (found.value, found.low, found.high, found.unit) == (value, low, high, unit)


def test_nobody_counts_thousandths_of_a_person():
    assert one("12,345 personnes").value == 12345


@pytest.mark.parametrize("text", ["un jour sans réseau", "tous deux partent", "les deux sont là", "une ville"])
def test_articles_and_numbers_that_count_nothing_are_left(text):
    assert figures(text) == []


@pytest.mark.parametrize(
    "piece",
    [
        "deux ",
        "cent et deux ",
        "mille et deux ",
        "5 millions ",
        "mille milliards ",
        "| 12 | 34 |\n",
        "12 |\n34 |\nabc |\n",
    ],
    ids=["two", "a hundred and two", "a thousand and two", "millions", "scales", "rows", "cells"],
)
def test_a_run_without_end_is_read_without_exhausting_the_stack(piece):
    assert isinstance(figures(piece * 2000), list)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "\ufeff"])
def test_an_empty_text_has_no_figure(text):
    assert figures(text) == []


def test_a_letter_read_as_a_digit_is_proposed_without_a_value():
    found = one("environ 45O 000 abonnés")
    assert (found.value, found.unit) == (None, "followers")
    assert found.low < 450_000 < found.high


def test_right_to_left_marks_do_not_part_a_number():
    found = one("\u200f450\u200f 000 abonnés")
    assert (found.value, found.unit) == (450_000, "followers")


@pytest.mark.parametrize(
    ("text", "language", "dated", "printed"),
    [
        pytest.param("En 2031, 60 millions de pesos", "fr", "2031", "60 millions de pesos", id="year, amount"),
        pytest.param("Fin 2031, 7 % des postes", "fr", "2031", "7 %", id="year, percentage"),
        pytest.param(
            "Au 3 mai 2031, 8 milliards de yens", "fr", "3 mai 2031", "8 milliards de yens", id="date, amount"
        ),
        pytest.param("On May 3, 12% of callers", "en", "May 3", "12%", id="day, percentage"),
        pytest.param("Since 2031, 9 million callers", "en", "2031", "9 million callers", id="year, people"),
        pytest.param("Le 12, 9 millions d’euros", "fr", None, "9 millions d’euros", id="day alone, amount"),
        pytest.param("Selon l’article 7, 9 millions d’euros", "fr", None, "9 millions d’euros", id="article, amount"),
        pytest.param("À la page 7, 18 % des voix", "fr", None, "18 %", id="page, percentage"),
    ],
)
def test_a_date_or_a_reference_and_a_comma_begin_no_decimal(text, language, dated, printed):
    taken = [(text.index(dated), text.index(dated) + len(dated))] if dated else []
    (found,) = find_figures(text, Setting(language), taken)
    assert text[found.start : found.end] == printed


def test_a_space_slipped_behind_a_decimal_comma_is_no_end():
    assert one("une facture de 3, 25 millions d’euros").value == Decimal(3_250_000)


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        pytest.param("It took a month and a half.", "en", "1.5", "month", id="article"),
        pytest.param("It took four days and a half.", "en", "4.5", "day", id="number"),
        pytest.param("It took one and a half decades.", "en", "1.5", "decade", id="before the unit"),
        pytest.param("Il a fallu une semaine et demie.", "fr", "1.5", "week", id="French"),
    ],
)
def test_a_half_behind_a_duration_belongs_to_it(text, language, value, unit):
    found = one(text, language=language)
    assert (found.kind, found.value, found.unit) == ("duration", Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        pytest.param("Elle en compte 31 communes sur 58.", "fr", [31, 58], id="sur"),
        pytest.param("They hold 31 seats out of 158.", "en", [31, 158], id="out of"),
        pytest.param("Elle tient 58 communes sur 31.", "fr", [58], id="no whole is less than its part"),
        pytest.param("At least three hundred were held.", "en", [300], id="words and a verb"),
        pytest.param("Il y en a eu deux mille cinq cents.", "fr", [2500], id="en"),
        pytest.param("It has 4.1m viewers.", "en", [4_100_000], id="m before people"),
        pytest.param("It stands on 4.1m stilts.", "en", [], id="m before things"),
        pytest.param("From 61m and 59m users", "en", [61_000_000, 59_000_000], id="m twice"),
        pytest.param(
            "L’un a 8,4 millions d’abonnés, l’autre 3,5.", "fr", [8_400_000, 3_500_000], id="magnitude told once"
        ),
    ],
)
def test_a_figure_whose_noun_stands_elsewhere_is_read(text, language, values):
    assert [found.value for found in figures(text, language=language)] == values


@pytest.mark.parametrize(
    ("text", "countries", "unit"),
    [
        pytest.param("It costs K2.5 million", {"ZM"}, "ZMW", id="Zambia"),
        pytest.param("It costs K2.5 million", {"MW"}, "MWK", id="Malawi"),
    ],
)
def test_a_k_is_kwacha_where_a_country_that_has_them_is_named(text, countries, unit):
    found = one(text, language="en", countries=countries)
    assert (found.kind, found.value, found.unit) == ("money", 2_500_000, unit)


@pytest.mark.parametrize("text", ["It costs K2.5 million", "the K2.5 engine", "K2 is high"])
def test_a_k_is_nothing_where_no_such_country_is_named(text):
    assert figures(text, language="en") == []
