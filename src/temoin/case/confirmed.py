"""Mappings of tables that people confirmed, as temoin.toml keeps them, and how one is written there.

A section stands for one header, under the key of its words::

    [tables."9f3b2c1d4e5f"]
    by = "Ada"
    columns = [
      ["Compte", "account"],
      ["Abonnés Facebook", "value,measure:followers,platform:Facebook"],
      ["Observations", ""],
    ]
    rows = [["5d0c2b1e9f3a", "Feuil1", 12, "data"]]

A column's meaning may say what holds for all its rows: ``value,measure:followers,account:Ada,observed_at:2031-04``.
``rows`` puts rows of a file back among the data, or sets them apart (``total``, ``note``...); ``layout = "columns"``
reads a table whose records are columns. Without ``columns`` the table is still to be confirmed.

temoin.toml rules: what stands there is what is read, whoever wrote it, and a mapping taken out of it is asked again.
The journal proves who confirmed which mapping and when; it decides nothing.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from temoin.case.durable import write_durably
from temoin.case.folder import Case
from temoin.case.settings import ConfirmedTable
from temoin.errors import CaseError
from temoin.words import Words

_ANY_SECTION = re.compile(r"^\s*\[")
_KEPT_WITH_NEXT = re.compile(r"^\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Section:
    """A section to be written: the key of a header, what its columns hold, and a line for people."""

    key: str
    table: ConfirmedTable
    remark: str


def keep_sections(case: Case, sections: list[Section]) -> None:
    """Write mappings into temoin.toml, all at once, and leave every other line of it as it stands.

    Raises
    ------
    CaseError : temoin.toml cannot be written, or says tables in a way that only a person can change
    """
    path = case.folder / "temoin.toml"
    text = path.read_bytes().decode("utf-8") if path.exists() else ""
    for section in sections:
        text = with_section(text, section)
    if not path.exists() or text.encode() != path.read_bytes():
        write_durably(path, text.encode())
    for name in ("settings_text", "settings"):
        case.__dict__.pop(name, None)


def with_section(text: str, section: Section) -> str:
    """Return the text of a temoin.toml with one section put in or replaced; no other line changes.

    Raises
    ------
    CaseError : the text says tables in a way that only a person can change
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    before = _parsed(text)
    written = _written(section)
    wanted = _with(before, section.key, tomllib.loads(written)["tables"][section.key])
    if before == wanted:
        return text
    for candidate in _candidates(text, section.key, written.replace("\n", newline), newline):
        try:
            if tomllib.loads(candidate) == wanted:
                return candidate
        except tomllib.TOMLDecodeError:
            continue
    raise CaseError(
        Words(
            f"temoin.toml : la section tables.{section.key} ne se remplace pas d’elle-même ; retirez-la",
            f"temoin.toml: section tables.{section.key} cannot be replaced by itself; take it out",
        )
    )


def _parsed(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CaseError(
            Words(f"temoin.toml : TOML illisible ({error})", f"temoin.toml: not readable as TOML ({error})")
        ) from error


def _with(said: Mapping[str, object], key: str, table: object) -> dict[str, dict[str, object]]:
    tables = said.get("tables", {})
    known = dict(tables) if isinstance(tables, dict) else {}
    return {**said, "tables": {**known, key: table}}  # type: ignore[dict-item]


def _candidates(text: str, key: str, written: str, newline: str) -> Iterator[str]:
    """The text with the section replaced, from the shortest stretch that may be it; else put at the end."""
    lines = text.splitlines(keepends=True)
    header = re.compile(rf"^\s*\[\s*tables\s*\.\s*[\"']?{re.escape(key)}[\"']?\s*\]")
    first = next((rank for rank, line in enumerate(lines) if header.match(line)), None)
    if first is None:
        gap = "" if not text else (newline if text.endswith("\n") else newline * 2)
        yield f"{text}{gap}{written}"
        return
    ends = [rank for rank in range(first + 1, len(lines)) if _ANY_SECTION.match(lines[rank])]
    for end in (*ends, len(lines)):
        last = end
        while last > first + 1 and _KEPT_WITH_NEXT.match(lines[last - 1]):
            last -= 1
        yield "".join((*lines[:first], written, *lines[last:]))


def _written(section: Section) -> str:
    lines = [f'[tables."{section.key}"]', f"# {_remark(section.remark)}", f"by = {_quoted(section.table.by or '')}"]
    if section.table.rejected:
        lines.append("rejected = true")
    if section.table.layout:
        lines.append(f'layout = "{section.table.layout}"')
    if section.table.rows:
        lines.append("rows = [")
        lines += [
            f"  [{_quoted(said.source)}, {_quoted(said.sheet)}, {said.row}, {_quoted(said.kind)}],"
            for said in section.table.rows
        ]
        lines.append("]")
    lines.append("columns = [")
    lines += [f"  [{_quoted(name)}, {_quoted(meaning)}]," for name, meaning in section.table.columns]
    return "\n".join((*lines, "]", ""))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _remark(text: str) -> str:
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())
