"""Findings of character: how much each outage looks like the cuts that analysts confirmed, and by which traits."""

import datetime as dt
from collections.abc import Mapping

import polars as pl

from temoin.evidence import Finding
from temoin.outages.character_words import HORIZON_WORDS, TRAITS, likeness_words, told_traits
from temoin.outages.measure.character import (
    CHARACTER_METHOD,
    DEFAULT_CHARACTER,
    HORIZONS,
    CharacterSettings,
    Features,
    Horizon,
    traits_of,
)
from temoin.outages.measure.events import evidence_of
from temoin.outages.places import place_label
from temoin.outages.tables import CHARACTER, OUTAGES, PICKS
from temoin.period import iso, print_moment
from temoin.quantity import Quantity, print_number
from temoin.words import Words

PRIOR = Quantity("prior", Words("part supposée au départ", "share supposed at the start"), Words("%", "%"), 0)

_OPENING = Words(
    "{place}, panne du {began} : ressemble aux coupures que des analystes ont confirmées : {likeness} "
    "(entre {low} et {high}) ; ce n’est pas une preuve d’ordre. {judged}.",
    "{place}, outage of {began}: looks like the cuts that analysts confirmed: {likeness} "
    "(between {low} and {high}); this is no proof of an order. {judged}.",
)
_RATIO = Words(
    "{ratio} fois aussi fréquente parmi ces coupures que parmi les pannes spontanées ; la ressemblance suppose au "
    "départ {prior} de coupures.",
    "{ratio} times as frequent among those cuts as among spontaneous outages; the likeness supposes {prior} of cuts "
    "at the start.",
)
_LISTS = {
    "present": Words("Pour : {traits}.", "For: {traits}."),
    "absent": Words("Contre : {traits}.", "Against: {traits}."),
    "unknown": Words("Pas encore connu : {traits}.", "Not known yet: {traits}."),
}


def character_findings(
    characters: pl.DataFrame,
    outages: pl.DataFrame,
    picks: pl.DataFrame,
    *,
    settings: CharacterSettings = DEFAULT_CHARACTER,
    labels: Mapping[str, Words] | None = None,
) -> list[Finding]:
    """Return one finding a likeness, in the table's order: a likeness with its range and traits, never a verdict.

    Parameters
    ----------
    characters : table ``CHARACTER`` of these outages
    outages : table ``OUTAGES``
    picks : table ``PICKS``, holding every pick that they name
    settings : the parameters with which the likenesses were found
    labels : names of places for people; those it lacks are asked of the world

    Raises
    ------
    TableError : a column is missing or of another type
    """
    named = {str(pick["id"]): pick for pick in PICKS.require(picks).iter_rows(named=True)}
    struck = {str(outage["id"]): outage for outage in OUTAGES.require(outages).iter_rows(named=True)}
    findings = []
    for row in CHARACTER.require(characters).iter_rows(named=True):
        outage = struck[row["outage"]]
        of_outage = [named[name] for name in outage["picks"]]
        sources = {str(pick["source"]) for pick in of_outage}
        label = (labels or {}).get(outage["place"]) or place_label(outage["place"])
        findings.append(
            Finding(
                lens="outages",
                method=CHARACTER_METHOD,
                evidence=(str(row["outage"]), *evidence_of(of_outage)),
                words=character_words(row, outage, label),
                parameters=settings.record() | {"horizon": row["horizon"]},
                numbers=_numbers(row, outage),
                source=sources.pop() if len(sources) == 1 else None,
            )
        )
    return findings


def character_words(row: Mapping[str, object], outage: Mapping[str, object], label: Words) -> Words:
    """Return a likeness in words: how much, within which range, when judged, by which traits, from which prior.

    Parameters
    ----------
    row : one row of table ``CHARACTER``
    outage : its row of table ``OUTAGES``
    label : the place's name for people
    """
    judged = HORIZON_WORDS[_horizon(row)]
    opening = _OPENING.filled(
        place=label,
        began=_moment(outage["began"]),
        likeness=likeness_words(_number(row, "likeness")),
        low=likeness_words(_number(row, "low")),
        high=likeness_words(_number(row, "high")),
        judged=Words(judged.fr[:1].upper() + judged.fr[1:], judged.en[:1].upper() + judged.en[1:]),
    )
    told = told_traits(states_of(row))
    lists = [_LISTS[state].filled(traits=_joined(traits)) for state, traits in told.items() if traits]
    ratio = _RATIO.filled(ratio=_ratio(_number(row, "likelihood_ratio")), prior=_prior(_number(row, "prior")))
    sentences = [opening, *lists, ratio]
    return Words(" ".join(each.fr for each in sentences), " ".join(each.en for each in sentences))


def states_of(row: Mapping[str, object]) -> dict[str, list[str]]:
    """Return the names of a likeness's traits, ``present``, ``absent`` and ``unknown``.

    Parameters
    ----------
    row : one row of table ``CHARACTER``
    """
    present, unknown = ([str(name) for name in _list(row[column])] for column in ("features", "unknown"))
    asked = traits_of(Features(), _horizon(row))
    absent = [name for name in TRAITS if name in asked and name not in present and name not in unknown]
    return {"present": present, "absent": absent, "unknown": unknown}


def _numbers(row: Mapping[str, object], outage: Mapping[str, object]) -> dict[str, object]:
    began = outage["began"]
    assert isinstance(began, dt.datetime)
    return {
        "outage": row["outage"],
        "place": outage["place"],
        "began": iso(began),
        "likeness": row["likeness"],
        "likeness_low": row["low"],
        "likeness_high": row["high"],
        "likeness_horizon": row["horizon"],
        "likelihood_ratio": row["likelihood_ratio"],
        "prior": row["prior"],
        **{f"traits_{state}": names for state, names in states_of(row).items()},
    }


def _horizon(row: Mapping[str, object]) -> Horizon:
    return next(horizon for horizon in HORIZONS if horizon == row["horizon"])


def _number(row: Mapping[str, object], name: str) -> float:
    value = row[name]
    assert isinstance(value, float)
    return value


def _list(value: object) -> list[object]:
    assert isinstance(value, list)
    return value


def _joined(traits: list[Words]) -> Words:
    return Words(" ; ".join(each.fr for each in traits), "; ".join(each.en for each in traits))


def _ratio(value: float) -> Words:
    decimals = 0 if value >= 10 else 1 if value >= 1 else 3
    return Words(print_number(value, decimals, "fr"), print_number(value, decimals, "en"))


def _prior(value: float) -> Words:
    return Words(PRIOR.printed(value, "fr"), PRIOR.printed(value, "en"))


def _moment(value: object) -> Words:
    assert isinstance(value, dt.datetime)
    return Words(print_moment(value, "UTC", "fr"), print_moment(value, "UTC", "en"))
