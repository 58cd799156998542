"""Spans told with their length (``claims.delay/1``): "de 8 h à 20 h, soit douze heures", "deux jours, du 4 au 6 mars".

The length is computed from the two ends, the last day in or out. What is told as about a length, or over several days,
is left alone.
"""

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal

from temoin.claims.checks.amounts import quoted, reach
from temoin.claims.checks.delays import METHOD
from temoin.claims.checks.page import Page
from temoin.evidence import Finding, Settle, Statement
from temoin.quantity import Interval
from temoin.words import Words

_S = "[ \u00a0\u202f]"
_FR = r"(?P<{0}h>[01]?\d|2[0-4]){1}?(?:h|heures){1}?(?P<{0}m>[0-5]\d)?"
_EN = r"(?P<{0}e>1[0-2]|0?[1-9])(?::(?P<{0}n>[0-5]\d))?{1}?(?P<{0}pm>[ap])\.?m\b\.?"
_CLOCKS = re.compile(
    rf"\b(?:de|from|between|entre){_S}(?:{_FR.format('a', _S)}|{_EN.format('a', _S)}){_S}(?:à|to|et|and|until){_S}"
    rf"(?:{_FR.format('b', _S)}|{_EN.format('b', _S)}){_S}?[,(]{_S}?(?:soit|or|that is){_S}",
    re.IGNORECASE,
)
_NUMBERS = {
    name: rank
    for rank, names in enumerate(
        "un une one a|deux two|trois three|quatre four|cinq five|six|sept seven|huit eight|neuf nine|dix ten|"
        "onze eleven|douze twelve".split("|"),
        1,
    )
    for name in names.split()
}
_LENGTH = rf"(?P<count>\d{{1,3}}|{'|'.join(_NUMBERS)}){_S}(?P<unit>jours?|semaines?|days?|weeks?)"
_BEFORE = re.compile(
    rf"(?P<about>(?:plus|moins|près) d[e’']|environ|pendant au moins|quelque|about|over|nearly|at least)?"
    rf"{_S}?\b{_LENGTH},{_S}(?:soit )?(?:du|from|entre le)(?:{_S}"
    rf"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\w+day))?{_S}$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"{_S}?,{_S}(?:soit|or){_S}{_LENGTH}\b", re.IGNORECASE)
_SLACK = {"d": 1, "w": 3}
_AGREES = Words("{ends} font bien {length}.", "{ends} is indeed {length}.")
_DISAGREES = Words(
    "{ends} font {right}, mais le texte dit {length}.", "{ends} makes {right}, but the text says {length}."
)
_HOURS = Words("{count}\u00a0heures", "{count} hours")
_DAYS = Words("{count}\u00a0jours", "{count} days")
_SETTLE = Settle(
    Words("le début et la fin exacts", "the exact beginning and end"),
    Words("qui a daté l’événement", "whoever dated the event"),
    Words("Quand cela a-t-il commencé et fini exactement\u202f?", "When exactly did it begin and end?"),
)


def check_spans(page: Page) -> list[Finding]:
    """Return one finding a span of hours or of days that a text tells with its length.

    Returns
    -------
    findings in the order of the text; ``numbers`` holds ``computed said unit``
    """
    return [*_hours(page), *_days(page)]


def _hours(page: Page) -> Iterator[Finding]:
    for length in page.statements:
        if length.kind != "duration" or length.unit != "h" or length.qualifier != "exact":
            continue
        sentence = page.sentence(length.start)
        told = next(
            (one for one in _CLOCKS.finditer(page.text, sentence.start, length.start) if one.end() == length.start),
            None,
        )
        if told is None:
            continue
        minutes = (_minutes(told, "b") - _minutes(told, "a")) % (24 * 60) or 24 * 60
        made = Decimal(minutes) / 60
        ends = page.text[told.start() : told.end()].rsplit(",", 1)[0].rsplit("(", 1)[0].strip()
        holds = Interval(made, made, closed=True).meets(reach(length))
        yield _finding(page, (length,), (ends, quoted(length), _HOURS), (made, holds, length.value))


def _minutes(told: re.Match[str], end: str) -> int:
    if told[f"{end}h"]:
        return int(told[f"{end}h"]) * 60 + int(told[f"{end}m"] or 0)
    hour = int(told[f"{end}e"]) % 12 + (12 if told[f"{end}pm"].casefold() == "p" else 0)
    return hour * 60 + int(told[f"{end}n"] or 0)


def _days(page: Page) -> Iterator[Finding]:
    for span in page.statements:
        if span.kind != "date" or span.value or not span.low or not span.high or not re.search(r"\d", span.text):
            continue
        told = _BEFORE.search(page.before(span)) or _AFTER.match(page.text, span.end)
        if told is None or told.groupdict().get("about") or not _two_days(span):
            continue
        days = (dt.date.fromisoformat(span.high[:10]) - dt.date.fromisoformat(span.low[:10])).days
        count = told["count"].casefold()
        number = int(count) if count.isdigit() else _NUMBERS[count]
        kind = "w" if told["unit"][0].casefold() in "sw" else "d"
        said = number * (7 if kind == "w" else 1)
        holds = days - _SLACK[kind] <= said <= days + 1 + _SLACK[kind]
        length = told[0][told.start("count") - told.start() : told.end("unit") - told.start()]
        printed = Words(f"«\u00a0{length}\u00a0»", f"“{length}”")
        yield _finding(page, (span,), (span.text, printed, _DAYS), (Decimal(days), holds, said))


def _two_days(span: Statement) -> bool:
    """Whether two days of a month are printed: "du 4 au 11 mars 2024", not "mars 2024"."""
    return len(re.findall(r"(?<!\d)\d{1,2}(?!\d)", span.text)) >= 2


def _finding(
    page: Page,
    evidence: tuple[Statement, ...],
    told: tuple[str, Words, Words],
    judged: tuple[Decimal, bool, object],
) -> Finding:
    ends, length, unit = told
    made, holds, said = judged
    count = f"{made.normalize():f}"
    right = Words(unit.fr.replace("{count}", count.replace(".", ",")), unit.en.replace("{count}", count))
    return Finding(
        "claims",
        METHOD,
        tuple(one.id for one in evidence),
        (_AGREES if holds else _DISAGREES).filled(
            ends=Words(f"«\u00a0{ends}\u00a0»", f"“{ends}”"), length=length, right=right
        ),
        parameters={"computes": "span"},
        numbers={"computed": float(made), "said": str(said), "unit": unit.en.rsplit(" ", 1)[1]},
        verdict="agrees" if holds else "disagrees",
        because=None if holds else "date",
        settle=None if holds else _SETTLE,
        source=page.source,
    )
