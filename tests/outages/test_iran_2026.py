"""Iran, January 2026: the dashboard export that the lens must read as one outage, with its sources apart."""

import datetime as dt

import polars as pl
import pytest

from temoin.evidence.source import Source
from temoin.outages import find_outages, measure, outage_findings
from temoin.outages.findings import returns_of
from temoin.outages.readers.ioda_csv import READER
from temoin.period import UTC

EXPORT = "data/outages/ioda_series/raw/ioda-iran-26-01-01-normalized.csv"


@pytest.fixture
def signals(shared) -> pl.DataFrame:
    path = shared(EXPORT)
    source = Source(id="17" * 32, size=path.stat().st_size, name=path.name)
    with path.open("rb") as stream:
        return pl.concat(READER.read(stream, source))


def outages_until(signals: pl.DataFrame, day: int, hour: int = 0) -> pl.DataFrame:
    measured = measure(signals.filter(pl.col("time") < dt.datetime(2026, 1, day, hour, tzinfo=UTC)))
    return find_outages(measured.picks, measured.expected)


def test_there_is_one_outage_and_it_begins_on_8_january(signals) -> None:
    measured = measure(signals)
    outages = find_outages(measured.picks, measured.expected)
    assert outages["began"].dt.date().to_list() == [dt.date(2026, 1, 8)]
    probing = measured.picks.row(
        by_predicate=pl.col("id").is_in(outages["picks"][0].to_list()) & (pl.col("signal") == "active_probing"),
        named=True,
    )
    assert dt.time(16) <= probing["began"].time() < dt.time(17)
    assert outages["preferred"].to_list() == ["active_probing"]
    assert outages["stayed"].to_list() == [["bgp"]]
    assert outages["ended"][0] >= dt.datetime(2026, 1, 26, tzinfo=UTC)


def test_the_onset_spans_the_two_hours_between_the_first_signal_and_the_last(signals) -> None:
    outage = outages_until(signals, 29).row(0, named=True)
    assert outage["began_earliest"] == dt.datetime(2026, 1, 8, 16, tzinfo=UTC)
    assert outage["began_latest"] == dt.datetime(2026, 1, 8, 19, tzinfo=UTC)


def test_it_is_not_over_when_search_alone_comes_back(signals) -> None:
    assert outages_until(signals, 18, 20)["state"].to_list() == ["ongoing"]
    late = outages_until(signals, 20)
    assert late["state"].to_list() == ["partial-return"]
    assert late["ended"].to_list() == [None]


@pytest.mark.parametrize("day", [10, 14, 22, 25])
def test_a_month_without_network_does_not_become_the_new_usual(signals, day: int) -> None:
    outages = outages_until(signals, day)
    assert outages["ended"].to_list() == [None]
    assert outages["depth"][0] > 0.9


def test_nothing_is_found_before_the_outage(signals) -> None:
    assert outages_until(signals, 8).is_empty()


def test_the_order_of_rows_changes_nothing(signals) -> None:
    shuffled = measure(signals.sample(fraction=1.0, shuffle=True, seed=3))
    assert shuffled.picks.equals(measure(signals).picks)


def test_the_finding_says_it_in_words_and_rests_on_rows(signals) -> None:
    measured = measure(signals)
    finding = outage_findings(find_outages(measured.picks, measured.expected), measured.picks)[0]
    assert finding.words.en.startswith("Iran: 97% of connectivity lost from 8 January 2026, 16:30 (UTC)")
    assert "shutdown" not in finding.words.en
    assert finding.numbers["began"] == "2026-01-08T16:30:00Z"
    assert finding.evidence[0].startswith("17" * 32 + "#row=18")


def test_each_signal_came_back_on_a_day_of_its_own(signals) -> None:
    measured = measure(signals)
    (outage,) = find_outages(measured.picks, measured.expected).iter_rows(named=True)
    of_outage = measured.picks.filter(pl.col("id").is_in(outage["picks"])).to_dicts()
    days = {name: ended.date() for name, ended in returns_of(of_outage).items()}
    assert days["search"] == dt.date(2026, 1, 18)
    assert dt.date(2026, 1, 22) <= days["cities"] <= dt.date(2026, 1, 25)
    assert dt.date(2026, 1, 25) <= days["telescope"] <= dt.date(2026, 1, 26)
    assert days["active_probing"] == dt.date(2026, 1, 27)


def test_the_words_give_the_day_on_which_each_signal_came_back(signals) -> None:
    measured = measure(signals)
    finding = outage_findings(find_outages(measured.picks, measured.expected), measured.picks)[0]
    back = finding.words.en.partition("Back: ")[2]
    assert back.startswith("Google search on 18 January 2026")
    assert "active probing on 27 January 2026" in back


@pytest.mark.parametrize(
    ("day", "state"), [(18, "ongoing"), (20, "partial-return"), (26, "partial-return"), (28, "ended")]
)
def test_the_state_follows_the_signals_day_by_day(signals, day: int, state: str) -> None:
    assert outages_until(signals, day)["state"].to_list() == [state]
