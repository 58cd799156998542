"""One label, one statement: by where they stand, never by whether the answer is right."""

from temoin.claims.scoring.labels import Label
from temoin.claims.scoring.matching import match
from temoin.evidence import Statement


def a_label(start, end, kind="count", value=1.0):
    return Label(f"L{start}", start, end, "x", kind, value, None, None, None, None, None, claim=True)


def a_statement(start, end, value="1", kind="count"):
    return Statement("s", "t", start, end, "x", kind, "count", "claims.figures/1", "x", 0, value=value)


def test_a_second_guess_on_the_same_span_answers_nothing():
    matched = match([a_label(0, 10)], [a_statement(0, 10, "7"), a_statement(0, 9, "1")])
    assert [pair.statement.value for pair in matched.pairs] == ["7"]
    assert [statement.value for statement in matched.extra] == ["1"]


def test_a_statement_that_spans_two_labels_answers_one():
    matched = match([a_label(0, 4), a_label(6, 10)], [a_statement(0, 10)])
    assert len(matched.pairs) == 1
    assert len(matched.missed) == 1


def test_a_time_goes_with_a_time_where_both_overlap():
    matched = match([a_label(0, 10, "date", "2022-01-05")], [a_statement(0, 10), a_statement(2, 8, kind="date")])
    assert [pair.statement.kind for pair in matched.pairs] == ["date"]


def test_what_touches_nothing_is_missed_and_extra():
    matched = match([a_label(0, 4)], [a_statement(4, 8)])
    assert (len(matched.pairs), len(matched.missed), len(matched.extra)) == (0, 1, 1)
