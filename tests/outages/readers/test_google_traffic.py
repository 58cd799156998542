"""Google's traffic: the answer behind its guard, the CSV without a zone, a product and a region that must be said."""

import io

import pytest

from temoin.errors import InputError
from temoin.outages.readers.google_traffic import READER, left_out

ANSWER = ')]}\'\n\n[["tr.atsr",[[1709510400000,[[null,41.5]]],[1709517600000,[]],[1709524800000,[[null,0]]]],null]]'
LISTED = "date and time,value\n2024-03-04 00:00:00.000,41.5\n2024-03-04 02:00:00.000,0\n"


def test_milliseconds_are_utc_and_a_pair_without_a_value_is_not_measured(read, a_source) -> None:
    frame = read(READER, ANSWER, a_source("youtube_KZ.txt"))
    assert frame["time"].dt.to_string("%F %R").to_list() == ["2024-03-04 00:00", "2024-03-04 02:00", "2024-03-04 04:00"]
    assert frame["value"].to_list() == [41.5, None, 0]
    assert (frame["signal"][0], frame["place"][0]) == ("youtube", "KZ")


def test_a_product_that_nobody_names_stays_unnamed(read, a_source) -> None:
    source = a_source("answer.txt", place="KZ")
    assert read(READER, ANSWER, source)["signal"][0] == "google_traffic"
    (said,) = left_out(io.BytesIO(ANSWER.encode()), source)
    assert "put youtube in the file's name" in said.en
    assert left_out(io.BytesIO(ANSWER.encode()), a_source("youtube.txt")) == ()


def test_a_region_that_nobody_names_is_asked_for(read, a_source) -> None:
    with pytest.raises(InputError, match="--place KZ"):
        read(READER, ANSWER, a_source("youtube.txt"))


def test_the_listed_times_ask_for_a_zone_and_are_read_in_it(read, a_source) -> None:
    with pytest.raises(InputError, match="--zone UTC"):
        read(READER, LISTED, a_source("youtube_RU.csv"))
    frame = read(READER, LISTED, a_source("youtube_RU.csv", zone="Europe/Moscow"))
    assert frame["time"].dt.to_string("%F %R").to_list() == ["2024-03-03 21:00", "2024-03-03 23:00"]
    assert (frame["signal"][0], frame["place"][0]) == ("youtube", "RU")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(')]}\'\n[["tr.other",[]]]', "tr.atsr", id="another answer"),
        pytest.param(')]}\'\n[["tr.atsr",[]]]', "without a single point", id="no point"),
        pytest.param(')]}\'\n[["tr.atsr",[["noon",[[null,1]]]]]]', "value 1.*milliseconds", id="no time"),
        pytest.param(')]}\'\n[["tr.atsr",[[1709510400,[[null,1]]]]]]', "milliseconds", id="seconds"),
        pytest.param(')]}\'\n[["tr.atsr",[[1709510400000,[[null,-1]]]]]]', "from 0 up", id="negative"),
        pytest.param(')]}\'\n[["tr.atsr",[[1709510400000,[[null,1],[null,2]]]]]]', "one value", id="two values"),
        pytest.param(")]}'\n<html>", "expected JSON", id="a page"),
    ],
)
def test_another_shape_is_refused(read, a_source, text: str, expected: str) -> None:
    with pytest.raises(InputError, match=expected):
        read(READER, text, a_source("youtube_KZ.txt"))


def test_the_recorded_answer_is_read(a_source, shared) -> None:
    with shared("data/outages/api_shapes/google_traffic_fraction_RECORDED.txt").open("rb") as stream:
        (batch,) = READER.read(stream, a_source("recorded.txt", place="QQ"))
    assert batch.height > 300
    assert batch["time"].diff().drop_nulls().unique().dt.total_hours().to_list() == [3]


def test_six_years_are_read_with_their_holes(a_source, shared) -> None:
    with shared("data/outages/google_transparency/youtube_RU.csv").open("rb") as stream:
        (batch,) = READER.read(stream, a_source("youtube_RU.csv", zone="UTC"))
    assert batch.height == 25_760
    assert batch["value"].null_count() == 0
    assert batch["place"].unique().to_list() == ["RU"]
