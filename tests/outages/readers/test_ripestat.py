"""RIPEstat's counts: three signals of reach, means that are fractions, days that are missing."""

import json

import pytest

from temoin.errors import InputError
from temoin.outages.readers.ripestat import READER


def an_answer(*stats: dict[str, object], **data: object) -> str:
    return json.dumps({"messages": [["error", "no such country"]], "data": {"stats": list(stats)} | data})


def a_day(day: str, **counts: object) -> dict[str, object]:
    return {"stats_date": f"{day}T00:00:00"} | counts


def test_each_count_is_a_signal_and_a_missing_day_stays_missing(read) -> None:
    text = an_answer(
        a_day("2024-03-04", asns_ris=5, v4_prefixes_ris=9.5, v6_prefixes_ris=None),
        a_day("2024-03-06", asns_ris=4, v4_prefixes_ris=8, v6_prefixes_ris=2),
        resource="kz",
    )
    frame = read(READER, text)
    assert frame["signal"].unique(maintain_order=True).to_list() == ["asns", "prefixes_v4", "prefixes_v6"]
    assert frame["value"].to_list() == [5, 4, 9.5, 8, None, 2]
    assert frame["row"].to_list() == [1, 2] * 3
    assert frame["place"].unique().to_list() == ["KZ"]


def test_an_answer_that_does_not_say_its_country_asks_for_it(read, a_source) -> None:
    with pytest.raises(InputError, match="--place KZ"):
        read(READER, an_answer(a_day("2024-03-04", asns_ris=5)))
    assert read(READER, an_answer(a_day("2024-03-04", asns_ris=5)), a_source(place="VE"))["place"][0] == "VE"


def test_a_country_that_grows_for_months_is_no_running_total(read) -> None:
    days = [a_day(f"2024-{month:02d}-{day:02d}", asns_ris=30 * month + day) for month in (1, 3) for day in range(1, 32)]
    assert read(READER, an_answer(*days, resource="kz")).height == 62


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(an_answer(resource="kz"), "no count in the answer: no such country", id="no entry"),
        pytest.param(an_answer(a_day("2024-03-04", asns_stats=3), resource="kz"), "no count", id="registry only"),
        pytest.param(
            an_answer(a_day("2024-03-04", asns_ris=-3), resource="kz"), 'value 1, field "asns_ris"', id="negative"
        ),
        pytest.param(an_answer({"asns_ris": 3}, resource="kz"), "ISO time", id="no day"),
    ],
)
def test_another_shape_is_refused(read, text: str, expected: str) -> None:
    with pytest.raises(InputError, match=expected):
        read(READER, text)


def test_the_documented_shape_is_read(a_source, shared) -> None:
    with shared("data/outages/api_shapes/ripestat_country_resource_stats.json").open("rb") as stream:
        (batch,) = READER.read(stream, a_source(place="VE"))
    assert batch.filter(batch["signal"] == "prefixes_v4")["value"].to_list() == [9419, 9406.5]
