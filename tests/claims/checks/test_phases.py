"""Planned money told as spent."""

from temoin.claims.checks.phases import check_phases

from .making import only, page

TEXT = (
    "Voici les {planned} des vallées :\n\nVallée de Corvane : 6,5 millions d’euros\n"
    "Vallée de Dorlis : 10 millions d’euros\nVallée d’Estive : 3,5 millions d’euros\n\n"
    "Au total, les vallées {paid} 20 millions d’euros.\n"
)


def test_investments_told_as_spent_are_a_question():
    found = only(check_phases, TEXT.format(planned="investissements", paid="ont dépensé"))
    assert (found.verdict, found.because) == ("cannot_tell", "scope")
    assert found.numbers == {"planned": "investissements", "paid": "ont dépensé"}
    assert found.settle is not None
    assert "payés" in found.settle.question.fr


def test_what_is_planned_and_stays_so_or_is_paid_throughout_says_nothing():
    assert check_phases(page(TEXT.format(planned="investissements", paid="prévoient"))) == []
    assert check_phases(page(TEXT.format(planned="paiements", paid="ont dépensé"))) == []


def test_one_amount_told_both_ways():
    text = "Le budget prévu est de 3,2 millions d’euros. Plus loin : ils ont dépensé 3,2 millions d’euros."
    assert only(check_phases, text).numbers["planned"] in ("budget", "prévu")
    assert check_phases(page(text.replace("dépensé 3,2", "dépensé 2,9"))) == []
