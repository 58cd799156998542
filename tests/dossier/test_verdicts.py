"""What a document is worth knowing for: disagreements first, of as many methods as there are."""

import pytest

from temoin.dossier.verdicts import set_apart, verdict_mark, verdicts_of
from temoin.evidence import Finding
from temoin.words import same


def a_finding(verdict, *evidence, method="claims.sum/1"):
    return Finding("claims", method, evidence, same(method), verdict=verdict)


def test_a_figure_bears_the_gravest_verdict():
    findings = [a_finding("disagrees", "a"), a_finding("agrees", "a", "b"), a_finding("cannot_tell", "b", "c")]
    assert verdicts_of(findings) == {"a": "disagrees", "b": "cannot_tell", "c": "cannot_tell"}


@pytest.mark.parametrize("order", [[0, 1], [1, 0]], ids=["graver last", "graver first"])
def test_the_order_of_findings_changes_nothing(order):
    findings = [a_finding("agrees", "a"), a_finding("disagrees", "a")]
    assert verdicts_of([findings[rank] for rank in order]) == {"a": "disagrees"}


def test_a_finding_that_judges_nothing_marks_nothing():
    assert verdicts_of([a_finding(None, "a")]) == {}
    assert verdict_mark({}, "a") == ""
    assert verdict_mark({"a": "cannot_tell"}, "a") == "cannot-tell"


@pytest.mark.parametrize(("count", "told"), [(1, "One figure"), (3, "3 figures")])
def test_what_was_set_apart_is_counted_in_words(count, told):
    assert set_apart(count, "en").startswith(told)
    assert set_apart(0, "en") == ""
