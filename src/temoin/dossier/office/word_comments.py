"""Comments in a copy of a Word document: everything else of it stays, its own comments and tracked changes with it.

Every other part of the package is copied as it is. In the body, the runs that hold what is commented on are divided,
each half keeping its formatting.
"""

import datetime as dt
import io
import posixpath
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from temoin.documents.readers.markup import parse_xml
from temoin.documents.readers.office.word_text import WORD, value_of
from temoin.documents.readers.zipped import Zipped, open_zip
from temoin.dossier.office.word_places import At, Cuts, Stretch, place_text
from temoin.errors import InputError
from temoin.words import Words, harmless

_LARGEST = 100_000_000
_STRICT = "http://purl.oclc.org/ooxml/officeDocument"
_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_CONTENTS = "[Content_Types].xml"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NOT_XML = re.compile("[\x0b\x0c\ufffe\uffff]")
_STILL = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment to write: the code points it is about, in the text as read, and its paragraphs, the first in bold."""

    start: int
    end: int
    paragraphs: tuple[str, ...]


def with_comments(
    data: bytes, read: str, text: str, comments: Sequence[Comment], *, author: str, at: dt.datetime
) -> bytes:
    """Return a copy of a Word document with comments.

    One about words outside the body (a header, a note, a text box) stands at the first words of the body, and quotes
    what it is about.

    Parameters
    ----------
    data, read : the document and its name, for messages
    text : as the reader of Word documents gives it; positions count its code points
    author, at : of the comments

    Raises
    ------
    InputError : not a Word document, damaged, or a body in which no word of the text is found
    """
    package = open_zip(io.BytesIO(data), read)
    main = _main_part(package, read)
    root = _tree(package, main, read)
    placed = place_text(root, text)
    if comments and not placed:
        raise InputError(
            read,
            Words("aucun mot du texte n’est retrouvé dans le corps", "no word of the text is found in the body"),
            Words("ouvrez le document et enregistrez-le de nouveau", "open the document and save it again"),
        )
    writer = _Writer(root, text, placed)
    marked = [(each, writer.stretch(each)) for each in comments]
    writer.cuts.divide()
    part, existing, changed = _comments_part(package, main, root, read)
    number = _first_free(root, existing)
    for each, stretch in sorted(marked, key=lambda pair: pair[0].start):
        writer.mark(stretch, number)
        existing.append(_comment(existing, number, each.paragraphs, author, at))
        number += 1
    return _packed(data, package, {main: _bytes(root), part: _bytes(existing), **changed})


class _Writer:
    def __init__(self, root: etree._Element, text: str, placed: dict[int, At]) -> None:
        self.cuts = Cuts()
        self._space = etree.QName(root).namespace or WORD[0]
        self._text = text
        self._placed = placed
        self._first = placed[min(placed)] if placed else None

    def stretch(self, comment: Comment) -> Stretch:
        found = [at for rank in range(comment.start, comment.end) if (at := self._placed.get(rank)) is not None]
        assert self._first is not None
        stretch = Stretch(found[0], found[-1]) if found else Stretch(self._first, self._first)
        self.cuts.ask(stretch)
        return stretch

    def mark(self, stretch: Stretch, number: int) -> None:
        first, last = self.cuts.first_of(stretch), self.cuts.last_of(stretch)
        first.addprevious(self._made("commentRangeStart", number))
        end = self._made("commentRangeEnd", number)
        last.addnext(end)
        run = etree.Element(f"{{{self._space}}}r")
        run.append(self._made("commentReference", number))
        end.addnext(run)

    def _made(self, name: str, number: int) -> etree._Element:
        made = etree.Element(f"{{{self._space}}}{name}")
        made.set(f"{{{self._space}}}id", str(number))
        return made


def _main_part(package: Zipped, read: str) -> str:
    for kind, target in _relations(package, "", read):
        if kind == "officeDocument" and target in package:
            return target
    return "word/document.xml"


def _relations(package: Zipped, part: str, read: str) -> Iterator[tuple[str, str]]:
    rels = _rels_of(part)
    if rels not in package:
        return
    folder = posixpath.dirname(part)
    for each in _tree(package, rels, read):
        if each.get("TargetMode") != "External":
            target = each.get("Target") or ""
            whole = target if target.startswith("/") else posixpath.join("/", folder, target)
            yield (each.get("Type") or "").rpartition("/")[2], posixpath.normpath(whole).lstrip("/")


def _rels_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _tree(package: Zipped, part: str, read: str) -> etree._Element:
    data = package.bytes_of(part, _LARGEST)
    # Read by the guarded parser first, then once more to keep what that one drops.
    parse_xml(data, read, part)
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True))


def _comments_part(
    package: Zipped, main: str, root: etree._Element, read: str
) -> tuple[str, etree._Element, dict[str, bytes]]:
    found = next((target for kind, target in _relations(package, main, read) if kind == "comments"), None)
    if found is not None and found in package:
        return found, _tree(package, found, read), {}
    space = etree.QName(root).namespace or WORD[0]
    part = found or _free_name(package, posixpath.dirname(main))
    made = etree.Element(f"{{{space}}}comments", nsmap={"w": space})
    rels = _with_relation(package, main, posixpath.basename(part), read, strict=space == WORD[1])
    types = (
        _tree(package, _CONTENTS, read)
        if _CONTENTS in package
        else etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    )
    if not any(each.get("PartName") == f"/{part}" for each in types):
        etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{part}", ContentType=_KIND)
    return part, made, {_rels_of(main): rels, _CONTENTS: _bytes(types)}


def _free_name(package: Zipped, folder: str) -> str:
    names = (posixpath.join(folder, f"comments{rank or ''}.xml") for rank in range(len(package.names) + 1))
    return next(name for name in names if name not in package)


def _with_relation(package: Zipped, main: str, target: str, read: str, *, strict: bool) -> bytes:
    rels = _rels_of(main)
    tree = (
        _tree(package, rels, read)
        if rels in package
        else etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
    )
    taken = {each.get("Id") for each in tree}
    name = next(name for rank in range(len(taken) + 1) if (name := f"rIdTemoin{rank}") not in taken)
    kind = f"{_STRICT if strict else _TRANSITIONAL}/relationships/comments"
    etree.SubElement(tree, f"{{{_RELATIONS}}}Relationship", Id=name, Type=kind, Target=target)
    return _bytes(tree)


def _first_free(root: etree._Element, existing: etree._Element) -> int:
    marks = ("commentRangeStart", "commentRangeEnd", "commentReference")
    ids = [value_of(each, "id") for each in existing]
    ids += [value_of(each, "id") for name in marks for each in root.iter(f"{{*}}{name}")]
    return max((int(each) for each in ids if each and each.isdecimal()), default=-1) + 1


def _comment(
    existing: etree._Element, number: int, paragraphs: Iterable[str], author: str, at: dt.datetime
) -> etree._Element:
    space = etree.QName(existing).namespace
    made = etree.Element(f"{{{space}}}comment")
    said = {"id": str(number), "author": author, "date": at.strftime("%Y-%m-%dT%H:%M:%SZ"), "initials": author[:1]}
    for name, value in said.items():
        made.set(f"{{{space}}}{name}", value)
    for rank, words in enumerate(paragraphs):
        run = etree.SubElement(etree.SubElement(made, f"{{{space}}}p"), f"{{{space}}}r")
        if rank == 0:
            etree.SubElement(etree.SubElement(run, f"{{{space}}}rPr"), f"{{{space}}}b")
        text = etree.SubElement(run, f"{{{space}}}t")
        text.text = _NOT_XML.sub("\ufffd", harmless(" ".join(words.splitlines())))
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _bytes(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True))


def _packed(data: bytes, package: Zipped, changed: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    left = dict(changed)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            name = info.filename
            key = name.replace("\\", "/")
            new.writestr(info, left.pop(name) if name in left else package.bytes_of(key, _LARGEST))
        for name, part in left.items():
            new.writestr(zipfile.ZipInfo(name, _STILL), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()
