"""Every parameter of the lens in one declared place, each with its unit."""

from dataclasses import dataclass, fields

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
    opens : sum of counted shares that opens a fall, in units of what one bin must exceed
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
        logarithm of the likelihood ratio; a holiday glides
    both_odds : the same for onset and end together, where both speak for a fall
    coarse_spares : mean loss that no holiday explains where bins last more than an hour and show no edge, 0 to 1
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

    def record(self) -> dict[str, object]:
        """Return the parameters as plain values, as findings carry them."""
        return {item.name: getattr(self, item.name) for item in fields(self)}

    def printed(self) -> tuple[tuple[str, str], ...]:
        """Return each parameter's name and value as text, in declared order."""
        return tuple((item.name, f"{getattr(self, item.name):g}") for item in fields(self))


DEFAULT = Settings()
