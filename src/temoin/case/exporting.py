"""What may leave a case for others: accepted statements of sources that may be quoted, and nothing withheld."""

import polars as pl

from temoin.case.analysis import Analysis, ReadSource
from temoin.case.proposing import proposed_values
from temoin.dossier.exports.leaving import Cited, Claim, Leaving
from temoin.dossier.report import StatementView
from temoin.errors import CaseError
from temoin.evidence import Finding
from temoin.period import iso
from temoin.spending import LEDGER
from temoin.words import Words

_QUOTABLE = frozenset(("open", "quotes"))
_TAKEN = frozenset(("accepted", "corrected"))


def what_leaves(analysis: Analysis) -> Leaving:
    """Return what may leave a case.

    Only what a person accepted or corrected, of a source that is neither personal nor sealed, that may be quoted, and
    that nobody withheld. A finding goes with a statement only if all it rests on may leave.

    Raises
    ------
    CaseError : a made-up case, whose claims are nobody's
    """
    if analysis.case.settings.synthetic:
        raise CaseError(
            Words(
                "affaire inventée : rien n’en sort comme affirmation sur le monde ; retirez synthetic de temoin.toml "
                "si elle ne l’est pas",
                "a made-up case: nothing leaves it as a claim about the world; take synthetic out of temoin.toml if it "
                "is not",
            )
        )
    withheld = analysis.case.state.withheld
    open_sources = [each for each in analysis.sources if _may_be_quoted(each) and each.source.id not in withheld]
    views = [(each, view) for each in open_sources for view in each.views]
    taken = [(each, view) for each, view in views if _is_taken(view) and view.statement.id not in withheld]
    free = {view.statement.id for _, view in taken} | {each.source.id for each in open_sources}
    findings = _by_statement(analysis, free)
    cited = {each.source.id: _cited(each) for each in open_sources}
    as_of = analysis.case.journal.as_of
    return Leaving(
        case=analysis.case.settings.title or analysis.case.name,
        as_of=iso(as_of) if as_of else None,
        claims=tuple(
            Claim(cited[each.source.id], view.statement, tuple(findings.get(view.statement.id, ())))
            for each, view in taken
        ),
        ledger=LEDGER.require(analysis.ledger.filter(pl.col("source").is_in(sorted(cited)))),
        cited=cited,
        kept=sum(len(each.views) for each in analysis.sources) - len(taken),
    )


def _may_be_quoted(each: ReadSource) -> bool:
    visibility = each.source.visibility or each.reader.visibility
    return not each.source.personal and not each.sealed and visibility in _QUOTABLE


def _is_taken(view: StatementView) -> bool:
    return view.decision in _TAKEN


def _by_statement(analysis: Analysis, free: set[str]) -> dict[str, list[Finding]]:
    withheld = analysis.case.state.withheld
    found: dict[str, list[Finding]] = {}
    for finding in analysis.findings:
        rests_on = {name.partition("#")[0] for name in finding.evidence}
        if finding.verdict is None or finding.id in withheld or not rests_on <= free:
            continue
        for name in finding.evidence:
            found.setdefault(name, []).append(finding)
    return found


def _cited(each: ReadSource) -> Cited:
    source, proposed = each.source, proposed_values(each.proposals)
    published = source.published.text if source.published else proposed.get("published")
    return Cited(
        source=source,
        title=source.title or proposed.get("title") or source.name or source.id[:10],
        publisher=source.publisher or proposed.get("publisher"),
        published=published,
        author=source.author or proposed.get("author"),
        language=source.language or proposed.get("language"),
        url=source.url or proposed.get("url"),
    )
