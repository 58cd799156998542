"""OpenDocument texts: the words that a page shows, in their order, with tables, notes, text boxes and comments."""

from collections.abc import Iterable
from typing import BinaryIO

from lxml import etree

from temoin.documents.document import Document
from temoin.documents.readers.markup import Event, let_go, local, parse_xml, walk_xml
from temoin.documents.readers.numerals import whole
from temoin.documents.readers.office.blocks import Blocks, tracked
from temoin.documents.readers.office.declared import moment_or_day, told
from temoin.documents.readers.office.odf_styles import OdfStyles, said
from temoin.documents.readers.office.odf_text import OdfText
from temoin.documents.readers.writing import Writing
from temoin.documents.readers.zip_kinds import zip_kind
from temoin.documents.readers.zipped import Zipped, open_zip
from temoin.errors import InputError
from temoin.evidence.digest import short
from temoin.evidence.reader import Head, Reader
from temoin.evidence.source import Source
from temoin.words import Words

_LARGEST_PART = 20_000_000
_SPACES = {
    "text": ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "http://openoffice.org/2000/text"),
    "table": ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "http://openoffice.org/2000/table"),
    "office": ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "http://openoffice.org/2000/office"),
}
_NAMES = {
    "text": ("p", "h", "list", "list-item", "tracked-changes", "insertion", "deletion"),
    "table": ("table", "table-row", "table-cell", "covered-table-cell"),
    "office": ("body", "automatic-styles"),
}
_BLOCKS = [f"{{{space}}}{name}" for room, names in _NAMES.items() for name in names for space in _SPACES[room]]
_WRITTEN = frozenset(("p", "h"))
_META = {
    "title": "title", "initial-creator": "author", "creator": "modified_by", "creation-date": "created",
    "date": "modified", "language": "language", "generator": "application",
}  # fmt: skip


def read_odt(stream: BinaryIO, source: Source) -> Document:
    """Return the words of an OpenDocument text as its pages show them, table cells in their places.

    The order, the marks and the properties are those of ``docx.read_docx``. Times that the file writes without a zone
    are days only.

    Raises
    ------
    InputError : not an OpenDocument text, damaged, locked, without a word, or beyond the limits of archives and XML

    References
    ----------
    OpenDocument 1.3 part 3 (OASIS, 2021); files of OpenOffice.org 1 are read too.
    """
    read = source.name or short(source.id)
    package = open_zip(stream, read)
    if "content.xml" not in package:
        raise _no_text(read)
    _refuse_locked(package, read)
    return _TextFile(package, read).document()


class _TextFile:
    def __init__(self, package: Zipped, read: str) -> None:
        self.package = package
        self.read = read

    def document(self) -> Document:
        writing, styles = Writing(self.read), OdfStyles()
        blocks, text = Blocks(writing), OdfText(styles)
        body = _Body(blocks, text)
        shared = self._tree("styles.xml")
        if shared is not None:
            styles.learn(shared)
        self._margins(body, blocks, shared, "header")
        with self.package.opened("content.xml") as stream:
            body.take(walk_xml(stream, self.read, "content.xml", _BLOCKS), frees=True)
        if not body.found:
            raise _no_text(self.read)
        for mark, note in text.notes:
            with blocks.marked(mark):
                body.within(note)
        self._margins(body, blocks, shared, "footer")
        for comment in text.comments:
            told_of = {local(each.tag): (each.text or "").strip() for each in comment}
            with blocks.comment(told_of.get("creator", ""), moment_or_day(told_of.get("date", ""))):
                body.within(comment)
        return writing.document(self._meta() | {"headline": body.headline} | self._said(body, blocks, text))

    def _tree(self, part: str) -> etree._Element | None:
        if part not in self.package:
            return None
        return parse_xml(self.package.bytes_of(part, _LARGEST_PART), self.read, part)

    def _margins(self, body: "_Body", blocks: Blocks, shared: etree._Element | None, kind: str) -> None:
        for each in shared.iter(etree.Element) if shared is not None else ():
            if (
                local(each.tag).startswith(kind)
                and local(each.getparent().tag) == "master-page"
                and blocks.is_new(each)
            ):
                body.within(each)

    def _meta(self) -> dict[str, str]:
        root = self._tree("meta.xml")
        found: dict[str, str] = {}
        for element in root.iter(etree.Element) if root is not None else ():
            if (name := _META.get(local(element.tag))) and (value := " ".join((element.text or "").split())):
                found[name] = value
        return told(found)

    def _said(self, body: "_Body", blocks: Blocks, text: OdfText) -> dict[str, str]:
        has_macros = any(name.startswith(("Basic/", "Scripts/")) for name in self.package.names)
        return {
            "tracked": tracked(body.inserted, body.deleted),
            "hidden": str(text.counts["hidden"] or ""),
            "comments": str(blocks.comments or ""),
            "pictures": str(sum(each.startswith("Pictures/") for each in self.package.names) or ""),
            "macros": "ignored" if has_macros else "",
            "strange_names": str(len(self.package.strange) or ""),
        }


class _Body:
    """The blocks of a part, written as they come."""

    def __init__(self, blocks: Blocks, text: OdfText) -> None:
        self.found = False
        self.headline = ""
        self.inserted = 0
        self.deleted = 0
        self._blocks = blocks
        self._text = text
        self._lists: list[str] = []
        self._item = ""
        self._is_new_item = False

    def take(self, events: Iterable[tuple[Event, etree._Element]], *, frees: bool = False) -> None:
        depth = changes = 0
        for event, element in events:
            name = local(element.tag)
            step = 1 if event == "start" else -1
            changes += step * (name == "tracked-changes")
            depth += step * (name in _WRITTEN)
            if changes:
                self._changed(name, event)
            elif name in _WRITTEN:
                if event == "end" and depth == 0:
                    self._paragraph(name, element)
            elif depth == 0:
                self._begin(name, element) if event == "start" else self._end(name, element)
            if frees and event == "end" and depth == 0 and name != "body":
                let_go(element)

    def within(self, root: etree._Element) -> None:
        self.take(etree.iterwalk(root, events=("start", "end"), tag=_BLOCKS))

    def _changed(self, name: str, event: Event) -> None:
        self.inserted += name == "insertion" and event == "start"
        self.deleted += name == "deletion" and event == "start"

    def _begin(self, name: str, element: etree._Element) -> None:
        tables = self._blocks.tables
        match name:
            case "body":
                self.found = True
            case "table":
                tables.begin_table()
            case "table-row":
                tables.begin_row(whole(said(element, "number-rows-repeated"), 1, 1 << 20))
            case "table-cell":
                tables.begin_cell()
            case "list":
                self._begin_list(element)
            case "list-item":
                self._item, self._is_new_item = said(element, "start-value"), True

    def _end(self, name: str, element: etree._Element) -> None:
        tables = self._blocks.tables
        match name:
            case "automatic-styles":
                self._text.styles.learn(element)
            case "table":
                tables.end_table()
            case "table-row":
                tables.end_row()
            case "table-cell":
                tables.end_cell()
                tables.skip(whole(said(element, "number-columns-repeated"), 1) - 1)
            case "covered-table-cell":
                tables.skip(whole(said(element, "number-columns-repeated"), 1))
            case "list":
                del self._lists[-1:]

    def _begin_list(self, element: etree._Element) -> None:
        style = said(element, "style-name") or (self._lists[-1] if self._lists else "list")
        goes_on = said(element, "continue-numbering") == "true" or said(element, "continue-list")
        if not self._lists and not goes_on:
            self._text.styles.restart(style)
        self._lists.append(style)

    def _paragraph(self, name: str, paragraph: etree._Element) -> None:
        label = self._label(name, paragraph)
        words = self._text.words_of(paragraph)
        if name == "h" and not self.headline and said(paragraph, "outline-level") in {"", "1"}:
            self.headline = " ".join(f"{label} {words}".split())
        boxes, self._text.boxes = self._text.boxes, []
        self._blocks.add(label, words)
        for box in boxes:
            self.within(box)

    def _label(self, name: str, paragraph: etree._Element) -> str:
        styles = self._text.styles
        if self._is_new_item and self._lists:
            self._is_new_item = False
            return styles.label(self._lists[-1], len(self._lists), self._item)
        if name == "h" and not self._lists and said(paragraph, "is-list-header") != "true":
            return styles.label("", whole(said(paragraph, "outline-level"), 1))
        return ""


def _refuse_locked(package: Zipped, read: str) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest in package and b"encryption-data" in package.bytes_of(manifest, _LARGEST_PART):
        raise InputError(
            read,
            Words("document protégé par un mot de passe", "a document locked by a password"),
            Words("ouvrez-le et enregistrez-le sans mot de passe", "open it and save it without a password"),
        )


def _no_text(read: str) -> InputError:
    return InputError(
        read,
        Words("ce n’est pas un texte OpenDocument", "this is not an OpenDocument text"),
        Words("vérifiez le fichier, ou nommez son genre avec --as", "check the file, or name its kind with --as"),
    )


def _recognises_odt(head: Head) -> bool:
    return zip_kind(head.data) == "odt"


READER = Reader(
    kind="odt",
    version=2,
    label=Words("texte OpenDocument", "OpenDocument text"),
    recognises=_recognises_odt,
    read=read_odt,
    visibility="quotes",
    libraries=("lxml",),
)
