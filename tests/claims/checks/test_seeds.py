"""The five seed articles, read in place: what the reference says of their figures, and no false alarm."""

import json

import pytest

from temoin.claims import check_statements, sample
from temoin.period import PartialDate

SEEDS = {
    "000": "000_471bdb00d92684e8.txt",
    "001": "001_31548185742cb98d.txt",
    "002": "002_d5599ccd6a996c1f.txt",
    "003": "003_e9a02759d995cd8b.txt",
    "004": "004_c0cd6b2feecd1910.txt",
}


@pytest.fixture
def findings(shared):
    dates = json.loads(shared("labels/seed_pubdates.json").read_text(encoding="utf-8"))

    def of(name, method=None):
        text = shared(f"seeds/{SEEDS[name]}").read_text(encoding="utf-8")
        read = sample.read(text, published=dates[SEEDS[name]])
        found = check_statements(text, read, published=PartialDate(dates[SEEDS[name]]))
        return [one for one in found if method is None or one.method == f"claims.{method}/1"]

    return of


def test_nine_counties_make_the_total_exactly(findings):
    (found,) = findings("004", "sum")
    assert (found.verdict, found.numbers["parts"], found.numbers["sum"]) == ("agrees", 9, "45150000")
    assert found.numbers["gap"] == "0"


def test_the_three_conversions_are_judged_by_their_dates(findings):
    first, second, third = findings("004", "conversion")
    assert (first.verdict, first.numbers["holds_at"]) == ("cannot_tell", ["2019-04", "2020-10-26"])
    assert first.numbers["implied"] == pytest.approx(6.702, abs=0.001)
    for found, implied in ((second, 6.687), (third, 6.699)):
        assert (found.verdict, found.numbers["holds_at"]) == ("agrees", ["2020-10-26"])
        assert found.numbers["implied"] == pytest.approx(implied, abs=0.001)
    at_parts = third.numbers["rates"][0]
    assert at_parts["date"] == "2018-12/2020-02"
    assert 45.15 / at_parts["mean"] == pytest.approx(6.45, abs=0.01)
    (rates,) = findings("004", "rates")
    assert rates.verdict == "cannot_tell"


def test_little_of_the_money_goes_to_a_platform_and_none_is_said_to_be_paid(findings):
    (headline,) = findings("004", "headline")
    assert headline.numbers["share_percent"] == 0.55
    assert headline.numbers["all"] == 45_400_000
    (phase,) = findings("004", "phase")
    assert phase.verdict == "cannot_tell"


def test_a_city_that_shows_videos_to_users_is_an_error_of_translation(findings):
    (found,) = findings("004", "type")
    assert found.numbers["name"] == "Douyin"
    assert found.verdict == "disagrees"


def test_half_past_ten_is_half_past_four_in_almaty_and_not_in_the_west(findings):
    (found,) = findings("001", "zone")
    assert found.verdict == "agrees"
    assert "Asia/Almaty" in found.numbers["holds_in"]
    assert {"Asia/Aqtau", "Asia/Qyzylorda"} <= set(found.numbers["fails_in"])


def test_five_of_seven_are_named(findings):
    (found,) = findings("000", "list")
    assert (found.verdict, found.numbers["said"], found.numbers["listed"]) == ("cannot_tell", 7, 5)


def test_the_lead_cannot_be_told_and_the_units_are_mixed(findings):
    assert {found.verdict for found in findings("000", "rank")} == {"cannot_tell"}
    assert {found.numbers["service"] for found in findings("000", "rank")} == {"Instagram", "Twitter"}
    units = [found.numbers["units"] for found in findings("000", "comparison")]
    assert ["followers", "friends", "members"] in units
    assert ["views", "users"] in units


def test_one_city_has_half_of_a_country_and_views_are_one_a_head(findings):
    implausible, views = findings("000", "proportion")
    assert implausible.verdict == "cannot_tell"
    assert "53 %" in implausible.words.fr.replace("\u00a0", " ")
    assert (views.verdict, views.numbers["each"]) == ("agrees", 1.0)
    (share,) = findings("000", "share")
    assert share.numbers["made"] == 12_000_000


def test_thursday_and_a_week_hold(findings):
    assert [found.verdict for found in findings("003", "weekday")] == ["agrees"]
    assert [found.numbers["date"] for found in findings("003", "delay")] == ["2021-09-08"]


@pytest.mark.parametrize("name", SEEDS)
def test_nothing_disagrees_but_the_city_that_is_an_application(findings, name):
    wrong = [found.method for found in findings(name) if found.verdict == "disagrees"]
    assert wrong == (["claims.type/1"] if name == "004" else [])


@pytest.mark.parametrize("name", SEEDS)
def test_each_finding_is_whole(findings, name):
    found = findings(name)
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.lens == "claims"
        assert one.source == sample.SOURCE
        assert one.evidence
        assert "{" not in one.words.fr + one.words.en
        assert one.words.fr != one.words.en
        assert (one.settle is None) == (one.verdict in ("agrees", None))
        assert one.because or one.verdict in ("agrees", None)
        json.dumps(one.record(), allow_nan=False)
