"""One absolute series retrieved twice: what differs is said, what is normalised is left alone."""

import datetime as dt

import polars as pl
import pytest

from temoin.outages import sample
from temoin.outages.measure.restated import restated_findings
from temoin.words import typeset

EARLIER, LATER = (dt.datetime(2024, 4, day, 12, tzinfo=dt.UTC) for day in (2, 9))
DATES = {"first": EARLIER, "second": LATER}


def retrieval(name: str, *values: float | None, **more: str) -> pl.DataFrame:
    return sample.series(values).with_columns(**{"source": pl.lit(name)} | {key: pl.lit(v) for key, v in more.items()})


def found(*several: pl.DataFrame, dates: dict[str, dt.datetime] = DATES) -> list:
    return restated_findings(pl.concat(several), dates)


def test_a_value_that_changed_is_a_disagreement_with_the_rows_of_both() -> None:
    (finding,) = found(retrieval("first", 100, 100, 80, 60), retrieval("second", 100, 100, 40, 30, 20))
    assert (finding.verdict, finding.because) == ("disagrees", "stale")
    assert finding.evidence == ("first#row=3-4", "second#row=3-4")
    assert {name: finding.numbers[name] for name in ("common", "changed", "withdrawn", "largest_change")} == {
        "common": 4, "changed": 2, "withdrawn": 0, "largest_change": 0.5,
    }  # fmt: skip
    assert typeset("2 des 4 mesures communes à deux relevés diffèrent, de 50,0\xa0% au plus") in finding.words.fr
    assert "The retrieval of 9 April 2024, 12:00 (UTC) is to be believed" in finding.words.en
    assert finding.settle is not None


def test_the_later_retrieval_is_the_later_whatever_the_order_of_the_files() -> None:
    (finding,) = found(retrieval("second", 5, 4), retrieval("first", 5, 3))
    assert (finding.numbers["earlier"], finding.numbers["later"]) == ("first", "second")


@pytest.mark.parametrize(
    "second",
    [
        pytest.param((100, 100, 80, 60), id="the same values"),
        pytest.param((100, 100, 80, 60, 50, 40), id="more of them"),
        pytest.param((100, 100, 80.00000001, 60), id="the same values printed otherwise"),
    ],
)
def test_what_a_later_retrieval_confirms_or_completes_is_silent(second: tuple[float, ...]) -> None:
    assert found(retrieval("first", 100, 100, 80, 60), retrieval("second", *second)) == []
    assert found(retrieval("first", 100, None, 80, None), retrieval("second", 100, 90, 80, 60)) == []


def test_a_value_no_longer_given_is_said_and_is_not_zero() -> None:
    (finding,) = found(retrieval("first", 5, 5, 5), retrieval("second", 5, None, 5))
    assert (finding.numbers["changed"], finding.numbers["withdrawn"]) == (0, 1)
    assert "1 are no longer there" in finding.words.en


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"scale": "window-maximum"}, id="normalised to its own maximum"),
        pytest.param({"place": "Atlasie-Nord"}, id="another place"),
        pytest.param({"signal": "bgp"}, id="another signal"),
    ],
)
def test_only_one_absolute_series_is_compared_with_itself(more: dict[str, str]) -> None:
    assert found(retrieval("first", 5, 5, 5), retrieval("second", 5, 1, 5, **more)) == []


def test_bins_of_another_width_are_another_measure() -> None:
    wide = sample.series([5, 5, 5], step=dt.timedelta(hours=2)).with_columns(source=pl.lit("second"))
    assert found(retrieval("first", 5, 4, 3, 2, 1), wide) == []


def test_without_a_date_of_retrieval_it_cannot_be_told_which_holds() -> None:
    (finding,) = found(retrieval("first", 5, 5, 5, 5), retrieval("second", 5, 1, 5, 5), dates={"first": EARLIER})
    assert finding.verdict == "cannot_tell"
    assert "nothing says which is to be believed" in finding.words.en


def test_three_retrievals_are_compared_each_with_the_next() -> None:
    three = [retrieval(name, 5, 5, value) for name, value in (("first", 5), ("second", 4), ("third", 4))]
    dates = DATES | {"third": LATER + dt.timedelta(days=1)}
    assert [each.numbers["later"] for each in found(*three, dates=dates)] == ["second"]


def test_series_that_mostly_differ_may_be_another_measure() -> None:
    (finding,) = found(retrieval("first", 1, 2, 3), retrieval("second", 9, 8, 7))
    assert "it may not be the same measure" in finding.words.en
