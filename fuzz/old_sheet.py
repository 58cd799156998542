"""A seed of a spreadsheet of before 2007: BIFF8 records in a compound file, both as their specifications lay them out.

References
----------
[MS-XLS] and [MS-CFB], Microsoft Open Specifications.
"""

import struct

from fuzz.seed import Parts, Seed

_SECTOR, _END, _FREE, _FAT = 512, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_BOF, _EOF, _SHEET, _NUMBER, _LABEL = 0x0809, 0x000A, 0x0085, 0x0203, 0x0204
_LEAST = 4096  # a shorter stream lies in the small sectors, which this file does without


def old_sheet() -> Seed:
    """Return a seed of one sheet, each record a part."""
    cells = [(0, 0, "Abonnés"), (0, 1, "Montant (DH)"), (1, 0, 450000.0), (1, 1, 6.5), (2, 0, "Total"), (2, 1, 6.5)]
    return Seed(tuple((f"cell {row} {column}", _cell(row, column, said)) for row, column, said in cells), _book)


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _cell(row: int, column: int, said: str | float) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(said, float):
        return _record(_NUMBER, place + struct.pack("<d", said))
    return _record(_LABEL, place + struct.pack("<HB", len(said), 1) + said.encode("utf-16-le"))


def _book(parts: Parts) -> bytes:
    begins = [_record(_BOF, struct.pack("<HHHHII", 0x0600, kind, 0x0DBB, 0x07CC, 0, 6)) for kind in (5, 16)]
    name = "Postes".encode("utf-16-le")
    length = len(begins[0]) + 4 + 8 + len(name) + len(_record(_EOF, b""))
    sheet = _record(_SHEET, struct.pack("<IHBB", length, 0, 6, 1) + name)
    stream = begins[0] + sheet + _record(_EOF, b"") + begins[1] + b"".join(data for _, data in parts)
    return _compound((stream + _record(_EOF, b"")).ljust(_LEAST, b"\0"))


def _compound(stream: bytes) -> bytes:
    sectors = -(-len(stream) // _SECTOR)
    chain = [_FAT, _END, *range(3, 2 + sectors), _END]
    table = struct.pack(f"<{_SECTOR // 4}I", *(chain + [_FREE] * _SECTOR)[: _SECTOR // 4])
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 0, _LEAST, _END, 0, _END, 0,
    )  # fmt: skip
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    folder = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, 2, len(stream))
    return header + table + folder.ljust(_SECTOR, b"\0") + stream.ljust(sectors * _SECTOR, b"\0")


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    said = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBIII36xIQ", said, len(said), kind, 1, _FREE, _FREE, child, start, size)
