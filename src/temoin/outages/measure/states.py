"""States: still down, partly back, ended, or not yet published, signal by signal.

The ends of data differ: a feed lags by an hour or more, an export ends, a service publishes null until it knows. A
signal that was last seen down says nothing about what followed.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from temoin.outages.measure.groups import Pick, moment
from temoin.outages.measure.watched import Watched

State = Literal["ongoing", "partial-return", "ended", "not-yet-published"]


def state_of(picks: Sequence[Pick], series: Sequence[Watched]) -> State:
    """Return what is known of an outage's end.

    ``ended`` when every signal that fell is back. ``ongoing`` when a signal is still down and was measured until the
    data of its place end, to within one of its bins. ``partial-return`` when one is back and another was seen down
    after that. ``not-yet-published`` when the data of every signal still down stop before those of other signals, or
    before the null bins that follow them.

    Parameters
    ----------
    picks : the outage's picks
    series : every series of its places, fallen or not
    """
    last = {(pick["source"], pick["place"], pick["signal"]): pick for pick in sorted(picks, key=_began)}
    still = [pick for pick in last.values() if pick["ended"] is None]
    if not still:
        return "ended"
    down = {pick["signal"] for pick in still}
    returns = [moment(pick, "ended") for pick in last.values() if pick["signal"] not in down]
    horizon = max(watched.until for watched in series)
    if any(_seen_until(pick) >= horizon for pick in still):
        return "partial-return" if returns else "ongoing"
    seen_after = bool(returns) and any(moment(pick, "observed_until") > min(returns) for pick in still)
    return "partial-return" if seen_after else "not-yet-published"


def _began(pick: Pick) -> dt.datetime:
    return moment(pick, "began")


def _seen_until(pick: Pick) -> float:
    return moment(pick, "observed_until").timestamp() + int(str(pick["step"]))
