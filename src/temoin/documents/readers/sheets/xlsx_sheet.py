"""The parts of an Excel workbook as they pass by: shared texts, number formats, the cells of a sheet."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from sys import intern

from temoin.documents.readers.sheets.parts import damaged
from temoin.documents.tables.grid import MOST_LETTERS, Filling, Grid, Merged, Place, Shown, Value
from temoin.errors import InputError
from temoin.words import Words

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
_EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - any midnight will do
_SECONDS_A_DAY = 86_400
_MOST_DAYS = 100_000
_LAST_SERIAL = 2_958_466
# 1900 was no leap year, but serial 60 says that it was: lower ones count from a day later (Excel's own limit).
_LEAP_THAT_NEVER_WAS = 60
_CURRENCY_SHOWN = re.compile(r"\[\$[^\]]+\]|[€$£¥₸₽₦₹]|\"[^\"]+\"")


class Strings:
    """The texts that cells share, in order; the readings printed above Chinese and Japanese words are left out."""

    def __init__(self, read: str) -> None:
        self.found: list[str] = []
        self._read = read
        self._pieces: list[str] = []
        self._in_text = False
        self._above = 0
        self._letters = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        del attributes
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._above += 1
        elif name == "t":
            self._in_text = not self._above

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "t":
            self._in_text = False
        elif name == "rPh":
            self._above -= 1
        elif name == "si":
            self.found.append(unescaped("".join(self._pieces)))

    def characters(self, text: str) -> None:
        """Characters stand there."""
        if self._in_text:
            self._pieces.append(text)
            self._letters += len(text)
            if self._letters > MOST_LETTERS:
                raise InputError(
                    self._read,
                    Words("plus de 100 millions de caractères", "more than 100 million characters"),
                    Words("ajoutez la feuille utile en CSV", "add the sheet that matters as CSV"),
                )


class Style:
    """The number format of each style, by its rank: ``date``, a format that says percent or currency, or None."""

    def __init__(self) -> None:
        self.formats: list[str | None] = []
        self._codes: dict[str, str] = {}
        self._inside = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "numFmt":
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._inside = True
        elif name == "xf" and self._inside:
            self.formats.append(self._meaning(attributes.get("numFmtId", "0")))

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "cellXfs":
            self._inside = False

    def characters(self, text: str) -> None:
        """Characters stand there."""

    def _meaning(self, number: str) -> str | None:
        from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

        code = self._codes.get(number) or (BUILTIN_FORMATS.get(int(number), "") if number.isdigit() else "")
        # Local date formats of East Asian Excel have numbers and no code.
        if is_date_format(code) or (number.isdigit() and (27 <= int(number) <= 36 or 50 <= int(number) <= 58)):
            return "date"
        if "%" in code or _CURRENCY_SHOWN.search(code):
            return intern(code)
        return None


class SheetPart:
    """A sheet's cells as they pass by; styled but empty ones leave no trace."""

    def __init__(
        self, filling: Filling, strings: Sequence[str], formats: Sequence[str | None], epoch: dt.datetime, read: str
    ) -> None:
        self.errors = 0
        self.protected = False
        self._filling = filling
        self._strings = strings
        self._formats = formats
        self._epoch = epoch
        self._read = read
        self._merged: list[Merged] = []
        self._days: dict[float, Value] = {}
        self._formulas: set[Place] = set()
        self._unsaved: set[Place] = set()
        self._row = self._column = 0
        self._kind = self._style = ""
        self._pieces: list[str] | None = None
        self._held = self._said = False
        self._text: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "c":
            self._place(attributes.get("r"))
            self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
            self._text, self._held, self._said = [], False, False
        elif name in {"v", "t"}:
            self._pieces, self._held = self._text, True
        elif name == "f":
            self._said = True
        elif name == "row":
            self._row = int(attributes["r"]) if attributes.get("r", "").isdigit() else self._row + 1
            self._column = 0
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif name == "sheetProtection":
            self.protected = True

    def characters(self, text: str) -> None:
        """Characters stand there."""
        if self._pieces is not None:
            self._pieces.append(text)

    def end(self, name: str) -> None:
        """An element ends."""
        if name in {"v", "t"}:
            self._pieces = None
        elif name == "c":
            self._cell()

    def grid(self, name: str, *, hidden: bool) -> Grid:
        """Return the sheet as read."""
        merged = tuple(sorted(self._merged, key=lambda each: (each.top, each.left)))
        formulas, unsaved = frozenset(self._formulas), frozenset(self._unsaved)
        since_1904 = self._epoch.year == 1904
        return Grid(name, self._filling.rows, merged, formulas, unsaved, hidden, since_1904)

    def _place(self, said: str | None) -> None:
        match = _PLACE.fullmatch(said) if said is not None else None
        if match is not None:
            self._column, self._row = column_number(match[1]), int(match[2])
        elif said is None:
            self._column += 1
        else:
            raise damaged(self._read)
        if self._column > _LAST_COLUMN or self._row > _LAST_ROW:
            raise damaged(self._read)

    def _merge(self, said: str) -> None:
        first, _, last = said.partition(":")
        begin, end = _PLACE.fullmatch(first), _PLACE.fullmatch(last)
        if begin and end and len(self._merged) < 100_000:
            self._merged.append(Merged(int(begin[2]), column_number(begin[1]), int(end[2]), column_number(end[1])))

    def _cell(self) -> None:
        place = (self._row, self._column)
        if self._said:
            self._formulas.add(place)
        raw = "".join(self._text)
        if not self._held or (raw == "" and self._kind not in {"str", "inlineStr"}):
            if self._said:
                self._unsaved.add(place)
            return
        value = self._value(raw)
        if value is not None and value != "":
            self._filling.put(*place, value)

    def _value(self, raw: str) -> Value:
        match self._kind:
            case "s":
                rank = int(raw) if raw.strip().isdigit() else -1
                if not 0 <= rank < len(self._strings):
                    raise damaged(self._read)
                return self._strings[rank]
            case "str" | "inlineStr":
                return unescaped(raw)
            case "b":
                return raw.strip() == "1"
            case "e":
                self.errors += 1
                return None
            case "d":
                return _iso_or_text(raw)
        return self._number(raw)

    def _number(self, raw: str) -> Value:
        try:
            number = float(raw)
        except ValueError as error:
            raise damaged(self._read) from error
        rank = int(self._style) if self._style.isdigit() else 0
        shown = self._formats[rank] if rank < len(self._formats) else None
        if shown is None:
            return number
        if shown == "date":
            if number not in self._days and len(self._days) < _MOST_DAYS:
                self._days[number] = from_serial(number, self._epoch)
            return self._days.get(number) or from_serial(number, self._epoch)
        return Shown(number, shown)


def from_serial(number: float, epoch: dt.datetime) -> Value:
    """Return the moment that a serial number stands for; the number itself where none can be.

    Examples
    --------
    >>> from_serial(44927.0, dt.datetime(1899, 12, 30))
    datetime.datetime(2023, 1, 1, 0, 0)
    >>> from_serial(0.5, dt.datetime(1899, 12, 30))
    datetime.time(12, 0)
    """
    if not 0 <= number < _LAST_SERIAL:
        return number
    days, rest = divmod(round(number * _SECONDS_A_DAY), _SECONDS_A_DAY)
    if number < 1 and rest:
        return (_EPOCH + dt.timedelta(seconds=rest)).time()
    if epoch.year < 1900 and days < _LEAP_THAT_NEVER_WAS:
        days += 1
    return epoch + dt.timedelta(days=days, seconds=rest)


def _iso_or_text(raw: str) -> Value:
    try:
        return dt.datetime.fromisoformat(raw.strip()).replace(tzinfo=None)
    except ValueError:
        return raw


def unescaped(text: str) -> str:
    """Return a text of Excel with its escaped characters as they are.

    Examples
    --------
    >>> unescaped("a_x000D_b")
    'a\\rb'
    """
    return _ESCAPED.sub(_meant, text) if "_x" in text else text


def _meant(match: re.Match[str]) -> str:
    sign = chr(int(match[1], 16))
    # Half of a pair of UTF-16 is no character, and nothing could write it again.
    return "\ufffd" if "\ud800" <= sign <= "\udfff" else sign


def column_number(letters: str) -> int:
    """Return a column's number from its letters.

    Examples
    --------
    >>> column_number("A"), column_number("XFD")
    (1, 16384)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number
