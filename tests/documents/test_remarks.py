"""What reading left out is said; what a document says of itself is no remark."""

from temoin.documents.document import Document, Part
from temoin.documents.remarks import remarks_on


def test_a_document_read_whole_calls_for_no_remark():
    assert (
        remarks_on(Document("words", properties={"title": "Notice", "author": "A. N.", "url": "https://x.example"}))
        == ()
    )


def test_each_thing_left_out_is_said_with_its_measure():
    document = Document("words", properties={"not_recognised": "2, 5", "tracked": "inserted 3, deleted 2"})
    said = remarks_on(document)
    assert [("2, 5" in said[0].fr), ("deleted 2" in said[1].en)] == [True, True]
    assert "tesseract" in said[0].en


def test_parts_that_nobody_could_read_are_named_up_to_five():
    parts = tuple(Part(f"{rank}.bin", "application/x", 0, 0, properties={"unread": "no-reader"}) for rank in range(7))
    (said,) = remarks_on(Document("", parts=(*parts, Part("a.txt", "text", 0, 5))))
    assert "0.bin (no-reader)" in said.en
    assert said.en.endswith("and 2 more")
    assert "a.txt" not in said.en


def test_pictures_and_hidden_passages_are_said():
    said = remarks_on(Document("words", properties={"hidden": "1", "pictures": "2"}))
    assert [each.en for each in said] == [
        "hidden passages, left out: 1",
        "pictures inside the document, not read: 2; add them by themselves",
    ]


def test_a_pdf_inside_a_letter_is_said_to_lack_its_pages():
    (said,) = remarks_on(Document("Avis joint", parts=(Part("avis.pdf", "pdf", 0, 4), Part("vide.pdf", "pdf", 4, 4))))
    assert said.en.startswith("read without their pages")
    assert "avis.pdf;" in said.en
    assert "ajoutez-les à part" in said.fr


def test_what_was_found_of_a_text_layer_is_said():
    document = Document("mots", properties={"gibberish": "2", "gibberish_kept": "3", "unseen": "4-6", "unmapped": "7"})
    said = remarks_on(document)
    assert [each.en[-1] for each in said if each.en[-1].isdigit()] == ["2", "7"]
    assert any("4-6" in each.fr and "à vérifier" in each.fr for each in said)
