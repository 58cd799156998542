"""Faces: all there, packed without a change."""

import struct
import zlib
from importlib.resources import files

import pytest

from temoin.dossier.fonts import FACES, font_css, to_woff


def unpacked(woff: bytes) -> dict[bytes, bytes]:
    count = struct.unpack(">H", woff[12:14])[0]
    tables = {}
    for rank in range(count):
        tag, place, packed, length, _ = struct.unpack(">4sIIII", woff[44 + 20 * rank : 64 + 20 * rank])
        data = woff[place : place + packed]
        tables[tag] = data if packed == length else zlib.decompress(data)
        assert len(tables[tag]) == length
    return tables


@pytest.mark.parametrize("face", FACES, ids=lambda face: f"{face.family} {face.weight} {face.style}")
def test_a_packed_face_holds_the_same_tables(face):
    font = (files(face.package) / "files" / face.file).read_bytes()
    woff = to_woff(font)
    assert woff[:8] == b"wOFF" + font[:4]
    assert struct.unpack(">I", woff[8:12])[0] == len(woff) < 0.7 * len(font)
    for tag, data in unpacked(woff).items():
        place = font.index(tag, 12, 12 + 16 * 40)
        start, length = struct.unpack(">II", font[place + 8 : place + 16])
        assert data == font[start : start + length], tag


def test_the_style_sheet_asks_nobody_for_a_face():
    css = font_css()
    assert css.count("@font-face") == len(FACES)
    assert css.count("url(") == css.count('url("data:font/woff;base64,')
