"""Number formats of an OpenDocument sheet, as codes such as ``0" DH"``: those of its cells, and of its columns.

Limits: formats of styles that the file keeps outside its content (``styles.xml``), and of parent styles, are not seen.
"""

from bisect import bisect_left
from collections.abc import Mapping

from temoin.documents.tables.units import unit_in

_FORMATS = frozenset({"number-style", "currency-style"})
_MOST = 100_000
_LONGEST = 60


class Formats:
    """The formats that a part declares before its sheets, and the styles that columns give their cells."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._of_style: dict[str, str] = {}
        self._columns: list[tuple[int, str]] = []
        self._name = ""
        self._inside = ""

    def start(self, name: str, said: Mapping[str, str]) -> None:
        """An element begins."""
        if name in _FORMATS:
            self._name = said.get("name", "")
            self._codes.setdefault(self._name, "")
        elif name == "style" and said.get("data-style-name") and len(self._of_style) < _MOST:
            self._of_style[said.get("name", "")] = said["data-style-name"]
        elif self._name and name == "number":
            self._add("0")
        elif self._name:
            self._inside = name if name in {"text", "currency-symbol"} else ""

    def end(self, name: str) -> None:
        """An element ends."""
        if name in _FORMATS:
            self._name = ""
        self._inside = ""

    def characters(self, text: str) -> None:
        """Characters stand there."""
        if self._inside:
            self._add(f"[${text}]" if self._inside == "currency-symbol" else f'"{text}"')

    def _add(self, piece: str) -> None:
        code = self._codes.get(self._name, "") + piece
        if len(code) <= _LONGEST:
            self._codes[self._name] = code

    def begin_sheet(self) -> None:
        """A sheet begins: nothing is known of its columns."""
        self._columns = []

    def column(self, style: str, times: int) -> None:
        """Take note of the next columns of a sheet, and of the style of their cells."""
        last = self._columns[-1][0] if self._columns else 0
        if len(self._columns) < _MOST:
            self._columns.append((last + times, style))

    def of_cell(self, style: str, column: int) -> str | None:
        """Return the format of a number where it says a currency: by its own style, else by its column's."""
        if not style:
            rank = bisect_left(self._columns, (column, ""))
            style = self._columns[rank][1] if rank < len(self._columns) else ""
        code = self._codes.get(self._of_style.get(style, ""), "")
        unit = unit_in(code) if code else None
        return code if unit is not None and (unit.currency or unit.shared) else None
