"""What a text tells after a newspaper, a site or an agency that it names once: the relay of a press review.

"Rapporte le quotidien Assabah", then "explique le quotidien", "d’après le quotidien": what follows is what that paper
says, and a person whom it quotes speaks through it. A paper named once, in passing, relays its own sentence only.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from temoin.claims.about.speakers import Speaker

_OUTLETS = tuple("quotidien journal hebdomadaire mensuel site magazine média daily newspaper weekly website".split())
_OUTLET = re.compile(
    rf"\b(?:{'|'.join(_OUTLETS)})\b"
    r"(?: (?P<name>[A-ZÀ-Þ][\w’-]*(?: [A-ZÀ-Þ][\w’-]*){0,3}))?"
)
_SAYS = re.compile(
    r"\b(?:rapporte|explique|écrit|révèle|indique|souligne|conclut|poursuit|ajoute|précise|affirme|note|s[’']indigne|"
    r"s[’']interroge|relève|rappelle|détaille|assure|raconte|observe|cite|selon|d[’']après|reports?|writes?|explains?|"
    r"adds?|notes?|according to|says?) (?:le |la |l[’']|the )$",
    re.IGNORECASE,
)
_NEAR = 24
_QUOTED = re.compile(
    r"[»”\"],? (?:s[’']indigne|se plaint|déplore|raconte|témoigne|confie|explique|dit|déclare|affirme|says|said|tells|"
    r"complains) (?P<who>(?:[A-ZÀ-Þ]\. ?)?[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+){0,3})"
)
_OPENS, _CLOSES = re.compile("[«“]"), re.compile("[»”]")
_FEWEST_AGAIN = 2
_NOBODY = Speaker()


class Relays:
    """Through whom a text tells what it tells.

    Parameters
    ----------
    text : the document
    """

    def __init__(self, text: str) -> None:
        self._text = text
        told = [one for one in _outlets(text) if _SAYS.search(text, max(0, one.start() - _NEAR), one.start())]
        named = next((one for one in told if one["name"]), None)
        again = [one.start() for one in told if one["name"] is None]
        self._name = named["name"] if named else None
        self._from = named.start() if named else len(text)
        self._whole = len(again) >= _FEWEST_AGAIN
        self._again = again
        self._quotes = _quotes(text) if named else []
        self.people = tuple(dict.fromkeys(who for _, _, who in self._quotes))
        self._last_names = tuple((who.split()[-1], who) for who in self.people)

    def speaker(self, start: int, end: int) -> Speaker:
        """Return who says a sentence, and through whom; nobody where no paper relays it.

        Parameters
        ----------
        start, end : code points of the sentence
        """
        if self._name is None or end <= self._from or not (self._whole or self._here(start, end)):
            return _NOBODY
        rank = bisect_right(self._quotes, (start, len(self._text), "\uffff")) - 1
        if rank >= 0 and start < self._quotes[rank][1]:
            return Speaker(self._quotes[rank][2], self._name)
        for last_name, who in self._last_names:
            # "Abdelhadi, poursuit le quotidien, ne connaît pas…": the paper tells what the person it quoted says.
            if self._text.startswith(last_name, start):
                return Speaker(who, self._name)
        return Speaker(self._name)

    def _here(self, start: int, end: int) -> bool:
        return start <= self._from < end or any(start <= place < end for place in self._again)


def _outlets(text: str) -> Iterator[re.Match[str]]:
    # Few texts hold many of these words: looking for each of them costs less than trying all at each place.
    last = 0
    for place in sorted(place for word in _OUTLETS for place in _places(text, word)):
        if place >= last and (match := _OUTLET.match(text, place)):
            last = match.end()
            yield match


def _places(text: str, word: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def _quotes(text: str) -> list[tuple[int, int, str]]:
    """Each quotation of a named person: where it opens and closes, and who."""
    found = []
    for match in _QUOTED.finditer(text):
        opening = max(
            (one.start() for one in _OPENS.finditer(text, max(0, match.start() - 2000), match.start())), default=-1
        )
        if opening >= 0:
            found.append((opening, match.start() + 1, match["who"]))
    return found
