"""Every parameter of the lens in one declared place, each with its unit."""

import math
from dataclasses import dataclass, fields

_FINEST = 300
_AN_HOUR = 3600
_A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Settings:
    """The parameters of detection, of its baseline and of joining picks into outages.

    Parameters
    ----------
    falls_below : share of the expected value under which a fall lies on the average, 0 to 1
    back_above : share of the expected value from which a bin is back at the latest, 0 to 1; above ``falls_below``
    counts_noises : a bin counts towards a fall from this many noises under the expected value, on a logarithmic scale
    opens : sum of counted shares that opens a fall in bins of five minutes, in units of what one bin must exceed
    opens_eases : how much less opens one for each e-fold of the bin width up to an hour: wider bins give chance fewer
        occasions
    closes : the same for the bins that are back, in noises
    confirm_bins : consecutive fallen bins that confirm a pick; two when a bin lasts an hour or more, one from a day
    min_history_days : nothing is judged before this many days of measure, days
    never_learnt_below : a bin under this share of the expected value and beyond ``never_learnt_noises`` is never
        learnt, 0 to 1
    never_learnt_noises : noises
    shape_above : share of the expected value above which a fallen bin of a use signal may still be learnt as the
        week's shape, while that time of the week has fewer than two values, 0 to 1
    unseen_above : share of the expected value above which a use signal is not judged at a time of the week that it has
        never seen, 0 to 1
    edge_spares : sustained loss that no rest or holiday explains, so that no edge is asked, 0 to 1
    falls_odds : how much better a fall within an hour must fit a smaller loss than a glide of hours, twice the
        logarithm of the likelihood ratio, in bins of five minutes; a holiday glides. In wider ones it is less by twice
        the logarithm of how much wider, up to an hour: what a fall is worth at first is the same by the hour
    both_odds : the same for onset and end together, where both speak for a fall; both ease
    coarse_spares : mean loss that no holiday explains where bins last more than an hour and show no edge; in narrower
        ones, the loss from which less and less is asked of the edges, 0 to 1
    mean_spares : mean loss from which nothing is, 0 to 1
    outlasts_days : there a smaller loss must last longer than a season of holidays, days
    settles_after_days : a loss smaller than ``edge_spares`` is learnt as a new level after this long, days
    level_falls : smallest lasting fall of the daily level, as a share, 0 to 1
    level_falls_unknown : the same while it is not known how the level moves from month to month, 0 to 1
    level_noises : a lasting fall is also this many times what the level usually does within a month
    band_noise : half-width of the drawn band, noises
    agrees_within_hours : picks of several signals that begin this close tell of one onset, hours
    use_alone_depth : sustained loss from which a use signal that knows its week speaks for itself; below it use
        signals share one vote, for they share weekends and holidays, 0 to 1
    learned_days : past at the onset from which a week is known, days
    same_clock_minutes : recurrences begin at the same time of day within this, minutes
    recurs_within_days : longest spacing of a campaign's recurrences, days
    blackout_depth : sustained loss from which an outage is a blackout, 0 to 1
    """

    falls_below: float = 0.84
    back_above: float = 0.85
    counts_noises: float = 1.9
    opens: float = 3.0
    opens_eases: float = 0.4
    closes: float = 2.5
    confirm_bins: int = 3
    min_history_days: float = 3.0
    never_learnt_below: float = 0.8
    never_learnt_noises: float = 5.0
    shape_above: float = 0.5
    unseen_above: float = 0.7
    edge_spares: float = 0.5
    falls_odds: float = 10.0
    both_odds: float = 15.0
    coarse_spares: float = 0.35
    mean_spares: float = 0.4
    outlasts_days: float = 15.0
    settles_after_days: float = 3.0
    level_falls: float = 0.14
    level_falls_unknown: float = 0.25
    level_noises: float = 5.0
    band_noise: float = 3.0
    agrees_within_hours: float = 6.0
    use_alone_depth: float = 0.7
    learned_days: float = 14.0
    same_clock_minutes: float = 45.0
    recurs_within_days: int = 7
    blackout_depth: float = 0.9

    def confirming(self, step: int) -> int:
        """Return how many consecutive bins of ``step`` seconds confirm a pick.

        Examples
        --------
        >>> [DEFAULT.confirming(step) for step in (300, 3600, 86400)]
        [3, 2, 1]
        """
        if step >= _A_DAY:
            return 1
        return min(2, self.confirm_bins) if step >= _AN_HOUR else self.confirm_bins

    def opening(self, step: int) -> float:
        """Return the sum that opens a fall in bins of ``step`` seconds.

        Examples
        --------
        >>> [round(DEFAULT.opening(step), 2) for step in (60, 300, 900, 3600, 86400)]
        [3.0, 3.0, 2.56, 2.01, 2.01]
        """
        return self.opens - self.opens_eases * _wider(step)

    def odds(self, step: int) -> tuple[float, float]:
        """Return what an onset alone, and onset and end together, must show in bins of ``step`` seconds.

        Examples
        --------
        >>> [tuple(round(odds, 1) for odds in DEFAULT.odds(step)) for step in (300, 900, 3600)]
        [(10.0, 15.0), (7.8, 10.6), (5.0, 5.1)]
        """
        eased = 2 * _wider(step)
        return self.falls_odds - eased, self.both_odds - 2 * eased

    def record(self) -> dict[str, object]:
        """Return the parameters as plain values, as findings carry them."""
        return {item.name: getattr(self, item.name) for item in fields(self)}

    def printed(self) -> tuple[tuple[str, str], ...]:
        """Return each parameter's name and value as text, in declared order."""
        return tuple((item.name, f"{getattr(self, item.name):g}") for item in fields(self))


def _wider(step: int) -> float:
    return math.log(min(max(step, _FINEST), _AN_HOUR) / _FINEST)


DEFAULT = Settings()
