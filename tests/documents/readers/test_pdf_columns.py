"""Short columns of prose are read one under the other; the rows of a table stay rows."""

import io

import numpy as np
import pytest
import typst

from temoin.documents.readers import pdf
from temoin.documents.readers.pdf_columns import column_order
from temoin.evidence import Source

LEFT = ["La ville compte 12 345", "abonnés à sa page. Sa", "page a coûté 1 000 EUR.", "et rien de plus."]
RIGHT = ["Le club publie 67 890", "vues du mois. Il paie", "chaque mois sa chaîne,", "soit trop cher."]


def read(left, right, apart=250):
    rows = "".join(
        f"#place(dx: 0pt, dy: {13 * rank}pt)[{one}]#place(dx: {apart}pt, dy: {13 * rank}pt)[{other}]\n"
        for rank, (one, other) in enumerate(zip(left, right, strict=True))
    )
    setup = "#set page(width: 500pt, height: 300pt)\n#set text(10pt, hyphenate: false)\n"
    data = typst.compile((setup + rows).encode(), ignore_system_fonts=True)
    return pdf.read_pdf(io.BytesIO(data), Source(id="a" * 64, size=len(data), name="a.pdf"))


def test_two_columns_of_prose_stand_one_under_the_other_with_their_boxes():
    document = read(LEFT, RIGHT)
    assert [line.strip() for line in document.text.splitlines() if line.strip()] == LEFT + RIGHT
    assert document.boxes["char"].is_sorted()
    start = document.text.index("Le club")
    [box] = document.boxes_of("a", start, start + 7)
    [above] = document.boxes_of("a", 0, 8)
    assert box.left - above.left == pytest.approx(250, abs=2)
    assert box.top == pytest.approx(above.top, abs=2)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(["Vues", "Abonnés", "Coût en EUR"], ["12 345", "67 890", "1 000"], id="figures"),
        pytest.param(LEFT, ["12", "34", "56", "78"], id="prose beside figures"),
        pytest.param(
            ["Nom de la ville", "Date de la coupure", "Lieu de la mesure"],
            ["Valmora sur mer", "Le trois mars", "Au nord du Norle"],
            id="entries beside entries",
        ),
        pytest.param(LEFT[:2], RIGHT[:2], id="two lines only"),
    ],
)
def test_a_table_is_read_across(left, right):
    text = read(left, right).text.splitlines()
    assert [" ".join(line.split()) for line in text] == [
        f"{one} {other}" for one, other in zip(left, right, strict=True)
    ]


def test_lines_without_ink_keep_their_order():
    codes = np.array([0x61, 0x0A, 0x62])
    changed, order = column_order(codes, np.full((3, 4), np.nan))
    assert (changed.tolist(), order.tolist()) == (codes.tolist(), [0, 1, 2])
