"""Checks on the statements of one text alone: arithmetic, calendars, conversions, ranks, units, scope.

Question
    Do the figures that a text prints hold together, and with what is known of the world?
Input
    A text and its statements (:func:`temoin.claims.read_statements`); its date of publication and place if known.
Methods
    One a file, each with its page in :data:`METHODS`.
Limits
    A verdict ``disagrees`` is given only where the text leaves no other reading; what depends on something that the
    text does not say is ``cannot_tell``, with what would settle it. What the structure of the text does not show is
    not checked: silence is no approval.
"""

from collections.abc import Callable, Sequence

from temoin.claims.checks.breakdowns import check_breakdowns
from temoin.claims.checks.comparisons import check_comparisons
from temoin.claims.checks.conversions import check_conversions
from temoin.claims.checks.delays import check_delays
from temoin.claims.checks.flows import check_flows
from temoin.claims.checks.headlines import check_headlines
from temoin.claims.checks.listings import check_listings
from temoin.claims.checks.magnitudes import check_magnitudes
from temoin.claims.checks.methods import METHODS
from temoin.claims.checks.page import Page
from temoin.claims.checks.phases import check_phases
from temoin.claims.checks.products import check_products
from temoin.claims.checks.proportions import check_proportions
from temoin.claims.checks.ranks import check_ranks
from temoin.claims.checks.rates_told import check_rates_told
from temoin.claims.checks.repeats import check_repeats
from temoin.claims.checks.shares import check_shares
from temoin.claims.checks.spans import check_spans
from temoin.claims.checks.sums import check_sums
from temoin.claims.checks.type_slips import check_types
from temoin.claims.checks.weekdays import check_weekdays
from temoin.claims.checks.zones import check_zones
from temoin.evidence import Finding, Statement
from temoin.period import PartialDate

__all__ = ["METHODS", "check_statements"]

_CHECKS: tuple[Callable[[Page], list[Finding]], ...] = (
    check_sums,
    check_breakdowns,
    check_shares,
    check_products,
    check_conversions,
    check_rates_told,
    check_zones,
    check_weekdays,
    check_delays,
    check_spans,
    check_listings,
    check_ranks,
    check_comparisons,
    check_proportions,
    check_magnitudes,
    check_headlines,
    check_phases,
    check_flows,
    check_repeats,
    check_types,
)


def check_statements(
    text: str,
    statements: Sequence[Statement],
    *,
    published: PartialDate | None = None,
    place: str | None = None,
    language: str | None = None,
) -> list[Finding]:
    """Return what the checks find in a text: agreements, disagreements, and what cannot be told.

    Parameters
    ----------
    text : the text in which the positions of the statements count
    statements : as read or as decided; those with ``claim`` False are left aside
    published : date of the source: base of relative dates, and a candidate date of conversions
    place : ISO 3166 code of what the source is about
    language : of the text; the checks look for the words of French and English alike, whatever it is

    Returns
    -------
    findings with unique ids, method by method, each in the order of the text; empty when nothing can be checked

    Examples
    --------
    >>> from temoin.claims import sample
    >>> text = "Aveline a reçu 3,1 millions d’euros et Brume 2,2 millions d’euros, soit 6,3 millions d’euros au total."
    >>> [(found.method, found.verdict) for found in check_statements(text, sample.read(text))]
    [('claims.sum/1', 'disagrees')]
    """
    page = Page(text, statements, published=published, place=place, language=language)
    if not page.statements:
        return []
    found = [finding for check in _CHECKS for finding in check(page)]
    return list({finding.id: finding for finding in found}.values())
