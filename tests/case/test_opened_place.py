"""Places opened by reference: text and statements there, from characters, cells, boxes and rows, both ways."""

import io
import json
from pathlib import Path

import pytest
import typst
from PIL import Image

from temoin.case.adding import Wish, add_file
from temoin.case.analysis import analyse
from temoin.case.folder import Case
from temoin.case.opened_place import statement_picture
from temoin.case.showing import show, statement_view
from temoin.errors import InputError

from .recognising import PDF, SCAN, TEXT, as_if_a_sheet, as_if_scanned, use


@pytest.fixture
def scanned(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    use(monkeypatch, PDF, as_if_scanned)
    path = tmp_path / "notice.pdf"
    path.write_bytes(typst.compile(SCAN.encode()))
    add_file(case, path, Wish())
    return case


def the_people(case: Case):
    analysis = analyse(case)
    found = next(view for each in analysis.sources for view in each.views if view.statement.value == "450000")
    return analysis, found.statement


def test_a_statement_says_where_it_stands_and_how_sure_the_engine_was(scanned: Case) -> None:
    analysis, statement = the_people(scanned)
    record = show(analysis, statement.id).record
    assert len(record["on_page"]) == 1
    assert (record["cells"], record["part"], record["recognised"]) == ([], None, 0.914)


def test_a_box_and_characters_open_the_place_and_what_stands_there(scanned: Case) -> None:
    analysis, statement = the_people(scanned)
    (box,) = show(analysis, statement.id).record["on_page"]
    for reference in (box, str(statement.locator), box.replace(statement.source, statement.source[:12])):
        found = show(analysis, reference)
        assert found.noun == "place"
        assert "450,000" in found.record["text"]
        assert [each["id"] for each in found.record["statements"]] == [statement.id]
        assert found.record["recognised"] == 0.914
        json.dumps(found.record)


def test_a_row_of_a_sheet_opens_with_its_cells_and_part(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, TEXT, as_if_a_sheet)
    path = tmp_path / "sheet.txt"
    path.write_text("Some 450,000 subscribers were concerned in Kazakhstan, the invented observer said.")
    add_file(case, path, Wish())
    analysis, statement = the_people(case)
    record = show(analysis, f"{statement.source}#row=7").record
    assert record["text"] == "450,000"
    assert record["cells"] == [{"sheet": "Readings", "row": 7, "column": 3}]
    assert record["part"] == {"name": "table.xlsx", "kind": "xlsx", "captured": "2031-03-06T08:00:00Z"}
    assert [each["id"] for each in record["statements"]] == [statement.id]
    with pytest.raises(InputError, match="nothing stands"):
        show(analysis, f"{statement.source}#row=8")


def test_rows_of_measures_open_as_they_were_read(filled: Case) -> None:
    analysis = analyse(filled)
    source = analysis.signals["source"][0]
    rows = show(analysis, f"{source}#row=5-7").record["rows"]
    assert [row["row"] for row in rows] == [5, 6, 7]
    assert {"time", "place", "signal", "value"} <= rows[0].keys()
    json.dumps(rows)


@pytest.mark.parametrize("fragment", ["char=5,5", "char=0,999999", "page=9&viewrect=0,0,5,5", "line=3", "row=1"])
def test_a_place_that_the_source_does_not_hold_is_refused(scanned: Case, fragment: str) -> None:
    analysis, statement = the_people(scanned)
    with pytest.raises(InputError):
        show(analysis, f"{statement.source}#{fragment}")


def test_the_picture_of_a_figure_is_written_as_a_png(scanned: Case, article: Path) -> None:
    analysis, statement = the_people(scanned)
    png = statement_picture(scanned, *statement_view(analysis, statement.id))
    assert Image.open(io.BytesIO(png)).format == "PNG"
    add_file(scanned, article, Wish())
    analysis = analyse(scanned)
    plain = next(view for each in analysis.sources for view in each.views if view.statement.recognised is None)
    with pytest.raises(InputError, match="no page"):
        statement_picture(scanned, *statement_view(analysis, plain.statement.id))
