"""One sentence with the figures and times that stand in it, and the names around them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from temoin.claims.about.names import Name
from temoin.evidence import Kind

_BOUNDARY = re.compile(
    r"[;:](?=\s)|(?<=[ ,])(?:puisque|puisqu[’']|car|tandis que?|alors que?|parce que?|mais|because|while|whereas|but"
    r"|although|que|qu[’']|that|dont|où|where)(?=[ \w])"
)


class Spot(NamedTuple):
    """A figure or a time where it stands: its span, kind, what it counts and its value as read.

    ``is_time`` is whether it is a day or a moment rather than a quantity.
    """

    start: int
    end: int
    kind: Kind
    unit: str | None
    value: str | None
    is_time: bool = False


@dataclass(slots=True)
class Passage:
    """A sentence, or as much of one without a full stop as a reader would look at.

    Parameters
    ----------
    text : the whole document
    start, end : where the sentence stands in it
    paragraph : rank of its paragraph
    names : in order
    spots : in order
    """

    text: str
    start: int
    end: int
    paragraph: int
    names: Sequence[Name]
    spots: Sequence[Spot]

    def segment(self, rank: int) -> int:
        """Return where the words of a spot begin: after the spot before it, or at the start of the sentence."""
        return self.spots[rank - 1].end if rank else self.start

    def until(self, rank: int) -> int:
        """Return where the words after a spot end: at the spot after it, or at the end of the sentence."""
        return self.spots[rank + 1].start if rank + 1 < len(self.spots) else self.end

    def clause(self, rank: int) -> int:
        """Return where the clause of a spot begins: after the last boundary of its segment."""
        first = self.segment(rank)
        last = first
        for match in _BOUNDARY.finditer(self.text, first, self.spots[rank].start):
            last = match.end()
        return last

    def names_in(self, start: int, end: int) -> Sequence[Name]:
        """Return the names that stand wholly between two places."""
        names = self.names
        if not names or names[-1].start < start or names[0].end > end:
            return ()
        if len(names) > _MOST_NAMES:
            first = bisect_right(names, start - 1, key=_start_of)
            names = names[first : first + _MOST_NAMES]
        return [name for name in names if name[0] >= start and name[1] <= end]

    def names_after(self, rank: int) -> Sequence[Name]:
        """Return the names between a spot and the next one."""
        return self.names_in(self.spots[rank].end, self.until(rank))

    def before(self, rank: int) -> str:
        """Return the words of a spot that stand before it, back to the spot before."""
        return self.text[self.segment(rank) : self.spots[rank].start]

    def after(self, rank: int) -> str:
        """Return the words after a spot, up to the next one."""
        return self.text[self.spots[rank].end : self.until(rank)]


_MOST_NAMES = 40


def _start_of(name: Name) -> int:
    return name.start
