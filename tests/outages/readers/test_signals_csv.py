"""The plain CSV: any order, zones and decimals asked for, contradictions named."""

import io

import pytest

from temoin.errors import InputError, UnknownKindError
from temoin.evidence.reader import Head, choose_reader
from temoin.outages.readers import READERS
from temoin.outages.readers.signals_csv import READER, left_out


def test_columns_stand_in_any_order_and_others_are_left_aside(read) -> None:
    frame = read(
        READER,
        "value,place,note,time,signal\n1.5,Atlasie,x,2024-03-04T00:00Z,probing\n,Atlasie,,2024-03-04T01:00+01:00,bgp",
    )
    assert frame["signal"].to_list() == ["active_probing", "bgp"]
    assert frame["value"].to_list() == [1.5, None]
    assert frame["time"].dt.epoch("s").to_list() == [1709510400, 1709510400]
    assert frame["row"].to_list() == [1, 2]


def test_a_time_without_a_zone_is_asked_about_then_read_in_that_zone(read, a_source) -> None:
    text = "time,place,signal,value\n2022-01-05 16:30,KZ,bgp,1"
    with pytest.raises(InputError, match=r'line 2, column "time".*--zone'):
        read(READER, text)
    frame = read(READER, text, a_source(zone="Asia/Almaty"))
    assert frame["time"].dt.to_string("%H:%M")[0] == "10:30"


@pytest.mark.parametrize(
    "cells",
    [["97,5"], ["1,234", "0,5"], ["0,125"], ["1234,567"], ["8", "", "97,5"]],
    ids=["tenths", "one that settles it", "below one", "no thousands so long", "beside whole numbers"],
)
def test_between_semicolons_a_comma_that_cannot_part_thousands_is_decimal(read, cells: list[str]) -> None:
    lines = [f"2022-01-05T{10 + at}:30Z;KZ;bgp;{cell}" for at, cell in enumerate(cells)]
    frame = read(READER, "\n".join(["time;place;signal;value", *lines]))
    assert frame["value"].to_list() == [float(cell.replace(",", ".")) if cell else None for cell in cells]


def test_a_comma_that_may_part_thousands_is_asked_about_then_read(read, a_source) -> None:
    text = "time;place;signal;value\n2022-01-05T10:30Z;KZ;bgp;97,500"
    with pytest.raises(InputError, match=r'line 2, column "value".*--decimal ,'):
        read(READER, text)
    assert read(READER, text, a_source(decimal=","))["value"].to_list() == [97.5]


def test_a_point_is_refused_once_the_comma_is_the_decimal_sign(read, a_source) -> None:
    with pytest.raises(InputError, match=r"--decimal \."):
        read(READER, "time;place;signal;value\n2022-01-05T10:30Z;KZ;bgp;1.234", a_source(decimal=","))


@pytest.mark.parametrize("cell", ["-1", "inf", "many", "1e400"])
def test_what_is_no_measure_is_refused(read, cell: str) -> None:
    with pytest.raises(InputError, match='line 3, column "value"'):
        read(READER, f"time,place,signal,value\n2022-01-05T10:30Z,KZ,bgp,1\n2022-01-05T11:30Z,KZ,bgp,{cell}")


@pytest.mark.parametrize("cell", ["", "NA", "NaN", "null"])
def test_what_is_not_measured_is_not_zero(read, cell: str) -> None:
    frame = read(READER, f"time,place,signal,value\n2022-01-05T10:30Z,KZ,bgp,{cell}")
    assert frame["value"].to_list() == [None]


def test_two_values_at_one_time_are_refused_with_both_lines(read) -> None:
    with pytest.raises(InputError, match=r"line 4.*lines 2, 4"):
        read(
            READER,
            "time,place,signal,value\n2022-01-05T10:30Z,KZ,bgp,1\n2022-01-05T11:30Z,KZ,bgp,1\n2022-01-05T10:30Z,KZ,bgp,2",
        )


def test_a_line_said_twice_counts_once(read) -> None:
    row = "2022-01-05T10:30Z,KZ,bgp,1"
    assert len(read(READER, f"time,place,signal,value\n{row}\n{row}\n")) == 1


def test_an_empty_place_is_refused_and_a_given_one_fills_it(read, a_source) -> None:
    text = "time,place,signal,value\n2022-01-05T10:30Z,,bgp,1"
    with pytest.raises(InputError, match='line 2, column "place"'):
        read(READER, text)
    assert read(READER, text, a_source(place="KZ"))["place"].to_list() == ["KZ"]


def test_line_numbers_count_blank_lines(read) -> None:
    with pytest.raises(InputError, match="line 4"):
        read(READER, "time,place,signal,value\n2022-01-05T10:30Z,KZ,bgp,1\n\n2022-01-05T11:30Z,KZ,bgp,x\n")


@pytest.mark.parametrize("end", ["", "\n", "\r\n"], ids=["no newline", "newline", "carriage return"])
def test_a_file_without_a_row_is_an_empty_table(read, end: str) -> None:
    assert read(READER, f"time,place,signal,value{end}").is_empty()


def test_lines_that_end_as_on_windows_are_read(read) -> None:
    assert read(READER, "time;place;signal;value\r\n2022-01-05T10:30Z;KZ;bgp;5\r\n")["value"].to_list() == [5]


def test_too_many_cells_are_refused(read) -> None:
    with pytest.raises(InputError, match="as many cells as columns"):
        read(READER, "time,place,signal,value\n2022-01-05T10:30Z,KZ,bgp,5,9\n")


def test_a_missing_column_is_named(read) -> None:
    with pytest.raises(InputError, match="missing columns: signal"):
        read(READER, "time,place,value\n2022-01-05T10:30Z,KZ,1")


def test_bytes_of_another_encoding_ask_for_it(a_source) -> None:
    with pytest.raises(InputError, match="--encoding"):
        list(READER.read(io.BytesIO("time,place,signal,value\n2022,é,x,1".encode("cp1252")), a_source()))


@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["comma", "semicolon", "tab"])
def test_only_this_reader_knows_the_header(separator: str) -> None:
    data = separator.join(("signal", "Time", '"value"', "place")).encode() + b"\r\n"
    assert [reader.kind for reader in READERS if reader.recognises(Head(data, "x.csv", len(data)))] == ["signals-csv"]


def test_a_place_said_in_the_file_stands_before_one_said_for_a_silent_file(read, a_source) -> None:
    text = "time,place,signal,value\n2024-03-01T00:00Z,XA,bgp,1\n2024-03-01T00:00Z,XB,bgp,2\n"
    assert read(READER, text, a_source(place="KZ"))["place"].to_list() == ["XA", "XB"]


@pytest.mark.parametrize(
    ("cell", "remedy"),
    [
        pytest.param('"1,5"', "--decimal , if", id="perhaps a decimal comma"),
        pytest.param('"1,234.5"', "without thousands", id="commas between thousands"),
        pytest.param("1 234", "without thousands", id="spaces between thousands"),
        pytest.param("x", "leave the cell empty", id="no number"),
    ],
)
def test_the_remedy_fits_what_was_met(read, cell: str, remedy: str) -> None:
    with pytest.raises(InputError, match=remedy):
        read(READER, f"time,place,signal,value\n2024-03-01T00:00Z,XA,bgp,{cell}\n")


def test_one_time_far_from_all_others_is_named_rather_than_silence_the_series(read) -> None:
    lines = [f"2024-03-01T{hour:02d}:00Z,XA,bgp,1" for hour in range(24)]
    lines.insert(7, "2094-03-01T00:00Z,XA,bgp,1")
    with pytest.raises(InputError, match=r'line 9, column "time": 2094-03-01T00:00:00Z is far'):
        read(READER, "time,place,signal,value\n" + "\n".join(lines))


def test_a_unit_that_changes_within_a_series_is_refused(read) -> None:
    header = "time,place,signal,value,unit\n"
    lines = "2024-03-01T00:00Z,XA,bgp,5,Gbps\n2024-03-01T01:00Z,XA,bgp,6,\n2024-03-01T00:00Z,XB,bgp,9,Mbps\n"
    assert read(READER, header + lines).height == 3
    with pytest.raises(InputError, match='line 5, column "unit": the unit of XA, bgp changes: Gbps, then Mbps'):
        read(READER, header + lines + "2024-03-01T02:00Z,XA,bgp,5000,Mbps\n")


def test_a_file_cut_short_is_refused_at_its_last_line(read) -> None:
    with pytest.raises(InputError, match="line 3: expected 4 cells, got fewer"):
        read(READER, "time,place,signal,value\n2024-03-01T00:00Z,XA,bgp,5\n2024-03-01T01:00Z,XA")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("tg", "TG"),
        ("Tg", "TG"),
        ("as64496", "AS64496"),
        ("xa", "xa"),
        ("uk", "uk"),
        ("Togo", "Togo"),
        ("Atlasie", "Atlasie"),
    ],
)
def test_a_country_s_code_is_put_in_capitals_and_a_name_stays_a_name(read, written: str, kept: str) -> None:
    text = f"time,place,signal,value\n2024-03-01T00:00Z,{written},bgp,1\n"
    assert read(READER, text)["place"].to_list() == [kept]


def test_a_french_header_is_as_good_and_errors_name_its_columns(read, a_source) -> None:
    text = "heure;lieu;signal;valeur\n05/01/2022 16:30;tg;bgp;97,5\n"
    frame = read(READER, text, a_source(dates="dmy", zone="UTC"))
    assert frame.select("place", "value").row(0) == ("TG", 97.5)
    assert frame["time"].dt.to_string("%F %R")[0] == "2022-01-05 16:30"
    with pytest.raises(InputError, match=r'line 2, column "heure".*--dates dmy \| --dates mdy'):
        read(READER, text)
    with pytest.raises(InputError, match='line 2, column "valeur"'):
        read(READER, text.replace("97,5", "beaucoup"), a_source(dates="dmy", zone="UTC"))


def test_a_silent_file_takes_the_place_that_is_told_or_asks_for_it(read, a_source) -> None:
    text = "time,signal,value\n2024-03-01T00:00Z,bgp,1\n"
    assert read(READER, text, a_source(place="kz"))["place"].to_list() == ["KZ"]
    with pytest.raises(InputError, match="--place KZ"):
        read(READER, text)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_file_with_the_mark_of_its_encoding_needs_no_flag(encoding: str, a_source) -> None:
    data = "heure;lieu;signal;valeur\n2022-01-05T10:30Z;KZ;bgp;5\n".encode(encoding)
    assert choose_reader(READERS, Head(data, "x.csv", len(data))) is READER
    assert next(READER.read(io.BytesIO(data), a_source()))["value"].to_list() == [5]


@pytest.mark.parametrize("end", ["", "\n", "\r\n\r\n"], ids=["no newline", "newline", "blank lines"])
def test_a_header_alone_is_said_to_be_alone(a_source, end: str) -> None:
    told = left_out(io.BytesIO(f"time,place,signal,value{end}".encode()), a_source())
    assert [words.en for words in told] == ["no line under the header: nothing can be judged"]
    assert left_out(io.BytesIO(b"time,place,signal,value\n2024-03-01T00:00Z,KZ,bgp,1"), a_source()) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("time,place,value\n2024-03-01T00:00Z,KZ,1\n", "the column signal is missing", id="no signal"),
        pytest.param("time_utc,mean,low\n2024-03-01T00:00,1,\n", "name no known signal: mean, low", id="another shape"),
        pytest.param("", "the file is empty", id="no byte"),
        pytest.param("date,cn\n2024-03-01,120\n", "--as tor-users", id="one country of Tor"),
        pytest.param("date,country,users\n2024-03-01,cn,120\n", "--as tor-users", id="Tor without its bounds"),
    ],
)
def test_a_near_miss_says_what_was_found_and_what_is_expected(text: str, expected: str) -> None:
    with pytest.raises(UnknownKindError, match=expected) as caught:
        choose_reader(READERS, Head(text.encode(), "x.csv", len(text)))
    assert "ooni" not in caught.value.in_("en")


def test_utf_16_without_its_mark_is_told_by_the_flag_that_reads_it(a_source) -> None:
    data = "time,place,signal,value\n2024-03-01T00:00Z,KZ,bgp,1\n".encode("utf-16-le")
    with pytest.raises(UnknownKindError, match="--as signals-csv --encoding utf-16-le"):
        choose_reader(READERS, Head(data, "x.csv", len(data)))
    assert next(READER.read(io.BytesIO(data), a_source(encoding="utf-16-le"))).height == 1
