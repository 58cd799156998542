"""One toll by several voices, one audience from date to date (``corroborate.figure/1``).

Deaths, injuries and arrests of one place and date that two named voices number otherwise are told with both names,
even inside one text: that a text reports both is no fault of it, and which is right cannot be told. Figures of one
account at several dates are a series: told in order, without a verdict.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from temoin.claims.checks.amounts import quoted, reach, value_of
from temoin.evidence import Finding, Settle, Statement
from temoin.words import LANGUAGES, Words

METHOD = "corroborate.figure/1"

_TOLLS = {
    "deaths": Words("morts", "deaths"),
    "injuries": Words("blessés", "injuries"),
    "injured": Words("blessés", "injured"),
    "arrests": Words("arrestations", "arrests"),
}
_AUDIENCES = frozenset({"followers", "subscribers", "likes", "friends", "members", "views"})
_MOST_TOLD = 12
_MOST_OF_A_TOLL = 60
_APART = Words(
    "Le nombre de {what} n’est pas le même selon qui parle\u00a0: {told}. Rien ici ne départage ces bilans.",
    "The number of {what} is not the same depending on who speaks: {told}. Nothing here settles between these tolls.",
)
_SERIES = Words(
    "{who}, {service}\u00a0: {told}. Ces chiffres sont d’autant de dates\u00a0: une série, non un désaccord.",
    "{who}, {service}: {told}. These figures are of as many dates: a series, not a disagreement.",
)
_SETTLE = Settle(
    Words("la liste des victimes, avec la date et le lieu de chacune", "the list of victims, with date and place"),
    Words("qui tient chaque bilan", "whoever keeps each toll"),
    Words(
        "Qui votre bilan compte-t-il, où, et arrêté à quelle date\u202f?",
        "Whom does your toll count, where, and as of when?",
    ),
)


def compare_tolls(statements: Sequence[Statement], publishers: Mapping[str, str]) -> list[Finding]:
    """Return one finding two figures of a toll that two voices of one text give for the same place and date.

    Parameters
    ----------
    publishers : id of a source to the name it speaks under; else the first characters of its id

    Returns
    -------
    findings, ``cannot_tell``; ``numbers`` holds ``change``, ``toll``, and ``sources``: ``statement source value as_of``

    Examples
    --------
    >>> compare_tolls([], {})
    []
    """
    together: dict[tuple[str | None, ...], list[Statement]] = {}
    for one in statements:
        if one.attribute in _TOLLS and one.kind == "count" and one.attributed_to and value_of(one) is not None:
            together.setdefault((one.source, one.attribute, one.place, one.as_of), []).append(one)
    return [
        _apart(pair, publishers) for each in together.values() if len(each) <= _MOST_OF_A_TOLL for pair in _voiced(each)
    ]


def _voiced(each: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of two voices that give one figure each: one that gives several counts several things."""
    voices: dict[str, list[Statement]] = {}
    for one in each:
        voices.setdefault((one.attributed_to or "").casefold(), []).append(one)
    alone = [told[0] for told in voices.values() if len({one.value for one in told}) == 1]
    for first, second in combinations(alone, 2):
        if not reach(first).meets(reach(second)):
            yield first, second


def _apart(pair: tuple[Statement, Statement], publishers: Mapping[str, str]) -> Finding:
    toll = pair[0].attribute or ""
    voices = [f"{one.attributed_to} ({publishers.get(one.source) or one.source[:10]})" for one in pair]
    told = Words(
        *(
            "; ".join(f"{quoted(one).in_(language)}, {name}" for one, name in zip(pair, voices, strict=True))
            for language in LANGUAGES
        )
    )
    return Finding(
        "corroborate",
        METHOD,
        tuple(sorted(one.id for one in pair)),
        _APART.filled(what=_TOLLS[toll], told=told),
        parameters={"change": "toll"},
        numbers={"change": "toll", "toll": toll, "sources": _lines(pair)},
        verdict="cannot_tell",
        because="source",
        settle=_SETTLE,
    )


def told_series(statements: Sequence[Statement]) -> list[Finding]:
    """Return one finding an account whose audience two sources or more give at different dates.

    Returns
    -------
    findings without verdict; ``numbers`` holds ``change`` and ``sources`` in order of date:
    ``statement source value as_of``

    Examples
    --------
    >>> told_series([])
    []
    """
    together: dict[tuple[str, str, str], list[Statement]] = {}
    for one in statements:
        if one.attribute in _AUDIENCES and one.platform and one.entity and one.as_of and value_of(one) is not None:
            together.setdefault((one.entity.casefold(), one.platform, one.attribute), []).append(one)
    return [found for each in together.values() if (found := _series(each))]


def _series(each: Sequence[Statement]) -> Finding | None:
    by_date: dict[str, list[Statement]] = {}
    for one in each:
        by_date.setdefault(one.as_of or "", []).append(one)
    alone = [by_date[date][0] for date in sorted(by_date) if len({one.value for one in by_date[date]}) == 1]
    if len(alone) < 2 or len({one.source for one in alone}) < 2 or len({one.value for one in alone}) < 2:
        return None
    shown = alone[-_MOST_TOLD:]
    told = Words(*("; ".join(f"{one.as_of}, {quoted(one).in_(language)}" for one in shown) for language in LANGUAGES))
    return Finding(
        "corroborate",
        METHOD,
        tuple(sorted(one.id for one in shown)),
        _SERIES.filled(who=shown[0].entity, service=shown[0].platform, told=told),
        parameters={"change": "series"},
        numbers={"change": "series", "sources": _lines(shown)},
    )


def _lines(statements: Sequence[Statement]) -> list[dict[str, str | None]]:
    return [{"statement": one.id, "source": one.source, "value": one.value, "as_of": one.as_of} for one in statements]
