"""Workbooks of Excel, XLSX and XLSM: values as last saved; formulas, macros and links are never run or followed.

The values are read from the XML part by part and not through a dense range: a library that lays a sheet out as one
rectangle needs gigabytes for two cells far apart.
"""

import datetime as dt
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from temoin.documents.document import Document
from temoin.documents.readers.sheets.parts import Package, damaged
from temoin.documents.readers.sheets.xlsx_sheet import SheetPart, Strings, Style
from temoin.documents.readers.zip_kinds import zip_kind
from temoin.documents.tables.grid import Book, Filling, Grid, document_of, renamed
from temoin.errors import InputError
from temoin.evidence.digest import short
from temoin.evidence.reader import Reader
from temoin.evidence.source import Source
from temoin.words import Words

_EPOCH_1900 = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a serial number has no zone
_EPOCH_1904 = dt.datetime(1904, 1, 1)  # noqa: DTZ001
_DAY = re.compile(r"(?:19|20|21)\d\d-\d\d-\d\dT")


@dataclass
class _Workbook:
    """What the workbook part says: its sheets in order, and the day from which serial numbers count."""

    sheets: list[tuple[str, str, bool]] = field(default_factory=list)
    epoch: dt.datetime = _EPOCH_1900

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "workbookPr" and attributes.get("date1904") in {"1", "true"}:
            self.epoch = _EPOCH_1904
        elif name == "sheet":
            link = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "id"), "")
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), link, hidden))

    def end(self, name: str) -> None:
        pass

    def characters(self, text: str) -> None:
        pass


@dataclass
class _Links:
    """What a part of relationships says: targets by id, and by the last word of their type."""

    by_id: dict[str, str] = field(default_factory=dict)
    by_type: dict[str, str] = field(default_factory=dict)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            self.by_id[attributes.get("Id", "")] = target
            self.by_type.setdefault(attributes.get("Type", "").rpartition("/")[2], target)

    def end(self, name: str) -> None:
        pass

    def characters(self, text: str) -> None:
        pass


@dataclass
class _Said:
    """What a part of properties says: the text of each element."""

    values: dict[str, str] = field(default_factory=dict)
    _name: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        del attributes
        self._name = name

    def end(self, name: str) -> None:
        del name
        self._name = ""

    def characters(self, text: str) -> None:
        if self._name:
            self.values[self._name] = self.values.get(self._name, "") + text


def read_book(stream: BinaryIO, source: Source) -> Book:
    """Return the sheets of an XLSX or XLSM workbook, hidden ones too, and what a person should hear of them.

    Raises
    ------
    InputError : damaged or locked, a bomb, no sheet, or nothing in any sheet
    """
    read = source.name or short(source.id)
    package = Package(stream, read)
    root = _links(package, "_rels/.rels").by_type.get("officeDocument", "xl/workbook.xml").lstrip("/")
    if root not in package:
        raise damaged(read)
    workbook = _Workbook()
    package.follow(root, workbook)
    folder, name = posixpath.split(root)
    links = _links(package, f"{folder}/_rels/{name}.rels")
    strings = Strings(read)
    if (part := _part(folder, links.by_type.get("sharedStrings"))) in package:
        package.follow(part, strings)
    styles = Style()
    if (part := _part(folder, links.by_type.get("styles"))) in package:
        package.follow(part, styles)
    grids: list[Grid] = []
    parts: list[SheetPart] = []
    filling: Filling | None = None
    for title, link, hidden in workbook.sheets:
        path = _part(folder, links.by_id.get(link))
        if path not in package:
            continue
        filling = Filling(read, filling)
        sheet = SheetPart(filling, strings.found, styles.formats, workbook.epoch, read)
        package.follow(path, sheet)
        parts.append(sheet)
        grids.append(sheet.grid(title, hidden=hidden))
    require_cells(read, grids)
    told = (*about(grids), *_also(package, parts))
    return Book(renamed(grids), told, _properties(package))


def read_xlsx(stream: BinaryIO, source: Source) -> Document:
    """Return the readable text of a workbook, with the place of every cell.

    Raises
    ------
    InputError : as ``read_book``
    """
    return document_of(read_book(stream, source))


def require_cells(read: str, grids: Iterable[Grid]) -> None:
    """Raise where no sheet holds anything.

    Raises
    ------
    InputError : no sheet, or nothing in any of them
    """
    if not any(grid.rows for grid in grids):
        raise InputError(
            read,
            Words("classeur sans aucune cellule remplie", "a workbook without any cell filled"),
            Words("vérifiez que c’est le bon fichier", "check that this is the right file"),
        )


def about(grids: Iterable[Grid]) -> tuple[Words, ...]:
    """Return what a person should hear of sheets: hidden ones, formulas read as last saved or without a value."""
    told = []
    for grid in grids:
        if grid.hidden:
            told.append(
                Words(
                    f"feuille masquée « {grid.name} » : lue comme les autres",
                    f'hidden sheet "{grid.name}": read like the others',
                )
            )
        if grid.formulas:
            count = len(grid.formulas)
            told.append(
                Words(
                    f"feuille « {grid.name} », formules : {count}, lues à leur valeur enregistrée, jamais calculées",
                    f'sheet "{grid.name}", formulas: {count}, read at their saved value, never calculated',
                )
            )
        if grid.unsaved:
            row, column = min(grid.unsaved)
            told.append(
                Words(
                    f"feuille « {grid.name} », formules sans valeur enregistrée : {len(grid.unsaved)}, la première "
                    f"ligne {row}, colonne {column} ; valeurs manquantes : rouvrez le fichier dans un tableur et "
                    "enregistrez-le pour les avoir",
                    f'sheet "{grid.name}", formulas without a saved value: {len(grid.unsaved)}, the first at row '
                    f"{row}, column {column}; these values are missing: open the file in a spreadsheet program and "
                    "save it to have them",
                )
            )
    return tuple(told)


def _also(package: Package, parts: Iterable[SheetPart]) -> Iterable[Words]:
    if any(name.endswith("vbaProject.bin") for name in package.names):
        yield Words("macros : laissées de côté, jamais lancées", "macros: left aside, never run")
    if any("/externalLinks/" in name for name in package.names):
        yield Words("liens vers d’autres fichiers : jamais suivis", "links to other files: never followed")
    errors = sum(part.errors for part in parts)
    if errors:
        yield Words(
            f"cellules en erreur (#REF!, #DIV/0!…) : {errors}, valeurs manquantes",
            f"cells in error (#REF!, #DIV/0!…): {errors}, values missing",
        )
    if any(part.protected for part in parts):
        yield Words("feuille protégée contre la modification : lue", "a sheet protected against changes: read")


def _links(package: Package, name: str) -> _Links:
    links = _Links()
    if name in package:
        package.follow(name, links)
    return links


def _part(folder: str, target: str | None) -> str:
    if not target:
        return ""
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _properties(package: Package) -> dict[str, str]:
    said = _Said()
    if "docProps/core.xml" in package:
        package.follow("docProps/core.xml", said)
    wanted = {"title": "title", "creator": "author", "created": "created"}
    found = {
        ours: said.values[theirs].strip() for theirs, ours in wanted.items() if said.values.get(theirs, "").strip()
    }
    # A moment to the second: what is proposed is the day.
    made = found.pop("created", "")
    return found | ({"created": made[:10]} if _DAY.match(made) else {})


READER = Reader(
    kind="xlsx",
    version=1,
    label=Words("classeur Excel", "Excel workbook"),
    recognises=lambda head: zip_kind(head.data) == "xlsx",
    read=read_xlsx,
    genre="export",
    visibility="exists",
    libraries=("openpyxl",),
)
