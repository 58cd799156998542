"""The declared table of country figures."""

from importlib.resources import files

import polars as pl

from temoin.table import Column, Table
from temoin.words import Words

COUNTRY_FIGURES = Table(
    "country_figures",
    Words("Chiffres des pays, un par ligne, avec leur source première", "Figures of countries, with primary source"),
    (
        Column("iso2", pl.String(), Words("pays, ISO 3166-1", "country, ISO 3166-1")),
        Column("year", pl.Int64(), Words("année", "year")),
        Column(
            "indicator",
            pl.String(),
            Words(
                "gdp_usd, population, internet_users, internet_users_share ou lcu_per_usd",
                "gdp_usd, population, internet_users, internet_users_share or lcu_per_usd",
            ),
        ),
        Column("value", pl.String(), Words("valeur décimale, telle que publiée", "decimal value, as published")),
        Column("unit", pl.String(), Words("unité", "unit")),
        Column("source", pl.String(), Words("source première et licence", "primary source and licence")),
        Column(
            "retrieved",
            pl.Date(),
            Words("date de l’édition consultée", "date of the edition consulted"),
            null=Words("non dite par le paquet de données", "not said by the data package"),
        ),
    ),
    key=("iso2", "indicator", "year"),
)


def country_figures() -> pl.DataFrame:
    """Return every figure of a country as table ``COUNTRY_FIGURES``, in order of country, indicator, year.

    Examples
    --------
    >>> country_figures()["indicator"].n_unique()
    5
    """
    packaged = files(__package__) / "country_figures.csv"
    return COUNTRY_FIGURES.require(pl.read_csv(packaged.read_bytes(), schema=COUNTRY_FIGURES.schema))
