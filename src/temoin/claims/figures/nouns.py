"""The noun that a number counts, and the rate it is counted at."""

import re
from dataclasses import dataclass

_SPACE = "[ \u00a0\u202f\u2009\n]"
_WORD = re.compile(
    rf"{_SPACE}(?:(?:de|of|des|du){_SPACE}|"
    rf"d['’])?(?:[«“\"][ \u00a0\u202f]?)?([^\W\d_]+(?:['’-][^\W\d_]+)*)(?:[ \u00a0\u202f]?[»”\"])?"
)
_RATE = re.compile(
    rf"{_SPACE}(?:par|per|a|chaque|each){_SPACE}(?P<period>jour|heure|minute|mois|semaine|an|day|hour|minute|"
    rf"month|week|year)\b"
)
_PERIODS = {
    "jour": "day", "heure": "hour", "mois": "month", "semaine": "week", "an": "year",
}  # fmt: skip
_NO_NOUN_WORDS = (
    "à au aux en dans de du des le la les l un une et ou mais or ni car pour par sur sous avec sans contre "
    "chez vers qui que qu dont où ce cet cette ces son sa ses leur leurs mon ma notre nos votre est sont était "
    "étaient fut a ont avait avaient sera soit selon après avant plus moins puis lors pendant entre alors "
    "ainsi si se ne pas y il elle ils elles on nous vous même mêmes tous toutes tout toute celle celui ceux "
    "celles depuis jusqu comme aussi environ près déjà encore seulement sinon in on at of the an and but for "
    "by with from to was were is are has had have will would said says as than that which who per according "
    "while when after before since until during between about its his her their this these those not no only "
    "it they we so if then also out over under more less up down into across among each percent times e er "
    "fois"
)
_MAGNITUDES = frozenset(
    {"million", "millions", "milliard", "milliards", "billion", "billions", "mille", "cent", "cents"}
)
_NO_NOUN = _MAGNITUDES | frozenset(_NO_NOUN_WORDS.split())
_ADJECTIVES_WORDS = (
    "autres autre grands grandes grand grande bons bonnes premiers premières derniers dernières nouveaux "
    "nouvelles petits petites principaux principales jeunes other different main new more big large small "
    "young"
)
_ADJECTIVES = frozenset(_ADJECTIVES_WORDS.split())
_PLURALS = frozenset(["people", "children", "women", "men", "media", "police", "staff", "data"])
_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Noun:
    """The noun counted, with the rate where there is one (``users``, ``fois/day``), and where it ends."""

    unit: str
    end: int


def noun_after(text: str, position: int, *, language: str | None) -> Noun | None:
    """Return the noun that follows a number; None where what follows is no noun.

    French nouns follow their number; English puts its adjectives between, so the first plural in three words counts.

    Examples
    --------
    >>> noun_after("18 millions d’habitants", 11, language="fr")
    Noun(unit='habitants', end=23)
    >>> noun_after("5 mobile networks fell", 1, language="en").unit
    'networks'
    """
    first = None
    end = position
    for _ in range(_LONGEST):
        match = _WORD.match(text, end)
        if match is None or match[1].lower() in _NO_NOUN or match[1][0].isupper():
            break
        word, end = match[1], match.end()
        first = first or Noun(word, end)
        if _is_noun(word, language=language):
            return _with_rate(text, Noun(word, end))
    return None if first is None or first.unit in _ADJECTIVES else _with_rate(text, first)


def times_per(text: str, position: int) -> Noun | None:
    """Return the rate of a number of times: "12 millions de fois par jour", "3 times a day"."""
    match = re.compile(rf"{_SPACE}(?:de{_SPACE})?(?P<times>fois|times)\b").match(text, position)
    return _with_rate(text, Noun(match["times"], match.end())) if match else None


def _is_noun(word: str, *, language: str | None) -> bool:
    lower = word.lower()
    if lower in _ADJECTIVES:
        return False
    return language != "en" or lower.endswith("s") or lower in _PLURALS


def _with_rate(text: str, noun: Noun) -> Noun:
    if rate := _RATE.match(text, noun.end):
        period = rate["period"]
        return Noun(f"{noun.unit}/{_PERIODS.get(period, period)}", rate.end())
    return noun
