"""Clock times: what the words around them say of precision and zone, and what only looks like one."""

import datetime as dt
import time

import pytest

from temoin.claims.times.clocks import find_clocks


def only(text):
    (found,) = find_clocks(text)
    return found


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        pytest.param("à 10h30", 10, 30, id="French, closed up"),
        pytest.param("à 10 h 30", 10, 30, id="French, spaced"),
        pytest.param("vers 17\u202fheures", 17, None, id="hour in full, narrow space"),
        pytest.param("at 5 p.m.", 17, None, id="afternoon"),
        pytest.param("at 10.30 p.m.", 22, 30, id="afternoon with a point"),
        pytest.param("at 12 a.m.", 0, None, id="midnight"),
        pytest.param("at 12 p.m.", 12, None, id="noon"),
        pytest.param("2022-01-05T10:30:15Z", 10, 30, id="ISO with seconds"),
        pytest.param("8h GMT", 8, None, id="a zone alone makes it a clock"),
    ],
)
def test_hours_are_counted_on_twenty_four(text, hour, minute):
    found = only(text)
    assert (found.hour, found.minute) == (hour, minute)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("après 17 heures de coupure", id="hours of something"),
        pytest.param("8h", id="hours without a word before"),
        pytest.param("la coupure a duré 3h15", id="how long it lasted"),
        pytest.param("pendant 3 h 15", id="during"),
        pytest.param("à 24h", id="no such hour"),
        pytest.param("at 13 p.m. UTC", id="no such afternoon"),
        pytest.param("le ratio est 3:20", id="ratio"),
        pytest.param("10:75", id="no such minute"),
    ],
)
def test_what_only_looks_like_a_clock_time_is_left(text):
    assert find_clocks(text) == []


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        pytest.param("à 10h30", "at", id="at"),
        pytest.param("aux alentours de 10h30", "about", id="about"),
        pytest.param("peu après 10h30", "shortly after", id="shortly after is not after"),
        pytest.param("just before 10:30", "shortly before", id="shortly before is not before"),
        pytest.param("après 10h30", "after", id="after"),
        pytest.param("by 10:30", "before", id="before"),
    ],
)
def test_the_word_before_says_how_precisely(text, mode):
    assert only(text).mode == mode


@pytest.mark.parametrize(
    ("text", "said", "hours", "city"),
    [
        pytest.param("10:30 UTC", "utc", 0, None, id="UTC"),
        pytest.param("à 16h30 (UTC+5:30)", "utc", 5.5, None, id="half-hour offset"),
        pytest.param("à 7h30 UTC−3", "utc", -3, None, id="west, with a true minus"),
        pytest.param("vers 16h45 (heure locale)", "local", 0, None, id="local"),
        pytest.param("à 16h45, heure d’Almaty", "named", 0, "Almaty", id="city in French"),
        pytest.param("at 16:45 Almaty time", "named", 0, "Almaty", id="city in English"),
        pytest.param("10:00 EST", "unknown", 0, None, id="letters that several zones share"),
        pytest.param("at 10:00 NATO said", "none", 0, None, id="letters that are no zone"),
    ],
)
def test_the_words_after_say_which_zone(text, said, hours, city):
    found = only(text)
    assert (found.zone_said, found.shift, found.city) == (said, dt.timedelta(hours=hours), city)


def test_the_zone_belongs_to_the_span():
    text = "Vers 16h45 (heure locale), tout tombe."
    found = only(text)
    assert text[found.start : found.end] == "16h45 (heure locale)"


def test_between_two_clocks_the_zone_of_the_second_holds_for_both():
    found = only("entre 10h30 et 11h00, heure d’Almaty")
    assert (found.mode, found.zone_said, found.city) == ("range", "named", "Almaty")
    assert found.until is not None
    assert (found.until.hour, found.until.minute) == (11, 0)


def test_two_clocks_without_between_are_two():
    assert [clock.until for clock in find_clocks("à 10h30 et à 11h00")] == [None, None]


@pytest.mark.parametrize("piece", ["10h30 ", "10:30 ", "de 10h a ", "soir ", "le soir et ", "a minuit ", "10h UTC "])
def test_time_is_linear_in_the_text(piece):
    started = time.process_time()
    find_clocks(piece * (100_000 // len(piece)))
    assert time.process_time() - started < 4


@pytest.mark.parametrize(
    ("text", "hour", "until"),
    [
        pytest.param("de 14h à 16h", 14, 16, id="from, to"),
        pytest.param("entre 14h30 et 16h00", 14, 16, id="between, and"),
        pytest.param("from 2 p.m. to 4 p.m.", 14, 16, id="English"),
    ],
)
def test_two_hours_joined_are_one_span(text, hour, until):
    found = only(text)
    assert (found.mode, found.hour, found.until.hour) == ("range", hour, until)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        pytest.param("à midi", 12, id="noon"),
        pytest.param("à minuit", 24, id="midnight may end the day"),
        pytest.param("peu après minuit", 0, id="after midnight it has begun"),
        pytest.param("à huit heures du soir", 20, id="in words, in the evening"),
        pytest.param("à 9 heures du matin", 9, id="in the morning"),
        pytest.param("mercredi soir vers 7 heures", 19, id="the evening tells which seven"),
    ],
)
def test_hours_in_words_are_hours(text, hour):
    assert only(text).hour == hour


@pytest.mark.parametrize(
    ("text", "times"),
    [
        pytest.param("cut off (1742 GMT)", [(17, 42)], id="afternoon"),
        pytest.param("from 0815 UTC on", [(8, 15)], id="morning"),
        pytest.param("in 1742, UTC had no name", [], id="year"),
        pytest.param("2575 GMT", [], id="no such hour"),
    ],
)
def test_four_digits_before_a_universal_zone_are_a_clock(text, times):
    assert [(clock.hour, clock.minute) for clock in find_clocks(text)] == times
