"""Files of lists: gzip, damage, encodings, cells beyond the header."""

import gzip
import io

import pytest

from temoin.errors import InputError
from temoin.evidence.reader import Head
from temoin.evidence.source import Reading, Source
from temoin.outages.readers import list_file
from temoin.outages.readers.list_file import csv_rows, head_text, header_of, json_answer


def a_source(**reading: str) -> Source:
    return Source(id="5e" * 32, size=1, name="list.csv", reading=Reading(**reading))


def rows(data: bytes, **reading: str) -> list[dict[str, str]]:
    return [dict(row) for row in csv_rows(io.BytesIO(data), a_source(**reading))]


def test_a_header_is_read_under_its_mark_and_inside_gzip() -> None:
    data = gzip.compress(b"\xef\xbb\xbf Name ,Second  name\n1,2\n" + b"x" * 100_000)
    assert header_of(Head(data, "a.gz", len(data))) == {"name", "second name"}
    assert head_text(Head(b"\x1f\x8bnot gzip", "a.gz", 10)) == ""


def test_rows_shorter_and_longer_than_the_header_keep_what_they_have() -> None:
    assert rows(b"a,b\n1\n1,2,3\n\n") == [{"b": "", "a": "1"}, {"b": "2", "a": "1"}]


def test_a_header_without_its_columns_is_an_error_that_names_them() -> None:
    with pytest.raises(InputError, match="line 1: missing columns: c;"):
        list(csv_rows(io.BytesIO(b"a,b\n1,2\n"), a_source(), frozenset("xyz"), frozenset("abc")))


def test_the_first_of_two_columns_of_one_name_is_read() -> None:
    assert rows(b"a,a\n1,2\n") == [{"a": "1"}]


def test_another_encoding_is_asked_for() -> None:
    with pytest.raises(InputError, match="--encoding"):
        rows("a\né\n".encode("latin-1"))
    assert rows("a\né\n".encode("latin-1"), encoding="latin-1") == [{"a": "é"}]


def test_damaged_gzip_is_an_error_and_so_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    data = gzip.compress(b"a\n1\n" * 1000)
    with pytest.raises(InputError, match="damaged gzip"):
        rows(data[:-10])
    monkeypatch.setattr(list_file, "_MOST_BYTES", 100)
    with pytest.raises(InputError, match="256 MB"):
        rows(data)


@pytest.mark.parametrize(
    "text", ["[]", "{", "nothing", "[" * 100_000], ids=["a list", "cut short", "words", "too deep"]
)
def test_what_is_no_answer_is_an_error(text: str) -> None:
    with pytest.raises(InputError, match="expected"):
        json_answer(io.BytesIO(text.encode()), a_source())


def test_a_wound_in_json_is_told_by_its_position() -> None:
    source = Source(id="5e" * 32, size=1, name="list.json")
    with pytest.raises(InputError, match=r"list\.json, line 1, column 6: expected JSON;"):
        json_answer(io.BytesIO(b'{"a" 1}'), source)
