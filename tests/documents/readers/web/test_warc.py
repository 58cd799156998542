"""A web archive gives its pages, with their addresses, when they were captured, and with what."""

import gzip
import io
import zlib

import pytest

from temoin.documents.readers import READERS
from temoin.documents.readers.web import warc as reader
from temoin.documents.remarks import remarks_on
from temoin.errors import InputError, UnknownKindError
from temoin.evidence import Source
from temoin.evidence.digest import digest_bytes
from temoin.evidence.reader import choose_reader, head_of

from ..web_samples import INFO, SITE, WORDS, a_page, answer, record, response, zipped


def read(data: bytes):
    return reader.read_warc(io.BytesIO(data), Source(id="a" * 64, size=len(data), name="a.warc"))


@pytest.mark.parametrize("join", [zipped, lambda *each: b"".join(each)], ids=["gzip", "plain"])
def test_one_page_is_the_document(join):
    document = read(join(INFO, response()))
    assert document.text == f"Coupure\n\n{WORDS}"
    assert document.parts == ()
    assert document.properties == {
        "title": "Coupure",
        "language": "fr",
        "url": f"{SITE}/a",
        "captured": "2031-03-05T10:00:00Z",
        "captured_by": "Crawler 1.2 (fictional)",
    }


def test_one_gzip_member_of_all_records_is_read_too():
    assert WORDS in read(gzip.compress(INFO + response())).text


def test_several_pages_stand_in_the_order_of_capture_under_their_addresses():
    later = response(f"{SITE}/b", a_page("Retour"), "2031-03-06T10:00:00Z")
    document = read(zipped(later, response()))
    assert document.text == f"{SITE}/a\n\nCoupure\n\n{WORDS}\n\n{SITE}/b\n\nRetour\n\n{WORDS}"
    assert [(part.name, part.kind, part.properties["captured"]) for part in document.parts] == [
        ("Coupure", "html", "2031-03-05T10:00:00Z"),
        ("Retour", "html", "2031-03-06T10:00:00Z"),
    ]
    assert document.parts[0].digest == digest_bytes(a_page())
    assert (document.properties["captured"], document.properties["captured_until"]) == (
        "2031-03-05T10:00:00Z",
        "2031-03-06T10:00:00Z",
    )


FRAME = record("request", b"GET / HTTP/1.1\r\nSec-Fetch-Dest: iframe\r\n\r\n", f"{SITE}/frame")


@pytest.mark.parametrize(
    ("records", "left_out"),
    [
        pytest.param([response(f"{SITE}/frame"), FRAME], "frame 1", id="a frame"),
        pytest.param([response(f"{SITE}/x", b"<p>piece</p>")], "fragment 1", id="a fragment"),
        pytest.param([response(f"{SITE}/x", WARC_Resource_Type="script")], "frame 1", id="a resource"),
        pytest.param([record("response", answer(a_page(), "404 Not Found"), f"{SITE}/x")], None, id="an error page"),
        pytest.param([record("response", answer(b"x", kind="image/png"), f"{SITE}/x")], None, id="an image"),
        pytest.param(
            [record("response", answer(b"x", more="Content-Encoding: br\r\n"), f"{SITE}/x")],
            "encoded br 1",
            id="brotli",
        ),
        pytest.param(
            [response(f"{SITE}/x", "<html>éééééé</html>".encode("cp1252"))], "unreadable 1", id="another encoding"
        ),
    ],
)
def test_what_is_no_page_is_left_out_and_counted(records, left_out):
    document = read(zipped(response(), *records))
    assert document.text == f"Coupure\n\n{WORDS}"
    assert document.properties.get("left_out") == left_out


def chunked(body: bytes) -> bytes:
    half = len(body) // 2
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (body[:half], body[half:], b""))


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        pytest.param(gzip.compress(a_page()), "Content-Encoding: gzip\r\n", id="gzip"),
        pytest.param(zlib.compress(a_page()), "Content-Encoding: deflate\r\n", id="deflate"),
        pytest.param(zlib.compress(a_page())[2:-4], "Content-Encoding: deflate\r\n", id="raw deflate"),
        pytest.param(chunked(a_page()), "Transfer-Encoding: chunked\r\n", id="chunks"),
        pytest.param(
            chunked(gzip.compress(a_page())), "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", id="both"
        ),
        pytest.param(a_page(), "Content-Encoding: gzip\r\n", id="decoded by the tool"),
        pytest.param(a_page(), "Transfer-Encoding: chunked\r\n", id="joined by the tool"),
    ],
)
def test_a_body_is_read_however_it_was_sent(body, headers):
    assert read(zipped(record("response", answer(body, more=headers)))).text == f"Coupure\n\n{WORDS}"


@pytest.mark.parametrize("name", ["WARC_Payload_Digest", "WARC_Block_Digest"])
def test_a_digest_that_disagrees_is_said(name):
    wrong = record("response", answer(a_page()), **{name: "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    assert read(zipped(wrong)).properties["digests"] == "mismatch 1"


@pytest.mark.parametrize("cut", [10, 2000], ids=["little", "much"])
@pytest.mark.parametrize("join", [zipped, lambda *each: b"".join(each)], ids=["gzip", "plain"])
def test_an_archive_that_is_cut_off_gives_what_is_there_and_says_so(cut, join):
    other = record("response", answer(bytes(range(256)) * 16, kind="image/png"), f"{SITE}/b")
    document = read(join(response(), other)[:-cut] if join is not zipped else join(response(), other)[: -min(cut, 100)])
    assert WORDS in document.text
    assert document.properties["truncated"] == "yes"


def test_a_wrong_length_loses_no_other_record():
    wrong = record("response", answer(a_page("Faux")), f"{SITE}/w", length="20")
    document = read(wrong + response())
    assert WORDS in document.text
    assert document.properties["damaged"] == "1"


def test_revisits_are_counted():
    again = record("revisit", b"HTTP/1.1 200 OK\r\n\r\n", f"{SITE}/a", "2031-03-06T10:00:00Z")
    assert read(zipped(response(), again)).properties["revisits"] == "1"


def test_the_pages_that_a_crawler_names_are_the_pages():
    info = record("resource", b"{}", f"urn:pageinfo:{SITE}/a")
    document = read(zipped(response(), response(f"{SITE}/ad"), info))
    assert document.properties["url"] == f"{SITE}/a"


def test_a_bomb_stops_at_the_limit():
    bomb = gzip.compress(record("response", answer(bytes(60_000_000))))
    with pytest.raises(InputError, match="inflate beyond measure"):
        read(bomb)


@pytest.mark.parametrize(
    "record_of",
    [
        pytest.param(b"WARC/1.0\r\n" + b"a: b\r\n" * 300_000, id="headers without end"),
        pytest.param(b"WARC/1.0\r\nContent-Length: -5\r\n\r\n", id="a negative length"),
        pytest.param(b"WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n", id="a length beyond all"),
        pytest.param(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 0\r\n\r\n", id="no address"),
        pytest.param(b"WARC/1.0 " + b"x" * 1_000_000, id="a line without end"),
        pytest.param(INFO, id="no page"),
    ],
)
def test_hostile_records_are_one_line(record_of):
    with pytest.raises(InputError, match="no readable page in this web capture"):
        read(record_of)


def chosen(data: bytes, name: str = "a") -> str:
    return choose_reader(READERS, head_of(io.BytesIO(data), name)).kind


def test_a_web_archive_is_told_from_other_compressed_files():
    assert chosen(zipped(INFO)) == chosen(INFO) == "warc"
    with pytest.raises(UnknownKindError, match="a file compressed by gzip; unpack it"):
        chosen(gzip.compress(b"a letter"))
    with pytest.raises(UnknownKindError, match="compressed by Zstandard"):
        chosen(b"\x28\xb5\x2f\xfd" + bytes(20), "a.warc.zst")
    with pytest.raises(InputError, match="this is not a web archive"):
        read(b"a letter")


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9], ids=["in its headers", "in its middle", "near its end"])
def test_a_second_page_that_is_cut_off_is_said(share):
    later = zipped(response(f"{SITE}/b", a_page("Retour"), "2031-03-06T10:00:00Z"))
    document = read(zipped(response()) + later[: int(len(later) * share)])
    assert document.properties["truncated"] == "yes"
    assert "the archive is cut off before its end" in [each.en for each in remarks_on(document)]
