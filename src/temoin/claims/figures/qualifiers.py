"""How precisely a figure is said to hold, by the words beside it, and the interval it then stands for.

An exact figure stands for half a unit of its last printed digit on either side. "About" takes the trailing zeros of
an integer as rounding too: "environ 37 300" stands for 37 250 to 37 350. "At least" and "at most" keep one bound.
"""

import re
from decimal import Decimal

from temoin.evidence import Qualifier
from temoin.quantity import Interval, parse_decimal, printed_interval

_BEFORE = 36
_PHRASES: tuple[tuple[Qualifier, str], ...] = (
    (
        "at most",
        (
            "jusqu'à|jusqu'au|jusqu'aux|au plus|au maximum|maximum|moins de|moins d'|moins du|moins des|moins que|"
            "pas plus de|pas plus d'|pas plus du|pas plus des|inférieur à|inférieure à|inférieurs à|inférieures à|"
            "ou égal à|ou égale à|en dessous de|au-dessous de|en deçà de|plus petit que|plus petits que|plus bas que|"
            "un maximum de|maximum de|maximum d'|plafonné à|plafonnée à|limité à|limitée à|up to|at most|"
            "no more than|not more than|less than|fewer than|not exceeding|under|below|a maximum of|maximum of|"
            "capped at|no larger than"
        ),
    ),
    (
        "at least",
        (
            "plus de|plus d'|plus du|plus des|plus que|plus âgé que|plus grand que|plus haut que|pas moins de|"
            "pas moins d'|pas moins du|pas moins des|au moins|au minimum|minimum|minimum de|minimum d'|un minimum de|"
            "supérieur à|supérieure à|supérieurs à|supérieures à|au-delà de|au-dessus de|dépasse|dépassent|dépassait|"
            "dépassé|dépassant|dépassera|dépasser|excède|excédant|excéder|excède pas|dépasse pas|dépassent pas|"
            "dépassait pas|dépassera pas|excèdent pas|la barre des|la barre de|le cap des|le seuil des|more than|"
            "greater than|no less than|not less than|no fewer than|not fewer than|over|at least|upwards of|"
            "a minimum of|minimum of|above|exceeding|exceed|exceeds|exceeded|surpassed|in excess of|north of"
        ),
    ),
    (
        "about",
        (
            "environ|près de|près d'|près du|près des|quelque|autour de|autour d'|autour du|autour des|presque|"
            "approximativement|à peu près|de l'ordre de|de l'ordre d'|vers|proche de|proches de|avoisine|avoisinent|"
            "avoisinant|avoisinait|frôle|aux alentours de|aux environs de|quasi|quasiment|pratiquement|à peine|"
            "grosso modo|about|around|approximately|approx.|approx|roughly|nearly|almost|some|close to|an estimated|"
            "estimated|circa|~|≈|ca.|env.|±|+/-"
        ),
    ),
)
_AFTER: tuple[tuple[Qualifier, str], ...] = (
    (
        "at least",
        "ou plus|et plus|au moins|au minimum|minimum|or more|or above|and above|and over|at least|ou davantage",
    ),
    ("at most", "ou moins|au plus|au maximum|maximum|or less|or fewer|at most|or below"),
    ("about", "environ|à peu près|or so|approximately|roughly"),
)
# "Jusqu’à 700" has no other bound; "supérieur ou égal à" ends like "inférieur ou égal à".
_OR_EQUAL = re.compile(
    r"(sup|inf)[ée]rieure?s?[ ]ou[ ](?:égale?s?|égaux)[ ]à\Z|(?:égale?s?|égaux)[ ]ou[ ](sup|inf)[ée]rieure?s?[ ]à\Z"
)
# "Ne dépasse pas 20 000", "sans excéder", "may not exceed".
_PASSING = ("dépass", "exc", "surpass")
_NOT = re.compile(r"(?:\b(?:ne|sans|not|never|cannot)|\bn') (?:[\w']+ ){0,2}\Z|\bn'\Z")
_GAPS = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " ", "\n": " "})
_Phrases = dict[str, list[tuple[str, Qualifier]]]


def _by_last_word() -> _Phrases:
    phrases: _Phrases = {}
    for name, words in _PHRASES:
        for phrase in words.split("|"):
            phrases.setdefault(_last_word(phrase), []).append((phrase, name))
    return {last: sorted(found, key=lambda item: -len(item[0])) for last, found in phrases.items()}


def _last_word(tail: str) -> str:
    word = tail[tail.rfind(" ") + 1 :]
    cut = word.rfind("'", 0, len(word) - 1)
    return word[cut + 1 :]


_ENDINGS = _by_last_word()
_AFTER_BEGINS = frozenset(phrase[:3] for _, words in _AFTER for phrase in words.split("|"))
_AFTER_PATTERN = re.compile(
    "[ \u00a0\u202f](?:"
    + "|".join(f"(?P<{name.replace(' ', '_')}>{words})" for name, words in _AFTER)
    + r")(?![^\W_]|[ ](?:de\b|d['’]|que\b|du\b|des\b|than\b|égal|[0-9]))"
)


def qualifier_before(text: str, start: int) -> Qualifier:
    """Return the qualifier that the words ending at a position give; ``exact`` where they give none.

    Examples
    --------
    >>> qualifier_before("coûte plus de 3 euros", 14), qualifier_before("no more than 3", 13)
    ('at least', 'at most')
    """
    tail = text[max(0, start - _BEFORE) : start].rstrip(" \u00a0\u202f\n(«$€£-−")
    words = tail[-14:].lower().split()
    last = words[-1].replace("’", "'").lstrip('([{«“"‘|/—–') if words else ""
    found = _ENDINGS.get(_last_word(last)) if last else None
    if found is None:
        return "exact"
    tail = tail.translate(_GAPS).lower()
    if equal := _OR_EQUAL.search(tail):
        return "at least" if "sup" in equal.groups() else "at most"
    for phrase, name in found:
        before = len(tail) - len(phrase)
        if tail.endswith(phrase) and not (before > 0 and phrase[0].isalpha() and tail[before - 1].isalnum()):
            return "at most" if phrase.startswith(_PASSING) and _NOT.search(tail, 0, before) else name
    return "exact"


def qualifier_after(lower: str, end: int) -> tuple[Qualifier, int] | None:
    """Return the qualifier that the words from a position give, and where they end: "200 ou plus"; None if none.

    Examples
    --------
    >>> qualifier_after("200 ou plus", 3)
    ('at least', 11)
    """
    if lower[end + 1 : end + 4] not in _AFTER_BEGINS:
        return None
    found = _AFTER_PATTERN.match(lower, end)
    if found is None:
        return None
    for name, _ in _AFTER:
        if found.lastgroup == name.replace(" ", "_"):
            return name, found.end()
    return None


def interval(digits: str, one: Decimal, qualifier: Qualifier) -> Interval:
    """Return what a printed figure stands for, by its qualifier.

    Parameters
    ----------
    digits : the figure in ASCII with a point for its decimals
    one : what one of it is worth, such as 10**6 for "millions"

    Examples
    --------
    >>> interval("37300", Decimal(1), "about").low == 37250
    True
    """
    if qualifier == "at least":
        return Interval(parse_decimal(digits) * one, None)
    if qualifier == "at most":
        return Interval(None, parse_decimal(digits) * one, closed=True)
    if qualifier == "about" and "." not in digits and digits.strip("0"):
        return printed_interval(str(parse_decimal(digits).normalize()), one)
    return printed_interval(digits, one)
