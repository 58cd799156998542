"""What stands before and after a number and says what it counts: magnitudes, currencies, durations, percent.

A currency's word is rarely its country's: francs CFA have two issuers, dirhams and dinars many, dollars twenty. One
that is shared is settled by the countries that the text names; otherwise it stays unknown. Bare dollars are those
of the United States unless the paragraph names another place whose press prints its own so: that is how the press
and the field's reports write them.
"""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from decimal import Decimal

MAGNITUDES: dict[str, int] = {
    "millier": 3, "milliers": 3, "thousand": 3, "k": 3, "mille": 3,
    "million": 6, "millions": 6, "m": 6, "mln": 6, "mio": 6,
    "milliard": 9, "milliards": 9, "md": 9, "mds": 9, "mrd": 9, "billion": 9, "bn": 9, "b": 9,
    "trillion": 12, "trn": 12, "tn": 12,
}  # fmt: skip
FRENCH_LONG_SCALE: dict[str, int] = {"billion": 12, "billions": 12, "trillion": 18, "trillions": 18}

_UEMOA = frozenset(["BJ", "BF", "CI", "GW", "ML", "NE", "SN", "TG"])
_CEMAC = frozenset(["CM", "CF", "TD", "CG", "GQ", "GA"])


@dataclass(frozen=True, slots=True)
class CurrencyWord:
    """A currency as people write it.

    Parameters
    ----------
    default : ISO 4217 code where no country named has another
    issuers : codes of the countries that share the word, by ISO 3166
    """

    default: str | None
    issuers: dict[str, str] = field(default_factory=dict)

    def code(self, nearby: AbstractSet[str], everywhere: AbstractSet[str] = frozenset()) -> str | None:
        """Return the ISO 4217 code by the countries that the paragraph names, or the text; None if several fit."""
        countries = nearby if self.default or nearby & self.issuers.keys() else everywhere
        fitting = {self.issuers[country] for country in countries & self.issuers.keys()}
        if self.default:
            fitting.add(self.default)
        return fitting.pop() if len(fitting) == 1 else None


def _shared(**issuers: str) -> CurrencyWord:
    return CurrencyWord(None, issuers)


_DOLLAR = CurrencyWord("USD", {"CA": "CAD", "AU": "AUD", "NZ": "NZD", "HK": "HKD", "SG": "SGD", "TW": "TWD"})
_CFA = CurrencyWord(None, dict.fromkeys(_UEMOA, "XOF") | dict.fromkeys(_CEMAC, "XAF"))
_CURRENCIES: dict[str, CurrencyWord] = {
    r"dollars? (?:américains?|des états[- ]unis|us)|us dollars?|us ?\$|\$ ?us": CurrencyWord("USD"),
    r"dollars? canadiens?|canadian dollars?|ca\$": CurrencyWord("CAD"),
    r"dollars? australiens?|australian dollars?|au?\$": CurrencyWord("AUD"),
    r"dollars? de hong[- ]kong|hong kong dollars?|hk\$": CurrencyWord("HKD"),
    r"dollars?|\$": _DOLLAR,
    r"euros?|€": CurrencyWord("EUR"),
    r"livres? sterling|pounds? sterling|£": CurrencyWord("GBP"),
    r"(?:f|francs?)[ .-]?cfa": _CFA,
    r"francs? suisses?|swiss francs?": CurrencyWord("CHF"),
    r"yuans?|renminbis?|rmb": CurrencyWord("CNY"),
    r"yens?|jpy|¥": CurrencyWord("JPY", {"CN": "CNY"}),
    r"tenges?|tengués?|₸": CurrencyWord("KZT"),
    r"roubles?|rubles?|rub|₽": CurrencyWord("RUB", {"BY": "BYN"}),
    r"nairas?|₦": CurrencyWord("NGN"),
    r"cedis?": CurrencyWord("GHS"),
    r"birrs?": CurrencyWord("ETB"),
    r"rands?": CurrencyWord("ZAR"),
    r"kyats?": CurrencyWord("MMK"),
    r"₹": CurrencyWord("INR"),
    r"dirhams?": _shared(MA="MAD", AE="AED"),
    r"dinars?": _shared(DZ="DZD", TN="TND", IQ="IQD", JO="JOD", KW="KWD", LY="LYD", BH="BHD", RS="RSD"),
    r"roupies?|rupees?": _shared(IN="INR", PK="PKR", LK="LKR", NP="NPR", MU="MUR", ID="IDR", SC="SCR"),
    r"shillings?": _shared(KE="KES", UG="UGX", TZ="TZS", SO="SOS"),
    r"rials?|riyals?": _shared(IR="IRR", OM="OMR", YE="YER", SA="SAR", QA="QAR"),
    r"pesos?": _shared(MX="MXN", AR="ARS", CL="CLP", CO="COP", PH="PHP", CU="CUP", UY="UYU"),
}  # fmt: skip

DURATIONS: dict[str, str] = {
    r"secondes?|seconds?": "s", r"minutes?|min": "min", r"heures?|hours?|hrs?|h": "h", r"jours?|days?": "day",
    r"semaines?|weeks?": "week", r"mois|months?": "month", r"ans?|années?|years?": "year",
}  # fmt: skip

_SPACE = "[ \u00a0\u202f\u2009]"
# Written in capitals, and without those that are words so written: ALL, CUP, MOP, PEN, TOP, TRY.
_ISO = (
    "USD|EUR|GBP|CHF|JPY|CNY|CAD|AUD|NZD|HKD|SGD|TWD|KRW|INR|PKR|BDT|LKR|NPR|MMK|THB|VND|IDR|PHP|MYR|KZT|KGS|UZS|TJS|"
    "RUB|BYN|UAH|AZN|GEL|PLN|RON|CZK|SEK|NOK|DKK|ILS|SAR|AED|QAR|IRR|IQD|JOD|EGP|LYD|TND|DZD|MAD|XOF|XAF|GNF|NGN|GHS|"
    "ETB|KES|UGX|TZS|RWF|BIF|CDF|SDG|SSP|ZMW|ZWL|MZN|AOA|ZAR|NAD|BWP|MUR|MGA|BRL|ARS|CLP|COP|MXN|VES"
)
_SIGNS = r"us ?\$|hk\$|ca\$|au?\$|\$|€|£|¥|₸|₽|₦|₹"
_WORDS_OF_MONEY = "|".join(_CURRENCIES)
MAGNITUDE_AFTER = re.compile(
    rf"{_SPACE}?(?:(?P<word>milliers?|thousand|mille|millions?|mln|mio|milliards?|mds?|mrd|billions?|bn|"
    rf"trillions?|trn|tn)\b"
    rf"|(?P<letter>(?-i:[kKMB])|(?<=\d)(?-i:[mb]))\b(?!{_SPACE}?[.’'&]))",
    re.IGNORECASE,
)
MONEY_BEFORE = re.compile(rf"(?<!\w)(?P<money>{_SIGNS}|(?-i:{_ISO})|f{_SPACE}?cfa){_SPACE}?$", re.IGNORECASE)
MONEY_AFTER = re.compile(
    rf"{_SPACE}?(?:(?:de|d['’]|of){_SPACE}?)?(?P<money>{_WORDS_OF_MONEY}|(?-i:{_ISO}))(?!\w)", re.IGNORECASE
)
PERCENT_AFTER = re.compile(rf"{_SPACE}?(?:%|‰|pour{_SPACE}cent\b|per{_SPACE}?cent\b)", re.IGNORECASE)
_NAMED_DURATIONS = "|".join(f"(?P<d{rank}>{words})" for rank, words in enumerate(DURATIONS))
DURATION_AFTER = re.compile(
    rf"{_SPACE}?(?:-|d['’]|de{_SPACE})?(?:{_NAMED_DURATIONS})(?!\w)",
    re.IGNORECASE,
)
_UNITS_OF_TIME = tuple(DURATIONS.values())
_ISO_CODE = re.compile(_ISO)
_MONEY_PATTERNS = tuple((re.compile(words, re.IGNORECASE), word) for words, word in _CURRENCIES.items())


def magnitudes(printed: str, *, language: str | None) -> tuple[Decimal, ...]:
    """Return what one of a magnitude word may be worth: "billion" is 10**12 in French and 10**9 in English.

    In a text of neither language it keeps both.

    Examples
    --------
    >>> [len(magnitudes("billion", language=language)) for language in ("fr", "en", None)]
    [1, 1, 2]
    """
    word = printed.strip().lower()
    short = MAGNITUDES.get(word, MAGNITUDES.get(word.rstrip("s"), 0))
    long = FRENCH_LONG_SCALE.get(word, short)
    exponents = {"fr": {long}, "en": {short}}.get(language or "", {short, long})
    return tuple(Decimal(10) ** exponent for exponent in sorted(exponents))


def currency(printed: str, nearby: AbstractSet[str], everywhere: AbstractSet[str] = frozenset()) -> str | None:
    """Return the ISO 4217 code of a currency as printed, by the countries the paragraph or else the text names.

    None where several currencies fit.

    Examples
    --------
    >>> currency("F CFA", {"SN"}), currency("F CFA", {"SN", "TD"}), currency("dollars", {"KZ"})
    ('XOF', None, 'USD')
    """
    word = re.sub(r"[\u00a0\u202f\u2009]", " ", printed.strip())
    if _ISO_CODE.fullmatch(word):
        return word
    for pattern, meant in _MONEY_PATTERNS:
        if pattern.fullmatch(word):
            return meant.code(nearby, everywhere)
    return None


def duration_unit(match: re.Match[str]) -> str:
    """Return the unit of a match of ``DURATION_AFTER``: ``s``, ``min``, ``h``, ``day`` and longer."""
    assert match.lastgroup is not None
    return _UNITS_OF_TIME[int(match.lastgroup[1:])]
