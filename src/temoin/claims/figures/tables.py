"""The unit of a number in a table that lost its lines: that of its column's header.

Three shapes are read: rows with bars or tabs; rows whose cells are parted by spaces, aligned on the right under a
header with slashes; and cells one a line, in groups under as many headers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from temoin.claims.figures.captions import Caption, Captions
from temoin.claims.figures.currencies import CURRENCIES, ISO
from temoin.claims.figures.drafts import Draft
from temoin.claims.figures.nouns import NOUNS
from temoin.claims.figures.units import DURATIONS
from temoin.claims.figures.vocabulary import MAGNITUDES
from temoin.evidence import Kind

_RANKS = re.compile(r"\b(?:rang|rank|classement|ranking|position|place)\b|^\s*(?:#|n°)\s*$", re.IGNORECASE)
_DURATION = re.compile(r"\b(?:durée|duration|temps|time)\b", re.IGNORECASE)
_MONEY = re.compile(
    r"\b(?:coûts?|montants?|budgets?|prix|dépenses?|costs?|amounts?|price|spend\w*|pertes?|loss\w*)\b", re.IGNORECASE
)
_SHARE = re.compile(r"%|\b(?:pourcentage|percent\w*)\b", re.IGNORECASE)
# What a caption's money is spread over; a column of staff or of shares in the same table is not.
_AMOUNT = re.compile(
    r"\b(?:total|totaux|valeurs?|values?|recettes?|salaires?|salar(?:y|ies)|revenus?|revenues?|crédits?|soldes?|sommes?|"
    r"sums?|fonctionnement|investissements?|prévu\w*|engag\w*|réalis\w*|exécut\w*|vot[ée]\w*|planned|actual|paid|pay[ée]\w*)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"j['’]aime|[^\W\d_]+|[€$£]")
_SLASHES = re.compile(r"[^\d\n]+(?:[ \t]/[ \t][^\d\n/]+){2,}")
_RULE = re.compile(r"[\s|:+—–-]+")
_LONGEST_CELL = 60


@dataclass(frozen=True, slots=True)
class Column:
    """What a column's header says of its numbers: kind, unit, and the magnitude they are printed in."""

    kind: Kind
    unit: str | None
    factor: Decimal = Decimal(1)


def column(header: str, drafts: Sequence[Draft]) -> Column | None:
    """Return what a header says; None where it says nothing.

    A duration without a unit has the only one that the text's durations have, and money likewise.

    Examples
    --------
    >>> column("Durée (heures)", []), column("Rang global", []).kind
    (Column(kind='duration', unit='h', factor=Decimal('1')), 'rank')
    """
    if _RANKS.search(header):
        return Column("rank", None)
    if (named := _named(header, drafts)) is not None:
        return named
    if _SHARE.search(header):
        return Column("percent", "%")
    if _DURATION.search(header):
        return _only(drafts, "duration")
    return _only(drafts, "money") if _MONEY.search(header) else None


def _named(header: str, drafts: Sequence[Draft]) -> Column | None:
    words = [word.lower() for word in _WORD.findall(header)]
    factor = next(
        (Decimal(10) ** MAGNITUDES[word] for word in words if len(word) > 3 and word in MAGNITUDES), Decimal(1)
    )
    for word in words:
        if word in DURATIONS and len(word) > 1:
            return Column("duration", DURATIONS[word])
        if word in CURRENCIES or word.upper() in ISO or word in "€$£":
            return Column("money", _code(word, drafts), factor)
        if word in NOUNS:
            return Column("count", NOUNS[word], factor)
    return None


def _code(word: str, drafts: Sequence[Draft]) -> str | None:
    if word.upper() in ISO:
        return word.upper()
    sign = {"€": "EUR", "$": "USD", "£": "GBP"}.get(word)
    return sign or (CURRENCIES[word].default if word in CURRENCIES else None) or _unit_of(drafts, "money")


def _unit_of(drafts: Sequence[Draft], kind: Kind) -> str | None:
    units = {draft.unit for draft in drafts if draft.kind == kind and draft.named}
    return next(iter(units)) if len(units) == 1 else None


def _only(drafts: Sequence[Draft], kind: Kind) -> Column | None:
    unit = _unit_of(drafts, kind)
    return Column(kind, unit) if unit else None


def fill_columns(text: str, drafts: Sequence[Draft], captions: Captions | None = None) -> None:
    """Give the numbers of a table the unit of their column, or of the caption above it, in place."""
    bare = [draft for draft in drafts if draft.is_bare and draft.second is None]
    if not bare:
        return
    tables = _Tables(text, drafts)
    for draft in bare:
        caption = captions.over(draft.start) if captions else None
        if caption is not None and captions is not None:
            _under(tables, draft, caption, is_label=captions.is_label(draft.start))
        elif (found := tables.column_of(draft)) is not None:
            draft.named_by(found.kind, found.unit)
            draft.factor = found.factor


def _under(tables: "_Tables", draft: Draft, caption: Caption, *, is_label: bool) -> None:
    header = tables.header_of(draft)
    own = tables.column_of(draft) if header else None
    amount = header is None or _MONEY.search(header) or _AMOUNT.search(header) or _prints_money(header)
    if is_label or not amount:
        if own is not None:
            draft.named_by(own.kind, own.unit)
            draft.factor = own.factor
        return
    unit = own.unit if own is not None and header and _prints_money(header) else caption.unit
    draft.named_by(own.kind if own is not None else caption.kind or draft.kind, unit)
    if not draft.numeral.scaled:
        draft.factor = own.factor if own is not None and own.factor != 1 else caption.factor


def _prints_money(header: str) -> bool:
    return any(word in CURRENCIES or word.upper() in ISO or word in "€$£" for word in _WORD.findall(header.lower()))


class _Tables:
    def __init__(self, text: str, drafts: Sequence[Draft]) -> None:
        self._text = text
        self._drafts = drafts
        self._columns: dict[str, Column | None] = {}
        self._header_of: dict[int, tuple[int, int] | None] = {}
        self._cells: dict[int, str] | None = None

    def header_of(self, draft: Draft) -> str | None:
        """Return the header of the column of a row with bars or tabs; None where there is none."""
        first = self._text.rfind("\n", 0, draft.start) + 1
        last = self._text.find("\n", draft.end)
        line = self._text[first : len(self._text) if last < 0 else last]
        return self._barred(draft, first, line) if (line.count("|") > 1 or "\t" in line) else None

    def column_of(self, draft: Draft) -> Column | None:
        """Return what the header of the column of a number says; None where it has none."""
        first = self._text.rfind("\n", 0, draft.start) + 1
        last = self._text.find("\n", draft.end)
        last = len(self._text) if last < 0 else last
        line = self._text[first:last] if last - first < 2000 else ""
        if line.count("|") > 1 or "\t" in line:
            return self._named(self._barred(draft, first, line))
        if line.strip(" |\u00a0") == self._text[draft.start : draft.end]:
            return self._named(self._stacked(first))
        return self._named(self._slashed(draft, first, last)) if first else None

    def _named(self, header: str | None) -> Column | None:
        if not header:
            return None
        if header not in self._columns:
            self._columns[header] = column(header, self._drafts)
        return self._columns[header]

    def _barred(self, draft: Draft, first: int, line: str) -> str | None:
        sign = "|" if "|" in line else "\t"
        header = self._header(first, sign)
        if header is None:
            return None
        cells = self._text[header[0] : header[1]].split(sign)
        rank = line[: draft.start - first].count(sign)
        return cells[rank].strip() if rank < len(cells) else None

    def _header(self, first: int, sign: str) -> tuple[int, int] | None:
        walked: list[int] = []
        found: tuple[int, int] | None = None
        at = first
        while at > 0:
            walked.append(at)
            above = self._text.rfind("\n", 0, at - 1) + 1
            line = self._text[above : at - 1]
            if above in self._header_of:
                found = self._header_of[above]
                break
            if line.count(sign) < 1:
                break
            if not _RULE.fullmatch(line) and not any(sign.isdigit() for sign in line):
                found = (above, at - 1)
                break
            at = above
        self._header_of |= dict.fromkeys(walked, found)
        return found

    def _slashed(self, draft: Draft, first: int, last: int) -> str | None:
        header = self._slash_header(first)
        if header is None:
            return None
        here = [one for one in self._near(draft) if first <= one.start < last]
        cells = [cell.strip() for cell in self._text[header[0] : header[1]].split("/")]
        from_right = len(here) - here.index(draft)
        return cells[-from_right] if 0 < from_right <= len(cells) else None

    def _near(self, draft: Draft) -> Sequence[Draft]:
        low, high = 0, len(self._drafts)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._drafts[middle].start < draft.start else (low, middle)
        return self._drafts[max(0, low - 24) : low + 24]

    def _slash_header(self, first: int) -> tuple[int, int] | None:
        if first in self._header_of:
            return self._header_of[first]
        walked: list[int] = []
        found: tuple[int, int] | None = None
        at = first
        while at > 0:
            walked.append(at)
            above = self._text.rfind("\n", 0, at - 1) + 1
            if above in self._header_of:
                found = self._header_of[above]
                break
            line = self._text[above : at - 1]
            if " / " in line and _SLASHES.fullmatch(line):
                found = (above, at - 1)
                break
            if not any(sign.isdigit() for sign in line):
                break
            at = above
        self._header_of |= dict.fromkeys(walked, found)
        return found

    def _stacked(self, first: int) -> str | None:
        if self._cells is None:
            self._cells = _stacked_headers(self._text)
        return self._cells.get(first)


def _stacked_headers(text: str) -> dict[int, str]:
    found: dict[int, str] = {}
    labels: list[str] = []
    headers: list[str] = []
    group: list[int] = []
    at = 0
    for line in text.split("\n"):
        cell = line.strip(" |\u00a0\t")
        is_number = bool(cell) and cell[0].isdigit() and not any(sign.isalpha() for sign in cell)
        if is_number:
            if not group and len(labels) > 2:
                headers = labels[:-1]
            labels = []
            group.append(at)
        else:
            if group:
                _close(found, headers, group)
                group = []
            if len(cell) > _LONGEST_CELL or cell.endswith((".", "?", "!")):
                labels, headers = [], []
            elif cell:
                labels.append(cell)
        at += len(line) + 1
    _close(found, headers, group)
    return found


def _close(found: dict[int, str], headers: Sequence[str], group: Sequence[int]) -> None:
    if 0 < len(group) <= len(headers):
        found |= dict(zip(group, headers[-len(group) :], strict=True))
