import json
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from temoin.case.adding import Wish, add_file, add_note, erase
from temoin.case.analysis import analyse
from temoin.case.building import build, make_report
from temoin.case.folder import Case, open_case
from temoin.case.keys import KeyStore
from temoin.case.querying import query
from temoin.case.rebuilding import compare_rebuilt
from temoin.case.showing import show
from temoin.case.verifying import verify
from temoin.errors import CaseError, KeyStoreError
from temoin.outages import sample
from temoin.words import Words

CANARY = "the canary sang at dawn in Port-Fictif"


@pytest.fixture
def filled(case: Case, article: Path, tmp_path: Path) -> Case:
    curve = sample.one_night_down().select("time", "place", "signal", "value")
    curve.write_csv(tmp_path / "signals.csv", datetime_format="%Y-%m-%dT%H:%M:%SZ")
    add_file(case, tmp_path / "signals.csv", Wish())
    add_file(case, article, Wish())
    return case


def test_the_same_case_gives_the_same_bytes_from_nothing(filled: Case, reopened: Callable[[], Case]) -> None:
    import shutil

    first = {path.name: path.read_bytes() for path in build(filled, "fr").files}
    for folder in (filled.derived, filled.dossier):
        shutil.rmtree(folder)
    assert {path.name: path.read_bytes() for path in build(reopened(), "fr").files} == first
    assert compare_rebuilt(reopened()) == []
    assert verify(reopened()) == []


def test_nothing_is_done_where_nothing_changed(filled: Case, reopened: Callable[[], Case], article: Path) -> None:
    assert build(filled, "en").fresh
    assert not build(reopened(), "en").fresh
    article.write_text(article.read_text() + "\nOne more made-up line.\n")
    add_file(filled, article, Wish())
    assert build(reopened(), "en").fresh


def test_a_dossier_of_an_older_state_in_another_language_goes(filled: Case, reopened: Callable[[], Case]) -> None:
    build(filled, "fr")
    build(reopened(), "en")
    assert sorted(path.name for path in filled.dossier.glob("dossier.*")) == ["dossier.en.html", "dossier.en.pdf"]


def test_an_altered_dossier_is_named(filled: Case) -> None:
    (page, _pdf) = build(filled, "fr").files
    page.write_bytes(page.read_bytes() + b"<!-- -->")
    (problem,) = verify(filled)
    assert page.name in problem.en


def test_a_source_that_cannot_be_read_any_more_does_not_stop_the_others(filled: Case, monkeypatch) -> None:
    from temoin.case.derived import Derived

    def broken(self: Derived, source):
        raise CaseError(Words("illisible", "unreadable"))

    monkeypatch.setattr(Derived, "document", broken)
    read = analyse(filled).sources
    assert [each.trouble.en for each in read if each.trouble] == ["unreadable"]
    assert any(each.signals.height for each in read)


def test_without_its_key_a_personal_source_is_sealed_and_the_rest_is_built(filled: Case, tmp_path: Path) -> None:
    path = tmp_path / "witness.txt"
    path.write_text(f"Atlasie, 5 March 2024. {CANARY}.")
    name = add_file(filled, path, Wish(personal=True)).source.id

    def never(_purpose: Words) -> str:
        raise KeyStoreError(Words("jamais", "never"))

    elsewhere = open_case(filled.folder, KeyStore(tmp_path / "elsewhere", never))
    read = {each.source.id: each for each in analyse(elsewhere).sources}
    assert read[name].sealed
    assert verify(elsewhere) == []
    (page, _pdf) = build(elsewhere, "en").files
    assert CANARY not in page.read_text(encoding="utf-8")


def test_ids_and_dossier_no_longer_count_an_erased_source(
    filled: Case, tmp_path: Path, reopened: Callable[[], Case]
) -> None:
    path = tmp_path / "witness.txt"
    path.write_text(f"Atlasie, 5 March 2024. {CANARY}; 123 people said so.")
    source = add_file(filled, path, Wish(personal=True)).source
    (page, _pdf) = build(reopened(), "en").files
    assert CANARY in page.read_text(encoding="utf-8")
    erase(filled, source)
    assert not page.exists()
    (page, _pdf) = build(reopened(), "en").files
    text = page.read_text(encoding="utf-8")
    assert CANARY not in text
    assert source.id[:10] not in text
    assert source.id not in {each.source.id for each in analyse(reopened()).sources}


def test_one_select_answers_and_nothing_else(filled: Case) -> None:
    analysis = analyse(filled)
    answer = query(analysis, "SELECT place, began, depth FROM outages")
    assert answer.columns == ("place", "began", "depth")
    assert len(answer.rows) == 1
    for sql in (
        "DROP TABLE sources",
        "SELECT 1; SELECT 2",
        "COPY sources TO 'out.csv'",
        "SELECT * FROM read_csv('/etc/hostname')",
        "SET enable_external_access = true",
        "SELECT * FROM nowhere",
        "SELEC",
    ):
        with pytest.raises(CaseError, match=r"query:"):
            query(analysis, sql)


def test_personal_tables_are_not_in_the_query(filled: Case, tmp_path: Path) -> None:
    path = tmp_path / "witness.txt"
    path.write_text(f"Atlasie, 5 March 2024. {CANARY}; 123 people said so.")
    name = add_file(filled, path, Wish(personal=True)).source.id
    analysis = analyse(filled)
    for table in ("sources", "statements", "findings", "reviews"):
        answer = query(analysis, f"SELECT * FROM {table}")
        assert name not in str(answer.rows)
        assert "canary" not in str(answer.rows)


def test_every_id_opens_by_its_first_characters(filled: Case) -> None:
    analysis = analyse(filled)
    add_note(filled, "A made-up note of 5 March 2024.", Wish())
    statement = next(view.statement for each in analysis.sources for view in each.views)
    pick = analysis.picks.row(0, named=True)
    expected = {
        analysis.sources[0].source.id: "source",
        statement.id: "statement",
        analysis.findings[0].id: "finding",
        pick["id"]: "pick",
        filled.journal.entries[0].id: "entry",
    }
    for name, noun in expected.items():
        found = show(analysis, name[:12])
        assert (found.noun, found.id) == (noun, name)
        json.dumps(found.record)
    with pytest.raises(CaseError, match="nothing of that name"):
        show(analysis, "zzzz")
    with pytest.raises(CaseError, match="nothing of that name"):
        show(analysis, "")


def test_the_report_proposes_country_and_period_from_what_was_measured(filled: Case) -> None:
    report = make_report(analyse(filled), "en")
    proposed = {(each.subject, each.value) for each in report.proposals}
    assert ("country", "Atlasie") in proposed
    assert ("period", "2024-03-04/2024-03-31") in proposed
    assert all(each.evidence is not None for each in report.proposals)


def test_settings_said_by_a_person_stand_in_place_of_proposals(filled: Case, reopened: Callable[[], Case]) -> None:
    (filled.folder / "temoin.toml").write_text('countries = ["KZ"]\nzone = "Asia/Almaty"\n')
    report = make_report(analyse(reopened()), "en")
    assert [(each.value, each.said) for each in report.proposals if each.subject == "country"] == [("KZ", True)]
    assert report.zone == "Asia/Almaty"


def test_a_parameter_in_the_settings_changes_the_finding(filled: Case, reopened: Callable[[], Case]) -> None:
    before = {finding.id for finding in analyse(filled).findings}
    (filled.folder / "temoin.toml").write_text("[methods.outages]\nfalls_below = 0.5\n")
    after = {finding.id for finding in analyse(reopened()).findings}
    assert before
    assert before.isdisjoint(after)


def test_an_empty_case_builds(case: Case) -> None:
    (page, pdf) = build(case, "fr").files
    assert page.stat().st_size > 1000
    assert pdf.read_bytes().startswith(b"%PDF")
    assert analyse(case).signals.equals(pl.DataFrame(schema=analyse(case).signals.schema))
