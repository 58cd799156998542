"""The words of numbers in French and English, and of the magnitudes of other languages that follow digits.

A word that means another thing in the other language is not read there: "four" is an oven in French, "sept" a month
cut short in English, "billion" another number.
"""

from decimal import Decimal
from enum import Enum
from typing import NamedTuple


class Part(Enum):
    """What a word does in a number: below a hundred, hundred, scale, rank, dozens, half, share, decimal sign, and."""

    SMALL = 1
    HUNDRED = 2
    SCALE = 3
    RANK = 4
    DOZEN = 5
    HALF = 6
    SHARE = 7
    POINT = 8
    AND = 9


class Word(NamedTuple):
    """A word of a number: what it does, what it is worth, whether it stands in the plural."""

    part: Part
    value: int
    plural: bool = False


_FRENCH_SMALL = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf"
).split()
_ENGLISH_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS_FR = {
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
_TENS_EN = {
    name: 10 * rank for rank, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_RANKS_FR = {
    "unième": 1, "unieme": 1, "deuxième": 2, "troisième": 3, "quatrième": 4, "cinquième": 5, "sixième": 6,
    "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10, "onzième": 11, "douzième": 12, "treizième": 13,
    "quatorzième": 14, "quinzième": 15, "seizième": 16, "vingtième": 20, "trentième": 30, "quarantième": 40,
    "cinquantième": 50, "soixantième": 60, "septantième": 70, "octantième": 80, "huitantième": 80, "nonantième": 90,
    "centième": 100, "millième": 1000, "millionième": 10**6, "milliardième": 10**9, "billionième": 10**12,
    "trillionième": 10**18,
    "dizième": 10, "second": 2, "seconde": 2, "tierce": 3,
}  # fmt: skip
_RANKS_EN = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
    "thousandth": 1000, "millionth": 10**6,
}  # fmt: skip
_DOZENS_FR = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip
_DOZENS_EN = {"dozen": 12, "score": 20}


def _ordinary(names: dict[str, int], part: Part) -> dict[str, Word]:
    singular = {name: Word(part, value) for name, value in names.items()}
    return singular | {name + "s": Word(part, value, plural=True) for name, value in names.items()}


def _plain(words: dict[str, Word]) -> dict[str, Word]:
    bare = str.maketrans("éèê", "eee")
    return {name.translate(bare): word for name, word in words.items()} | words


_FRENCH = _plain(
    {name: Word(Part.SMALL, value) for value, name in enumerate(_FRENCH_SMALL) if "-" not in name}
    | {name: Word(Part.SMALL, value) for name, value in _TENS_FR.items()}
    | {"une": Word(Part.SMALL, 1), "cent": Word(Part.HUNDRED, 100), "cents": Word(Part.HUNDRED, 100, plural=True)}
    | {name: Word(Part.SCALE, 1000) for name in ("mille", "mil")}
    | _ordinary({"million": 10**6, "milliard": 10**9, "billion": 10**12, "trillion": 10**18}, Part.SCALE)
    | _ordinary(_RANKS_FR, Part.RANK)
    | _ordinary(_DOZENS_FR, Part.DOZEN)
    | {name: Word(Part.HALF, 2) for name in ("demi", "demie", "demis")}
    | {"tiers": Word(Part.SHARE, 3, plural=True), "quart": Word(Part.SHARE, 4)}
    | {"quarts": Word(Part.SHARE, 4, plural=True)}
    | {"moitié": Word(Part.SHARE, 2)}
    | {"virgule": Word(Part.POINT, 0), "et": Word(Part.AND, 0)}
)
_ENGLISH = (
    {name: Word(Part.SMALL, value) for value, name in enumerate(_ENGLISH_SMALL)}
    | {name: Word(Part.SMALL, value) for name, value in _TENS_EN.items()}
    | {"hundred": Word(Part.HUNDRED, 100), "hundreds": Word(Part.DOZEN, 100, plural=True)}
    | {"thousand": Word(Part.SCALE, 1000), "thousands": Word(Part.DOZEN, 1000, plural=True)}
    | {"tens": Word(Part.DOZEN, 10, plural=True)}
    | _ordinary({"million": 10**6, "billion": 10**9, "trillion": 10**12}, Part.SCALE)
    | _ordinary(_RANKS_EN, Part.RANK)
    | _ordinary(_DOZENS_EN, Part.DOZEN)
    | {"half": Word(Part.HALF, 2), "quarter": Word(Part.SHARE, 4), "quarters": Word(Part.SHARE, 4, plural=True)}
    | {"point": Word(Part.POINT, 0), "and": Word(Part.AND, 0)}
)
_INDIAN = _ordinary({"lakh": 10**5, "crore": 10**7}, Part.SCALE)
_NOT_ENGLISH = frozenset("four score scores tens half second seconds first point zero quarter quarters and one".split())
_NOT_FRENCH = frozenset(
    "sept cent cents mil quart quarts tiers un une demi demis et virgule second seconds seconde secondes tierce "
    "billion billions trillion trillions million millions".split()
)


def _with(own: dict[str, Word], other: dict[str, Word], unlike: frozenset[str]) -> dict[str, Word]:
    return {name: word for name, word in other.items() if name not in unlike} | own | _INDIAN


WORDS: dict[str | None, dict[str, Word]] = {
    "fr": _with(_FRENCH, _ENGLISH, _NOT_ENGLISH),
    "en": _with(_ENGLISH, _FRENCH, _NOT_FRENCH),
}
WORDS[None] = WORDS["en"] | WORDS["fr"]

LONG_OR_SHORT = {"billion": (9, 12), "billions": (9, 12), "trillion": (12, 18), "trillions": (12, 18)}

# What follows digits, glued or not; a capital says what it says: "M" is a million and "m" a metre.
MAGNITUDES: dict[str, int] = {
    "millier": 3, "milliers": 3, "thousand": 3, "mille": 3, "k": 3, "K": 3,
    "million": 6, "millions": 6, "M": 6, "mln": 6, "mio": 6, "Mio": 6, "milion": 6, "mn": 6,
    "milliard": 9, "milliards": 9, "Md": 9, "Mds": 9, "md": 9, "mds": 9, "Mrd": 9, "mrd": 9, "bn": 9, "B": 9, "Bn": 9,
    "milliar": 9, "trn": 12, "tn": 12, "lakh": 5, "lakhs": 5, "crore": 7, "crores": 7, "cr": 7,
    "billion": 9, "billions": 9, "trillion": 12, "trillions": 12, "hundred": 2, "dozen": 0,
    "millones": 6, "millón": 6, "milhões": 6, "milhão": 6, "millionen": 6, "milioni": 6, "milliarden": 9,
    "milliarde": 9,
    "miliardi": 9, "milyon": 6, "milyar": 9, "тыс": 3, "тысяч": 3, "тысячи": 3, "тысяча": 3, "млн": 6,
    "миллион": 6, "миллиона": 6, "миллионов": 6,
    "млрд": 9, "миллиард": 9, "миллиарда": 9, "миллиардов": 9, "трлн": 12,
    "ألف": 3, "الف": 3, "ألفا": 3, "ألفاً": 3, "الفا": 3,
    "آلاف": 3, "مليون": 6, "ملايين": 6, "مليونا": 6, "مليار": 9, "مليارات": 9, "بليون": 9,
    "千": 3, "万": 4, "萬": 4, "百万": 6, "千万": 7, "亿": 8, "億": 8, "万亿": 12,
}  # fmt: skip
FRENCH_LONG_SCALE: dict[str, int] = {"billion": 12, "billions": 12, "trillion": 18, "trillions": 18}


def magnitudes(printed: str, *, language: str | None) -> tuple[Decimal, ...]:
    """Return what one of a magnitude word may be worth: "billion" is 10**12 in French and 10**9 in English.

    In a text of neither language it keeps both.

    Examples
    --------
    >>> [len(magnitudes("billion", language=language)) for language in ("fr", "en", None)]
    [1, 1, 2]
    """
    word = printed.strip()
    short = MAGNITUDES.get(word, MAGNITUDES.get(word.lower(), 0))
    long = FRENCH_LONG_SCALE.get(word.lower(), short)
    exponents = {"fr": {long}, "en": {short}}.get(language or "", {short, long})
    return tuple(Decimal(10) ** exponent for exponent in sorted(exponents))
