from decimal import Decimal

import pytest

from temoin.documents.tables.units import Unit, unit_in, unit_within


@pytest.mark.parametrize(
    ("header", "currency", "times"),
    [
        ("Montant engagé (DH)", "MAD", 1),
        ("Montant (k€)", "EUR", 1000),
        ("Coût en M MAD", "MAD", 10**6),
        ("Budget (en millions d’euros)", "EUR", 10**6),
        ("Amount spent (USD)", "USD", 1),
        ("Dépenses (milliers d'euros)", "EUR", 1000),
        ("Dépenses, en milliards de dollars", "USD", 10**9),
    ],
)
def test_a_header_says_its_currency_and_its_magnitude(header, currency, times):
    unit = unit_within(header)
    assert (unit.currency, unit.times) == (currency, Decimal(times))


def test_a_word_that_several_countries_share_names_no_currency():
    assert unit_within("Montant en milliers de FCFA") == Unit(None, Decimal(1000), shared="FCFA")


@pytest.mark.parametrize(
    "header", ["Compte", "Abonnés", "Montant engagé", "Objet du marché", "Prestataire (nom)", "Page", "Relevé le"]
)
def test_ordinary_words_are_no_unit(header):
    assert unit_within(header) == Unit()


@pytest.mark.parametrize(
    ("shown", "unit"), [("0.0%", Unit(percent=True)), ('#,##0 "DH"', Unit("MAD")), ("General", Unit())]
)
def test_a_number_format_is_a_unit(shown, unit):
    assert unit_in(shown) == unit
