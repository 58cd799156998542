"""Superlatives of a text, French and English: "le plus cher", "the largest", "en tête", "pour la première fois"."""

import re
from dataclasses import dataclass
from typing import Literal

from temoin.claims.sentences import split_sentences
from temoin.corroborate.spellings import words_of

NEAR_COPY = 0.6
"""Of the words of the shorter of two sentences, what they must have in common to say the same."""
_FEWEST = 3

Sense = Literal["most", "least", "first", "last", "only", "record"]

_ARTICLE = r"(?:l[ea]|les|du|des|au|aux|sa|son|ses|leurs?)"
_ENGLISH_MOST = "most [a-z-]+|largest|biggest|highest|greatest|best|longest|worst|richest|costliest|busiest|heaviest"
_ENGLISH_LEAST = "least [a-z-]+|smallest|lowest|fewest|shortest|poorest|cheapest"
_PATTERNS: tuple[tuple[Sense, str], ...] = (
    ("record", r"\b(?:un |le |a |the |an )?(?:niveau |chiffre |all-time )?records?\b(?! de presse)"),
    ("most", rf"\b{_ARTICLE} plus (?!de\b|d['’]|en plus)[a-zà-ÿ’'-]+"),
    ("least", rf"\b{_ARTICLE} moins (?!de\b|d['’])[a-zà-ÿ’'-]+"),
    ("most", rf"\b(?:the|its|their|his|her) (?:{_ENGLISH_MOST})\b"),
    ("least", rf"\b(?:the|its|their|his|her) (?:{_ENGLISH_LEAST})\b"),
    ("first", r"\ben tête\b(?! à tête)|\barriv\w+ premi(?:er|ère)s?\b|\b(?:leads|ranks first|tops)\b"),
    (
        "first",
        rf"\b(?:est|sont|reste|demeure|devient|était) {_ARTICLE} premi(?:er|ère)s? (?!à\b|pas\b|fois\b)[a-zà-ÿ’'-]+",
    ),
    ("first", r"\b(?:is|was|remains|becomes) (?:the|its) (?:first|leading|top|number one) (?!time\b|to\b)[a-z-]+"),
    ("first", r"\bnuméro un\b|\bnumber one\b|\bpour la première fois\b|\bfor the first time\b"),
    ("record", r"\bsans précédent\b|\bunprecedented\b|\bjamais (?:vu|égalé|atteint)\w*"),
    ("last", r"\b(?:bon dernier|en queue|ferme(?:nt)? la marche|bottom of)\b"),
    ("only", r"\b(?:le seul|la seule|les seuls|les seules|l['’]unique|the only|the sole)\b"),
    ("most", r"\b(?:l[ea]|les|du|des|au|aux) (?:meilleur|pire)e?s?\b"),
)
_SUPERLATIVE = [(sense, re.compile(pattern, re.IGNORECASE)) for sense, pattern in _PATTERNS]
_NOT_ONE = re.compile(
    r"(?:le|au|du) plus (?:tôt|tard|vite|souvent|près|possible)\b|le plus ou moins|(?:au|du) moins\b|"
    r"(?:au|des|aux) plus\b",
    re.IGNORECASE,
)
_OF_SIZE = re.compile(
    r"cher|gros|grand|élevé|important|coûteu|haut|lourd|fort|larg|bigg|high|great|costl|expensive|popul|suivi|followed|"
    r"heav|ferme|en tête|lead|tops|dépensi|généreu|riche",
    re.IGNORECASE,
)
_OF_SMALLNESS = re.compile(r"petit|faible|bas\b|basse|modeste|maigre|small|low|few|cheap|poor", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Superlative:
    """A superlative: where it stands, what it claims, the sentence around it."""

    start: int
    end: int
    text: str
    sense: Sense
    sentence: str
    sentence_start: int

    @property
    def asks(self) -> Literal["largest", "smallest"] | None:
        """Which of several figures it is about; None for one that figures do not tell, such as the latest."""
        if _OF_SMALLNESS.search(self.text):
            return "smallest" if self.sense in {"most", "first"} else "largest" if self.sense == "least" else "smallest"
        if not _OF_SIZE.search(self.text):
            return None
        return "largest" if self.sense in {"most", "first"} else "smallest"


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
                at = (sentence.start + start, sentence.start + end)
                found.append(Superlative(*at, quote[start:end], sense, quote, sentence.start))
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
