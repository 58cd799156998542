"""Who has the floor at each sentence: its own speaker, the one who goes on, the turn of an interview, the document.

A speaker named in a sentence governs the sentences after it in the same paragraph, until another name stands as
their subject. In an interview ("Nom : ...") the one whose turn it is says all, and passes on what others say. A
document that says from whom it was obtained attributes to them what follows.
"""

import re
from bisect import bisect_right

from temoin.claims.about.passages import Passage
from temoin.claims.about.speakers import Speaker, speaker_of
from temoin.claims.sentences import Sentence

_TURN = re.compile(
    r"\n[ \t\u00a0]*(?P<who>[A-ZÀ-ÖØ-Þ][\w.’'-]+(?: (?:de |van |el |al-)?[A-ZÀ-ÖØ-Þ][\w.’'-]+){0,3})[ \u00a0]?:"
    r"[ \u00a0]?(?=[A-ZÀ-Þ«“\"])(?=[^\n]{60})"
)
_LABELS_WORDS = "source sources date lieu auteur titre note photo crédit légende prudence attention exemple résultat"
_LABELS = frozenset(_LABELS_WORDS.split())
_NAME = r"(?P<name>[A-ZÀ-ÖØ-Þ][\w’'.-]*(?: [A-ZÀ-ÖØ-Þ][\w’'.-]*){0,3})"
_OTHER_NAME = _NAME.replace("name", "giver")
_OBTAINED = re.compile(
    rf"(?:[Dd]ocuments?|[Ff]ichiers?|[Nn]otes?|[Rr]apports?|[Ff]iles?|[Mm]emos?|[Ee]-?mails?)[^.\n]{{0,80}}?"
    rf"(?:qu[’']{_NAME} a (?:récemment |pu )?(?:obtenu|consulté|vu)|"
    rf"(?:obtenue?s?|consultée?s?|obtained|seen|reviewed) (?:par|by) (?:le |la |l[’']|the )?{_OTHER_NAME})"
)
_OPENING = 6000


class Floor:
    """Who says what, sentence after sentence.

    Parameters
    ----------
    text : the document
    """

    def __init__(self, text: str) -> None:
        turns = [match for match in _TURN.finditer("\n" + text) if match["who"].lower() not in _LABELS]
        names = [match["who"] for match in turns]
        is_interview = len(turns) > 1 and (len(set(names)) < len(names) or len(set(names)) > 1)
        self._turns = [(match.start(), match["who"]) for match in turns] if is_interview else []
        obtained = _OBTAINED.search(text, 0, _OPENING)
        self._holder = (obtained["name"] or obtained["giver"]) if obtained else None
        self._from = obtained.start() if obtained else 0
        self._last: tuple[int, Speaker] = (-1, Speaker())
        self._pending: Sentence | None = None
        self._text = text

    def pass_by(self, sentence: Sentence) -> None:
        """Take note of a sentence without figures, to be read only where the next one rests on it."""
        self._pending = sentence

    def speaker(self, passage: Passage) -> Speaker:
        """Return who says what a passage tells, and through whom."""
        sentence = passage.text[passage.start : passage.end]
        own = speaker_of(sentence)
        if own.who is None and own.through is None:
            own = self._going_on(passage)
        else:
            self._last = (passage.paragraph, own)
        self._pending = None
        turn = self._turn(passage.start)
        if own.who is None:
            return own if own.through else Speaker(turn or self._of_document(passage.start))
        return Speaker(own.who, turn) if turn and turn != own.who and own.through is None else own

    def _going_on(self, passage: Passage) -> Speaker:
        pending = self._pending
        if pending is not None and pending.paragraph == passage.paragraph:
            before = speaker_of(self._text[pending.start : pending.end])
            if before.who is not None:
                self._last = (pending.paragraph, before)
        paragraph, speaker = self._last
        if paragraph != passage.paragraph:
            return Speaker()
        if any(name.role == "subject" and name.kind == "other" for name in passage.names):
            self._last = (-1, Speaker())
            return Speaker()
        return speaker

    def _turn(self, position: int) -> str | None:
        rank = bisect_right(self._turns, (position, "\uffff")) - 1
        return self._turns[rank][1] if rank >= 0 else None

    def _of_document(self, position: int) -> str | None:
        return self._holder if position > self._from else None
