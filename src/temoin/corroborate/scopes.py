"""How far a cut of the network reached, by everybody who says so (``corroborate.scope/1``).

The same cut is one country's within six weeks of publication. A source that says the country and one that says its
main cities do not tell the same event: whoever prints either must know which.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from temoin.claims.checks.scopes import Extent, Scope
from temoin.evidence import Finding, Settle
from temoin.evidence.locator import Chars
from temoin.period import PartialDate
from temoin.words import Words
from temoin.world import country

METHOD = "corroborate.scope/1"
SAME_EVENT_DAYS = 42

_EXTENTS: dict[Extent, Words] = {
    "country": Words("tout le pays", "the whole country"),
    "cities": Words("les principales villes", "the main cities"),
    "region": Words("une région", "a region"),
}
_DISAGREES = Words(
    "{place}\u00a0: les sources ne disent pas la même étendue de la coupure\u00a0: {told}.",
    "{place}: the sources do not tell the same extent of the cut: {told}.",
)
_AGREES = Words("{place}\u00a0: les sources disent la même étendue\u00a0: {told}.",
                "{place}: the sources tell the same extent: {told}.")  # fmt: skip
_SETTLE = Settle(
    Words(
        "les signaux mesurés par région et par opérateur, ces jours-là",
        "the signals measured by region and by operator, those days",
    ),
    Words("IODA, Cloudflare Radar, ou les opérateurs du pays", "IODA, Cloudflare Radar, or the country’s operators"),
    Words(
        "Dans quelles régions et chez quels opérateurs le réseau est-il tombé, et à quelles heures\u202f?",
        "In which regions and at which operators did the network go down, and when?",
    ),
)


@dataclass(frozen=True, slots=True)
class Told:
    """What one source says of the extent of a cut.

    Parameters
    ----------
    source : its id
    scopes : what :func:`temoin.claims.checks.scopes.find_scopes` finds in its text
    published : its date; without one it is compared with nobody
    """

    source: str
    scopes: tuple[Scope, ...]
    published: PartialDate | None


def compare_scopes(told: Iterable[Told], *, publishers: Mapping[str, str] | None = None) -> list[Finding]:
    """Return one finding a country and time on which at least two sources tell the extent of a cut.

    Parameters
    ----------
    publishers : id of a source to the name it speaks under; else the first characters of its id

    Returns
    -------
    findings in order of place; ``numbers`` holds ``place`` and ``sources``: ``source extents``

    Examples
    --------
    >>> compare_scopes([])
    []
    """
    by_place: dict[str, list[Told]] = {}
    for each in told:
        for place in sorted({scope.place for scope in each.scopes if scope.place}):
            by_place.setdefault(place, []).append(each)
    findings: list[Finding] = []
    for place, sources in sorted(by_place.items()):
        found = (_finding(place, group, publishers or {}) for group in _groups(sources) if len(group) > 1)
        findings += [finding for finding in found if finding]
    return findings


def _groups(sources: Sequence[Told]) -> Iterator[list[Told]]:
    dated = [(one.published.first, one) for one in sources if one.published is not None]
    group: list[Told] = []
    last: dt.date | None = None
    for day, one in sorted(dated, key=lambda each: (each[0], each[1].source)):
        if last is not None and day - last > dt.timedelta(days=SAME_EVENT_DAYS):
            yield group
            group = []
        group.append(one)
        last = day
    if group:
        yield group


def _finding(place: str, group: Sequence[Told], publishers: Mapping[str, str]) -> Finding | None:
    extents = [tuple(dict.fromkeys(one.extent for one in each.scopes if one.place == place)) for each in group]
    alike = all(set(one) == set(extents[0]) for one in extents)
    apart = any(not set(one) & set(other) for one in extents for other in extents)
    if not alike and not apart:
        return None
    references = [
        str(Chars(each.source, scope.start, scope.end))
        for each, said in zip(group, extents, strict=True)
        for extent in said
        if (scope := next(one for one in each.scopes if one.place == place and one.extent == extent))
    ]
    lines = [
        (publishers.get(each.source) or each.source[:10], [_EXTENTS[extent] for extent in said])
        for each, said in zip(group, extents, strict=True)
    ]
    told = Words(
        "\u202f; ".join(f"{name}, {' et '.join(one.fr for one in said)}" for name, said in lines),
        "; ".join(f"{name}, {' and '.join(one.en for one in said)}" for name, said in lines),
    )
    return Finding(
        "corroborate",
        METHOD,
        tuple(sorted(references)),
        (_AGREES if alike else _DISAGREES).filled(place=country(place).name, told=told),
        parameters={"same_event_days": SAME_EVENT_DAYS},
        numbers={
            "place": place,
            "sources": [
                {"source": each.source, "extents": list(said)} for each, said in zip(group, extents, strict=True)
            ],
        },
        verdict="agrees" if alike else "disagrees",
        because=None if alike else "scope",
        settle=None if alike else _SETTLE,
    )
