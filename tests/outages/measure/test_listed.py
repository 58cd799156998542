"""Rows of lists sorted beside measured outages: what dates which, what holds, what stays untold."""

import datetime as dt

import polars as pl
import pytest

from temoin.outages.measure.listed import Compared, compare_rows, is_narrower, rows_within
from temoin.period import Period

from .a_report import HOUR, an_outage, at, listed, measured, reported, tables

NOTHING = dt.timedelta()


def compared(outages: tuple, rows: tuple, signals: pl.DataFrame | None = None) -> Compared:
    return compare_rows(*tables(*outages), reported(*rows), measured() if signals is None else signals)


def test_a_row_within_the_measured_bounds_agrees_at_both_ends() -> None:
    (pair,) = compared((an_outage(at(5, 10), at(6, 3)),), (listed(1, at(5, 10), at(6, 3)),)).pairs
    assert (pair.agrees, pair.began, pair.ended) == (True, NOTHING, NOTHING)


@pytest.mark.parametrize(
    ("began", "ended", "gaps"),
    [
        pytest.param(at(5, 14), at(6, 3), (3 * HOUR, NOTHING), id="the list begins later"),
        pytest.param(at(5, 7), at(6, 3), (-2 * HOUR + 10 * HOUR / 60, NOTHING), id="the list begins earlier"),
        pytest.param(at(5, 10), at(7, 3), (NOTHING, 23 * HOUR), id="the list ends later"),
        pytest.param(at(5, 10), None, (NOTHING, None), id="the list gives no end"),
    ],
)
def test_gaps_are_between_the_nearer_edges(began, ended, gaps) -> None:
    (pair,) = compared((an_outage(at(5, 10), at(6, 3)),), (listed(1, began, ended),)).pairs
    assert (pair.began, pair.ended) == gaps
    assert pair.agrees == (not any(gaps))


def test_an_outage_that_goes_on_contradicts_only_an_end_before_the_last_measure() -> None:
    outage = an_outage(at(5, 10), None)
    (early,) = compared((outage,), (listed(1, at(5, 10), at(6, 3)),)).pairs
    (late,) = compared((outage,), (listed(1, at(5, 10), at(25)),)).pairs
    assert early.ended is not None
    assert early.ended < NOTHING
    assert late.ended is None


def test_rows_of_one_list_about_one_outage_are_one_pair_and_each_list_has_its_own() -> None:
    rows = (
        listed(1, at(5, 11), at(5, 12)),
        listed(2, at(6, 1), at(6, 3)),
        listed(1, at(5, 10), source="72" * 32, publisher="Other"),
    )
    found = compared((an_outage(at(5, 10), at(6, 3)),), rows)
    assert sorted([row["row"] for row in pair.rows] for pair in found.pairs) == [[1], [1, 2]]
    assert found.holding == ()
    assert found.unlabelled == ()


def test_a_row_of_years_around_an_outage_holds_it_and_dates_nothing() -> None:
    going_on = listed(1, dt.datetime(2029, 1, 1, tzinfo=dt.UTC), status="ongoing")
    found = compared((an_outage(at(5, 10), at(6, 3)), an_outage(at(9, 10), at(9, 12))), (going_on,))
    ((row, held),) = found.holding
    assert (row["row"], len(held), found.pairs, found.unlabelled) == (1, 2, (), ())


def test_a_row_beside_which_nothing_fell_and_one_in_a_gap_are_told_apart() -> None:
    rows = (listed(1, at(5), at(5, 3)), listed(2, at(9), at(9, 3)))
    found = compared((), rows, measured(gap=(8, 11)))
    assert [row["row"] for row in found.unseen] == [1]
    assert [row["row"] for row in found.unwatched] == [2]


def test_an_outage_in_no_list_is_unlabelled() -> None:
    found = compared((an_outage(at(5, 10), at(6)), an_outage(at(15), at(16))), (listed(1, at(5, 10)),))
    assert [each["id"] for each in found.unlabelled] == ["outage Atlasie 15 00"]


@pytest.mark.parametrize(
    ("row", "narrow"),
    [
        pytest.param(listed(1, at(5), extent="service-based"), True, id="the block of a service"),
        pytest.param(listed(1, at(5), place="GS", scope="local"), True, id="a town of a country"),
        pytest.param(listed(1, at(5), place="GS", scope="regional"), True, id="some regions of a country"),
        pytest.param(listed(1, at(5), place="GS/Coast", scope="regional"), False, id="a region measured as such"),
        pytest.param(listed(1, at(5), place="GS", scope=None), False, id="nobody says how wide"),
        pytest.param(listed(1, at(5), place="AS64496", scope="network"), False, id="a network measured as such"),
    ],
)
def test_what_signals_of_the_whole_cannot_show(row: dict[str, object], narrow: bool) -> None:
    assert is_narrower(row) == narrow


@pytest.mark.parametrize(
    ("began", "ended", "inside"),
    [
        pytest.param(at(5), at(6), True, id="inside"),
        pytest.param(at(1) - 99 * HOUR, at(1, 5), True, id="ends inside"),
        pytest.param(at(19), at(28), True, id="begins inside"),
        pytest.param(at(25), at(28), False, id="after"),
        pytest.param(at(1) - 99 * HOUR, at(1) - 50 * HOUR, False, id="before"),
        pytest.param(at(1) - 99 * HOUR, None, False, id="began before, and nobody says that it lasted"),
    ],
)
def test_only_rows_within_what_was_measured_count(began, ended, inside: bool) -> None:
    assert rows_within(reported(listed(1, began, ended)), measured()).height == inside


@pytest.mark.parametrize(
    ("place", "known"),
    [
        pytest.param("GS/AS64496", "AS64496", id="a network in its country"),
        pytest.param("AS64496", "AS64496", id="the network itself"),
        pytest.param("GS", None, id="the country is not the network"),
        pytest.param("GS/AS64499", None, id="another network"),
    ],
)
def test_a_network_is_the_same_with_its_country_or_without(place: str, known: str | None) -> None:
    frame = rows_within(reported(listed(1, at(5), place=place)), measured(place="AS64496"))
    assert frame["measured"].to_list() == ([known] if known else [])


def test_what_a_list_prints_once_a_year_is_one() -> None:
    years = [listed(row, at(5), status="ongoing") for row in (4, 9, 17)]
    frame = rows_within(reported(*years, listed(20, at(7))), measured())
    assert frame["row"].to_list() == [4, 20]
    assert frame["rows"].to_list() == [[4, 9, 17], [20]]


def test_rows_of_the_question_s_period_count_where_nothing_was_measured_then() -> None:
    rows = (listed(1, at(5), at(5, 3)), listed(2, at(27), at(27, 3)), listed(3, at(27), place="GS"))
    asked = {"Atlasie": Period(at(1), at(30)), "GS": Period(at(26), at(28))}
    found = compare_rows(*tables(), reported(*rows), measured(), asked=asked)
    assert [row["row"] for row in found.unseen] == [1]
    assert [row["row"] for row in found.unwatched] == [2, 3]


def test_nothing_measured_gives_nothing() -> None:
    assert rows_within(reported(listed(1, at(5))), measured().clear()).is_empty()


def test_each_row_stands_in_one_place_only() -> None:
    rows = tuple(listed(row, at(1 + row % 18, row % 7), at(2 + row % 18)) for row in range(1, 60))
    found = compared((an_outage(at(5, 10), at(8)), an_outage(at(12), at(13))), rows)
    names = [row["row"] for pair in found.pairs for row in pair.rows]
    names += [row["row"] for row, _ in found.holding]
    names += [row["row"] for row in (*found.unseen, *found.unwatched, *found.narrower)]
    assert sorted(names) == rows_within(reported(*rows), measured())["row"].sort().to_list()
