"""How things of a case are called on the page: sources, languages, sizes, moments, values."""

import datetime as dt
from decimal import Decimal, InvalidOperation

from temoin.dossier import wording
from temoin.dossier.report import SourceView
from temoin.evidence.digest import short
from temoin.period import UTC, print_moment
from temoin.quantity import print_number
from temoin.words import Language

_KILO = 1024


def title_of(view: SourceView, language: Language) -> str:
    """Return what a source is called: the title said or proposed, else its file name, else its short id."""
    if view.sealed:
        return wording.SEALED_SOURCE.filled(id=short(view.source.id)).in_(language)
    proposed = next((one.value for one in view.proposals if one.subject == "title"), None)
    return view.source.title or proposed or view.source.name or short(view.source.id)


def language_of(view: SourceView | None) -> str:
    """Return the language of a source as BCP 47, said or proposed; empty where it is not known."""
    if view is None:
        return ""
    proposed = next((one.value for one in view.proposals if one.subject == "language"), "")
    return view.source.language or proposed


def print_size(size: int, language: Language) -> str:
    """Return a number of bytes in the unit that suits it.

    Examples
    --------
    >>> print_size(1536, "fr")
    '1,5\\xa0Kio'
    """
    units = ("o", "Kio", "Mio", "Gio") if language == "fr" else ("B", "KiB", "MiB", "GiB")
    value, rank = float(size), 0
    while value >= _KILO and rank < len(units) - 1:
        value, rank = value / _KILO, rank + 1
    return f"{print_number(round(value, 1), 1 if rank else 0, language)}\xa0{units[rank]}"


def print_utc(moment: dt.datetime, language: Language) -> str:
    """Return a moment in UTC, in words."""
    return print_moment(moment, "UTC", language)


def print_local(moment: dt.datetime, zone: str, language: Language) -> str:
    """Return a moment in the case's zone, in words; empty where the zone is UTC at that moment."""
    local = print_moment(moment, zone, language)
    return "" if local == print_utc(moment, language) else local


def print_value(value: object, language: Language) -> str:
    """Return a plain value as people write it: numbers with their separators, times in words, lists with commas.

    Examples
    --------
    >>> print_value(1234.5, "fr")
    '1\\u202f234,5'
    >>> print_value(None, "en")
    '—'
    """
    match value:
        case None:
            return "—"
        case bool():
            return (wording.YES if value else wording.NO).in_(language)
        case int() | float() | Decimal():
            return _number(Decimal(str(value)), language)
        case dt.datetime():
            return print_utc(value.astimezone(UTC), language)
        case list() | tuple():
            return ", ".join(print_value(item, language) for item in value) or "—"
        case dict():
            return " ; ".join(f"{name} = {print_value(item, language)}" for name, item in value.items()) or "—"
        case _:
            return str(value)


def print_parsed(value: str | None, language: Language) -> str:
    """Return a value as parsed, which a statement holds as text: a number with separators, anything else as it is."""
    if value is None:
        return "—"
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    return _number(number, language) if number.is_finite() else value


def _number(value: Decimal, language: Language) -> str:
    rounded = round(value, 3)
    exponent = rounded.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return print_number(rounded, max(0, -exponent), language)


_TURNS = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


def isolate(text: str) -> str:
    """Return a text whose marks of direction end where it ends; any other text is unchanged.

    Examples
    --------
    >>> isolate("plain")
    'plain'
    >>> isolate("a\\u202eb").endswith("\\u202c\\u2069")
    True
    """
    turns = [letter for letter in text if letter in _TURNS]
    if not turns:
        return text
    return "\u2068" + text + "\u202c" * len(turns) + "\u2069"
