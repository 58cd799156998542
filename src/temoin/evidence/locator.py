"""Places inside a source, written as the standard fragments of their media type.

RFC 5147 for text (``char=10,20``), RFC 7111 for tables (``row=5-7``), RFC 8118 for PDF (``page=3&viewrect=...``).
"""

import re
from dataclasses import dataclass

from temoin.errors import InputError
from temoin.words import Words

_CHARS = re.compile(r"char=(\d+),(\d+)")
_ROWS = re.compile(r"row=(\d+)(?:-(\d+))?")
_BOX = re.compile(r"page=(\d+)&viewrect=(-?[\d.]+),(-?[\d.]+),([\d.]+),([\d.]+)")


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole source."""

    source: str

    def __str__(self) -> str:
        return self.source


@dataclass(frozen=True, slots=True)
class Chars:
    """Code points ``start`` (inside) to ``end`` (outside) of the text that the source's reader gives."""

    source: str
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.source}#char={self.start},{self.end}"


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows ``first`` to ``last`` of a table, both inside; the first data row is 1."""

    source: str
    first: int
    last: int

    def __str__(self) -> str:
        span = str(self.first) if self.first == self.last else f"{self.first}-{self.last}"
        return f"{self.source}#row={span}"


@dataclass(frozen=True, slots=True)
class PageBox:
    """A rectangle of a page, in points from the page's upper left corner; the first page is 1."""

    source: str
    page: int
    left: float
    top: float
    width: float
    height: float

    def __str__(self) -> str:
        box = ",".join(f"{side:.1f}" for side in (self.left, self.top, self.width, self.height))
        return f"{self.source}#page={self.page}&viewrect={box}"


Locator = Whole | Chars | Rows | PageBox


def parse_locator(text: str) -> Locator:
    """Return the place that a reference names.

    Raises
    ------
    InputError : the fragment is none of the three kinds

    Examples
    --------
    >>> parse_locator("ab12#char=10,20")
    Chars(source='ab12', start=10, end=20)
    >>> str(parse_locator("ab12#row=5-7"))
    'ab12#row=5-7'
    """
    source, mark, fragment = text.partition("#")
    if not mark:
        return Whole(source)
    if match := _CHARS.fullmatch(fragment):
        return Chars(source, int(match[1]), int(match[2]))
    if match := _ROWS.fullmatch(fragment):
        return Rows(source, int(match[1]), int(match[2] or match[1]))
    if match := _BOX.fullmatch(fragment):
        left, top, width, height = (float(match[side]) for side in range(2, 6))
        return PageBox(source, int(match[1]), left, top, width, height)
    raise InputError(
        text,
        Words("fragment inconnu", "unknown fragment"),
        Words(
            "écrivez #char=10,20, #row=5-7 ou #page=3&viewrect=0,0,10,10",
            "write #char=10,20, #row=5-7 or #page=3&viewrect=0,0,10,10",
        ),
    )
