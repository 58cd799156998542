"""Comments stand at the words they are about, in a copy that is otherwise the document it was."""

import datetime as dt
import io
import zipfile

import pytest
from lxml import etree

from temoin.documents.document import Document
from temoin.documents.readers.office.docx import read_docx
from temoin.dossier.office.word_comments import Comment, with_comments
from temoin.errors import InputError
from temoin.evidence import Source
from temoin.period import UTC

from ...documents.readers.office_samples import W_STRICT, W, cell, docx, p, row, run, table, w

AT = dt.datetime(2031, 4, 5, 6, 7, tzinfo=UTC)


def read(data: bytes) -> Document:
    return read_docx(io.BytesIO(data), Source(id="a" * 64, size=len(data), name="a.docx"))


def commented(data: bytes, *figures: str) -> bytes:
    text = read(data).text
    comments = [Comment(text.index(each), text.index(each) + len(each), (f"About {each}", "Why.")) for each in figures]
    return with_comments(data, "a.docx", text, comments, author="Témoin", at=AT)


def body(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def marked(data: bytes) -> dict[str, str]:
    """By the id of a comment, the words between its marks."""
    found: dict[str, str] = {}
    open_now: list[str] = []
    for each in body(data).iter():
        name = etree.QName(each).localname
        number = next((value for key, value in each.attrib.items() if key.endswith("}id")), "")
        if name == "commentRangeStart":
            open_now.append(number)
        elif name == "commentRangeEnd":
            open_now.remove(number)
        elif name == "t":
            for one in open_now:
                found[one] = found.get(one, "") + (each.text or "")
    return found


@pytest.mark.parametrize("space", [W, W_STRICT], ids=["transitional", "strict"])
def test_a_comment_stands_at_its_words_alone(space: str) -> None:
    data = docx(p("Valmora a mis 6,5 millions, Brume 2,9 millions."), space=space)
    made = commented(data, "6,5 millions", "2,9 millions")
    assert marked(made) == {"0": "6,5 millions", "1": "2,9 millions"}
    assert read(made).text.startswith(read(data).text)


@pytest.mark.parametrize(
    "paragraph",
    [
        pytest.param(p("Il y a 6,", run("5", "<w:b/>"), " millions ici"), id="across runs of another weight"),
        pytest.param(p('<w:hyperlink r:id="x">' + run("Il y a 6,5 millions") + "</w:hyperlink>"), id="in a link"),
        pytest.param(p('<w:ins w:id="7" w:author="Ada">' + run("Il y a 6,5 millions") + "</w:ins>"), id="inserted"),
        pytest.param(
            p("<w:sdt><w:sdtPr/><w:sdtContent>" + run("6,5 millions") + "</w:sdtContent></w:sdt>"), id="in a control"
        ),
        pytest.param(
            p(run("Il y a 6,5"), '<w:del w:id="8"><w:r><w:delText>9</w:delText></w:r></w:del>', run(" millions")),
            id="around a deletion",
        ),
        pytest.param(p('<w:fldSimple w:instr="X">' + run("6,5 millions") + "</w:fldSimple>"), id="a field"),
        pytest.param(table(row(cell(p("Valmora")), cell(p("6,5 millions")))), id="in a cell"),
    ],
)
def test_words_are_found_wherever_they_stand_in_the_body(paragraph: str) -> None:
    data = docx(p("Début"), paragraph, p("Fin"))
    made = commented(data, "6,5 millions")
    assert marked(made)["0"] == "6,5 millions"
    assert read(made).text.startswith(read(data).text)


def test_formatting_tracked_changes_and_every_other_part_stay() -> None:
    more = {"word/styles.xml": w("", "styles"), "word/media/picture.png": b"\x89PNG not really"}
    data = docx(
        p(run("gras 33 fin", "<w:b/>"), '<w:del w:id="8"><w:r><w:delText>9</w:delText></w:r></w:del>'), more=more
    )
    made = commented(data, "33")
    runs = [each for each in body(made).iter(f"{{{W}}}r") if each.find(f"{{{W}}}t") is not None]
    assert ["".join(each.itertext()) for each in runs] == ["gras ", "33", " fin"]
    assert all(each.find(f"{{{W}}}rPr/{{{W}}}b") is not None for each in runs)
    assert body(made).find(f".//{{{W}}}delText") is not None
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
        same = [name for name in old.namelist() if old.read(name) == new.read(name)]
    assert {"word/styles.xml", "word/media/picture.png", "_rels/.rels"} <= set(same)


def test_comments_that_are_there_stay_and_ids_do_not_meet() -> None:
    theirs = w('<w:comment w:id="4" w:author="Ada"><w:p><w:r><w:t>Sûr ?</w:t></w:r></w:p></w:comment>', "comments")
    data = docx(p("Il y a 33 bureaux"), more={"word/comments.xml": theirs})
    made = commented(data, "33")
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        root = etree.fromstring(package.read("word/comments.xml"))
    assert [(each.get(f"{{{W}}}id"), each.get(f"{{{W}}}author")) for each in root] == [("4", "Ada"), ("5", "Témoin")]
    assert marked(made) == {"5": "33"}


def test_places_that_overlap_are_each_marked_whole() -> None:
    text = "le plus cher à 33 millions"
    data = docx(p(text))
    comments = [Comment(0, len(text), ("all",)), Comment(3, 12, ("part",)), Comment(15, 17, ("figure",))]
    made = with_comments(data, "a.docx", text, comments, author="T", at=AT)
    assert marked(made) == {"0": text, "1": "plus cher", "2": "33"}


def test_words_outside_the_body_are_told_at_its_first_words() -> None:
    note = w('<w:footnote w:id="2"><w:p><w:r><w:t>Soit 44 bureaux.</w:t></w:r></w:p></w:footnote>', "footnotes")
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = docx(p("Il y a 33 bureaux", reference, " ici"), more={"word/footnotes.xml": note})
    made = commented(data, "44", "33")
    assert sorted(marked(made).values()) == ["33", "I"]


def test_the_same_document_gives_the_same_bytes_and_control_characters_are_shown() -> None:
    data = docx(p("Il y a 33 bureaux"))
    text = read(data).text
    comments = [Comment(7, 9, ("a\x00b\x0cc\u202ed",))]
    one, other = (with_comments(data, "a", text, comments, author="T", at=AT) for _ in range(2))
    assert one == other
    assert "a\ufffdb c\ufffdd" in read(one).text


def test_what_is_no_word_document_is_refused() -> None:
    with pytest.raises(InputError):
        with_comments(b"not a zip", "a.docx", "text", [Comment(0, 1, ("x",))], author="T", at=AT)
