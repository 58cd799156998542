"""Labels of rows that count others: totals, sub-totals, averages; and names that only begin like one."""

import re
from collections.abc import Collection
from typing import Literal

from temoin.documents.tables import vocabulary
from temoin.documents.tables.headers import folded, platform_in

_MAY = re.compile(
    r"tot|ensemble|somme|sum|cumul|^all\b|moy|mean|average|avg|m[eé]dian|[eé]cart|pour ?cent|%", re.IGNORECASE
)
_TOTAL = re.compile(rf"(?:{vocabulary.TOTALS})(?: (?P<rest>.+))?")
_SUBTOTAL = re.compile(vocabulary.SUBTOTALS)
_AVERAGE = re.compile(rf"(?:{vocabulary.AVERAGES})(?: (?P<rest>.+))?")
_GENERIC = re.compile(rf"{vocabulary.WITH_TOTALS}(?: {vocabulary.WITH_TOTALS})*")
_CALLS_OUT = re.compile(r"[!?@#&]")

LabelKind = Literal["total", "subtotal", "average"]


def may_label(label: str) -> bool:
    """Return whether a text may label a total or an average: a quick look that spares a million rows a long one."""
    return _MAY.search(label) is not None


def kind_of_label(label: str) -> LabelKind | None:
    """Return what a label may be, a name after it included; None for a name or anything else.

    Examples
    --------
    >>> [kind_of_label(label) for label in ("TOTAL GÉNÉRAL", "Sous-total nord", "Moyenne", "%", "TotalEnergies")]
    ['total', 'subtotal', 'average', 'average', None]
    >>> kind_of_label("Ensemble !"), kind_of_label("Total Direct Énergie"), kind_of_label("Moyenne Garonne FM")
    (None, 'total', None)
    """
    if label.strip() in {"%", "en %"}:
        return "average"
    if _CALLS_OUT.search(label):
        return None
    words = _words(label)
    if _SUBTOTAL.fullmatch(words):
        return "subtotal"
    if _TOTAL.fullmatch(words):
        return "total"
    average = _AVERAGE.fullmatch(words)
    return "average" if average and (not average["rest"] or _GENERIC.fullmatch(average["rest"])) else None


def is_whole(label: str, groups: Collection[str]) -> bool:
    """Return whether a label says a total by itself, or of something that its table names: a platform, a group.

    Parameters
    ----------
    groups : folded names that stand elsewhere in the table

    Examples
    --------
    >>> is_whole("Total 2031", ()), is_whole("Total Facebook", ()), is_whole("Total Direct Énergie", ())
    (True, True, False)
    >>> is_whole("Total Ministère des Phares", {"ministere des phares"})
    True
    """
    words = _words(label)
    found = _TOTAL.fullmatch(words)
    rest = found["rest"] if found and not _SUBTOTAL.fullmatch(words) else None
    if not rest or _GENERIC.fullmatch(rest):
        return True
    return rest in groups or (platform_in(rest) is not None and len(rest.split()) == 1)


def _words(label: str) -> str:
    """Words as printed: "TotalEnergies" is one."""
    return folded(label if label.isupper() else label.casefold())
