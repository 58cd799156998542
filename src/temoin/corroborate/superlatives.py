"""Superlatives of a text, French and English: "le plus suivi", "the largest", "en tête", "jamais", "record"."""

import re
from dataclasses import dataclass
from typing import Literal

from temoin.claims.sentences import split_sentences
from temoin.corroborate.spellings import words_of

_FEWEST = 3
NEAR_COPY = 0.6
"""Of the words of the shorter of two sentences, what they must have in common to say the same."""

Sense = Literal["most", "least", "first", "last", "only", "record"]

_NOUN = r"[ \u00a0](?:[\w’'-]+)"
_PATTERNS: tuple[tuple[Sense, str], ...] = (
    ("record", r"\b(?:un |le |a |the |an )?(?:niveau |chiffre |all-time )?records?\b(?! de presse)"),
    ("most", rf"\b(?:l[ea]|les|du|des|au|aux|sa|son|ses|leurs?) plus (?!de\b|d['’]|en plus)(?:haut |grand |gros )?[a-zà-ÿ’'-]+(?:{_NOUN})?"),
    ("least", r"\b(?:l[ea]|les|du|des|au|aux) moins (?!de\b|d['’])[a-zà-ÿ’'-]+"),
    ("most", r"\b(?:the|its|their|his|her) (?:most [a-z-]+|largest|biggest|highest|greatest|best|longest|worst|richest|costliest|busiest|deepest|heaviest)\b"),
    ("least", r"\b(?:the|its|their|his|her) (?:least [a-z-]+|smallest|lowest|fewest|shortest|poorest|cheapest)\b"),
    ("first", r"\ben tête\b(?! à tête)|\barriv\w+ premi(?:er|ère)s?\b|\b(?:leads|ranks first|tops)\b|\bnuméro un\b|\bnumber one\b"),
    ("first", r"\b(?:pour la première fois|for the first time)\b|\bsans précédent\b|\bunprecedented\b|\bjamais (?:vu|égalé|atteint)\w*"),
    ("last", r"\b(?:bon dernier|en queue|ferme la marche|bottom of)\b"),
    ("only", r"\b(?:le seul|la seule|les seuls|les seules|l['’]unique|the only|the sole)\b(?: [\w’'-]+)?"),
    ("most", r"\b(?:meilleur|pire)e?s?\b(?= |,|\.)"),
)  # fmt: skip
_SUPERLATIVE = [(sense, re.compile(pattern, re.IGNORECASE)) for sense, pattern in _PATTERNS]
_NOT_ONE = re.compile(
    r"(?:le|au|du) plus (?:tôt|tard|vite|souvent|près|possible)\b|(?:le|the) plus (?:ou moins)|au moins|du moins|le moins",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Superlative:
    """A superlative: where it stands, what it claims, the sentence around it."""

    start: int
    end: int
    text: str
    sense: Sense
    sentence: str


def find_superlatives(text: str) -> list[Superlative]:
    """Return the superlatives of a text in order; of two that touch, the one that begins first.

    Examples
    --------
    >>> [each.text for each in find_superlatives("Il est le plus suivi. He has the largest audience, at least here.")]
    ['le plus suivi', 'the largest']
    """
    found: list[Superlative] = []
    for sentence in split_sentences(text):
        quote = text[sentence.start : sentence.end]
        spans = sorted(
            (match.start(), -match.end(), sense)
            for sense, pattern in _SUPERLATIVE
            for match in pattern.finditer(quote)
            if not _NOT_ONE.match(match[0])
        )
        end = 0
        for start, negative, sense in spans:
            if start >= end:
                end = -negative
                found.append(Superlative(sentence.start + start, sentence.start + end, quote[start:end], sense, quote))
    return found


def is_near_copy(one: str, other: str) -> bool:
    """Return whether two sentences say nearly the same, by the words that tell something.

    Examples
    --------
    >>> is_near_copy("Tokaïev est le plus suivi sur Facebook.", "Sur Facebook, Tokayev est de loin le plus suivi.")
    True
    """
    first, second = ({word.key for word in words_of(each)} for each in (one, other))
    return len(first & second) >= max(_FEWEST, NEAR_COPY * min(len(first), len(second)))
