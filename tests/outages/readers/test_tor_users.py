"""Tor's users: a preamble, a world without a name, and codes that are no country."""

import io

import pytest

from temoin.errors import InputError
from temoin.outages.readers.tor_users import READER, left_out

NARROW = "#\n# The Tor Project\n#\ndate,country,users,lower,upper,frac\n"
WIDE = "date,??,a1,ad,ae,af,eu,kz,fr,all\n"


def test_codes_are_countries_and_a_blank_one_is_the_world(read) -> None:
    frame = read(READER, NARROW + "2024-03-04,kz,100,,,40\n2024-03-04,,900,800,1000,40\n")
    assert frame["place"].to_list() == ["KZ", "world"]
    assert frame["value"].to_list() == [100, 900]
    assert frame["row"].to_list() == [1, 2]
    assert frame["time"].dt.to_string("%F %R")[0] == "2024-03-04 00:00"


def test_what_is_no_country_is_left_out_aloud(read, a_source) -> None:
    text = WIDE + "2009-08-20,7,1,2,3,NA,4,5,6,28\n"
    assert sorted(read(READER, text)["place"]) == ["AD", "AE", "AF", "FR", "KZ"]
    assert [words.en for words in left_out(io.BytesIO(text.encode()), a_source())] == [
        "left out, being no country: ??, a1, eu, all"
    ]


@pytest.mark.parametrize("cell", ["NA", ""])
def test_a_count_that_is_missing_is_not_zero(read, cell: str) -> None:
    assert read(READER, NARROW + f"2024-03-04,kz,{cell},,,40\n")["value"].to_list() == [None]


def test_bridges_are_a_signal_of_their_own(read) -> None:
    text = "# URL: https://example.org/userstats-bridge-country.csv\n" + "date,country,users,frac\n2024-03-04,kz,9,4\n"
    assert read(READER, text)["signal"].to_list() == ["tor_bridge_users"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(NARROW + "04/03/2024,kz,1,,,\n", 'line 5, column "date"', id="a day of another shape"),
        pytest.param(NARROW + "2024-03-04,kz,many,,,\n", 'line 5, column "users"', id="a word"),
        pytest.param(NARROW + "2024-03-04,kz,-1,,,\n", 'line 5, column "users"', id="negative"),
        pytest.param(NARROW + "2024-03-04,kz,1,,,\n2024-03-04,kz,2,,,\n", "lines 5, 6", id="two counts a day"),
        pytest.param(NARROW + "2024-03-04,??,1,,,\n", "no country in the file", id="no country left"),
        pytest.param(NARROW + "2024-03-04,kz,1\n", "line 5: expected 6 cells", id="a line cut short"),
        pytest.param(WIDE + "2009-08-20,1,1,1,x,1,1,1,1,1\n", 'line 2, column "ae"', id="a word in a column"),
    ],
)
def test_an_error_names_the_line(read, text: str, expected: str) -> None:
    with pytest.raises(InputError, match=expected):
        read(READER, text)


def test_a_day_said_twice_counts_once(read) -> None:
    assert read(READER, NARROW + 2 * "2024-03-04,kz,1,,,\n").height == 1


def test_the_real_export_shows_china_in_september_2009(a_source, shared) -> None:
    with shared("data/outages/tor/direct-users_2009-08_2011-01.csv").open("rb") as stream:
        (batch,) = READER.read(stream, a_source())
    china = {str(row["time"].date()): row["value"] for row in batch.rows(named=True) if row["place"] == "CN"}
    assert (china["2009-09-21"], china["2009-09-28"], china["2009-10-04"]) == (3673, 125, 15)


def test_the_documented_shape_is_read(a_source, shared) -> None:
    with shared("data/outages/api_shapes/tor_userstats-relay-country.csv").open("rb") as stream:
        (batch,) = READER.read(stream, a_source())
    assert batch.select("place", "value").rows() == [("VE", 100), ("VE", 120)]
