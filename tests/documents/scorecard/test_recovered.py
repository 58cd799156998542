"""What the scorecard counts: a string that is there with its boxes, one that is not, one over the end of a line."""

import io

from temoin.documents.document import Document
from temoin.documents.readers.pdf import READER
from temoin.documents.scorecard.made_up import set_by_typst
from temoin.documents.scorecard.recovered import Labelled, recover, told
from temoin.evidence.source import Source

TEXT = (
    "En Atlasie, pays fictif, 450 000 lignes.\n" + "Des mots sans chiffre, encore et encore. " * 9 + "\nPuis 450 000."
)


def a_document(text: str) -> Document:
    return READER.read(io.BytesIO(set_by_typst(text)), Source(id="0" * 64, size=1, name="a.pdf"))


def labels(*strings: str) -> list[Labelled]:
    return [Labelled(TEXT.index(each), TEXT.index(each) + len(each), each) for each in strings]


def test_strings_are_found_with_boxes_that_hold_nothing_else() -> None:
    last = Labelled(TEXT.rindex("450 000"), TEXT.rindex("450 000") + 7, "450 000")
    found = recover(TEXT, [*labels("450 000", "Atlasie"), last], a_document(TEXT))
    assert (found.asked, found.found, found.on_a_line, found.both_ways, found.lost) == (3, 3, 3, 3, ())


def test_a_string_over_the_end_of_a_line_is_held_with_others() -> None:
    whole = ("Des mots sans chiffre, encore et encore. " * 9).strip()
    found = recover(TEXT, labels(whole), a_document(TEXT))
    assert (found.found, found.on_a_line, found.around) == (1, 0, 1)


def test_what_is_not_there_is_lost_and_the_row_says_no() -> None:
    found = recover(TEXT, labels("450 000", "Atlasie"), a_document(TEXT.replace("Atlasie", "Utopie")))
    assert found.lost == ("Atlasie",)
    rows = list(told({"a": found}))
    assert (rows[0].measured, rows[0].holds, rows[1].holds) == ("1 of 2", False, True)


def test_a_second_equal_string_is_not_the_first() -> None:
    second = Labelled(TEXT.rindex("450 000"), TEXT.rindex("450 000") + 7, "450 000")
    found = recover(TEXT, [second], a_document(TEXT.replace("Puis 450 000", "Puis rien")))
    assert found.lost == ("450 000",)


def test_text_without_boxes_is_not_recovered() -> None:
    assert recover(TEXT, labels("Atlasie"), Document(TEXT)).lost == ("Atlasie",)
