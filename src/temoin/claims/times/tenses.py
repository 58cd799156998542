"""Whether the words around a bare weekday or month tell of the past or of what is to come."""

import re
from typing import Literal

Tense = Literal["past", "future"]

_PAST = (
    rb"\b(?:a|ont|avait|avaient|est|sont|ete|etait|etaient|fut|furent|said|was|were|has|have|had|told|[a-z]{3,}ed|"
    rb"dernier|derniere|last|depuis|since)\b"
)
_FUTURE = (
    rb"\b(?:sera|seront|serait|aura|auront|va|vont|doit|doivent|devra|devront|devrait|prevue?s?|attendue?s?|d'ici|"
    rb"jusqu'a|jusqu'au|will|shall|scheduled|due|until|expected|[a-z]{2,}(?:er|ir|nd|tt)(?:a|ont))\b"
)
_CUE = re.compile(rb"(?P<future>" + _FUTURE + rb")|(?P<past>" + _PAST + rb")")
_STOPS = re.compile(rb"[.!?\n;] ")
_BEFORE, _AFTER = 120, 80


def tense_around(folded: bytes, start: int, end: int) -> Tense | None:
    """Return the tense that the nearest verb before a place tells, else the nearest after it in the sentence.

    Parameters
    ----------
    folded : the text as :func:`temoin.folded.fold` gives it
    start, end : the place of the weekday or month

    Examples
    --------
    >>> text = b"le vote aura lieu dimanche"
    >>> tense_around(text, text.index(b"dimanche"), len(text))
    'future'
    """
    before = folded[max(0, start - _BEFORE) : start]
    stops = [stop.end() for stop in _STOPS.finditer(before)]
    cues = list(_CUE.finditer(before, stops[-1] if stops else 0))
    found = cues[-1] if cues else None
    if found is None:
        after = folded[end : end + _AFTER]
        stop = _STOPS.search(after)
        found = _CUE.search(after, 0, stop.start() if stop else len(after))
    if found is None:
        return None
    return "future" if found["future"] else "past"
