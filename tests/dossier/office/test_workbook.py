import datetime as dt
import io
import zipfile

import pytest

from temoin.documents.readers import BOOKS
from temoin.documents.tables.grid import Book, Grid, Shown
from temoin.dossier.office.workbook import Field, Row, Sheet, back_text, cell_text, rows_of, write_workbook
from temoin.errors import InputError
from temoin.evidence import Source
from temoin.period import UTC
from temoin.words import Words

KEY = Field("id", Words("identifiant", "identifier"), hidden=True)
FIELDS = (KEY, Field("value", Words("valeur", "value"), choices=("one", "two"), opens=True))
AT = dt.datetime(2031, 4, 5, tzinfo=UTC)


def written(*texts: str) -> bytes:
    rows = [{"id": f"row{number}", "value": text} for number, text in enumerate(texts)]
    sheet = Sheet(Words("Feuille", "Sheet"), FIELDS, rows, (Words("Écrivez.", "Write."),))
    return write_workbook(sheet, language="fr", at=AT)


def back(data: bytes) -> list[Row]:
    return rows_of(BOOKS["xlsx"](io.BytesIO(data), Source("", 0, name="a.xlsx")), "a.xlsx", KEY, ("value",))


def test_what_goes_out_comes_back_as_it_was() -> None:
    texts = ["450000", "=1+1", "@SUM(A1)", "2022-01-05", "6.50", "a\nb", "—  é", "'quoted", "1e5", "TRUE"]
    assert [row.texts["value"] for row in back(written(*texts))] == texts


def test_the_same_rows_give_the_same_bytes() -> None:
    assert written("a", "b") == written("a", "b")


def test_nothing_that_begins_like_a_formula_is_one() -> None:
    with zipfile.ZipFile(io.BytesIO(written("=1+1", "+33", "-2", "@x", "=HYPERLINK(1)"))) as package:
        assert b"<f>" not in b"".join(package.read(name) for name in package.namelist())


def test_signs_that_no_cell_can_hold_are_shown() -> None:
    assert cell_text("a\x00b\x0cc") == "a\ufffdb\ufffdc"
    assert len(cell_text("x" * 50_000)) < 32_767
    written("a\x00b\x0cc\ufffe")


@pytest.mark.parametrize(
    ("held", "text"),
    [
        pytest.param(450000.0, "450000", id="a number that was a text"),
        pytest.param(0.1 + 0.2, "0.3", id="a number beyond fifteen digits"),
        pytest.param(dt.datetime(2031, 4, 5), "2031-04-05", id="a day as a serial number"),  # noqa: DTZ001
        pytest.param(dt.datetime(2031, 4, 5, 10, 30), "2031-04-05T10:30:00", id="a moment"),  # noqa: DTZ001
        pytest.param("  exact\u00a0", "exact", id="spaces at the end"),
        pytest.param(Shown(0.18, "0%"), "18\u00a0%", id="a percentage says so"),
        pytest.param(None, "", id="an empty cell"),
    ],
)
def test_habits_of_spreadsheets_are_undone(held: object, text: str) -> None:
    assert back_text(held) == text


def grid(*rows: list[str]) -> Book:
    return Book((Grid("Sheet", rows),))


def test_rows_are_found_under_their_stable_names_whatever_their_order() -> None:
    found = rows_of(grid(["value", "id"], ["value", "identifier"], ["2", "b"], ["", ""], ["1", "a"]), "a", KEY, ())
    assert [(row.number, row.texts["id"], row.texts["value"]) for row in found] == [(3, "b", "2"), (5, "a", "1")]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([["identifier", "value"], ["a", "1"]], id="the hidden row is gone"),
        pytest.param([["id", "value", "value"], ["a", "1", "2"]], id="a name comes twice"),
    ],
)
def test_another_workbook_is_refused(rows: list[list[str]]) -> None:
    with pytest.raises(InputError, match=r"^a\.xlsx"):
        rows_of(grid(*rows), "a.xlsx", KEY, ("value",))
