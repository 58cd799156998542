"""Days told from the day of publication (``claims.delay/1``): "dans une semaine" is that day plus seven."""

import datetime as dt
import re

from temoin.claims.checks.page import Page
from temoin.evidence import Finding, Statement
from temoin.period import day_words
from temoin.words import Words

METHOD = "claims.delay/1"

_NUMBERS = {
    **dict.fromkeys(("un", "une", "a", "an", "one"), 1),
    **dict.fromkeys(("deux", "two"), 2),
    **dict.fromkeys(("trois", "three"), 3),
    **dict.fromkeys(("quatre", "four"), 4),
    **dict.fromkeys(("cinq", "five"), 5),
    **dict.fromkeys(("six",), 6),
    **dict.fromkeys(("huit", "eight"), 8),
    **dict.fromkeys(("dix", "ten"), 10),
    **dict.fromkeys(("quinze", "fifteen"), 15),
}
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(_NUMBERS) + ")"
_UNIT = r"(?P<unit>jours?|semaines?|days?|weeks?)"
_LATER = re.compile(rf"(?:dans|d[’']ici|in) {_COUNT} {_UNIT}", re.IGNORECASE)
_EARLIER = re.compile(
    rf"il y a {_COUNT} {_UNIT}|{_COUNT.replace('count', 'number')} {_UNIT.replace('unit', 'of')} ago", re.IGNORECASE
)
_AGREES = Words(
    "{told}, à compter du {published}\u00a0: {published} {sign} {days} jours font le {date}.",
    "{told}, counted from {published}: {published} {sign} {days} days is {date}.",
)


def check_delays(page: Page) -> list[Finding]:
    """Return one finding a delay in days or weeks counted from the day of publication.

    Returns
    -------
    findings in the order of the text, each ``agrees`` with its sum shown; ``numbers`` holds ``days date``
    """
    if page.published is None or page.published.precision != "day":
        return []
    found = (_found(page, one, page.published.first) for one in page.statements if one.kind == "date")
    return [each for each in found if each]


def _found(page: Page, statement: Statement, published: dt.date) -> Finding | None:
    days = _days(" ".join(statement.text.split()))
    if days is None:
        return None
    date = published + dt.timedelta(days=days)
    if statement.value != date.isoformat() or not _from_publication(page, statement, date):
        return None
    words = _AGREES.filled(
        told=Words(f"«\u00a0{statement.text}\u00a0»", f"“{statement.text}”"),
        published=day_words(published),
        sign="+" if days > 0 else "−",
        days=abs(days),
        date=day_words(date),
    )
    numbers: dict[str, object] = {"days": days, "date": date.isoformat()}
    return Finding("claims", METHOD, (statement.id,), words, numbers=numbers, verdict="agrees", source=page.source)


def _from_publication(page: Page, statement: Statement, date: dt.date) -> bool:
    """Whether nothing in the sentence gives another day to count from, or another day for the end."""
    sentence = page.sentence(statement.start)
    days = {
        one.value
        for one in page.inside(sentence.start, sentence.end)
        if one.kind == "date" and one.value and len(one.value) == 10 and not _days(" ".join(one.text.split()))
    }
    return days <= {date.isoformat()}


def _days(text: str) -> int | None:
    for pattern, sign in ((_LATER, 1), (_EARLIER, -1)):
        if match := pattern.fullmatch(text):
            told = {name: value for name, value in match.groupdict().items() if value}
            count, unit = told.get("count") or told["number"], told.get("unit") or told["of"]
            number = int(count) if count.isdigit() else _NUMBERS[count.casefold()]
            return sign * number * (7 if unit[0].casefold() in "sw" else 1)
    return None
