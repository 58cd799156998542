"""Products that a text states with their factors (``claims.share/1``): "un tiers de 90, soit 30", "12 000 par
an, soit 1 000 par mois", "chacun des 50 a reçu 2 000 euros, soit 100 000".

Both factors and the result stand in one sentence, joined by "soit" or "or"; the result is set against what the printed
factors make. A day or a week worked is not one of the calendar: between them, only what no year holds is wrong.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from temoin.claims.checks.amounts import (
    divided,
    fraction_reach,
    multiplied,
    plain_bounds,
    quoted,
    reach,
    rounded_reach,
    same_unit,
    scaled,
    shown_unit,
    tell,
    value_of,
)
from temoin.claims.checks.page import Page
from temoin.claims.checks.shares import METHOD
from temoin.evidence import Because, Finding, Settle, Statement, Verdict
from temoin.quantity import Interval
from temoin.words import Words

_S = "[ \u00a0\u202f]"
_ABOUT = rf"(?:environ|près{_S}d[e’']|about|some|nearly|around)?{_S}?"
_SOIT = rf"{_S}*,?{_S}*(?:soit|c[’']est-à-dire|or|that{_S}is|i\.e\.){_S}+{_ABOUT}"
# "or" also offers another price: "$99 a year, or $9.99 a month".
_ONLY = rf"{_S}*,?{_S}*(?:soit|c[’']est-à-dire|that{_S}is|i\.e\.){_S}+{_ABOUT}"
_PERIODS = (
    ("year", r"(?:par an(?:née)?|chaque année|a year|per year|annually|annuels?)"),
    ("month", r"(?:par mois|chaque mois|a month|per month|monthly|mensuels?)"),
    ("week", r"(?:par semaine|a week|per week|weekly)"),
    ("day", r"(?:par jour|a day|per day|daily)"),
)
_EVERY = re.compile(_S + "(?:" + "|".join(f"(?P<{name}>{words})" for name, words in _PERIODS) + r")\b", re.IGNORECASE)
_SHORTEST, _LONGEST = 0, 1
_HOLDS: dict[tuple[str, str], tuple[int, int]] = {
    ("year", "month"): (12, 13), ("year", "week"): (40, 53), ("year", "day"): (200, 366),
    ("month", "week"): (4, 5), ("month", "day"): (20, 31), ("week", "day"): (4, 7),
}  # fmt: skip
_THAT_IS = re.compile(_ONLY, re.IGNORECASE)
_OUT_OF = re.compile(rf"(?:sur|of|out of)(?:{_S}(?:les|the|ses|its))?{_S}$", re.IGNORECASE)
_PART = re.compile(
    rf"{_S}*,{_S}(?:seuls |seulement |only )?(?P<part>\d{{1,3}}(?:[ \u00a0\u202f,]\d{{3}})+|\d+)"
    rf"(?:{_S}[^\d,;.:%()]{{1,40}})?"
    rf"(?:{_SOIT}|{_S}\({_ABOUT})",
    re.IGNORECASE,
)
_OF = re.compile(rf"{_S}(?:des?|du|d[’']|of(?: the)?){_S}?(?:les |ces |its )?", re.IGNORECASE)
_RESULT = re.compile(
    _SOIT + r"(?P<result>\d{1,3}(?:[ \u00a0\u202f,]\d{3})+|\d+)(?=[ \u00a0]?(?:[,;:)]|\.(?!\d)|$))", re.IGNORECASE
)
_EACH_OF = re.compile(rf"\b(?:chacune?|each|every one){_S}(?:des|de ces|of(?: the| these)?){_S}$", re.IGNORECASE)
_EACH_AFTER = re.compile(rf"{_S}(?:chacune?|l[’']unité|pièce|each|apiece)\b", re.IGNORECASE)
_AT = re.compile(rf"{_S}(?:à|de|at|of|×|x){_S}", re.IGNORECASE)
_IN_ALL = (
    rf"(?:{_S}(?:chacune?|l[’']unité|pièce|each|apiece))?(?:{_ONLY}|,? pour un total de |,? for a total of |{_S}={_S})"
)
_MAKES_IN_ALL = re.compile(_IN_ALL, re.IGNORECASE)
_AGREES = Words("{factors} font {made}\u00a0: {said} tient.", "{factors} makes {made}: {said} holds.")
_DISAGREES = Words(
    "{factors} font {made}, mais le texte dit {said}.", "{factors} makes {made}, but the text says {said}."
)
_SETTLE = Settle(
    Words("le calcul, avec ses chiffres non arrondis", "the calculation, with its unrounded figures"),
    Words("l’auteur du texte, ou le document qu’il cite", "the author of the text, or the document it cites"),
    Words("Comment ce résultat est-il calculé\u202f?", "How is this result computed?"),
)


def check_products(page: Page) -> list[Finding]:
    """Return one finding a product or a share whose terms one sentence states, joined by "soit" or "or".

    Returns
    -------
    findings in the order of the text; ``numbers`` holds ``stated``, ``made_low`` and ``made_high``
    """
    found: list[Finding] = []
    for _, together in page.by_sentence:
        found += _out_of(page, together)
        for rank, one in enumerate(together):
            rest = together[rank + 1 :]
            found += [*_fraction(page, one, rest), *_by_period(page, one, rest), *_each(page, one, rest)]
    return found


def _out_of(page: Page, together: Sequence[Statement]) -> Iterator[Finding]:
    """ "Sur 400 agents, 120, soit 30 %"."""
    for base in together:
        part = _PART.match(page.text, base.end)
        whole = value_of(base)
        if base.kind != "count" or not whole or part is None or not _OUT_OF.search(page.before(base)):
            continue
        stated = next((one for one in together if one.kind == "percent" and one.start == part.end()), None)
        number = Decimal(re.sub(r"\D", "", part["part"]))
        if stated is None or number > whole:
            continue
        made = scaled(divided(Interval(number, number, closed=True), reach(base)), Decimal(100))
        factors = Words(f"{part['part']} sur {quoted(base).fr}", f"{part['part']} out of {quoted(base).en}")
        yield _finding(
            page, (stated, base), (made, reach(stated), "denominator"), (factors, stated, 100 * number / whole, "%")
        )


def _fraction(page: Page, stated: Statement, rest: Sequence[Statement]) -> Iterator[Finding]:
    """ "Un tiers de 90 journalistes, soit 30"."""
    base = rest[0] if rest else None
    share, whole = value_of(stated), value_of(base) if base else None
    if stated.kind not in ("ratio", "percent") or base is None or base.kind != "count" or not share or not whole:
        return
    told = _RESULT.match(page.text, base.end)
    if (
        told is None
        or not _OF.fullmatch(page.between(stated, base))
        or share >= (100 if stated.kind == "percent" else 1)
    ):
        return
    part = fraction_reach(stated) if stated.kind == "ratio" else scaled(reach(stated), Decimal("0.01"))
    made = multiplied(part, reach(base))
    number = Decimal(re.sub(r"\D", "", told["result"]))
    said = Interval(number - 1, number + 1, closed=True)
    point = whole * share / (100 if stated.kind == "percent" else 1)
    factors = Words(f"{quoted(stated).fr} de {quoted(base).fr}", f"{quoted(stated).en} of {quoted(base).en}")
    result = Words(f"«\u00a0{told['result']}\u00a0»", f"“{told['result']}”")
    yield _finding(
        page, (stated, base), (made, said, "denominator"), (factors, result, Decimal(f"{point:.3g}"), shown_unit(base))
    )


def _by_period(page: Page, first: Statement, rest: Sequence[Statement]) -> Iterator[Finding]:
    """ "1,2 million d'euros par an, soit 100 000 euros par mois"."""
    second = rest[0] if rest else None
    every = _EVERY.match(page.text, first.end)
    if second is None or every is None or not same_unit(first, second) or first.kind not in ("money", "count"):
        return
    other = _EVERY.match(page.text, second.end)
    if other is None or not _THAT_IS.fullmatch(page.text, every.end(), second.start):
        return
    names = (str(every.lastgroup), str(other.lastgroup))
    long, short = (first, second) if names in _HOLDS else (second, first)
    times = _HOLDS.get(names) or _HOLDS.get((names[1], names[0]))
    value = value_of(short)
    if times is None or not value or not value_of(long):
        return
    made = multiplied(rounded_reach(short), Interval(Decimal(times[0]), Decimal(times[1]), closed=True))
    bounds = f"{times[0]}-{times[1]}" if times[0] != 12 else "12"
    factors = Words(f"{quoted(short).fr} × {bounds}", f"{quoted(short).en} × {bounds}")
    yield _finding(
        page, (first, second), (made, rounded_reach(long), "sum"), (factors, long, value * times[0], shown_unit(short))
    )


def _each(page: Page, count: Statement, rest: Sequence[Statement]) -> Iterator[Finding]:
    """ "Chacun des 50 influenceurs a reçu 2 000 euros, soit 100 000 euros"; "50 tablettes à 200 euros pièce, soit…"."""
    if count.kind != "count" or len(rest) < 2 or not value_of(count):
        return
    amount, total = rest[0], rest[1]
    number, value = value_of(count), value_of(amount)
    if amount.kind != "money" or not same_unit(amount, total) or not number or not value or not value_of(total):
        return
    each = _EACH_OF.search(page.before(count))
    apiece = _EACH_AFTER.match(page.text, amount.end) and _AT.search(page.between(count, amount)[-4:])
    if not (each or apiece) or not _MAKES_IN_ALL.fullmatch(page.between(amount, total)):
        return
    made = multiplied(reach(count), rounded_reach(amount))
    factors = Words(f"{quoted(count).fr} × {quoted(amount).fr}", f"{quoted(count).en} × {quoted(amount).en}")
    yield _finding(
        page, (count, amount, total), (made, reach(total), "sum"), (factors, total, number * value, shown_unit(amount))
    )


def _finding(
    page: Page,
    evidence: Sequence[Statement],
    judged: tuple[Interval, Interval, Because],
    told: tuple[Words, Statement | Words, Decimal, str | None],
) -> Finding:
    made, said, because = judged
    factors, stated, point, unit = told
    holds = made.meets(said)
    verdict: Verdict = "agrees" if holds else "disagrees"
    words = quoted(stated) if isinstance(stated, Statement) else stated
    return Finding(
        "claims",
        METHOD,
        tuple(one.id for one in evidence),
        (_AGREES if holds else _DISAGREES).filled(factors=factors, made=tell(round(point, 2), unit), said=words),
        parameters={"computes": "product"},
        numbers={"stated": words.en.strip("“”"), **plain_bounds("made", made)},
        verdict=verdict,
        because=None if holds else because,
        settle=None if holds else _SETTLE,
        source=page.source,
    )
