"""The declared table of the spending lens."""

import polars as pl

from temoin.table import Column, Table
from temoin.words import Words

MONEY = pl.Decimal(38, 9)
"""Amounts are exact decimals."""
_UNSAID = Words("non dit par la source", "not said by the source")
_EXACT = Words("montant exact", "exact amount")


def _text(name: str, fr: str, en: str) -> Column:
    return Column(name, pl.String(), Words(fr, en), null=_UNSAID)


LEDGER = Table(
    "ledger",
    Words("Qui a payé qui, une ligne par montant lu", "Who paid whom, one row an amount read"),
    (
        Column("source", pl.String(), Words("source", "source")),
        _text("sheet", "feuille", "sheet"),
        Column("row", pl.Int64(), Words("ligne de la feuille, à partir de 1", "row of the sheet, from 1")),
        Column("column", pl.Int64(), Words("colonne de la feuille, à partir de 1", "column of the sheet, from 1")),
        _text("payer", "payeur", "payer"),
        _text("payee", "bénéficiaire", "payee"),
        _text("object", "objet", "object"),
        Column(
            "phase",
            pl.String(),
            Words(
                "budget, award (attribution), contract (contrat), payment (paiement) ou unstated (non dite)",
                "budget, award, contract, payment or unstated",
            ),
        ),
        Column(
            "amount",
            MONEY,
            Words("montant", "amount"),
            null=Words("manquant ; ce n’est pas zéro", "missing; it is not zero"),
        ),
        Column("low", MONEY, Words("borne basse", "lower bound"), null=_EXACT),
        Column("high", MONEY, Words("borne haute", "upper bound"), null=_EXACT),
        _text("currency", "monnaie ISO 4217", "ISO 4217 currency"),
        _text("value_date", "date ISO de valeur, ou son début", "ISO value date, or the beginning of one"),
        _text("stock_or_flow", "stock (cumul) ou flow (période)", "stock (to date) or flow (in a window)"),
        _text("place", "lieu", "place"),
        _text("reference", "référence", "reference"),
        _text(
            "note",
            "signe de note à côté du montant ; mot imprimé d’une phase qui n’est pas de la liste",
            "footnote mark beside the amount; printed word of a phase that is not in the list",
        ),
    ),
    key=("source", "sheet", "row", "column"),
)
