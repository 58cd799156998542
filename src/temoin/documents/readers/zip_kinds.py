"""What a ZIP or an OLE file is, told from its first bytes; and why the ones that no reader takes are refused."""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from temoin.evidence.reader import Head
from temoin.words import Words

ZipKind = Literal["docx", "xlsx", "xlsb", "pptx", "odt", "ods", "odp", "epub", "wacz", "iwork", "zip"]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK\x03\x04")
_HEADER = struct.Struct("<4s5H3I2H")
_STREAMED = 0x8
_DEFLATED = 8
_MOST_INFLATED = 1 << 22
_OPENDOCUMENT = re.compile(rb"application/(?:vnd\.oasis\.opendocument|vnd\.sun\.xml)\.([a-z]+)")
_BY_MIMETYPE: dict[bytes, ZipKind] = {
    b"text": "odt", b"writer": "odt", b"spreadsheet": "ods", b"calc": "ods", b"presentation": "odp", b"impress": "odp"
}  # fmt: skip
_BY_CONTENT_TYPE: tuple[tuple[bytes, ZipKind], ...] = (
    (b"ms-excel.sheet.binary", "xlsb"),
    (b"wordprocessingml.document.main+xml", "docx"),
    (b"wordprocessingml.template.main+xml", "docx"),
    (b"ms-word.document.macroEnabled", "docx"),
    (b"ms-word.template.macroEnabled", "docx"),
    (b"spreadsheetml.sheet.main+xml", "xlsx"),
    (b"spreadsheetml.template.main+xml", "xlsx"),
    (b"ms-excel.sheet.macroEnabled", "xlsx"),
    (b"ms-excel.template.macroEnabled", "xlsx"),
    (b"presentationml.", "pptx"),
)
_BY_NAME: tuple[tuple[re.Pattern[str], ZipKind], ...] = (
    (re.compile(r"xl[/\\]workbook\.bin$"), "xlsb"),
    (re.compile(r"word[/\\]"), "docx"),
    (re.compile(r"xl[/\\]"), "xlsx"),
    (re.compile(r"ppt[/\\]"), "pptx"),
    (re.compile(r"archive/[^/]+\.warc(?:\.gz)?$|pages/pages\.jsonl$|indexes/index\.(?:cdxj?|idx)"), "wacz"),
    (re.compile(r"Index/.*\.iwa$|Index\.zip$"), "iwork"),
)


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    method: int
    packed: bytes


def zip_kind(data: bytes) -> ZipKind | None:
    """Return what an archive is, from its first 64 KiB; ``zip`` for one of no known format, None for no archive.

    What is told first counts: the ``mimetype`` of OpenDocument and EPUB, the content types of Office files, then the
    names of the entries, for several writers put the content types last.
    """
    if not data.startswith(_SIGNATURES):
        return None
    entries = list(_entries(data))
    return _declared(entries) or _named(entries) or "zip"


def _declared(entries: list[_Entry]) -> ZipKind | None:
    for entry in entries:
        if entry.name == "mimetype":
            return _by_mimetype(_inflated(entry))
        if entry.name == "[Content_Types].xml":
            types = _inflated(entry)
            return next((kind for mark, kind in _BY_CONTENT_TYPE if mark in types), None)
    return None


def _named(entries: list[_Entry]) -> ZipKind | None:
    for pattern, kind in _BY_NAME:
        if any(pattern.match(entry.name) for entry in entries):
            return kind
    return None


def _by_mimetype(said: bytes) -> ZipKind | None:
    if said.startswith(b"application/epub+zip"):
        return "epub"
    match = _OPENDOCUMENT.match(said)
    return _BY_MIMETYPE.get(match[1]) if match else None


def _entries(data: bytes) -> Iterator[_Entry]:
    place = data.find(b"PK\x03\x04", 0, 8)
    while 0 <= place <= len(data) - _HEADER.size and data[place : place + 4] == b"PK\x03\x04":
        _, _, flags, method, _, _, _, packed, _, name_length, extra_length = _HEADER.unpack_from(data, place)
        name_at = place + _HEADER.size
        at = name_at + name_length + extra_length
        name = data[name_at : name_at + name_length].decode("utf-8", "replace")
        if flags & _STREAMED and not packed:
            packed = _streamed_length(data, at, method)
        yield _Entry(name, method, data[at : at + packed])
        # After a streamed entry stands a descriptor of 12 to 24 bytes.
        place = data.find(b"PK\x03\x04", at + packed, at + packed + 28) if flags & _STREAMED else at + packed


def _streamed_length(data: bytes, at: int, method: int) -> int:
    if method != _DEFLATED:
        return len(data) - at
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    waiting, made = data[at:], 0
    try:
        while waiting and not inflating.eof and made < _MOST_INFLATED:
            made += len(inflating.decompress(waiting, 1 << 20))
            waiting = inflating.unconsumed_tail
    except zlib.error:
        return len(data) - at
    return len(data) - at - len(inflating.unused_data) if inflating.eof else len(data) - at


def _inflated(entry: _Entry) -> bytes:
    if entry.method != _DEFLATED:
        return entry.packed
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(entry.packed, _MOST_INFLATED)
    except zlib.error:
        return b""


_SAVE_AS = Words(
    "ouvrez-le et enregistrez-le en DOCX, ODT ou PDF, ou ajoutez son texte",
    "open it and save it as DOCX, ODT or PDF, or add its text",
)
_ZIP_REFUSALS: dict[ZipKind, tuple[Words, Words]] = {
    "zip": (
        Words("archive ZIP ordinaire", "a plain ZIP archive"),
        Words("décompressez-la et ajoutez ses fichiers", "unpack it and add its files"),
    ),
    "pptx": (
        Words("présentation (PPTX)", "slides (PPTX)"),
        Words("enregistrez-les en PDF", "save them as PDF"),
    ),
    "odp": (Words("présentation (ODP)", "slides (ODP)"), Words("enregistrez-les en PDF", "save them as PDF")),
    "epub": (Words("livre EPUB", "an EPUB book"), Words("convertissez-le en PDF", "convert it to PDF")),
    "iwork": (
        Words("document d’Apple (Pages, Numbers ou Keynote)", "an Apple document (Pages, Numbers or Keynote)"),
        Words("exportez-le en DOCX, en XLSX ou en PDF", "export it as DOCX, XLSX or PDF"),
    ),
    "xlsb": (
        Words("classeur Excel binaire (XLSB)", "a binary Excel workbook (XLSB)"),
        Words("enregistrez-le en XLSX ou en CSV", "save it as XLSX or CSV"),
    ),
    "xlsx": (
        Words("classeur Excel (XLSX)", "an Excel workbook (XLSX)"),
        Words("enregistrez-le en CSV", "save it as CSV"),
    ),
    "ods": (
        Words("classeur OpenDocument (ODS)", "an OpenDocument spreadsheet (ODS)"),
        Words("enregistrez-le en CSV", "save it as CSV"),
    ),
}
_OLE_REFUSALS: tuple[tuple[str, tuple[str, ...], Words, Words], ...] = (
    (
        "EncryptedPackage",
        (),
        Words("document Office protégé par un mot de passe", "an Office document locked by a password"),
        Words("ouvrez-le et enregistrez-le sans mot de passe", "open it and save it without a password"),
    ),
    (
        "__substg1.0_",
        (".msg",),
        Words("message d’Outlook (MSG)", "an Outlook message (MSG)"),
        Words(
            "ouvrez-le dans un logiciel de courrier et enregistrez-le en .eml (dans Outlook\xa0: glissez-le dans "
            "Thunderbird, ou transférez-le comme pièce jointe)",
            "open it in a mail program and save it as .eml (from Outlook: drag it into Thunderbird, or forward it as "
            "an attachment)",
        ),
    ),
    ("WordDocument", (".doc", ".dot"), Words("ancien document Word (DOC)", "an old Word document (DOC)"), _SAVE_AS),
    (
        "Workbook",
        (".xls", ".xlt"),
        Words("ancien classeur Excel (XLS)", "an old Excel workbook (XLS)"),
        Words("enregistrez-le en XLSX ou en CSV", "save it as XLSX or CSV"),
    ),
    (
        "PowerPoint Document",
        (".ppt", ".pps"),
        Words("ancienne présentation PowerPoint (PPT)", "old PowerPoint slides (PPT)"),
        Words("enregistrez-la en PDF", "save them as PDF"),
    ),
)


def near_container(head: Head) -> tuple[Words, Words] | None:
    """Return what a container that no reader takes is, and what to do with it; None for any other file."""
    if head.data.startswith(OLE):
        return _ole_refusal(head)
    kind = zip_kind(head.data)
    return _ZIP_REFUSALS.get(kind) if kind else None


def _ole_refusal(head: Head) -> tuple[Words, Words]:
    held = [(what, remedy) for mark, _, what, remedy in _OLE_REFUSALS if mark.encode("utf-16-le") in head.data]
    # A large file may keep its directory further on than what we look at.
    named = [(what, remedy) for _, ends, what, remedy in _OLE_REFUSALS if head.name.lower().endswith(ends)]
    unknown = (Words("ancien fichier Office ou autre fichier OLE", "an old Office file or another OLE file"), _SAVE_AS)
    return next(iter(held or named), unknown)
