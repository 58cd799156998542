"""What several sources say of the same thing, and what was measured of it.

Question
    Do those who date an outage agree with one another, and with the measurements? Do two sources tell one figure, and
    one extent, alike?
Input
    Statements of :mod:`temoin.claims`, and what texts say of how far a cut reached; tables ``OUTAGES`` and ``SIGNALS``.
Methods
    ``corroborate.onset/1`` (:mod:`temoin.corroborate.onsets`): one finding a place, event and episode.
    ``corroborate.measured/1`` (:mod:`temoin.corroborate.measured`): one finding a place and stated time.
    ``corroborate.figure/1`` (:mod:`temoin.corroborate.figures`): figures of one thing that two sources tell otherwise.
    ``corroborate.scope/1`` (:mod:`temoin.corroborate.scopes`): one finding a country and cut of several sources.
    ``corroborate.draft/2`` (:mod:`temoin.corroborate.drafts`): one mark a figure, date, rank or superlative of a draft.
    A finding that would rest on a figure read in a picture that nobody has looked at is held back, and says so
    (:mod:`temoin.corroborate.held_back`).
Limits
    Intervals are compared as printed: a time rounded by its author without a word such as "about" counts to the minute.
    Two voices are two names; that one repeats the other without saying so is not seen.
"""

from temoin.corroborate.figures import compare_figures
from temoin.corroborate.held_back import hold_back
from temoin.corroborate.measured import compare_with_measurements
from temoin.corroborate.methods import METHODS
from temoin.corroborate.onsets import compare_onsets
from temoin.corroborate.scopes import Told, compare_scopes

__all__ = [
    "METHODS",
    "Told",
    "compare_figures",
    "compare_onsets",
    "compare_scopes",
    "compare_with_measurements",
    "hold_back",
]
