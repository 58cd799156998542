import pytest

from temoin.documents.tables.settled import decimals_of
from temoin.evidence.source import Reading

from .tables_made import a_grid, planned, read


def settled(text, separator="|"):
    grid = a_grid(text, separator)
    plan = planned(grid)
    found = decimals_of(grid, plan, {each.name: each.meaning for each in plan.columns}, Reading())["Followers"]
    return found.habit.decimal, found.by.en if found.by else ""


def test_another_cell_of_the_column_settles_it_and_is_quoted():
    sign, by = settled("Account|Followers\nAda|3,400\nBo|1,234,567\n")
    assert sign == "."
    assert '"3,400" is read with thousands' in by
    assert '"1,234,567"' in by


def test_another_column_of_the_table_settles_it_and_is_named():
    sign, by = settled("Compte|Followers|Taux\nAda|3,400|1.25\nBo|950|2.5\n")
    assert sign == "."
    assert 'column "Taux"' in by


def test_english_headers_settle_commas_before_three_digits_several_times():
    sign, by = settled("Account|Followers\nAda|3,400\nBo|12,500\nCy|87\n")
    assert (sign, "English headers" in by) == (".", True)


@pytest.mark.parametrize(
    "text",
    [
        "Account|Followers\nAda|3,400\nBo|950\n",
        "Compte|Followers\nAda|3,400\nBo|12,500\n",
        "Account|Followers\nAda|3.400\nBo|12.500\n",
        "Account|Followers|Rate|Taux\nAda|3,400|1.25|1,25\nBo|12,500|2.5|2,5\n",
        "Account|Followers|Observed at\nAda|3,400|21.03.2031\nBo|950|22.03.2031\n",
    ],
    ids=["one cell alone", "French headers", "points", "two habits in one table", "dates are no decimals"],
)
def test_what_nothing_settles_stays_open(text):
    sign, by = settled(text)
    assert (sign, by) == (None, "")
    assert any("--decimal" in each.en for each in planned(a_grid(text, "|")).problems)


def test_a_figure_is_read_as_settled():
    rows = read(a_grid("Account|Followers\nAda|3,400\nBo|12,500\n", "|")).rows
    assert [float(row["value"]) for row in rows] == [3400, 12500]
