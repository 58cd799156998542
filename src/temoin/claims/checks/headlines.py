"""What a headline says is spent on platforms, against what the body says goes to one (``claims.headline/1``).

The amounts of the body are those in its main currency, without its totals and without what only converts another
amount. One goes to a platform where its paragraph names a service and speaks of a deal or of advertising. A headline
may rest on more than its text gives: what it says beyond is a question, not a contradiction.
"""

import re
from decimal import Decimal

from temoin.claims.checks.amounts import currency_of, quoted, reach, tell, value_of
from temoin.claims.checks.page import Page
from temoin.claims.checks.pairs import find_pairs
from temoin.claims.checks.services import SERVICE
from temoin.claims.checks.sums import find_totals
from temoin.evidence import Finding, Settle, Statement
from temoin.words import Words

METHOD = "claims.headline/1"

_SPENDS = re.compile(
    r"\b(?:dépens|vers(?:e|é|ent|er)\b|pay(?:e|é|ent|er)\b|paie|investi|achèt|achet|financ|spen[dt]|pays?\b|"
    r"pour(?:s|ed)?\b|"
    r"invest|buy|bought|fund)\w*",
    re.IGNORECASE,
)
_PLATFORMS = re.compile(
    r"médias sociaux|réseaux sociaux|plateformes?|plates-formes|applications?|social media|social networks?|"
    r"platforms?|"
    r"\bapps?\b",
    re.IGNORECASE,
)
_DEAL = re.compile(
    r"accord|contrat|pay|paie|vers(?:é|er|e)|achat|achet|publicit|bannière|sponsor|promotion|réduction|deal|"
    r"agreement|contract|"
    r"advert|banner|discount",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\bdes (?:dizaines de |centaines de )?(?P<fr>millions|milliards)|\b(?P<en>millions|billions)\b", re.IGNORECASE
)
_WORTH = {"millions": Decimal(10) ** 6, "milliards": Decimal(10) ** 9, "billions": Decimal(10) ** 9}
_SHARE = Words(
    "Le titre parle de {title} dépensés pour les plateformes\u00a0; dans le texte, {paid} vont à une plateforme, "
    "sur {all} "
    "en tout\u00a0: {percent}. Le reste va ailleurs.",
    "The headline speaks of {title} spent on platforms; in the text, {paid} goes to a platform, out of {all} in all: "
    "{percent}. The rest goes elsewhere.",
)
_LARGE = re.compile(r"\b(?:milliards?|billions?|bn|trillions?)\b|\d ?(?:Md|Mrd|bn)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"[ \u00a0](?:de |d[’']|of )(?!euros?\b|dollars?\b|francs?\b|dirhams?\b|yuans?\b|roubles?\b|nairas?\b)",
    re.IGNORECASE,
)
_BEYOND = Words(
    "Le titre dit {title}, mais tous les montants du texte ensemble font {all}.",
    "The headline says {title}, but all the amounts of the text together make {all}.",
)
_SETTLE_MAGNITUDE = Settle(
    Words("le montant dont parle le titre", "the amount that the headline speaks of"),
    Words("l’auteur du titre", "the author of the headline"),
    Words(
        "Sur quel montant repose l’ordre de grandeur du titre\u202f?",
        "On what amount does the magnitude of the headline rest?",
    ),
)
_SETTLE = Settle(
    Words(
        "les contrats et paiements entre les payeurs et les plateformes",
        "the contracts and payments between the payers and the platforms",
    ),
    Words("l’auteur du texte, qui cite ces documents", "the author of the text, who cites these documents"),
    Words(
        "Quels montants, dans vos documents, ont été payés aux plateformes elles-mêmes\u202f?",
        "Which amounts, in your documents, were paid to the platforms themselves?",
    ),
)


def check_headlines(page: Page) -> list[Finding]:
    """Return a finding where a headline says more is spent on platforms than the body gives any platform.

    Returns
    -------
    at most one finding; ``numbers`` holds ``to_platforms all share_percent currency``
    """
    title = page.title
    if title is None:
        return []
    words = page.text[title.start : title.end]
    if vague := _far_beyond(page):
        return [vague]
    if not (_SPENDS.search(words) and (_PLATFORMS.search(words) or SERVICE.search(words))):
        return []
    told = _told(page)
    floor, said = _said(page)
    if floor is None or not told:
        return []
    paid = [one for one in told if _to_platform(page, one)]
    total, part = _sum(told), _sum(paid)
    reaches = max((reach(one).high or Decimal(0) for one in paid), default=Decimal(0))
    if not paid or part >= floor or max(part, reaches) >= floor or 2 * part >= total:
        return []
    return [_finding(page, (said, told, paid), (part, total))]


def _far_beyond(page: Page) -> Finding | None:
    """ "Des milliards" above a body whose every amount together makes less than a tenth of one."""
    title = page.title
    assert title is not None
    vague = _VAGUE.search(page.text, title.start, title.end)
    stated = any(one.kind in ("money", "count") and value_of(one) for one in page.inside(title.start, title.end))
    amounts = [one for one in page.inside(title.end, len(page.text)) if one.kind == "money"]
    rest = page.text[title.end :]
    if vague is None or stated or not amounts or _OF_OTHERS.match(page.text, vague.end()) or _LARGE.search(rest):
        return None
    worth, total = _WORTH[(vague["fr"] or vague["en"]).casefold()], _sum(amounts)
    alike = len({one.unit for one in amounts}) == 1 and all(value_of(one) for one in amounts)
    if worth < _WORTH["milliards"] or not alike or total * 10 > worth:
        return None
    said = Words(f"«\u00a0{vague[0]}\u00a0»", f"“{vague[0]}”")
    return Finding(
        "claims",
        METHOD,
        (page.reference(title.start, title.end), *(one.id for one in amounts)),
        _BEYOND.filled(title=said, all=tell(total, amounts[0].unit)),
        parameters={"computes": "magnitude"},
        numbers={"title": float(worth), "all": float(total), "currency": amounts[0].unit},
        verdict="cannot_tell",
        because="magnitude",
        settle=_SETTLE_MAGNITUDE,
        source=page.source,
    )


def _told(page: Page) -> list[Statement]:
    """The amounts of the body in its main currency, each once: no total, no conversion."""
    title = page.title
    assert title is not None
    left_out = {pair.second.id for pair in page.once(find_pairs)} | {
        total.stated.id for total in page.once(find_totals)
    }
    amounts = [
        one
        for one in page.inside(title.end, len(page.text))
        if one.kind == "money" and value_of(one) and one.id not in left_out and currency_of(one)
    ]
    codes = [one.unit for one in amounts]
    main = max(dict.fromkeys(codes), key=codes.count, default=None)
    return [one for one in amounts if one.unit == main]


def _said(page: Page) -> tuple[Decimal | None, Words]:
    """The least that the headline says is spent, and its words."""
    title = page.title
    assert title is not None
    stated = [one for one in page.inside(title.start, title.end) if one.kind in ("money", "count")]
    for one in stated:
        if one.kind == "money" and (value := value_of(one)):
            return value, quoted(one)
    vague = _VAGUE.search(page.text, title.start, title.end)
    if vague is None:
        return None, Words("", "")
    worth = _WORTH[(vague["fr"] or vague["en"]).casefold()]
    return worth, Words(f"«\u00a0{vague[0]}\u00a0»", f"“{vague[0]}”")


def _to_platform(page: Page, statement: Statement) -> bool:
    start, end = page.paragraph(statement.start)
    return bool(SERVICE.search(page.text, start, end) and _DEAL.search(page.text, start, end))


def _sum(statements: list[Statement]) -> Decimal:
    return sum((value for one in statements if (value := value_of(one))), Decimal(0))


def _finding(
    page: Page, told: tuple[Words, list[Statement], list[Statement]], sums: tuple[Decimal, Decimal]
) -> Finding:
    said, amounts, paid = told
    part, total = sums
    percent = 100 * part / total
    title = page.title
    assert title is not None
    unit = amounts[0].unit
    return Finding(
        "claims",
        METHOD,
        (page.reference(title.start, title.end), *(one.id for one in amounts)),
        _SHARE.filled(title=said, paid=quoted(*paid), all=tell(total, unit), percent=tell(round(percent, 2), "%")),
        numbers={
            "to_platforms": float(part),
            "all": float(total),
            "currency": unit,
            "share_percent": float(round(percent, 2)),
        },
        verdict="cannot_tell",
        because="scope",
        settle=_SETTLE,
        source=page.source,
    )
