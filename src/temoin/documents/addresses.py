"""Dates that an address bears: /2019/05/08/, /20190508, ?date=2019-05-08; never a day and month in open order."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from temoin.errors import InputError
from temoin.period import PartialDate

_YEAR = r"(?P<year>(?:199|20\d)\d)"
_MONTH = r"(?P<month>0[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12]\d|3[01])"
_ASKED = re.compile(
    rf"(?i)(?:^|[?&])(?:date|day|jour|pub_?date|publi\w*)=[^&]*?{_YEAR}(?P<sign>[-/]?){_MONTH}(?P=sign){_DAY}(?!\d)"
)
_IN_PATH = (
    re.compile(rf"(?<!\d){_YEAR}(?P<sign>[/_-]){_MONTH}(?P=sign){_DAY}(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}{_MONTH}{_DAY}(?!\d)"),
    re.compile(rf"/{_YEAR}(?P<sign>[/-]){_MONTH}(?=/(?!\d{{1,2}}(?:/|$)))"),
)


@dataclass(frozen=True, slots=True)
class AddressDate:
    """A date that an address bears, and where it stands in it."""

    value: PartialDate
    start: int
    end: int


def date_in_address(address: str) -> AddressDate | None:
    """Return the date that an address bears, a day before a month; None where it bears none or several.

    An address such as /08/05/2019/ is not read: nothing there says which is the month.

    Examples
    --------
    >>> date_in_address("https://journal.example/2031/05/08/le-reseau").value.text
    '2031-05-08'
    >>> date_in_address("https://journal.example/article?date=20310508").value.text
    '2031-05-08'
    >>> date_in_address("https://journal.example/08/05/2031/le-reseau") is None
    True
    """
    try:
        parts = urlsplit(address)
    except ValueError:  # brackets that enclose no address of a machine
        return None
    path, asked = address.find(parts.path, len(parts.scheme)), address.find(parts.query) if parts.query else -1
    found = _dates(_ASKED, f"?{parts.query}", asked - 1) if asked >= 0 else []
    for pattern in _IN_PATH:
        found = found or _dates(pattern, parts.path, path)
    return found[0] if len({each.value.text for each in found}) == 1 else None


def _dates(pattern: re.Pattern[str], text: str, offset: int) -> list[AddressDate]:
    found = []
    for match in pattern.finditer(text):
        named = match.groupdict()
        written = "-".join(named[part] for part in ("year", "month", "day") if named.get(part))
        try:
            value = PartialDate(written)
        except InputError:
            continue
        last = "day" if "day" in named else "month"
        found.append(AddressDate(value, offset + match.start("year"), offset + match.end(last)))
    return found
