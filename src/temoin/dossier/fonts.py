"""Our faces, out of installed packages: embedded in a page as WOFF, handed to typst and to Vega as folders."""

import base64
import struct
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SERIF = "Source Serif Pro"
SANS = "Source Sans Pro"
_ENTRY = struct.Struct(">4sIIII")
_HEADER = struct.Struct(">4sIIHHIHHIIIII")


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a family: where its package keeps it, and what CSS calls it."""

    package: str
    file: str
    family: str
    weight: int
    style: str = "normal"


FACES = (
    Face("font_source_serif_pro", "SourceSerifPro-Regular.otf", SERIF, 400),
    Face("font_source_serif_pro", "SourceSerifPro-It.otf", SERIF, 400, "italic"),
    Face("font_source_serif_pro", "SourceSerifPro-Semibold.otf", SERIF, 600),
    Face("font_source_sans_pro", "SourceSansPro-Regular.otf", SANS, 400),
    Face("font_source_sans_pro", "SourceSansPro-Semibold.otf", SANS, 600),
)


def font_folders() -> list[str]:
    """Return the folders in which the two families lie."""
    return [str(files(package) / "files") for package in ("font_source_serif_pro", "font_source_sans_pro")]


@cache
def font_css() -> str:
    """Return the ``@font-face`` rules of every face, each with its bytes in base64."""
    return "\n".join(_rule(face) for face in FACES)


def _rule(face: Face) -> str:
    data = (files(face.package) / "files" / face.file).read_bytes()
    coded = base64.b64encode(to_woff(data)).decode()
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{face.style};'
        f'font-display:block;src:url("data:font/woff;base64,{coded}") format("woff")}}'
    )


def to_woff(data: bytes) -> bytes:
    """Return an OpenType font as WOFF 1.0: the same tables, each deflated, about half the bytes.

    References
    ----------
    W3C Recommendation "WOFF File Format 1.0", 2012; a font so packed is the font unmodified (SIL OFL FAQ 2.2)
    """
    flavour, count = data[:4], int.from_bytes(data[4:6], "big")
    tables = [struct.unpack(">4sIII", data[12 + 16 * rank : 28 + 16 * rank]) for rank in range(count)]
    place, original = _HEADER.size + _ENTRY.size * count, 12 + 16 * count
    places, body = {}, bytearray()
    for tag, _, start, length in sorted(tables, key=lambda table: table[2]):
        packed = min(data[start : start + length], zlib.compress(data[start : start + length], 9), key=len)
        places[tag] = (place + len(body), len(packed))
        body += packed + bytes(-len(packed) % 4)
        original += length + -length % 4
    directory = b"".join(_ENTRY.pack(tag, *places[tag], length, check) for tag, check, _, length in tables)
    total = place + len(body)
    header = _HEADER.pack(b"wOFF", int.from_bytes(flavour, "big"), total, count, 0, original, 1, 0, 0, 0, 0, 0, 0)
    return header + directory + bytes(body)
