import io

import pytest
import typst

from fuzz.seed import pdf as seed_pdf
from temoin.documents.readers.sheets import pdf_tables
from temoin.errors import InputError
from temoin.evidence import Source

SOURCE = Source(id="a" * 64, size=0, name="registre.pdf")
TABLE = "#table(columns: 2, [Bénéficiaire], [Montant], [Studio Imaginaire], [1 250,75], [Régie Imaginaire], [300,00])"


def a_pdf(body: str) -> bytes:
    return typst.compile(body.encode(), ignore_system_fonts=True)


def test_a_ruled_table_is_read_cell_by_cell():
    (grid,) = pdf_tables.read_book(io.BytesIO(a_pdf(TABLE)), SOURCE).grids
    assert [list(row) for row in grid.rows] == [
        ["Bénéficiaire", "Montant"],
        ["Studio Imaginaire", "1 250,75"],
        ["Régie Imaginaire", "300,00"],
    ]


def test_only_the_pages_asked_for_are_read():
    stream = io.BytesIO(a_pdf(f"{TABLE} #pagebreak() {TABLE}"))
    assert [grid.name for grid in pdf_tables.pdf_tables(stream, [2])] == ["page 2, 1"]


@pytest.mark.parametrize(
    ("data", "said"),
    [(a_pdf("Un mot."), "no table found"), (b"%PDF-1.7 nothing", "damaged")],
    ids=["without a table", "damaged"],
)
def test_what_cannot_be_read_is_one_clear_error(data, said):
    with pytest.raises(InputError, match=said):
        pdf_tables.read_book(io.BytesIO(data), SOURCE)


@pytest.mark.parametrize("circle", [b"3 0 R", b"9 0 R"], ids=["itself", "by way of another"])
def test_an_object_that_is_only_a_reference_to_itself_is_refused(circle):
    page = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", circle
    rest = [b"<< >>"] * 5 + [b"3 0 R"]
    data = seed_pdf([*page, *rest]).whole()
    with pytest.raises(InputError, match="damaged"):
        list(pdf_tables.pdf_tables(io.BytesIO(data)))


@pytest.mark.parametrize("circle", [b"5 0 R", b"6 0 R"], ids=["itself", "by way of another"])
@pytest.mark.parametrize("name", [b"Root", b"Info", b"Encrypt"])
def test_a_circle_followed_while_the_file_opens_is_refused(circle, name):
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
        b"<< >>",
        circle,
        b"5 0 R",
    )
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % each for each in enumerate(objects, 1))
    root = b"" if name == b"Root" else b"/Root 1 0 R"
    data = body + b"trailer\n<< %s /%s 5 0 R /ID [(a) (b)] >>\nstartxref\n0\n%%%%EOF\n" % (root, name)
    with pytest.raises(InputError, match="damaged"):
        list(pdf_tables.pdf_tables(io.BytesIO(data)))
