"""Products stated with their factors, and prices that only look like them."""

import pytest

from temoin.claims.checks.products import check_products

from .making import verdicts

SAME = {
    "out of": ("Sur 250 élèves, 50, soit {} %, ont un livre.", "20", "35"),
    "fraction": ("Un tiers de 60 maisons, soit {}, sont vides.", "20", "35"),
    "english fraction": ("A third of 60 houses, or {}, are empty.", "20", "35"),
    "a month": ("La mairie dépense 24 000 euros par an, soit {} euros par mois.", "2 000", "5 000"),
    "a day": ("La mairie dépense 300 euros par jour, soit {} euros par mois.", "9 000", "90 000"),
    "each": ("Chacun des 30 clubs a reçu 400 euros, soit {} euros en tout.", "12 000", "15 000"),
    "apiece": ("La mairie a acheté 30 tablettes à 400 euros pièce, soit {} euros.", "12 000", "15 000"),
}


@pytest.mark.parametrize(("text", "right", "wrong"), SAME.values(), ids=SAME)
def test_a_product_holds_or_does_not(text, right, wrong):
    assert verdicts(check_products, text.format(right)) == ["agrees"]
    assert verdicts(check_products, text.format(wrong)) == ["disagrees"]


@pytest.mark.parametrize(
    "text",
    [
        "L’abonnement coûte 99 euros par an, ou 12 euros par mois.",
        "The plan costs 99 euros a year, or 12 euros a month.",
        "La mairie paie 300 euros par jour, soit 6 600 euros par mois.",
        "A third of 60 houses, or 3 in 10, are empty.",
        "Sur 250 élèves, 50 lisent, et 35 % écrivent.",
        "Chacun des 30 clubs a reçu 400 euros, contre 15 000 euros pour la ligue.",
    ],
    ids=["or a price", "or a price in English", "days worked", "three in ten", "another share", "another receiver"],
)
def test_what_is_no_product_is_not_called_wrong(text):
    assert "disagrees" not in verdicts(check_products, text)
