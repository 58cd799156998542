"""The total lines of tables and lists, with the lines that each adds: subtotals, averages and series set apart.

A subtotal adds the lines since the one before it; a mean, a reminder or a line of what another holds adds to nothing; a
stock told year after year has no sum. A table whose one line of total has every line above it is all there: nothing
else may make up a gap.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from temoin.claims.checks.amounts import added, bare_unit, exactly, reach, value_of
from temoin.claims.checks.rows import Row, RowList, only_some
from temoin.evidence import Statement

_LEAD = r"[\s|•*–—-]*"
_ASIDE = re.compile(
    _LEAD + r"(?:moyenne|médiane|maximum|minimum|rappel|pour mémoire|dont|écart|average|mean|median|of which|including|"
    r"reminder|max|min|variation|évolution|change|difference|par habitant|per capita)\b",
    re.IGNORECASE,
)
_SUBTOTAL = re.compile(_LEAD + r"(?:sous-tota\w+|sub-?total\w*)\b", re.IGNORECASE)
_PLAIN_TOTAL = re.compile(
    _LEAD + r"(?:total|totaux|ensemble)(?: général| des (?:dépenses|recettes)| ttc)?[\s|*]*(?:[:=–—-]|\s\s|\|)",
    re.IGNORECASE,
)
_TIME = re.compile(
    _LEAD + r"(?:(?:fin|début|mi-|en|au|end of|late)\s?)?(?:\d{1,2}(?:er)? )?"
    r"(?:(?:janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov|déc|jan|feb|mar|apr|may|jun|jul|aug|dec)\w*\.?\s?)?"
    r"(?:(?:19|20)\d\d|[TQS][1-4])\b[\s|:]",
    re.IGNORECASE,
)
_STOCK = re.compile(
    r"abonné|follower|subscriber|membre|member|habitant|population|utilisateur|\busers?\b|encours|stock|client|compte",
    re.IGNORECASE,
)
_TAKES_AWAY = re.compile(
    r"\b(?:remise|rabais|déduction|moins|net|nette|ht|ttc|tva|hors taxes?|avance|acompte|solde|report|discount|less|"
    r"vat|tax|balance|refund|rembours\w+|à déduire|cumul\w*)\b",
    re.IGNORECASE,
)
_COLUMN_STOPS = re.compile(r"\|\s*:?-{2,}")
_MOST_ROWS_TRIED = 12
TOTALLED = frozenset({"money", "count", "duration"})


@dataclass(frozen=True, slots=True)
class Tally:
    """A figure of a line of total with those it adds.

    Parameters
    ----------
    whole : the list is told line by line up to its one total
    sure : nothing in the list explains a gap: no other total above, no line to take away or to leave out
    """

    stated: Statement
    parts: tuple[Statement, ...]
    whole: bool
    sure: bool


def tallies(text: str, table: RowList) -> Iterator[Tally]:
    """Return what each line of total adds, column by column.

    Parameters
    ----------
    text : the document
    table : as :func:`temoin.claims.checks.rows.row_lists` finds it

    Returns
    -------
    the totals that add at least two lines; those of a stock over time are left out
    """
    for row in table.totals:
        parts = _lines_of(text, table, row)
        if len(parts) < 2 or {len(each.figures) for each in parts} != {len(row.figures)}:
            continue
        for column, stated in enumerate(row.figures):
            figures = tuple(each.figures[column] for each in parts)
            if stated.kind not in TOTALLED or value_of(stated) is None or not _alike(figures, stated):
                continue
            if _is_stock(text, table, parts, figures, stated):
                continue
            odd = _takes_away(text, table, row) or _explained(figures, stated)
            sure = not odd and not _several(text, table, row)
            whole = sure and _is_whole(text, table, row)
            yield Tally(stated, figures, whole, sure)


def _lines_of(text: str, table: RowList, total: Row) -> list[Row]:
    before = [one for one in table.totals if one.start < total.start]
    begin = before[-1].end if before and _SUBTOTAL.match(text, total.start) else 0
    return [one for one in table.rows if begin <= one.start < total.start and not _ASIDE.match(text, one.start)]


def _alike(figures: Sequence[Statement], stated: Statement) -> bool:
    return all(one.kind == stated.kind and bare_unit(one.unit) == bare_unit(stated.unit) for one in figures)


def _several(text: str, table: RowList, total: Row) -> bool:
    """Whether other totals stand above this one that are not called subtotals: which lines it adds is not said."""
    before = [one for one in table.totals if one.start < total.start]
    return any(not _SUBTOTAL.match(text, one.start) for one in before)


def _is_stock(text: str, table: RowList, parts: Sequence[Row], figures: Sequence[Statement], stated: Statement) -> bool:
    if not all(_TIME.match(text, one.start) for one in parts):
        return False
    if added([exactly(one) for one in figures]).meets(reach(stated)):
        return False
    head = text[max(0, table.start - 200) : table.start]
    counted = any(_STOCK.search(words) for words in (head, stated.unit or "", stated.text))
    return counted or value_of(stated) in {value_of(one) for one in figures}


def _is_whole(text: str, table: RowList, total: Row) -> bool:
    if not _PLAIN_TOTAL.match(text, total.start) or only_some(text, table.start):
        return False
    return not _line_without_figure(text, table.start)


def _takes_away(text: str, table: RowList, total: Row) -> bool:
    return any(_TAKES_AWAY.search(text, row.start, row.end) for row in (*table.rows, total))


def _line_without_figure(text: str, start: int) -> bool:
    """Whether the line just above a list belongs to it and gives no figure: "- Autres : non communiqué"."""
    above = text[:start].rstrip("\n").rsplit("\n", 1)[-1] if text[max(0, start - 2) : start] != "\n\n" else ""
    if not above.strip() or _COLUMN_STOPS.search(above):
        return False
    return bool(re.match(r"\s*[|•*–—-]", above)) or bool(re.search(r":[ \u00a0]*\S", above))


def _explained(figures: Sequence[Statement], stated: Statement) -> bool:
    """Whether leaving out, or taking away, one line or two gives the total."""
    values = [value for one in figures if (value := value_of(one)) is not None]
    said = value_of(stated)
    if said is None or len(values) > _MOST_ROWS_TRIED:
        return True
    gap = sum(values, Decimal(0)) - said
    single = any(abs(gap) in (value, 2 * value) for value in values)
    return single or any(gap == first + second for first, second in combinations(values, 2))
