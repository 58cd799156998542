"""A PDF gives its text page by page, and each letter's box lies over its ink."""

import io

import numpy as np
import pypdfium2
import pytest
import typst

from temoin.documents.document import BOXES
from temoin.documents.readers import pdf
from temoin.documents.recognition import chinese, tesseract
from temoin.documents.scorecard.pages import NOTICE, a_page, as_scan, saved, set_pdf
from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import head_of

PAGE = '#set page(width: 300pt, height: 200pt, margin: 30pt)\n#set text(size: 12pt, lang: "fr")\n'


def a_pdf(body: str, setup: str = PAGE) -> bytes:
    return typst.compile((setup + body).encode(), ignore_system_fonts=True)


def read(data: bytes, language: str | None = None):
    source = Source(id="a" * 64, size=len(data), name="report.pdf", language=language)
    return pdf.read_pdf(io.BytesIO(data), source)


def joined(*files: bytes) -> bytes:
    whole = pypdfium2.PdfDocument.new()
    for data in files:
        whole.import_pages(pypdfium2.PdfDocument(data))
    saved_as = io.BytesIO()
    whole.save(saved_as)
    whole.close()
    return saved_as.getvalue()


def changed(data: bytes, change) -> bytes:
    document = pypdfium2.PdfDocument(data)
    for page in document:
        change(page)
    saved = io.BytesIO()
    document.save(saved)
    document.close()
    return saved.getvalue()


def darkness(data: bytes) -> np.ndarray:
    document = pypdfium2.PdfDocument(data)
    picture = 255 - document[0].render(scale=4, grayscale=True).to_numpy().squeeze().astype(int)
    document.close()
    return picture


def test_each_page_is_a_stretch_of_the_text():
    document = read(a_pdf("Première page\n#pagebreak()\n#pagebreak()\nTroisième page"))
    assert [document.text[page.start : page.end] for page in document.pages] == ["Première page", "", "Troisième page"]
    assert document.text == "Première page\f\fTroisième page"
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert {(page.width, page.height) for page in document.pages} == {(300.0, 200.0)}


def test_boxes_keep_their_table_and_name_letters_of_the_text():
    document = read(a_pdf("Un deux\n#pagebreak()\ntrois"))
    BOXES.require(document.boxes)
    chars = document.boxes["char"].to_list()
    assert chars == sorted(set(chars))
    third = document.text.index("trois")
    assert document.boxes.filter(document.boxes["page"] == 2)["char"].to_list() == list(range(third, third + 5))


@pytest.mark.parametrize("rotation", [0, 90, 180, 270], ids=["upright", "quarter", "half", "three quarters"])
@pytest.mark.parametrize("crop", [None, (10, 20, 280, 190)], ids=["whole", "cropped"])
def test_a_letter_s_box_lies_over_its_ink(rotation, crop):
    def turned(page):
        page.set_rotation(rotation)
        if crop:
            page.set_cropbox(*crop)

    data = changed(a_pdf("#v(20pt) #h(60pt) HXH"), turned)
    document = read(data)
    picture = darkness(data)
    page = document.pages[0]
    assert picture.shape == (round(page.height * 4), round(page.width * 4))
    start = document.text.index("HXH")
    [box] = document.boxes_of("a", start, start + 3)
    rows = slice(int(box.top * 4) - 1, int((box.top + box.height) * 4) + 2)
    columns = slice(int(box.left * 4) - 1, int((box.left + box.width) * 4) + 2)
    inside = picture[rows, columns].sum()
    assert inside > 0
    assert inside == picture.sum()


def test_a_character_beyond_the_basic_plane_counts_once():
    document = read(a_pdf("a 𝒜 b"))
    assert document.text == "a 𝒜 b"
    assert (
        document.boxes.filter(document.boxes["char"] == 4)["left"][0]
        > document.boxes.filter(document.boxes["char"] == 2)["right"][0]
    )


def test_a_word_broken_at_the_end_of_a_line_is_whole_again():
    narrow = '#set page(width: 120pt, height: 300pt, margin: 20pt)\n#set text(lang: "fr", hyphenate: true)\n'
    text = read(a_pdf("#set par(justify: true)\ninternationalement anticonstitutionnellement", narrow)).text
    assert "internationalement" in text
    assert "anticonstitutionnellement" in text
    assert "\x02" not in text


def test_line_ends_are_one_newline():
    document = read(a_pdf("Un titre\n\nUn paragraphe"))
    assert document.text.split("\n") == ["Un titre", "Un paragraphe"]


def test_figures_are_kept_with_their_spaces():
    assert "45 150 000 yuans" in read(a_pdf("Total : 45 150 000 yuans")).text.replace("\u202f", " ")


def test_the_file_s_own_properties_are_read():
    body = (
        '#set document(title: "Rapport fictif", author: "Ana Lom", date: datetime(year: 2031, month: 3, day: 2))\nTexte'
    )
    properties = read(a_pdf(body, "")).properties
    assert properties == {"title": "Rapport fictif", "author": "Ana Lom", "created": "2031-03-02"}


def test_a_property_that_is_no_text_is_left_aside():
    data = a_pdf('#set document(title: "ABCD")\nTexte', "")
    assert read(data).properties["title"] == "ABCD"
    assert "title" not in read(data.replace(b"(ABCD)", b"(\xfe\xff\xd8\x00)")).properties


def test_a_creation_date_that_is_no_day_is_left_aside():
    data = a_pdf("#set document(date: datetime(year: 2031, month: 3, day: 2))\nTexte", "")
    assert read(data).properties["created"] == "2031-03-02"
    assert "created" not in read(data.replace(b"D:20310302", b"D:20319902")).properties


def test_a_drawing_without_words_is_said_to_lack_text(needs):
    needs("fra")
    with pytest.raises(InputError, match=r"report\.pdf: a PDF without a text layer.*add a text version"):
        read(a_pdf("#rect(width: 100pt, height: 50pt, fill: black)"), "fr")


def without_engine(monkeypatch) -> None:
    monkeypatch.setattr(tesseract, "installed", lambda: None)
    monkeypatch.setattr(chinese, "available", lambda: None)


def test_a_scan_without_an_engine_names_what_to_install(monkeypatch):
    without_engine(monkeypatch)
    with pytest.raises(InputError, match=r"report\.pdf: these pages are pictures.*tesseract.*add a text version"):
        read(as_scan([a_page(NOTICE)], dpi=200))


def test_a_scanned_page_among_others_is_named_where_no_engine_reads_it(monkeypatch):
    without_engine(monkeypatch)
    document = read(joined(set_pdf(["Avis écrit"]), as_scan([a_page(NOTICE)], dpi=200)))
    assert document.text == "Avis écrit\f"
    assert document.properties["not_recognised"] == "2"


def test_pages_that_are_pictures_are_recognised_in_their_place(needs):
    needs("fra", "osd")
    data = joined(set_pdf([NOTICE]), as_scan([a_page(NOTICE)], dpi=200, slant=1.5), set_pdf(["Fin de l’avis"]))
    document = read(data)
    first, second, third = (document.text[page.start : page.end] for page in document.pages)
    assert second.replace("’", "'").splitlines() == NOTICE.splitlines()
    assert (first.split(), third) == (NOTICE.split(), "Fin de l’avis")
    assert document.properties["recognised_by"].endswith("(fra)")
    assert set(document.recognised["page"]) == {2}
    start = document.pages[1].start + second.index("6 500 000")
    assert document.confidence_of(start, start + 9) > 0.8
    assert document.confidence_of(document.text.index("6 500 000"), 9) is None
    chars = document.boxes["char"].to_list()
    assert chars == sorted(set(chars))


@pytest.mark.parametrize("rotation", [0, 90, 180, 270], ids=["upright", "quarter", "half", "three quarters"])
def test_boxes_of_a_scan_lie_over_its_ink_in_points(rotation, needs):
    needs("fra", "osd")
    scan = as_scan([a_page("Total 45 150 francs\n" + NOTICE)], dpi=200, slant=1.0)
    data = changed(scan, lambda page: page.set_rotation(rotation))
    document = read(data, "fr")
    start = document.text.index("45 150")
    [box] = document.boxes_of("a", start, start + 6)
    [page] = document.pages
    assert max(page.width, page.height) == pytest.approx(595, abs=15)
    ink = darkness(data)[
        int(box.top * 4) : int((box.top + box.height) * 4), int(box.left * 4) : int((box.left + box.width) * 4)
    ]
    assert ink.size / 16 == pytest.approx(30 * 7, rel=0.3)
    assert 0.1 < (ink > 128).mean() < 0.5


def a_scan_under(words: str, folder) -> bytes:
    (folder / "scan.png").write_bytes(saved(a_page(NOTICE)))
    page = '#set page(width: 595pt, height: 421pt, margin: 0pt)\n#place(image("scan.png", width: 100%))\n'
    (folder / "main.typ").write_text(page + words, encoding="utf-8")
    return typst.compile(str(folder / "main.typ"), ignore_system_fonts=True)


def test_a_stamp_over_a_scan_is_no_text_layer(needs, tmp_path):
    needs("fra")
    assert "6 500 000" in read(a_scan_under("#place(bottom)[LEAK 0042]", tmp_path), "fr").text


def test_a_text_layer_under_a_scan_stays_as_it_is(tmp_path):
    hidden = "#place(text(fill: rgb(0, 0, 0, 0))[Une couche de texte de la main d’un autre, bonne ou mauvaise, 1 2 3])"
    document = read(a_scan_under(hidden, tmp_path))
    assert document.text.startswith("Une couche de texte")
    assert document.properties["unseen"] == "1"
    start = document.text.index("1 2 3")
    assert document.confidence_of(start, start + 5) == 0


def without_map(data: bytes) -> bytes:
    assert b"/ToUnicode" in data
    return data.replace(b"/ToUnicode", b"/ToUnknown")


def test_a_font_without_its_map_is_read_from_the_page_s_picture(needs):
    needs("fra", "osd")
    document = read(joined(set_pdf([NOTICE]), without_map(set_pdf([NOTICE]))))
    first, second = (document.text[page.start : page.end] for page in document.pages)
    assert "6 500 000" in first
    assert "6 500 000" in second
    assert document.properties["gibberish"] == "2"
    assert set(document.recognised["page"]) == {2}


def test_a_layer_that_says_nothing_is_kept_and_said_where_no_engine_reads_it(monkeypatch):
    without_engine(monkeypatch)
    document = read(joined(set_pdf([NOTICE]), without_map(set_pdf([NOTICE]))))
    assert document.properties["gibberish_kept"] == "2"
    with pytest.raises(InputError, match=r"report\.pdf: .*tesseract"):
        read(without_map(set_pdf([NOTICE])))


def test_a_page_without_anything_stays_empty(monkeypatch):
    without_engine(monkeypatch)
    document = read(a_pdf("Texte\n#pagebreak()\n#pagebreak()\nFin"))
    assert document.text == "Texte\f\fFin"
    assert document.properties.keys().isdisjoint({"not_recognised", "recognised_by"})


def test_glyphs_that_stand_for_no_character_are_said():
    with pytest.raises(InputError, match="maps its glyphs to no character"):
        pdf._require_words("\ufffd\ufffd \ufffd a", "report.pdf")
    pdf._require_words("un seul \ufffd", "report.pdf")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"%PDF-1.7\n", id="only a signature"),
        pytest.param(b"%PDF-1.7\n" + bytes(range(256)) * 20, id="noise"),
        pytest.param(a_pdf("Texte")[:400], id="truncated"),
        pytest.param(b"", id="empty"),
    ],
)
def test_a_damaged_file_is_one_clear_error(data):
    with pytest.raises(InputError, match=r"report\.pdf.*(damaged or incomplete|without a text layer)"):
        read(data)


def a_locked_pdf() -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"ab" * 32 + b"> /U <" + b"cd" * 32 + b"> >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<00> <00>] >>"
    return data + b"xref\n0 5\n0000000000 65535 f \n%strailer\n%s\nstartxref\n%d\n%%%%EOF" % (table, trailer, len(data))


def test_a_locked_file_asks_for_an_unlocked_copy():
    with pytest.raises(InputError, match="locked by a password; add an unlocked copy"):
        read(a_locked_pdf())


def test_a_pdf_is_recognised_behind_leading_bytes():
    assert pdf.READER.recognises(head_of(io.BytesIO(b"\r\n\x00%PDF-1.4\n"), "x"))
    assert not pdf.READER.recognises(head_of(io.BytesIO(b"PDF"), "x"))


def test_the_same_bytes_give_the_same_text_and_boxes():
    data = a_pdf("#lorem(300)")
    first, second = read(data), read(data)
    assert first.text_hash == second.text_hash
    assert first.boxes.equals(second.boxes)
