import io
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from temoin.case.adding import Wish, add_file
from temoin.case.analysis import analyse
from temoin.case.folder import Case
from temoin.case.review_book import decisions_of, read_workbook, review_sheet, take_decisions
from temoin.case.reviews import Decided, decide
from temoin.dossier.office.workbook import Row, write_workbook
from temoin.errors import InputError
from temoin.period import UTC
from temoin.words import Language

Edit = Mapping[str, str]
Fill = Callable[..., list[Row]]


@pytest.fixture
def filled(case: Case, article: Path) -> Case:
    add_file(case, article, Wish())
    return case


@pytest.fixture
def fill(filled: Case) -> Fill:
    """Return a function that gives the rows of the case, as a person filled them in: edits by printed figure."""

    def rows(edits: Mapping[str, Edit] | None = None, language: Language = "en") -> list[Row]:
        import datetime as dt

        sheet, _personal = review_sheet(analyse(filled), language)
        data = write_workbook(sheet, language=language, at=dt.datetime(2031, 1, 1, tzinfo=UTC))
        back = read_workbook(io.BytesIO(data), "reviews.xlsx")
        return [Row(row.number, row.texts | (edits or {}).get(row.texts["text"], {})) for row in back]

    return rows


def given(case: Case, rows: list[Row], by: str | None = "Ada") -> list[str]:
    analysis = analyse(case)
    return [entry.id for entry in take_decisions(analysis, decisions_of(analysis, rows, "reviews.xlsx", by))]


FIGURE = "450 000 abonnés"


def decided(case: Case, figure: str = FIGURE) -> tuple[str, str | None, str | None]:
    views = [view for each in analyse(case).sources for view in each.views]
    view = next(view for view in views if view.statement.text.startswith(figure[:7]))
    return view.decision, view.by, view.statement.value


@pytest.fixture
def figure(fill: Fill) -> str:
    return next(row.texts["text"] for row in fill() if row.texts["text"].startswith("450"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_workbook_given_back_as_it_was_does_nothing(filled: Case, fill: Fill, language: Language) -> None:
    rows = fill(language=language)
    assert len(rows) >= 2
    assert given(filled, rows) == []


@pytest.mark.parametrize("word", ["accept", "Accepter", "ACCEPT"])
def test_a_row_decides_as_the_command_line_does(filled: Case, fill: Fill, figure: str, word: str) -> None:
    assert len(given(filled, fill({figure: {"decision": word}}))) == 1
    assert decided(filled) == ("accepted", "Ada", "450000")


def test_a_cell_written_over_corrects(filled: Case, fill: Fill, figure: str) -> None:
    assert len(given(filled, fill({figure: {"value": "455000", "by": "Bea"}}))) == 1
    assert decided(filled) == ("corrected", "Bea", "455000")


def test_the_same_workbook_twice_decides_once(filled: Case, fill: Fill, figure: str) -> None:
    rows = fill({figure: {"value": "455000", "by": "Bea"}})
    assert len(given(filled, rows)) == 1
    assert given(filled, rows) == []


def test_a_number_that_a_spreadsheet_rewrote_is_no_change(filled: Case, fill: Fill, figure: str) -> None:
    (row,) = [row for row in fill() if row.texts["text"] == figure]
    assert given(filled, [Row(row.number, row.texts | {"value": row.texts["value"] + ".0"})]) == []


@pytest.mark.parametrize(
    ("edit", "column"),
    [
        pytest.param({"decision": "perhaps"}, "decision", id="no such decision"),
        pytest.param({"decision": "correct"}, "decision", id="correct without a change"),
        pytest.param({"decision": "reject", "value": "1"}, "decision", id="a rejected row is corrected too"),
        pytest.param({"value": "450,500"}, "value", id="a comma that may be either"),
        pytest.param({"value": "18\u00a0%"}, "value", id="a percentage"),
        pytest.param({"as_of": "5 March"}, "as_of", id="a date in words"),
        pytest.param({"kind": "price"}, "kind", id="outside a closed set"),
        pytest.param({"attribute": ""}, "attribute", id="a field that cannot be empty"),
        pytest.param({"id": "f" * 64, "value": "1"}, "id", id="an unknown statement"),
    ],
)
def test_a_row_that_cannot_be_taken_is_named_and_nothing_is_written(
    filled: Case, fill: Fill, figure: str, edit: Edit, column: str
) -> None:
    rows = fill({figure: edit})
    other = next(row for row in rows if row.texts["text"] != figure)
    rows = [Row(other.number, other.texts | {"decision": "accept"}), *(row for row in rows if row is not other)]
    number = next(row.number for row in rows if row.texts["text"] == figure)
    heads = filled.journal.heads
    with pytest.raises(InputError, match=rf"^reviews\.xlsx, row {number}, column {column}: "):
        given(filled, rows)
    assert filled.journal.heads == heads


def test_nobody_decides_without_a_name(filled: Case, fill: Fill, figure: str) -> None:
    with pytest.raises(InputError, match="column by"):
        given(filled, fill({figure: {"decision": "accept"}}), by=None)


def test_one_statement_is_decided_by_one_row(filled: Case, fill: Fill, figure: str) -> None:
    rows = fill({figure: {"decision": "accept"}})
    (row,) = [row for row in rows if row.texts["text"] == figure]
    with pytest.raises(InputError, match="already on row"):
        given(filled, [*rows, Row(99, row.texts | {"decision": "reject"})])


def test_a_row_written_before_another_decision_is_refused_only_if_somebody_touched_it(
    filled: Case, fill: Fill, figure: str
) -> None:
    untouched, touched = fill(), fill({figure: {"decision": "accept"}})
    analysis = analyse(filled)
    each, view = next((e, v) for e in analysis.sources for v in e.views if v.statement.text == figure)
    assert each.document is not None
    decide(filled, view, each.document.text, Decided("reject", "Bea"))
    assert given(filled, untouched) == []
    with pytest.raises(InputError, match="read or decided otherwise since"):
        given(filled, touched)


def test_a_decision_on_a_row_is_of_what_the_row_shows(filled: Case, fill: Fill, figure: str) -> None:
    given(filled, fill({figure: {"value": "455000"}}))
    rows = fill({figure: {"decision": "correct", "why": "seen on the page"}})
    assert len(given(filled, rows)) == 1
    assert decided(filled)[2] == "455000"


def test_what_was_set_apart_can_be_taken_back(filled: Case, fill: Fill, figure: str) -> None:
    assert given(filled, fill({figure: {"claim": "TRUE"}})) == []
    given(filled, fill({figure: {"claim": "FALSE"}}))
    views = [view for each in analyse(filled).sources for view in each.views if view.statement.text == figure]
    assert [view.statement.claim for view in views] == [False]
    with pytest.raises(InputError, match="column claim"):
        given(filled, fill({figure: {"claim": "perhaps"}}))
