"""Shares, changes and multiples against the figures they are taken of (``claims.share/1``).

"Environ 72 % du total" beside 1.12 of 1.56 billion; "10,34 % de moins" between 1.56 and 1.74; "huit fois plus" between
two counts. The share is computed between the bounds of what is printed. A base that the text does not name is looked
for among the figures of the same unit: one that fits agrees; where none does, and the text says "of the total", the
share disagrees with all of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from temoin.claims.checks.amounts import (
    divided,
    fraction_reach,
    multiplied,
    plain_bounds,
    quoted,
    reach,
    same_unit,
    scaled,
    shown_unit,
    tell,
    value_of,
)
from temoin.claims.checks.page import Page
from temoin.claims.checks.sums import Total, find_totals
from temoin.evidence import Finding, Settle, Statement, Verdict
from temoin.quantity import Interval
from temoin.words import LANGUAGES, Words

METHOD = "claims.share/1"

_HUNDRED = Decimal(100)
_OF_TOTAL = re.compile(
    r"[ \u00a0]*(?:\([^)]*\) ?)?(?:du|des|de la|de l[’']|de ce|de cet|de cette|of the|of that|of all|of)[ \u00a0]"
    r"(?:ensemble|total|totaux|montant total|somme|sommes|dépenses?(?: totales?)?|investissements?|montants?|"
    r"enveloppe|budget|"
    r"total amount|overall|sum|spending|whole)\b",
    re.IGNORECASE,
)
_LESS = re.compile(r"[ \u00a0]*(?:de moins|en moins|moins|de baisse|de recul|less|lower|fewer|down)\b", re.IGNORECASE)
_MORE = re.compile(r"[ \u00a0]*(?:de plus|en plus|plus|de hausse|de croissance|more|higher|up)\b", re.IGNORECASE)
_FALLS = re.compile(
    r"\b(?:baisse|recul|chute|diminution|fall|drop|decrease|decline)\w* (?:de|of|by)[ \u00a0]$", re.IGNORECASE
)
_RISES = re.compile(
    r"\b(?:hausse|augmentation|progression|croissance|rise|increase|growth)\w* (?:de|of|by)[ \u00a0]$", re.IGNORECASE
)
_FROM_TO = re.compile(r"\b(?:de|from)[ \u00a0]$", re.IGNORECASE)
_TO = re.compile(
    r"(?:^|[ \u00a0,])(?:à|to)[ \u00a0](?:(?:environ|près d[e’']|about|nearly)[ \u00a0]?)?$", re.IGNORECASE
)
_OTHER_PERIOD = re.compile(
    r"\b(?:par (?:an|mois|semaine|jour)|chaque (?:année|mois)|"
    r"annuel\w*|en moyenne|(?<!que )(?<!sur )(?<!à )l[’']an(?:née)? "
    r"(?:précédent|dernier|"
    r"passé|d[’']avant)\w*|a (?:year|month|week)|per (?:year|month|annum)|annual\w*|yearly|"
    r"on average|each year|(?<!than )(?<!on )(?<!from )(?:the (?:previous|preceding) (?:year|month)|"
    r"the year before|last year))\b",
    re.IGNORECASE,
)
_AFTER_ANOTHER = re.compile(
    r"\b(?:après|suivant|faisant suite à|contre|after|following|against|compared (?:to|with))\b[^,;()]{0,30}$",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"[ \u00a0](?:(?:de la|de l[’']|du|des|de|d[’']|of the|of)[ \u00a0]?(?P<article>les |ces )?)?"
    r"(?!et\b|mais\b|est\b|va\b|vont\b|sont\b|and\b|but\b|goes\b|went\b|is\b|à\b|au\b|aux\b|dit\b|selon\b|"
    r"contre\b|loin\b|"
    r"devant\b|revien|all[ée]|to\b|dans\b|en\b|in\b)(?P<noun>[^\W\d_]{3,})",
    re.IGNORECASE,
)
_THAT_IS = re.compile(
    r"[ \u00a0]*[,(]?[ \u00a0]*(?:soit|c[’']est-à-dire|or|that is|i\.e\.)[ \u00a0,]+"
    r"(?:(?:environ|près d[e’']|plus d[e’']|moins d[e’']|about|some|nearly|almost|over)[ \u00a0]?)?(?:l[ae’']|un|"
    r"une|a)?[ \u00a0]?",
    re.IGNORECASE,
)
_BASE_OF = re.compile(r"[ \u00a0](?:des?|du|d[’']|of the|of)[ \u00a0]?(?:les |ces |its )?$", re.IGNORECASE)
_TIMES = re.compile(r"\b(?:fois plus|times (?:more|as|larger|higher)|fois (?:moins|supérieure?))", re.IGNORECASE)
_OF_PEOPLE = re.compile(
    r"[ \u00a0](?:de la|de sa|des|de ses|de leurs?|of the|of its|of their)[ \u00a0]"
    r"(?:population|habitants?|inhabitants?|[\d,. \u00a0\u202f]+(?:millions? )?(?:d[’']habitants|inhabitants|"
    r"people))",
    re.IGNORECASE,
)
_INHABITANTS = re.compile(r"^[\d,. \u00a0\u202f]*(?:millions? )?(?:d[’']|of )?(?:habitants|inhabitants)", re.IGNORECASE)
_NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\wà-ÿ’'-]{2,}")
_WORD_OF_TOTAL = re.compile(r"\btota\w+|\bensemble\b|\boverall\b", re.IGNORECASE)
_MOST_BASES = 6
_FAR = 20_000
_AGREES = Words("{share}\u00a0: {sum}. La part tient.", "{share}: {sum}. The share holds.")
_DISAGREES = Words("{share}, dit le texte\u00a0; mais {sum}.", "{share}, says the text; but {sum}.")
_MAKES = Words("{share} de {base} font {sum}{qualified}.", "{share} of {base} makes {sum}{qualified}.")
_CHANGE_AGREES = Words("{share}\u00a0: {sum}. L’évolution tient.", "{share}: {sum}. The change holds.")
_SETTLE = Settle(
    Words("la base sur laquelle la part est calculée", "the base of which the share is taken"),
    Words("l’auteur du texte, ou le document qu’il cite", "the author of the text, or the document it cites"),
    Words(
        "De quel montant exact, et à quelle date, cette part est-elle calculée\u202f?",
        "Of which exact amount, and as of when, is this share taken?",
    ),
)


@dataclass(frozen=True, slots=True)
class _Share:
    """A share of ``part`` in one of ``bases``; ``change`` where it is what the part differs from the base by."""

    stated: Statement
    part: Statement
    bases: tuple[Statement, ...]
    sign: int = 0
    sure: bool = True


def check_shares(page: Page) -> list[Finding]:
    """Return one finding a share, a change or a multiple whose terms stand in the text.

    Returns
    -------
    findings in the order of the text; ``numbers`` holds ``stated``, ``computed_low`` and ``computed_high``, in per cent
    """
    totals = page.once(find_totals)
    found: list[Finding] = []
    for sentence, together in page.by_sentence:
        for stated in together:
            if stated.kind not in ("percent", "ratio") or value_of(stated) is None:
                continue
            found += _products(page, stated, together)
            share = _change(page, stated, together) or _of_people(page, stated, together)
            if share := share or _of_total(page, stated, together, totals):
                found += _judged(page, share)
            found += _multiple(page, stated, together)
        del sentence
    return found


def _percent(statement: Statement) -> Interval:
    return reach(statement) if statement.kind == "percent" else scaled(fraction_reach(statement), _HUNDRED)


def _change(page: Page, stated: Statement, together: Sequence[Statement]) -> _Share | None:
    sign = _sign(page, stated)
    if stated.kind != "percent" or not sign:
        return None
    figures = [one for one in together if one.kind in ("money", "count", "duration") and value_of(one)]
    alike = [one for one in figures if same_unit(one, figures[0])] if figures else []
    if len(alike) != 2 or len(alike) != len([one for one in figures if one.kind == alike[0].kind and one.unit]):
        alike = _without_conversions(page, figures)
    if len(alike) != 2 or _of_another_period(page, stated):
        return None
    first, second = alike
    from_to = _FROM_TO.search(page.before(first)) and _TO.search(page.between(first, second))
    share = _Share(stated, second, (first,), sign) if from_to else _Share(stated, first, (second,), sign)
    rivals = [one for one in together if one.kind == "percent" and one.id != stated.id]
    return None if _told_by(share, rivals) else share


def _of_another_period(page: Page, stated: Statement) -> bool:
    """Whether a change is a rate a year, or of the year before: no change between the two figures beside it."""
    return bool(_OTHER_PERIOD.search(page.after(stated, 40)) or _AFTER_ANOTHER.search(page.before(stated, 60)))


def _told_by(share: _Share, rivals: Sequence[Statement]) -> bool:
    """Whether another percentage of the sentence is the change between the two figures, and this one is not."""
    computed = _computed(share, share.bases[0])
    if computed.meets(_percent(share.stated)):
        return False
    either = (computed, _computed(_Share(share.stated, share.part, share.bases, -share.sign), share.bases[0]))
    return any(each.meets(_percent(one)) for one in rivals for each in either)


def _without_conversions(page: Page, figures: Sequence[Statement]) -> list[Statement]:
    if not figures:
        return []
    return [one for one in figures if same_unit(one, figures[0]) and not _in_brackets(page, one)]


def _in_brackets(page: Page, statement: Statement) -> bool:
    before = page.before(statement, 40)
    return before.rfind("(") > before.rfind(")")


def _sign(page: Page, stated: Statement) -> int:
    after, before = page.after(stated, 20), page.before(stated, 30)
    if _LESS.match(after) or _FALLS.search(before):
        return -1
    return 1 if _MORE.match(after) or _RISES.search(before) else 0


def _of_total(page: Page, stated: Statement, together: Sequence[Statement], totals: Sequence[Total]) -> _Share | None:
    of_total = _OF_TOTAL.match(page.after(stated, 60))
    if not of_total:
        return None
    part = _part_beside(page, stated, together) or _part_named(page, stated)
    if part is None:
        return None
    value = value_of(part) or Decimal(0)
    rivals = [one for one in together if one.end <= stated.start and same_unit(one, part)]
    whole = [one.stated for one in totals if _may_hold(one.stated, part, value) and _near(one.stated, stated)]
    if whole:
        nearest = min(whole, key=lambda one: abs(one.start - stated.start))
        narrowed = _narrows(page, stated.end + of_total.end(), nearest)
        return _Share(stated, part, (nearest,), sure=not narrowed and len(rivals) < 2)
    before = [one for one in page.inside(stated.start - _FAR, stated.start) if _may_hold(one, part, value)]
    told = any(_WORD_OF_TOTAL.search(page.before(one, 60)) for one in before)
    bases = tuple(before[:2] + before[2:][-_MOST_BASES:])
    sure = told and len(before) <= _MOST_BASES and len(rivals) < 2
    return _Share(stated, part, bases, sure=sure) if bases else None


def _may_hold(base: Statement, part: Statement, value: Decimal) -> bool:
    return same_unit(base, part) and (value_of(base) or 0) >= value and base.id != part.id


def _narrows(page: Page, end: int, total: Statement) -> bool:
    """Whether the words after "du total" make it another: "des dépenses publicitaires", unless the total says "
    "them."""
    following = _ANOTHER.match(page.text, end)
    if following is None:
        return False
    sentence = page.sentence(total.start)
    return following["noun"][:5].casefold() not in page.text[sentence.start : sentence.end].casefold()


def _of_people(page: Page, stated: Statement, together: Sequence[Statement]) -> _Share | None:
    """ "3,8 millions d'internautes, soit 32 % de la population": of the inhabitants that its paragraph counts."""
    if not _OF_PEOPLE.match(page.after(stated, 60)):
        return None
    rank = next(place for place, one in enumerate(together) if one.id == stated.id)
    part = together[rank - 1] if rank else None
    if part is None or part.kind != "count" or not value_of(part) or not _THAT_IS.fullmatch(page.between(part, stated)):
        return None
    start, end = page.paragraph(stated.start)
    everyone = [
        one
        for one in page.inside(start, end)
        if one.kind == "count" and _INHABITANTS.search(f"{one.text} {page.after(one, 20)}") and value_of(one)
    ]
    return _Share(stated, part, (everyone[0],)) if len(everyone) == 1 and everyone[0].id != part.id else None


def _near(one: Statement, other: Statement) -> bool:
    return abs(one.start - other.start) <= _FAR


def _part_beside(page: Page, stated: Statement, together: Sequence[Statement]) -> Statement | None:
    """The figure that the share is said of: the closest before it in its sentence, else the one right after."""
    figures = [one for one in together if one.kind in ("money", "count") and value_of(one)]
    before = [one for one in figures if one.end <= stated.start and not _in_brackets(page, one)]
    if before:
        return before[-1]
    after = [one for one in figures if one.start >= stated.end]
    return after[0] if after and _THAT_IS.search(page.between(stated, after[0])[-12:]) else None


def _part_named(page: Page, stated: Statement) -> Statement | None:
    """The figure of the one line of a list that holds a name of the sentence."""
    sentence = page.sentence(stated.start)
    names = [match[0] for match in _NAME.finditer(page.text, sentence.start, sentence.end)]
    for each in page.lists_near(stated.start - _FAR, stated.start + _FAR):
        lines = {row.start: page.text[row.start : row.end] for row in each.rows}
        for name in names:
            holding = [row for row in each.rows if re.search(rf"\b{re.escape(name)}\b", lines[row.start])]
            if len(holding) == 1:
                return next((one for one in holding[0].figures if one.kind in ("money", "count")), None)
    return None


def _judged(page: Page, share: _Share) -> list[Finding]:
    said = _percent(share.stated)
    computed = [(base, _computed(share, base)) for base in share.bases]
    fitting = [each for each in computed if each[1].meets(said)]
    if not fitting and not share.sure:
        return []
    shown = fitting[:1] or computed[-2:]
    verdict: Verdict = "agrees" if fitting else "disagrees"
    agreed = _CHANGE_AGREES if share.sign else _AGREES
    bounds = shown[0][1]
    return [
        Finding(
            "claims",
            METHOD,
            (share.stated.id, share.part.id, *(base.id for base, _ in shown)),
            (agreed if fitting else _DISAGREES).filled(share=quoted(share.stated), sum=_arithmetic(share, shown)),
            numbers={"stated": float(value_of(share.stated) or 0), "unit": "%", **plain_bounds("computed", bounds)},
            verdict=verdict,
            because=None if fitting else "denominator",
            settle=None if fitting else _SETTLE,
            source=page.source,
        )
    ]


def _computed(share: _Share, base: Statement) -> Interval:
    percent = scaled(divided(reach(share.part), reach(base)), _HUNDRED)
    if not share.sign:
        return percent
    low = None if percent.low is None else percent.low - _HUNDRED
    high = None if percent.high is None else percent.high - _HUNDRED
    if share.sign > 0:
        return Interval(low, high, closed=True)
    return Interval(None if high is None else -high, None if low is None else -low, closed=True)


def _arithmetic(share: _Share, shown: Sequence[tuple[Statement, Interval]]) -> Words:
    texts = []
    for language in LANGUAGES:
        joint = "\u202f; " if language == "fr" else "; "
        told = []
        for base, _ in shown:
            over, under = value_of(share.part), value_of(base)
            if over is None or not under:
                continue
            percent = 100 * over / under - (100 if share.sign else 0)
            terms = (quoted(share.part).in_(language), quoted(base).in_(language))
            minus = " − 1" if share.sign else ""
            told.append(f"{terms[0]} / {terms[1]}{minus} = {tell(round(percent, 2), '%').in_(language)}")
        texts.append(joint.join(told))
    return Words(texts[0], texts[1])


def _products(page: Page, stated: Statement, together: Sequence[Statement]) -> Iterator[Finding]:
    """ "Deux tiers des 18 millions d'habitants": what it makes, for whoever divides by it."""
    base = next((one for one in together if one.start >= stated.end and one.kind in ("count", "money")), None)
    if base is None or value_of(base) is None or not _BASE_OF.fullmatch(page.between(stated, base)):
        return
    made = scaled(multiplied(_percent(stated), reach(base)), 1 / _HUNDRED)
    stated_value, base_value = value_of(stated), value_of(base)
    assert stated_value is not None
    assert base_value is not None
    point = (stated_value / (_HUNDRED if stated.kind == "percent" else 1)) * base_value
    least = stated.qualifier == "at least"
    most = stated.qualifier == "at most"
    qualified = Words(" au moins", " at least") if least else Words(" au plus", " at most") if most else Words("", "")
    rounded = Decimal(f"{point:.3g}")
    yield Finding(
        "claims",
        METHOD,
        (stated.id, base.id),
        _MAKES.filled(
            share=quoted(stated), base=quoted(base), sum=tell(rounded, shown_unit(base)), qualified=qualified
        ),
        parameters={"computes": "product"},
        numbers={"made": float(rounded), "unit": base.unit, **plain_bounds("made", made)},
        source=page.source,
    )


def _multiple(page: Page, stated: Statement, together: Sequence[Statement]) -> Iterator[Finding]:
    if stated.kind != "ratio" or not _TIMES.search(page.text, stated.start, stated.end + 20):
        return
    figures = [
        one for one in together if one.id != stated.id and one.kind in ("count", "money", "duration") and value_of(one)
    ]
    if len(figures) != 2 or not same_unit(*figures) or (value_of(stated) or 0) < 1:
        return
    small, large = sorted(figures, key=lambda one: value_of(one) or 0)
    computed, said = divided(reach(large), reach(small)), reach(stated)
    holds = computed.meets(said)
    over, under = value_of(large), value_of(small)
    assert over is not None
    assert under is not None
    terms = [
        f"{quoted(large).in_(one)} / {quoted(small).in_(one)} = {tell(round(over / under, 2)).in_(one)}"
        for one in LANGUAGES
    ]
    yield Finding(
        "claims",
        METHOD,
        (stated.id, large.id, small.id),
        (_CHANGE_AGREES if holds else _DISAGREES).filled(share=quoted(stated), sum=Words(*terms)),
        numbers={"stated": float(value_of(stated) or 0), "unit": "times", **plain_bounds("computed", computed)},
        verdict="agrees" if holds else "disagrees",
        because=None if holds else "denominator",
        settle=None if holds else _SETTLE,
        source=page.source,
    )
