"""Numbers that count nothing: references, telephone and account numbers, addresses, versions, coordinates."""

import re
from collections.abc import Sequence
from itertools import pairwise

from temoin.claims.figures.spelled import Numeral

_REFERENCES = frozenset(
    "article articles art arts page pages p pp n° nos no numéro numéros number section sections chapitre "
    "chapitres chapter chapters figure figures fig tableau tableaux table tables annexe annexes appendix alinéa "
    "alinéas paragraphe paragraphes § §§ # tome volume vol ligne lignes étape version versions v windows android "
    "ios résolution résolutions resolution décret arrêté loi directive règlement requête dossier tél tel "
    "téléphone phone fax whatsapp bp cs po isbn issn siret siren rcs iban port porte étage appartement bâtiment "
    "bât salle route rn chaîne canal channel question phase niveau level act acte chap cap ex lot ticket réf ref "
    "matricule issue edition édition épisode episode saison season groupe zone covid boulevard cedex id code rfc "
    "iso doi arxiv ieee".split()
)
_PLURAL_REFERENCES = frozenset(
    "articles pages nos numéros sections chapitres chapters figures tableaux annexes".split()
)
_USUAL = frozenset((" ", "\u00a0", "\u202f", "\n", "(", "'", "’"))
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_GLUED_BEFORE = frozenset("/=&?#_@~\\^")
_SEPARATORS = frozenset((" ", "\u00a0", "\u202f", "-", ".", "/", ""))
_CODE = re.compile(r"[A-Z]{2}[0-9]{2}[ \u00a0-]?\Z")
_ALSO = frozenset((", ", " et ", " and ", " à ", "-", " to ", " ou ", " or ", "–", "/", "."))
_MONEY_LETTERS = ("N", "R", "K")
_SIGNS_OF_UNITS = ("%", "€", "$", "£")
_FILLING = 16
_BULLETS = frozenset("•▪‣●◦·")
_COORDINATE = re.compile(r" ?°(?! ?[CcFf]\b)")


def counting(text: str, lower: str, numerals: Sequence[Numeral]) -> list[Numeral]:
    """Return the numbers that may count something, in order.

    Examples
    --------
    >>> from temoin.claims.figures.numerals import find_numerals
    >>> text = "art. 22, tél. 01 02 03 04 05 : 12 villes"
    >>> [text[one.start:one.end] for one in counting(text, text, find_numerals(text, text, "fr"))]
    ['12']
    """
    addresses = (
        [match.span() for match in _ADDRESS.finditer(text)] if "@" in text or "://" in text or "www." in text else []
    )
    alone = _chained(text, numerals)
    kept: list[Numeral] = []
    before: Numeral | None = None
    for rank, numeral in enumerate(numerals):
        if numeral[4] == "digits" and (
            rank in alone
            or _is_reference(text, lower, numeral, before)
            or (text[numeral.start - 1 : numeral.start] in _MONEY_LETTERS and not _is_amount(text, numeral))
            or (addresses and any(start <= numeral.start < end for start, end in addresses))
        ):
            before = numeral
            continue
        kept.append(numeral)
    return kept


def _is_reference(text: str, lower: str, numeral: Numeral, before: Numeral | None) -> bool:
    start, end = numeral.start, numeral.end
    last = text[start - 1 : start]
    if start and last not in _USUAL and _is_glued(text, start, end, last):
        return True
    if text[start] == "0" and text[start + 1 : start + 2].isdigit():
        return True
    following = text[end : end + 2]
    counts = numeral.scaled or following.strip()[:1] in _SIGNS_OF_UNITS
    if before is not None and not counts and start - before.end < 5 and text[before.end : start] in _ALSO:
        return True
    if text[start - 2 : start - 1] in _BULLETS and following[1:].isupper() and end - start <= 2:
        return True
    if (following[:1] == "°" or following == " °") and _COORDINATE.match(text, end):
        return True
    return not numeral.scaled and after_reference_word(lower, start)


def _is_amount(text: str, numeral: Numeral) -> bool:
    return numeral.start == 0 or numeral.scaled or not text[numeral.start : numeral.end].isdigit()


def _is_glued(text: str, start: int, end: int, last: str) -> bool:
    if last in _GLUED_BEFORE or (last == "+" and end - start >= 7):
        return True
    return last in ("-", "‑", "–") and start > 1 and text[start - 2].isalpha()


def after_reference_word(lower: str, start: int) -> bool:
    """Return whether the word before a position makes a reference of the number there: "article 12".

    Examples
    --------
    >>> after_reference_word("selon l’article 12", 16), after_reference_word("selon 12 villes", 6)
    (True, False)
    """
    words = lower[max(0, start - 18) : start].rstrip(" \u00a0\u202f:(.").split()
    return bool(words) and words[-1][_after_elision(words[-1]) :] in _REFERENCES


def _after_elision(word: str) -> int:
    return max(word.rfind("’"), word.rfind("'"), word.rfind("(")) + 1


def _chained(text: str, numerals: Sequence[Numeral]) -> set[int]:
    """Return the ranks of the numbers that stand in a run such as a telephone or an account number has."""
    found: set[int] = set()
    run: list[int] = []
    for rank, (first, second) in enumerate(pairwise(numerals)):
        if second[0] - first[1] <= 1 and _links(text, first, second):
            run = run or [rank]
            run.append(rank + 1)
            continue
        if run:
            found |= _alone(text, numerals, run)
            run = []
    return found | _alone(text, numerals, run)


def _links(text: str, first: Numeral, second: Numeral) -> bool:
    if first.form != "digits" or second.form != "digits":
        return False
    if first.scaled or second.scaled or not (first.readings[0].isdigit() and second.readings[0].isdigit()):
        return False
    return text[first.end : second.start] in _SEPARATORS


def _alone(text: str, numerals: Sequence[Numeral], run: Sequence[int]) -> set[int]:
    if not run:
        return set()
    first, last = numerals[run[0]], numerals[run[-1]]
    before = text[first.start - 1 : first.start]
    nought = text[first.start] == "0" and text[first.start + 1 : first.start + 2].isdigit()
    hyphens = text.count("-", first.start, last.end)
    if (
        len(run) == 2
        and hyphens
        and last.start - first.end == 1
        and (first.end - first.start, last.end - last.start) == (3, 4)
    ):
        return set(run)
    coded = _CODE.search(text, max(0, first.start - 6), first.start) is not None
    noughts = len(run) >= 3 and any(text[numerals[rank].start] == "0" for rank in run)
    signed = coded or noughts or nought or before in ("+", "(") or (before and before.isalnum())
    lengths = {one.end - one.start for one in (numerals[rank] for rank in run)}
    long = (len(run) >= 4 and lengths in ({2}, {4})) or (len(run) >= _FILLING and max(lengths) <= 2)
    return set(run) if signed or hyphens >= 2 or long else set()
