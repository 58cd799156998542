"""Said beginnings against measured ones (``corroborate.measured/1``).

A statement agrees with an outage of its place when its interval meets the measured bounds of the beginning, both ends
inside. Where nothing was measured over that time nothing can be told: silence is never agreement. Synthetic evidence
never agrees or disagrees with anything said of a real place.
"""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from temoin.claims.about.attributes import BEGAN
from temoin.corroborate.onsets import printed_moment, printed_span, settle_by_measuring
from temoin.corroborate.stated import Stated, stated_interval
from temoin.evidence import Because, Finding, Statement, Verdict
from temoin.outages.tables import OUTAGES, SIGNALS
from temoin.period import iso
from temoin.words import Words, same
from temoin.world import country

METHOD = "corroborate.measured/1"
NEAR_HOURS = 36

_AGREES = Words(
    "{place}\u00a0: {voice} situe le début de la panne {stated}\u00a0; la mesure, {measured}. Les deux concordent.",
    "{place}: {voice} puts the beginning of the outage {stated}; the measurement puts it {measured}. The two agree.",
)
_OTHER_TIME = Words(
    "{place}\u00a0: {voice} situe le début de la panne {stated}, mais la mesure le situe {measured}.",
    "{place}: {voice} puts the beginning of the outage {stated}, but the measurement puts it {measured}.",
)
_NO_FALL = Words(
    "{place}\u00a0: {voice} situe le début d’une panne {stated}, mais les signaux mesurés alors n’en montrent aucun.",
    "{place}: {voice} puts the beginning of an outage {stated}, but the signals measured then show none.",
)
_NOT_MEASURED = Words(
    "{place}\u00a0: {voice} situe le début de la panne {stated}\u00a0; rien n’a été mesuré à ce moment-là.",
    "{place}: {voice} puts the beginning of the outage {stated}; nothing was measured at that time.",
)
_SYNTHETIC = Words(
    "{place}\u00a0: {voice} situe le début de la panne {stated}\u00a0; la courbe est fabriquée et ne prouve rien.",
    "{place}: {voice} puts the beginning of the outage {stated}; the curve is synthetic and proves nothing.",
)


@dataclass(frozen=True, slots=True)
class _Measured:
    outages: pl.DataFrame
    times: dict[str, list[dt.datetime]]
    synthetic: bool
    near: dt.timedelta


def compare_with_measurements(
    statements: Iterable[Statement],
    outages: pl.DataFrame,
    signals: pl.DataFrame,
    *,
    synthetic: bool = False,
    near_hours: int = NEAR_HOURS,
) -> list[Finding]:
    """Return one finding a place and stated interval of the beginning of an outage, against what was measured there.

    Parameters
    ----------
    statements : any; only those with attribute ``outage began`` and a known place count
    outages : table ``OUTAGES``
    signals : table ``SIGNALS``: it tells whether anything was measured at the time
    synthetic : the measured series are made up
    near_hours : a measured beginning farther than this from the said one is of another outage

    Returns
    -------
    findings in the order of the statements; ``numbers`` holds ``place stated_low stated_high`` and, where an outage
    lies near, ``began_earliest began_latest``

    Raises
    ------
    TableError : one of the frames does not keep its table
    """
    measured = _Measured(
        OUTAGES.require(outages), _times_measured(SIGNALS.require(signals)), synthetic, dt.timedelta(hours=near_hours)
    )
    said: dict[object, list[Stated]] = {}
    for statement in statements:
        if statement.attribute == BEGAN and statement.place and (stated := stated_interval(statement)):
            said.setdefault((statement.place, stated.low, stated.high), []).append(stated)
    return [_finding(together, measured) for together in said.values()]


def _times_measured(signals: pl.DataFrame) -> dict[str, list[dt.datetime]]:
    times = signals.drop_nulls("value").group_by("place").agg(pl.col("time").unique().sort())
    return dict(times.iter_rows())


def _finding(together: list[Stated], measured: _Measured) -> Finding:
    stated = together[0]
    place = stated.statement.place or ""
    outage = _closest(stated, measured)
    verdict, because, wording = _judged(stated, outage, measured)
    numbers: dict[str, object] = {
        "place": place,
        "stated_low": iso(stated.low) if stated.low else None,
        "stated_high": iso(stated.high) if stated.high else None,
    }
    words = {"place": country(place).name, "voice": _voices(together), "stated": _span(stated.low, stated.high)}
    if outage:
        earliest, latest = outage
        numbers |= {"began_earliest": iso(earliest.moment), "began_latest": iso(latest.moment)}
        words["measured"] = _span(earliest.moment, latest.moment)
    return Finding(
        "corroborate",
        METHOD,
        (*sorted(each.statement.id for each in together), *((outage[0].outage,) if outage else ())),
        wording.filled(**words),
        parameters={"near_hours": int(measured.near / dt.timedelta(hours=1)), "synthetic": measured.synthetic},
        numbers=numbers,
        verdict=verdict,
        because=because,
        settle=None if verdict == "agrees" else settle_by_measuring(place, stated.first),
    )


@dataclass(frozen=True, slots=True)
class _Bound:
    outage: str
    moment: dt.datetime


def _closest(stated: Stated, measured: _Measured) -> tuple[_Bound, _Bound] | None:
    rows = measured.outages.filter(pl.col("place") == stated.statement.place).sort("began")
    best, distance = None, measured.near
    for row in rows.iter_rows(named=True):
        earliest, latest = row["began_earliest"], row["began_latest"]
        gap = max(stated.first - latest, earliest - stated.last, dt.timedelta())
        if stated.meets(earliest, latest, closed=True):
            gap = dt.timedelta()
        if gap <= distance and (best is None or gap < distance):
            best, distance = (_Bound(row["id"], earliest), _Bound(row["id"], latest)), gap
    return best


def _judged(
    stated: Stated, outage: tuple[_Bound, _Bound] | None, measured: _Measured
) -> tuple[Verdict, Because | None, Words]:
    if measured.synthetic:
        return "cannot_tell", "source", _SYNTHETIC
    if not _was_measured(stated, measured):
        return "cannot_tell", "missing", _NOT_MEASURED
    if outage is None:
        return "disagrees", "scope", _NO_FALL
    if stated.meets(outage[0].moment, outage[1].moment, closed=True):
        return "agrees", None, _AGREES
    return "disagrees", "date", _OTHER_TIME


def _was_measured(stated: Stated, measured: _Measured) -> bool:
    hour = dt.timedelta(hours=1)
    times = measured.times.get(stated.statement.place or "", [])
    after = bisect_left(times, stated.first - hour)
    return after < len(times) and times[after] <= stated.last + hour


def _voices(together: list[Stated]) -> Words:
    names = dict.fromkeys(each.statement.attributed_to for each in together if each.statement.attributed_to)
    return same(", ".join(names)) if names else Words("un document", "a document")


def _span(low: dt.datetime | None, high: dt.datetime | None) -> Words:
    if low and high:
        return printed_span(low, high)
    first, last = (printed_moment(moment) if moment else None for moment in (low, high))
    if first:
        return Words(f"après le {first.fr}", f"after {first.en}")
    assert last is not None
    return Words(f"avant le {last.fr}", f"before {last.en}")
