import io

import pytest

from temoin.errors import UnknownKindError
from temoin.evidence.reader import Head, Reader, choose_reader, head_of
from temoin.words import same


def reader(kind: str, mark: bytes, *, general: bool = False) -> Reader[str]:
    return Reader(
        kind=kind,
        version=1,
        label=same(kind),
        recognises=lambda head: head.data.startswith(mark),
        read=lambda _stream, _source: kind,
        general=general,
    )


def head(data: bytes) -> Head:
    return head_of(io.BytesIO(data), "file")


READERS = (reader("text", b"", general=True), reader("pdf", b"%PDF"), reader("page", b"<html"), reader("xml", b"<"))


def test_a_specific_reader_goes_before_a_general_one() -> None:
    assert choose_reader(READERS, head(b"%PDF-1.7")).kind == "pdf"
    assert choose_reader(READERS, head(b"hello")).kind == "text"


def test_several_specific_readers_are_an_error_that_names_them() -> None:
    with pytest.raises(UnknownKindError, match=r"page, xml.*--as"):
        choose_reader(READERS, head(b"<html>"))


def test_no_reader_is_an_error_that_lists_the_kinds() -> None:
    with pytest.raises(UnknownKindError, match=r"--as page \| pdf \| xml"):
        choose_reader(READERS[1:], head(b"hello"))


def test_the_kind_asked_for_is_taken_whatever_the_signature() -> None:
    assert choose_reader(READERS, head(b"%PDF"), "page").kind == "page"
    with pytest.raises(UnknownKindError, match="not a known kind"):
        choose_reader(READERS, head(b"%PDF"), "tablet")


def test_a_head_leaves_the_stream_at_its_beginning() -> None:
    stream = io.BytesIO(b"x" * 100_000)
    seen = head_of(stream, "file")
    assert (len(seen.data), seen.size, stream.tell()) == (65536, 100_000, 0)
