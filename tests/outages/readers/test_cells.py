"""Cells as columns: decoded, named, complete; times and numbers that are asked about rather than guessed."""

import polars as pl
import pytest

from temoin.errors import InputError
from temoin.outages.readers.cells import cells_of, numbers_of, require_columns, times_of
from temoin.words import typeset


def a_column(*cells: str) -> pl.DataFrame:
    return pl.DataFrame({"line": range(2, 2 + len(cells)), "cell": cells}, schema={"line": pl.Int64, "cell": pl.String})


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        pytest.param(b"a,b\n 1 ,2\n", [(2, "1", "2")], id="trimmed"),
        pytest.param(b"a,b\n\n1,2\n ,\n3,4", [(3, "1", "2"), (5, "3", "4")], id="blank lines count"),
        pytest.param(b"a,b\r\n1,\r\n", [(2, "1", "")], id="an empty cell at the end of a line"),
        pytest.param(b'a,b\n"1,5",2\n', [(2, "1,5", "2")], id="a separator between quotes"),
        pytest.param(b"a,b", [], id="a header alone"),
    ],
)
def test_cells_stand_on_their_lines(a_source, data: bytes, rows: list[tuple[object, ...]]) -> None:
    assert cells_of(data, a_source()).rows() == rows


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"a,b\n1,2\n3", "line 3: expected 2 cells, got fewer", id="cut short"),
        pytest.param(b'a,b\n"1",2\n\n"3"', "line 4: expected 2 cells, got fewer", id="cut short between quotes"),
        pytest.param(b"a,b\n1,2,3\n", "as many cells as columns", id="too many"),
        pytest.param(b"a,A\n1,2\n", "each column to be named once", id="a name twice"),
        pytest.param(b'a,b\n"1,2\n', "expected 2 cells|as many cells", id="a quote left open"),
    ],
)
def test_a_file_of_another_shape_is_refused(a_source, data: bytes, expected: str) -> None:
    with pytest.raises(InputError, match=expected):
        cells_of(data, a_source())


def test_a_missing_column_is_named_with_the_header_to_write(a_source) -> None:
    with pytest.raises(InputError, match="missing columns: b; write the header a,b"):
        require_columns(a_column("x"), ("cell", "b"), a_source(), "a,b")


@pytest.mark.parametrize(
    ("cell", "utc"),
    [
        ("2024-03-04", "2024-03-03 23:00"),
        ("2024-03-04 10:30", "2024-03-04 09:30"),
        ("2024-03-04T10:30:15.250", "2024-03-04 09:30"),
        ("2024-03-04T10:30Z", "2024-03-04 10:30"),
        ("2024-03-04T10:30:00+06:00", "2024-03-04 04:30"),
    ],
)
def test_each_iso_spelling_is_read_and_a_bare_one_in_the_zone_given(a_source, cell: str, utc: str) -> None:
    times = times_of(a_column(cell), "cell", a_source(), "Europe/Paris")
    assert times.dt.to_string("%F %R").to_list() == [utc]


def test_fractions_of_a_second_are_kept(a_source) -> None:
    times = times_of(a_column("2024-03-04T10:30:15.25Z"), "cell", a_source())
    assert times.dt.microsecond().to_list() == [250_000]


@pytest.mark.parametrize(
    ("cell", "zone", "expected"),
    [
        pytest.param("2024-03-04 10:30", None, "--zone UTC", id="no zone"),
        pytest.param("04/03/2024 10:30", "UTC", r"--dates dmy \| --dates mdy", id="an order of days that is not said"),
        pytest.param("2024-03-04 25:00", "UTC", "expected an ISO time", id="no such hour"),
        pytest.param("2024-02-30T10:30Z", "UTC", "expected an ISO time", id="no such day"),
        pytest.param(
            "2024-10-27 02:30", "Europe/Paris", r"showed this time twice.*\+02:00 \|", id="an hour lived twice"
        ),
        pytest.param(
            "2024-03-31 02:30", "Europe/Paris", "never showed this time: they went forward", id="an hour never lived"
        ),
    ],
)
def test_a_time_that_is_not_sure_is_refused_with_its_line(a_source, cell: str, zone: str | None, expected: str) -> None:
    with pytest.raises(InputError, match=f'line 3, column "cell".*{expected}'):
        times_of(a_column("2024-03-04T00:00Z", cell), "cell", a_source(), zone)


def test_numbers_of_both_decimals_are_read_as_told(a_source) -> None:
    assert numbers_of(a_column("1.5", "", "NaN"), "cell", a_source()).to_list() == [1.5, None, None]
    assert numbers_of(a_column("1,5", "NA"), "cell", a_source(decimal=",")).to_list() == [1.5, None]


def test_an_error_about_a_cell_reads_well_in_french(a_source) -> None:
    with pytest.raises(InputError) as caught:
        times_of(a_column("2024-03-04 10:30"), "cell", a_source("mars.csv"))
    expected = (
        "mars.csv, ligne 2, colonne « cell » : 2024-03-04 10:30 : heure sans fuseau ; --zone UTC | --zone Asia/Almaty"
    )
    assert caught.value.in_("fr") == typeset(expected)


@pytest.mark.parametrize(
    ("places", "proposed"),
    [
        pytest.param(["FR"], "Europe/Paris", id="a country"),
        pytest.param(["RU/Sakhalin"], "Asia/Sakhalin", id="a region of several zones"),
        pytest.param(["FR", "TG"], "Asia/Almaty", id="places that keep different times"),
        pytest.param(["Atlasie"], "Asia/Almaty", id="a place of no known zone"),
    ],
)
def test_the_zone_proposed_is_that_of_the_file_s_own_place(a_source, places: list[str], proposed: str) -> None:
    frame = pl.DataFrame({"cell": "2024-03-04 10:30", "place": places, "line": range(2, 2 + len(places))})
    with pytest.raises(InputError, match=rf"--zone UTC \| --zone {proposed}$"):
        times_of(frame, "cell", a_source())
