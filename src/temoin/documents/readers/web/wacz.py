"""Web captures packed as WACZ: the pages they name, from the archives inside, their hashes checked."""

import functools
import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from temoin.documents.document import Document
from temoin.documents.readers.mail.attached import readers_inside
from temoin.documents.readers.office.declared import moment_or_day
from temoin.documents.readers.web.captures import Wanted, read_captures
from temoin.documents.readers.zip_kinds import zip_kind
from temoin.documents.readers.zipped import Zipped, open_zip
from temoin.errors import InputError
from temoin.evidence.digest import short
from temoin.evidence.reader import Head, Reader
from temoin.evidence.source import Source
from temoin.words import Words

_LARGEST = 20_000_000
_MOST_WANTED = 5000
_PIECE = 1 << 18


def read_wacz(stream: BinaryIO, source: Source) -> Document:
    """Return the pages that a WACZ names, as ``warc.read_warc`` does those of one archive.

    Pages are those of ``pages/pages.jsonl``; where it names none, those that the archives show. The hashes of
    ``datapackage.json`` are drawn again: ``properties["mismatch"]`` names the files whose bytes disagree.

    Raises
    ------
    InputError : not a WACZ, damaged, beyond the limits of archives, or without a readable page

    References
    ----------
    WACZ 1.1.1 (Webrecorder).
    """
    read = source.name or short(source.id)
    package = open_zip(stream, read)
    archives = [name for name in package.names if name.startswith("archive/") and name.endswith((".warc", ".warc.gz"))]
    if not archives:
        raise InputError(
            read,
            Words("aucune archive du web dans ce WACZ", "no web archive inside this WACZ"),
            Words("vérifiez le fichier, ou refaites la capture", "check the file, or capture again"),
        )
    described = _described(package)
    openings = [functools.partial(package.opened, name) for name in sorted(archives)]
    found = read_captures(openings, read, source.reading.encoding, list(_wanted(package)))
    properties = dict(found.properties)
    properties.setdefault("captured_by", _text(described.get("software")))
    properties.setdefault("title", _text(described.get("title")))
    properties["mismatch"] = ", ".join(_mismatched(package, described))
    properties["strange_names"] = str(len(package.strange) or "")
    return replace(found, properties={name: value for name, value in properties.items() if value})


def _described(package: Zipped) -> dict[str, object]:
    return next(_objects(package, "datapackage.json", whole=True), {})


def _wanted(package: Zipped) -> Iterator[Wanted]:
    for count, page in enumerate(_objects(package, "pages/pages.jsonl", whole=False)):
        url = _text(page.get("url"))
        if url and count < _MOST_WANTED:
            yield Wanted(url, moment_or_day(_text(page.get("ts"))), _text(page.get("title")))


def _objects(package: Zipped, name: str, *, whole: bool) -> Iterator[dict[str, object]]:
    if name not in package:
        return
    data = package.bytes_of(name, _LARGEST)
    for text in [data] if whole else data.splitlines():
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            yield found


def _mismatched(package: Zipped, described: dict[str, object]) -> Iterator[str]:
    resources = described.get("resources")
    for resource in resources if isinstance(resources, list) else ():
        if not isinstance(resource, dict):
            continue
        path, (algorithm, _, value) = _text(resource.get("path")), _text(resource.get("hash")).partition(":")
        is_known = algorithm in {"sha256", "md5"} and path
        if is_known and (path not in package or _digest(package, path, algorithm) != value.lower()):
            yield path


def _digest(package: Zipped, name: str, algorithm: str) -> str:
    running = hashlib.new(algorithm, usedforsecurity=False)
    with package.opened(name) as stream:
        while piece := stream.read(_PIECE):
            running.update(piece)
    return running.hexdigest()


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _recognises_wacz(head: Head) -> bool:
    return zip_kind(head.data) == "wacz"


READER = Reader(
    kind="wacz",
    version=3,
    label=Words("capture du web (WACZ)", "web capture (WACZ)"),
    recognises=_recognises_wacz,
    read=read_wacz,
    visibility="quotes",
    libraries=("warcio", "trafilatura", "lxml"),
    programs=readers_inside,
)
