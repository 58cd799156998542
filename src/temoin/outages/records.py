"""Picks, outages and published rows as plain records, one an object, as the command line prints them."""

import datetime as dt
from collections.abc import Mapping

import polars as pl

from temoin.outages.findings import outage_findings
from temoin.outages.measure.character_rows import characters, reported_characters, watched_since
from temoin.outages.measure.detect import Measured
from temoin.outages.measure.watched import watch
from temoin.outages.places import place_label
from temoin.outages.recurrence import with_campaigns
from temoin.outages.signals import signal_named
from temoin.outages.tables import CHARACTER, PICKS, REPORTED
from temoin.period import iso, print_moment
from temoin.words import Words

_TOLD_AT_MOST = 3
_LIKENESS = {
    "likeness": "likeness",
    "likeness_low": "low",
    "likeness_high": "high",
    "likeness_horizon": "horizon",
    "traits": "features",
    "traits_unknown": "unknown",
}
_UNLIKE: dict[str, object] = dict.fromkeys(_LIKENESS)


def pick_records(picks: pl.DataFrame) -> list[dict[str, object]]:
    """Return one plain record a pick, of type ``pick``, times in ISO 8601 with Z.

    Parameters
    ----------
    picks : table ``PICKS``

    Raises
    ------
    TableError : a column is missing or of another type
    """
    return _records("pick", PICKS.require(picks))


def reported_records(reported: pl.DataFrame) -> list[dict[str, object]]:
    """Return one plain record a published row, of type ``reported``, times in ISO 8601 with Z.

    Parameters
    ----------
    reported : table ``REPORTED``

    Raises
    ------
    TableError : a column is missing or of another type
    """
    records = _records("reported", REPORTED.require(reported))
    several = reported.partition_by("publisher", maintain_order=True)
    likenesses = pl.concat([CHARACTER.empty(), *(reported_characters(of_one) for of_one in several)])
    alike = _likenesses(likenesses)
    return [record | alike.get(str(record["id"]), _UNLIKE) for record in records]


def _records(kind: str, frame: pl.DataFrame) -> list[dict[str, object]]:
    return [
        {"type": kind} | {name: iso(value) if isinstance(value, dt.datetime) else value for name, value in row.items()}
        for row in frame.iter_rows(named=True)
    ]


def event_records(
    outages: pl.DataFrame, measured: Measured, signals: pl.DataFrame, *, networks: pl.DataFrame | None = None
) -> list[dict[str, object]]:
    """Return one plain record an outage, of type ``event``, and then one a finding about a failed instrument.

    An event carries its likeness to confirmed cuts, with its range and traits (None where it has none), and, where it
    recurs, its campaign's rule and next dates.

    Parameters
    ----------
    outages : table ``OUTAGES``
    measured : what they were found in
    signals : table ``SIGNALS``, the points measured
    networks : table ``NETWORKS`` of the analyst, if any

    Raises
    ------
    TableError : a column is missing or of another type
    """
    told = outage_findings(outages, measured.picks, networks=networks, watched=watch(measured.expected))
    likenesses = characters(outages, measured.picks, since=watched_since(signals))
    alike = _likenesses(likenesses)
    known = set(outages["id"])
    events = [each.record() | {"type": "event"} | alike.get(each.id, _UNLIKE) for each in told if each.id in known]
    return [*with_campaigns(events, outages), *(each.record() for each in told if each.id not in known)]


def _likenesses(characters: pl.DataFrame) -> dict[str, dict[str, object]]:
    fields = characters.select("outage", *_LIKENESS.values()).iter_rows()
    return {str(name): dict(zip(_LIKENESS, values, strict=True)) for name, *values in fields}


def lonely_words(picks: pl.DataFrame) -> list[Words]:
    """Return what to tell of falls that no other signal bears out, so that they make no outage.

    One sentence for each that is not over, three at most, and one for how many others there are.

    Parameters
    ----------
    picks : table ``PICKS``, those of no outage
    """
    still = picks.filter(pl.col("ended").is_null()).sort("began", descending=True).head(_TOLD_AT_MOST)
    told = [_lonely(pick) for pick in still.iter_rows(named=True)]
    others = len(picks) - len(told)
    if others:
        told.append(
            Words(
                f"{others} chute{'s' if others > 1 else ''} d’un seul signal, que rien ne confirme : voyez --signals",
                f"{others} fall{'s' if others > 1 else ''} of a single signal that nothing bears out: see --signals",
            )
        )
    return told


def _lonely(pick: Mapping[str, object]) -> Words:
    began, signal = pick["began"], signal_named(str(pick["signal"])).label
    assert isinstance(began, dt.datetime)
    share = f"{100 * float(str(pick['depth'])):.0f}"
    place = place_label(str(pick["place"]))
    return Words(
        f"{place.fr} : {signal.fr} en baisse de {share} % depuis le {print_moment(began, 'UTC', 'fr')}, toujours en "
        "baisse ; pas encore confirmé par un autre signal (--signals)",
        f"{place.en}: {signal.en} down by {share}% since {print_moment(began, 'UTC', 'en')}, still down; not yet borne "
        "out by another signal (--signals)",
    )
