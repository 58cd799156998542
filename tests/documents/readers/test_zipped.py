"""An archive is opened under limits, and what is wrong with it is said in one line."""

import io
import struct
import warnings
import zipfile
import zlib

import pytest

from temoin.documents.readers import zipped
from temoin.documents.readers.zipped import open_zip
from temoin.errors import InputError


def a_zip(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w", method) as archive:
        warnings.simplefilter("ignore")
        for name, data in entries.items():
            archive.writestr(name, data)
    return made.getvalue()


def opened(data: bytes) -> zipped.Zipped:
    return open_zip(io.BytesIO(data), "a.zip")


def with_directory(data: bytes, change) -> bytes:
    """Change the directory alone: the entries stay as they are."""
    at = data.find(b"PK\x01\x02")
    return data[:at] + change(data[at:])


def test_an_entry_is_read_by_its_name():
    inside = opened(a_zip({"a.txt": b"read me", "b/c.txt": b"and me"}))
    assert inside.names == ("a.txt", "b/c.txt")
    assert "b/c.txt" in inside
    assert inside.bytes_of("b/c.txt", 100) == b"and me"
    assert inside.size_of("a.txt") == 7


def test_an_entry_is_read_by_pieces():
    with opened(a_zip({"a.txt": b"0123456789"})).opened("a.txt") as stream:
        assert stream.read(4) == b"0123"
        assert stream.read() == b"456789"


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../../out", "C:/out", "a\\..\\b", "a\tb"], ids=["root", "up", "drive", "back", "control"]
)
def test_a_name_that_would_be_a_path_is_only_a_key_and_is_said(name):
    inside = opened(a_zip({name: b"harmless", "word/document.xml": b"x"}))
    assert len(inside.strange) == 1
    assert inside.bytes_of(inside.strange[0], 100) == b"harmless"


def test_a_backslash_counts_as_a_slash():
    inside = opened(a_zip({"word\\document.xml": b"text"}))
    assert inside.bytes_of("word/document.xml", 10) == b"text"


def test_an_entry_larger_than_asked_for_is_refused():
    with pytest.raises(InputError, match="inflate beyond"):
        opened(a_zip({"a": b"12345"})).bytes_of("a", 4)


def test_a_bomb_is_refused_from_its_directory_alone():
    with pytest.raises(InputError, match="inflate beyond"):
        opened(a_zip({"a": bytes(30_000_000)}))


def test_all_entries_together_keep_one_limit(monkeypatch):
    monkeypatch.setattr(zipped, "MOST_INFLATED", 1000)
    inside = opened(a_zip({"a": b"a" * 600, "b": b"b" * 600}))
    assert inside.bytes_of("a", 1000) == b"a" * 600
    with pytest.raises(InputError, match="inflate beyond"):
        inside.bytes_of("b", 1000)


def test_the_whole_is_inflated_before_another_library_has_it(monkeypatch):
    monkeypatch.setattr(zipped, "MOST_INFLATED", 1000)
    inside = opened(a_zip({"a": b"a" * 600}))
    inside.require_whole()
    inside.require_whole()
    with pytest.raises(InputError, match="inflate beyond"):
        opened(a_zip({"a": b"a" * 600, "b": b"b" * 600})).require_whole()


def test_a_directory_that_lies_about_a_size_gives_no_more_than_it_says():
    honest = a_zip({"a": bytes(range(256)) * 400})

    def smaller(directory: bytes) -> bytes:
        return directory[:24] + struct.pack("<I", 1000) + directory[28:]

    with pytest.raises(InputError, match="damaged"):
        opened(with_directory(honest, smaller)).bytes_of("a", 1_000_000)


def test_a_nested_archive_stays_shut():
    inner = a_zip({"bomb": bytes(1000)})
    assert opened(a_zip({"inner.zip": inner})).bytes_of("inner.zip", 10_000) == inner


def test_more_entries_than_the_limit_are_refused(monkeypatch):
    monkeypatch.setattr(zipped, "MOST_ENTRIES", 3)
    with pytest.raises(InputError, match="entries"):
        opened(a_zip({str(number): b"" for number in range(4)}))


def test_a_directory_of_more_than_four_megabytes_is_never_read():
    data = a_zip({"a" * 60_000 + str(number): b"" for number in range(70)}, zipfile.ZIP_STORED)
    with pytest.raises(InputError, match="entries"):
        opened(data)


def test_two_entries_of_one_name_are_ambiguous():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", b"one")
        archive.writestr("word/document.xml", b"two")
    with pytest.raises(InputError, match="twice"):
        opened(made.getvalue())


def test_entries_that_share_their_bytes_are_refused():
    data = a_zip({"a": b"a" * 50, "b": b"b" * 50}, zipfile.ZIP_STORED)
    second = data.find(b"PK\x01\x02", data.find(b"PK\x01\x02") + 4)
    overlapping = data[: second + 42] + struct.pack("<I", 0) + data[second + 46 :]
    with pytest.raises(InputError, match="overlap"):
        opened(overlapping)


def test_an_encrypted_entry_is_said_to_be():
    data = a_zip({"a": b"secret"})
    at = data.find(b"PK\x01\x02") + 8
    locked = data[:at] + b"\x01\x00" + data[at + 2 :]
    with pytest.raises(InputError, match="encrypted"):
        opened(locked).bytes_of("a", 10)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_truncated_archive_is_said_to_be_incomplete(share):
    data = a_zip({"a": bytes(range(256)) * 10, "b": b"b" * 3000})
    with pytest.raises(InputError, match=r"incomplete or damaged.*download it again"):
        opened(data[: int(len(data) * share)])


def test_damaged_bytes_are_noticed():
    data = bytearray(a_zip({"a": zlib.compress(bytes(range(256)) * 100)}, zipfile.ZIP_STORED))
    data[60] ^= 0xFF
    with pytest.raises(InputError, match="damaged"):
        opened(bytes(data)).bytes_of("a", 100_000)


def test_zip64_is_read():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive, archive.open("a", "w", force_zip64=True) as entry:
        entry.write(b"large in principle")
    assert opened(made.getvalue()).bytes_of("a", 100) == b"large in principle"


def test_what_a_reader_raises_while_it_reads_an_entry_stays_its_own():
    inside = opened(a_zip({"a": b"x"}))
    with pytest.raises(ValueError, match="mine"), inside.opened("a"):
        raise ValueError("mine")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, 99], ids=["bzip2", "LZMA", "unknown"])
def test_an_unusual_compression_is_not_undone(method):
    data = a_zip({"a": b"a" * 100}, method if method < 99 else zipfile.ZIP_STORED)
    if method == 99:
        at = data.find(b"PK\x01\x02") + 10
        data = data[:at] + b"\x63\x00" + data[at + 2 :]
    with pytest.raises(InputError, match="unusual ZIP compression; make the archive again"):
        opened(data).bytes_of("a", 1000)
