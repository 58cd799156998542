"""The characters of a PDF page as PDFium finds them: code points, edges, and the direction that each is written in."""

import ctypes
from collections import deque
from dataclasses import dataclass
from itertools import repeat

import numpy as np
import pypdfium2
from pypdfium2 import raw

UNKNOWN = 0xFFFD
_BROKEN_WORD = 0x02
_FLOAT = 8
_ROW = 4 * _FLOAT
_Pointer = ctypes.c_void_p


@dataclass(frozen=True, slots=True)
class Glyphs:
    """What a page holds, in the order of reading.

    Parameters
    ----------
    codes : code points, shape (n,)
    edges : left, right, lower and upper edges in page space, shape (n, 4)
    """

    codes: np.ndarray
    edges: np.ndarray

    @property
    def inked(self) -> np.ndarray:
        """Whether each character has a box of its own: white space and line ends have none; shape (n,)."""
        found: np.ndarray = (self.edges[:, 0] != self.edges[:, 1]) & (self.edges[:, 2] != self.edges[:, 3])
        return found


def glyphs_of(text_page: pypdfium2.PdfTextPage) -> Glyphs:
    """Return the characters of a page as PDFium orders them, nothing changed.

    References
    ----------
    PDFium's text API through pypdfium2; its loose character boxes are wrong (pypdfium2 issue 421), so unused.
    """
    count = text_page.count_chars()
    edges = np.zeros((count, 4))
    handle = ctypes.cast(text_page.raw, _Pointer).value
    first = edges.ctypes.data
    left, right, bottom, top = (range(at, at + count * _ROW, _ROW) for at in range(first, first + _ROW, _FLOAT))
    # A million times, so without a loop of ours: PDFium writes straight into the array, at addresses that ranges give.
    deque(map(_box_at, repeat(handle, count), range(count), left, right, bottom, top), maxlen=0)
    codes = np.fromiter(map(_code_at, repeat(handle, count), range(count)), np.int64, count)
    return Glyphs(codes, edges)


def is_drawn(
    page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, glyphs: Glyphs, *, under: int = -1
) -> np.ndarray:
    """Return whether a person sees each character; false for invisible, clear and covered ones; shape (n,).

    Parameters
    ----------
    under : rank among the page's objects of a picture that covers what is drawn before it; -1 for none

    References
    ----------
    ISO 32000-1, 9.3.6, text rendering modes, of which 3 is invisible
    """
    handle = ctypes.cast(text_page.raw, _Pointer).value
    inked = np.flatnonzero(glyphs.inked)
    addresses = map(_object_at, repeat(handle, len(inked)), inked.tolist())
    things, which = np.unique(
        np.fromiter((each or 0 for each in addresses), np.uint64, len(inked)), return_inverse=True
    )
    covered = {ctypes.cast(raw.FPDFPage_GetObject(page.raw, rank), _Pointer).value for rank in range(under)}
    seen = [not thing or (thing not in covered and _is_seen(thing)) for thing in things.tolist()]
    drawn = np.ones(len(glyphs.codes), bool)
    drawn[inked] = np.array(seen, bool)[which]
    return drawn


def _is_seen(address: int) -> bool:
    thing = ctypes.cast(address, raw.FPDF_PAGEOBJECT)
    mode = raw.FPDFTextObj_GetTextRenderMode(thing)
    if mode != raw.FPDF_TEXTRENDERMODE_FILL:
        return bool(mode != raw.FPDF_TEXTRENDERMODE_INVISIBLE)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    told = raw.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha)
    return not told or alpha.value > 0


def characters(glyphs: Glyphs) -> tuple[Glyphs, np.ndarray]:
    """Return what a page says: whole characters, lines ended by a newline, words broken by a line end whole again.

    The hyphen that breaks a word is dropped unless a capital or a digit follows it; what is no character is U+FFFD.

    Returns
    -------
    glyphs : fewer, or as many
    kept : indices of the characters as PDFium gave them, shape (n,)
    """
    codes, kept = _pairs_joined(glyphs.codes.copy())
    keep = codes != ord("\r")
    for index in np.flatnonzero(codes == _BROKEN_WORD):
        after = chr(codes[index + 1]) if index + 1 < len(codes) else ""
        if after.isupper() or after.isdigit():
            codes[index] = ord("-")
        else:
            keep[index] = False
    strange = (codes < 32) & ~np.isin(codes, (9, 10, 13))
    strange |= (codes >= 0xD800) & (codes <= 0xDFFF) | (codes & 0xFFFE == 0xFFFE) | (codes > 0x10FFFF)
    codes[strange] = UNKNOWN
    return Glyphs(codes[keep], glyphs.edges[kept[keep]]), kept[keep]


def _pairs_joined(codes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    high = (codes[:-1] & ~0x3FF) == 0xD800
    pair = np.flatnonzero(high & ((codes[1:] & ~0x3FF) == 0xDC00))
    codes[pair] = 0x10000 + ((codes[pair] & 0x3FF) << 10) + (codes[pair + 1] & 0x3FF)
    return np.delete(codes, pair + 1), np.delete(np.arange(len(codes)), pair + 1)


def _address(function: object) -> int:
    address = ctypes.cast(function, _Pointer).value  # type: ignore[arg-type]
    assert address is not None
    return address


# With plain addresses for arguments, and without letting other threads in: each call takes less than that would.
_code_at = ctypes.PYFUNCTYPE(ctypes.c_uint, _Pointer, ctypes.c_int)(_address(raw.FPDFText_GetUnicode))
_box_at = ctypes.PYFUNCTYPE(ctypes.c_int, _Pointer, ctypes.c_int, *[_Pointer] * 4)(_address(raw.FPDFText_GetCharBox))
_object_at = ctypes.PYFUNCTYPE(_Pointer, _Pointer, ctypes.c_int)(_address(raw.FPDFText_GetTextObject))
