"""How things of a case are called on the page: sources, languages, sizes, moments, values."""

import datetime as dt
import re
from decimal import Decimal, InvalidOperation

from temoin.dossier import wording
from temoin.dossier.report import SourceView
from temoin.evidence.digest import short
from temoin.period import UTC, PartialDate, parse_time, print_date, print_moment
from temoin.quantity import print_number
from temoin.words import Language

_KILO = 1024
_TURNS = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
_CLOCK = re.compile(r"(?<=\d) h (?=\d\d)")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)")
_ID = re.compile(r"[0-9a-f]{64}")


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
    return _CLOCK.sub("\u00a0h\u00a0", print_moment(moment, "UTC", language))


def print_local(moment: dt.datetime, zone: str, language: Language) -> str:
    """Return a moment in the case's zone, in words; empty where the zone is UTC at that moment."""
    local = _CLOCK.sub("\u00a0h\u00a0", print_moment(moment, zone, language))
    return "" if local == print_utc(moment, language) else local


def print_between(low: dt.datetime, high: dt.datetime, language: Language) -> str:
    """Return two bounds in UTC: the clock alone where ``low`` and ``high`` are on one day.

    Examples
    --------
    >>> noon = dt.datetime(2031, 3, 8, 12, tzinfo=UTC)
    >>> print_between(noon, noon + dt.timedelta(hours=1), "en")
    'between 12:00 and 13:00 (UTC)'
    """
    first, last = low.astimezone(UTC), high.astimezone(UTC)
    if first.date() != last.date():
        bounds = {"low": print_utc(first, language), "high": print_utc(last, language)}
        return wording.BETWEEN_DAYS.filled(**bounds).in_(language)
    clocks = [
        f"{moment.hour}\u00a0h\u00a0{moment.minute:02d}" if language == "fr" else f"{moment:%H:%M}"
        for moment in (first, last)
    ]
    return wording.BETWEEN.filled(low=clocks[0], high=clocks[1]).in_(language)


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
        case bool():
            return (wording.YES if value else wording.NO).in_(language)
        case int() | float() | Decimal():
            return _number(Decimal(str(value)), language)
        case dt.datetime():
            return print_utc(value.astimezone(UTC), language)
        case list() | tuple():
            return ", ".join(print_value(item, language) for item in value) or "—"
        case dict():
            return " · ".join(f"{name} = {print_value(item, language)}" for name, item in value.items()) or "—"
        case _:
            return "—" if value is None else _told(str(value), language)


def _told(value: str, language: Language) -> str:
    if _INSTANT.fullmatch(value):
        return print_utc(parse_time(value), language)
    return short(value) if _ID.fullmatch(value) else value


def print_parsed(value: str | None, language: Language, *, dated: bool = False) -> str:
    """Return a value as parsed, which a statement holds as text: numbers and times in words, anything else as it is.

    ``dated`` says that four digits alone are a year.

    Examples
    --------
    >>> print_parsed("2031-03-08T16:30:00Z", "en")
    '8 March 2031, 16:30 (UTC)'
    """
    if value is None:
        return "—"
    if dated and re.fullmatch(r"\d{4}", value):
        return value
    if _INSTANT.fullmatch(value):
        return print_utc(parse_time(value), language)
    if re.fullmatch(r"\d{4}-(W\d\d|\d\d(-\d\d)?)", value):
        return print_date(PartialDate(value), language)
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
