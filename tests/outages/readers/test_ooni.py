"""OONI's counts: zero rows are the signal, and what the service does not list it did not count."""

import io
import json

import pytest

from temoin.errors import InputError
from temoin.outages.readers.ooni import READER, left_out


def an_answer(*cells: dict[str, object]) -> str:
    return json.dumps({"dimension_count": 1, "result": list(cells), "v": 0})


def a_cell(day: object, count: object, **dimensions: str) -> dict[str, object]:
    return {"measurement_start_day": day, "measurement_count": count, "ok_count": count} | dimensions


def test_a_day_not_listed_between_two_listed_holds_no_measurement(read, a_source) -> None:
    text = an_answer(a_cell("2024-03-04", 9), a_cell("2024-03-05", 8), a_cell("2024-03-08", 3))
    frame = read(READER, text, a_source(place="KZ"))
    assert frame["value"].to_list() == [9, 8, 0, 0, 3]
    assert frame["row"].to_list() == [1, 2, 2, 2, 3]
    assert frame["signal"].unique().to_list() == ["ooni_measurements"]
    said = left_out(io.BytesIO(text.encode()), a_source(place="KZ"))
    assert said[0].en == "bins without any measurement, which the service does not list, counted as zero: 2"


def test_the_range_is_that_of_all_places_together(read) -> None:
    text = an_answer(
        a_cell("2024-03-04", 9, probe_cc="KZ"),
        a_cell("2024-03-05", 5, probe_cc="UZ"),
        a_cell("2024-03-06", 7, probe_cc="KZ"),
    )
    frame = read(READER, text)
    counts = {place: list(rows["value"]) for (place,), rows in frame.group_by("place")}
    assert counts == {"KZ": [9, 0, 7], "UZ": [0, 5, 0]}


def test_hours_are_hours(read, a_source) -> None:
    text = an_answer(
        a_cell("2024-03-04T01:00:00Z", 9), a_cell("2024-03-04T02:00:00Z", 2), a_cell("2024-03-04T04:00:00Z", 1)
    )
    assert read(READER, text, a_source(place="KZ"))["value"].to_list() == [9, 2, 0, 1]


def test_months_have_no_step_and_are_not_filled(read, a_source) -> None:
    text = an_answer(a_cell("2024-01-01", 9), a_cell("2024-02-01", 2), a_cell("2024-05-01", 1))
    assert read(READER, text, a_source(place="KZ"))["value"].to_list() == [9, 2, 1]


def test_cells_of_another_dimension_are_added_and_it_is_said(read, a_source) -> None:
    text = an_answer(a_cell("2024-03-04", 9, test_name="web"), a_cell("2024-03-04", 4, test_name="tor"))
    assert read(READER, text, a_source(place="KZ"))["value"].to_list() == [13]
    assert [words.en for words in left_out(io.BytesIO(text.encode()), a_source(place="KZ"))] == [
        "counts added over test_name"
    ]


def test_networks_stand_within_their_country(read) -> None:
    frame = read(READER, an_answer(a_cell("2024-03-04", 9, probe_cc="KZ", probe_asn="AS64496")))
    assert frame["place"].to_list() == ["KZ/AS64496"]


def test_the_csv_says_the_same(read) -> None:
    text = "anomaly_count,measurement_count,measurement_start_day,probe_cc\n0,9,2024-03-04,KZ\n0,,2024-03-05,KZ\n"
    frame = read(READER, text)
    assert frame["value"].to_list() == [9, None]
    assert frame["place"].unique().to_list() == ["KZ"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(an_answer(), "no measurement in the answer", id="no cell"),
        pytest.param(an_answer(a_cell(0, 418)), "axis_x=measurement_start_day", id="a bin number for a day"),
        pytest.param('{"dimension_count": 0, "result": {"ok_count": 3}}', "axis_x", id="no axis"),
        pytest.param(an_answer(a_cell("2024-03-04", -4)), 'value 1, field "measurement_count"', id="negative"),
        pytest.param(an_answer(a_cell("2024-03-34", 4)), "ISO time", id="no day"),
    ],
)
def test_another_shape_is_refused(read, a_source, text: str, expected: str) -> None:
    with pytest.raises(InputError, match=expected):
        read(READER, text, a_source(place="KZ"))


def test_an_answer_without_a_place_asks_for_it(read) -> None:
    with pytest.raises(InputError, match="--place KZ"):
        read(READER, an_answer(a_cell("2024-03-04", 9)))


def test_the_documented_shape_is_read(a_source, shared) -> None:
    with shared("data/outages/api_shapes/ooni_aggregation_day.json").open("rb") as stream:
        (batch,) = READER.read(stream, a_source(place="KZ"))
    assert batch["value"].to_list() == [24]


def test_an_answer_with_next_to_nothing_in_it_is_not_filled(read, a_source) -> None:
    text = an_answer(
        a_cell("2024-03-04T00:00:00Z", 9), a_cell("2024-03-04T01:00:00Z", 2), a_cell("2024-12-04T01:00:00Z", 1)
    )
    assert read(READER, text, a_source(place="KZ"))["value"].to_list() == [9, 2, 1]
