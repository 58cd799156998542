"""Planned money told as spent money (``claims.phase/1``): a budget, an investment or a notice is not a payment."""

import re

from temoin.claims.checks.amounts import quoted, same_unit, value_of
from temoin.claims.checks.page import Page
from temoin.claims.checks.sums import Total, find_totals
from temoin.evidence import Finding, Settle, Statement
from temoin.words import Words
from temoin.words import quoted as in_quotes

METHOD = "claims.phase/1"

_PLANNED = re.compile(
    r"\binvestissements?\b|\bbudgets?\b|\bbudgété\w*|\bprévu\w*|\bprévoi\w+|\benveloppes?\b|\bcrédits?\b|"
    r"\bappels? d[’']offres?|"
    r"\bavis de marché|\bmarchés? attribués?|\bplanned\b|\binvestments?\b|\ballocat\w+|\btenders?\b|\bearmarked\b|"
    r"\bappropriat\w+|\bestimé\w* à",
    re.IGNORECASE,
)
_PAID = re.compile(
    r"\b(?:ont|a|avait|avaient|auraient|aurait) (?:\w+ )?(?:dépensé|payé|versé|déboursé|réglé)|"
    r"\bdépenses? (?:effectuées?|réelles?)|"
    r"\b(?:have|has|had)? ?(?:spent|paid|disbursed)\b",
    re.IGNORECASE,
)
_TOLD = Words(
    "Le texte présente {parts} comme {planned}, puis le total {total} comme {paid}\u00a0: rien ne dit que cet "
    "argent a été "
    "versé.",
    "The text presents {parts} as {planned}, then the total {total} as {paid}: nothing tells that this money was paid.",
)
_AGAIN = Words(
    "Le même montant est dit {planned} ({first}) et {paid} ({second})\u00a0: rien ne dit que cet argent a été versé.",
    "The same amount is told as {planned} ({first}) and as {paid} ({second}): nothing tells that this money was paid.",
)
_SETTLE = Settle(
    Words(
        "les ordres de paiement, ou les comptes exécutés, à côté du budget",
        "the payment orders, or the executed accounts, beside the budget",
    ),
    Words("le payeur, ou sa cour des comptes", "the payer, or its court of auditors"),
    Words(
        "Ces montants sont-ils prévus, engagés ou payés, et à quelle date\u202f?",
        "Are these amounts planned, committed or paid, and as of when?",
    ),
)


def check_phases(page: Page) -> list[Finding]:
    """Return one finding an amount that the text tells both as planned and as paid.

    Returns
    -------
    findings, ``cannot_tell``; ``numbers`` holds ``planned`` and ``paid``, the words of the text
    """
    found = [finding for total in page.once(find_totals) if (finding := _of_total(page, total))]
    return found + _told_again(page)


def _of_total(page: Page, total: Total) -> Finding | None:
    if total.stated.kind != "money":
        return None
    sentence = page.sentence(total.stated.start)
    paid = _PAID.search(page.text, sentence.start, sentence.end)
    first = page.sentence(total.parts[0].start)
    heading = page.text[max(0, first.start - 250) : total.parts[0].start]
    planned = list(_PLANNED.finditer(heading))
    if paid is None or not planned or _PAID.search(heading[planned[-1].start() :]):
        return None
    words = _TOLD.filled(
        parts=quoted(*total.parts[:3]) if len(total.parts) <= 3 else _several(len(total.parts)),
        planned=in_quotes(planned[-1][0]),
        total=quoted(total.stated),
        paid=in_quotes(paid[0]),
    )
    return _finding(page, (*total.parts, total.stated), words, planned[-1][0], paid[0])


def _told_again(page: Page) -> list[Finding]:
    found = []
    seen: dict[tuple[str | None, str | None], Statement] = {}
    for sentence, together in page.by_sentence:
        if all(one.kind != "money" for one in together):
            continue
        planned = _PLANNED.search(page.text, sentence.start, sentence.end)
        paid = _PAID.search(page.text, sentence.start, sentence.end)
        for one in together:
            if one.kind != "money" or not value_of(one) or bool(planned) == bool(paid):
                continue
            before = seen.setdefault((one.unit, one.value), one) if planned else seen.get((one.unit, one.value))
            if paid and before and same_unit(before, one):
                whole = page.sentence(before.start)
                told = _PLANNED.search(page.text, whole.start, whole.end)
                assert told is not None
                words = _AGAIN.filled(
                    planned=in_quotes(told[0]), paid=in_quotes(paid[0]), first=quoted(before), second=quoted(one)
                )
                found.append(_finding(page, (before, one), words, told[0], paid[0]))
    return found


def _several(count: int) -> Words:
    return Words(f"{count} montants", f"{count} amounts")


def _finding(page: Page, evidence: tuple[Statement, ...], words: Words, planned: str, paid: str) -> Finding:
    return Finding(
        "claims",
        METHOD,
        tuple(one.id for one in evidence),
        words,
        numbers={"planned": planned, "paid": paid},
        verdict="cannot_tell",
        because="scope",
        settle=_SETTLE,
        source=page.source,
    )
