"""The day of the week that a text gives a date (``claims.weekday/1``): "jeudi 2 septembre" 2021 is a Thursday."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from temoin.claims.checks.page import Page
from temoin.evidence import Finding, Settle, Statement
from temoin.period import day_words
from temoin.words import Words

METHOD = "claims.weekday/1"

_DAYS = (
    Words("lundi", "Monday"),
    Words("mardi", "Tuesday"),
    Words("mercredi", "Wednesday"),
    Words("jeudi", "Thursday"),
    Words("vendredi", "Friday"),
    Words("samedi", "Saturday"),
    Words("dimanche", "Sunday"),
)
_RANKS = {name.casefold(): rank for rank, day in enumerate(_DAYS) for name in (day.fr, day.en)}
_MONTHS_WORDS = (
    "janvier january janv jan|février fevrier february févr fev feb|mars march mar|avril april avr apr|mai may|"
    "juin june jun|juillet july juil jul|août aout august aug|septembre september sept sep|octobre october oct|"
    "novembre november nov|décembre decembre december déc dec"
)
_MONTHS = {name: rank for rank, names in enumerate(_MONTHS_WORDS.split("|"), 1) for name in names.split()}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_NAME = "|".join(_RANKS)
_SPACE = "[ \u00a0\u202f\n]"
_DATED = re.compile(
    rf"\b(?P<weekday>{_DAY_NAME})\b,?{_SPACE}(?:le{_SPACE}|the{_SPACE})?"
    rf"(?:(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?{_SPACE}(?:of{_SPACE})?(?P<month>{_MONTH})\b\.?"
    rf"|(?P<english_month>{_MONTH})\b\.?{_SPACE}(?P<english_day>\d{{1,2}})(?:st|nd|rd|th)?\b)"
    rf"(?:,?{_SPACE}(?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_EVERY = re.compile(r"\b(?:chaque|tous les|toutes les|every|each|un|one|a|any|tout)[ \u00a0\n]$", re.IGNORECASE)
_APART = re.compile(r",[ \u00a0\n](?:le|the)[ \u00a0\n]", re.IGNORECASE)
_NEAR = dt.timedelta(days=200)
_BEFORE, _AFTER = 20, 12
_AGREES = Words("Le {date} est bien un {day}.", "{date} is indeed a {day}.")
_DISAGREES = Words(
    "Le {date} est un {right}, non un {day} comme le dit le texte{other}.",
    "{date} is a {right}, not a {day} as the text says{other}.",
)
_OTHER_DAY = Words("\u202f; le {day} le plus proche est le {near}", "; the nearest {day} is {near}")
_NO_YEAR = Words(
    "Le {date} est un {right}, non un {day}\u00a0; mais le texte ne donne pas l’année.",
    "{date} is a {right}, not a {day}; but the text does not give the year.",
)
_SETTLE = Settle(
    Words("le jour exact de ce dont parle le texte", "the exact day of what the text tells"),
    Words("l’auteur du texte, ou le document qu’il cite", "the author of the text, or the document it cites"),
    Words(
        "Est-ce le jour de la semaine ou le quantième qui est juste\u202f?",
        "Which is right, the day of the week or the date?",
    ),
)


@dataclass(frozen=True, slots=True)
class _Dated:
    weekday: int
    date: dt.date
    printed_year: bool
    statement: Statement


def check_weekdays(page: Page) -> list[Finding]:
    """Return one finding a date that a text gives with its day of the week.

    A date without a year is judged in the year nearest to the publication; far from it, it cannot be told.

    Returns
    -------
    findings in the order of the text; ``numbers`` holds ``date said is``
    """
    return [_judged(page, dated) for dated in _dated(page)]


def _dated(page: Page) -> Iterator[_Dated]:
    last = -1
    for told in page.statements:
        if told.kind not in ("date", "datetime"):
            continue
        match = _DATED.search(page.text, max(last, told.start - _BEFORE, 0), told.end + _AFTER)
        if match is None or match.end() <= told.start or match.start() >= told.end:
            continue
        last = match.end()
        if _EVERY.search(page.text[max(0, match.start() - 12) : match.start()]):
            continue
        year = match["year"] or _year_of(page, told, match)
        if year is None:
            continue
        month = _MONTHS[(match["month"] or match["english_month"]).casefold()]
        try:
            date = dt.date(int(year), month, int(match["day"] or match["english_day"]))
        except ValueError:
            continue
        printed = match["year"] is not None
        if _APART.search(match[0]) and date.weekday() != _RANKS[match["weekday"].casefold()]:
            continue
        yield _Dated(_RANKS[match["weekday"].casefold()], date, printed, told)


def _year_of(page: Page, told: Statement, match: re.Match[str]) -> str | None:
    if text := told.value or told.low or told.high:
        return text[:4]
    if page.published is None:
        return None
    month = _MONTHS[(match["month"] or match["english_month"]).casefold()]
    published = page.published.first
    nearest = min(
        (-1, 0, 1), key=lambda step: abs((published.year + step - published.year) * 12 + month - published.month)
    )
    return str(published.year + nearest)


def _judged(page: Page, dated: _Dated) -> Finding:
    agrees = dated.date.weekday() == dated.weekday
    sure = dated.printed_year or (page.published is not None and abs(dated.date - page.published.first) <= _NEAR)
    wording = _AGREES if agrees else _DISAGREES if sure else _NO_YEAR
    near = dated.date + dt.timedelta(days=(dated.weekday - dated.date.weekday() + 3) % 7 - 3)
    said = _DAYS[dated.weekday]
    other = _OTHER_DAY.filled(day=said, near=day_words(near))
    words = wording.filled(date=day_words(dated.date), day=said, right=_DAYS[dated.date.weekday()], other=other)
    return Finding(
        "claims",
        METHOD,
        (dated.statement.id,),
        words,
        numbers={
            "date": dated.date.isoformat(),
            "said": said.en.lower(),
            "is": _DAYS[dated.date.weekday()].en.lower(),
        },
        verdict="agrees" if agrees else "disagrees" if sure else "cannot_tell",
        because=None if agrees else "date",
        settle=None if agrees else _SETTLE,
        source=page.source,
    )
