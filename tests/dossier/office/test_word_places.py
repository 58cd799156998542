import io

from lxml import etree

from temoin.documents.readers.office.docx import read_docx
from temoin.dossier.office.word_places import Cuts, Stretch, place_text
from temoin.evidence import Source

from ...documents.readers.office_samples import W, docx, p, run, w


def placed(*paragraphs: str):
    text = read_docx(io.BytesIO(docx(*paragraphs)), Source(id="a" * 64, size=1, name="a")).text
    root = etree.fromstring(w(f"<w:body>{''.join(paragraphs)}</w:body>", "document").encode())
    return text, root, place_text(root, text)


def test_every_letter_of_the_body_is_found_where_it_stands() -> None:
    text, _root, found = placed(p("Un ", run("deux", "<w:b/>")), p("trois 3"), p("trois 3"))
    assert {rank for rank, letter in enumerate(text) if not letter.isspace()} == set(found)
    assert all((at.element.text or "")[at.rank] == text[rank] for rank, at in found.items())


def test_hidden_and_deleted_words_and_codes_of_fields_are_passed_over() -> None:
    code = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>PAGE 9</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>33</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    text, _root, found = placed(p(run("caché 9", "<w:vanish/>"), "page ", code))
    assert text == "page 33"
    assert len(found) == 6


def test_a_raised_digit_does_not_lose_what_follows() -> None:
    text, _root, found = placed(p("soit 10", run("6", '<w:vertAlign w:val="superscript"/>'), " euros en tout"))
    assert text == "soit 10⁶ euros en tout"
    assert text.index("euros") in found


def test_a_run_is_divided_and_its_words_and_formatting_stay() -> None:
    text, root, found = placed(p(run("abc def ghi", "<w:i/>")))
    cuts = Cuts()
    stretch = Stretch(found[text.index("d")], found[text.index("f")])
    cuts.ask(stretch)
    cuts.divide()
    runs = list(root.iter(f"{{{W}}}r"))
    assert ["".join(each.itertext()) for each in runs] == ["abc ", "def", " ghi"]
    assert all(each.find(f"{{{W}}}rPr/{{{W}}}i") is not None for each in runs)
    assert cuts.first_of(stretch) is cuts.last_of(stretch) is runs[1]
