"""The files that lists come in: CSV, plain or gzip, whose cells may hold line breaks; and answers in JSON."""

import csv
import gzip
import io
import json
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import HEAD_BYTES, Head
from temoin.outages.readers.batch import name_of, not_encoded
from temoin.words import Words, same

_GZIP = b"\x1f\x8b"
_MOST_BYTES = 256 << 20
_AGAIN = Words("téléchargez de nouveau le fichier", "fetch the file again")
Cells = Mapping[str, str]


def head_text(head: Head) -> str:
    """Return the beginning of a file as text, unpacked if it is gzip; bytes that are not UTF-8 are replaced."""
    data = head.data
    if data.startswith(_GZIP):
        try:
            data = zlib.decompressobj(wbits=31).decompress(data, HEAD_BYTES)
        except zlib.error:
            return ""
    return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")


def header_of(head: Head) -> frozenset[str]:
    """Return the names in the first line of a CSV, in small letters."""
    try:
        names = next(csv.reader(io.StringIO(head_text(head), newline="")), [])
    except csv.Error:
        return frozenset()
    return frozenset(_folded(name) for name in names)


def csv_rows(stream: BinaryIO, source: Source, *shapes: frozenset[str]) -> Iterator[Cells]:
    """Yield each row of a CSV by its header's names, in small letters; a cell beyond the header is left aside.

    Parameters
    ----------
    shapes : the columns that the header must name, in one shape or another

    Raises
    ------
    InputError : the header is of none of the shapes; not in the encoding said, not CSV, damaged gzip, or more than
        256 MB once unpacked
    """
    text = io.StringIO(_text(stream, source), newline="")
    lines = csv.reader(text)
    try:
        names = [_folded(name) for name in next(lines, [])]
        _require_one(shapes, names, source)
        for cells in lines:
            if any(cell.strip() for cell in cells):
                # The last of two columns of one name must not hide the first.
                yield dict(reversed([*zip(names, cells + [""] * (len(names) - len(cells)), strict=False)]))
    except csv.Error as error:
        at = Words(f"ligne {lines.line_num}", f"line {lines.line_num}")
        raise InputError(name_of(source), Words("CSV attendu", "expected CSV"), _AGAIN, where=at) from error


def _require_one(shapes: tuple[frozenset[str], ...], names: list[str], source: Source) -> None:
    lacking = [sorted(shape.difference(names)) for shape in shapes]
    if lacking and all(lacking):
        fewest = min(lacking, key=len)
        named = ", ".join(fewest)
        raise InputError(
            name_of(source),
            Words(f"colonnes absentes : {named}", f"missing columns: {named}"),
            _AGAIN,
            where=Words("ligne 1", "line 1"),
        )


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _text(stream: BinaryIO, source: Source) -> str:
    try:
        return _unpacked(stream, source).decode(source.reading.encoding or "utf-8-sig")
    except (UnicodeDecodeError, LookupError) as error:
        raise not_encoded(source) from error


def _unpacked(stream: BinaryIO, source: Source) -> bytes:
    packed = stream.read(len(_GZIP)) == _GZIP
    stream.seek(0)
    if not packed:
        return stream.read()
    try:
        with gzip.GzipFile(fileobj=stream) as unpacked:
            data = unpacked.read(_MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(name_of(source), Words("gzip abîmé", "damaged gzip"), _AGAIN) from error
    if len(data) > _MOST_BYTES:
        raise InputError(
            name_of(source),
            Words("plus de 256 Mo une fois décompressé", "more than 256 MB once unpacked"),
            Words("ajoutez-le en plusieurs fichiers", "add it as several files"),
        )
    return data


def json_answer(stream: BinaryIO, source: Source) -> Mapping[str, object]:
    """Return an answer of a public service.

    Raises
    ------
    InputError : not a JSON object, or it says that the request failed
    """
    answer = _json(stream, source)
    if not isinstance(answer, dict):
        raise unexpected(source, "{…}")
    trouble = answer.get("error") or answer.get("errors")
    if trouble or answer.get("success") is False:
        raise InputError(
            name_of(source),
            Words(f"le service a refusé la demande : {trouble}", f"the service refused the request: {trouble}"),
            Words("corrigez la demande et téléchargez de nouveau", "mend the request and fetch again"),
        )
    return answer


def json_list(stream: BinaryIO, source: Source) -> list[Mapping[str, object]]:
    """Return a list of JSON objects that is a file of its own.

    Raises
    ------
    InputError : not one
    """
    return objects_in(_json(stream, source), source, "[…]")


def _json(stream: BinaryIO, source: Source) -> object:
    try:
        return _whole_signs(json.loads(_text(stream, source)))
    except json.JSONDecodeError as error:
        at = Words(f"ligne {error.lineno}, colonne {error.colno}", f"line {error.lineno}, column {error.colno}")
        raise InputError(name_of(source), Words("JSON attendu", "expected JSON"), _AGAIN, where=at) from error
    except (ValueError, RecursionError) as error:
        raise unexpected(source, "JSON") from error


def _whole_signs(value: object) -> object:
    # An escape may name half of a surrogate pair, which no table and no message can hold.
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, list):
        return [_whole_signs(each) for each in value]
    if isinstance(value, dict):
        return {_whole_signs(name): _whole_signs(each) for name, each in value.items()}
    return value


def objects_in(found: object, source: Source, path: str) -> list[Mapping[str, object]]:
    """Return a list of JSON objects.

    Raises
    ------
    InputError : it is not one; ``path`` names where it was looked for
    """
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise unexpected(source, f"{path}: [{{…}}]")
    return found


def mapping_in(found: object) -> Mapping[str, object]:
    """Return a JSON object, empty where there is none."""
    return found if isinstance(found, dict) else {}


def unexpected(source: Source, expected: str) -> InputError:
    """Return the error for an answer of another shape."""
    return InputError(name_of(source), Words(f"attendu : {expected}", f"expected: {expected}"), _AGAIN)


def missing(name: str) -> InputError:
    """Return the error for a row without a value that it needs."""
    return InputError(name, same("—"), Words("demandez cette valeur à l’éditeur", "ask the publisher for this value"))
