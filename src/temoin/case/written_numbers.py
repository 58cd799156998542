"""Numbers as people write them in a correction: 3,2 milliards, 450 000, 6.5."""

import re
from decimal import Decimal

from temoin.quantity import plain

# A comma before three digits may part thousands: 12,500 stays unread. So does the billion, which is not one in French.
_WRITTEN = re.compile(
    r"(?P<digits>-?(?:\d{1,3}(?:\s\d{3})+|\d+)(?:,(?:\d{1,2}|\d{4,})|\.\d+)?)(?:\s*(?P<magnitude>milliers?|mille|millions?|"
    r"milliards?|thousand))?",
    re.IGNORECASE,
)
_MAGNITUDES = {
    "": Decimal(1), "mille": Decimal(10**3), "millier": Decimal(10**3), "thousand": Decimal(10**3),
    "million": Decimal(10**6), "milliard": Decimal(10**9),
}  # fmt: skip


def plain_number(written: str) -> str | None:
    """Return a number that people wrote, in plain digits; None where it may be read in two ways, or not at all.

    Examples
    --------
    >>> plain_number("3,2 milliards"), plain_number("12,500")
    ('3200000000', None)
    """
    match = _WRITTEN.fullmatch(written.strip())
    if match is None:
        return None
    digits = re.sub(r"\s", "", match["digits"]).replace(",", ".")
    return plain(Decimal(digits) * _MAGNITUDES[(match["magnitude"] or "").casefold().removesuffix("s")])
