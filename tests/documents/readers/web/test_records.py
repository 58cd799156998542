"""Records are read by pieces, bodies as they were sent, digests in every form that tools write."""

import base64
import gzip
import hashlib
import io

import pytest

from temoin.documents.readers.web.records import Records, Unpacked, answer_of, decoded, digest_agrees, unchunked

from ..web_samples import INFO, record, response


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_bytes_come_by_line_by_count_and_are_passed_over(pack):
    data = b"one\ntwo\n" + bytes(500_000) + b"end"
    unpacked = Unpacked(io.BytesIO(pack(data)), "a")
    assert unpacked.readline() == b"one\n"
    assert unpacked.read(2) == b"tw"
    assert unpacked.skip(2 + 500_000) == 500_002
    assert unpacked.read(10) == b"end"
    assert (unpacked.read(10), unpacked.readline(), unpacked.skip(3)) == (b"", b"", 0)
    assert not unpacked.is_cut_off


def test_a_line_without_end_comes_in_pieces():
    unpacked = Unpacked(io.BytesIO(b"x" * 200_000), "a")
    assert [len(unpacked.readline()) for _ in range(4)] == [65536, 65536, 65536, 3392]


def test_a_record_that_nobody_reads_is_passed_over():
    found = [(each.kind, each.said("WARC-Date")) for each in Records(io.BytesIO(INFO + response()), "a")]
    assert found == [("warcinfo", "2031-03-05T10:00:00Z"), ("response", "2031-03-05T10:00:00Z")]


def test_a_block_beyond_what_is_asked_for_is_not_read():
    (only,) = [each.block(3) for each in Records(io.BytesIO(record("resource", b"1234")), "a")]
    assert only is None


def test_an_answer_has_status_headers_and_body():
    answer = answer_of(b"HTTP/2 200\r\ncontent-type: text/html\r\n\r\nbody")
    assert (answer.status, answer.said("Content-Type"), answer.raw) == ("200", "text/html", b"body")
    assert answer_of(b"") is None


@pytest.mark.parametrize(
    ("raw", "body"),
    [
        pytest.param(b"3\r\nabc\r\n0\r\n\r\n", b"abc", id="chunks"),
        pytest.param(b"3;x=y\r\nabc\r\n", b"abc", id="cut off"),
        pytest.param(b"<html>\r\n", b"<html>\r\n", id="no chunks"),
        pytest.param(b"-5\r\nabc", b"", id="a negative length"),
    ],
)
def test_chunks_are_joined(raw, body):
    assert unchunked(raw) == body


def test_a_body_beyond_the_limit_or_of_an_unknown_encoding_is_not_decoded():
    assert decoded(gzip.compress(bytes(1000)), "gzip", 999) is None
    assert decoded(b"x", "br", 10) is None
    assert decoded(gzip.compress(b"x"), "identity, x-gzip", 10) == b"x"


@pytest.mark.parametrize("form", ["hex", "b32", "b64"])
def test_a_digest_is_known_in_every_form(form):
    digest = hashlib.sha256(b"x").digest()
    value = {
        "hex": digest.hex(), "b32": base64.b32encode(digest).decode(), "b64": base64.urlsafe_b64encode(digest).decode()
    }[form]  # fmt: skip
    assert digest_agrees(f"sha-256:{value}", [b"y", b"x"]) is True
    assert digest_agrees(f"sha-256:{value}", [b"y"]) is False
    assert digest_agrees("", [b"x"]) is None
