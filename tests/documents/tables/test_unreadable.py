import pytest

from .tables_made import planned, read


def told(cells):
    rows = "".join(
        f"c{rank};{cell}\n" for rank, cell in enumerate(["1 000", "2 000", "3 000", "4 000", "5 000", *cells])
    )
    return [each.en for each in planned(f"Compte;Abonnés\n{rows}").told]


def test_cells_that_cannot_be_read_are_counted_and_the_first_three_shown():
    (line,) = told(["~", "beaucoup", "n.c.", "12 %", "trop"])
    assert "cells that cannot be read: 4, and 1 that say it is not known" in line
    assert '(B7 "~", B8 "beaucoup", B10 "12 %", …)' in line
    assert "add it again" in line


def test_cells_that_say_that_nothing_is_known_are_counted_too():
    (line,) = told(["n.c.", "n.d."])
    assert line == 'cells that say it is not known: 2 (B7 "n.c.", B8 "n.d."); their value will be missing'


@pytest.mark.parametrize("cell", ["", "–", "0", "~7 000", "10 000+", "12 k"])
def test_empty_cells_and_readable_ones_are_not_counted(cell):
    assert told([cell]) == []


def test_a_date_that_cannot_be_read_is_counted():
    text = "Compte;Abonnés;Relevé le\nAda;5;21/03/2031\nBo;6;22/03/2031\nCy;7;bientôt\n"
    assert ['C4 "bientôt"' in each.en for each in planned(text).told] == [True]


def test_what_is_not_read_is_a_missing_value_never_zero():
    rows = read("Compte;Abonnés\na;1\nb;2\nc;~\nd;~7 000\ne;10 000+\n").rows
    assert [tuple(None if each is None else float(each) for each in (row.get("value"), row.get("low"), row.get("high")))
            for row in rows[2:]] == [(None, None, None), (7000, 6500, 7500), (None, 10000, None)]  # fmt: skip
    assert rows[3]["note"] == "~"
