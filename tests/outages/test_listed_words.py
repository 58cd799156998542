"""The words of the comparison: gaps, days, moments, in both languages."""

import datetime as dt
import string

import pytest

from temoin.outages import listed_words
from temoin.outages.listed_words import dated, gap, joined, quoted, whole
from temoin.outages.readers.listing import day_of
from temoin.words import Words

from .measure.a_report import at, listed


@pytest.mark.parametrize(
    ("length", "french", "english"),
    [
        pytest.param(dt.timedelta(minutes=-20), "20\u00a0min", "20\u00a0min", id="minutes"),
        pytest.param(dt.timedelta(hours=2.5), "2,5\u00a0h", "2.5\u00a0h", id="hours"),
        pytest.param(dt.timedelta(days=-3), "3\u00a0jours", "3\u00a0days", id="days"),
    ],
)
def test_a_gap_is_said_in_the_unit_it_deserves(length: dt.timedelta, french: str, english: str) -> None:
    assert (gap(length).fr, gap(length).en) == (french, english)


def test_a_day_of_many_zones_and_a_stretch_are_said_as_they_are() -> None:
    low, high = day_of("2031-03-05", "RU", None)
    assert dated(listed(1, low, began_latest=high, place="RU"), "began").en == "5 March 2031 (local day)"
    stretch = dated(listed(1, at(5, 1), began_latest=at(5, 9)), "began").fr
    assert stretch == "5 mars 2031, entre 1\u00a0h\u00a000 et 9\u00a0h\u00a000 (UTC)"
    assert dated(listed(1, at(5), began_latest=at(7)), "began").en.startswith("between 5 March 2031, 00:00 (UTC) and")


def test_what_goes_on_and_what_has_ended_are_said() -> None:
    assert whole(listed(1, at(5), status="ongoing")).en.endswith("said to be ongoing")
    assert "and ended on 6 March 2031" in whole(listed(1, at(5), at(6))).en


def test_nothing_is_quoted_where_nothing_is_said() -> None:
    assert joined(quoted(listed(1, at(5), cause=None, ordered_by=None))).en == ""


def test_both_languages_take_the_same_values() -> None:
    for name, words in vars(listed_words).items():
        if isinstance(words, Words) and name.isupper():
            fields = [{part for _, part, _, _ in string.Formatter().parse(text)} for text in (words.fr, words.en)]
            assert fields[0] == fields[1], name
