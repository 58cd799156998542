"""What readers share: batches of the declared table, and errors that name the place."""

import io

import polars as pl
import pytest

from temoin.errors import InputError
from temoin.outages import SIGNALS
from temoin.outages.readers.batch import Series, batch_of, text_lines, wrong_cell
from temoin.words import same, typeset


@pytest.mark.parametrize("zoned", [False, True], ids=["bare UTC", "aware"])
def test_a_batch_keeps_the_table_s_declaration(a_source, zoned: bool) -> None:
    times = pl.Series([0, 60_000_000], dtype=pl.Int64).cast(pl.Datetime("us"))
    times = times.dt.replace_time_zone("UTC") if zoned else times
    batch = batch_of(a_source(), Series("Atlasie", "bgp", "absolute", times, pl.Series([1, None]), pl.Series([1, 2])))
    assert batch.schema == SIGNALS.schema
    assert batch["value"].to_list() == [1.0, None]


def test_a_byte_order_mark_is_dropped(a_source) -> None:
    assert text_lines(io.BytesIO("\ufefftime".encode()), a_source()).read() == "time"


def test_an_unknown_encoding_is_refused(a_source) -> None:
    with pytest.raises(InputError, match="unknown encoding: klingon"):
        text_lines(io.BytesIO(b""), a_source(encoding="klingon"))


def test_a_wrong_cell_is_named_in_both_languages(a_source) -> None:
    error = wrong_cell(a_source("mars.csv"), (41, "time"), same("?"), same("!"))
    assert error.in_("fr") == typeset("mars.csv, ligne 41, colonne « time » : ? ; !")
    assert error.in_("en") == 'mars.csv, line 41, column "time": ?; !'
