"""A text folded for searching, each code point still one, so that a place in one is a place in the other.

``fold`` is for words: bytes in lower case. ``bare`` is for names: it keeps capitals, and takes a hyphen for a space.
"""

import re
import unicodedata
from functools import cache

_BEYOND = {
    **dict.fromkeys("\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000", " "),
    **dict.fromkeys("\u2018\u2019\u02bc", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    "\u1d49": "e",
    "\u02b3": "r",
    "\u02e2": "s",
}

_LAST_LETTER = 0x2000
# Hyphens are spaces too: "Guinée-Bissau" is written both ways.
_GAPS = "\t\n\r\x0b\x0c\xa0\u2009\u202f-\u2010\u2011\u2013"
_APOSTROPHES = "’‘ʼ`´"
# What Windows-1252 lacks and French prints all the time.
_IN_1252 = {"\u202f": "\xa0", "\u2009": "\xa0", "\u2010": "-", "\u2011": "-", "ʼ": "'"}


def _folded(character: str) -> int:
    if character in "\t\r\xa0":
        return ord(" ")
    plain = unicodedata.normalize("NFD", character)[0].lower()
    return ord(plain) if plain.isascii() else ord(character)


_TABLE = bytes(_folded(chr(code)) for code in range(256))


def fold(text: str) -> bytes:
    """Return a text in lower case without accents, every space as one kind, what is beyond Latin as ``?``.

    Searching bytes costs a fraction of searching letters in both cases; the text itself is then read at the places
    found.

    Parameters
    ----------
    text : any length

    Returns
    -------
    as many bytes as the text has code points

    Examples
    --------
    >>> fold("Le 1ᵉʳ FÉVRIER\\u202f2022, d’août…")
    b"le 1er fevrier 2022, d'aout?"
    """
    if not text.isascii():
        for character, plain in _BEYOND.items():
            text = text.replace(character, plain)
    return text.encode("latin-1", "replace").translate(_TABLE)


def bare(text: str) -> str:
    """Return a text in bare letters, of the same length.

    Parameters
    ----------
    text : with composed accents; signs outside Latin scripts stay as they are, or become ``?``

    Examples
    --------
    >>> bare("L’État d’Guinée-Bissau, à 10\\u202f000")
    "L'Etat d'Guinee Bissau, a 10 000"
    """
    if text.isascii():
        return text.translate(_ascii())
    if _beyond().search(text):
        return text.translate(_letters())
    for sign, plain in _IN_1252.items():
        text = text.replace(sign, plain)
    return text.encode("cp1252", "replace").translate(_bare_bytes()).decode("cp1252", "replace")


@cache
def _letters() -> dict[int, str]:
    letters = {}
    for code in range(0x80, _LAST_LETTER):
        parts = unicodedata.normalize("NFD", chr(code))
        if len(parts) > 1 and parts[0].isascii():
            letters[code] = parts[0]
    return letters | {ord(char): " " for char in _GAPS} | {ord(char): "'" for char in _APOSTROPHES}


@cache
def _beyond() -> re.Pattern[str]:
    beyond = [code for code in _letters() if code > 0xFF and chr(code) not in _IN_1252]
    lacking = [chr(code) for code in beyond if not chr(code).encode("cp1252", "ignore")]
    return re.compile(f"[{''.join(lacking)}]")


@cache
def _ascii() -> dict[int, str]:
    return {code: sign for code, sign in _letters().items() if code < 0x80}


@cache
def _bare_bytes() -> bytes:
    letters = _letters()
    table = bytearray(range(256))
    for byte in range(256):
        sign = bytes([byte]).decode("cp1252", "replace")
        if plain := letters.get(ord(sign)):
            table[byte] = ord(plain)
    return bytes(table)
