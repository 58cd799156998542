"""Stated totals against their parts (``claims.sum/1``): lists of lines, columns of tables, figures of one sentence.

What is printed is added as printed. Parts and total agree if their printed precisions meet. Beyond, they disagree,
unless the text does not say that all the parts are there. In a list whose figures are mostly printed with decimals,
and whose total has as many, an integer is one whose zeros were dropped: "10 millions" beside "3,05 millions" is no
figure rounded to the million.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from temoin.claims.checks.amounts import (
    added,
    exactly,
    plain_bounds,
    printed_decimals,
    quoted,
    reach,
    rounded_reach,
    same_unit,
    shown_unit,
    tell,
    value_of,
)
from temoin.claims.checks.page import Page
from temoin.claims.checks.rows import RowList, only_some, unit_of
from temoin.claims.checks.tallies import TOTALLED, tallies
from temoin.evidence import Because, Finding, Settle, Statement, Verdict
from temoin.quantity import Interval, plain
from temoin.words import Words

METHOD = "claims.sum/1"

_TOTAL_WORD = re.compile(
    r"\b(?:au total|en tout|(?:pour|soit|à) un (?:montant )?total|un total|au cumul|totalis\w+|cumulés?|somme totale|"
    r"à (?:eux|elles) (?:deux|trois|quatre|cinq|six)|(?:le|ce) total (?:atteint|est|s[’']élève|se monte|"
    r"s[’']établit)|the total (?:is|reaches|comes)|"
    r"in all|in total|a total of|altogether|total(?:l)?ing|combined total|overall)\b",
    re.IGNORECASE,
)
_HINTS = ("total", "en tout", "cumul", "à eux ", "à elles ", "in all", "altogether", "overall")
_TOTAL_AFTER = re.compile(
    r"[ \u00a0]*(?:\([^)]*\) ?)?,? ?(?:au total|en tout|in total|in all|altogether)\b", re.IGNORECASE
)
_THAT_IS = re.compile(
    r"\b(?:à (?:eux|elles) (?:deux|trois|quatre|cinq|six)|soit|that is|i\.e\.|for a total of|pour un total de|"
    r"soit un total de|totall?ing|totalisant)\b",
    re.IGNORECASE,
)
_MOST_PARTS_TOLD = 15
_AGREES = Words(
    "Le total tient\u00a0: {parts} = {sum}, et le texte dit {total}.",
    "The total holds: {parts} = {sum}, and the text says {total}.",
)
_WITHIN = Words(
    "Le total tient à l’arrondi près\u00a0: {parts} = {sum}, et le texte dit {total}.",
    "The total holds within rounding: {parts} = {sum}, and the text says {total}.",
)
_DISAGREES = Words(
    "Le total ne tient pas\u00a0: {parts} = {sum}, mais le texte dit {total}\u00a0; l’écart est de {gap}, plus "
    "que les "
    "arrondis n’expliquent.",
    "The total does not hold: {parts} = {sum}, but the text says {total}; they are {gap} apart, more than rounding "
    "explains.",
)
_ROUNDING = Words(
    "{parts} = {sum}, mais le texte dit {total}\u00a0; l’écart de {gap} peut venir de l’arrondi des parties.",
    "{parts} = {sum}, but the text says {total}; the gap of {gap} may come from the rounding of the parts.",
)
_PARTIAL = Words(
    "{parts} = {sum}, mais le texte dit {total}\u00a0; il ne dit pas s’il donne toutes les parties.",
    "{parts} = {sum}, but the text says {total}; it does not say whether it gives all the parts.",
)
_WHICH = Words(
    "{parts} = {sum}, mais le texte dit {total}\u00a0; toutes les lignes ne s’additionnent peut-être pas.",
    "{parts} = {sum}, but the text says {total}; perhaps not all the lines are to be added.",
)
_SETTLE = Settle(
    Words("la liste complète des parties, non arrondies", "the whole list of the parts, unrounded"),
    Words("l’auteur du texte, ou le document qu’il cite", "the author of the text, or the document it cites"),
    Words(
        "Quelles parties additionnez-vous pour arriver à ce total, et avec quels montants exacts\u202f?",
        "Which parts do you add to reach this total, and with what exact amounts?",
    ),
)


@dataclass(frozen=True, slots=True)
class Total:
    """A stated total with the parts it is set against; ``whole`` where the text presents them as all the parts."""

    stated: Statement
    parts: tuple[Statement, ...]
    whole: bool
    asserted: bool = True
    sure: bool = True


def check_sums(page: Page) -> list[Finding]:
    """Return one finding a stated total whose parts stand beside it.

    Returns
    -------
    findings in the order of the totals; ``numbers`` holds ``sum sum_low sum_high total gap parts``
    """
    return [found for total in page.once(find_totals) if (found := _judged(page, total))]


def find_totals(page: Page) -> list[Total]:
    """Return the stated totals of a text, each with the parts beside it."""
    found = [total for each in page.lists for total in _of_table(page, each)]
    seen = {total.stated.id for total in found}
    for sentence, together in page.by_sentence:
        words = page.text[sentence.start : sentence.end].lower()
        opens_list = words.endswith(":")
        if not opens_list and not any(hint in words for hint in _HINTS):
            continue
        for rank, stated in enumerate(together):
            if stated.kind not in TOTALLED or value_of(stated) is None or stated.id in seen:
                continue
            before = [one for one in together[:rank] if same_unit(one, stated)]
            last = before[-1].end if before else sentence.start
            named = _TOTAL_WORD.search(page.text, last, stated.start) or _TOTAL_AFTER.match(page.text, stated.end)
            opens = not named and opens_list
            if (named or opens) and (total := _with_parts(page, stated, before, opens=opens)):
                found.append(total)
    return sorted(found, key=lambda total: total.stated.start)


def _with_parts(page: Page, stated: Statement, before: list[Statement], *, opens: bool) -> Total | None:
    sentence = page.sentence(stated.start)
    near = page.lists_near(sentence.start, sentence.end + 10)
    if any(each.start <= stated.start < each.end for each in near):
        return None
    for each in near:
        above = not opens and not page.text[each.end : sentence.start].strip() and each.end <= sentence.start
        below = each.start >= sentence.end and not page.text[sentence.end : each.start].strip()
        if (above or below) and unit_of(stated) in each.units:
            start = page.paragraph(each.start - 3)[0] if each.start > 3 else 0
            some = only_some(page.text, each.start, start)
            return Total(stated, tuple(each.figures(unit_of(stated))), whole=not some, asserted=not opens)
    if opens or len(before) < 2:
        return None if opens else _of_paragraph(page, stated)
    that_is = _THAT_IS.search(page.text, before[-1].end, stated.start)
    return Total(stated, tuple(before), whole=bool(that_is), asserted=bool(that_is))


def _of_paragraph(page: Page, stated: Statement) -> Total | None:
    """Figures of the same unit that end the paragraph before the total, if some run of them adds up to it."""
    start = page.paragraph(stated.start)[0]
    before = [one for one in page.inside(start, stated.start) if same_unit(one, stated)][-_MOST_PARTS_TOLD:]
    for first in range(len(before) - 1):
        if added([exactly(one) for one in before[first:]]).meets(reach(stated)):
            return Total(stated, tuple(before[first:]), whole=True)
    return None


def _of_table(page: Page, table: RowList) -> list[Total]:
    found = [(one, Total(one.stated, one.parts, whole=one.whole)) for one in tallies(page.text, table)]
    holding = any(_precise(total).meets(reach(total.stated)) for _, total in found)
    extract = len(found) > 1 and all(_below(total) for _, total in found)
    return [
        Total(one.stated, total.parts, whole=holding or (one.whole and not extract), sure=one.sure)
        for one, total in found
    ]


def _below(total: Total) -> bool:
    """Whether the parts make less than the total: where every column does, a line may have been left out."""
    made, said = _precise(total), reach(total.stated)
    return made.high is not None and said.low is not None and made.high < said.low


def _precise(total: Total) -> Interval:
    return added([exactly(one) for one in total.parts])


def _loose(total: Total) -> Interval:
    """Printed precision of the parts; dropped zeros restored where the list shows that they are dropped."""
    parts = total.parts
    decimals = [printed_decimals(one) for one in parts]
    with_some = [count for count in decimals if count]
    uniform = len({_magnitude(one) for one in (*parts, total.stated)}) == 1
    mostly = len(parts) >= 4 and 3 * len(with_some) >= 2 * len(parts)
    if not (uniform and mostly and printed_decimals(total.stated) >= max(decimals)):
        return added([rounded_reach(one) if _spelled_out(one) else reach(one) for one in parts])
    return added([_restored(one, min(with_some)) for one in parts])


def _restored(statement: Statement, decimals: int) -> Interval:
    value = value_of(statement)
    if value is None or printed_decimals(statement) or statement.qualifier != "exact":
        return reach(statement)
    half = _magnitude(statement).scaleb(-decimals) / 2
    return Interval(value - half, value + half, closed=True)


def _spelled_out(statement: Statement) -> bool:
    return statement.qualifier != "exact"


def _magnitude(statement: Statement) -> Decimal:
    text = statement.text.casefold()
    for word, worth in (("milliard", 9), ("billion", 9), ("md", 9), ("bn", 9), ("million", 6), ("mill", 3)):
        if word in text:
            return Decimal(10) ** worth
    return Decimal(1)


def _judged(page: Page, total: Total) -> Finding | None:
    values = [value_of(one) for one in total.parts]
    stated = value_of(total.stated)
    if stated is None or any(value is None for value in values):
        return None
    precise, loose, said = _precise(total), _loose(total), reach(total.stated)
    assert precise.low is not None
    gap = abs(precise.low - stated)
    verdict, because, words = _verdict(total, precise, loose, said)
    if verdict is None:
        return None
    numbers: dict[str, object] = {"sum": plain(precise.low), "total": plain(stated), "gap": plain(gap)}
    numbers |= plain_bounds("sum", loose, decimals=2) | {"parts": len(total.parts), "unit": total.stated.unit}
    return Finding(
        "claims",
        METHOD,
        (*(one.id for one in total.parts), total.stated.id),
        words.filled(
            parts=_arithmetic(total.parts),
            sum=tell(precise.low, shown_unit(total.stated)),
            total=quoted(total.stated),
            gap=tell(gap, shown_unit(total.stated)),
        ),
        numbers=numbers,
        verdict=verdict,
        because=because,
        settle=None if verdict == "agrees" else _SETTLE,
        source=page.source,
    )


def _verdict(
    total: Total, precise: Interval, loose: Interval, said: Interval
) -> tuple[Verdict | None, Because | None, Words]:
    if precise.meets(said):
        return "agrees", None, _AGREES
    if not total.asserted:
        return None, None, _PARTIAL
    if loose.meets(said):
        least = min(printed_decimals(one) for one in total.parts)
        alike = least > 0 and printed_decimals(total.stated) <= least
        return ("agrees", None, _WITHIN) if alike else ("cannot_tell", "sum", _ROUNDING)
    if not total.sure:
        return "cannot_tell", "sum", _WHICH
    below = said.low is not None and loose.high is not None and loose.high < said.low
    if below and not total.whole:
        return "cannot_tell", "missing", _PARTIAL
    return "disagrees", "sum", _DISAGREES


def _arithmetic(parts: Sequence[Statement]) -> Words:
    values = [value for one in parts if (value := value_of(one)) is not None]
    scale = Decimal(10) ** 6 if min(values) >= 100_000 else Decimal(1)
    shown = [tell(value / scale) for value in values[:_MOST_PARTS_TOLD]]
    more = " + …" if len(values) > len(shown) else ""
    unit = Words("\u00a0millions", "\u00a0million") if scale > 1 else Words("", "")
    french, english = (" + ".join(one.in_(language) for one in shown) + more for language in ("fr", "en"))
    return Words(f"{french}{unit.fr}", f"{english}{unit.en}")
