"""A figure while its unit is still looked for, and the interval it stands for once it is found."""

from dataclasses import dataclass
from decimal import Decimal

from temoin.claims.figures.figure import Figure
from temoin.claims.figures.qualifiers import interval
from temoin.claims.figures.spelled import Numeral
from temoin.evidence import Kind, Qualifier

_NOTHING = Decimal(0)
_TURNED: dict[Qualifier, Qualifier] = {"at least": "at most", "at most": "at least"}


@dataclass(slots=True)
class Draft:
    """A number with what was found beside it; later steps give it a unit, or leave it out.

    Parameters
    ----------
    numeral, second : the number, and the upper one of a range
    start, end : the span with its unit
    named : whether a word or a sign beside the number says its unit
    stands : whether it is a figure even if nothing says its unit
    sign : -1 behind a minus
    doubtful : whether a letter was read as a digit
    """

    numeral: Numeral
    start: int
    end: int
    kind: Kind
    unit: str | None
    qualifier: Qualifier
    named: bool
    stands: bool
    second: Numeral | None = None
    sign: int = 1
    factor: Decimal = Decimal(1)
    doubtful: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether its unit is still looked for."""
        return not self.named and self.unit is None and self.kind == "count"

    def named_by(self, kind: Kind, unit: str | None) -> None:
        """Take the unit that something else than the words beside it says."""
        self.kind = kind
        self.unit = unit
        self.stands = True

    def figure(self, start: int, end: int) -> Figure:
        """Return the figure, with its span in the original text."""
        if self.second is not None:
            low, high = _low(self.numeral), _high(self.second)
            return Figure(start, end, self.kind, None, low * self.factor, high * self.factor, self.unit, "range")
        if self.numeral.form == "vague":
            return Figure(start, end, self.kind, None, _low(self.numeral), None, self.unit, "vague")
        if self.kind == "rank":
            rank = Decimal(self.numeral.readings[0])
            return Figure(start, end, "rank", rank, rank, rank, None, "exact")
        return self._single(start, end)

    def _single(self, start: int, end: int) -> Figure:
        numeral = self.numeral
        value = numeral.value
        ones = [one * self.factor for one in numeral.ones] if self.factor != 1 else numeral.ones
        qualifier = _TURNED.get(self.qualifier, self.qualifier) if self.sign < 0 else self.qualifier
        bounds = [interval(reading, one, qualifier) for reading in numeral.readings for one in ones]
        if len(bounds) == 1:
            low, high = bounds[0].low, bounds[0].high
        else:
            lows = [bound.low for bound in bounds if bound.low is not None]
            highs = [bound.high for bound in bounds if bound.high is not None]
            low = min(lows) if len(lows) == len(bounds) else None
            high = max(highs) if len(highs) == len(bounds) else None
        low = max(low, _NOTHING) if low is not None else None
        value = None if value is None or self.doubtful else value * self.factor
        if self.sign < 0:
            low, high = None if high is None else -high, None if low is None else -low
            value = None if value is None else -value
        return Figure(start, end, self.kind, value, low, high, self.unit, self.qualifier)


def _low(numeral: Numeral) -> Decimal:
    return min(Decimal(reading) * one for reading in numeral.readings for one in numeral.ones)


def _high(numeral: Numeral) -> Decimal:
    return max(Decimal(reading) * one for reading in numeral.readings for one in numeral.ones)
