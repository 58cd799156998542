"""One place, a column a signal: known names only, a zone said by the column or asked for."""

import polars as pl
import pytest

from temoin.errors import InputError
from temoin.evidence.reader import Head
from temoin.outages.readers.signals_wide import READER

ROWS = "time_utc;bgp;gtr_search\n2024-03-04T00:00:00;5;\n2024-03-04T01:00:00;6;7\n"


def test_each_column_is_a_signal_and_an_empty_cell_is_not_measured(read, a_source) -> None:
    frame = read(READER, ROWS, a_source(place="KZ"))
    assert frame.select("signal", "value", "row").rows() == [
        ("bgp", 5, 1),
        ("bgp", 6, 2),
        ("search", None, 1),
        ("search", 7, 2),
    ]
    assert frame["scale"].unique().to_list() == ["absolute"]


def test_columns_of_their_own_maximum_are_told_as_such(read, a_source) -> None:
    assert read(READER, "time_utc,bgp\n2024-03-04,50\n2024-03-05,100\n", a_source(place="KZ"))["scale"][0] == (
        "window-maximum"
    )


def test_a_time_without_a_zone_is_asked_about(read, a_source) -> None:
    text = ROWS.replace("time_utc", "time")
    with pytest.raises(InputError, match="--zone UTC"):
        read(READER, text, a_source(place="KZ"))
    assert read(READER, text, a_source(place="KZ", zone="Asia/Almaty"))["time"].dt.hour().to_list()[:1] == [19]


def test_a_place_that_nobody_says_is_asked_for(read, a_source) -> None:
    with pytest.raises(InputError, match="--place KZ"):
        read(READER, ROWS, a_source("iran_2025.csv"))


@pytest.mark.parametrize(
    "header", ["time_utc,mean", "time_utc", "time,place,signal,value", "bgp,time", "time,gtr,search"]
)
def test_other_headers_are_not_of_this_kind(read, a_source, header: str) -> None:
    assert not READER.recognises(Head(header.encode(), "x.csv", len(header)))
    with pytest.raises(InputError, match="expected the header time_utc"):
        read(READER, header, a_source(place="KZ"))


def test_the_derived_iran_series_is_read_as_ioda_s_export_is(a_source, shared) -> None:
    with shared("data/outages/ioda_series/iran_2025-12-01_2026-01-29_30min.csv").open("rb") as stream:
        frame = pl.concat(READER.read(stream, a_source(place="IR")))
    assert frame["signal"].n_unique() == 5
    assert frame.height == 5 * 2864
    assert frame["scale"].unique().to_list() == ["window-maximum"]


def test_a_missing_zone_is_asked_about_with_that_of_the_place(read, a_source) -> None:
    with pytest.raises(InputError, match=r"--zone UTC \| --zone Africa/Lome"):
        read(READER, "time,bgp\n2024-03-04 10:30,1\n", a_source(place="TG"))
