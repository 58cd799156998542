"""Units that stand in a header, in a title or beside a number: currency, magnitude, percent."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written.

    Parameters
    ----------
    currency : ISO 4217 code; None where none is written or several share the word
    times : what one of it is worth: 1000 for "en milliers", "k€"
    percent : a percentage
    shared : the word of a currency that several countries share; empty otherwise
    """

    currency: str | None = None
    times: Decimal = _ONE
    percent: bool = False
    shared: str = ""


NO_UNIT = Unit()
_CURRENCIES: tuple[tuple[str, str | None], ...] = (
    (r"d\.?h\.?s?|mad|dirhams? marocains?|د\.?\s?م\.?", "MAD"),
    (r"aed|dirhams? emiratis?", "AED"),
    (r"f\.?\s?cfa|cfa|francs? cfa|fcfa", None),
    (r"xof", "XOF"),
    (r"xaf", "XAF"),
    (r"€|eur|euros?", "EUR"),
    (r"us ?\$|\$ ?us|usd|us dollars?|dollars?(?: us)?", "USD"),
    (r"ca ?\$|c\$|\$ ?ca|canadian dollars?|dollars? canadiens?", "CAD"),
    (r"\$", None),
    (r"£|gbp|livres? sterling", "GBP"),
    (r"¥|cny|rmb|yuans?|renminbis?|元", "CNY"),
    (r"₸|kzt|tenges?", "KZT"),
    (r"₽|rub|roubles?|rubles?", "RUB"),
    (r"₦|ngn|nairas?", "NGN"),
    (r"tnd|dt", "TND"),
    (r"dzd|da", "DZD"),
    (r"dinars?|dirhams?|rials?|roupies?|rupees?|pesos?|shillings?", None),
    (r"chf", "CHF"), (r"cad", "CAD"), (r"zar", "ZAR"), (r"kes", "KES"), (r"ghs", "GHS"), (r"etb", "ETB"),
    (r"inr|₹", "INR"), (r"jpy", "JPY"), (r"brl", "BRL"), (r"uah", "UAH"), (r"gnf", "GNF"), (r"cdf", "CDF"),
    (r"mga", "MGA"), (r"mur", "MUR"), (r"rwf", "RWF"), (r"egp", "EGP"), (r"try", "TRY"), (r"pln", "PLN"),
)  # fmt: skip
_SHARED: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"f\.?\s?cfa|cfa|francs? cfa|fcfa", ("XOF", "XAF")),
    (r"dirhams?", ("MAD", "AED")),
    (r"dinars?", ("TND", "DZD", "LYD", "IQD", "JOD", "KWD", "BHD", "RSD")),
    (r"rials?", ("IRR", "OMR", "YER", "SAR", "QAR")),
    (r"roupies?|rupees?", ("INR", "PKR", "LKR", "NPR", "MUR", "SCR", "IDR")),
    (r"pesos?", ("MXN", "ARS", "CLP", "COP", "PHP", "UYU", "DOP", "CUP")),
    (r"shillings?", ("KES", "TZS", "UGX", "SOS")),
    (r"\$", ("USD", "CAD", "AUD", "MXN", "ARS", "CLP", "COP", "HKD", "NAD", "LRD")),
)
_MAGNITUDES: tuple[tuple[str, int], ...] = (
    (r"milliers?|thousands?|mille|k", 3),
    (r"millions?|mln|mio|m", 6),
    (r"milliards?|mds?|mrd|bn", 9),
)
_OF = r"\s*(?:(?:de|d|of|in|en)\b['’]?\s*)?"
_MAGNITUDE = "|".join(rf"(?P<m{power}>{words})" for words, power in _MAGNITUDES)
_MONEY = "|".join(f"(?P<c{rank}>{words})" for rank, (words, _) in enumerate(_CURRENCIES))
_UNIT = re.compile(rf"(?<!\w)(?:en\b\s*|in\b\s*)?(?:(?:{_MAGNITUDE})(?:{_OF})?)?(?:{_MONEY})?(?!\w)", re.IGNORECASE)
_IN_FORMAT = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]|\"([^\"]*)\"|([€$£¥₸₽₦₹])")
_SPACED = re.compile(r"[_*].")
_MARKS = re.compile("[\u200e\u200f]")
_PERCENT = re.compile(r"%|\bpour ?cent\b|\bper ?cent\b|\bpourcentages?\b", re.IGNORECASE)
_GAPS = re.compile("[ \u00a0\u202f\u2009]+")


@lru_cache(maxsize=1 << 12)
def unit_in(text: str) -> Unit:
    """Return the unit that a short text is: what stands beside a number, inside parentheses, or a number format.

    Examples
    --------
    >>> unit_in("k€").times, unit_in("k€").currency, unit_in("DH").currency, unit_in("M MAD").times
    (Decimal('1000'), 'EUR', 'MAD', Decimal('1000000'))
    >>> unit_in("en milliers de FCFA")
    Unit(currency=None, times=Decimal('1000'), percent=False, shared='FCFA')
    >>> unit_in('#,##0 [$DH-380C]').currency, unit_in("0.0%").percent, unit_in("abonnés")
    ('MAD', True, Unit(currency=None, times=Decimal('1'), percent=False, shared=''))
    >>> unit_in('"$"#,##0').shared, unit_in("#,##0 _€").currency, unit_in('#,##0 "€"').currency
    ('$', None, 'EUR')
    """
    clean = _GAPS.sub(" ", text).strip(" ().:,;")
    if formatted := _formatted(clean):
        return formatted
    if _PERCENT.fullmatch(clean) or (_PERCENT.search(clean) and len(clean) <= 12):
        return Unit(percent=True)
    match = _UNIT.fullmatch(clean)
    return Unit() if match is None or not match[0].strip() else _unit(match)


def unit_within(text: str) -> Unit:
    """Return the unit that a title or a header says somewhere: in its parentheses, or after "en".

    Examples
    --------
    >>> unit_within("Montant engagé (DH)").currency
    'MAD'
    >>> unit_within("Dépenses par bénéficiaire, en milliers de FCFA").times
    Decimal('1000')
    """
    for inside in re.findall(r"[(\[]([^()\[\]]{1,40})[)\]]", text):
        for piece in (inside, *re.split(r"[,;]", inside)):
            if (unit := unit_in(piece)) != Unit():
                return unit
    for match in re.finditer(r"(?:\ben\b|\bin\b|,|:|-|–|/)\s*", text, re.IGNORECASE):
        rest = re.split(r"[,;.:()]", text[match.end() :], maxsplit=1)[0]
        if (unit := unit_in(rest)) not in {Unit(), Unit(times=Decimal(1000000))} or unit.currency:
            return unit
    last = text.rsplit(maxsplit=1)[-1] if text.strip() else ""
    return unit_in(last) if len(last) > 1 or last in "€$£¥%" else Unit()


def currencies_of(shared: str) -> tuple[str, ...]:
    """Return the currencies that a word shared by several countries may stand for; empty for another word.

    Examples
    --------
    >>> currencies_of("FCFA"), currencies_of("euros")
    (('XOF', 'XAF'), ())
    """
    known = (codes for words, codes in _SHARED if re.fullmatch(words, shared.strip(), re.IGNORECASE))
    return next(known, ())


def _unit(match: re.Match[str]) -> Unit:
    times, currency, shared = _ONE, None, ""
    for name, said in match.groupdict().items():
        if said and name[0] == "m":
            times = Decimal(10) ** int(name[1:])
        elif said:
            currency = _CURRENCIES[int(name[1:])][1]
            shared = "" if currency else said
    return Unit(currency, times, shared=shared)


def _formatted(text: str) -> Unit | None:
    """A number format of a spreadsheet: the section for positive numbers says its percent or currency."""
    if not re.search(r"[#0]|^\[\$", text):
        return None
    # "_€" leaves the width of a sign and shows none.
    section = _SPACED.sub("", text.split(";", maxsplit=1)[0])
    if "%" in section:
        return Unit(percent=True)
    for match in _IN_FORMAT.finditer(section):
        said = _MARKS.sub("", next((each for each in match.groups() if each), "")).strip()
        found = _UNIT.fullmatch(said) if said else None
        if found is not None and found[0]:
            return _unit(found)
    return Unit()
