"""Lines of total: subtotals, means and series set apart; a whole table that does not add is told."""

import pytest

from temoin.claims.checks.sums import check_sums
from temoin.claims.checks.tallies import tallies

from .making import page, verdicts

BUDGET = "Budget du club :\n\n- Ballons : 4 000 €\n- Filets : 1 500 €\n- Stade : 9 250 €\nTotal : {total} €\n"
TABLE = "| Vallée | Crédit |\n|---|---|\n| Aubrac | 40 000 € |\n| Brume | 25 000 € |\n{more}| {label} | {total} |\n"


def disagreeing(text):
    return [one for one in verdicts(check_sums, text) if one == "disagrees"]


SOUND = {
    "subtotals": "- Aubrac : 700 €\n- Brume : 300 €\nSous-total nord : 1 000 €\n- Corve : 250 €\n- Dorlis : 150 €\n"
    "Sous-total sud : 400 €\nTotal : 1 400 €\n",
    "totals of each part": "- Aubrac : 700 €\n- Brume : 300 €\nTotal nord : 1 000 €\n- Corve : 250 €\n- Dorlis : 150 "
    "€\nTotal sud : 400 €\n",
    "stock over years": "Habitants d’Atlasie\n\n| An | Habitants |\n|---|---|\n| 2019 | 3 100 |\n| 2020 | 3 400 |\n"
    "| 2021 | 3 900 |\n| Total 2021 | 3 900 |\n",
    "mean row": TABLE.format(more="| Moyenne | 32 500 € |\n", label="Total", total="65 000 €"),
    "row of which": TABLE.format(more="| dont écoles | 9 000 € |\n", label="Total", total="65 000 €"),
    "percentages": TABLE.format(more="", label="Ensemble", total="65 000 €").replace("000 €", "%"),
    "unlabelled subtotal": "- Ballons : 400 €\n- Filets : 100 €\n- Sport : 500 €\n- Stade : 90 €\nTotal : 590 €\n",
    "discount": "- Affiches : 4 000 €\n- Tracts : 1 500 €\n- Remise : 300 €\nTotal : 5 000 €\n",
    "balance": "- Report : 4 000 €\n- Dépenses : 1 500 €\n- Achats : 300 €\nTotal : 2 900 €\n",
    "a line without figure": "- Autres : non connu\n- Aubrac : 700 €\n- Brume : 300 €\nTotal : 1 400 €\n",
    "said to be partial": "Les principaux crédits :\n\n- Aubrac : 700 €\n- Brume : 300 €\nTotal : 1 400 €\n",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_lines_that_add_to_nothing_are_not_added(text):
    assert disagreeing(text) == []


@pytest.mark.parametrize("total", ["15 750", "13 750", "41 750"], ids=["more", "less", "much more"])
def test_a_list_told_to_its_total_that_does_not_add_disagrees(total):
    assert disagreeing(BUDGET.format(total=total)) == ["disagrees"]
    assert verdicts(check_sums, BUDGET.format(total="14 750")) == ["agrees"]


def test_a_table_told_to_its_total_that_does_not_add_disagrees():
    assert disagreeing(TABLE.format(more="", label="Total", total="75 000 €")) == ["disagrees"]


def test_a_subtotal_that_does_not_add_its_own_lines_is_told():
    assert verdicts(check_sums, SOUND["subtotals"].replace("1 000", "1 100"))[0] != "agrees"


def test_a_tally_knows_its_lines():
    told = page(SOUND["subtotals"])
    assert [len(one.parts) for one in tallies(told.text, told.lists[0])] == [2, 2, 4]
