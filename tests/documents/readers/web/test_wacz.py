"""A WACZ gives the pages it names, and says where its bytes are not what it declares."""

import io

import pytest

from temoin.documents.readers import READERS
from temoin.documents.readers.web import wacz as reader
from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import choose_reader, head_of

from ..office_samples import packed
from ..web_samples import INFO, SITE, WORDS, a_page, answer, record, response, wacz, zipped

PAGE = {"url": f"{SITE}/a", "ts": "2031-03-05T10:00:00Z", "title": "Titre capturé"}


def read(data: bytes):
    return reader.read_wacz(io.BytesIO(data), Source(id="a" * 64, size=len(data), name="a.wacz"))


def test_only_the_pages_that_it_names_are_read():
    warc = zipped(INFO, response(), response(f"{SITE}/ad", a_page("Publicité")))
    document = read(wacz(warc, PAGE))
    assert document.text == f"Coupure\n\n{WORDS}"
    assert document.properties["url"] == PAGE["url"]
    assert document.properties["captured_by"] == "Crawler 1.2 (fictional)"
    assert "mismatch" not in document.properties
    assert document.properties["unlisted"] == "1"


def test_a_page_that_moved_is_found_where_it_went():
    moved = record("response", answer(b"", "301 Moved", more=f"Location: {SITE}/a\r\n"), f"{SITE}/old")
    document = read(wacz(zipped(moved, response()), {"url": f"{SITE}/old", "ts": ""}))
    assert document.properties["url"] == f"{SITE}/a"
    assert "missing" not in document.properties


def test_a_page_that_is_not_there_is_counted():
    document = read(wacz(zipped(response()), PAGE, {"url": f"{SITE}/gone"}))
    assert document.properties["missing"] == "1"


def test_of_two_captures_of_a_page_the_one_it_names_is_read():
    warc = zipped(response(), response(body=a_page("Plus tard"), date="2031-03-09T10:00:00Z"))
    assert read(wacz(warc, PAGE)).text.startswith("Coupure\n")


def test_without_named_pages_those_of_the_archives_are_read():
    document = read(packed({"archive/data.warc.gz": zipped(response()), "datapackage.json": "not JSON"}))
    assert WORDS in document.text


def test_bytes_that_are_not_those_declared_are_named():
    assert read(wacz(zipped(response()), PAGE, hashed=b"others")).properties["mismatch"] == "archive/data.warc.gz"


def test_its_own_tool_is_told_where_the_archives_tell_none():
    assert read(wacz(zipped(response()), PAGE)).properties["captured_by"] == "Packer 2.0"


def test_a_package_without_an_archive_says_so():
    with pytest.raises(InputError, match="no web archive inside this WACZ"):
        read(packed({"pages/pages.jsonl": "{}"}))


def test_a_wacz_is_recognised():
    assert choose_reader(READERS, head_of(io.BytesIO(wacz(zipped(response()), PAGE)), "a.wacz")).kind == "wacz"
