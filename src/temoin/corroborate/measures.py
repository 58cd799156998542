"""Whether two figures measure the same sort of thing, whether they meet, and by how much they differ.

Figures meet as printed: 6.5 million meets 6.53 million, and not 6.6. A unit left unsaid meets any other.
"""

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from temoin.claims.about.vocabulary import ATTRIBUTES
from temoin.corroborate.spellings import key_of, words_of
from temoin.evidence import Statement
from temoin.period import parse_time
from temoin.quantity import Interval, parse_decimal, print_number
from temoin.words import Words, same

_TIMES = frozenset(("date", "datetime"))
_AMOUNTS = frozenset(("money", "count"))
_SHARES = frozenset(("percent", "ratio"))
_ANYONE = frozenset(key_of(word) for word in "personnes people gens individus fois times comptes accounts".split())
_ELIDED_FROM = 1000
_A_YEAR = 360
_NOT_MUCH_MORE = Decimal("1.25")
_PROPERTIES = frozenset(ATTRIBUTES)
_MOMENTS = frozenset(("outage began", "outage ended", "partial return", "mobile outage began"))
_ALIKE = (
    frozenset("cost/spending/investment/price paid/price/funding/contract/agreement".split("/")),
    frozenset("followers/subscribers/fans".split("/")),
    frozenset("creation/agreement/contract/notice".split("/")),
)
_HOURS = {
    "s": Decimal(1) / 3600, "min": Decimal(1) / 60, "h": Decimal(1), "d": Decimal(24), "j": Decimal(24),
    "day": Decimal(24), "days": Decimal(24), "jour": Decimal(24), "jours": Decimal(24), "week": Decimal(168),
    "weeks": Decimal(168), "semaine": Decimal(168), "semaines": Decimal(168), "month": Decimal(730),
    "year": Decimal(8766),
}  # fmt: skip
_UNITS_OF_TIME = {
    "s": same("s"), "min": same("min"), "h": Words("heures", "hours"), "day": Words("jours", "days"),
    "week": Words("semaines", "weeks"), "month": Words("mois", "months"), "year": Words("ans", "years"),
}  # fmt: skip
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_MONTHS = (
    "janvier january", "février february", "mars march", "avril april", "mai may", "juin june", "juillet july",
    "août august", "septembre september", "octobre october", "novembre november", "décembre december",
)  # fmt: skip
_MONTH = {name: rank for rank, names in enumerate(_MONTHS, 1) for name in names.split()}
_WEEKDAYS = {
    name: rank
    for rank, names in enumerate(
        "lundi monday/mardi tuesday/mercredi wednesday/jeudi thursday/vendredi friday/samedi saturday/dimanche sunday"
        .split("/")
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b", re.IGNORECASE)
_DAY_OF_MONTH = re.compile(
    rf"(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s+(?P<month>{'|'.join(_MONTH)})|"
    rf"(?P<first>{'|'.join(_MONTH)})\s+(?P<later>\d{{1,2}})(?!\d)",
    re.IGNORECASE,
)


class Days(NamedTuple):
    """The days that a date stands for, both inside; ``yearless`` where its year is not known."""

    first: dt.date
    last: dt.date
    yearless: bool = False


def are_comparable(one: Statement, other: Statement) -> bool:
    """Return whether two figures may measure one thing: times with times, amounts of one unit, shares, ranks."""
    if one.kind in _TIMES or other.kind in _TIMES:
        return one.kind in _TIMES and other.kind in _TIMES
    if one.kind in _AMOUNTS and other.kind in _AMOUNTS:
        return _same_unit(one, other)
    if one.kind in _SHARES and other.kind in _SHARES:
        return True
    return one.kind == other.kind and one.kind != "other"


def says_another_unit(one: Statement, other: Statement) -> bool:
    """Return whether two figures print one value in other units: a currency, a sort of people, a unit of time."""
    if one.kind == other.kind == "duration":
        return one.value is not None and one.value == other.value and not meet(one, other)
    if not {one.kind, other.kind} <= _AMOUNTS or one.value is None or not one.unit or not other.unit:
        return False
    if one.kind == other.kind == "count" and not (
        key_of(one.unit).startswith("=") and key_of(other.unit).startswith("=")
    ):
        return False
    return one.value == other.value and not _same_unit(one, other)


def meet(draft: Statement, known: Statement) -> bool:
    """Return whether two comparable figures may be the same: the intervals they stand for share a value."""
    if draft.kind in _TIMES:
        return _meet_in_time(draft, known)
    first, second = interval_of(draft), interval_of(known)
    if first is None or second is None:
        return draft.text.casefold() == known.text.casefold()
    return first.meets(second)


def says_as_much(draft: Statement, known: Statement) -> bool:
    """Return whether a known figure that meets a draft's one says enough to support it.

    "Dozens" supports no number, "2019" no month of it, and "more than 6 million" nothing much beyond.
    """
    if draft.kind in _TIMES:
        said, held = days_said(draft), days_of(known)
        if said is None or held is None or said.yearless or held.yearless:
            return True
        return (held.last - held.first) <= (said.last - said.first)
    if known.value is None and known.qualifier != "range":
        return draft.value is None
    if draft.value is None or known.value is None or not (_is_number(draft.value) and _is_number(known.value)):
        return True
    said_value, held_value = sorted(abs(parse_decimal(each.value or "0")) for each in (draft, known))
    return held_value <= said_value * _NOT_MUCH_MORE


def contradicts_in_kind(draft: Statement, known: Statement, beside: Iterable[str]) -> bool:
    """Return whether two figures that differ are in one unit, so that one of them may be wrong.

    Parameters
    ----------
    beside : keys of the draft's sentence, those of its other figures among them
    """
    if known.kind in _TIMES:
        said, held = days_said(draft), days_of(known)
        if said is None or held is None or not any(character.isdigit() for character in known.text):
            return False
        # "2019" is too wide to contradict a day, unless the draft says no more than a year.
        return (held.last - held.first).days < _A_YEAR or (said.last - said.first).days >= _A_YEAR
    if not {draft.kind, known.kind} <= _AMOUNTS:
        return draft.kind == known.kind
    if draft.unit is None:
        return not _prints_a_noun(draft) and _may_leave_out(draft, known, beside)
    if known.unit is None or draft.unit == known.unit or not draft.kind == known.kind == "count":
        return draft.unit == known.unit
    return not (_prints_a_noun(draft) and _prints_a_noun(known)) or _noun(draft.unit) == _noun(known.unit)


def _may_leave_out(draft: Statement, known: Statement, beside: Iterable[str]) -> bool:
    if draft.kind == known.kind == "count":
        return _is_large(draft) and any(beside)
    # "6.5 million yuan for one, 4.5 million for the other": its unit is that of the figure before it.
    return known.unit is not None and any(each.startswith("#") and each.endswith(f" {known.unit}") for each in beside)


def attributes_fit(one: Statement, other: Statement) -> bool:
    """Return whether two attributes may be the same; words of one text for a property are seldom those of another.

    Only those of the closed list of properties are known to be different ones.
    """
    if one.kind in _TIMES:
        return not {one.attribute, other.attribute} <= _MOMENTS or one.attribute == other.attribute
    first, second = (_property_of(each.attribute) for each in (one, other))
    if first == second or not {first, second} <= _PROPERTIES:
        return True
    return any({first, second} <= group for group in _ALIKE)


def _property_of(attribute: str) -> str:
    # "Instagram followers" is followers, on a service that is compared by itself.
    last = attribute.rpartition(" ")[2]
    return attribute if attribute in _PROPERTIES else last


def interval_of(statement: Statement) -> Interval | None:
    """Return what a figure stands for, durations in hours; None for one that says nothing that can be compared."""
    if statement.kind in _TIMES or (statement.value, statement.low, statement.high) == (None, None, None):
        return None
    if statement.kind in {"rank", "other"} or (statement.low is None and statement.high is None):
        return _exactly(statement.value) if statement.value and _is_number(statement.value) else None
    scale = _HOURS.get((statement.unit or "").casefold(), Decimal(1)) if statement.kind == "duration" else Decimal(1)
    low, high = (None if each is None else parse_decimal(each) * scale for each in (statement.low, statement.high))
    return Interval(low, high, closed=low == high or statement.qualifier == "range")


def days_said(draft: Statement) -> Days | None:
    """Return the days that a time of a draft stands for, as printed: a year that it does not print may be any."""
    yearless = None if _YEAR.search(draft.text) else _yearless(draft.text)
    return yearless or days_of(draft)


def days_of(statement: Statement) -> Days | None:
    """Return the days that a time stands for; None for one that cannot be told without more."""
    low, high = statement.low or statement.value, statement.high or statement.value
    if low and high:
        try:
            return Days(dt.date.fromisoformat(low[:10]), dt.date.fromisoformat(high[:10]))
        except ValueError:
            return None
    return _yearless(statement.text)


def difference(draft: Statement, known: Statement) -> Words:
    """Return by how much a draft's figure differs from a known one, computed; empty where nothing can be computed."""
    if draft.kind in _TIMES:
        return _days_apart(draft, known)
    if draft.unit and known.unit and says_another_unit(draft, known):
        ours, theirs = unit_words(draft), unit_words(known)
        return Words(f"{ours.fr} et non {theirs.fr}", f"{ours.en}, not {theirs.en}")
    if draft.value is None or known.value is None or not (_is_number(draft.value) and _is_number(known.value)):
        return Words("", "")
    said, held = parse_decimal(draft.value), parse_decimal(known.value)
    apart = said - held
    share = f" ({_signed(apart / held * 100, 1).fr}\u202f%)" if held else ""
    share_en = f" ({_signed(apart / held * 100, 1).en}%)" if held else ""
    places = max(0, -int(apart.normalize().as_tuple().exponent)) if apart else 0
    signed = _signed(apart, min(places, 6))
    unit = unit_words(draft if draft.unit else known)
    printed = Words(*(f"\u00a0{each}" if each else "" for each in (unit.fr, unit.en)))
    return Words(f"{signed.fr}{printed.fr}{share}", f"{signed.en}{printed.en}{share_en}")


def unit_words(statement: Statement) -> Words:
    """Return how the unit of a figure is written: a known one in both languages, a noun as the text prints it.

    Examples
    --------
    >>> from temoin.evidence import Statement
    >>> week = Statement("s", "t", 0, 10, "3 semaines", "duration", "duration", "x/1", "", 0, unit="week")
    >>> unit_words(week)
    Words(fr='semaines', en='weeks')
    """
    unit = statement.unit or ""
    if statement.kind == "duration":
        return _UNITS_OF_TIME.get(unit, same(unit))
    if statement.kind != "count":
        return same(unit)
    known = ATTRIBUTES.get(_property_of(statement.attribute)) if statement.attribute == unit else ATTRIBUTES.get(unit)
    printed = re.sub(
        r"^[\W\d_]+(?:(?:mille|million|milliard|thousand|billion)s?\s+)?(?:d[e’'’]\s*)?", "", statement.text
    )
    return known or same(printed.strip() if any(map(str.isdigit, statement.text)) else "")


def _same_unit(one: Statement, other: Statement) -> bool:
    if one.kind != other.kind:
        # "Luoning (4.5 million)" in a list of yuan: the unit stands elsewhere.
        bare = one if one.kind == "count" else other
        return bare.unit is None and _is_large(bare)
    if not one.unit or not other.unit or one.unit == other.unit:
        return True
    if one.kind == "money":
        return False
    if not (_prints_a_noun(one) and _prints_a_noun(other)):
        # "376,000 followers, and 121,000 there": a noun that is carried over may be the wrong one.
        return True
    keys = {_noun(one.unit), _noun(other.unit)}
    return len(keys) == 1 or bool(keys & _ANYONE)


def _prints_a_noun(statement: Statement) -> bool:
    return next(words_of(statement.text), None) is not None


def _noun(unit: str) -> str:
    return next((key for part in unit.split() if (key := key_of(part))), unit.casefold())


def _is_large(statement: Statement) -> bool:
    return bool(statement.value) and parse_decimal(statement.value or "0") >= _ELIDED_FROM


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(?:\.\d+)?", text) is not None


def _exactly(value: str) -> Interval:
    return Interval(parse_decimal(value), parse_decimal(value), closed=True)


def _weekday(text: str) -> int | None:
    match = _WEEKDAY.search(text)
    return None if match is None else _WEEKDAYS[match[0].lower()]


def _meet_in_time(one: Statement, other: Statement) -> bool:
    days = {day for each in (one, other) if (day := _weekday(each.text)) is not None}
    if len(days) > 1:
        # Monday the 6th is not Tuesday the 6th: one of the two is wrong.
        return False
    return meet_in_days(one, other)


def meet_in_days(one: Statement, other: Statement) -> bool:
    """Return whether two times may be one, whichever day of the week each of them names."""
    if one.kind == other.kind == "datetime" and one.low and one.high and other.low and other.high:
        ends = [parse_time(each, "UTC") for each in (one.low, one.high, other.low, other.high)]
        return ends[0] <= ends[3] and ends[2] <= ends[1]
    first, second = days_said(one), days_of(other)
    if first is None or second is None:
        return one.text.casefold() == other.text.casefold()
    if first.yearless or second.yearless:
        return _in_any_year(first, second)
    return first.first <= second.last and second.first <= first.last


def _in_any_year(one: Days, other: Days) -> bool:
    whole, bare = (other, one) if one.yearless else (one, other)
    day = bare.first
    return any(
        whole.first <= moved <= whole.last
        for year in ({whole.first.year, whole.last.year} if not whole.yearless else {day.year})
        if (moved := _moved(day, year)) is not None
    )


def _moved(day: dt.date, year: int) -> dt.date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _yearless(text: str) -> Days | None:
    match = _DAY_OF_MONTH.search(text)
    if match is None:
        return None
    month = _MONTH[(match["month"] or match["first"]).lower()]
    try:
        # 2000 was a leap year: 29 February is a day.
        day = dt.date(2000, month, int(match["day"] or match["later"]))
    except ValueError:
        return None
    return Days(day, day, yearless=True)


def _days_apart(draft: Statement, known: Statement) -> Words:
    said, held = days_said(draft), days_of(known)
    if said is None or held is None:
        return Words("", "")
    if said.yearless or held.yearless:
        moved = _moved(said.first, held.first.year) if said.yearless else said.first
        if moved is None or held.yearless:
            return Words("", "")
        said = Days(moved, moved)
    apart = (said.first - held.first).days
    if not apart:
        return Words("", "")
    fr, en = ("jour", "day") if abs(apart) == 1 else ("jours", "days")
    signed = _signed(Decimal(apart), 0)
    return Words(f"{signed.fr}\u00a0{fr}", f"{signed.en} {en}")


def _signed(value: Decimal, decimals: int) -> Words:
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return Words(sign + print_number(abs(value), decimals, "fr"), sign + print_number(abs(value), decimals, "en"))
