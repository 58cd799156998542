from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
import typst

from temoin.case.adding import Wish, add_file
from temoin.case.analysis import Analysis, analyse
from temoin.case.derived import Derived
from temoin.case.folder import Case, open_case
from temoin.case.keys import KeyStore
from temoin.case.reviews import Decided, decide
from temoin.dossier.report import StatementView
from temoin.errors import CaseError, InputError, KeyStoreError
from temoin.outages import sample
from temoin.words import Words, same

from .recognising import OTHER_VOICE, PDF, SCAN, as_if_scanned, use


def test_a_source_that_cannot_be_read_any_more_does_not_stop_the_others(filled: Case, monkeypatch) -> None:
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


def test_a_wrong_passphrase_stops_the_reading_rather_than_leave_the_sources_out(case: Case, article: Path) -> None:
    add_file(case, article, Wish(personal=True))
    locked = open_case(case.folder, KeyStore(case.keys.folder, lambda _: "not this one"))
    with pytest.raises(KeyStoreError, match="passphrase"):
        analyse(locked)


def test_the_trouble_of_a_personal_source_quotes_nothing_of_it(
    case: Case, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_file(case, article, Wish(personal=True))

    def fails(*_: object, **_options: object) -> None:
        raise InputError("article.txt", same("got Port-Fictif"), same("mend Port-Fictif"))

    monkeypatch.setattr(Derived, "document", fails)
    (read,) = analyse(case).sources
    assert read.trouble is not None
    assert "Port-Fictif" not in read.trouble.en
    assert "article" not in read.trouble.en


def test_no_id_of_a_personal_source_is_drawn_from_its_words(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "witness.txt"
    path.write_text("Atlasie, 5 March 2024. Some 450,000 subscribers were concerned, the invented witness said.")
    add_file(case, path, Wish(personal=True))
    (read,) = analyse(case).sources
    assert read.document is not None
    assert {view.statement.text_hash for view in read.views} == {read.source.id}
    assert read.document.text_hash not in str(read.views)


def test_a_table_of_networks_gives_operators_and_bounds_of_people(case: Case, tmp_path: Path) -> None:
    curve = sample.one_night_down().select("time", "signal", "value")
    signals, networks = tmp_path / "signals.csv", tmp_path / "operators.csv"
    fallen = [curve.with_columns(place=pl.lit(f"IR/AS{number}")) for number in (1, 2, 3)]
    pl.concat(fallen).write_csv(signals, datetime_format="%Y-%m-%dT%H:%M:%SZ")
    networks.write_text(
        "asn,country,operator,access,users,users_source,users_date\n1,IR,Firm,mobile,2000000,A made-up estimate,2024\n"
    )
    for path in (signals, networks):
        add_file(case, path, Wish())
    found = {finding.method: finding for finding in analyse(case).findings}
    assert "AS1 (Firm, mobile)" in found["outages.event/2"].words.en
    people = found["outages.people/1"]
    assert people.numbers["people_low"] == pytest.approx(1_940_000, rel=0.01)
    assert people.numbers["national_users"] > 50_000_000
    assert analyse(case).networks["asn"].to_list() == [1]


@pytest.fixture
def scanned(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    """A notice read from a picture that says 14:00, and a text that says 10:30."""
    use(monkeypatch, PDF, as_if_scanned)
    (tmp_path / "notice.pdf").write_bytes(typst.compile(SCAN.encode()))
    (tmp_path / "other.txt").write_text(OTHER_VOICE)
    for name in ("notice.pdf", "other.txt"):
        add_file(case, tmp_path / name, Wish())
    return case


def the_onset(analysis: Analysis) -> StatementView:
    return next(
        view
        for each in analysis.sources
        for view in each.views
        if view.statement.recognised and view.statement.attribute == "outage began"
    )


def test_no_check_rests_on_a_figure_read_in_a_picture_until_a_person_accepts_it(
    scanned: Case, reopened: Callable[[], Case]
) -> None:
    analysis = analyse(scanned)
    view = the_onset(analysis)
    assert view.statement.recognised == pytest.approx(0.914)
    assert view.unchecked
    assert view.statement not in analysis.statements
    resting = [each for each in analysis.findings if view.statement.id in each.evidence]
    assert resting
    assert {each.verdict for each in resting} == {"cannot_tell"}
    assert all(each.numbers["to_check"] == [view.statement.id] for each in resting)
    text = analysis.sources[0].document.text
    decide(scanned, view, text, Decided("accept", "A. Diallo"))
    after = analyse(reopened())
    assert not the_onset(after).unchecked
    assert "disagrees" in {each.verdict for each in after.findings if view.statement.id in each.evidence}
    assert not any("to_check" in each.numbers for each in after.findings if view.statement.id in each.evidence)


def test_a_rejected_reading_waits_for_nobody(scanned: Case, reopened: Callable[[], Case]) -> None:
    analysis = analyse(scanned)
    view = the_onset(analysis)
    decide(scanned, view, analysis.sources[0].document.text, Decided("reject", "A. Diallo"))
    after = analyse(reopened())
    assert not any(view.statement.id in each.evidence for each in after.findings)


def test_a_proposal_that_was_read_in_a_picture_says_so(scanned: Case) -> None:
    notice, other = analyse(scanned).sources
    quoted = [each for each in notice.proposals if each.quote]
    assert quoted
    assert all("read from a picture" in each.why.en for each in quoted)
    assert not any("read from a picture" in each.why.en for each in other.proposals)


def test_how_sure_an_engine_was_is_no_part_of_a_decision(scanned: Case) -> None:
    analysis = analyse(scanned)
    entry = decide(scanned, the_onset(analysis), analysis.sources[0].document.text, Decided("accept", "A. Diallo"))
    assert entry.body["snapshot"]["recognised"] is None
    assert entry.body["read"]["recognised"] == pytest.approx(0.914)
