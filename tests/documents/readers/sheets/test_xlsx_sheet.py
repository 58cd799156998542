import datetime as dt

from temoin.documents.readers.sheets.xlsx_sheet import column_number, from_serial, unescaped

EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001


def test_the_first_days_of_1900_are_those_that_excel_shows():
    assert from_serial(1.0, EPOCH).date() == dt.date(1900, 1, 1)
    assert from_serial(59.0, EPOCH).date() == dt.date(1900, 2, 28)
    assert from_serial(61.0, EPOCH).date() == dt.date(1900, 3, 1)


def test_a_number_that_is_no_day_stays_a_number():
    assert from_serial(-5.0, EPOCH) == -5.0
    assert from_serial(1e9, EPOCH) == 1e9


def test_half_a_character_is_none():
    assert unescaped("a_xD800_b") == "a\ufffdb"


def test_letters_are_numbers():
    assert [column_number(each) for each in ("A", "Z", "AA", "xfd")] == [1, 26, 27, 16_384]
