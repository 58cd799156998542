"""What files declare of themselves: the properties of Office packages, and times as they are written."""

import datetime as dt
import re

from temoin.documents.readers.markup import local, parse_xml
from temoin.documents.readers.zipped import Zipped
from temoin.period import iso

_LARGEST = 1_000_000
_TIME = re.compile(
    r"\s*(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?\s*", re.IGNORECASE
)
_CORE = {
    "title": "title",
    "creator": "author",
    "created": "created",
    "modified": "modified",
    "lastModifiedBy": "modified_by",
    "language": "language",
}


def moment_or_day(text: str) -> str:
    """Return a time as ISO 8601 in UTC; only its day where its zone is not said; empty for what is no time.

    Examples
    --------
    >>> moment_or_day("2031-03-05T23:30:00+05:00"), moment_or_day("2031-03-05T23:30:00.12"), moment_or_day("soon")
    ('2031-03-05T18:30:00Z', '2031-03-05', '')
    """
    match = _TIME.fullmatch(text)
    if match is None:
        return ""
    day, hour, offset = match.groups()
    try:
        if hour is None or offset is None:
            return dt.date.fromisoformat(day).isoformat()
        return iso(dt.datetime.fromisoformat(f"{day}T{hour}{offset.upper()}"))
    except (ValueError, OverflowError):
        return ""


def language_of(tag: str) -> str:
    """Return the language of a tag such as ``fr-CA``.

    Examples
    --------
    >>> language_of("fr-CA")
    'fr'
    """
    return tag.strip().replace("_", "-").partition("-")[0].lower()


def core_properties(package: Zipped, read: str) -> dict[str, str]:
    """Return title, author, created, modified, modified_by, language and application of an Office package.

    Raises
    ------
    InputError : what holds them is damaged
    """
    said: dict[str, str] = {}
    for part, names in (("docProps/core.xml", _CORE), ("docProps/app.xml", {"Application": "application"})):
        if part in package:
            for element in parse_xml(package.bytes_of(part, _LARGEST), read, part):
                if (name := names.get(local(element.tag))) and (value := " ".join((element.text or "").split())):
                    said[name] = value
    return told(said)


def told(said: dict[str, str]) -> dict[str, str]:
    """Return properties with their times and language in one form, those without a value left out."""
    for name in ("created", "modified"):
        said[name] = moment_or_day(said.get(name, ""))
    said["language"] = language_of(said.get("language", ""))
    return {name: value for name, value in said.items() if value}
