"""Lines that a page wrapped are joined; lines that stand alone stay alone."""

import io

import typst

from temoin.documents.document import Document
from temoin.documents.lines import lines_of, paragraphs_of
from temoin.documents.readers import pdf
from temoin.evidence import Source

SETUP = '#set page(width: 300pt, height: 400pt, margin: 30pt)\n#set text(size: 10pt, lang: "fr")\n'
SENTENCE = (
    "Le réseau de la république fictive de Valmora est tombé mercredi matin, selon les mesures de plusieurs "
    "observatoires, et il n’était pas revenu à midi."
)


def a_document(body: str) -> Document:
    data = typst.compile((SETUP + body).encode(), ignore_system_fonts=True)
    return pdf.read_pdf(io.BytesIO(data), Source(id="a" * 64, size=len(data), name="report.pdf"))


def paragraphs(document: Document) -> list[str]:
    return [" ".join(line.text for line in lines) for lines in paragraphs_of(document)]


def test_wrapped_lines_of_a_page_are_one_paragraph():
    document = a_document(f"{SENTENCE}\n\n{SENTENCE}")
    assert len(lines_of(document)) > 4
    assert paragraphs(document) == [SENTENCE, SENTENCE]


def test_a_title_over_two_lines_is_one_and_apart_from_the_text():
    title = "Valmora dans le noir depuis trois jours entiers"
    document = a_document(f"#text(size: 18pt)[{title}]\n\nPar Ana Lom\n\n{SENTENCE}")
    assert paragraphs(document) == [title, "Par Ana Lom", SENTENCE]


def test_a_paragraph_does_not_go_on_over_a_page():
    assert paragraphs(a_document("Un\n#pagebreak()\ndeux")) == ["Un", "deux"]


def test_a_line_knows_its_size_and_place():
    first, second, *_ = lines_of(a_document(f"#text(size: 20pt)[Le haut]\n\n{SENTENCE}"))
    assert first.size is not None
    assert second.size is not None
    assert first.size > 1.5 * second.size
    assert (first.baseline or 0) < (second.baseline or 0)
    assert first.page == second.page == 1


def test_a_list_of_short_lines_is_not_joined():
    text = "Nom\n52 519\n105 801\nAutre nom\n65 792\n"
    assert paragraphs(Document(text)) == text.split("\n")[:-1]


def test_long_lines_are_paragraphs_of_their_own():
    text = f"{SENTENCE}\n{SENTENCE}\n{SENTENCE}"
    assert paragraphs(Document(text)) == [SENTENCE] * 3


def test_lines_keep_their_place_among_white_space():
    text = " \r\n\t Un \x0b deux \u2028\ftrois\n"
    assert [text[line.start : line.end] for line in lines_of(Document(text))] == ["Un", "deux", "trois"]
