"""The nouns of a case: source, statement, finding, and the references that tie them to bytes."""

from temoin.evidence.finding import Because, Finding, Settle, Verdict
from temoin.evidence.locator import Chars, Locator, PageBox, Rows, Whole
from temoin.evidence.source import Genre, Source, Visibility
from temoin.evidence.statement import STATEMENTS, Kind, Qualifier, Statement

__all__ = [
    "STATEMENTS",
    "Because",
    "Chars",
    "Finding",
    "Genre",
    "Kind",
    "Locator",
    "PageBox",
    "Qualifier",
    "Rows",
    "Settle",
    "Source",
    "Statement",
    "Verdict",
    "Visibility",
    "Whole",
]
