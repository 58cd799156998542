"""Which reader a file gets: by its bytes, never by luck; a name is safe to print."""

import io
from pathlib import Path

import pytest

from temoin.case.kinds import KEPT_ONLY, READERS, Opaque, reader_for, reader_named, visible_name
from temoin.errors import UnknownKindError
from temoin.evidence import Source


def kind_of(data: bytes, name: str = "file", kind: str | None = None) -> str:
    return reader_for(io.BytesIO(data), name, kind).kind


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        pytest.param(b"Tout est coup\xc3\xa9.\n", "note.txt", "text", id="plain text"),
        pytest.param(b"%PDF-1.7\n", "note.txt", "pdf", id="PDF whatever its name"),
        pytest.param(b"<!doctype html><html><body>a", "page", "html", id="web page"),
        pytest.param(
            b"time,place,signal,value\n2022-01-05T10:30Z,KZ,bgp,1\n", "a.csv", "signals-csv", id="signals, not text"
        ),
        pytest.param(
            b'{"type": "outages.events", "error": null, "data": []}', "a.json", "ioda-events", id="events of an API"
        ),
    ],
)
def test_a_file_is_recognised_by_its_bytes(data: bytes, name: str, kind: str) -> None:
    assert kind_of(data, name) == kind


def test_bytes_that_nobody_knows_are_asked_about_and_may_be_kept() -> None:
    with pytest.raises(UnknownKindError, match="--as"):
        kind_of(b"\x00\x01\x02\x03", "blob.bin")
    assert kind_of(b"\x00\x01\x02\x03", "blob.bin", "file") == "file"


def test_an_empty_file_is_kept_only_when_asked() -> None:
    with pytest.raises(UnknownKindError, match="empty"):
        kind_of(b"", "empty.txt")
    with pytest.raises(UnknownKindError, match="empty"):
        kind_of(b"", "empty.txt", "text")
    assert kind_of(b"", "empty.txt", "file") == "file"


def test_what_is_only_kept_is_never_read_nor_recognised() -> None:
    stream = io.BytesIO(b"bytes")
    assert isinstance(KEPT_ONLY.read(stream, Source(id="a" * 64, size=5)), Opaque)
    assert stream.tell() == 0


def test_every_kind_is_one_and_is_found_by_its_name() -> None:
    kinds = [reader.kind for reader in READERS]
    assert len(set(kinds)) == len(kinds)
    assert [reader_named(kind).kind for kind in kinds] == kinds


def test_a_name_is_printed_without_folders_or_control_characters() -> None:
    assert visible_name(Path("secret/folder/a\x1b[31m\nb\u202e.txt")) == "a[31mb.txt"
