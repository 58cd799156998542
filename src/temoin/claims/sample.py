"""Short texts with known answers, for examples and tests: how to read one without a case."""

import hashlib

from temoin.claims.read import read_statements
from temoin.evidence import Statement
from temoin.evidence.source import Reading
from temoin.period import PartialDate

SOURCE = "0" * 64


def read(text: str, *, language: str = "fr", published: str | None = None, place: str | None = None) -> list[Statement]:
    """Return the statements of a text that belongs to no source.

    Examples
    --------
    >>> [statement.value for statement in read("Le 5 janvier 2022 à 10h30 (UTC)")]
    ['2022-01-05T10:30:00Z']
    """
    return read_statements(
        text,
        source=SOURCE,
        text_hash=hashlib.sha256(text.encode()).hexdigest(),
        language=language,
        published=PartialDate(published) if published else None,
        reading=Reading(),
        place=place,
    )
