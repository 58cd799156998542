"""One figure told twice in a text, not the same (``claims.repeat/1``).

Two figures are of the same thing where entity, attribute, service, unit, date and speaker are all the same and known
well enough: a country alone, or an attribute that says no more than its kind, is not. Figures of one sentence are set
against each other by their author, and a sum of money may be a part of another: neither is a figure told twice.
"""

from collections.abc import Sequence

from temoin.claims.checks.amounts import bare_unit, quoted, reach, value_of
from temoin.claims.checks.page import Page
from temoin.evidence import Finding, Settle, Statement
from temoin.words import Words
from temoin.world import find_country

METHOD = "claims.repeat/1"

_SAYS_NO_MORE = frozenset({"money", "count", "percent", "duration", "rank", "ratio", "other", "date"})
_DISAGREES = Words(
    "Le texte donne deux valeurs de {what}\u00a0: {figures}.", "The text gives two values of {what}: {figures}."
)
_SETTLE = Settle(
    Words("la date et la source de chacune des deux valeurs", "the date and the source of each of the two values"),
    Words("l’auteur du texte", "the author of the text"),
    Words("Laquelle des deux valeurs est juste, et à quelle date\u202f?", "Which of the two is right, and as of when?"),
)


def check_repeats(page: Page) -> list[Finding]:
    """Return one finding a thing that the text gives several figures of.

    With the same date said of all of them, figures that do not meet disagree; without a date, it cannot be told.

    Returns
    -------
    findings in the order of the text; ``numbers`` holds ``entity attribute platform as_of values``
    """
    together: dict[tuple[str | None, ...], list[Statement]] = {}
    for one in page.statements:
        if one.kind == "count" and value_of(one) is not None and _is_known(one):
            key = (
                one.entity,
                one.attribute,
                one.platform,
                bare_unit(one.unit),
                one.as_of,
                one.attributed_to,
                one.place,
            )
            together.setdefault(key, []).append(one)
    return [found for each in together.values() if (found := _judged(page, each))]


def _is_known(statement: Statement) -> bool:
    if not statement.entity or statement.platform is None or statement.attribute in _SAYS_NO_MORE:
        return False
    return find_country(statement.entity) is None


def _judged(page: Page, each: Sequence[Statement]) -> Finding | None:
    distinct = list({one.value: one for one in each}.values())
    if len({page.sentence(one.start).start for one in distinct}) < len(distinct):
        return None
    meet = all(reach(one).meets(reach(other)) for one in distinct for other in distinct)
    if meet or any(one.qualifier != "exact" for one in each):
        return None
    first = each[0]
    what = " ".join(part for part in (first.entity, first.attribute, first.platform, first.as_of) if part)
    return Finding(
        "claims",
        METHOD,
        tuple(one.id for one in distinct),
        _DISAGREES.filled(figures=quoted(*distinct), what=Words(f"«\u00a0{what}\u00a0»", f"“{what}”")),
        numbers={
            "entity": first.entity,
            "attribute": first.attribute,
            "platform": first.platform,
            "as_of": first.as_of,
            "values": [one.value for one in distinct],
        },
        verdict="disagrees" if _is_dated(page, first) else "cannot_tell",
        because="stale",
        settle=_SETTLE,
        source=page.source,
    )


def _is_dated(page: Page, statement: Statement) -> bool:
    """Whether the text dates a figure to the day; the day of publication stands for a date that is not said."""
    said = statement.as_of
    return said is not None and len(said) == 10 and (page.published is None or said != page.published.text)
