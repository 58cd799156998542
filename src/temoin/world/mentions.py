"""Countries named in a text: French and English names, demonyms, capitals and other cities, with their places.

A name that two countries share (Congo, Korea) and a demonym of several (congolais) name none here: nothing is guessed.
Names that are first names as well (Jordan, Chad, Georgia) count only away from other capitalised words. The longest
reading wins, so that Guinea-Bissau is never Guinea and the Gulf of Oman is nobody.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from temoin.branches import branches
from temoin.folded import bare
from temoin.world.country_names import countries, menu_names
from temoin.world.forms import Form, read_forms

MentionHow = Literal["name", "city", "demonym"]

_ALSO_FIRST_NAMES = frozenset({"Jordan", "Chad", "Georgia", "Washington", "Santiago", "Sofia", "Paris", "Sydney"})
_SMALL_BEFORE = frozenset(
    {
        *("in", "from", "of", "to", "the", "and", "or", "with", "at", "by", "for", "near", "since", "when", "while"),
        *("as", "across", "inside", "outside", "both", "but", "like", "until", "after", "before", "between", "why"),
        *("en", "de", "du", "au", "dans", "depuis", "vers", "pour", "par", "sur", "et", "ou", "avec", "à", "a", "how"),
    }
)
_WORD_BEFORE = re.compile(r"([^\W\d_]+) $")
_CAPITALISED_AFTER = re.compile(r" [A-Z](?![A-Z]?\b)")
_CAPITALS_AROUND = re.compile(r"[A-Z]{3}")
_SHORTEST_IN_CAPITALS = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A country named in a text.

    Parameters
    ----------
    iso2 : its code
    start, end : code points of the words in the text, ``end`` excluded
    how : by its ``name``, by a ``city`` of its own, or by a ``demonym``
    """

    iso2: str
    start: int
    end: int
    how: MentionHow


def find_countries(text: str) -> list[Mention]:
    """Return the countries that a text names, in order, with the places of the words that name them.

    Parameters
    ----------
    text : French or English, accents composed or not, present or not on capitals

    Returns
    -------
    mentions that never overlap; empty when no country is named

    Examples
    --------
    >>> text = "L’armée nigériane et le Niger, vus d’Almaty"
    >>> [(item.iso2, text[item.start:item.end], item.how) for item in find_countries(text)]
    [('NG', 'nigériane', 'demonym'), ('NE', 'Niger', 'name'), ('KZ', 'Almaty', 'city')]
    """
    plain, places = _plain(text)
    return [
        Mention(form.iso2, places(start), places(end), form.how)
        for start, end, form in _matches(plain)
        if form.how in ("name", "city", "demonym") and _stands(plain, start, end, form)
    ]


def _matches(plain: str) -> Iterator[tuple[int, int, Form]]:
    forms = _findable()
    # One sign before the text stands for what is no letter before its first word.
    for match in _pattern().finditer(" " + plain):
        yield match.start(), match.end() - 1, forms[match[1]]


def _stands(plain: str, start: int, end: int, form: Form) -> bool:
    if form.text == "US":
        around = plain[max(0, start - 4) : start] + plain[end : end + 4]
        return not plain.startswith("$", end) and not _CAPITALS_AROUND.search(around)
    if form.text in _ALSO_FIRST_NAMES:
        before = _WORD_BEFORE.search(plain, max(0, start - 30), start)
        follows_name = before and before[1][0].isupper() and before[1].lower() not in _SMALL_BEFORE
        return not follows_name and not _CAPITALISED_AFTER.match(plain, end)
    if form.how == "demonym" and plain[start].islower():
        return plain[max(0, start - 3) : start].lower() != "en "
    return True


def _plain(text: str) -> tuple[str, "_Places"]:
    if not unicodedata.is_normalized("NFC", text):
        kept = [place for place, char in enumerate(text) if not unicodedata.combining(char)]
        text, places = "".join(text[place] for place in kept), _Places((*kept, len(text)))
    else:
        places = _Places(None)
    return bare(text), places


@dataclass(frozen=True, slots=True)
class _Places:
    # Where each bare character stood; None when nothing was taken out.
    kept: tuple[int, ...] | None

    def __call__(self, place: int) -> int:
        return place if self.kept is None else self.kept[place]


@cache
def _findable() -> dict[str, Form]:
    forms = [form for form in read_forms() if form.how != "alias"]
    for item in countries():
        names = (item.name.fr, item.name.en, *menu_names(item.iso2))
        forms += [Form(item.iso2, "name", "", name) for name in names if "(" not in name]
    by_text: dict[str, Form] = {}
    for form in sorted(forms, key=lambda form: form.how != "none"):
        for text in _spellings(form):
            by_text.setdefault(bare(text), form)
    return by_text


def _spellings(form: Form) -> Iterator[str]:
    text = form.text
    if form.language != "fr" or form.how != "demonym":
        yield text
    else:
        yield from (text, text[0].upper() + text[1:])
    if form.how != "none":
        yield " ".join(word if len(word) < 4 else word[0].upper() + word[1:] for word in text.split(" "))
        if len(text) >= _SHORTEST_IN_CAPITALS:
            yield text.upper()


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\W({branches(_findable())})(?!\w)")
