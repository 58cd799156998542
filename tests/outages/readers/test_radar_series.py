"""Radar's series: numbers as text, a place that is not in the answer, and what is not published yet."""

import io
import json

import pytest

from temoin.errors import InputError
from temoin.outages.readers.radar_series import READER, left_out

HOURS = ["2024-03-04T00:00:00Z", "2024-03-04T01:00:00Z", "2024-03-04T02:00:00Z"]


def a_serie(*values: object) -> dict[str, object]:
    return {"timestamps": HOURS[: len(values)], "values": list(values)}


def an_answer(series: dict[str, object] | None = None, **meta: object) -> str:
    usual = {"aggInterval": "ONE_HOUR", "normalization": "MIN0_MAX", "lastUpdated": "2024-03-04T03:00:00Z",
             "units": [{"name": "*", "value": "bytes"}]}  # fmt: skip
    result = {**(series or {"serie_0": a_serie("0.5", "1", "0")}), "meta": usual | meta}
    return json.dumps({"success": True, "errors": [], "result": result})


def test_a_share_of_the_maximum_is_told_in_per_cent_of_it(read, a_source) -> None:
    frame = read(READER, an_answer(), a_source(place="KZ"))
    assert frame["value"].to_list() == [50, 100, 0]
    assert frame["scale"].unique().to_list() == ["window-maximum"]
    assert frame["signal"].unique().to_list() == ["traffic"]
    assert frame["row"].to_list() == [1, 2, 3]


def test_raw_values_stay_as_they_are(read, a_source) -> None:
    frame = read(READER, an_answer({"serie_0": a_serie("5000")}, normalization="RAW_VALUES"), a_source(place="KZ"))
    assert (frame["value"][0], frame["scale"][0]) == (5000, "absolute")


@pytest.mark.parametrize("method", ["PERCENTAGE_CHANGE", "MIN_MAX", "PERCENTAGE", ""])
def test_what_is_no_level_is_refused_with_the_request_that_gives_one(read, a_source, method: str) -> None:
    with pytest.raises(InputError, match="normalization=MIN0_MAX"):
        read(READER, an_answer(normalization=method), a_source(place="KZ"))


def test_a_bin_that_was_not_over_at_the_last_update_is_not_measured(read, a_source) -> None:
    text = an_answer(lastUpdated="2024-03-04T02:30:00Z")
    assert read(READER, text, a_source(place="KZ"))["value"].to_list() == [50, 100, None]
    said = left_out(io.BytesIO(text.encode()), a_source(place="KZ"))
    assert [words.en for words in said] == ["points past Radar's last update, not yet published and so not measured: 1"]


def test_a_file_whose_place_nobody_says_asks_for_it(read, a_source) -> None:
    with pytest.raises(InputError, match="--place KZ"):
        read(READER, an_answer(), a_source("answer.json"))
    assert read(READER, an_answer(), a_source("netflows_KZ.json"))["place"][0] == "KZ"


def test_several_series_need_a_name_that_is_a_place(read, a_source) -> None:
    unnamed = {"serie_0": a_serie("1"), "serie_1": a_serie("0.4")}
    with pytest.raises(InputError, match=r"serie_0, serie_1.*name=KZ"):
        read(READER, an_answer(unnamed), a_source(place="KZ"))
    frame = read(READER, an_answer({"KZ": a_serie("1"), "as64496": a_serie("0.4")}), a_source())
    assert dict(zip(frame["place"], frame["value"], strict=True)) == {"KZ": 100, "AS64496": 40}
    assert frame["row"].to_list() == [1, 2]


def test_requests_are_another_signal_than_bytes(read, a_source) -> None:
    text = an_answer(units=[{"name": "*", "value": "requests"}])
    assert read(READER, text, a_source(place="KZ"))["signal"][0] == "http"


def test_a_signal_that_nobody_says_is_asked_for_in_the_name(read, a_source) -> None:
    with pytest.raises(InputError, match="netflows or http"):
        read(READER, an_answer(units=[]), a_source("x.json", place="KZ"))
    assert read(READER, an_answer(units=[]), a_source("radar-http.json", place="KZ"))["signal"][0] == "http"


def test_a_refusal_is_an_error_in_its_own_words(read, a_source) -> None:
    with pytest.raises(InputError, match="Invalid location"):
        read(READER, json.dumps({"success": False, "errors": [{"code": 1, "message": "Invalid location"}]}))


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        pytest.param({"serie_0": a_serie("1.5")}, "0 to 1", id="above the maximum"),
        pytest.param({"serie_0": a_serie("-0.5")}, "from 0 up", id="negative"),
        pytest.param({"serie_0": {"timestamps": HOURS, "values": ["1"]}}, "as many values", id="a value short"),
        pytest.param({"serie_0": {"timestamps": HOURS, "mobile": ["1"]}}, "as many values", id="another call"),
        pytest.param({"serie_0": {"timestamps": ["noon"], "values": ["1"]}}, "ISO time", id="no time"),
        pytest.param({"serie_0": 3}, "no series", id="no series"),
    ],
)
def test_what_is_no_series_is_refused(read, a_source, series: dict[str, object], expected: str) -> None:
    with pytest.raises(InputError, match=expected):
        read(READER, an_answer(series), a_source(place="KZ"))


def test_mixed_units_are_refused(read, a_source) -> None:
    with pytest.raises(InputError, match="mixed units: bytes, requests"):
        read(READER, an_answer(units=[{"value": "bytes"}, {"value": "requests"}]), a_source(place="KZ"))


def test_the_documented_shape_is_read(a_source, shared) -> None:
    path = shared("data/outages/api_shapes/cloudflare_netflows_timeseries.json")
    with path.open("rb") as stream:
        (batch,) = READER.read(stream, a_source(path.name, place="AS64496"))
    assert batch["value"].round(1).to_list() == [53.5, 66.0]
