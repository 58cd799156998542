import io

import pytest

from temoin.documents.readers import READERS
from temoin.documents.readers.sheets import xls
from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import Head

SOURCE = Source(id="a" * 64, size=0, name="vieux.xls")
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")


def test_a_damaged_workbook_is_one_clear_error():
    with pytest.raises(InputError, match="cut off, damaged or locked"):
        xls.read_book(io.BytesIO(COMPOUND + b"\0" * 600), SOURCE)


def test_a_compound_file_is_a_workbook_by_what_it_holds_or_by_its_name():
    inside = COMPOUND + b"\0" * 600 + "Workbook".encode("utf-16-le")
    assert xls.recognises(Head(inside, "x", len(inside)))
    assert xls.recognises(Head(COMPOUND, "BUDGET.XLS", 8))
    assert not xls.recognises(Head(COMPOUND, "lettre.doc", 8))
    assert any(reader.kind == "xls" for reader in READERS)


def test_a_workbook_written_in_bytes_is_read():
    (grid,) = xls.read_book(io.BytesIO(biff5()), SOURCE).grids
    assert [grid.at(1, 1), grid.at(2, 2)] == ["Compte", 12.5]


def biff5() -> bytes:
    """The smallest workbook of the old kind: one bare stream of records, without a compound file around it."""
    import struct

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    label = record(0x0204, struct.pack("<HHHH", 0, 0, 0, 6) + b"Compte")
    number = record(0x0203, struct.pack("<HHHd", 1, 1, 0, 12.5))
    sheet = record(0x0809, struct.pack("<HHHH", 0x0500, 0x0010, 0, 0)) + label + number + record(0x0A, b"")
    name = b"Feuille"

    def globals_of(start: int) -> bytes:
        return (
            record(0x0809, struct.pack("<HHHH", 0x0500, 0x0005, 0, 0))
            + record(0x0085, struct.pack("<IHB", start, 0, len(name)) + name)
            + record(0x0A, b"")
        )

    stream = globals_of(len(globals_of(0))) + sheet
    return compound(stream + b"\0" * (4096 - len(stream) % 4096))


def compound(stream: bytes) -> bytes:
    """A compound file of one stream named Book: header, one sector of allocation, one of directory, the stream."""
    import struct

    sectors = len(stream) // 512
    header = COMPOUND + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<I", 0) + b"\xff" * (512 - len(header) - 4)
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    table = b"".join(struct.pack("<I", each) for each in chain).ljust(512, b"\xff")

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        raw = name.encode("utf-16-le") + b"\0\0"
        return (
            raw.ljust(64, b"\0")
            + struct.pack("<HBB", len(raw) if name else 0, kind, 1)
            + struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child)
            + b"\0" * 36
            + struct.pack("<IQ", start, size)
        )

    directory = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry("Book", 2, 0xFFFFFFFF, 2, len(stream))
    return header + table + directory.ljust(512, b"\0") + stream
