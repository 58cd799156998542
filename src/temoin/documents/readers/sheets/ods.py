"""Sheets of LibreOffice, ODS: values as last saved, repeated rows and cells unfolded only where they hold something."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import BinaryIO

from temoin.documents.document import Document
from temoin.documents.readers.sheets.ods_formats import Formats
from temoin.documents.readers.sheets.parts import Package, damaged
from temoin.documents.readers.sheets.xlsx import about, require_cells
from temoin.documents.readers.zip_kinds import zip_kind
from temoin.documents.tables.grid import Book, Filling, Grid, Merged, Place, Shown, Value, document_of, renamed
from temoin.evidence.digest import short
from temoin.evidence.reader import Reader
from temoin.evidence.source import Source
from temoin.words import Words

_CLOCK = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")
_FURTHEST = 1 << 24


def read_book(stream: BinaryIO, source: Source) -> Book:
    """Return the sheets of an ODS file, hidden ones too, and what a person should hear of them.

    Raises
    ------
    InputError : damaged or locked, a bomb, or nothing in any sheet
    """
    read = source.name or short(source.id)
    package = Package(stream, read)
    if "content.xml" not in package:
        raise damaged(read)
    content = _Content(read)
    package.follow("content.xml", content)
    require_cells(read, content.grids)
    told = list(about(content.grids))
    if any(name.startswith("Basic/") for name in package.names):
        told.append(Words("macros : laissées de côté, jamais lancées", "macros: left aside, never run"))
    return Book(renamed(content.grids), tuple(told))


def read_ods(stream: BinaryIO, source: Source) -> Document:
    """Return the readable text of an ODS file, with the place of every cell.

    Raises
    ------
    InputError : as ``read_book``
    """
    return document_of(read_book(stream, source))


class _Content:
    """The part that holds the sheets, as it passes by."""

    def __init__(self, read: str) -> None:
        self.grids: list[Grid] = []
        self._read = read
        self._filling: Filling | None = None
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._name = ""
        self._hidden = False
        self._depth = 0
        self._row = self._column = 0
        self._rows = self._cells = 1
        self._row_values: list[tuple[int, int, Value]] = []
        self._said: dict[str, str] = {}
        self._merged: list[Merged] = []
        self._formulas: set[Place] = set()
        self._unsaved: set[Place] = set()
        self._text: list[str] = []
        self._paragraphs = 0
        self._remark = 0
        self._formats = Formats()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        said = {key.rpartition(":")[2]: value for key, value in attributes.items()}
        if not self._depth:
            self._formats.start(name, said)
        if name == "style":
            self._style = said.get("name", "")
        elif name == "table-properties" and said.get("display") == "false":
            self._hidden_styles.add(self._style)
        elif name in {"annotation", "p", "s", "tab", "line-break"}:
            self._start_text(name, said)
        else:
            self._start_table(name, said)

    def _start_table(self, name: str, said: dict[str, str]) -> None:
        match name:
            case "table":
                self._begin_sheet(said)
            case "table-column" if self._depth == 1:
                self._formats.column(
                    said.get("default-cell-style-name", ""), self._times(said, "number-columns-repeated")
                )
            case "table-row" if self._depth == 1:
                self._begin_row(said)
            case "table-cell" | "covered-table-cell" if self._depth == 1:
                self._said, self._text, self._paragraphs = said, [], 0
                self._cells = self._times(said, "number-columns-repeated")

    def _start_text(self, name: str, said: dict[str, str]) -> None:
        match name:
            case "annotation":
                self._remark += 1
            case "p" if not self._remark:
                if self._paragraphs:
                    self._text.append("\n")
                self._paragraphs += 1
            case "s" | "tab" | "line-break" if self._paragraphs:
                times = min(self._times(said, "c"), 1000) if name == "s" else 1
                self._text.append({"s": " ", "tab": "\t"}.get(name, "\n") * times)

    def end(self, name: str) -> None:
        """An element ends."""
        if not self._depth:
            self._formats.end(name)
        match name:
            case "annotation":
                self._remark -= 1
            case "table-cell" | "covered-table-cell" if self._depth == 1:
                self._end_cell()
            case "table-row" if self._depth == 1:
                self._end_row()
            case "table":
                self._end_sheet()

    def characters(self, text: str) -> None:
        """Characters stand there."""
        if not self._depth:
            self._formats.characters(text)
        if self._paragraphs and not self._remark:
            self._text.append(text)

    def _begin_sheet(self, said: Mapping[str, str]) -> None:
        self._depth += 1
        if self._depth > 1:
            return
        self._filling = Filling(self._read, self._filling)
        self._formats.begin_sheet()
        self._name, self._hidden = said.get("name", ""), said.get("style-name", "") in self._hidden_styles
        self._merged, self._formulas, self._unsaved, self._row = [], set(), set(), 0

    def _end_sheet(self) -> None:
        self._depth -= 1
        if self._depth or self._filling is None:
            return
        formulas, unsaved = frozenset(self._formulas), frozenset(self._unsaved)
        merged = tuple(sorted(self._merged, key=lambda each: (each.top, each.left)))
        self.grids.append(Grid(self._name, self._filling.rows, merged, formulas, unsaved, self._hidden))

    def _begin_row(self, said: Mapping[str, str]) -> None:
        self._row += 1
        self._column, self._row_values = 0, []
        self._rows = self._times(said, "number-rows-repeated")

    def _end_row(self) -> None:
        assert self._filling is not None
        for row in range(self._row, self._row + (self._rows if self._row_values else 0)):
            for column, times, value in self._row_values:
                for step in range(times):
                    self._filling.put(row, column + step, value)
        self._row += self._rows - 1

    def _end_cell(self) -> None:
        first, place = self._column + 1, (self._row, self._column + 1)
        self._column += self._cells
        said, value = self._said, self._value()
        if "formula" in said:
            self._formulas.add(place)
            if value is None:
                self._unsaved.add(place)
        if value is not None and value != "":
            self._row_values.append((first, self._cells, value))
        across = self._times(said, "number-columns-spanned")
        down = self._times(said, "number-rows-spanned")
        if across * down > 1 and len(self._merged) < 100_000:
            self._merged.append(Merged(self._row, first, self._row + down - 1, first + across - 1))
        self._said, self._paragraphs, self._text = {}, 0, []

    def _value(self) -> Value:
        said, text = self._said, "".join(self._text)
        kind = said.get("value-type", "string" if text else "")
        if kind in {"float", "percentage", "currency"}:
            return self._number(said, kind)
        if kind == "date":
            try:
                return dt.datetime.fromisoformat(said.get("date-value", "")).replace(tzinfo=None)
            except ValueError:
                return text or None
        if kind == "boolean":
            return said.get("boolean-value") == "true"
        if kind == "time" and (clock := _CLOCK.fullmatch(said.get("time-value", ""))) and int(clock[1]) < 24:
            return dt.time(int(clock[1]), int(clock[2]) % 60, int(clock[3]) % 60)
        # A formula in error holds a text such as #REF! and no value of its own.
        return None if "formula" in said and text.startswith("#") else text or None

    def _number(self, said: Mapping[str, str], kind: str) -> Value:
        try:
            number = float(said.get("value", ""))
        except ValueError as error:
            raise damaged(self._read) from error
        if kind == "percentage":
            return Shown(number, "0%")
        if kind == "currency" and said.get("currency"):
            return Shown(number, f"[${said['currency']}]")
        code = self._formats.of_cell(said.get("style-name", ""), self._column)
        return number if code is None else Shown(number, code)

    def _times(self, said: Mapping[str, str], name: str) -> int:
        text = said.get(name, "1")
        if not text.isdigit() or not 0 < int(text) < _FURTHEST:
            raise damaged(self._read)
        return int(text)


READER = Reader(
    kind="ods",
    version=2,
    label=Words("classeur OpenDocument", "OpenDocument spreadsheet"),
    recognises=lambda head: zip_kind(head.data) == "ods",
    read=read_ods,
    genre="export",
    visibility="exists",
)
