"""Figures of countries: unique, plausible, each with its source; what is missing is absent."""

import datetime as dt
from decimal import Decimal
from importlib.resources import files

import polars as pl
import pytest

from temoin.errors import InputError
from temoin.world import COUNTRIES, COUNTRY_FIGURES, INDICATORS, figure, figures, rate
from temoin.world.tables import country_figures

RANGES = {
    "gdp_usd": (Decimal("1e7"), Decimal("4e13")),
    "population": (Decimal(1_000), Decimal("1.6e9")),
    "internet_users": (Decimal(30), Decimal("1.6e9")),
    "internet_users_share": (Decimal("0.5"), Decimal(100)),
    "lcu_per_usd": (Decimal("0.2"), Decimal(100_000)),
}
EVERY = [item for country in COUNTRIES for item in figures(country.iso2)]


def test_kazakhstan_in_the_year_before_its_shutdown():
    gdp = figure("KZ", "gdp_usd", 2021)
    assert gdp is not None
    assert round(gdp.value / 10**9, 1) == Decimal("197.1")
    assert "NY.GDP.MKTP.CD" in gdp.source
    tenge = figure("KZ", "lcu_per_usd", 2022)
    assert tenge is not None
    assert (tenge.value, tenge.unit, tenge.retrieved) == (Decimal("460.165"), "KZT/USD", dt.date(2026, 5, 17))


def test_what_is_missing_is_none_and_never_the_year_next_to_it():
    assert figure("KZ", "lcu_per_usd", 2016) is None
    assert figure("KZ", "gdp_usd", 2009) is None
    assert figures("HM") == []


def test_an_unknown_indicator_is_refused_with_those_that_exist():
    with pytest.raises(InputError, match="internet_users_share"):
        figure("KZ", "gdp", 2021)


def test_the_table_is_as_declared_and_its_key_unique():
    table = country_figures()
    assert table.height == len(EVERY) > 8_000
    assert table.select(COUNTRY_FIGURES.key).is_duplicated().sum() == 0
    assert table.equals(table.sort("iso2", "indicator", "year"))
    assert table["year"].is_between(2010, 2024).all()
    assert set(table["indicator"].unique()) == set(INDICATORS)


def test_every_row_has_a_primary_source_with_its_licence_and_a_unit():
    sources = country_figures().group_by("indicator").agg(pl.col("source").unique(), pl.col("unit").unique())
    for row in sources.iter_rows(named=True):
        assert all(source.endswith((", CC BY 4.0", ", public domain")) for source in row["source"])
        assert all(row["unit"])


def test_the_file_stays_small():
    assert len((files("temoin.world") / "country_figures.csv").read_bytes()) < 1_200_000


def test_every_value_is_plausible_and_none_is_its_year():
    for item in EVERY:
        low, high = RANGES[item.indicator]
        assert low <= item.value <= high, item
        assert item.value != item.year, item


def test_internet_users_never_exceed_the_population():
    for item in EVERY:
        if item.indicator == "internet_users" and (people := figure(item.iso2, "population", item.year)):
            assert item.value <= people.value, item


def test_no_population_jumps_by_a_quarter_in_a_year():
    for item in EVERY:
        before = figure(item.iso2, "population", item.year - 1) if item.indicator == "population" else None
        if before is not None:
            assert Decimal("0.75") < item.value / before.value < Decimal("1.25"), item


def test_yearly_rates_agree_with_the_mean_of_the_ecb_within_two_and_a_half_per_cent():
    """The rouble of 2022 aside: the ECB quoted it for two months of that year only."""
    compared = 0
    for item in EVERY:
        code = item.unit.removesuffix("/USD")
        if item.indicator != "lcu_per_usd" or item.iso2 not in {"FR", "CN", "IN", "TR", "BR", "ID", "PL", "ZA", "MX"}:
            continue
        days = [dt.date(item.year, month, 15) for month in range(1, 13)]
        mean = sum(rate("USD", code, day, within_days=6).value for day in days) / 12
        assert abs(item.value / mean - 1) < Decimal("0.025"), item
        compared += 1
    assert compared > 60


def test_a_rate_fixed_by_a_parity_is_that_parity():
    for iso2, parity in (("AE", "3.6725"), ("SA", "3.75"), ("QA", "3.64"), ("JO", "0.71"), ("DJ", "177.721")):
        for item in figures(iso2):
            if item.indicator == "lcu_per_usd":
                assert abs(item.value / Decimal(parity) - 1) < Decimal("0.003"), item


def test_a_dollar_is_worth_one_dollar():
    dollars = [item.value for item in EVERY if item.unit == "USD/USD"]
    assert dollars
    assert set(dollars) == {Decimal(1)}
