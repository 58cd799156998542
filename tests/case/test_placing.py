"""Pictures of figures: which ones, kept where, sealed when, and what becomes of a page that cannot be drawn."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from PIL import Image

from temoin.case import placing
from temoin.case.adding import Wish, add_file
from temoin.case.analysis import Analysis, analyse
from temoin.case.folder import Case
from temoin.case.placing import Placed, place_figures
from temoin.case.reviews import Decided, decide
from temoin.errors import InputError
from temoin.words import same

from .recognising import PDF, SCAN, TEXT, as_if_a_sheet, as_if_scanned, use


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "notice.pdf"
    path.write_bytes(typst.compile(SCAN.encode()))
    return path


def statement(analysis: Analysis, value: str):
    return next(view for each in analysis.sources for view in each.views if view.statement.value == value)


def placed(case: Case, *cited: str) -> Placed:
    (each,) = analyse(case).sources
    return place_figures(case, each, cited)


def test_a_figure_that_matters_has_a_picture_and_another_has_its_page(case: Case, notice: Path) -> None:
    add_file(case, notice, Wish())
    cited = statement(analyse(case), "450000").statement.id
    found = placed(case, cited)
    (picture,) = found.places[cited].pictures
    image = Image.open(io.BytesIO(picture.png))
    assert image.format == "PNG"
    assert image.info == {}
    assert image.width <= 640
    assert [page.page for page in found.pages] == [1]
    others = [place for name, place in found.places.items() if name != cited]
    assert others
    assert all((place.pages, place.pictures, place.left_out) == ((1,), (), False) for place in others)


def test_a_decided_figure_has_a_picture_too(case: Case, notice: Path, reopened: Callable[[], Case]) -> None:
    add_file(case, notice, Wish())
    analysis = analyse(case)
    view = statement(analysis, "450000")
    text = analysis.sources[0].document.text
    decide(case, view, text, Decided("accept", "tester"))
    assert placed(reopened()).places[view.statement.id].pictures


def test_every_figure_read_in_a_picture_has_one_up_to_a_declared_number(
    case: Case, notice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, PDF, as_if_scanned)
    add_file(case, notice, Wish())
    everything = placed(case).places
    assert len(everything) >= 2
    assert all(place.pictures and not place.left_out for place in everything.values())
    monkeypatch.setattr(placing, "MOST_RECOGNISED", 1)
    fewer = placed(case).places.values()
    assert [bool(place.pictures) for place in fewer].count(True) == 1
    assert all(place.left_out != bool(place.pictures) for place in fewer)


def test_pictures_are_made_once_and_give_the_same_bytes(
    case: Case, notice: Path, reopened: Callable[[], Case], monkeypatch: pytest.MonkeyPatch
) -> None:
    add_file(case, notice, Wish())
    cited = statement(analyse(case), "450000").statement.id
    first = placed(case, cited)

    def never(*_: object, **_options: object) -> bytes:
        raise AssertionError

    with monkeypatch.context() as held:
        held.setattr(placing, "crop_png", never)
        held.setattr(placing, "page_png", never)
        assert placed(reopened(), cited) == first
    for path in case.derived.rglob("pictures-*"):
        path.unlink()
    assert placed(reopened(), cited) == first


def test_pictures_of_a_personal_source_are_sealed(case: Case, notice: Path) -> None:
    add_file(case, notice, Wish(personal=True))
    cited = statement(analyse(case), "450000").statement.id
    assert placed(case, cited).places[cited].pictures
    (kept,) = case.derived.rglob("pictures-*")
    assert kept.name.endswith(".age")
    assert b"PNG" not in kept.read_bytes()


def test_a_page_that_cannot_be_drawn_leaves_the_figure_without_a_picture(
    case: Case, notice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **_options: object) -> bytes:
        raise InputError("notice.pdf", same("broken"), same("mend it"))

    add_file(case, notice, Wish())
    cited = statement(analyse(case), "450000").statement.id
    monkeypatch.setattr(placing, "crop_png", fails)
    place = placed(case, cited).places[cited]
    assert place.pictures == ()
    assert place.left_out


def test_a_figure_broken_over_two_lines_has_a_picture_a_line(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "narrow.pdf"
    narrow = "#set page(width: 70mm, height: 60mm, margin: 5mm)\n" + SCAN.partition("\n")[2]
    path.write_bytes(typst.compile(narrow.encode()))
    add_file(case, path, Wish())
    views = [view for each in analyse(case).sources for view in each.views if "\n" in view.statement.text]
    assert views
    name = views[0].statement.id
    assert len(placed(case, name).places[name].pictures) == 2


def test_a_figure_of_a_sheet_says_its_cell_and_its_part(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, TEXT, as_if_a_sheet)
    path = tmp_path / "sheet.txt"
    path.write_text("Some 450,000 subscribers were concerned in Kazakhstan, the invented observer said.")
    add_file(case, path, Wish())
    place = placed(case).places[statement(analyse(case), "450000").statement.id]
    assert place.cells == (("Readings", 7, 3),)
    assert (place.part, place.captured) == ("table.xlsx", "2031-03-06T08:00:00Z")
    assert place.pictures == ()
