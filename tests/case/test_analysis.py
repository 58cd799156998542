from collections.abc import Callable

from temoin.case.analysis import analyse
from temoin.case.folder import Case
from temoin.errors import CaseError
from temoin.words import Words


def test_a_source_that_cannot_be_read_any_more_does_not_stop_the_others(filled: Case, monkeypatch) -> None:
    from temoin.case.derived import Derived

    def broken(self: Derived, source, **options):
        raise CaseError(Words("illisible", "unreadable"))

    monkeypatch.setattr(Derived, "document", broken)
    read = analyse(filled).sources
    assert [each.trouble.en for each in read if each.trouble] == ["unreadable"]
    assert any(each.signals.height for each in read)


def test_a_parameter_in_the_settings_changes_the_finding(filled: Case, reopened: Callable[[], Case]) -> None:
    before = {finding.id for finding in analyse(filled).findings}
    (filled.folder / "temoin.toml").write_text("[methods.outages]\nfalls_below = 0.5\n")
    after = {finding.id for finding in analyse(reopened()).findings}
    assert before
    assert before.isdisjoint(after)
