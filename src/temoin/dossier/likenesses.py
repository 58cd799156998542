"""The panel of a place that says what its outages look like, trait by trait, with the base rates beneath."""

from collections.abc import Mapping, Sequence

from temoin.dossier import wording
from temoin.dossier.anchors import Anchors, anchor, method_anchor
from temoin.dossier.naming import print_utc
from temoin.dossier.parts import Cell, Grid, Row
from temoin.evidence import Finding
from temoin.outages.character_findings import PRIOR
from temoin.outages.character_words import HORIZON_WORDS, TRAITS, likeness_words, told_traits, trait_name, trait_words
from temoin.outages.measure.character import CHARACTER_METHOD, HORIZONS
from temoin.period import parse_time
from temoin.words import Language, Words

_TOO_WIDE = 0.9
_UNDECIDED = Words("indécise", "undecided")


def likeness_grids(place: str, title: str, anchors: Anchors) -> tuple[Grid, ...]:
    """Return a row an outage of the place: its likeness with its range, what speaks for, against, what is not known.

    Each row is the finding's own place in the page. A second table, folded, says the traits in full with their base
    rates. Empty where no likeness was found.

    Parameters
    ----------
    place : as the tables write it
    title : as people call it
    anchors : those of the report, whose findings hold the likenesses
    """
    found = [
        finding
        for finding in anchors.report.findings
        if finding.method == CHARACTER_METHOD and finding.numbers["place"] == place
    ]
    if not found:
        return ()
    found.sort(key=lambda finding: str(finding.numbers["began"]))
    language = anchors.report.language
    heads = (
        wording.OUTAGE,
        wording.LIKENESS,
        wording.TRAITS_FOR,
        wording.TRAITS_AGAINST,
        wording.TRAITS_UNKNOWN,
    )
    grid = Grid(
        caption=wording.LIKENESSES_OF.filled(place=title).in_(language),
        heads=tuple(head.in_(language) for head in heads),
        rows=tuple(_row(finding, language) for finding in found),
        note=wording.LIKENESSES_NOTE.filled(prior=PRIOR.printed(_number(found[0].numbers, "prior"), language)).in_(
            language
        ),
    )
    return grid, _rates(found, title, language)


def _row(finding: Finding, language: Language) -> Row:
    numbers = finding.numbers
    outage = anchor("o", str(numbers["outage"]))
    low, high = (likeness_words(_number(numbers, name)) for name in ("likeness_low", "likeness_high"))
    between = wording.LIKENESS_RANGE.filled(low=low, high=high).in_(language)
    horizon = next(name for name in HORIZONS if name == numbers["likeness_horizon"])
    told = told_traits(_states(numbers), trait_name)
    return Row(
        (
            Cell(print_utc(parse_time(str(numbers["began"]), "UTC"), language), outage),
            Cell(
                _told(numbers).in_(language),
                outage,
                f"{between}\n{HORIZON_WORDS[horizon].in_(language)}",
                "number",
            ),
            *(Cell(", ".join(each.in_(language) for each in told[state]) or "—") for state in told),
        ),
        anchor("f", finding.id),
    )


def _told(numbers: Mapping[str, object]) -> Words:
    # Between nearly nothing and nearly all, a number in the middle would say more than is known.
    low, likeness, high = (_number(numbers, f"likeness{side}") for side in ("_low", "", "_high"))
    return _UNDECIDED if high - low > _TOO_WIDE else likeness_words(likeness)


def _states(numbers: Mapping[str, object]) -> dict[str, list[str]]:
    states = {}
    for state in ("present", "absent", "unknown"):
        names = numbers[f"traits_{state}"]
        assert isinstance(names, list)
        states[state] = names
    return states


def _rates(found: Sequence[Finding], title: str, language: Language) -> Grid:
    there = {name for finding in found for state in ("present", "absent") for name in _states(finding.numbers)[state]}
    method = method_anchor(CHARACTER_METHOD)
    return Grid(
        caption=wording.TRAIT_RATES.filled(place=title).in_(language),
        heads=(wording.TRAIT.in_(language), wording.TRAIT_RATE.in_(language)),
        rows=tuple(
            Row(
                (
                    Cell(trait_name(name, "present").in_(language), method),
                    Cell(trait_words(name, "present").in_(language)),
                )
            )
            for name in TRAITS
            if name in there
        ),
        folded=True,
    )


def _number(numbers: Mapping[str, object], name: str) -> float:
    value = numbers[name]
    assert isinstance(value, float)
    return value
