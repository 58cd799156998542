"""What an archive is shows in its first bytes, whatever order its writer chose."""

import io
import zipfile

import pytest

from temoin.documents.readers.zip_kinds import OLE, near_container, zip_kind
from temoin.evidence.reader import HEAD_BYTES, Head

OFFICE = b'<Override ContentType="application/vnd.openxmlformats-officedocument.'
WORD = OFFICE + b'wordprocessingml.document.main+xml"/>'
EXCEL = OFFICE + b'spreadsheetml.sheet.main+xml"/>'
SLIDES = OFFICE + b'presentationml.presentation.main+xml"/>'
MACROS = b'<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'
OPENDOCUMENT = b"application/vnd.oasis.opendocument."


class OnlyForward(io.RawIOBase):
    """A pipe: zipfile then writes sizes after each entry."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self.data += data
        return len(data)


def packed(entries: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in entries:
            archive.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else method)
    return made.getvalue()


def streamed(entries: list[tuple[str, bytes]]) -> bytes:
    pipe = OnlyForward()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return bytes(pipe.data)


CASES = [
    pytest.param([("[Content_Types].xml", WORD), ("word/document.xml", b"x")], "docx", id="Word"),
    pytest.param([("[Content_Types].xml", MACROS), ("word/document.xml", b"x")], "docx", id="Word with macros"),
    pytest.param([("_rels/.rels", b"x"), ("word/document.xml", b"x")], "docx", id="content types last"),
    pytest.param([("[Content_Types].xml", EXCEL), ("xl/workbook.xml", b"x")], "xlsx", id="Excel"),
    pytest.param([("xl/workbook.bin", b"x")], "xlsb", id="binary Excel"),
    pytest.param([("[Content_Types].xml", SLIDES), ("word/x", b"")], "pptx", id="slides"),
    pytest.param([("mimetype", OPENDOCUMENT + b"text"), ("content.xml", b"x")], "odt", id="ODT"),
    pytest.param([("mimetype", OPENDOCUMENT + b"text-template"), ("content.xml", b"x")], "odt", id="an ODT template"),
    pytest.param([("mimetype", OPENDOCUMENT + b"spreadsheet"), ("content.xml", b"x")], "ods", id="ODS"),
    pytest.param([("mimetype", b"application/epub+zip"), ("content.xml", b"x")], "epub", id="EPUB"),
    pytest.param([("archive/data.warc.gz", b"x"), ("datapackage.json", b"{}")], "wacz", id="WACZ"),
    pytest.param([("datapackage.json", b"{}"), ("pages/pages.jsonl", b"{}")], "wacz", id="WACZ, pages first"),
    pytest.param([("Index/Document.iwa", b"x")], "iwork", id="Pages"),
    pytest.param([("letters/word/a.docx", b"x"), ("b.txt", b"x")], "zip", id="a plain archive"),
]


@pytest.mark.parametrize(("entries", "kind"), CASES)
def test_an_archive_tells_what_it_is(entries, kind):
    assert zip_kind(packed(entries)) == kind


@pytest.mark.parametrize(("entries", "kind"), CASES)
def test_an_archive_written_to_a_pipe_tells_what_it_is(entries, kind):
    assert zip_kind(streamed(entries)) == kind


def test_an_archive_of_office_files_is_a_plain_archive():
    inner = packed([("[Content_Types].xml", WORD), ("word/document.xml", b"x")])
    assert zip_kind(packed([("a.docx", inner)], zipfile.ZIP_STORED)) == "zip"


def test_an_empty_archive_is_a_plain_archive():
    assert zip_kind(packed([])) == "zip"


def test_what_is_no_archive_has_no_kind():
    assert zip_kind(b"PK is how this letter begins") is None


def test_the_head_of_a_large_archive_is_enough():
    data = packed([("archive/data.warc.gz", bytes(200_000))], zipfile.ZIP_STORED)
    assert zip_kind(data[:HEAD_BYTES]) == "wacz"


def refusal(data: bytes, name: str = "a.bin") -> str:
    miss = near_container(Head(data[:HEAD_BYTES], name, len(data)))
    return "" if miss is None else f"{miss[0].en}; {miss[1].en}"


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        pytest.param(packed([("a.txt", b"x")]), "a.zip", "a plain ZIP archive; unpack it", id="plain"),
        pytest.param(packed([("ppt/a.xml", b"x")]), "a.pptx", "slides (PPTX); save them as PDF", id="slides"),
        pytest.param(OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "locked by a password", id="locked"),
        pytest.param(OLE + "WordDocument".encode("utf-16-le"), "a", "an old Word document (DOC)", id="DOC"),
        pytest.param(OLE + "__substg1.0_0037001F".encode("utf-16-le"), "a", "save it as .eml", id="MSG"),
        pytest.param(OLE + bytes(1000), "a.MSG", "save it as .eml", id="MSG by its name"),
        pytest.param(OLE + bytes(1000), "a", "another OLE file", id="unknown OLE"),
    ],
)
def test_a_container_that_nobody_reads_is_named_with_what_to_do(data, name, said):
    assert said in refusal(data, name)


def test_a_container_that_somebody_reads_is_not_refused():
    assert refusal(packed([("word/document.xml", b"x")])) == ""
    assert refusal(b"a letter") == ""
