"""From picks to the outages of a place: votes, states, bounds, campaigns."""

import datetime as dt

import polars as pl
import pytest

from temoin.outages import find_outages, measure, sample


def a_signal(*values: float | None, signal: str = "active_probing") -> pl.DataFrame:
    return sample.series(values, signal=signal)


def days_of(value: float, days: int) -> list[float | None]:
    return [value] * (24 * days)


def outages_of(*series: pl.DataFrame) -> pl.DataFrame:
    measured = measure(pl.concat(series))
    return find_outages(measured.picks, measured.expected)


def cut(
    signal: str, *, days: int = 20, deep: float = 3.0, late: int = 0, hours: int = 6, after: int = 48
) -> pl.DataFrame:
    values = [*days_of(100, days), *[100.0] * late, *[deep] * hours, *[100.0] * (after - late - hours)]
    return a_signal(*values, signal=signal)


def calm(signal: str, days: int = 22) -> pl.DataFrame:
    return a_signal(*days_of(100, days), signal=signal)


def test_a_lone_signal_of_several_makes_no_event() -> None:
    assert outages_of(cut("active_probing"), calm("bgp"), calm("search")).is_empty()


def test_a_place_s_only_signal_makes_one() -> None:
    assert outages_of(cut("search"))["fell"].to_list() == [["search"]]


def test_a_use_signal_alone_in_its_first_weekend_makes_none() -> None:
    week = [9000.0] * 24 * 5 + [6000.0] * 24 * 2
    assert outages_of(a_signal(*week, *week, signal="search")).is_empty()


def test_signals_that_agree_are_one_event_with_the_bounds_of_both() -> None:
    outage = outages_of(cut("search", late=2), cut("active_probing"), calm("bgp")).row(0, named=True)
    assert outage["preferred"] == "active_probing"
    assert outage["began"] == sample.BEGIN + dt.timedelta(days=20)
    assert outage["began_earliest"] == outage["began"] - dt.timedelta(hours=1)
    assert outage["began_latest"] == outage["began"] + dt.timedelta(hours=3)
    assert (outage["fell"], outage["stayed"]) == (["active_probing", "search"], ["bgp"])
    assert (outage["state"], outage["kind"]) == ("ended", "blackout")


def test_shallow_use_signals_share_one_vote_as_they_share_a_holiday() -> None:
    assert outages_of(cut("search", deep=60), cut("cities", deep=60), calm("active_probing")).is_empty()


def test_deep_use_signals_that_know_their_week_speak_each_for_itself() -> None:
    assert len(outages_of(cut("search"), cut("cities"), calm("active_probing"))) == 1


def test_deep_use_signals_without_two_weeks_share_one_vote() -> None:
    young = [cut(signal, days=8) for signal in ("search", "cities")]
    assert outages_of(*young, calm("active_probing", 10)).is_empty()


def test_a_reach_signal_and_young_use_signals_make_an_event() -> None:
    assert len(outages_of(cut("search", days=8), cut("bgp", days=8))) == 1


@pytest.mark.parametrize(
    ("search_hours", "probing_hours", "state"),
    [
        pytest.param(6, 6, "ended", id="both are back"),
        pytest.param(48, 48, "ongoing", id="neither is back"),
        pytest.param(6, 48, "partial-return", id="search alone is back"),
        pytest.param(48, 6, "partial-return", id="probing alone is back"),
    ],
)
def test_an_outage_is_over_only_when_every_signal_is_back(search_hours: int, probing_hours: int, state: str) -> None:
    outage = outages_of(cut("search", hours=search_hours), cut("active_probing", hours=probing_hours))
    assert outage["state"].to_list() == [state]
    assert (outage["ended"][0] is None) == (state != "ended")


def test_what_is_not_yet_published_is_neither_a_fall_nor_a_return() -> None:
    measured = measure(sample.missing())
    outage = find_outages(measured.picks, measured.expected)
    assert outage["state"].to_list() == ["not-yet-published"]
    assert outage["observed_until"].to_list() == [sample.moment(15, 23)]


def test_a_signal_without_measure_during_the_outage_did_not_stay() -> None:
    silent: list[float | None] = [None] * 48
    outage = outages_of(cut("search"), cut("active_probing"), a_signal(*days_of(100, 20), *silent, signal="bgp"))
    assert (outage["stayed"].to_list(), outage["unmeasured"].to_list()) == ([[]], [["bgp"]])


def test_two_signals_that_stop_while_another_goes_on_are_not_yet_published() -> None:
    late: list[float | None] = [*days_of(100, 20), 3.0, 3.0, 3.0, 3.0, None, None, None, None]
    outage = outages_of(*(a_signal(*late, signal=name) for name in ("search", "cities")), calm("bgp", 21))
    assert outage["state"].to_list() == ["not-yet-published"]
    assert outage["stayed"].to_list() == [["bgp"]]


def test_the_only_signal_measured_that_night_makes_an_event() -> None:
    silent: list[float | None] = [None] * 48
    outage = outages_of(cut("active_probing"), a_signal(*days_of(100, 20), *silent, signal="bgp"))
    assert outage["unmeasured"].to_list() == [["bgp"]]


def test_a_brief_return_of_one_signal_is_inside_the_outage() -> None:
    brief = [*days_of(100, 20), *[3.0] * 8, *[100.0] * 2, *[3.0] * 90, *[100.0] * 12]
    steady = [*days_of(100, 20), *[3.0] * 100, *[100.0] * 12]
    outage = outages_of(a_signal(*brief), a_signal(*steady, signal="search")).row(0, named=True)
    assert outage["began"] == sample.moment(20)
    assert outage["ended"] == sample.moment(20, 100)
    assert outage["lost_hours"] == pytest.approx(98 * 0.97)
    assert len(outage["picks"]) == 3


def test_a_shallow_fall_of_days_before_does_not_drag_the_onset_back() -> None:
    shallow = [*days_of(9000, 18), *[6000.0] * 96]
    outage = outages_of(
        a_signal(*shallow, signal="search"),
        a_signal(*[value * 90 for value in [*days_of(100, 20), *[3.0] * 48]]),
        a_signal(*[value * 90 for value in [*days_of(100, 20), *[3.0] * 48]], signal="bgp"),
    )
    assert outage["began_earliest"].to_list() == [sample.moment(19, 23)]
    assert outage["fell"].to_list() == [["active_probing", "bgp"]]


def test_nights_that_recur_are_a_line_each_with_one_campaign() -> None:
    measured = measure(sample.recurring())
    outages = find_outages(measured.picks, measured.expected)
    assert outages["began"].to_list() == [sample.moment(day, 1) for day in range(15, 25)]
    assert outages["campaign"].n_unique() == 1
    assert outages["campaign"][0] is not None


def test_one_night_belongs_to_no_campaign() -> None:
    assert outages_of(cut("search"))["campaign"].to_list() == [None]


def test_places_are_apart() -> None:
    both = [frame.with_columns(place=pl.lit(place)) for place in ("Atlasie", "Bordurie") for frame in (cut("search"),)]
    assert outages_of(*both)["place"].to_list() == ["Atlasie", "Bordurie"]


def test_two_sources_of_one_signal_are_two_picks_of_one_event() -> None:
    outage = outages_of(cut("search"), cut("search").with_columns(source=pl.lit("other")))
    assert len(outage) == 1
    assert len(outage["picks"][0]) == 2


def test_no_pick_gives_no_event() -> None:
    assert outages_of(calm("bgp")).is_empty()
