"""Archives of many series give what one series at a time gives."""

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from temoin.errors import TableError
from temoin.outages import find_picks, sample
from temoin.outages.measure.archive import chunks_of, find_picks_packed, packed
from temoin.outages.tables import PACKED

TOLD = ["place", "signal", "began", "ended", "depth", "lost_hours", "confidence", "began_earliest", "began_latest"]


@pytest.fixture(scope="module")
def signals() -> pl.DataFrame:
    night = sample.Loss(sample.moment(16, 10.5), sample.moment(16, 18.5), 0.97)
    quarter = sample.Loss(sample.moment(20, 9), sample.moment(20, 15), 0.3)
    curves = [
        sample.curve(signal, losses, place=place, days=24)
        for place, losses in (("Nord", (night,)), ("Sud", ()), ("Est", (quarter, night)))
        for signal in ("active_probing", "search")
    ]
    return pl.concat(curves)


def test_packed_series_have_the_picks_of_the_points_they_hold(signals: pl.DataFrame) -> None:
    once = find_picks(signals).select(TOLD)
    many = find_picks_packed(packed(signals)).select(TOLD)
    assert once.height >= 6
    assert many.equals(once)


def test_a_pick_of_an_archive_names_the_row_of_its_series(signals: pl.DataFrame) -> None:
    rows = packed(signals)
    picks = find_picks_packed(rows)
    row_of = {(place, signal): row for place, signal, row in rows.select("place", "signal", "row").iter_rows()}
    assert all(row_of[pick["place"], pick["signal"]] == pick["first_row"] for pick in picks.iter_rows(named=True))


def test_an_archive_is_read_in_chunks_in_its_order(signals: pl.DataFrame, tmp_path: Path) -> None:
    rows = packed(signals)
    rows.write_parquet(tmp_path / "archive.parquet")
    chunks = list(chunks_of(tmp_path / "archive.parquet", 4))
    assert [len(chunk) for chunk in chunks] == [4, 2]
    assert pl.concat(chunks).equals(rows)
    told = pl.concat([find_picks_packed(chunk) for chunk in chunks]).sort("place", "began", "signal")
    assert told.select(TOLD).equals(find_picks(signals).select(TOLD))


def test_a_long_series_is_also_looked_at_for_changes_of_level() -> None:
    lower = sample.Loss(sample.moment(70), sample.moment(140), 0.3)
    signals = sample.curve("search", (lower,), days=140)
    picks = find_picks_packed(packed(signals))
    assert picks["shape"].to_list() == ["level"]
    assert abs((picks["began"][0] - lower.began).total_seconds()) <= 86_400


def test_another_table_is_refused() -> None:
    with pytest.raises(TableError):
        find_picks_packed(PACKED.empty().drop("values"))


def test_an_empty_chunk_gives_nothing() -> None:
    assert find_picks_packed(PACKED.empty()).is_empty()


def test_points_not_measured_are_kept_as_such(signals: pl.DataFrame) -> None:
    holed = signals.with_columns(value=pl.when(pl.int_range(pl.len()) % 7 != 0).then("value"))
    values = packed(holed)["values"][0].to_numpy()
    assert 0.1 < np.isnan(values).mean() < 0.2
