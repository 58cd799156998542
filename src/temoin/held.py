"""What must hold, and the table that tells it: made by a command, never by hand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_MARK = {True: "yes", False: "**no**", None: "–"}


@dataclass(frozen=True, slots=True)
class Held:
    """One thing that must hold: what, how much is asked, what was measured, and whether that is enough.

    ``holds`` is None where nothing is asked.
    """

    what: str
    asked: str
    measured: str
    holds: bool | None


def held_table(title: str, rows: Iterable[Held]) -> Iterator[str]:
    """Yield a table of what must hold, in Markdown."""
    yield f"## {title}"
    yield ""
    yield "| what | asked | measured | holds |"
    yield "|---|---|---|---|"
    yield from (f"| {row.what} | {row.asked} | {row.measured} | {_MARK[row.holds]} |" for row in rows)
    yield ""
