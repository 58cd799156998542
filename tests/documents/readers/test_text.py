"""Plain text comes out as it stands, and nothing else passes for it."""

import io

import pytest

from temoin.documents.readers import READERS, text
from temoin.errors import InputError, UnknownKindError
from temoin.evidence import Source
from temoin.evidence.reader import choose_reader, head_of
from temoin.evidence.source import Reading


def read(data: bytes, **reading):
    source = Source(id="a" * 64, size=len(data), name="note.txt", reading=Reading(**reading))
    return text.read_text(io.BytesIO(data), source)


def recognised(data: bytes) -> bool:
    return text.READER.recognises(head_of(io.BytesIO(data), "note.txt"))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param("été\r\nnuit\n".encode(), "été\r\nnuit\n", id="newlines are kept as they are"),
        pytest.param("été".encode("utf-8-sig"), "été", id="the mark of UTF-8 is dropped"),
        pytest.param(b"\xff\xfe" + "été 🙂".encode("utf-16-le"), "été 🙂", id="UTF-16, little end first"),
        pytest.param(b"\xfe\xff" + "été 🙂".encode("utf-16-be"), "été 🙂", id="UTF-16, big end first"),
        pytest.param("12\u202f500\xa0€".encode(), "12\u202f500\xa0€", id="narrow and no-break spaces stay"),
    ],
)
def test_a_text_is_returned_as_it_stands(data, expected):
    assert read(data).text == expected
    assert recognised(data)


def test_another_encoding_must_be_named():
    data = "Une coupure à Valmora".encode("cp1252")
    with pytest.raises(InputError, match=r"note\.txt, byte 12: .*--encoding windows-1252"):
        read(data)
    assert read(data, encoding="windows-1252").text == "Une coupure à Valmora"


def test_the_offending_byte_counts_the_mark():
    with pytest.raises(InputError, match="byte 4:"):
        read(b"\xef\xbb\xbfa\xff")


def test_an_unknown_encoding_is_said():
    with pytest.raises(InputError, match='unknown encoding "klingon"'):
        read(b"abc", encoding="klingon")


@pytest.mark.parametrize(
    "encoding", [pytest.param("base64", id="a codec of bytes"), pytest.param("rot13", id="a codec of text to text")]
)
def test_a_codec_that_is_no_encoding_is_refused(encoding):
    with pytest.raises(InputError, match="unknown encoding"):
        read(b"abc", encoding=encoding)


@pytest.mark.parametrize(
    "data", [pytest.param(b"", id="no byte"), pytest.param(b"\xef\xbb\xbf \n", id="only white space")]
)
def test_an_empty_file_is_an_error(data):
    with pytest.raises(InputError, match="empty"):
        read(data)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"abc\x00def", id="a NUL"),
        pytest.param(b"\x7fELF\x02\x01\x01\x00", id="a program"),
        pytest.param(b"%PDF-1.7\n", id="a PDF"),
        pytest.param(b"<!DOCTYPE html><p>a", id="a web page"),
        pytest.param(b"{\\rtf1\\ansi a}", id="a word processor's format"),
        pytest.param(b'<?xml version="1.0"?><rss/>', id="a feed"),
    ],
)
def test_what_is_not_text_is_not_recognised(data):
    assert not recognised(data)


def test_a_text_named_with_as_that_holds_a_nul_is_refused():
    with pytest.raises(InputError, match="character 3"):
        read(b"abc\x00def")


def test_a_text_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(text, "_LARGEST", 10)
    with pytest.raises(InputError, match="50 MB"):
        read(b"a" * 11)


def test_the_readers_share_out_the_formats():
    def kind(data: bytes) -> str:
        return choose_reader(READERS, head_of(io.BytesIO(data), "file")).kind

    assert kind(b"Une note.") == "text"
    assert kind(b"\n<!-- saved -->\n<!DOCTYPE html>\n<html>") == "html"
    assert kind(b"%PDF-1.7\n%\xe2\xe3") == "pdf"
    with pytest.raises(UnknownKindError):
        kind(b"\x00\x01\x02")


@pytest.mark.parametrize("encoding", ["gb18030", "koi8-r", "windows-1251", "windows-1256"])
def test_a_text_in_no_known_encoding_is_offered_those_of_several_scripts(encoding):
    with pytest.raises(InputError) as raised:
        read("网络 сеть شبكة".encode(encoding, "replace") + b"\xff")
    assert all(encoding in raised.value.in_(language) for language in ("fr", "en"))
