"""What documents state, figure by figure: who says what, about which place, with the interval it stands for.

Question
    Which figures and times does this text print, what do they stand for, and who says them?
Input
    The text of a document, with what is known of its source: language, date of publication, how it is to be read.
Methods
    ``claims.figures/2`` (:mod:`temoin.claims.figures`): money, percentages, durations, ranks, counts.
    ``claims.times/2`` (:mod:`temoin.claims.times`): days, and clock times in their zone.
    A printed figure stands for half a unit of its last digit on either side.
    The checks on statements of one text alone are :mod:`temoin.claims.checks`, a method each.
Limits
    French and English. Whose a figure is, and what it tells, is found by a light grammar of names, clauses and cues
    (:mod:`temoin.claims.about`), not by understanding: no entity where none is sure. Where no rule knows a property,
    the words of the text say it. A speaker governs the sentences that follow in its paragraph. A date of validity may
    be inherited, as :mod:`temoin.claims.about.validity` says. What is ambiguous keeps a null value between its
    readings; a clock time with no day near it, or a relative day without a date of publication, keeps none at all.
"""

from temoin.claims.checks import METHODS as CHECKS
from temoin.claims.checks import check_statements
from temoin.claims.methods import METHODS
from temoin.claims.read import read_statements
from temoin.claims.records import records

__all__ = ["CHECKS", "METHODS", "check_statements", "read_statements", "records"]
