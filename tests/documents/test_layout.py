"""Head, body and foot of a text, wrapped or not."""

from temoin.documents.document import Document, Page
from temoin.documents.layout import layout_of

LONG = "Le réseau de la république fictive de Valmora est tombé mercredi matin, selon plusieurs observatoires du pays."
WRAPPED = (
    "Le réseau de la république fictive de Valmora est tombé mercredi\n"
    "matin, selon les mesures de plusieurs observatoires indépendants\n"
    "du pays, et il n’était pas revenu à midi dans les faubourgs, où\n"
    "les commerçants attendent.\n"
)


def test_short_lines_before_the_first_paragraph_are_the_head():
    layout = layout_of(Document(f"Titre du texte\n\nPar Ana Lom\n\n{LONG}\n\n{LONG}\n\nSOURCE Valmora"))
    assert [block.text for block in layout.head] == ["Titre du texte", "Par Ana Lom"]
    assert layout.opening.text == LONG
    assert [block.text for block in layout.foot] == ["SOURCE Valmora"]


def test_lines_under_a_standfirst_are_near_the_title():
    layout = layout_of(Document(f"Titre du texte\n\n{LONG}\n\nLe 01/09/2031\n\n{LONG}\n\nFin"))
    assert [block.text for block in layout.after_opening] == ["Le 01/09/2031"]
    assert [block.text for block in layout.foot] == ["Fin"]


def test_wrapped_lines_are_one_block_with_exact_place():
    text = f"Titre\n\n{WRAPPED}\nFin de la note\n"
    layout = layout_of(Document(text))
    opening = layout.opening
    assert opening.text == WRAPPED.rstrip().replace("\n", " ")
    assert text[opening.start : opening.end] == WRAPPED.rstrip()
    assert layout.blocks[-1].text == "Fin de la note"


def test_blocks_are_as_long_as_their_stretch():
    text = f"\ufeff Titre \r\n\r\n{WRAPPED}".replace("\n", "\r\n")
    for block in layout_of(Document(text)).blocks:
        assert len(block.text) == block.end - block.start


def test_an_empty_text_has_no_block():
    layout = layout_of(Document(""))
    assert layout.blocks == ()
    assert layout.opening is None


def test_short_lines_of_later_pages_are_no_head() -> None:
    body = (
        "The fictional town of Valmora spent more than it said, and the figures of its notice do not add up at all." * 2
    )
    text = f"A notice\f12 January 2032\n\n{body}"
    pages = (Page(1, 0, 8, 100.0, 100.0), Page(2, 9, len(text), 100.0, 100.0))
    assert [block.text for block in layout_of(Document(text, pages)).head] == ["A notice"]
