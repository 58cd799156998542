"""Audiences set side by side that are not counted in the same unit (``claims.comparison/1``).

A follower is not a friend is not a member is not a view, nor is a follower on one service one on another.
"""

import re
from collections.abc import Sequence

from temoin.claims.checks.amounts import quoted
from temoin.claims.checks.page import Page
from temoin.claims.checks.services import audience_class, service_of
from temoin.evidence import Finding, Settle, Statement
from temoin.words import Words

METHOD = "claims.comparison/1"

_COMPARES = re.compile(
    r"\b(?:aussi|moins|plus) (?:populaires?|suivis?|suivies?|puissante?s?|présente?s?|influente?s?)|\bautant\b|"
    r"\bas (?:popular|followed)|\b(?:more|less) popular|\bpopularité|\bne comptent? (?:que|pas)|"
    r"\b(?:devance|dépasse|distance|surclasse|outnumber|outstrip)\w*",
    re.IGNORECASE,
)
_LABELS = {
    "followers": Words("abonnés", "followers"),
    "friends": Words("amis", "friends"),
    "members": Words("membres", "members"),
    "users": Words("utilisateurs", "users"),
    "views": Words("consultations", "views"),
    "likes": Words("mentions « j’aime »", "likes"),
}
_MIXED = Words(
    "Le texte met côte à côte {figures}\u00a0: ce ne sont pas les mêmes unités ({units}), et elles ne se "
    "comparent pas.",
    "The text sets side by side {figures}: these are not the same units ({units}), and they do not compare.",
)
_SETTLE = Settle(
    Words(
        "les mêmes comptes à la même date, dans la même unité et sur la même plateforme",
        "the same accounts on the same day, in the same unit and on the same platform",
    ),
    Words("les pages elles-mêmes, ou leur archive sur le web", "the pages themselves, or their archive on the web"),
    Words(
        "Combien d’abonnés chacun a-t-il, sur la même plateforme et le même jour\u202f?",
        "How many followers has each, on the same platform and the same day?",
    ),
)


def check_comparisons(page: Page) -> list[Finding]:
    """Return one finding a paragraph that compares, or a sentence that lists, audiences of different units.

    Returns
    -------
    findings in the order of the text; ``numbers`` holds ``units`` and ``services``
    """
    found: list[Finding] = []
    told: set[str] = set()
    for sentence, together in page.by_sentence:
        counted = [one for one in together if audience_class(one)]
        if not counted or counted[0].id in told:
            continue
        start, end = page.paragraph(sentence.start)
        if _COMPARES.search(page.text, start, end):
            # All the users of a service are what its accounts are set against, not another account.
            counted = [one for one in page.inside(start, end) if audience_class(one) not in (None, "users")]
        elif len(counted) < 2 or len({service_of(page, one, together) for one in counted}) < 2:
            continue
        classes = list(dict.fromkeys(audience_class(one) or "" for one in counted))
        if len(classes) > 1:
            told |= {one.id for one in counted}
            found.append(_finding(page, counted, classes))
    return found


def _finding(page: Page, counted: Sequence[Statement], classes: Sequence[str]) -> Finding:
    services = [service_of(page, one, counted) for one in counted]
    labels = [_LABELS[name] for name in classes]
    words = _MIXED.filled(
        figures=quoted(*counted),
        units=Words(", ".join(one.fr for one in labels), ", ".join(one.en for one in labels)),
    )
    return Finding(
        "claims",
        METHOD,
        tuple(one.id for one in counted),
        words,
        numbers={"units": list(classes), "services": services},
        verdict="cannot_tell",
        because="unit",
        settle=_SETTLE,
        source=page.source,
    )
