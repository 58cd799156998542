"""Iran, November 2019, by county: seventy-three parts that are one outage of the country, dated from the data."""

import datetime as dt
from functools import cache
from pathlib import Path

import polars as pl
import pytest

from temoin.outages import SIGNALS, Measured, find_outages, measure, outage_findings
from temoin.period import UTC

COUNTIES = "data/outages/ip_observatory/irn-2019-11-11_gif.csv"
LABEL = (dt.datetime(2019, 11, 16, 14, tzinfo=UTC), dt.datetime(2019, 11, 24, 20, 30, tzinfo=UTC))


@cache
def walked(path: Path) -> Measured:
    rows = pl.read_csv(path, infer_schema_length=None).with_row_index("row", offset=1)
    # The times are the local clock encoded as if it were UTC.
    local = pl.from_epoch("time_e").cast(pl.Datetime("us")) - dt.timedelta(hours=3, minutes=30)
    signals = rows.select(
        pl.col("row").cast(pl.Int64),
        source=pl.lit("19" * 32),
        place=pl.concat_str(pl.lit("IR"), "name_1", pl.col("name_2").str.replace_all("/", "-"), separator="/"),
        signal=pl.lit("connectivity"),
        time=local.dt.replace_time_zone("UTC"),
        value=pl.col("connectivity").cast(pl.Float64),
        scale=pl.lit("absolute"),
    )
    return measure(SIGNALS.require(signals))


@pytest.fixture
def measured(shared) -> Measured:
    return walked(shared(COUNTIES))


@pytest.fixture
def national(measured) -> dict[str, object]:
    outages = find_outages(measured.picks, measured.expected)
    overlapping = pl.col("began").is_between(*LABEL)
    (outage,) = outages.filter(overlapping & (pl.col("place") == "IR")).iter_rows(named=True)
    return outage


def test_the_national_event_is_dated_from_the_data_and_overlaps_the_label(national) -> None:
    assert (
        dt.datetime(2019, 11, 16, 16, 30, tzinfo=UTC)
        <= national["began"]
        <= dt.datetime(2019, 11, 16, 18, 30, tzinfo=UTC)
    )
    assert LABEL[0] < national["observed_until"] < LABEL[1]
    assert national["depth"] == pytest.approx(0.95, abs=0.05)


def test_the_small_return_of_17_november_does_not_split_it_and_it_is_not_over(national) -> None:
    assert national["ended"] is None
    assert national["state"] in {"ongoing", "not-yet-published"}
    assert national["observed_until"] == dt.datetime(2019, 11, 20, 3, 30, tzinfo=UTC)


def test_every_county_is_named_once_by_the_national_event(national) -> None:
    assert national["parts"] == 73
    assert len(national["places"]) >= 70
    assert len({place.split("/")[1] for place in national["places"]}) == 30


def test_no_county_tells_the_national_event_again(measured) -> None:
    outages = find_outages(measured.picks, measured.expected)
    others = outages.filter(~pl.col("began").is_between(*LABEL))
    assert others.height <= 3
    assert others["began"].max() < LABEL[0]


def test_the_words_name_five_counties_and_count_the_others(measured) -> None:
    outages = find_outages(measured.picks, measured.expected)
    findings = {finding.numbers["place"]: finding for finding in outage_findings(outages, measured.picks)}
    words = findings["IR"].words
    assert words.en.startswith("Iran: 9")
    assert "of 73, among them Ardebil, " in words.en
    assert "Régions tombées avec ce lieu\xa0: " in words.fr
    assert words.en.endswith(" more.")
