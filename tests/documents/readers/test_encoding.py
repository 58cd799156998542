"""From bytes to characters: a mark speaks first, then the person, and nothing is guessed."""

import codecs
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoin.documents.readers.encoding import byte_order_mark, codec_name, decode, open_text
from temoin.errors import InputError

MARKED = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


@pytest.mark.parametrize(("encoding", "mark"), MARKED.items(), ids=MARKED)
def test_a_mark_says_the_encoding_and_is_dropped(encoding, mark):
    data = mark + "été".encode(encoding)
    assert byte_order_mark(data).encoding == encoding
    assert decode("a.txt", data, None) == "été"


def test_a_mark_is_believed_before_the_person():
    assert decode("a.txt", codecs.BOM_UTF8 + "été".encode(), "cp1252") == "été"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        pytest.param("latin1", "cp1252", id="what pages call Latin 1"),
        pytest.param("US-ASCII", "cp1252", id="what pages call ASCII"),
        pytest.param(" cp1251 ", "cp1251", id="white space around"),
        pytest.param("ISO-8859-15", "iso8859-15", id="Latin 9 stays itself"),
    ],
)
def test_a_label_has_one_codec(label, name):
    assert codec_name("a.html", label) == name


@pytest.mark.parametrize("label", ["klingon", "rot13", "base64", "", "utf-8\x00"], ids=repr)
def test_a_label_that_is_no_encoding_of_text_is_refused(label):
    with pytest.raises(InputError, match="--encoding"):
        codec_name("a.html", label)


@pytest.mark.parametrize(
    ("data", "encoding", "place"),
    [
        pytest.param(b"ab\xe9", None, "byte 2", id="not UTF-8"),
        pytest.param(codecs.BOM_UTF8 + b"ab\xff", None, "byte 5", id="counted with the mark"),
        pytest.param(codecs.BOM_UTF16_LE + b"A", None, "byte 2", id="half a character"),
        pytest.param(b"a\x81", "cp1252", "byte 1", id="a hole in Windows-1252"),
    ],
)
def test_the_first_offending_byte_is_named(data, encoding, place):
    with pytest.raises(InputError, match=f"a.txt, {place}"):
        decode("a.txt", data, encoding)


@given(st.binary(max_size=40))
def test_bytes_are_read_exactly_or_refused(data):
    try:
        text = decode("a.txt", data, None)
    except InputError:
        return
    mark = byte_order_mark(data)
    assert text.encode(mark.encoding or "utf-8") == data[mark.length :]


@given(st.binary(max_size=40), st.sampled_from([None, "cp1252", "utf-16", "utf-32", "gb18030", "utf-7", "koi8-r"]))
def test_line_by_line_is_the_same_as_whole(data, encoding):
    assert _outcome(lambda: "".join(open_text("a.txt", io.BytesIO(data), encoding))) == _outcome(
        lambda: decode("a.txt", data, encoding)
    )


def _outcome(read):
    try:
        return read()
    except InputError as error:
        return error.words


def test_an_offending_byte_far_into_a_file_is_named():
    data = "é".encode() * 1_500_000 + b"\xe9"
    with pytest.raises(InputError, match=r"a\.csv, byte 3000000: this is not UTF-8"):
        open_text("a.csv", io.BytesIO(data), None)
