"""The declared table of the audience lens."""

import polars as pl

from temoin.table import Column, Table
from temoin.words import Words

_UNSAID = Words("non dit par la source", "not said by the source")


def _text(name: str, fr: str, en: str) -> Column:
    return Column(name, pl.String(), Words(fr, en), null=_UNSAID)


AUDIENCE = Table(
    "audience",
    Words(
        "Comptes relevés : abonnés, vues et autres mesures, une par cellule lue",
        "Counts as recorded: followers, views and other measures, one a cell read",
    ),
    (
        Column("source", pl.String(), Words("source", "source")),
        _text("sheet", "feuille", "sheet"),
        Column("row", pl.Int64(), Words("ligne de la feuille, à partir de 1", "row of the sheet, from 1")),
        Column("column", pl.Int64(), Words("colonne de la feuille, à partir de 1", "column of the sheet, from 1")),
        _text("entity", "qui tient le compte", "who holds the account"),
        _text("account", "compte", "account"),
        _text("platform", "plateforme", "platform"),
        _text("measure", "ce qui est compté", "what is counted"),
        Column(
            "value",
            pl.Float64(),
            Words("valeur", "value"),
            null=Words("manquante ; ce n’est pas zéro", "missing; it is not zero"),
        ),
        Column("low", pl.Float64(), Words("borne basse", "lower bound"), null=Words("valeur exacte", "exact value")),
        Column("high", pl.Float64(), Words("borne haute", "upper bound"), null=Words("valeur exacte", "exact value")),
        _text("observed_at", "date ISO du relevé, ou moment UTC", "ISO date of the reading, or UTC moment"),
        _text("note", "signe de note à côté de la valeur", "footnote mark beside the value"),
    ),
    key=("source", "sheet", "row", "column"),
)
