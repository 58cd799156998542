"""Short ways to a page: figures marked by hand in a made-up text, or read from it."""

from collections.abc import Callable

from temoin.claims import sample
from temoin.claims.checks.page import Page
from temoin.evidence import Finding, Statement
from temoin.period import PartialDate

SOURCE, HASH = "5" * 64, "7" * 64


def marked(text: str, printed: str, value: object, unit: str | None = None, **fields: object) -> Statement:
    """Return a statement on the first place where a text prints a figure; its interval is half a unit either side."""
    start = text.index(printed)
    half = fields.pop("half", 0)
    bounds = {} if value is None or isinstance(value, str) else {"low": str(value - half), "high": str(value + half)}
    given = {"kind": "count", "attribute": "count", "extractor": "hand/1", "quote": text, "quote_start": 0} | fields
    told = None if value is None else str(value)
    return Statement(SOURCE, HASH, start, start + len(printed), printed, value=told, unit=unit, **(bounds | given))


def page(
    text: str, *statements: Statement, published: str | None = None, place: str | None = None, language: str = "fr"
) -> Page:
    """Return a page of a text, with the statements given or else those read in it."""
    found = statements or sample.read(text, language=language, published=published, place=place)
    return Page(text, found, published=PartialDate(published) if published else None, place=place)


def verdicts(check: Callable[[Page], list[Finding]], text: str, **known: str) -> list[str | None]:
    """Return the verdicts of a check on a text that is read."""
    return [finding.verdict for finding in check(page(text, **known))]


def only(check: Callable[[Page], list[Finding]], text: str, **known: str) -> Finding:
    """Return the one finding of a check on a text that is read."""
    (found,) = check(page(text, **known))
    return found
