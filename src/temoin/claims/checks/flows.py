"""Totals to date told as the amount of a week (``claims.flow/1``): a stock taken for a flow.

Amounts of one unit about one entity, in the order of their dates: one told as that of a week, a month or a day, that
is larger than the total to date before it and smaller than the one after, lies on the curve of the totals.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from temoin.claims.checks.amounts import quoted, value_of
from temoin.claims.checks.page import Page
from temoin.evidence import Finding, Settle, Statement
from temoin.words import Words

METHOD = "claims.flow/1"

_FLOW = re.compile(
    r"\b(?:dans|pendant|durant|sur|au cours de|lors de|en|pour) (?:la|cette|une|sa) (?:seule )?(?:semaine|journée)\b|"
    r"\b(?:ce|en un|dans le|au cours du) mois\b|\bpar (?:semaine|jour|mois)\b|\bcette semaine\b|"
    r"\b(?:in|during|over) (?:the|that|this|one|a) (?:single )?(?:week|day|month)\b|\b(?:weekly|a week|this week)\b",
    re.IGNORECASE,
)
_STOCK = re.compile(
    r"\b(?:à ce jour|jusqu[’']au|jusqu[’']à|depuis|au total|cumul\w*|en six mois|en tout|à la date|au \d{1,2}|"
    r"to date|so far|since|in total|cumulative|as of|until|over six months|altogether)\b",
    re.IGNORECASE,
)
_SUSPECT = Words(
    "{flow} est dit comme le montant d’une période, mais se place entre deux totaux à date, {before} et "
    "{after}\u00a0: "
    "un total a pu être pris pour le montant de la période.",
    "{flow} is told as the amount of a period, but lies between two totals to date, {before} and {after}: a "
    "total may "
    "have been taken for the amount of the period.",
)
_SETTLE = Settle(
    Words("le relevé par jour, avec le total à chaque date", "the record by day, with the total at each date"),
    Words(
        "la plateforme, ou qui a relevé sa bibliothèque publicitaire",
        "the platform, or whoever recorded its ad library",
    ),
    Words(
        "Ce chiffre est-il le montant de la période, ou le total depuis le début à cette date\u202f?",
        "Is this figure the amount of the period, or the total since the beginning at that date?",
    ),
)


@dataclass(frozen=True, slots=True)
class _Told:
    statement: Statement
    value: Decimal
    date: str
    flow: bool
    stock: bool


def check_flows(page: Page) -> list[Finding]:
    """Return one finding an amount of a period that lies between the totals to date around it.

    Returns
    -------
    findings, ``cannot_tell``; ``numbers`` holds ``flow before after``
    """
    by_unit: dict[str | None, list[_Told]] = {}
    for told in _told(page):
        by_unit.setdefault(told.statement.unit, []).append(told)
    return [finding for each in by_unit.values() for series in _series(each) for finding in _found(page, series)]


def _series(told: Sequence[_Told]) -> list[list[_Told]]:
    """By entity; those that name none are of the one that is named, if one alone is."""
    named = list(dict.fromkeys(one.statement.entity for one in told if one.statement.entity))
    if len(named) <= 1:
        return [list(told)]
    return [[one for one in told if one.statement.entity == name] for name in named]


def _told(page: Page) -> Iterator[_Told]:
    for sentence, together in page.by_sentence:
        if all(one.kind != "money" for one in together):
            continue
        words = page.text[sentence.start : sentence.end]
        flow = bool(_FLOW.search(words))
        stock = not flow and bool(_STOCK.search(words))
        for one in together:
            value = value_of(one)
            if one.kind != "money" or not value:
                continue
            date = one.as_of or _only_date(together)
            if date is None:
                continue
            yield _Told(one, value, date, flow, stock)


def _only_date(together: Sequence[Statement]) -> str | None:
    dates = {one.value or one.high for one in together if one.kind == "date" and (one.value or one.high)}
    return dates.pop() if len(dates) == 1 else None


def _found(page: Page, told: Sequence[_Told]) -> Iterator[Finding]:
    ordered = sorted(told, key=lambda one: one.date)
    for rank, one in enumerate(ordered):
        if not one.flow:
            continue
        before = [each for each in ordered[:rank] if each.stock and each.date < one.date]
        after = [each for each in ordered[rank + 1 :] if each.stock and each.date > one.date]
        if not before or not after or not before[-1].value < one.value < after[0].value:
            continue
        words = _SUSPECT.filled(
            flow=quoted(one.statement), before=quoted(before[-1].statement), after=quoted(after[0].statement)
        )
        yield Finding(
            "claims",
            METHOD,
            (before[-1].statement.id, one.statement.id, after[0].statement.id),
            words,
            numbers={
                "flow": float(one.value),
                "before": float(before[-1].value),
                "after": float(after[0].value),
                "unit": one.statement.unit,
            },
            verdict="cannot_tell",
            because="scope",
            settle=_SETTLE,
            source=page.source,
        )
