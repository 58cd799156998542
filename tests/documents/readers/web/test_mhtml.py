"""A page saved as one file gives its main page, its address and when it was saved."""

import io
import plistlib

import pytest

from temoin.documents.readers import READERS
from temoin.documents.readers.web import mhtml as reader
from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import choose_reader, head_of

PAGE = (
    "<!doctype html><html><head><title>Coupure</title>{meta}</head><body><article><p>Le réseau de Valmora est tombé "
    "mercredi matin, selon les mesures de plusieurs observatoires.</p></article></body></html>"
)


def saved(
    page: bytes, charset: str = "", kind: str = 'multipart/related; type="text/html"; boundary="b"', more: str = ""
) -> bytes:
    top = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courrier.example/valmora\r\nSubject: Coupure\r\n"
        f"Date: Wed, 5 Mar 2031 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: {kind}\r\n\r\n"
    )
    frame = "--b\r\nContent-Type: text/html\r\nContent-Location: https://ads.example/\r\n\r\n<p>Publicité</p>\r\n"
    main = (
        f"--b\r\nContent-Type: text/html{charset}\r\nContent-ID: <main>\r\n"
        "Content-Location: https://courrier.example/valmora\r\n\r\n"
    )
    return (top + more + frame + main).encode() + page + b"\r\n--b--\r\n"


def read(data: bytes):
    return reader.read_mhtml(io.BytesIO(data), Source(id="a" * 64, size=len(data), name="a.mht"))


@pytest.mark.parametrize(
    ("page", "charset"),
    [
        pytest.param(PAGE.format(meta="").encode(), "", id="UTF-8 without a word"),
        pytest.param(PAGE.format(meta="").encode("cp1252"), '; charset="windows-1252"', id="declared by its part"),
        pytest.param(PAGE.format(meta='<meta charset="windows-1252">').encode("cp1252"), "", id="declared by the page"),
    ],
)
def test_the_main_page_is_read_with_its_address_and_moment(page, charset):
    document = read(saved(page, charset))
    assert document.text.startswith("Coupure\n\nLe réseau de Valmora est tombé")
    assert document.properties == {
        "title": "Coupure",
        "url": "https://courrier.example/valmora",
        "captured": "2031-03-05T09:00:00Z",
        "captured_by": "Blink",
    }


def test_the_part_that_is_said_to_be_the_start_is_the_page():
    kind = 'multipart/related; start="<main>"; boundary="b"'
    data = saved(PAGE.format(meta="").encode(), kind=kind).replace(b"Snapshot-Content-Location", b"X-Other")
    assert "Le réseau" in read(data).text


def test_a_web_archive_of_safari_is_read():
    main = {
        "WebResourceData": PAGE.format(meta="").encode(),
        "WebResourceURL": "https://courrier.example/valmora",
        "WebResourceTextEncodingName": "UTF-8",
    }
    document = read(plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY))
    assert document.properties["url"] == "https://courrier.example/valmora"
    assert document.properties["captured_by"] == "Safari"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"bplist00" + bytes(100), id="a damaged web archive"),
        pytest.param(plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), id="another property list"),
        pytest.param(b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--", id="no page"),
    ],
)
def test_a_file_without_a_page_says_what_to_do(data):
    with pytest.raises(InputError, match="no readable web page in this file; save the page again"):
        read(data)


def test_a_saved_page_is_no_message():
    assert choose_reader(READERS, head_of(io.BytesIO(saved(PAGE.encode())), "a.mht")).kind == "mhtml"
    archive = plistlib.dumps({"WebMainResource": {}}, fmt=plistlib.FMT_BINARY)
    assert choose_reader(READERS, head_of(io.BytesIO(archive), "a.webarchive")).kind == "mhtml"
