"""What a case holds, kept so that the few figures that may be of the same thing are found at once."""

from collections.abc import Sequence

from temoin.corroborate.contexts import Context, Lexicon, Surroundings, Weights, figure_key
from temoin.corroborate.marks import Held, Told
from temoin.evidence import Statement

_EVERYWHERE = 200
_TIMES = frozenset(("date", "datetime"))


class Known:
    """What a case holds, with its contexts.

    Parameters
    ----------
    case : the sources that may be cited
    lexicon : which words are names
    """

    def __init__(self, case: Sequence[Told], lexicon: Lexicon) -> None:
        self.told = {each.source: each for each in case}
        self.contexts = [
            context
            for each in case
            for context in Surroundings(each.text, each.statements, lexicon, each.title).contexts()
            if context.statement.claim
        ]
        self.weights = Weights(self.contexts)
        self._owners: dict[tuple[str, int, bool], set[str]] = {}
        for context in self.contexts:
            self._owners.setdefault(_sentence_of(context), set()).update(context.near)
        self._holding: dict[str, list[int]] = {}
        for rank, context in enumerate(self.contexts):
            for key in {*context.levels, f"={figure_key(context.statement)}"}:
                self._holding.setdefault(key, []).append(rank)

    def is_another_s(self, names: frozenset[str], other: Context) -> bool:
        """Return whether names have a figure of their own in the sentence of one that stands beside others."""
        return bool(other.near) and not names & other.near and bool(names & self._owners[_sentence_of(other)])

    def near(self, context: Context) -> list[Context]:
        """Return the contexts that share the value, or a key which is not everywhere: others are of nothing alike."""
        most = max(_EVERYWHERE, len(self.contexts) // 5)
        keys = (*context.levels, f"={figure_key(context.statement)}")
        held = (self._holding.get(key, ()) for key in keys)
        return [
            self.contexts[rank] for rank in sorted({rank for ranks in held if len(ranks) <= most for rank in ranks})
        ]

    def dates(self, context: Context) -> Sequence[Statement]:
        """Return the times said around a figure, else those of its document."""
        whole = self.told[context.statement.source].statements
        return context.dated or [each for each in whole if each.kind in _TIMES and each.claim]

    def held(self, context: Context, likeness: float) -> Held:
        """Return a figure of the case as evidence, with where it comes from."""
        told = self.told[context.statement.source]
        return Held(context.statement, told.title, told.published, round(min(likeness, 1.0), 3))


def _sentence_of(context: Context) -> tuple[str, int, bool]:
    statement = context.statement
    return statement.source, statement.quote_start, statement.kind in _TIMES
