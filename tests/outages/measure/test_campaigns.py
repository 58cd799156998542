"""Outages that come back at the same local time of day, the rule they keep, and when they are expected."""

import datetime as dt
from collections.abc import Sequence

import polars as pl
import pytest

from temoin.outages import DEFAULT, find_outages, measure, sample
from temoin.outages.measure.campaigns import campaigns_of, find_campaigns
from temoin.outages.tables import OUTAGES
from temoin.period import UTC, zone

HOUR = dt.timedelta(hours=1)


def groups(*onsets: dt.datetime, place: str = "Atlasie", step: dt.timedelta = dt.timedelta()) -> list[int | None]:
    ids = campaigns_of(place, sorted(onsets), DEFAULT, step=step)
    known = list(dict.fromkeys(name for name in ids if name))
    return [known.index(name) if name else None for name in ids]


def at(text: str, place_zone: str = "UTC") -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=zone(place_zone)).astimezone(UTC)


def nights(first: str, count: int, place_zone: str) -> list[dt.datetime]:
    begin = dt.datetime.fromisoformat(first)
    return [at((begin + dt.timedelta(days=rank)).isoformat(), place_zone) for rank in range(count)]


def outages(
    began: Sequence[dt.datetime], *, place: str = "Atlasie", hours: float = 8, seen_until: dt.datetime | None = None
) -> pl.DataFrame:
    rows = [
        {
            "id": f"outage {rank}", "place": place, "began": begin, "ended": begin + hours * HOUR,
            "began_earliest": begin, "began_latest": begin, "state": "ended", "kind": "blackout", "depth": 0.97,
            "lost_hours": hours, "confidence": 0.9, "preferred": "active_probing", "picks": [], "fell": [],
            "stayed": [], "unmeasured": [], "places": [], "campaign": name,
            "observed_until": seen_until or began[-1] + hours * HOUR,
        }
        for rank, (begin, name) in enumerate(zip(began, campaigns_of(place, began, DEFAULT), strict=True))
    ]  # fmt: skip
    return OUTAGES.frame(rows)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param((1, 2, 3), [0, 0, 0], id="every night"),
        pytest.param((1, 3, 7), [0, 0, 0], id="exam days"),
        pytest.param((1, 8, 15), [0, 0, 0], id="every week"),
        pytest.param((1, 8, 22, 29), [0, 0, 0, 0], id="every week, one missed"),
        pytest.param((1, 2), [None, None], id="twice is not a campaign"),
        pytest.param((1, 9, 17), [None, None, None], id="too far apart"),
        pytest.param((1, 15, 29), [None, None, None], id="every fortnight"),
        pytest.param((1, 2, 3.5), [None, None, None], id="another time of day"),
        pytest.param((1, 2.02, 3.03), [0, 0, 0], id="within three quarters of an hour"),
        pytest.param((1, 2, 2.4, 3, 4), [0, 0, None, 0, 0], id="an ordinary outage among them"),
        pytest.param((1, 2, 2.01, 3), [0, 0, None, 0], id="two in one night"),
    ],
)
def test_three_at_the_same_time_of_day_are_a_campaign(days: tuple[float, ...], expected: list[int | None]) -> None:
    assert groups(*(sample.moment(0, 24 * day) for day in days)) == expected


def test_two_campaigns_of_a_place_are_told_apart() -> None:
    mornings = [sample.moment(day, 3) for day in range(5)]
    evenings = [sample.moment(day, 22) for day in range(5)]
    assert groups(*mornings, *evenings) == [0, 1] * 5


def test_onsets_on_both_sides_of_midnight_are_one_campaign() -> None:
    late, early = (sample.moment(day, hour) for day, hour in ((1, 23.9), (3, 0.1)))
    assert groups(late, early, sample.moment(3, 23.9), sample.moment(5, 0.05)) == [0, 0, 0, 0]


def test_wide_bins_leave_room_for_an_onset_two_bins_late() -> None:
    onsets = [sample.moment(1, 1), sample.moment(2, 2), sample.moment(3, 1), sample.moment(4, 3)]
    assert groups(*onsets, step=HOUR) == [0, 0, 0, 0]


def test_a_curfew_keeps_its_local_hour_through_a_change_of_clocks() -> None:
    onsets = nights("2024-03-27T01:00", 10, "Europe/Paris")
    assert {(moment.hour, moment.minute) for moment in onsets} == {(0, 0), (23, 0)}
    assert groups(*onsets, place="FR") == [0] * 10
    assert groups(*nights("2024-03-20T01:00", 20, "Europe/Paris")) == [0] * 12 + [1] * 8
    row = find_campaigns(outages(onsets, place="FR")).row(0, named=True)
    assert (row["zone"], row["begins_at"], row["ends_at"], row["rule"]) == (
        "Europe/Paris", "01:00", "09:00", "every-day",
    )  # fmt: skip
    assert row["next"][0] == at("2024-04-06T01:00", "Europe/Paris")


def test_a_region_has_the_clock_of_its_country() -> None:
    row = find_campaigns(outages(nights("2021-04-01T01:00", 14, "Asia/Yangon"), place="MM/Sagaing")).row(0, named=True)
    assert (row["zone"], row["begins_at"]) == ("Asia/Yangon", "01:00")
    assert row["first"] == at("2021-03-31T18:30")


def test_a_place_without_a_country_is_told_in_utc() -> None:
    assert find_campaigns(outages(nights("2021-04-01T01:00", 4, "UTC"), place="AS9198"))["zone"].to_list() == ["UTC"]


def test_exam_mornings_and_a_curfew_stay_two_campaigns_each_with_its_rule() -> None:
    exams = [sample.moment(day, 3) for day in (0, 1, 2, 3, 7, 8, 9, 10)]
    curfew = [sample.moment(day, 19) for day in range(11)]
    found = find_campaigns(outages(sorted([*exams, *curfew]), place="IQ", hours=2))
    assert found.select("times", "begins_at", "rule").rows() == [
        (8, "06:00", "weekdays:mon,tue,wed,thu"),
        (11, "22:00", "every-day"),
    ]
    assert found["next"].list.first().to_list() == [sample.moment(14, 3), sample.moment(11, 19)]


def test_dates_without_a_rule_have_no_next() -> None:
    row = find_campaigns(outages([sample.moment(day, 4) for day in (0, 1, 4, 9)])).row(0, named=True)
    assert (row["rule"], row["next"], row["missed"]) == ("dates", [], [])


def test_what_the_rule_expected_and_the_data_deny_is_said() -> None:
    began = [sample.moment(day, 1) for day in range(5)]
    row = find_campaigns(outages(began, seen_until=sample.moment(7, 0))).row(0, named=True)
    assert row["next"][0] == sample.moment(5, 1)
    assert row["missed"] == [sample.moment(5, 1), sample.moment(6, 1)]


def test_ends_that_differ_are_not_a_rule() -> None:
    began = [sample.moment(day, 1) for day in range(4)]
    frame = outages(began).with_columns(
        ended=pl.Series([begin + hours * HOUR for begin, hours in zip(began, (2, 5, 9, 12), strict=True)])
    )
    assert find_campaigns(frame)["ends_at"].to_list() == [None]


def test_the_campaign_carries_the_id_that_its_outages_carry() -> None:
    found = measure(sample.recurring())
    events = find_outages(found.picks, found.expected)
    campaign = find_campaigns(events).row(0, named=True)
    assert events.filter(pl.col("campaign") == campaign["id"])["id"].to_list() == campaign["outages"]
    assert len(campaign["outages"]) == 10
    assert find_campaigns(events.clear()).is_empty()


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    ("days", "hours", "following"),
    [
        pytest.param(range(14, 28), (1.0, 9.0), 28, id="fourteen nights"),
        pytest.param(range(14, 21), (1.0, 9.0), 21, id="seven nights"),
        pytest.param((14, 15, 16, 17, 21, 22, 23, 24), (2.0, 5.5), 28, id="eight exam mornings"),
    ],
)
def test_every_recurrence_of_the_reference_families_is_grouped_and_the_next_date_right(
    seed: int, days: Sequence[int], hours: tuple[float, float], following: int
) -> None:
    losses = tuple(sample.Loss(sample.moment(day, hours[0]), sample.moment(day, hours[1]), 0.97) for day in days)
    found = measure(sample.curve("search", losses, days=max(28, max(days) + 2), step=HOUR / 12, seed=seed))
    events = find_outages(found.picks, found.expected)
    assert len(events) == len(days)
    row = find_campaigns(events).row(0, named=True)
    assert row["times"] == len(days)
    assert row["next"][0] == sample.moment(following, hours[0])
