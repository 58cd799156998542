"""Word documents: the words that a page shows, in their order, with tables, notes, text boxes and comments."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from lxml import etree

from temoin.documents.document import Document
from temoin.documents.readers.markup import Event, let_go, local, parse_xml, walk_xml
from temoin.documents.readers.numerals import whole
from temoin.documents.readers.office.blocks import Blocks, tracked
from temoin.documents.readers.office.declared import core_properties, language_of, moment_or_day
from temoin.documents.readers.office.word_lists import WordLists
from temoin.documents.readers.office.word_text import WordText, child, value_of, word_tags
from temoin.documents.readers.writing import Writing
from temoin.documents.readers.zip_kinds import near_container, zip_kind
from temoin.documents.readers.zipped import Zipped, open_zip
from temoin.errors import InputError
from temoin.evidence.digest import digest_stream, short
from temoin.evidence.reader import Head, Reader
from temoin.evidence.source import Source
from temoin.words import Words

_LARGEST_PART = 20_000_000
_BLOCKS = word_tags("p", "tbl", "tr", "tc", "trPr", "tcPr", "body")

_HEADLINES = frozenset(("title", "heading 1"))


def read_docx(stream: BinaryIO, source: Source) -> Document:
    """Return the words of a Word document as its pages show them, table cells in their places.

    Headers stand first and once, then the body in its order, footnotes ("[1]") and endnotes ("[i]"), footers once,
    then comments, each a part. The words of a text box follow its paragraph. Numbers and bullets of lists are written
    out, raised digits as such ("10⁶"), fields by their results. Inserted words are read, deleted and hidden ones left
    out: ``properties["tracked"]`` and ``["hidden"]`` count them, ``["pictures"]`` the pictures, which are not read.
    ``["headline"]`` is the first paragraph of style Title or Heading 1. Macros and linked files are left alone.

    Raises
    ------
    InputError : not a Word document, damaged, locked, without a word, or beyond the limits of archives and XML

    References
    ----------
    ECMA-376 parts 1 and 4 (ISO/IEC 29500): both the transitional and the strict namespaces are read.
    """
    read = source.name or short(source.id)
    return _WordFile(open_zip(stream, read), read).document()


class _WordFile:
    def __init__(self, package: Zipped, read: str) -> None:
        self.package = package
        self.read = read
        told = [target for kind, target in self._related("") if kind == "officeDocument"]
        main = next((name for name in (*told, "word/document.xml") if name in package), None)
        if main is None:
            raise _no_word(read)
        self.main = main
        self.related = list(self._related(self.main))
        self.writing = Writing(read)

    def document(self) -> Document:
        styles = self._root("styles")
        blocks, text = Blocks(self.writing), WordText()
        body = _Body(blocks, text, WordLists(self._root("numbering"), styles), _headline_styles(styles))
        self._margins(body, blocks, "header")
        with self.package.opened(self.main) as stream:
            body.take(walk_xml(stream, self.read, self.main, _BLOCKS), frees=True)
        if not body.found:
            raise _no_word(self.read)
        self._notes(body, blocks, text.notes)
        self._margins(body, blocks, "footer")
        self._comments(body, blocks)
        self._embedded()
        properties = {"language": _language(styles), "headline": body.headline} | core_properties(
            self.package, self.read
        )
        return self.writing.document(properties | self._said(text.counts, blocks.comments))

    def _said(self, counts: Counter[str], comments: int) -> dict[str, str]:
        return {
            "tracked": tracked(counts["inserted"], counts["deleted"]),
            "hidden": str(counts["hidden"] or ""),
            "comments": str(comments or ""),
            "pictures": str(sum(kind == "image" and name in self.package for kind, name in set(self.related)) or ""),
            "macros": "ignored" if any(name.endswith("vbaProject.bin") for name in self.package.names) else "",
            "left_out": ", ".join(target for kind, target in self.related if kind == "aFChunk"),
            "strange_names": str(len(self.package.strange) or ""),
        }

    def _related(self, part: str) -> Iterator[tuple[str, str]]:
        folder, name = posixpath.split(part)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self.package:
            return
        for each in parse_xml(self.package.bytes_of(rels, _LARGEST_PART), self.read, rels):
            kind, target = (each.get("Type") or "").rpartition("/")[2], each.get("Target") or ""
            if (each.get("TargetMode") or "") != "External" and target:
                whole = target if target.startswith("/") else posixpath.join("/", folder, target)
                yield kind, posixpath.normpath(whole).lstrip("/")

    def _root(self, kind: str) -> etree._Element | None:
        found = next((target for each, target in self.related if each == kind and target in self.package), None)
        return None if found is None else self._tree(found)

    def _tree(self, part: str) -> etree._Element:
        return parse_xml(self.package.bytes_of(part, _LARGEST_PART), self.read, part)

    def _margins(self, body: "_Body", blocks: Blocks, kind: str) -> None:
        for each, target in self.related:
            if each == kind and target in self.package and blocks.is_new(root := self._tree(target)):
                body.within(root)

    def _notes(self, body: "_Body", blocks: Blocks, marks: dict[tuple[str, str], str]) -> None:
        for kind in ("footnote", "endnote"):
            root = self._root(f"{kind}s")
            by_name = {value_of(note, "id"): note for note in root} if root is not None else {}
            for (of, name), mark in list(marks.items()):
                if of == kind and name in by_name:
                    with blocks.marked(mark):
                        body.within(by_name[name])

    def _comments(self, body: "_Body", blocks: Blocks) -> None:
        root = self._root("comments")
        for each in root if root is not None else ():
            with blocks.comment(value_of(each, "author") or "", moment_or_day(value_of(each, "date") or "")):
                body.within(each)

    def _embedded(self) -> None:
        for kind, target in self.related:
            if kind in {"package", "oleObject"} and target in self.package:
                with self.package.opened(target) as stream:
                    name = posixpath.basename(target)
                    self.writing.part(name, "embedded", None, digest=digest_stream(stream))


class _Body:
    """The blocks of a part, written as they come."""

    def __init__(self, blocks: Blocks, text: WordText, lists: WordLists, headlines: frozenset[str]) -> None:
        self.found = False
        self.headline = ""
        self._headlines = headlines
        self._blocks = blocks
        self._text = text
        self._lists = lists
        self._in_deleted_row = False

    def take(self, events: Iterable[tuple[Event, etree._Element]], *, frees: bool = False) -> None:
        depth = 0
        for event, element in events:
            name = local(element.tag)
            if name == "p":
                depth += 1 if event == "start" else -1
                if event == "end" and depth == 0:
                    self._paragraph(element)
            elif depth == 0:
                self._begin(name) if event == "start" else self._end(name, element)
            if frees and event == "end" and depth == 0 and name in {"p", "tr", "tbl"}:
                let_go(element)
        self._blocks.flush()

    def within(self, root: etree._Element) -> None:
        self.take(etree.iterwalk(root, events=("start", "end"), tag=_BLOCKS))

    def _begin(self, name: str) -> None:
        tables = self._blocks.tables
        match name:
            case "tbl":
                self._blocks.flush()
                tables.begin_table()
            case "tr":
                tables.begin_row()
            case "tc":
                tables.begin_cell()
            case "body":
                self.found = True

    def _end(self, name: str, element: etree._Element) -> None:
        tables = self._blocks.tables
        match name:
            case "tbl":
                tables.end_table()
            case "tr":
                self._in_deleted_row = False
                tables.end_row()
            case "tc":
                self._blocks.flush()
                tables.end_cell()
            case "tcPr":
                tables.widen(whole(value_of(child(element, "gridSpan")), 0))
            case "trPr":
                tables.skip(whole(value_of(child(element, "gridBefore")), 0))
                self._in_deleted_row = child(element, "del") is not None

    def _paragraph(self, paragraph: etree._Element) -> None:
        if self._in_deleted_row:
            self._text.counts["deleted"] += 1
            return
        label = self._lists.label_of(paragraph)
        words = self._text.words_of(paragraph)
        boxes, self._text.boxes = self._text.boxes, []
        if not self.headline and value_of(child(paragraph, "pPr", "pStyle")) in self._headlines:
            self.headline = " ".join(f"{label} {words}".split())
        marks = child(paragraph, "pPr", "rPr")
        # The mark at a paragraph's end was deleted: the next one goes on where this one stops.
        self._blocks.add(label, words, ends=child(marks, "del") is None and child(marks, "moveFrom") is None)
        for box in boxes:
            self.within(box)


def _language(styles: etree._Element | None) -> str:
    return language_of(value_of(child(styles, "docDefaults", "rPrDefault", "rPr", "lang")) or "")


def _headline_styles(styles: etree._Element | None) -> frozenset[str]:
    # Word names its own styles in English in every language; only their identifiers are translated.
    return frozenset(
        value_of(each, "styleId") or ""
        for each in (styles if styles is not None else ())
        if (value_of(child(each, "name")) or "").lower() in _HEADLINES
    )


def _no_word(read: str) -> InputError:
    return InputError(
        read,
        Words("ce n’est pas un document Word", "this is not a Word document"),
        Words("vérifiez le fichier, ou nommez son genre avec --as", "check the file, or name its kind with --as"),
    )


def _recognises_docx(head: Head) -> bool:
    return zip_kind(head.data) == "docx"


READER = Reader(
    kind="docx",
    version=2,
    label=Words("document Word", "Word document"),
    recognises=_recognises_docx,
    read=read_docx,
    visibility="quotes",
    libraries=("lxml",),
    near=near_container,
)
