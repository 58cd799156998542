"""How far a cut of the network is said to reach: a whole country, its main cities, one region.

What two sources say of it is compared by :mod:`temoin.corroborate.scopes`; this file only finds it in one text.
"""

import re
from dataclasses import dataclass
from typing import Literal

from temoin.claims.sentences import sentence_at, split_sentences
from temoin.world import find_countries

Extent = Literal["country", "cities", "region"]

_GAP = r"[^.;\n]{0,70}?"
_CUT = (
    r"(?:coup(?:é|ée|er|ait|e|ent|ure)s?\b|déconnect\w+|bloqu\w+|hors ligne|effondrement des connexions|débranch\w+|"
    r"shut ?down|cut(?:ting)?(?: off)?|disconnect\w*|blackout|offline|blocked|outage)"
)
_NETWORK = re.compile(r"internet|réseau|connexion|en ligne|network|online|web\b|déconnect|disconnect", re.IGNORECASE)
_SOME = r"(?:principales|grandes|plus grandes|quelques|certaines|plusieurs|main|major|biggest|largest|several|some)"
_PART = r"(?:une|la|cette|plusieurs|certaines|dans l[’']ouest|dans l[’']est|some|several|one|the) (?:seules? )?"
_ALL = r"(?:tout |l[’']ensemble du |à travers le |dans le |le |the whole |the entire |across the |in the |the )"
_EXTENTS: tuple[tuple[Extent, str], ...] = (
    ("cities", rf"{_SOME} (?:villes|cities|towns)"),
    ("region", rf"{_PART}(?:régions?|provinces?|regions?|oblasts?)\b"),
    ("country", rf"{_ALL}(?:pays|territoire|country)\b|nationwide|à l[’']échelle nationale|tout le territoire"),
)
_PATTERNS = tuple(
    (extent, re.compile(rf"{_CUT}{_GAP}(?P<after>{words})|(?P<before>{words}){_GAP}{_CUT}", re.IGNORECASE))
    for extent, words in _EXTENTS
)
_ANY = re.compile(_CUT, re.IGNORECASE)
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Scope:
    """A sentence that says how far a cut reaches.

    Parameters
    ----------
    extent : ``country``, ``cities`` or ``region``
    start, end : code points of the words that say it
    quote : the sentence
    place : ISO 3166 code of the country, None where the text names none or several
    """

    extent: Extent
    start: int
    end: int
    quote: str
    place: str | None


def find_scopes(text: str, *, place: str | None = None) -> list[Scope]:
    """Return what a text says of the extent of a cut of the network, in order; empty where it says nothing.

    Parameters
    ----------
    place : ISO 3166 code of what the source is about

    Examples
    --------
    >>> [one.extent for one in find_scopes("Le réseau internet est coupé dans les principales villes du pays.")]
    ['cities']
    """
    if not _ANY.search(text):
        return []
    sentences = split_sentences(text)
    country = place or _main_country(text)
    found = []
    seen: set[int] = set()
    for match in _ANY.finditer(text):
        sentence = sentence_at(sentences, match.start())
        if sentence.start in seen:
            continue
        seen.add(sentence.start)
        quote = text[sentence.start : sentence.end]
        if scope := _scope(quote, sentence.start, country):
            found.append(scope)
    return found


def _scope(quote: str, start: int, country: str | None) -> Scope | None:
    if not _NETWORK.search(quote):
        return None
    for extent, pattern in _PATTERNS:
        if match := pattern.search(quote):
            named = {mention.iso2 for mention in find_countries(quote)}
            where = named.pop() if len(named) == 1 else None if named else country
            return Scope(extent, start + match.start(), start + match.end(), quote[:_LONGEST], where)
    return None


def _main_country(text: str) -> str | None:
    counts: dict[str, int] = {}
    for mention in find_countries(text[:20_000]):
        counts[mention.iso2] = counts.get(mention.iso2, 0) + 1
    best = max(counts, key=lambda code: counts[code], default=None)
    return best if best and 2 * counts[best] > sum(counts.values()) else None
