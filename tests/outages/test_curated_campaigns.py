"""Cuts that analysts confirmed, Myanmar 2021 and Syria 2018 to 2021: do they come back as campaigns?"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from temoin.outages import DEFAULT
from temoin.outages.measure.campaigns import campaigns_of


@pytest.fixture
def confirmed(shared: Callable[[str], Path]) -> pl.DataFrame:
    rows = pl.read_csv(shared("data/outages/ioda_curated/ioda_curated_training.csv"), infer_schema_length=None)
    cuts = rows.filter(pl.col("cause").is_in(["Government-Ordered", "Exams"]) & (pl.col("scope") == "Country"))
    return cuts.with_columns(began=pl.col("begin_utc").str.to_datetime(time_zone="UTC")).sort("began")


def ids(confirmed: pl.DataFrame, country: str, place: str) -> list[str | None]:
    return campaigns_of(place, confirmed.filter(pl.col("country") == country)["began"].to_list(), DEFAULT)


def test_the_nights_of_myanmar_are_one_campaign_at_one_in_the_morning(confirmed: pl.DataFrame) -> None:
    nights = ids(confirmed, "Myanmar/Burma", "MM")
    assert len(nights) == 53
    assert len({name for name in nights if name}) == 1
    assert sum(name is not None for name in nights) == 51


def test_the_exams_of_syria_are_a_campaign_a_session(confirmed: pl.DataFrame) -> None:
    mornings = ids(confirmed, "Syria", "SY")
    assert None not in mornings
    years = {
        name: {
            began.year
            for began, other in zip(confirmed.filter(pl.col("country") == "Syria")["began"], mornings, strict=True)
            if other == name
        }
        for name in mornings
    }
    assert sorted(min(year) for year in years.values()) == [2018, 2019, 2019, 2020, 2020, 2021]
    assert all(len(year) == 1 for year in years.values())


def test_hundreds_of_outages_of_a_place_are_grouped_in_a_moment() -> None:
    began = [dt.datetime(2024, 1, 1, tzinfo=dt.UTC) + dt.timedelta(hours=7 * rank) for rank in range(600)]
    assert len(campaigns_of("Atlasie", began, DEFAULT)) == 600
