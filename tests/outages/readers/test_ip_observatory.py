"""The regional CSV: a local clock written as if it were UTC, read on the clocks of its country that day."""

import io

import pytest

from temoin.errors import InputError
from temoin.outages.readers.ip_observatory import READER, left_out

HEADER = "iso,id_1,name_1,id_2,name_2,time_e,time_e_str,lat,lon,connectivity\n"


def a_line(
    iso: str = "IRN", names: str = "1,Haut,1,Amont", time: str = "1573430400,11-Nov-2019 00:00:00", value: str = "90"
) -> str:
    return f"{iso},{names},{time},38.4,48.3,{value}\n"


def test_midnight_in_iran_in_november_2019_is_half_past_eight_in_utc(read, a_source) -> None:
    text = HEADER + a_line()
    frame = read(READER, text)
    assert frame["time"].dt.to_string("%F %R").to_list() == ["2019-11-10 20:30"]
    assert frame.select("place", "signal", "scale", "value").row(0) == ("IR/Haut/Amont", "connectivity", "absolute", 90)
    assert "(Asia/Tehran)" in left_out(io.BytesIO(text.encode()), a_source())[0].en


def test_a_zone_that_is_given_stands_before_that_of_the_country(read, a_source) -> None:
    assert read(READER, HEADER + a_line(), a_source(zone="UTC"))["time"].dt.to_string("%R").to_list() == ["00:00"]


def test_a_country_of_several_clocks_is_asked_about_unless_its_region_is_known(read) -> None:
    with pytest.raises(InputError, match="--zone"):
        read(READER, HEADER + a_line("RUS", "1,Nowhere,1,Amont"))


def test_a_region_without_counties_is_a_place(read) -> None:
    assert read(READER, HEADER + a_line(names="1,Haut,,"))["place"].to_list() == ["IR/Haut"]


def test_a_name_with_a_slash_is_one_place_and_said_so(read, a_source) -> None:
    text = HEADER + a_line(names="1,Haut,1,Amont-le-Vieux/Aval")
    assert read(READER, text)["place"].to_list() == ["IR/Haut/Amont-le-Vieux – Aval"]
    told = left_out(io.BytesIO(text.encode()), a_source())
    assert [words.en for words in told][1:] == ['names with a slash read as one place: "Amont-le-Vieux – Aval"']


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param(a_line(time="1573430400,11-Nov-2019 03:30:00"), 'line 2, column "time_e"', id="clocks disagree"),
        pytest.param(a_line(time="noon,"), 'line 2, column "time_e"', id="no clock"),
        pytest.param(a_line(iso="QQX"), 'line 2, column "iso"', id="no country"),
        pytest.param(a_line(names="1,,1,Amont"), 'line 2, column "name_1"', id="no region"),
        pytest.param(a_line(value="101"), "percentage from 0 to 100", id="over a hundred"),
        pytest.param(a_line(value="-1"), 'line 2, column "connectivity"', id="negative"),
        pytest.param(a_line() + a_line(value="1"), "lines 2, 3", id="two values at one time"),
        pytest.param(
            a_line("FRA", time="1572143400,27-Oct-2019 02:30:00"),
            "showed this time twice",
            id="an hour that France lived twice",
        ),
    ],
)
def test_an_error_names_the_line(read, line: str, expected: str) -> None:
    with pytest.raises(InputError, match=expected):
        read(READER, HEADER + line)


def test_what_is_not_measured_is_not_zero(read) -> None:
    assert read(READER, HEADER + a_line(value=""))["value"].to_list() == [None]


def test_the_real_file_agrees_with_its_summary_in_utc(a_source, shared) -> None:
    with shared("data/outages/ip_observatory/irn-2019-11-11_gif.csv").open("rb") as stream:
        (batch,) = READER.read(stream, a_source())
    assert batch.height == 16_279
    assert batch["place"].n_unique() == 73
    first = batch.filter(batch["time"] == batch["time"].min())
    assert first["time"].dt.to_string("%F %R")[0] == "2019-11-10 20:30"
    assert first["value"].mean() == pytest.approx(96.99, abs=0.01)
