"""Amounts that a text prints in two currencies: "6,5 millions de yuans (environ 972 000 dollars)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from temoin.claims.checks.amounts import currency_of, exactly, reach, rounded_reach, scaled, value_of
from temoin.claims.checks.page import Page
from temoin.evidence import Statement
from temoin.period import PartialDate
from temoin.quantity import Interval

_SPACE = "[ \u00a0\u202f\n]"
_ABOUT = (
    rf"(?:environ|près{_SPACE}de|autour{_SPACE}de|quelque|plus{_SPACE}de|about|around|some|nearly|roughly|over|"
    rf"approximately|approx\.?|env\.|≈|~|=)?"
)
_THEN = re.compile(
    rf"{_SPACE}*[(\[]{_SPACE}*(?:soit|or|i\.e\.|c[’']est-à-dire|"
    rf"équivalant{_SPACE}à)?,?{_SPACE}*{_ABOUT}{_SPACE}*(?:[dl][’'])?"
    rf"|,?{_SPACE}*(?:soit|or|that{_SPACE}is|i\.e\.|c[’']est-à-dire|l[’']équivalent{_SPACE}de|équivalant{_SPACE}à|"
    rf"equivalent{_SPACE}to|ou|=|≈|/){_SPACE}*{_ABOUT}{_SPACE}*"
    rf"|{_SPACE}*[,–—-]{_SPACE}*(?:environ|about|around|approximately|≈|~){_SPACE}*",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"{_SPACE}*(?:[)\],;/]|au{_SPACE}(?:cours|taux)|à{_SPACE}l[’']époque|environ|at{_SPACE}(?:the|that|today))",
    re.IGNORECASE,
)
_NAMES_CURRENCY = re.compile(
    rf"^\W*(?:En|In|Converti{_SPACE}en|Soit{_SPACE}en){_SPACE}(?P<name>f{_SPACE}?cfa|francs?{_SPACE}cfa|euros?|"
    rf"dollars?|"
    rf"yuans?|dirhams?|roubles?|nairas?|tenges?)\b",
    re.IGNORECASE,
)
_CODES = (
    ("cfa", "XOF"),
    ("euro", "EUR"),
    ("dollar", "USD"),
    ("yuan", "CNY"),
    ("rouble", "RUB"),
    ("naira", "NGN"),
    ("tenge", "KZT"),
)
_NEAR = 1200


@dataclass(frozen=True, slots=True)
class Pair:
    """One amount in two currencies; ``first`` is printed first."""

    first: Statement
    second: Statement
    first_currency: str
    second_currency: str
    first_worth: Decimal
    second_worth: Decimal

    @property
    def currencies(self) -> tuple[str, str]:
        """The two currencies, in the order of the alphabet."""
        low, high = sorted((self.first_currency, self.second_currency))
        return low, high

    @property
    def implied(self) -> Interval:
        """Units of the first for one of the second, the first taken as printed, the second as rounded."""
        return _ratio(scaled(exactly(self.first), self.first_worth), self._second)

    @property
    def implied_loosely(self) -> Interval:
        """The same with the first rounded as printed too."""
        return _ratio(scaled(reach(self.first), self.first_worth), self._second)

    @property
    def _second(self) -> Interval:
        return scaled(rounded_reach(self.second), self.second_worth)

    @property
    def point(self) -> Decimal | None:
        """Units of the first for one of the second, both taken as printed."""
        first, second = value_of(self.first), value_of(self.second)
        if first is None or not second:
            return None
        return first * self.first_worth / (second * self.second_worth)


def _ratio(over: Interval, under: Interval) -> Interval:
    low = None if over.low is None or not under.high else over.low / under.high
    high = None if over.high is None or not under.low or under.low < 0 else over.high / under.low
    return Interval(low, high, closed=True)


def find_pairs(page: Page) -> list[Pair]:
    """Return the amounts that a text prints in two currencies, in order."""
    found = []
    for rank, first in enumerate(page.statements):
        mine = currency_of(first)
        if mine is None or not value_of(first):
            continue
        for second in page.statements[rank + 1 : rank + 3]:
            theirs = _told_in(page, second, first)
            if theirs is None or theirs[0] == mine[0] or not value_of(second):
                continue
            if _converts(page, first, second) or _restates(page, first, second):
                found.append(Pair(first, second, mine[0], theirs[0], mine[1], theirs[1]))
                break
    return found


def _told_in(page: Page, statement: Statement, other: Statement) -> tuple[str, Decimal] | None:
    if known := currency_of(statement):
        return known
    if statement.kind not in ("money", "count") or statement.unit not in (None, other.unit):
        return None
    sentence = page.sentence(statement.start)
    named = _NAMES_CURRENCY.match(page.text[sentence.start : statement.start])
    if named is None:
        return None
    code = next((code for word, code in _CODES if word in named["name"].casefold()), None)
    return (code, Decimal(1)) if code else None


def _converts(page: Page, first: Statement, second: Statement) -> bool:
    """Whether a figure only tells another again; "(2 millions d’euros pour la ville)" is of something else."""
    between = page.between(first, second)
    if not _THEN.fullmatch(between):
        return False
    return not between.lstrip().startswith(("(", "[")) or _ENDS.match(page.text, second.end) is not None


def _restates(page: Page, first: Statement, second: Statement) -> bool:
    """ "1,1 million de dollars. En Fcfa, la somme est évaluée à 650 millions": a sentence that only converts."""
    sentence = page.sentence(second.start)
    if first.start >= sentence.start or page.text[first.end : sentence.start].strip(" \u00a0\n.)") != "":
        return False
    return _NAMES_CURRENCY.match(page.text[sentence.start : second.start]) is not None


def dates_of(page: Page, statement: Statement) -> list[PartialDate]:
    """Return the dates at which an amount may stand: said of it, else in its sentence, else the nearest before it."""
    if statement.as_of and (said := _date(statement.as_of)):
        return [said]
    sentence = page.sentence(statement.start)
    here = list(_days(page, sentence.start, sentence.end))
    if here:
        return list(dict.fromkeys(here))
    begin = max(page.paragraph(page.paragraph(statement.start)[0] - 3)[0], statement.start - _NEAR)
    before = list(_days(page, begin, statement.start))
    return before[-1:]


def _days(page: Page, start: int, end: int) -> Iterator[PartialDate]:
    for one in page.inside(max(start, 0), end):
        if one.kind in ("date", "datetime") and one.value and (date := _date(one.value[:10])):
            yield date


def _date(text: str) -> PartialDate | None:
    if re.fullmatch(r"\d{4}(?:-\d{2}){0,2}|\d{4}-W\d{2}", text):
        return PartialDate(text)
    return None
