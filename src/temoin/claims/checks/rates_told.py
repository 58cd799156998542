"""The conversions of one text against one another (``claims.rates/1``): do they share a rate?"""

from collections.abc import Sequence

from temoin.claims.checks.amounts import plain_bounds, tell
from temoin.claims.checks.conversions import Judged, judge_conversions
from temoin.claims.checks.page import Page
from temoin.evidence import Finding, Settle
from temoin.quantity import Interval
from temoin.words import LANGUAGES, Words

METHOD = "claims.rates/1"

_AGREES = Words(
    "Les {count} conversions de {pair} du texte se font à un même cours, entre {low} et {high}.",
    "The {count} conversions of {pair} in the text share one rate, between {low} and {high}.",
)
_SEVERAL = Words(
    "Les {count} conversions de {pair} du texte, prises comme imprimées, supposent des cours différents\u00a0: "
    "{rates}. "
    "Elles n’ont pas toutes été faites le même jour, ou partent de montants non arrondis.",
    "The {count} conversions of {pair} in the text, taken as printed, imply different rates: {rates}. They were "
    "not all "
    "made on the same day, or start from unrounded amounts.",
)
_SETTLE = Settle(
    Words("le cours employé pour chaque conversion", "the rate used for each conversion"),
    Words("l’auteur du texte", "the author of the text"),
    Words(
        "Quel cours avez-vous employé pour chacune de ces conversions, et à quelle date\u202f?",
        "Which rate did you use for each of these conversions, and of which date?",
    ),
)


def check_rates_told(page: Page) -> list[Finding]:
    """Return one finding a pair of currencies that a text converts at least twice.

    Conversions that are wrong by themselves are left aside: they are told by ``claims.conversion``.
    """
    together: dict[tuple[str, str], list[Judged]] = {}
    for judged in page.once(judge_conversions):
        if judged.verdict != "disagrees" and judged.pair.implied.low and judged.pair.implied.high:
            together.setdefault((judged.pair.first_currency, judged.pair.second_currency), []).append(judged)
    return [_finding(page, each) for each in together.values() if len(each) > 1]


def _finding(page: Page, together: Sequence[Judged]) -> Finding:
    implied = [one.pair.implied for one in together]
    low = max(one.low for one in implied if one.low is not None)
    high = min(one.high for one in implied if one.high is not None)
    shared = low <= high
    first = together[0].pair
    rates = [tell(point) for one in together if (point := one.pair.point)]
    words = (_AGREES if shared else _SEVERAL).filled(
        count=len(together),
        pair=f"{first.first_currency}/{first.second_currency}",
        low=tell(low),
        high=tell(high),
        rates=Words(*("\u202f; ".join(rate.in_(language) for rate in rates) for language in LANGUAGES)),
    )
    return Finding(
        "claims",
        METHOD,
        tuple(statement.id for one in together for statement in (one.pair.first, one.pair.second)),
        words,
        numbers={
            "conversions": len(together),
            "implied": [float(round(point, 4)) for one in together if (point := one.pair.point)],
            **plain_bounds("shared", Interval(low, high) if shared else Interval(None, None)),
        },
        verdict="agrees" if shared else "cannot_tell",
        because=None if shared else "rate",
        settle=None if shared else _SETTLE,
        source=page.source,
    )
