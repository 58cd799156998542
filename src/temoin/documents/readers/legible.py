"""Whether a text layer says anything: fonts without a map to characters leave signs that look like letters and are not.

What a font without its map gives is another letter for each letter ("Le réseau" becomes "/H UpVHDX"), private signs, or
the numbers of glyphs. No dictionary is needed to see it: words without a vowel, capitals inside words and strange signs
are few in any writing that has vowels, and many there.
"""

import re
import unicodedata
from functools import cache

_FEWEST_SIGNS, _FEWEST_WORDS, _LOOKED_AT = 40, 12, 1200
_STRANGE, _UNLIKELY, _ACCENTED, _WORDLESS = 0.2, 0.45, 0.6, 0.25
# French has 0.45 of its letters vowels, German 0.36, Czech 0.40; letters put for one another mostly under 0.29.
_FEWEST_LETTERS, _VOWELLESS = 100, 0.29
_GLYPH = re.compile(r"\(cid:\d+\)|/[gG]\d{1,4}\b")
_WORD = re.compile(r"\S+")
_EDGES = "\"'«»“”‘’()[]{}.,;:!?…–—-/*_|<>"
_LEADERS = frozenset(".…·_-–—•*=|")
_LATIN_VOWELS = frozenset("aeiouyæœøı")
_CYRILLIC_VOWELS = frozenset("аеёиоуыэюяіїєѣүұөәўѵ")
_GREEK_VOWELS = frozenset("αεηιουω")
_VOWELS = {"LATIN": _LATIN_VOWELS, "CYRILLIC": _CYRILLIC_VOWELS, "GREEK": _GREEK_VOWELS}
_INSIDE = re.compile(r"[^\W\d_][^\w\s'’ʼ.\-‐‑/&@:·+,\u00ad()]+[^\W\d_]")
_TURNED = re.compile(r"[a-zà-öø-ÿ][A-ZÀ-ÖØ-Þ](?![A-ZÀ-ÖØ-Þ]*\b)|[a-zà-öø-ÿ]{2}[A-ZÀ-ÖØ-Þ]{2}")
_LONGEST_CLUSTER = re.compile(r"[bcdfghjklmnpqrstvwxz]{6}")


def is_gibberish(text: str) -> bool:
    """Return whether a page's text layer is no writing; false where there is too little of it to tell.

    It is where, of its signs, a fifth are private, control or replacement characters or numbers of glyphs; where a
    quarter or fewer are letters or digits; where more than 0.6 of its Latin letters are accented ones, as of Cyrillic
    taken for Latin; where fewer than 0.29 of its letters are vowels, in a writing that has them; or where more
    than 0.45 of its words have no vowel, six consonants in a row, capitals or signs inside, or letters of two writings.

    Examples
    --------
    >>> is_gibberish("/H UpVHDX GH OD YDOOpH HVW WRPEp OH PDUV VHORQ OD UpJLH GHV KDELWDQWV " * 2)
    True
    >>> is_gibberish("Le réseau de la vallée est tombé le 14 mars à 22 h, selon la régie des habitants.")
    False
    """
    text = text[:_LOOKED_AT]
    signs = [sign for sign in text if not sign.isspace() and sign not in _LEADERS]
    if len(signs) < _FEWEST_SIGNS:
        return False
    strange = sum(map(_is_strange, signs)) + sum(len(match[0]) for match in _GLYPH.finditer(text))
    said = sum(sign.isalnum() or unicodedata.category(sign).startswith("M") for sign in signs)
    if strange > _STRANGE * len(signs) or said < _WORDLESS * len(signs):
        return True
    if _is_accented(signs) or _lacks_vowels(signs):
        return True
    words = [word for word in map(_bare, _WORD.findall(text)) if _is_judged(word)]
    return len(words) >= _FEWEST_WORDS and sum(map(_is_unlikely, words)) > _UNLIKELY * len(words)


def is_of(page: str, layer: str) -> bool:
    """Return whether a layer holds half of the words that were recognised on its page: then it is right after all.

    Examples
    --------
    >>> is_of("le conseil a voté les crédits", "Le conseil a voté les crédits.")
    True
    """
    ours, theirs = (
        {word.casefold() for word in map(_bare, _WORD.findall(text)) if len(word) > 2} for text in (page, layer)
    )
    return bool(ours) and 2 * len(ours & theirs) >= len(ours)


def _is_accented(signs: list[str]) -> bool:
    latin = [sign for sign in signs if sign.isalpha() and sign < "\u0250"]
    return len(latin) >= _FEWEST_SIGNS and sum(not sign.isascii() for sign in latin) > _ACCENTED * len(latin)


def _lacks_vowels(signs: list[str]) -> bool:
    letters = unicodedata.normalize("NFKD", "".join(signs)).casefold()
    counted = [(sign, script) for sign in letters if sign.isalpha() and (script := _script(sign)) in _VOWELS]
    vowels = sum(sign in _VOWELS[script] for sign, script in counted)
    return len(counted) >= _FEWEST_LETTERS and vowels < _VOWELLESS * len(counted)


def _is_strange(sign: str) -> bool:
    return sign == "\ufffd" or unicodedata.category(sign) in {"Co", "Cc", "Cn", "Cs"}


def _bare(word: str) -> str:
    return word.strip(_EDGES)


def _is_judged(word: str) -> bool:
    letters = [sign for sign in word if sign.isalpha()]
    return len(letters) >= 3 and _script(letters[0]) in _VOWELS and not word.isupper()


def _is_unlikely(word: str) -> bool:
    letters = [sign for sign in unicodedata.normalize("NFKD", word) if sign.isalpha()]
    scripts = {_script(sign) for sign in letters}
    if len(scripts) > 1 or _INSIDE.search(word) or _TURNED.search(word):
        return True
    plain = "".join(letters).casefold()
    vowels = _VOWELS.get(scripts.pop(), _LATIN_VOWELS)
    return (len(plain) > 3 and not vowels.intersection(plain)) or _LONGEST_CLUSTER.search(plain) is not None


@cache
def _script(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0]
