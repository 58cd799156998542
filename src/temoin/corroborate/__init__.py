"""What several sources say of the same thing, and what was measured of it.

Question
    Do those who date an outage agree with one another, and with the measurements?
Input
    Statements of :mod:`temoin.claims`; tables ``OUTAGES`` and ``SIGNALS``.
Methods
    ``corroborate.onset/1`` (:mod:`temoin.corroborate.onsets`): one finding a place, event and episode.
    ``corroborate.measured/1`` (:mod:`temoin.corroborate.measured`): one finding a place and stated time.
    ``corroborate.draft/1`` (:mod:`temoin.corroborate.drafts`): one mark a figure, date, rank or superlative of a draft.
    A finding that would rest on a figure read in a picture that nobody has looked at is held back, and says so
    (:mod:`temoin.corroborate.held_back`).
Limits
    Intervals are compared as printed: a time rounded by its author without a word such as "about" counts to the minute.
    Two voices are two names; that one repeats the other without saying so is not seen.
"""

from temoin.corroborate.held_back import hold_back
from temoin.corroborate.measured import compare_with_measurements
from temoin.corroborate.methods import METHODS
from temoin.corroborate.onsets import compare_onsets

__all__ = ["METHODS", "compare_onsets", "compare_with_measurements", "hold_back"]
