"""What the checks on one document alone conclude in a case, from what people decided on its statements."""

from collections.abc import Sequence

from temoin import claims, corroborate
from temoin.case.reviews import standing, to_check
from temoin.dossier.report import StatementView
from temoin.evidence import Finding
from temoin.period import PartialDate


def check_document(
    text: str, views: Sequence[StatementView], *, published: PartialDate | None = None, place: str | None = None
) -> list[Finding]:
    """Return the findings of a document: on the statements that stand, and those held back until somebody looks.

    Parameters
    ----------
    text : the document
    views : its statements with the decisions on them: a rejected one is never checked, a corrected one as corrected
    published, place : of the source, where known

    Returns
    -------
    findings; those that would rest on what was read in a picture, and not looked at, are ``cannot_tell``
    """
    sure, unsure = standing(list(views)), to_check(list(views))
    found = claims.check_statements(text, sure, published=published, place=place)
    if not unsure:
        return found
    together = claims.check_statements(text, [*sure, *unsure], published=published, place=place)
    return [*found, *corroborate.hold_back(together, unsure)]
