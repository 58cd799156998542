"""A text in bare letters: without accents, with plain spaces, hyphens and apostrophes, each code point still one.

Words are looked for in it, and found at the same places in the text as printed.
"""

import re
import unicodedata
from functools import cache

_LETTERS = 0x2000
# Hyphens are spaces too: "Guinée-Bissau" is written both ways.
_SPACES = "\t\n\r\x0b\x0c\xa0\u2009\u202f-\u2010\u2011\u2013"
_APOSTROPHES = "’‘ʼ`´"
# What Windows-1252 lacks and French prints all the time.
_FREQUENT = {"\u202f": "\xa0", "\u2009": "\xa0", "\u2010": "-", "\u2011": "-", "ʼ": "'"}


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
    for sign, plain in _FREQUENT.items():
        text = text.replace(sign, plain)
    return text.encode("cp1252", "replace").translate(_bytes()).decode("cp1252", "replace")


@cache
def _letters() -> dict[int, str]:
    letters = {}
    for code in range(0x80, _LETTERS):
        parts = unicodedata.normalize("NFD", chr(code))
        if len(parts) > 1 and parts[0].isascii():
            letters[code] = parts[0]
    return letters | {ord(char): " " for char in _SPACES} | {ord(char): "'" for char in _APOSTROPHES}


@cache
def _beyond() -> re.Pattern[str]:
    beyond = [code for code in _letters() if code > 0xFF and chr(code) not in _FREQUENT]
    lacking = [chr(code) for code in beyond if not chr(code).encode("cp1252", "ignore")]
    return re.compile(f"[{''.join(lacking)}]")


@cache
def _ascii() -> dict[int, str]:
    return {code: sign for code, sign in _letters().items() if code < 0x80}


@cache
def _bytes() -> bytes:
    letters = _letters()
    table = bytearray(range(256))
    for byte in range(256):
        sign = bytes([byte]).decode("cp1252", "replace")
        if plain := letters.get(ord(sign)):
            table[byte] = ord(plain)
    return bytes(table)
