"""Bins on a place's own clock."""

import datetime as dt

from temoin.outages.measure.clock import blocks_of, slots_in
from temoin.period import UTC


def seconds(year: int, month: int, day: int) -> int:
    return int(dt.datetime(year, month, day, tzinfo=UTC).timestamp())


def test_every_bin_lies_in_exactly_one_run_and_its_slots_follow_each_other() -> None:
    blocks = blocks_of(seconds(2024, 3, 25), 1800, 48 * 14, "Europe/Paris")
    assert blocks[:, 1].sum() == 48 * 14
    assert (blocks[1:, 0] == blocks[:-1, 0] + blocks[:-1, 1]).all()
    assert (blocks[:, 2] + blocks[:, 1] <= 48).all()


def test_the_same_local_hour_keeps_its_slot_across_a_change_of_clocks() -> None:
    begin = seconds(2024, 3, 25)
    slot_of = {}
    for first, bins, day_slot, _ in blocks_of(begin, 3600, 24 * 14, "Europe/Paris").tolist():
        slot_of |= {begin + 3600 * (first + index): day_slot + index for index in range(bins)}
    assert slot_of[seconds(2024, 3, 29) + 11 * 3600] == 12
    assert slot_of[seconds(2024, 4, 2) + 10 * 3600] == 12


def test_a_half_hour_zone_has_its_own_midnight() -> None:
    blocks = blocks_of(seconds(2022, 6, 1), 1800, 96, "Asia/Kolkata")
    assert blocks[:, :3].tolist() == [[0, 37, 11], [37, 48, 0], [85, 11, 0]]


def test_a_bin_that_does_not_divide_the_day_still_has_a_slot() -> None:
    blocks = blocks_of(0, 7 * 60, 600)
    assert (blocks[:, 2] + blocks[:, 1]).max() <= slots_in(86_400, 7 * 60)
