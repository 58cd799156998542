"""Which language the words are in, and how things are printed: data on stdout, words on stderr."""

import csv
import io
import json
import locale
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache

from temoin.errors import InputError, KeyStoreError
from temoin.quantity import plain
from temoin.words import Language, Words, harmless


@cache
def language() -> Language:
    """Return the language of words: TEMOIN_LANG, else the locale's, else English.

    Raises
    ------
    InputError : TEMOIN_LANG is neither fr nor en
    """
    said = os.environ.get("TEMOIN_LANG", "")
    if said:
        if said[:2].lower() not in {"fr", "en"}:
            raise InputError(
                f"TEMOIN_LANG={said}", Words("langue inconnue", "unknown language"), Words("fr ou en", "fr or en")
            )
        return "fr" if said[:2].lower() == "fr" else "en"
    name = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "fr" if (name or locale.getlocale()[0] or "").lower().startswith("fr") else "en"


def say(fr: str, en: str) -> str:
    """Return one of two wordings, by the language of words."""
    try:
        return fr if language() == "fr" else en
    except InputError:
        return en


def tell(words: Words) -> None:
    """Print words for a person on stderr."""
    print(harmless(words.in_(language())), file=sys.stderr, flush=True)


def print_json(records: Iterable[Mapping[str, object]]) -> None:
    """Print one JSON object a line."""
    for record in records:
        print(for_stdout(json.dumps(record, ensure_ascii=False, allow_nan=False)), flush=False)


def print_csv(records: Sequence[Mapping[str, object]], columns: Sequence[str] | None = None) -> None:
    """Print records as CSV; nested values as JSON; a cell that a spreadsheet would take for a formula is disarmed."""
    names = list(columns or dict.fromkeys(name for record in records for name in record))
    table = io.StringIO(newline="")
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([[_cell(record.get(name)) for name in names] for record in records])
    sys.stdout.write(for_stdout(table.getvalue()))


def for_stdout(text: str) -> str:
    """Return a text as stdout takes it: a terminal would obey some signs, which are shown instead; a pipe gets all."""
    return harmless(text) if sys.stdout.isatty() else text


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    text = plain(value) if isinstance(value, Decimal) else str(value)
    is_formula = isinstance(value, str) and text[:1] in {"=", "+", "-", "@", "\t", "\r"}
    return f"'{text}" if is_formula else text


def ask_passphrase(purpose: Words) -> str:
    """Return a passphrase: TEMOIN_PASSPHRASE, else what a person types at a terminal.

    Raises
    ------
    KeyStoreError : neither a variable nor a terminal
    """
    if said := os.environ.get("TEMOIN_PASSPHRASE"):
        return said
    if not sys.stdin.isatty():
        raise KeyStoreError(
            Words(
                f"{purpose.fr} : demandée, mais il n’y a pas de terminal ; posez TEMOIN_PASSPHRASE",
                f"{purpose.en}: needed, but there is no terminal; set TEMOIN_PASSPHRASE",
            )
        )
    import getpass

    typed = getpass.getpass(f"{purpose.in_(language())} : ")
    if not typed:
        raise KeyStoreError(Words("une phrase secrète vide ne protège rien", "an empty passphrase protects nothing"))
    return typed


def progress(words: Words) -> Callable[[int, int], None] | None:
    """Return what shows progress on stderr; None where stderr is no terminal."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        end = "\n" if done == total else ""
        print(f"\r{words.in_(language())} {done}/{total}", end=end, file=sys.stderr, flush=True)

    return show
