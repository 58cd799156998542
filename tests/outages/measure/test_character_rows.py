"""From tables to features: local minutes, what is known when, precision."""

import datetime as dt

import polars as pl
import pytest

from temoin.outages import characters, find_outages, measure, reported_characters, sample, watched_since
from temoin.outages.measure.character import Features
from temoin.outages.measure.character_rows import Seen, features_of, local_zone
from temoin.outages.tables import OUTAGES, REPORTED

BEGAN = dt.datetime(2031, 3, 3, 18, 30, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
ALL = frozenset({"bgp", "active_probing", "telescope"})


def seen(began: dt.datetime = BEGAN, hours: float | None = 8.0, **changed) -> Seen:
    fields = {
        "id": began.isoformat(), "began": began, "ended": None if hours is None else began + dt.timedelta(hours=hours),
        "step": dt.timedelta(minutes=5), "fell": ALL, "stayed": frozenset(), "until": began + 30 * DAY,
        "over": hours is not None,
    }  # fmt: skip
    return Seen(**fields | changed)


def features(*several: Seen, local: str | None = "Asia/Yangon", since: dt.datetime | None = None) -> list[Features]:
    return [each for _, _, each in features_of(several, local, since)]


@pytest.mark.parametrize(
    ("local", "minute"),
    [("Asia/Yangon", 0), ("UTC", 30), ("Asia/Kathmandu", 15), ("Asia/Tehran", 0), (None, None)],
    ids=["half-hour zone", "utc", "quarter-hour zone", "half-hour zone too", "no zone known"],
)
def test_the_minute_is_that_of_the_place(local, minute) -> None:
    assert features(seen(), local=local)[0].minute == minute


def test_the_weekday_is_that_of_the_place() -> None:
    assert [features(seen(), local=zone)[0].weekday for zone in ("UTC", "Asia/Yangon")] == [0, 1]


def test_bins_wider_than_a_quarter_of_an_hour_do_not_tell_the_minute() -> None:
    (told,) = features(seen(step=dt.timedelta(minutes=30)))
    assert (told.minute, told.weekday, told.whole_halves) == (None, None, None)
    assert told.hours == 8.0


def test_a_day_tells_neither_minute_nor_recurrence() -> None:
    first, second = (seen(BEGAN + day * DAY, step=DAY) for day in (0, 1))
    assert features(first, second, since=BEGAN - 90 * DAY)[1].recurs_before is None


def test_that_nothing_came_before_is_known_only_where_someone_watched() -> None:
    told = {
        days: (each.recurs_before, each.campaign)
        for days in (None, 3, 8, 20)
        for each in features(seen(), since=None if days is None else BEGAN - days * DAY)
    }
    assert told == {None: (None, None), 3: (None, None), 8: (False, None), 20: (False, False)}


def test_that_nothing_came_after_is_known_after_a_week() -> None:
    assert [features(seen(until=BEGAN + days * DAY))[0].recurs_after for days in (2, 8)] == [None, False]


def test_recurrences_hold_through_a_change_of_clocks() -> None:
    spring = [dt.datetime(2031, 3, day, hour, tzinfo=dt.UTC) for day, hour in ((29, 20), (30, 19), (31, 19))]
    told = features(*(seen(began) for began in spring), local="Europe/Paris")
    assert [each.recurs_before for each in told] == [None, True, True]


@pytest.mark.parametrize(
    ("fell", "stayed", "said"),
    [
        pytest.param(ALL, frozenset(), True, id="all three fell"),
        pytest.param({"bgp", "active_probing"}, {"telescope"}, False, id="one stayed"),
        pytest.param({"bgp", "active_probing"}, frozenset(), None, id="one not measured"),
        pytest.param({"telescope", "active_probing"}, {"bgp"}, None, id="BGP alone stayed"),
        pytest.param({"search"}, {"cities"}, None, id="other signals"),
    ],
)
def test_an_unmeasured_signal_says_nothing(fell, stayed, said) -> None:
    assert features(seen(fell=frozenset(fell), stayed=frozenset(stayed)))[0].all_three is said


def measured(signals: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    found = measure(signals)
    outages = find_outages(found.picks, found.expected)
    return outages, characters(outages, found.picks, since=watched_since(signals))


def test_nights_that_come_back_look_more_alike_than_one_night() -> None:
    _, nights = measured(sample.recurring())
    _, once = measured(sample.one_night_down())
    assert nights["likeness"].min() > 0.5 > once["likeness"].max()
    assert "campaign-near" in nights["features"][4].to_list()


def test_an_outage_whose_end_is_not_published_is_judged_at_the_hours_seen() -> None:
    outages, told = measured(sample.missing())
    assert told["outage"].to_list() == outages["id"].to_list()
    assert told["horizon"].to_list() == ["1h"]


def test_no_outage_has_no_likeness() -> None:
    assert characters(OUTAGES.empty()).is_empty()


def reported(*days: float, minutes: float = 1, status: str = "ended") -> pl.DataFrame:
    rows = []
    for rank, day in enumerate(days):
        began = BEGAN + day * DAY
        ended = began + dt.timedelta(hours=8) if status == "ended" else None
        width = dt.timedelta(minutes=minutes)
        rows.append({
            "source": "made-up", "row": rank + 1, "id": f"r{rank}", "publisher": "Observatory of Atlasie",
            "kind": "outage", "place": "MM", "place_text": "somewhere", "scope": "national", "began_earliest": began,
            "began_latest": began + width, "ended_earliest": ended, "ended_latest": ended and ended + width,
            "status": status, "signals": sorted(ALL), "began_estimated": False,
        })  # fmt: skip
    return REPORTED.frame(rows)


def test_rows_of_a_list_are_judged_like_our_own() -> None:
    told = reported_characters(reported(0, 10, 11, 12, 13, 40))
    assert told["outage"].to_list() == [f"r{rank}" for rank in range(6)]
    assert "recurs-before" in told["features"][2].to_list()
    assert "on-the-hour" in told["features"][0].to_list()
    assert told["likeness"][2] > 0.95


def test_a_row_dated_to_the_day_is_not_taken_for_midnight() -> None:
    told = reported_characters(reported(0, 10, 11, minutes=1440))
    assert {"on-the-hour", "recurs-before", "whole-half-hours"} <= set(told["unknown"][1])
    assert told["high"][1] - told["low"][1] > 0.9


def test_a_row_of_a_country_without_a_clock_of_its_own_is_judged_without_its_hour() -> None:
    island = reported(0, 40).with_columns(place=pl.lit("BV"))
    assert local_zone("BV") is None
    assert all("on-the-hour" in unknown for unknown in reported_characters(island)["unknown"])


def test_a_row_that_goes_on_is_judged_at_its_hours() -> None:
    assert reported_characters(reported(0, 2, status="ongoing"))["horizon"].to_list() == ["24h", "1h"]
