"""Dates that name their month in another script."""

import pytest

from temoin.documents.dates import find_dates
from temoin.documents.other_scripts import find_in_other_scripts


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        pytest.param("5 января 2031 года", 2031, 1, 5, id="Russian"),
        pytest.param("в августе 2031", 2031, 8, None, id="Russian, no day"),
        pytest.param("10 يناير 2031", 2031, 1, 10, id="Arabic, Egypt"),
        pytest.param("10 شتنبر 2031", 2031, 9, 10, id="Arabic, Morocco"),
        pytest.param("10 كانون الثاني 2031", 2031, 1, 10, id="Arabic, Levant"),
        pytest.param("2031年8月", 2031, 8, None, id="Chinese month"),
        pytest.param("2031 年 8 月 15 日", 2031, 8, 15, id="Chinese day, spaced"),
    ],
)
def test_a_date_that_names_its_month_is_read(text, year, month, day):
    (found,) = find_in_other_scripts(text)
    assert (found.year, found.month, found.day) == (year, month, day)


@pytest.mark.parametrize(
    "text", ["январь", "2031年13月", "1445/05/12 هـ", "40 января", "May 2031"], ids=lambda text: text
)
def test_a_month_alone_and_what_no_calendar_has_are_left(text):
    assert [one for one in find_in_other_scripts(text) if one.day or one.year] == []


def test_a_year_of_the_hijra_is_never_taken_for_one_of_ours():
    assert find_dates("10 رمضان 1445", language="ar") == []


def test_such_dates_stand_among_the_others():
    found = find_dates("Le 5 mai 2031, 2031年8月, puis le 9 mai 2031", language="fr")
    assert [mention.value.text for mention in found] == ["2031-05-05", "2031-08", "2031-05-09"]
