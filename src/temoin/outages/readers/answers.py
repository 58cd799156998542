"""What public services answer: JSON made safe, and the place that a file's name or address says where it does not."""

import json
import math
import re
from collections.abc import Mapping
from typing import BinaryIO
from urllib.parse import parse_qs, urlsplit

import polars as pl

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.outages.places import place_code
from temoin.outages.readers.batch import name_of, not_encoded
from temoin.outages.readers.cells import NOT_MEASURED, utf8_of
from temoin.period import parse_time
from temoin.table import UTC_TIME
from temoin.words import Words

Entry = Mapping[str, object]
_TOKENS = re.compile(r"[^A-Za-z0-9]+")
_CODE = re.compile(r"[A-Z]{2}|AS[1-9]\d*")
_AGAIN = Words("téléchargez de nouveau, ou nommez le genre : --as", "fetch it again, or name its kind: --as")


def json_of(stream: BinaryIO, source: Source, *, skip: bytes = b"") -> object:
    """Return what a JSON file holds.

    Parameters
    ----------
    skip : what stands before the JSON, passed over

    Raises
    ------
    InputError : not JSON, nested too deeply, or not of the encoding
    """
    text = utf8_of(stream, source).lstrip().removeprefix(skip)
    try:
        return json.loads(text)
    except UnicodeDecodeError as error:
        raise not_encoded(source) from error
    except json.JSONDecodeError as error:
        at = Words(f"ligne {error.lineno}, colonne {error.colno}", f"line {error.lineno}, column {error.colno}")
        raise InputError(name_of(source), Words("JSON attendu", "expected JSON"), _AGAIN, where=at) from error
    except (ValueError, RecursionError) as error:
        raise unexpected(source, Words("JSON attendu", "expected JSON")) from error


def unexpected(source: Source, expected: Words, remedy: Words = _AGAIN) -> InputError:
    """Return the error for an answer of another shape than its service gives."""
    return InputError(name_of(source), expected, remedy)


def plain(value: object) -> str:
    """Return a value of an answer as text that can be printed and stored: no half of a surrogate pair in it."""
    return str(value).encode("utf-8", "replace").decode()


def entry_of(value: object) -> Entry:
    """Return an object of an answer; anything else is one without fields."""
    return value if isinstance(value, dict) else {}


def list_of(value: object) -> list[object]:
    """Return a list of an answer; anything else is an empty one."""
    return value if isinstance(value, list) else []


def number_of(value: object, source: Source, where: tuple[int, str]) -> float | None:
    """Return a number of an answer, given as such or as text; None where it says that nothing was measured.

    Parameters
    ----------
    where : number of the value in the answer, from 1, and its field

    Raises
    ------
    InputError : it is no finite number from 0 up
    """
    if value is None or (isinstance(value, str) and value.strip().casefold() in NOT_MEASURED):
        return None
    try:
        number = float(value) if isinstance(value, int | float | str) and not isinstance(value, bool) else math.nan
    except (ValueError, OverflowError):
        number = math.nan
    if not 0 <= number < math.inf:
        raise wrong_value(
            source,
            where,
            Words(
                f"nombre positif ou nul attendu, lu « {plain(value)[:40]} »",
                f'expected a number from 0 up, got "{plain(value)[:40]}"',
            ),
        )
    return number


def wrong_value(source: Source, where: tuple[int, str], expected: Words, remedy: Words = _AGAIN) -> InputError:
    """Return the error for one value of an answer; ``where`` is its number, from 1, and its field."""
    at, field = where
    return InputError(
        name_of(source),
        expected,
        remedy,
        where=Words(f"valeur {at}, champ « {field} »", f'value {at}, field "{field}"'),
    )


def moments_of(cells: list[object], source: Source, field: str) -> pl.Series:
    """Return the times of an answer whose service documents UTC, those without a zone too.

    Raises
    ------
    InputError : one is no ISO time; with its number
    """
    moments = []
    for at, cell in enumerate(cells, start=1):
        try:
            moments.append(parse_time(plain(cell), "UTC"))
        except (InputError, OverflowError) as error:
            raise wrong_value(
                source,
                (at, field),
                Words(
                    f"heure ISO attendue, lu « {plain(cell)[:40]} »", f'expected an ISO time, got "{plain(cell)[:40]}"'
                ),
            ) from error
    return pl.Series(moments, dtype=UTC_TIME)


def asked(source: Source, name: str) -> list[str]:
    """Return what the address a source was fetched from asked for under a name; empty where that is not known.

    Examples
    --------
    >>> asked(Source(id="", size=0, url="https://example.org/a?location=KZ&location=UZ"), "location")
    ['KZ', 'UZ']
    """
    try:
        return parse_qs(urlsplit(source.url or "").query).get(name, [])
    except ValueError:
        return []


def place_in_name(name: str | None) -> str | None:
    """Return the one country code or AS number, in capitals, that stands between marks in a file's name.

    Examples
    --------
    >>> place_in_name("youtube_RU.csv"), place_in_name("netflows-AS64496.json"), place_in_name("US_vs_RU.csv")
    ('RU', 'AS64496', None)
    """
    stem = (name or "").rpartition(".")[0] or (name or "")
    found = {token for token in _TOKENS.split(stem) if _CODE.fullmatch(token) and place_named(token)}
    return found.pop() if len(found) == 1 else None


def place_named(code: str) -> str | None:
    """Return the place that a code means, ``AS64496`` or two letters of ISO 3166; None where it means none.

    Examples
    --------
    >>> place_named("kz"), place_named("as64496"), place_named("eu")
    ('KZ', 'AS64496', None)
    """
    upper = code.upper()
    if upper.startswith("AS") and upper[2:].isascii() and upper[2:].isdigit():
        return upper
    try:
        return place_code(upper) if len(upper) == 2 and upper.isascii() and upper.isalpha() else None
    except InputError:
        return None


def told_place(source: Source) -> str | None:
    """Return the place that --place told, a code in capitals and any other name as it is; None where nothing was told.

    Examples
    --------
    >>> from temoin.evidence.source import Reading
    >>> told_place(Source(id="", size=0, reading=Reading(place="kz")))
    'KZ'
    """
    said = source.reading.place
    return None if said is None else place_named(said) or said


def place_of(source: Source, *parameters: str) -> str:
    """Return the place of a file that does not say it: as told with --place, asked of the service, or in its name.

    Parameters
    ----------
    parameters : names under which the service is asked for a place

    Raises
    ------
    InputError : nobody says it
    """
    if told := told_place(source):
        return told
    found = [value for name in parameters for value in asked(source, name)]
    if len(found) == 1 and (place := place_named(found[0])):
        return place
    if place := place_in_name(source.name):
        return place
    raise unexpected(
        source,
        Words("le fichier ne dit pas quel lieu il mesure", "the file does not say which place it measures"),
        Words("nommez-le, par exemple --place KZ", "name it, for instance --place KZ"),
    )
