"""The cache of what reading gave: Parquet per source, keyed by everything that could change it, sealed if personal.

A key is drawn from the source, its reader and version, the versions of the libraries and outside programs the reader
declares, and the reading options. Nothing here is ever edited: another key is another file, and the old one goes.
"""

import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, BinaryIO

import polars as pl

from temoin.case.folder import Case
from temoin.case.hashed import plain_name, read_hashed, write_hashed
from temoin.case.held_frames import HeldFrame
from temoin.case.kinds import AnyReader, gives_list, reader_named
from temoin.documents.document import BOXES, CELLS, RECOGNISED, Document, Page, Part
from temoin.documents.readers import BOOKS
from temoin.documents.tables.grid import Book, document_of
from temoin.errors import CaseError, InputError
from temoin.evidence import STATEMENTS, Source
from temoin.evidence.digest import digest, digest_stream
from temoin.outages.readers import NETWORK_READERS, Listing, NetworkList
from temoin.outages.readers.listing import Refusal
from temoin.outages.tables import SIGNALS
from temoin.words import Words

TRIAL_LIMIT = 64 << 20
_DOCUMENT_LIMIT = 256 << 20
_PIECES_LIMIT = 2 << 30
_READ_BY_PIECES = frozenset(("mbox", "warc", "wacz"))
_REFUSED_SCHEMA = {"row": pl.Int64, "id": pl.String, "fr": pl.String, "en": pl.String}
_LONG = 400_000  # characters: boxes of a hundred and fifty pages
_PIECE = 1 << 20  # characters
_PIECES_AT_ONCE = 8
_DOCUMENT_SCHEMA = {"text": pl.String, "pages": pl.String, "properties": pl.String, "parts": pl.String}
_PLACED = {"boxes": BOXES, "cells": CELLS, "recognised": RECOGNISED}
"""Where the characters of a document stand: one file a table."""


class Derived:
    """The derived tables of a case, source by source."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._book: tuple[str, Book] | None = None

    def document(self, source: Source, *, light: bool = False) -> Document | None:
        """Return what a document's reader gives, read once; None for a source that is not a document.

        A light one has no boxes where it is long: they are many, and only its first pages would need them.
        """
        reader = _reader_of(source)
        key = _reading_key(source, reader)
        stored = self._load(source, f"document-{key}")
        bare = light and stored is not None and stored["text"].str.len_chars().sum() > _LONG
        wanted = [name for name in _PLACED if not (bare and name == "boxes")]
        placed = {name: self._load(source, f"{name}-{key}") for name in wanted} if stored is not None else {}
        whole = {name: frame for name, frame in placed.items() if frame is not None}
        if stored is not None and len(whole) == len(wanted):
            return _document_of(stored, whole)
        read = self._read(source, reader)
        if not isinstance(read, Document):
            return None
        for name in _PLACED:
            self._store(source, f"{name}-{key}", getattr(read, name))
        self._store(source, f"document-{key}", _document_frame(read), _PIECES_AT_ONCE)
        return replace(read, boxes=BOXES.empty()) if light and len(read.text) > _LONG else read

    def signals(self, source: Source) -> pl.DataFrame:
        """Return what a source measures, table ``SIGNALS``; empty for a source that measures nothing."""
        reader = _reader_of(source)
        key = _reading_key(source, reader)
        stored = self._load(source, f"signals-{key}")
        if stored is None:
            read = self._read(source, reader)
            if not isinstance(read, pl.DataFrame):
                return SIGNALS.empty()
            stored = read
            self._store(source, f"signals-{key}", stored)
        return stored

    def networks(self, source: Source) -> pl.DataFrame | None:
        """Return what a source tells of networks, table ``NETWORKS``; None for a source of another kind."""
        reader = _reader_of(source)
        if all(reader.kind != network.kind for network in NETWORK_READERS):
            return None
        key = _reading_key(source, reader)
        stored = self._load(source, f"networks-{key}")
        if stored is None:
            read = self._read(source, reader)
            assert isinstance(read, NetworkList)
            stored = read.rows
            self._store(source, f"networks-{key}", stored)
        return stored

    def listing(self, source: Source) -> Listing | None:
        """Return the rows of a list that others published, read and refused; None for a source that is no list."""
        reader = _reader_of(source)
        if not gives_list(reader):
            return None
        key = _reading_key(source, reader)
        reported, refused = (self._load(source, f"{name}-{key}") for name in ("reported", "refused"))
        if reported is None or refused is None:
            read = self._read(source, reader)
            assert isinstance(read, Listing)
            self._store(source, f"refused-{key}", _refused_frame(read))
            self._store(source, f"reported-{key}", read.reported)
            return read
        return Listing(reported, tuple(_refusal_of(row) for row in refused.iter_rows(named=True)))

    def statements(self, source: Source, key: str, read: Callable[[], pl.DataFrame]) -> pl.DataFrame:
        """Return the statements of a source, table ``STATEMENTS``, read once a key."""
        name = f"statements-{digest([source.id, key])[:16]}"
        stored = self._load(source, name)
        if stored is None:
            stored = STATEMENTS.require(read())
            self._store(source, name, stored)
        return stored

    def pictures(self, source: Source, key: str) -> pl.DataFrame | None:
        """Return the pictures kept of a source's pages, columns ``name`` and ``png``; None where none are."""
        return self._load(source, f"pictures-{_pictures_key(source, key)}")

    def keep_pictures(self, source: Source, key: str, pictures: pl.DataFrame) -> None:
        """Keep pictures of a source's pages under the key of what makes them, in place of those kept before."""
        self._store(source, f"pictures-{_pictures_key(source, key)}", pictures)

    def frames(
        self, source: Source, key: str, read: Callable[[], dict[str, pl.DataFrame]], names: tuple[str, ...]
    ) -> dict[str, pl.DataFrame]:
        """Return frames drawn from a source, by name, read once a key and a way of reading."""
        whole = digest([_reading_key(source, _reader_of(source)), key])[:16]
        stored = {name: self._load(source, f"{name}-{whole}") for name in names}
        if any(frame is None for frame in stored.values()):
            made = read()
            for name in names:
                self._store(source, f"{name}-{whole}", made[name])
            return made
        return {name: frame for name, frame in stored.items() if frame is not None}

    def held_frames(
        self, source: Source, key: str, read: Callable[[], dict[str, HeldFrame]], names: tuple[str, ...]
    ) -> dict[str, HeldFrame]:
        """Return what ``frames`` would, as bytes, for tables of so many rows that few may be frames at once."""
        whole = digest([_reading_key(source, _reader_of(source)), key])[:16]
        stored = {name: self._load_bytes(source, f"{name}-{whole}") for name in names}
        if any(data is None or not is_parquet(data) for data in stored.values()):
            made = read()
            for name in names:
                self._store_bytes(source, f"{name}-{whole}", made[name].data)
            return made
        return {name: HeldFrame(data) for name, data in stored.items() if data is not None}

    def book(self, source: Source) -> Book:
        """Return the sheets of a workbook: those that its document was just made of, else read again."""
        held, self._book = self._book, None
        if held is not None and held[0] == source.id:
            return held[1]
        with self.opened(source) as stream:
            return BOOKS[source.reading.kind or ""](stream, source)

    @contextmanager
    def opened(self, source: Source) -> Iterator[BinaryIO]:
        """Give the bytes of a source, seen to be those that were added."""
        with self.case.vault.open(source) as stream:
            if not source.personal and digest_stream(stream) != source.id:
                raise _changed(source)
            stream.seek(0)
            yield stream

    def held(self, name: str) -> bytes | None:
        """Return bytes drawn from several sources, none of them personal; None where they are not held."""
        self.case.touched.add(name)
        return read_hashed(self.case.derived / "shared" / name) or None

    def hold(self, name: str, data: bytes) -> None:
        """Hold bytes drawn from several sources, none of them personal."""
        _cached(self.case.derived / "shared" / name, data)

    def is_document(self, source: Source) -> bool:
        """Return whether a source is read as a document."""
        return _gives_document(_reader_of(source))

    def forget(self, source: str) -> None:
        """Remove everything derived from a source alone."""
        folder = self._folder(source)
        if folder.is_dir():
            for path in folder.iterdir():
                path.unlink()
            folder.rmdir()

    def forget_shared(self, *, untouched_only: bool = False) -> None:
        """Remove everything drawn from several sources, or only what this run did not ask for."""
        folder = self.case.derived / "shared"
        for path in folder.iterdir() if folder.is_dir() else ():
            if not untouched_only or plain_name(path.name) not in self.case.touched:
                path.unlink(missing_ok=True)

    def _read(self, source: Source, reader: AnyReader) -> object:
        _refuse_too_large(source, reader)
        if reader.kind in BOOKS:
            self._book = source.id, self.book(source)
            return document_of(self._book[1])
        with self.opened(source) as stream:
            read = reader.read(stream, source)
            return pl.concat([SIGNALS.empty(), *read]) if isinstance(read, Iterator) else read

    def _folder(self, source: str) -> Path:
        return self.case.derived / source[:16]

    def _path(self, source: Source, name: str) -> Path:
        return self._folder(source.id) / f"{name}.parquet{'.age' if source.personal else ''}"

    def _load(self, source: Source, name: str) -> pl.DataFrame | None:
        data = self._load_bytes(source, name)
        return None if data is None else frame_of(data)

    def _load_bytes(self, source: Source, name: str) -> bytes | None:
        data = read_hashed(self._path(source, name))
        return self.case.keys.get(source.id).open(data) if source.personal and data else data

    def _store(self, source: Source, name: str, frame: pl.DataFrame, rows: int | None = None) -> None:
        self._store_bytes(source, name, bytes_of(frame, rows))

    def _store_bytes(self, source: Source, name: str, data: bytes) -> None:
        path = self._path(source, name)
        older = list(path.parent.glob(f"{name.partition('-')[0]}-*")) if path.parent.is_dir() else []
        if _cached(path, self.case.keys.get(source.id).seal(data) if source.personal else data):
            for each in older:
                if plain_name(each.name) != path.name:
                    each.unlink(missing_ok=True)


def _cached(path: Path, data: bytes) -> bool:
    """A full disk or a case that cannot be written to is read all the same: what is not kept is only made again."""
    try:
        write_hashed(path, data)
    except CaseError:
        return False
    return True


def _refuse_too_large(source: Source, reader: AnyReader) -> None:
    # Opened, a sealed source lies whole in memory, whatever reads it.
    streamed = reader.kind in _READ_BY_PIECES and not source.personal
    if not _gives_document(reader) or source.size <= (_PIECES_LIMIT if streamed else _DOCUMENT_LIMIT):
        return
    raise InputError(
        source.name or source.id[:10],
        Words("document de plus de 2 Go", "a document of more than 2 GB")
        if streamed
        else Words("document de plus de 256 Mo", "a document of more than 256 MB"),
        Words("ajoutez-le en plusieurs fichiers, ou avec --as file", "add it as several files, or with --as file"),
    )


def frame_of(data: bytes) -> pl.DataFrame | None:
    """Return the frame of a Parquet file; None for one that a loss of power left torn, which is then made again."""
    try:
        return pl.read_parquet(io.BytesIO(data))
    except pl.exceptions.PolarsError:
        return None


def is_parquet(data: bytes) -> bool:
    """Return whether bytes are a whole Parquet file; one that a loss of power left torn is not."""
    try:
        pl.read_parquet_schema(io.BytesIO(data))
    except pl.exceptions.PolarsError:
        return False
    return True


def bytes_of(frame: pl.DataFrame, rows: int | None = None) -> bytes:
    """Return a frame as a Parquet file, the same bytes for the same frame.

    Parameters
    ----------
    rows : written at once; the fewer, the less memory where a row is long
    """
    buffer = io.BytesIO()
    frame.write_parquet(buffer, compression="zstd", statistics=False, row_group_size=rows)
    return buffer.getvalue()


def _changed(source: Source) -> CaseError:
    shown = source.name or source.id[:10]
    return CaseError(
        Words(
            f"{shown} : les octets ont changé depuis l’ajout ; lancez temoin verify",
            f"{shown}: the bytes changed since they were added; run temoin verify",
        )
    )


def _reader_of(source: Source) -> AnyReader:
    return reader_named(source.reading.kind or "text")


def _gives_document(reader: AnyReader) -> bool:
    from temoin.documents.readers import READERS

    return any(reader.kind == document.kind for document in READERS)


def _reading_key(source: Source, reader: AnyReader) -> str:
    libraries = {library: _version(library) for library in reader.libraries}
    reading = source.record().get("reading", {})
    parts = [source.id, source.name, reader.kind, reader.version, libraries, reading]
    if reader.programs is not None:
        parts += [dict(reader.programs()), source.language]
    return digest(parts)[:16]


def _pictures_key(source: Source, key: str) -> str:
    return digest([_reading_key(source, _reader_of(source)), key])[:16]


@cache
def _version(library: str) -> str:
    return version(library)


def _refused_frame(listing: Listing) -> pl.DataFrame:
    rows = [{"row": each.row, "id": each.id, "fr": each.why.fr, "en": each.why.en} for each in listing.refused]
    return pl.DataFrame(rows, schema=_REFUSED_SCHEMA)


def _refusal_of(row: dict[str, Any]) -> Refusal:
    return Refusal(row["row"], row["id"], Words(row["fr"], row["en"]))


def _document_frame(document: Document) -> pl.DataFrame:
    pages = [[page.number, page.start, page.end, page.width, page.height] for page in document.pages]
    parts = [
        [each.name, each.kind, each.start, each.end, each.digest, dict(each.properties)] for each in document.parts
    ]
    text = [document.text[at : at + _PIECE] for at in range(0, len(document.text), _PIECE)] or [""]
    beside = {
        "pages": json.dumps(pages),
        "properties": json.dumps(dict(document.properties), sort_keys=True),
        "parts": json.dumps(parts),
    }
    # One long text in one cell would be copied several times over on its way to the disk.
    columns = {"text": text, **{name: [said, *[""] * (len(text) - 1)] for name, said in beside.items()}}
    return pl.DataFrame(columns, schema=_DOCUMENT_SCHEMA)


def _document_of(stored: pl.DataFrame, placed: dict[str, pl.DataFrame]) -> Document:
    row = stored.row(0, named=True)
    pages = tuple(Page(*page) for page in json.loads(row["pages"]))
    parts = tuple(Part(*part) for part in json.loads(row["parts"]))
    return Document("".join(stored["text"]), pages, properties=json.loads(row["properties"]), parts=parts, **placed)
