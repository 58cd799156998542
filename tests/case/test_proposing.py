from collections.abc import Callable
from pathlib import Path

from temoin.case.adding import Wish, add_file
from temoin.case.analysis import analyse
from temoin.case.building import make_report
from temoin.case.folder import Case
from temoin.evidence import Source
from temoin.period import PartialDate


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


def test_a_date_that_was_said_leaves_nothing_to_bound(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("In Atlasie, a fictional country, the network fell on 5 March 2024, an invented observer said.\n")
    add_file(case, path, Wish(Source(id="", size=0, published=PartialDate("2024-03-06"))))
    (read,) = analyse(case).sources
    assert [(each.subject, each.value) for each in read.proposals if each.said] == [("published", "2024-03-06")]
    assert "not-before" not in {each.subject for each in read.proposals}


def test_counties_propose_their_country(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "counties.csv"
    rows = [f"2024-03-{day:02d}T00:00:00Z,IR/{name},bgp,{day}" for name in ("Nord", "Sud") for day in range(1, 9)]
    path.write_text("\n".join(["time,place,signal,value", *rows, ""]))
    add_file(case, path, Wish(Source(id="", size=0)))
    report = make_report(analyse(case), "en")
    assert [(each.value, each.label.en) for each in report.proposals if each.subject == "country"] == [("IR", "Iran")]
    assert report.zone == "Asia/Tehran"
