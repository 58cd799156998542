"""Who has the floor at each sentence: its own speaker, the one who goes on, the turn of an interview, the document.

A speaker named in a sentence governs the sentences after it in the same paragraph, until another name stands as
their subject. In an interview ("Nom : ...") the one whose turn it is says all, and passes on what others say. A
document that says from whom it was obtained attributes to them what follows.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from temoin.claims.about.names import Name
from temoin.claims.about.passages import Passage
from temoin.claims.about.speakers import Speaker, goes_on, speaker_of
from temoin.claims.about.turns import Turn, turns_of
from temoin.claims.sentences import Sentence

_NAME = r"(?P<name>[A-ZÀ-ÖØ-Þ][\w’'.-]*(?: [A-ZÀ-ÖØ-Þ][\w’'.-]*){0,3})"
_OTHER_NAME = _NAME.replace("name", "giver")
_OBTAINED = re.compile(
    rf"(?:[Dd]ocuments?|[Ff]ichiers?|[Nn]otes?|[Rr]apports?|[Ff]iles?|[Mm]emos?|[Ee]-?mails?)[^.\n]{{0,80}}?"
    rf"(?:qu[’']{_NAME} a (?:récemment |pu )?(?:obtenu|consulté|vu)|"
    rf"(?:obtenue?s?|consultée?s?|obtained|seen|reviewed) (?:par|by) (?:le |la |l[’']|the )?{_OTHER_NAME})"
)
# A text that holds none of these was obtained from nobody.
_OBTAINED_VERBS = ("obtenu", "consulté", " vu", "obtained ", "seen ", "reviewed ")
_OBTAINED_HINTS = (
    *(f"{lead} {verb}" for lead in (" a", "récemment", " pu") for verb in ("obtenu", "consulté", "vu")),
    *(f"{verb}{by}" for by in (" par ", " by ") for verb in ("obtenu", "obtenue", "obtenus", "obtenues")),
    *(f"{verb}{by}" for by in (" par ", " by ") for verb in ("consulté", "consultée", "consultés", "consultées")),
    *(f"{verb}{by}" for by in (" par ", " by ") for verb in ("obtained", "seen", "reviewed")),
)
_OPENING = 6000
_NOBODY = Speaker()


class Floor:
    """Who says what, sentence after sentence.

    Parameters
    ----------
    text : the document
    """

    def __init__(self, text: str) -> None:
        self._turns = turns_of(text)
        obtained = _obtained(text[:_OPENING])
        self._holder = (obtained["name"] or obtained["giver"]) if obtained else None
        self._from = obtained.start() if obtained else 0
        self._text = text
        self._own: dict[tuple[int, int], Speaker] = {}
        self.start_again()

    def start_again(self) -> None:
        """Forget who spoke last: the sentences of the text are asked for again, from the first."""
        self._last: tuple[int, Speaker] = (-1, _NOBODY)
        self._pending: Sentence | None = None

    def pass_by(self, sentence: Sentence) -> None:
        """Take note of a sentence without figures, to be read only where the next one rests on it."""
        self._pending = sentence

    def speaker(self, passage: Passage) -> Speaker:
        """Return who says what a passage tells, and through whom."""
        return self.heard(Sentence(passage.start, passage.end, passage.paragraph), lambda: passage.names)

    def heard(self, sentence: Sentence, names: Callable[[], Sequence[Name]]) -> Speaker:
        """Return who says a sentence, and through whom.

        Parameters
        ----------
        names : to the names of the sentence, asked where somebody spoke before it
        """
        span = sentence[:2]
        own = self._own.get(span)
        if own is None:
            own = self._own[span] = speaker_of(self._text[sentence.start : sentence.end])
        if own.who is None and own.through is None:
            own = self._going_on(sentence, names)
        else:
            self._last = (sentence.paragraph, own)
        self._pending = None
        turn = self._turn(sentence.start) if self._turns else None
        if own.who is None:
            if own.through:
                return own
            who = turn or self._of_document(sentence.start)
            return Speaker(who) if who else _NOBODY
        return Speaker(own.who, turn) if turn and turn != own.who and own.through is None else own

    def answering(self, position: int) -> str | None:
        """Return whose turn it is at a place of an interview; None elsewhere."""
        return self._turn(position) if self._turns else None

    def _going_on(self, sentence: Sentence, names: Callable[[], Sequence[Name]]) -> Speaker:
        pending, rank = self._pending, sentence.paragraph
        if pending is not None and pending.paragraph == rank:
            before = speaker_of(self._text[pending.start : pending.end])
            if before.who is not None:
                self._last = (pending.paragraph, before)
        paragraph, speaker = self._last
        if paragraph + 1 >= rank and speaker.who and goes_on(self._text[sentence.start : sentence.end]):
            self._last = (rank, speaker)
            return speaker
        if paragraph != rank:
            return _NOBODY
        if any(name.role == "subject" and name.kind == "other" for name in names()):
            self._last = (-1, _NOBODY)
            return _NOBODY
        return speaker

    def _turn(self, position: int) -> str | None:
        rank = bisect_right(self._turns, position, key=_start_of) - 1
        return self._turns[rank].who if rank >= 0 else None

    def _of_document(self, position: int) -> str | None:
        return self._holder if position > self._from else None


def _start_of(turn: Turn) -> int:
    return turn.start


def _obtained(opening: str) -> re.Match[str] | None:
    for hints in (_OBTAINED_VERBS, _OBTAINED_HINTS):
        if not any(map(opening.__contains__, hints)):
            return None
    return _OBTAINED.search(opening)
