"""Stated totals against their parts: what holds, what does not, and what the text does not say."""

from decimal import Decimal

import pytest

from temoin.claims.checks.sums import check_sums, find_totals

from .making import marked, only, page, verdicts

LIST = """Les crédits des vallées de l’Atlasie, pays inventé :

Vallée d’Aubrac-le-Vieux : 6,5 millions d’euros.
Vallée de Brumeval : 2,9 millions d’euros.
Vallée de Corvane : {third} millions d’euros.
Vallée de Dorlis : 3,05 millions d’euros.

Au total, les vallées ont reçu {total} millions d’euros.
"""


def listed(third="10", total="22,45"):
    return LIST.format(third=third, total=total)


def test_a_list_that_adds_up_agrees_and_shows_its_sum():
    found = only(check_sums, listed())
    assert found.verdict == "agrees"
    assert found.numbers["sum"] == found.numbers["total"] == "22450000"
    assert found.numbers["parts"] == 4
    assert "6,5 + 2,9 + 10 + 3,05" in found.words.fr
    assert "6.5 + 2.9 + 10 + 3.05" in found.words.en
    assert len(found.evidence) == 5


@pytest.mark.parametrize("third", ["1", "9", "11", "10,6"], ids=["less", "one less", "one more", "beyond rounding"])
def test_a_part_that_was_changed_breaks_the_sum(third):
    found = only(check_sums, listed(third=third))
    assert (found.verdict, found.because) == ("disagrees", "sum")
    assert found.settle is not None


def test_a_gap_that_rounding_may_explain_is_not_judged():
    found = only(check_sums, listed(third="10,1"))
    assert (found.verdict, found.because) == ("cannot_tell", "sum")


def test_a_list_that_says_it_is_partial_may_stay_below_its_total():
    text = listed(third="1").replace("Les crédits", "Les principaux crédits")
    assert only(check_sums, text).verdict == "cannot_tell"
    assert only(check_sums, text.replace("22,45", "11,45")).verdict == "disagrees"


@pytest.mark.parametrize(
    ("total", "verdict"), [("5,3", "agrees"), ("6,3", "disagrees"), ("3,3", "disagrees")], ids=["holds", "more", "less"]
)
def test_what_a_sentence_says_it_makes_is_added(total, verdict):
    text = f"Aveline a reçu 3,1 millions d’euros et Brume 2,2 millions d’euros, soit {total} millions d’euros au total."
    assert verdicts(check_sums, text) == [verdict]


def test_a_total_that_follows_its_list_is_added():
    rows = "- 8,5 millions d’euros\n- 4,1 millions d’euros\n- 3,3 millions d’euros\n"
    text = f"Ils comprennent :\n{rows}\nLe total atteint {{}} millions d’euros."
    assert verdicts(check_sums, text.format("15,9")) == ["agrees"]
    assert verdicts(check_sums, text.format("19,5")) == ["disagrees"]


def test_several_together_are_added():
    text = "Aubrac a 102 sièges, Brumeval 86 sièges et Corvane 81 sièges : à eux trois, {} sièges."
    assert verdicts(check_sums, text.format(269)) == ["agrees"]
    assert verdicts(check_sums, text.format(296)) == ["disagrees"]


def test_exact_counts_add_up_across_sentences_and_others_are_left_alone():
    text = (
        "Les comptes officiels ont dépensé 22 670 327 nairas. Les autres ont dépensé 6 114 042 nairas. "
        "Au total, 28 784 369 nairas sont partis en publicité."
    )
    assert verdicts(check_sums, text) == ["agrees"]
    assert verdicts(check_sums, text.replace("28 784 369", "28 784 999")) == []


def test_a_sentence_that_opens_a_list_is_only_confirmed():
    text = "Trois dons, pour 60 euros :\n- Aveline 10 euros\n- Brume 20 euros\n- Corvane 30 euros\n"
    assert verdicts(check_sums, text) == ["agrees"]
    assert verdicts(check_sums, text.replace("pour 60", "pour 90")) == []


TABLE = (
    "Vallée | Lots | Montant\nAubrac | 12 | 400 000 euros\nBrumeval | 30 | 230 000 euros\n"
    "Total | {lots} | {total} euros\n"
)


def table(lots, total):
    text = TABLE.format(lots=lots, total=total)
    return page(
        text,
        marked(text, "12", Decimal(12)),
        marked(text, "400 000 euros", Decimal(400_000), "EUR", kind="money"),
        marked(text, "30", Decimal(30)),
        marked(text, "230 000 euros", Decimal(230_000), "EUR", kind="money"),
        marked(text, str(lots), Decimal(lots)),
        marked(text, f"{total} euros", Decimal(total.replace(" ", "")), "EUR", kind="money"),
    )


def test_each_column_of_a_table_is_added():
    assert [one.verdict for one in check_sums(table(42, "630 000"))] == ["agrees", "agrees"]


def test_a_column_that_breaks_beside_one_that_holds_disagrees():
    assert [one.verdict for one in check_sums(table(42, "730 000"))] == ["agrees", "disagrees"]


def test_a_table_below_all_its_totals_may_be_an_extract():
    assert [one.verdict for one in check_sums(table(99, "930 000"))] == ["cannot_tell", "cannot_tell"]


def test_parts_above_a_total_are_never_an_extract():
    assert "disagrees" in [one.verdict for one in check_sums(table(41, "130 000"))]


def test_a_total_with_nothing_to_add_says_nothing():
    assert find_totals(page("Au total, la panne a coûté 45 millions d’euros.")) == []
    assert check_sums(page("Cinq sanctions pour un montant cumulé d’amendes de 23 500 euros.")) == []


def test_figures_of_other_units_are_never_added():
    text = "La panne a duré 12 heures et coûté 3 millions d’euros, soit 15 millions d’euros au total."
    assert check_sums(page(text)) == []
