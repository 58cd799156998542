import pytest

from temoin.claims.figures.numbers import Habits, find_numbers


def readings(text, *, language="fr", decimal=None):
    return [number.readings for number in find_numbers(text, Habits(text, language=language, decimal=decimal))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("4 728 heures", "4728", id="plain space"),
        pytest.param("4\u00a0728 heures", "4728", id="no-break space"),
        pytest.param("4\u202f728 heures", "4728", id="narrow no-break space"),
        pytest.param("4\u2009728 heures", "4728", id="thin space"),
        pytest.param("45 150 000,50 euros", "45150000.50", id="spaces and decimal comma"),
        pytest.param("1.500.000 euros", "1500000", id="points"),
        pytest.param("$1,866.3M", "1866.3", id="comma and point"),
        pytest.param("1.866,3", "1866.3", id="point and comma"),
        pytest.param("1, 1 million", "1.1", id="stray space before a magnitude"),
        pytest.param("1'200 francs", "1200", id="apostrophe"),
        pytest.param("0,345", "0.345", id="a leading zero is no group"),
    ],
)
def test_every_habit_of_thousands_and_decimals_is_read(text, expected):
    assert readings(text) == [(expected,)]


def test_a_lone_separator_with_three_digits_keeps_both_readings():
    assert readings("coûte 1,560 ici") == [("1.560", "1560")]


def test_a_line_that_shows_its_habit_settles_it_against_the_rest_of_the_text():
    text = "8,05 milliards\nNet 1,560 $1,866.3M 12.5M\n"
    assert readings(text)[1] == ("1560",)


def test_the_whole_text_settles_it_where_the_line_is_silent():
    assert readings("1,34 million ici\n242.000 abonnés")[1] == ("242000",)


def test_habits_that_contradict_one_another_settle_nothing():
    assert readings("1,5 ici\n2.5 ailleurs\n1,560 là")[2] == ("1.560", "1560")


def test_english_text_writes_no_decimal_comma():
    assert readings("1,560 hours", language="en") == [("1560",)]


def test_what_a_person_said_of_the_source_rules():
    assert readings("2.5 and 1,560", language="en", decimal=",")[1] == ("1.560",)


@pytest.mark.parametrize("text", ["10:30", "v1.2.3", "G20", "Top10"])
def test_clock_times_versions_and_names_are_no_numbers(text):
    assert readings(text) == []
