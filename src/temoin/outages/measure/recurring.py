"""Outages of a place that come back at the same local time: what came before one, what came after, and around it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_MINUTES_A_DAY = 1440
RECURS_WITHIN_DAYS = 7
NEAR_DAYS = 90
CAMPAIGN_LEAST = 3

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """What is seen around each onset of a place, one value an onset.

    Parameters
    ----------
    before, after : another began at the same clock time, one to seven days earlier, or later
    campaign_before : three others or more, in the 90 days before, came back among themselves at the same clock time
    campaign_near : the same, in the 90 days before or after
    """

    before: Flags
    after: Flags
    campaign_before: Flags
    campaign_near: Flags


def recurrences(began: Sequence[dt.datetime], within_minutes: float) -> Recurrence:
    """Return what recurs around each onset; only an earlier onset ever counts for ``before`` and ``campaign_before``.

    Parameters
    ----------
    began : onsets of one place on one clock (local where known), in any order; all aware or all naive
    within_minutes : how far apart two clock times may be and still be the same

    Examples
    --------
    >>> nights = [dt.datetime(2024, 3, day, 1) for day in (1, 2, 3, 4, 9)] + [dt.datetime(2024, 3, 20, 17, 40)]
    >>> seen = recurrences(nights, 10)
    >>> seen.before.tolist()
    [False, True, True, True, True, False]
    >>> seen.campaign_before.tolist()
    [False, False, False, True, True, True]
    """
    minutes = np.array([_minutes(moment) for moment in began], dtype=np.float64)
    gap = minutes[np.newaxis, :] - minutes[:, np.newaxis]
    days = np.round(gap / _MINUTES_A_DAY)
    same = (np.abs(gap - days * _MINUTES_A_DAY) <= within_minutes) & (np.abs(days) >= 1)
    same &= np.abs(days) <= RECURS_WITHIN_DAYS
    earlier = gap < 0
    partners = same.sum(axis=1)
    first_partner = np.where(same, minutes[np.newaxis, :], np.inf).min(axis=1, initial=np.inf)
    near = (np.abs(gap) <= NEAR_DAYS * _MINUTES_A_DAY) & ~np.eye(len(minutes), dtype=np.bool_)
    recurs_without = partners[np.newaxis, :] > same  # a partner other than this very onset
    recurred_by_then = first_partner[np.newaxis, :] < minutes[:, np.newaxis]
    return Recurrence(
        before=np.asarray((same & earlier).any(axis=1)),
        after=np.asarray((same & ~earlier).any(axis=1)),
        campaign_before=(near & earlier & recurred_by_then).sum(axis=1) >= CAMPAIGN_LEAST,
        campaign_near=(near & recurs_without).sum(axis=1) >= CAMPAIGN_LEAST,
    )


def _minutes(moment: dt.datetime) -> float:
    epoch = dt.datetime(2000, 1, 1, tzinfo=moment.tzinfo)
    return (moment.replace(tzinfo=None) - epoch.replace(tzinfo=None)) / dt.timedelta(minutes=1)
