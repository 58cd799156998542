"""The API's answer: a refusal with HTTP 200, lists of lists, objects among values, nulls at the end."""

import io
import json

import pytest

from temoin.errors import InputError
from temoin.evidence.reader import Head
from temoin.outages.readers import READERS
from temoin.outages.readers.ioda_json import READER, left_out


def an_answer(*series: dict[str, object], error: str | None = None) -> str:
    envelope = {"type": "signals", "requestParameters": {}, "error": error, "perf": None, "data": [list(series)]}
    return json.dumps(envelope)


def a_series(datasource: str, values: list[object], **other: object) -> dict[str, object]:
    begin = 1_700_000_000
    return {"entityType": "country", "entityCode": "QQ", "datasource": datasource, "subtype": "", "from": begin,
            "until": begin + 600 * len(values), "step": 600, "nativeStep": 600, "values": values} | other  # fmt: skip


def test_values_stand_at_from_plus_their_steps_and_nulls_are_not_measured(read) -> None:
    frame = read(READER, an_answer(a_series("ping-slash24", [3, None, 5, None]), a_series("bgp", [1, 2])))
    assert frame["signal"].to_list() == ["active_probing"] * 4 + ["bgp"] * 2
    assert frame["value"].to_list() == [3, None, 5, None, 1, 2]
    assert frame["time"].dt.epoch("s").to_list()[:2] == [1_700_000_000, 1_700_000_600]
    assert frame["row"].to_list() == [1, 2, 3, 4, 5, 6]
    assert frame["scale"].unique().to_list() == ["absolute"]


def test_a_refusal_that_came_with_http_200_is_an_error_in_its_own_words(read) -> None:
    with pytest.raises(InputError, match="until is before from"):
        read(READER, an_answer(error="until is before from"))


def test_series_of_objects_and_a_second_series_of_a_signal_are_left_out_and_said(read, a_source) -> None:
    text = an_answer(
        a_series("ping-slash24-loss", [[{"agg_values": {}}]]),
        a_series("gtr", [5, 6], subtype="WEB_SEARCH"),
        a_series("gtr-norm", [7, 8]),
        a_series("gtr", [9, 9], subtype="MAPS"),
    )
    assert read(READER, text)["signal"].unique(maintain_order=True).to_list() == ["search", "gtr.MAPS"]
    said = left_out(io.BytesIO(text.encode()), a_source())
    assert [words.en for words in said] == [
        'series "ping-slash24-loss" left out: its values are not numbers',
        'series "gtr-norm" left out: QQ already has a signal search',
    ]


@pytest.mark.parametrize(
    ("entity", "place"),
    [
        pytest.param({"entityType": "asn", "entityCode": "64496"}, "AS64496", id="an AS"),
        pytest.param({"entityType": "asn", "entityCode": "AS64496"}, "AS64496", id="an AS with its letters"),
        pytest.param({"entityType": "region", "entityCode": "4416"}, "4416", id="a region of no known country"),
        pytest.param(
            {"entityType": "region", "entityCode": "4107", "entityName": "Amont", "entityFqid": "geo.x.EU.QQ.4107"},
            "QQ/Amont",
            id="a region of its country",
        ),
        pytest.param({"entityType": "geoasn", "entityCode": "64496-QQ"}, "QQ/AS64496", id="a network within a country"),
    ],
)
def test_the_entity_is_the_place(read, entity: dict[str, object], place: str) -> None:
    assert read(READER, an_answer(a_series("bgp", [1, 2], **entity)))["place"][0] == place


def test_an_old_window_without_any_series_gives_no_batch(a_source) -> None:
    assert list(READER.read(io.BytesIO(an_answer().encode()), a_source())) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"type": "signals", "data": null}', id="no data"),
        pytest.param('{"type": "signals", "data": [{}]}', id="not a list of lists"),
        pytest.param('{"type": "signals", "data": [[{"values": []}]]}', id="a series without its fields"),
    ],
)
def test_another_shape_is_refused(read, text: str) -> None:
    with pytest.raises(InputError, match="signals/raw"):
        read(READER, text)


@pytest.mark.parametrize("error", [None, "refused"], ids=["an answer", "a refusal"])
def test_only_this_reader_knows_the_envelope(error: str | None) -> None:
    data = an_answer(error=error).encode()
    assert [reader.kind for reader in READERS if reader.recognises(Head(data, "x.json", len(data)))] == ["ioda-json"]


def test_the_documented_shape_is_read(a_source, shared) -> None:
    path = shared("data/outages/api_shapes/ioda_signals_raw.json")
    with path.open("rb") as stream:
        batches = list(READER.read(stream, a_source(path.name)))
    assert [batch["signal"][0] for batch in batches] == ["search", "bgp"]
    assert batches[0]["place"][0] == "TR"


def test_an_answer_without_any_series_says_so_and_is_evidence_all_the_same(a_source) -> None:
    said = left_out(io.BytesIO(an_answer().encode()), a_source())
    assert [words.en for words in said] == [
        "no series in the answer: IODA holds nothing of that window, ask for another"
    ]


def test_bins_coarser_than_the_instrument_are_said(a_source) -> None:
    text = an_answer(a_series("bgp", [1, 2], step=1800, nativeStep=300))
    said = left_out(io.BytesIO(text.encode()), a_source())
    assert [words.en for words in said] == [
        'series "bgp" summed up in bins of 1800 s where the instrument measures every 300 s'
    ]


@pytest.mark.parametrize(
    "values",
    [
        pytest.param([[{"agg_values": {"loss_pct": 3}}], None], id="lists of objects"),
        pytest.param([{"agg_values": {}}], id="objects"),
        pytest.param(["12", "13"], id="numbers as text"),
        pytest.param([True, False], id="truths"),
        pytest.param({"0": 1}, id="no list"),
        pytest.param(None, id="nothing"),
    ],
)
def test_whatever_is_no_list_of_numbers_is_left_out_and_said(a_source, values: object) -> None:
    text = an_answer(a_series("bgp", [1, 2]), a_series("ping-slash24-loss", []) | {"values": values})
    batches = list(READER.read(io.BytesIO(text.encode()), a_source()))
    assert [batch["signal"][0] for batch in batches] == ["bgp"]
    assert len(left_out(io.BytesIO(text.encode()), a_source())) == 1


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"values": [1, -2]}, id="negative"),
        pytest.param({"values": [1, 10**400]}, id="beyond any number"),
        pytest.param({"from": 1_700_000_000_000}, id="milliseconds"),
        pytest.param({"from": "noon"}, id="a time as text"),
        pytest.param({"step": 0}, id="no step"),
        pytest.param({"step": 1 << 62}, id="a step without end"),
    ],
)
def test_a_series_that_cannot_be_is_refused(read, fields: dict[str, object]) -> None:
    with pytest.raises(InputError):
        read(READER, an_answer(a_series("bgp", [1, 2]) | fields))
