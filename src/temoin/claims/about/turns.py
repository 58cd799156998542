"""Whose turn it is in an interview: "Nom : ..." at the head of a line, or a dash that answers a question."""

import re
from typing import NamedTuple

_PERSON = r"[A-ZÀ-ÖØ-Þ][\w.’'-]+(?: (?:de |van |el |al-)?[A-ZÀ-ÖØ-Þ][\w.’'-]+){0,3}"
_TURN = re.compile(
    rf"\n[ \t\u00a0]*(?P<who>{_PERSON})[ \u00a0\u202f]?:[ \u00a0\u202f]?(?=[A-ZÀ-Þ«“\"])(?P<said>[^\n]*)"
)
_LONG = 60
_DASH = re.compile(r"\n[ \t\u00a0]*[–—-][ \u00a0\u202f]?(?=[A-ZÀ-Þ«“\"])")
_ASKS = re.compile(r"(?:\?|…|\.\.\.)[ \u00a0\u202f»”\"]*$")
_LABELS_WORDS = "source sources date lieu auteur titre note photo crédit légende prudence attention exemple résultat"
_LABELS = frozenset(_LABELS_WORDS.split())


class Turn(NamedTuple):
    """From where on somebody speaks; nobody that the text names where ``who`` is None."""

    start: int
    who: str | None


def turns_of(text: str) -> list[Turn]:
    """Return the turns of an interview in order; none where the text is no interview.

    A long line after a name is a turn; a short one is where it answers a question or asks one. Where one person only
    answers, a line that a dash opens after a question is theirs too, and what is asked is nobody's.

    Examples
    --------
    >>> turns_of("Combien ?\\nAwa Diop : Nous avons payé.\\nEt après ?\\n— Rien.")
    [Turn(start=10, who='Awa Diop'), Turn(start=38, who=None), Turn(start=49, who='Awa Diop')]
    """
    whole = "\n" + text
    named = [match for match in _TURN.finditer(whole) if match["who"].lower() not in _LABELS]
    if not named:
        return []
    long = [match for match in named if len(match["said"]) >= _LONG]
    replies = [match for match in named if _answers(whole, match.start()) and " " in match["who"]]
    if not replies:
        return _enough(long)
    spoken = [match for match in named if match in long or match in replies or _ASKS.search(match["said"])]
    who = {match["who"] for match in spoken}
    found = [Turn(match.start(), match["who"]) for match in spoken]
    return found if len(who) > 1 else _with_dashes(whole, found)


def _enough(long: list[re.Match[str]]) -> list[Turn]:
    return [Turn(match.start(), match["who"]) for match in long] if len(long) > 1 else []


def _answers(text: str, line: int) -> bool:
    return _ASKS.search(text[max(0, line - 160) : line].rstrip()) is not None


def _with_dashes(text: str, named: list[Turn]) -> list[Turn]:
    who = named[0].who
    starts = {turn.start for turn in named}
    found = list(named)
    line = text.find("\n", named[0].start + 1)
    while line >= 0:
        beyond = text.find("\n", line + 1)
        words = text[line + 1 : beyond if beyond >= 0 else len(text)]
        if line in starts or not words.strip():
            pass
        elif _DASH.match(text, line) and _answers(text, line):
            found.append(Turn(line, who))
        elif _ASKS.search(words):
            found.append(Turn(line, None))
        line = beyond
    return sorted(found)
