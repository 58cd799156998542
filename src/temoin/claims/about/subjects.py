"""About which country a statement speaks: the one its sentence names, else its paragraph, else the whole text.

In a sentence of several countries the closest one before the figure counts. A paragraph counts if it names one alone.
Elsewhere the country that makes more than half of what the text names holds, unless the paragraph names others only.
A wrong country is worse than none.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from temoin.claims.sentences import Sentence, sentence_at
from temoin.world import Mention

_NOWHERE: frozenset[str] = frozenset()


class Subjects:
    """The countries that a text names, and which of them holds at a position.

    Parameters
    ----------
    mentions : in order of position
    sentences : of the same text
    place : ISO 3166 code that the source is known to be about; it holds where the paragraph names none
    """

    def __init__(self, mentions: Sequence[Mention], sentences: Sequence[Sentence], place: str | None = None) -> None:
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self._sentences = sentences
        self._place = place
        counts = Counter(mention.iso2 for mention in mentions)
        self.everywhere: AbstractSet[str] = frozenset(counts) | ({place} if place else frozenset())
        self.main = next((iso2 for iso2, count in counts.most_common(1) if 2 * count > counts.total()), None)
        self._by_paragraph: dict[int, frozenset[str]] = {}
        for mention in mentions:
            rank = sentence_at(sentences, mention.start).paragraph
            self._by_paragraph[rank] = self._by_paragraph.get(rank, frozenset()) | {mention.iso2}

    def nearby(self, position: int) -> AbstractSet[str]:
        """Return the countries that the paragraph of a position names."""
        if not self._sentences:
            return frozenset()
        return self._by_paragraph.get(sentence_at(self._sentences, position).paragraph, frozenset())

    def mentions_in(self, sentence: Sentence) -> Sequence[Mention]:
        """Return the mentions that stand in a sentence, in order."""
        first = bisect_left(self._starts, sentence.start)
        if first == len(self._starts) or self._starts[first] >= sentence.end:
            return ()
        return self._mentions[first : bisect_left(self._starts, sentence.end, first)]

    def place_at(self, position: int) -> str | None:
        """Return the country that holds at a position; None where it is not sure."""
        return self.place_in(sentence_at(self._sentences, position), position)

    def place_in(self, sentence: Sentence, position: int) -> str | None:
        """Return the country that holds at a position of a sentence; None where it is not sure."""
        if here := self.mentions_in(sentence):
            named = {mention.iso2 for mention in here}
            if len(named) == 1:
                return here[0].iso2
            before = [mention.iso2 for mention in here if mention.start < position]
            return before[-1] if before else self._main_of(named)
        beside = self._by_paragraph.get(sentence.paragraph, _NOWHERE)
        if len(beside) == 1:
            return next(iter(beside))
        return self._place or (self._main_of(beside) if beside else self.main)

    def _main_of(self, named: AbstractSet[str]) -> str | None:
        return self.main if self.main in named else None
