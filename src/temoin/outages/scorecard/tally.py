"""A method on the families: what it scored on each, how late it was, and whether what recurs is told as one."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from temoin.outages.measure.campaigns import find_campaigns
from temoin.outages.measure.detect import measure
from temoin.outages.measure.events import find_outages
from temoin.outages.scorecard import ours
from temoin.outages.scorecard.families import PLAIN, Family, Labelled
from temoin.outages.scorecard.peers import Peer
from temoin.outages.scorecard.scoring import Found, Score, score, total

OURS = "Témoin"
_AFTER = dt.timedelta(hours=6)
_NEAR = dt.timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Tally:
    """What a method did on one family.

    Parameters
    ----------
    family : the family
    score : over all its seeds
    delays : one a series that was cut off, in measured bins; None where it was never found in time
    grouped : how many series of recurrences were told as one campaign with the right next date; None if not asked
    series : how many series were asked for ``grouped``
    """

    family: Family
    score: Score
    delays: tuple[int | None, ...] = ()
    grouped: int | None = None
    series: int = 0


def tally_ours(families: Sequence[Family], seeds: int, cut_off: int) -> Iterator[Tally]:
    """Yield the lens's own tally of each family.

    Parameters
    ----------
    families : in the order wanted
    seeds : series drawn from each
    cut_off : of them, how many are also cut off after their onset, to measure the delay
    """
    for family in families:
        drawn = [family.draw(seed) for seed in range(seeds)]
        scored = total(score(one, found) for one, found in zip(drawn, ours.find_all(drawn), strict=True))
        delays = tuple(ours.delay(one) for one in drawn[:cut_off]) if _is_dated(family) else ()
        asked = drawn[: cut_off * 2] if family.kind == "recurring" else []
        grouped = sum(_is_one_campaign(one, family) for one in asked) if asked else None
        yield Tally(family, scored, delays, grouped, len(asked))


def tally_peer(peer: Peer, families: Sequence[Family], seeds: int, cut_off: int) -> Iterator[Tally]:
    """Yield a peer's tally of each family, as ``tally_ours`` does; delays on plain blackouts and halves only."""
    for family in families:
        drawn = [family.draw(seed) for seed in range(seeds)]
        scored = total(score(one, peer.find(one.values, one.step)) for one in drawn)
        late = drawn[:cut_off] if family in PLAIN and family.kind in {"blackout", "partial"} else []
        yield Tally(family, scored, tuple(ours.delay(one, partial(_cut_off, peer)) for one in late))


def next_day(days: Sequence[int]) -> int:
    """Return the day on which a recurrence is due next: the first one after the last on a weekday that it has used.

    Examples
    --------
    >>> next_day([14, 15, 16]), next_day([14, 15, 16, 17, 21, 22, 23, 24])
    (21, 28)
    """
    used = {day % 7 for day in days}
    return next(day for day in range(days[-1] + 1, days[-1] + 8) if day % 7 in used)


def _is_dated(family: Family) -> bool:
    return family.loss is not None and family.kind not in {"holiday", "level"}


def _cut_off(peer: Peer, labelled: Labelled, bins: int | None = None) -> list[Found]:
    return peer.find(labelled.values[:bins], labelled.step)


def _is_one_campaign(labelled: Labelled, family: Family) -> bool:
    assert family.loss is not None
    last = labelled.truth[-1].end
    measured = measure(labelled.table(last + _AFTER // dt.timedelta(seconds=labelled.step)))
    campaigns = find_campaigns(find_outages(measured.picks, measured.expected))
    if campaigns["times"].to_list() != [len(labelled.truth)]:
        return False
    day = next_day(family.loss.days)
    due = labelled.begin + dt.timedelta(days=day, hours=family.loss.clock)
    return bool(abs(campaigns["next"][0][0] - due) <= _NEAR)
