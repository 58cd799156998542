"""What the checks say of a document: its findings worth knowing, and the verdict that each of its figures bears."""

from collections.abc import Mapping, Sequence

from temoin.dossier import claim_wording, wording
from temoin.dossier.anchors import Anchors, anchor
from temoin.dossier.parts import Link, Worth
from temoin.dossier.report import DocumentView
from temoin.evidence import Finding
from temoin.words import Language

MOST_WORTH_KNOWING = 3
_ORDER = {"disagrees": 0, "cannot_tell": 1, "agrees": 2}


def verdicts_of(findings: Sequence[Finding]) -> dict[str, str]:
    """Return the gravest verdict that rests on each piece of evidence, by its id."""
    verdicts: dict[str, str] = {}
    for finding in sorted(findings, key=lambda one: -_ORDER.get(one.verdict or "", -1)):
        if finding.verdict in _ORDER:
            verdicts |= dict.fromkeys(finding.evidence, finding.verdict)
    return verdicts


def worth_knowing(view: DocumentView, anchors: Anchors) -> tuple[Worth, ...]:
    """Return at most three findings that rest on a document: disagreements first, of as many methods as there are.

    Parameters
    ----------
    view : the document
    anchors : of the report that holds the findings
    """
    here = {one.statement.id for one in view.statements} | {view.source.id}
    passages = f"{view.source.id}#"
    resting = [
        one
        for one in anchors.report.findings
        if one.verdict in _ORDER and any(name in here or name.startswith(passages) for name in one.evidence)
    ]
    resting.sort(key=lambda one: (_ORDER[one.verdict or ""], -len(one.evidence), one.id))
    return tuple(_worth(finding, anchors) for finding in _various(resting)[:MOST_WORTH_KNOWING])


def _various(findings: Sequence[Finding]) -> list[Finding]:
    """The first of each verdict and method before a second of any: three sums say less than a sum, a rank, a rate."""
    seen: dict[tuple[str | None, str], int] = {}
    ranked = []
    for rank, finding in enumerate(findings):
        turn = seen.get((finding.verdict, finding.method), 0)
        seen[finding.verdict, finding.method] = turn + 1
        ranked.append((_ORDER[finding.verdict or ""], turn, rank, finding))
    return [finding for *_, finding in sorted(ranked, key=lambda one: one[:3])]


def _worth(finding: Finding, anchors: Anchors) -> Worth:
    language = anchors.report.language
    verdict = finding.verdict or ""
    return Worth(
        verdict=verdict,
        label=wording.VERDICTS[verdict].in_(language),
        words=Link(finding.words.in_(language), anchor("f", finding.id)),
    )


def verdict_mark(verdicts: Mapping[str, str], statement: str) -> str:
    """Return the verdict that a statement bears as a word for a style: empty where no check rests on it."""
    return verdicts.get(statement, "").replace("_", "-")


def set_apart(count: int, language: Language) -> str:
    """Return how many figures the page gives of itself, in words; empty for none."""
    if not count:
        return ""
    return wording.count(count, claim_wording.ONE_SET_APART, claim_wording.MANY_SET_APART).in_(language)
