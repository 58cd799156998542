"""Acts on sources: adding a file or a note, erasing, withholding."""

import io
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from temoin.case.derived import TRIAL_LIMIT, Derived
from temoin.case.durable import exclusive
from temoin.case.folder import Case, clock
from temoin.case.kinds import UNNAMED, AnyReader, is_private, opened_file, reader_for, unreadable, visible_name
from temoin.case.record import forget_record, read_record
from temoin.case.tabling import SourceTables, tables_of
from temoin.documents import remarks
from temoin.documents.readers.mail.likeness import has_private_name, is_like_mail
from temoin.documents.readers.sheets.table import looks_like_table
from temoin.errors import CaseError, InputError, TemoinError
from temoin.evidence import Source
from temoin.evidence.digest import digest_stream
from temoin.evidence.reader import head_of
from temoin.outages.readers import LEFT_OUT, Listing, remarks_on
from temoin.outages.readers.remarks import unjudged
from temoin.words import Words

# What could be said of it in the case is no remedy for a file that is not there.
_AFTERWARDS = re.compile(r" \((?:une fois ajouté :|once added:).*\)$")
_NOBODY_YET = Source(id="", size=0)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person says of a file when adding it: a source without bytes yet, and how to keep it.

    Parameters
    ----------
    source : title, publisher and the rest; its id, size, name are not looked at
    personal : None leaves it to the kind of file
    by_reference : leave a large file where it is
    """

    source: Source = _NOBODY_YET
    personal: bool | None = None
    by_reference: bool = False


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """A source that now stands in the case; ``new`` is False where it already stood.

    ``listing`` is what a list that others published gave when it was tried, None for any other file. ``told`` is what
    the reader of signals leaves out or reads in a way that a person should hear of, and which series cannot be judged;
    of a personal source, counts without content. ``tables`` is what was found in a workbook, None for any other file.
    """

    source: Source
    new: bool
    kind: Words
    listing: Listing | None = None
    told: tuple[Words, ...] = ()
    tables: SourceTables | None = None


def add_file(case: Case, path: Path, wish: Wish, author: str | None = None) -> Acknowledged:
    """Add a file to a case; when this returns, it is acknowledged.

    Raises
    ------
    CaseError : no such file, or not one that can be opened
    UnknownKindError, InputError : it cannot be read as it stands; nothing was added
    """
    shown = UNNAMED if is_private(path, wish.source.reading.kind, personal=wish.personal) else str(path)
    with opened_file(path, shown) as stream:
        reference = str(path.resolve()) if wish.by_reference else None
        return add_stream(case, stream, visible_name(path), wish, author=author, reference=reference)


def add_stream(
    case: Case,
    stream: BinaryIO,
    name: str,
    wish: Wish,
    *,
    author: str | None = None,
    reference: str | None = None,
) -> Acknowledged:
    """Add what a seekable stream holds, under a file name; of a personal one neither name nor words reach an error."""
    kind, looks_personal = wish.source.reading.kind, is_like_mail(head_of(stream, name))
    unsaid = looks_personal or is_private(Path(name), kind, personal=wish.personal)
    reader = reader_for(stream, name, kind, shown=UNNAMED if unsaid else None)
    # What looks like mail stays sealed whatever it is read as, unless somebody says that it is nobody's; a signature
    # of something else is believed, as that of a page saved with headers, but not against the name.
    looks_personal &= kind is not None or reader.general or has_private_name(name)
    personal = reader.personal or looks_personal if wish.personal is None else wish.personal
    if personal and reference:
        raise CaseError(
            Words(
                "une source personnelle est scellée : --by-reference ne convient pas",
                "a personal source is sealed: --by-reference does not go with it",
            )
        )
    already = _already_there(case, stream, personal=personal)
    if already is not None:
        return Acknowledged(already, new=False, kind=reader.label)
    source = _described(wish.source, reader, None if personal else name, personal=personal, reference=reference)
    source = _kept(case, stream, source)
    standing = None
    try:
        tried = _read_once(case, source, reader)
        standing = _stands(case, stream, source, author)
    finally:
        if standing is None:
            _take_back(case, source)
    if standing is not source:
        return Acknowledged(standing, new=False, kind=reader.label)
    return replace(tried, source=source, kind=reader.label)


def add_note(case: Case, text: str, wish: Wish, author: str | None = None) -> Acknowledged:
    """Add somebody's words as a source of their own: a telephone call, something seen."""
    described = replace(wish.source, genre=wish.source.genre or "note", visibility=wish.source.visibility or "sealed")
    stream = io.BytesIO(text.encode())
    kind = replace(described, reading=replace(described.reading, kind="text"))
    return add_stream(case, stream, "note.txt", replace(wish, source=kind), author=author)


def erase(case: Case, source: Source, author: str | None = None) -> None:
    """Erase a source: first the tombstone, then its key, bytes, derived rows, and every dossier that showed it.

    A kill after the tombstone leaves remains that the next ``erase`` or ``build`` removes.
    """
    case.write("erased", {"source": source.id}, author)
    clear_remains(case)


def clear_remains(case: Case) -> None:
    """Remove whatever still stands of erased sources."""
    derived = Derived(case)
    for name, entry in case.state.erased.items():
        remains = Source(id=name, size=0)
        touched = case.vault.path(name).exists() or case.keys.has(name) or (case.derived / name[:16]).is_dir()
        case.vault.drop(remains)
        derived.forget(name)
        if touched or _older_dossier(case, entry.id):
            forget_record(case)
            derived.forget_shared()
            for path in case.dossier.glob("*") if case.dossier.is_dir() else ():
                path.unlink()


def withhold(case: Case, name: str, author: str | None = None) -> None:
    """Keep any source, statement or finding out of every public edition from now on."""
    if name not in case.state.withheld:
        case.write("withheld", {"id": name}, author)


def _older_dossier(case: Case, tombstone: str) -> bool:
    record = read_record(case)
    return record is not None and not any(tombstone in case.journal.ancestors(head) for head in record.heads)


def _already_there(case: Case, stream: BinaryIO, *, personal: bool) -> Source | None:
    plain = digest_stream(stream)
    stream.seek(0)
    stands = case.state.sources
    if plain in stands:
        return stands[plain].source
    sealed = [name for name, added in stands.items() if added.source.personal]
    if personal and sealed:
        same = case.keys.same_plain(sealed, plain)
        return stands[same].source if same else None
    return None


def _described(said: Source, reader: AnyReader, name: str | None, *, personal: bool, reference: str | None) -> Source:
    return replace(
        said,
        name=name,
        personal=personal,
        reference=reference,
        genre=said.genre or (None if reader.genre == "other" else reader.genre),
        visibility=said.visibility or ("sealed" if personal else reader.visibility),
        retrieved_at=said.retrieved_at or clock(),
        reading=replace(said.reading, kind=reader.kind),
    )


def _kept(case: Case, stream: BinaryIO, source: Source) -> Source:
    if source.reference is not None:
        size = stream.seek(0, 2)
        stream.seek(0)
        return replace(source, id=digest_stream(stream), size=size)
    if source.personal:
        sealed, size, key = case.vault.seal(stream)
        return replace(source, id=sealed, size=size, who=key.pseudonym(source.who) if source.who else None)
    plain, size = case.vault.keep(stream)
    return replace(source, id=plain, size=size)


def _read_once(case: Case, source: Source, reader: AnyReader) -> Acknowledged:
    try:
        return _try_reading(case, source)
    except TemoinError as error:
        if source.personal:
            raise unreadable(source, reader, error) from None
        raise


def _try_reading(case: Case, source: Source) -> Acknowledged:
    tried = Acknowledged(source, new=True, kind=Words("", ""))
    derived = Derived(case)
    # A large table is read as it is needed; a document is too large or not, and its reader says so now.
    large = source.size > TRIAL_LIMIT and not derived.is_document(source)
    if large or source.reading.kind == "file":
        return tried
    if (listing := derived.listing(source)) is not None:
        return replace(tried, listing=listing)
    if derived.is_document(source):
        told = _document_told(derived, source)
        told += _like_a_table(case, source)
        tables = tables_of(case, derived, source)
        _refuse_open(source, tables)
        return replace(tried, tables=tables, told=told)
    if derived.networks(source) is None:
        unsure = (unjudged if source.personal else remarks_on)(derived.signals(source))
        return replace(tried, told=(*_left_out(case, source), *unsure))
    return tried


def _document_told(derived: Derived, source: Source) -> tuple[Words, ...]:
    # The document goes with this call: its places would weigh on what is read next of a large table.
    document = derived.document(source)
    return _told(source, remarks.remarks_on(document) if document else ())


def _like_a_table(case: Case, source: Source) -> tuple[Words, ...]:
    if source.reading.kind != "text" or source.personal or (source.genre or "") == "note":
        return ()
    with case.vault.open(source) as stream:
        if not looks_like_table(head_of(stream, source.name or "")):
            return ()
    return (
        Words(
            "ce texte ressemble à un tableau, et n’est pas lu comme tel ; si c’en est un : temoin erase, puis "
            "temoin add AFFAIRE FICHIER --as table",
            "this text looks like a table, and is not read as one; if it is: temoin erase, then temoin add CASE FILE "
            "--as table",
        ),
    )


def _refuse_open(source: Source, tables: SourceTables | None) -> None:
    """What a flag of add settles is asked before the source is in the case, where nothing can be said of it again."""
    for view in tables.views if tables else ():
        for problem in view.found.problems if view.status == "proposed" else view.unread:
            if any(flag in problem.en for flag in ("--dates", "--decimal", "--zone")):
                where = Words(f"feuille {view.found.sheet}", f"sheet {view.found.sheet}")
                remedy = Words(_AFTERWARDS.sub("", problem.fr), _AFTERWARDS.sub("", problem.en))
                raise InputError(source.name or source.id[:10], where, remedy)


def _left_out(case: Case, source: Source) -> tuple[Words, ...]:
    say = LEFT_OUT.get(source.reading.kind or "")
    if say is None:
        return ()
    with case.vault.open(source) as stream:
        return _told(source, say(stream, source))


def _told(source: Source, said: tuple[Words, ...]) -> tuple[Words, ...]:
    if not (source.personal and said):
        return said
    return (
        Words(
            f"remarques sur la lecture : {len(said)}, non citées, car la source est personnelle",
            f"remarks on the reading: {len(said)}, not quoted, for the source is personal",
        ),
    )


def _stands(case: Case, stream: BinaryIO, source: Source, author: str | None) -> Source:
    # Meanwhile another process may have added the same bytes, or taken them back.
    with exclusive(case.journal_folder):
        case.look_again()
        if source.id in case.state.sources:
            return case.state.sources[source.id].source
        if source.reference is None and not source.personal and not case.vault.path(source.id).exists():
            stream.seek(0)
            case.vault.keep(stream)
        case.write("added", source.record(), author)
    return source


def _take_back(case: Case, source: Source) -> None:
    with exclusive(case.journal_folder):
        case.look_again()
        if source.id not in case.state.sources:
            Derived(case).forget(source.id)
            case.vault.drop(source)
