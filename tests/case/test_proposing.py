from collections.abc import Callable

from temoin.case.analysis import analyse
from temoin.case.building import make_report
from temoin.case.folder import Case


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
