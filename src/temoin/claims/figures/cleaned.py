"""A text made fit to read numbers in, with the way back to the positions of the original.

Taken out: soft hyphens, characters of no width, hyphens that only break a line, superscripts and bracketed marks of
footnotes glued to digits. Digits of other scripts become ours, and a group of three digits at the head of a wrapped
line joins the number that the line before ends with.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence

# One search finds out whether there is anything to do: most texts hold none of these. Every pattern begins with the
# set of what it may begin with, so that the search leaps from one to the next.
_ANYTHING = re.compile(
    "[\u00ad\u0300-\u036f\u0660-\u0669\u066b\u066c\u06f0-\u06f9\u0966-\u096f\u200b-\u200f\u2060\ufeff\uff05\uff0c"
    "\uff0e\uff10-\uff19¹²³⁰-⁹\\[-](?:(?<![-\\[])|(?<=-)\n|(?<=[0-9]\\[)[0-9])"
)
_FOREIGN = re.compile("[\u0660-\u0669\u066b\u066c\u06f0-\u06f9\u0966-\u096f\uff05\uff0c\uff0e\uff10-\uff19]")
_REMOVED = re.compile(
    "[\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufeff¹²³⁰-⁹\\[-](?:"
    r"(?<=[¹²³⁰-⁹])(?:(?<=[0-9].)(?<!10.)|(?<=[^\W\d_]{3}.)|(?<=[%€$£].))[¹²³⁰-⁹]*"
    r"|(?<=[^\W\d_]-)\n[ \t]*(?=[a-zà-ÿ])"
    r"|(?<=[0-9]\[)[0-9]{1,3}\]"
    "|(?<=[\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufeff])[\u00ad\u200b-\u200f\u2060\ufeff]*)"
)
_WRAPPED_GROUP = re.compile(
    r"\n(?<=[0-9]\n)(?<![0-9]{4}\n)(?=[0-9]{3}(?![0-9])(?:[ \u00a0\u202f][0-9]{3})*[ \u00a0\u202f][a-zà-ÿ€$%])"
)
_PROSE = 25
_WORDY = re.compile(r"[a-zà-ÿ]{2}[^|\n]*\Z")
_DIGITS = {first + digit: str(digit) for first in (0x660, 0x6F0, 0x966, 0xFF10) for digit in range(10)}
_SAME_LENGTH = _DIGITS | {0x66B: ",", 0x66C: "\u202f", 0xFF0C: ",", 0xFF0E: ".", 0xFF05: "%"}
_NUMBER_WORDS = re.compile(
    r"(?:quatre|vingts?|trente|quarante|cinquante|soixante|dix|septante|nonante|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety)\Z",
    re.IGNORECASE,
)


class Cleaned:
    """A cleaned text; ``text`` equals the original, and every position too, where nothing was in the way.

    Examples
    --------
    >>> cleaned = Cleaned("450\u00ad 000 mil-\\nlions")
    >>> cleaned.text, cleaned.original(8)
    ('450 000 millions', 9)
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] = []
        self._shifts: list[int] = []
        if _WRAPPED_GROUP.search(text):
            self.text = text = _WRAPPED_GROUP.sub(lambda found: _joined(text, found), text)
        if _ANYTHING.search(text):
            self._clean(text)

    def _clean(self, text: str) -> None:
        if _FOREIGN.search(text):
            text = _FOREIGN.sub(lambda found: _SAME_LENGTH[ord(found[0])], text)
        pieces: list[str] = []
        done = removed = 0
        for match in _REMOVED.finditer(text):
            first, last = match.span()
            kept = _kept(text, match)
            pieces += (text[done:first], kept)
            removed += last - first - len(kept)
            self._starts.append(last - removed)
            self._shifts.append(removed)
            done = last
        self.text = "".join([*pieces, text[done:]])

    def original(self, position: int) -> int:
        """Return where a position of the cleaned text stands in the original."""
        rank = bisect_right(self._starts, position)
        return position + (self._shifts[rank - 1] if rank else 0)

    def original_end(self, end: int) -> int:
        """Return where a span that ends at a position of the cleaned text ends in the original."""
        return self.original(end - 1) + 1 if end else 0

    def cleaned(self, spans: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
        """Return the spans of the original as spans of the cleaned text."""
        if not self._starts:
            return spans
        marks = [start + shift for start, shift in zip(self._starts, self._shifts, strict=True)]
        return [(self._back(marks, start), self._back(marks, end)) for start, end in spans]

    def _back(self, marks: Sequence[int], position: int) -> int:
        rank = bisect_right(marks, position)
        return position - (self._shifts[rank - 1] if rank else 0)


def _kept(text: str, match: re.Match[str]) -> str:
    if match[0].startswith("-") and _NUMBER_WORDS.search(text, max(0, match.start() - 12), match.start()):
        return "-"
    return ""


def _joined(text: str, found: re.Match[str]) -> str:
    line = text.rfind("\n", 0, found.start()) + 1
    is_prose = found.start() - line >= _PROSE and _WORDY.search(text, line, found.start())
    return "\u202f" if is_prose else "\n"


def lowered(text: str) -> str:
    """Return a text in small letters, of the same length: "İ" alone would grow.

    Examples
    --------
    >>> len(lowered("İzmir"))
    5
    """
    lower = text.lower()
    return (
        lower if len(lower) == len(text) else "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)
    )
