"""Lists of lines and tables: where they begin and end, and what they share."""

from temoin.claims import sample
from temoin.claims.checks.rows import line_at, row_lists, unit_of

LIST = "En-tête\nAubrac : 3 euros\nBrumeval : 4 euros\nCorvane : 5 euros\n\nSuite du texte, avec 6 euros."


def lists(text):
    return row_lists(text, sample.read(text))


def test_three_lines_of_one_unit_are_a_list():
    (found,) = lists(LIST)
    assert len(found.rows) == 3
    assert found.units == {("money", "EUR")}
    assert [one.value for one in found.figures(("money", "EUR"))] == ["3", "4", "5"]
    assert LIST[found.start : found.end].startswith("Aubrac")


def test_two_lines_or_lines_of_other_units_are_none():
    assert lists("Aubrac : 3 euros\nBrumeval : 4 euros\n") == []
    assert lists("Aubrac : 3 euros\nBrumeval : 4 heures\nCorvane : 5 %\n") == []


def test_a_line_that_concludes_is_no_line_of_the_list():
    (found,) = lists(LIST.replace("Suite du texte, avec 6", "Au total, 12"))
    assert len(found.rows) == 3
    (close,) = lists("Aubrac : 3 euros\nBrumeval : 4 euros\nCorvane : 5 euros\nAu total, 12 euros.")
    assert len(close.rows) == 3


def test_a_labelled_total_is_kept_apart_and_makes_a_list_of_two():
    (found,) = lists("Aubrac : 3 euros\nBrumeval : 4 euros\nTotal : 7 euros\n")
    assert (len(found.rows), len(found.totals)) == (2, 1)


def test_paragraphs_of_prose_are_no_list():
    prose = "Le premier a reçu 3 euros. Il en voulait plus.\n" * 4
    assert lists(prose) == []


def test_a_line_is_cut_at_its_ends_and_units_have_no_plural():
    assert LIST[slice(*line_at(LIST, LIST.index("Brumeval")))] == "Brumeval : 4 euros"
    one, many = sample.read("Un abonné, puis 4 000 abonnés")[-1], sample.read("4 000 abonné")[0]
    assert unit_of(one)[0] == unit_of(many)[0] == "count"
