"""``--list``: a CSV that names files and says something of each."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from temoin.errors import InputError
from temoin.words import Words

_COLUMNS = ("file", "title", "publisher", "author", "published", "url", "language", "genre", "licence", "reliability",
            "visibility")  # fmt: skip
_BEYOND = "beyond the last column"


def read_list(path: Path) -> list[tuple[Path, dict[str, str | None]]]:
    """Return the files that a list names, relative to the list, with what it says of each.

    Raises
    ------
    InputError : not UTF-8, no column ``file``, an unknown column, a row longer than the header, or no such list
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong(path, Words("liste illisible, UTF-8 attendu", "cannot be read as UTF-8"), 1) from error
    rows = csv.DictReader(io.StringIO(text, newline=""), restkey=_BEYOND)
    try:
        return list(_named(path, rows))
    except csv.Error as error:
        raise _wrong(path, Words("CSV attendu", "expected CSV"), rows.line_num) from error


def _named(path: Path, rows: "csv.DictReader[str]") -> Iterator[tuple[Path, dict[str, str | None]]]:
    names = rows.fieldnames or []
    unknown = [name for name in names if name not in _COLUMNS]
    if "file" not in names or unknown:
        named = ", ".join(unknown) or "file"
        raise _wrong(path, Words(f"colonnes à revoir : {named}", f"columns to mend: {named}"), 1)
    for row in rows:
        if _BEYOND in row:
            raise _wrong(path, Words("plus de cellules que de colonnes", "more cells than columns"), rows.line_num)
        if not row["file"]:
            raise _wrong(path, Words("pas de fichier nommé", "no file named"), rows.line_num)
        said = {name: value or None for name, value in row.items() if name != "file"}
        yield path.parent / row["file"], said


def _wrong(path: Path, expected: Words, line: int) -> InputError:
    known = ", ".join(_COLUMNS)
    return InputError(
        path.name,
        expected,
        Words(f"colonnes connues : {known}", f"known columns: {known}"),
        where=Words(f"ligne {line}", f"line {line}"),
    )
