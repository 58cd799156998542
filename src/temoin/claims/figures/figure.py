"""What a figure is, and what settles the ambiguities of the text it stands in."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from temoin.claims.figures.numbers import DecimalSign
from temoin.evidence import Kind, Qualifier

METHOD = "claims.figures/2"


class Figure(NamedTuple):
    """A figure: its span, what it is, and the interval it stands for.

    ``value`` is None where the digits have two readings, for a range, and for a vague one; ``low`` and ``high`` are
    None where open; ``unit`` is None where nothing says it.
    """

    start: int
    end: int
    kind: Kind
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str | None
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class Setting:
    """What settles the ambiguities of a text.

    Parameters
    ----------
    language : ``fr``, ``en`` or None
    decimal, currency : what the person who added the source said of it
    nearby : position to the countries that its paragraph names
    everywhere : the countries that the text names
    """

    language: str | None = None
    decimal: DecimalSign | None = None
    currency: str | None = None
    nearby: Callable[[int], AbstractSet[str]] = lambda _: frozenset()
    everywhere: AbstractSet[str] = frozenset()
