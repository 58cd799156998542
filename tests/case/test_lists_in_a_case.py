"""A list that others published, in a case: read once, its refused rows kept, compared, queried, sealed if personal."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from temoin.case.adding import Wish, add_file
from temoin.case.analysis import analyse
from temoin.case.building import build, render
from temoin.case.derived import Derived
from temoin.case.folder import Case
from temoin.case.querying import query
from temoin.case.showing import show
from temoin.outages import sample

HEADER = "start_date,end_date,country,geo_scope,area_name,shutdown_type,shutdown_extent,shutdown_status,ordered_by"
AGREES = "2024-03-19,2024-03-20,GS,,Nationwide,Shutdown,Full network,Ended,An invented ministry"
ELSEWHERE = "2024-03-19,2024-03-20,BV,,Nationwide,Shutdown,Full network,Ended,"
NO_COUNTRY = "2024-03-19,2024-03-20,Atlasie,,Nationwide,Shutdown,Full network,Ended,"
BACKWARDS = "2024-03-19,2024-03-10,GS,,Nationwide,Shutdown,Full network,Ended,"


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "stop.csv"
    path.write_text("\n".join([HEADER, AGREES, *[ELSEWHERE] * 300, NO_COUNTRY, BACKWARDS]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def with_list(case: Case, listed: Path, tmp_path: Path) -> Case:
    curve = sample.one_night_down().with_columns(place=pl.lit("GS")).select("time", "place", "signal", "value")
    curve.write_csv(tmp_path / "signals.csv", datetime_format="%Y-%m-%dT%H:%M:%SZ")
    add_file(case, tmp_path / "signals.csv", Wish())
    add_file(case, listed, Wish())
    return case


def test_adding_a_list_gives_what_was_read_and_what_was_not(case: Case, listed: Path) -> None:
    done = add_file(case, listed, Wish())
    assert done.listing is not None
    assert done.listing.reported.height == 301
    assert [each.row for each in done.listing.refused] == [302, 303]
    assert done.source.visibility == "exists"


def test_a_list_is_read_once_and_comes_back_the_same(case: Case, listed: Path, monkeypatch) -> None:
    done = add_file(case, listed, Wish())

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Derived, "_read", never)
    again = Derived(case).listing(done.source)
    assert again is not None
    assert again.refused == done.listing.refused
    assert again.reported.equals(done.listing.reported)


def test_a_document_and_a_series_are_no_list(filled: Case) -> None:
    assert [Derived(filled).listing(added.source) for added in filled.state.sources.values()] == [None, None]


def test_one_country_s_case_takes_one_finding_of_a_long_list(with_list: Case) -> None:
    found = [each for each in analyse(with_list).findings if each.method == "outages.listed/1"]
    assert [(each.verdict, each.numbers["began_gap_hours"]) for each in found] == [("agrees", 0)]
    assert "An invented ministry" in found[0].words.en


def test_a_case_about_a_place_that_does_not_exist_proves_nothing(with_list: Case, reopened: Callable[[], Case]) -> None:
    (with_list.folder / "temoin.toml").write_text("synthetic = true\n")
    found = [each for each in analyse(reopened()).findings if each.method == "outages.listed/1"]
    assert [(each.verdict, each.because) for each in found] == [("cannot_tell", "source")]


def test_a_case_without_measurements_still_shows_what_lists_say_of_its_question(
    case: Case, listed: Path, reopened
) -> None:
    asked = 'countries = ["GS"]\n[period]\nfrom = "2024-03-01"\nto = "2024-03-31"\n'
    (case.folder / "temoin.toml").write_text(asked)
    add_file(case, listed, Wish())
    analysis = analyse(reopened())
    (finding,) = analysis.findings
    assert (finding.verdict, finding.because) == ("cannot_tell", "missing")
    page = render(analysis.case, "en")["dossier.en.html"].decode()
    assert "What others published" in page
    assert "Nothing was measured here." in page
    assert "No outage found" not in page


def test_every_refused_row_is_shown_with_its_source(with_list: Case) -> None:
    analysis = analyse(with_list)
    (name,) = [each.source.id for each in analysis.sources if each.listing]
    record = show(analysis, name).record
    assert record["rows_read"] == 301
    assert [each["en"].split(" refused")[0] for each in record["refused"]] == ["row 302", "row 303"]


def test_the_table_can_be_queried(with_list: Case) -> None:
    answer = query(analyse(with_list), "SELECT place, count(*) FROM reported GROUP BY place ORDER BY place")
    assert answer.rows == [("BV", 300), ("GS", 1)]


def test_the_dossier_shows_the_list_beside_the_outage_and_its_refused_rows(with_list: Case) -> None:
    page = render(with_list, "en")["dossier.en.html"].decode()
    assert "What others published" in page
    assert "ordered by: An invented ministry" in page
    assert "rows read: 301, refused: 2" in page
    assert "row 303 refused: 2024-03-19 → 2024-03-10: it ends before it begins" in page
    assert build(with_list, "en").fresh


def test_a_personal_list_is_sealed_and_quoted_nowhere(case: Case, listed: Path) -> None:
    done = add_file(case, listed, Wish(personal=True))
    analysis = analyse(case)
    (read,) = analysis.sources
    assert read.listing is not None
    assert read.refused == ()
    assert query(analysis, "SELECT * FROM reported").rows == []
    for path in (case.derived / done.source.id[:16]).iterdir():
        assert path.suffix == ".age"
        assert b"PAR1" not in path.read_bytes()
