"""The dashboard export: place from the name, scale, missing cells, errors that name line and column."""

import pytest

from temoin.errors import InputError
from temoin.evidence.reader import Head
from temoin.outages.readers import READERS
from temoin.outages.readers.ioda_csv import READER

HEADER = '"Time (UTC)","Google (Search)","BGP (#Visible /24s)","Unheard Of"\n'
TWO_ROWS = HEADER + '"2024-03-04 00:00:00",20.5,,7\n"2024-03-04 00:30:00",100,100,100'


def test_each_column_is_a_signal_and_an_empty_cell_is_not_measured(read, a_source) -> None:
    frame = read(READER, TWO_ROWS, a_source(place="IR"))
    assert frame["signal"].to_list() == ["search", "search", "bgp", "bgp", "Unheard Of", "Unheard Of"]
    assert frame["value"].to_list() == [20.5, 100, None, 100, 7, 100]
    assert frame["row"].to_list() == [1, 2, 1, 2, 1, 2]
    assert frame["time"].dt.to_string("iso:strict")[0] == "2024-03-04T00:00:00.000000+00:00"


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("ioda-iran-26-01-01-normalized.csv", id="short country name"),
        pytest.param("ioda-iran-(islamic-republic-of)-26-01-01-00-00-normalized.csv", id="long name with an hour"),
        pytest.param("ioda-iran-26-01-01-normalized (1).csv", id="downloaded twice"),
    ],
)
def test_the_file_name_says_the_place(read, a_source, name: str) -> None:
    assert read(READER, TWO_ROWS, a_source(name))["place"].unique().to_list() == ["IR"]


def test_a_name_that_says_no_place_asks_for_one(read, a_source) -> None:
    with pytest.raises(InputError, match="--place IR"):
        read(READER, TWO_ROWS, a_source("download.csv"))


@pytest.mark.parametrize(
    ("name", "text", "scale"),
    [
        pytest.param(
            "ioda-x-26-01-01-normalized.csv", HEADER + '"2024-03-04 00:00:00",1,2,3', "window-maximum", id="name"
        ),
        pytest.param("ioda.csv", TWO_ROWS, "window-maximum", id="every maximum is 100"),
        pytest.param("ioda.csv", HEADER + '"2024-03-04 00:00:00",1,2,3', "absolute", id="neither"),
    ],
)
def test_the_scale_is_known_from_the_name_or_the_maxima(read, a_source, name: str, text: str, scale: str) -> None:
    assert read(READER, text, a_source(name, place="IR"))["scale"].unique().to_list() == [scale]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param('"04/03/2024",1,2,3', 'line 2, column "Time (UTC)"', id="a time of another shape"),
        pytest.param('"2024-03-04 00:00:00",1,x,3', 'line 2, column "BGP (#Visible /24s)"', id="a word"),
        pytest.param('"2024-03-04 00:00:00",-1,2,3', 'line 2, column "Google (Search)"', id="a negative value"),
        pytest.param('"2024-03-04 00:00:00",1', "expected 4 cells, got 2", id="a line cut short"),
        pytest.param('"2024-03-04 00:00:00",1,2,3\n"2024-03-04 00:00:00",1,2,4', "the same time as line 2", id="twice"),
    ],
)
def test_an_error_names_the_line_and_the_column(read, a_source, row: str, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        read(READER, HEADER + row, a_source(place="IR"))
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param('"Time (UTC)"\n', id="no signal"),
        pytest.param('"Time (UTC)",gtr,Google (Search)\n', id="a signal twice"),
    ],
)
def test_a_header_that_is_not_one_is_refused(read, a_source, text: str) -> None:
    with pytest.raises(InputError, match="line 1"):
        read(READER, text, a_source(place="IR"))


def test_only_this_reader_knows_the_header() -> None:
    head = Head(TWO_ROWS.encode(), "x.csv", len(TWO_ROWS))
    assert [reader.kind for reader in READERS if reader.recognises(head)] == ["ioda-csv"]


def test_a_line_said_twice_counts_once(read, a_source) -> None:
    row = '"2024-03-04 00:00:00",1,2,3\n'
    assert read(READER, HEADER + row + row, a_source(place="IR")).height == 3


def test_a_column_that_only_rises_is_a_running_total(read, a_source) -> None:
    rows = "".join(f'"2024-03-{1 + at // 24:02d} {at % 24:02d}:00:00",{at},5,5\n' for at in range(72))
    with pytest.raises(InputError, match='column "Google \\(Search\\)": a running total'):
        read(READER, HEADER + rows, a_source(place="IR"))
