"""Dates are found where they stand, and an open one is never settled by a guess."""

import itertools
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoin.documents.dates import find_dates


def found(text, language=None, order=None):
    return find_dates(text, language=language, order=order)


def only(text, language=None, order=None):
    [mention] = found(text, language, order)
    return mention


@pytest.mark.parametrize(
    ("text", "value", "quote"),
    [
        ("le 8 mai 2031.", "2031-05-08", "8 mai 2031"),
        ("le 1er janvier 2032,", "2032-01-01", "1er janvier 2032"),
        ("le 1ᵉʳ mars 2031", "2031-03-01", "1ᵉʳ mars 2031"),
        ("le 8\xa0MAI\u202f2031", "2031-05-08", "8\xa0MAI\u202f2031"),
        ("On January 5, 2032, the", "2032-01-05", "January 5, 2032"),
        ("on 5 Jan. 2032 at", "2032-01-05", "5 Jan. 2032"),
        ("the 5th of May 2031", "2031-05-05", "5th of May 2031"),
        ("Sept 5, 2031", "2031-09-05", "Sept 5, 2031"),
        ("2032-01-05T10:30Z", "2032-01-05", "2032-01-05"),
        (" date 2032-01 Une foule", "2032-01", "2032-01"),
        ("en janvier 2032", "2032-01", "janvier 2032"),
        ("depuis sept. 2031", "2031-09", "sept. 2031"),
        ("in August 2031", "2031-08", "August 2031"),
        ("au mois d'août 2031", "2031-08", "août 2031"),
        ("2031/09/01", "2031-09-01", "2031/09/01"),
        ("le 13/02/2032", "2032-02-13", "13/02/2032"),
        ("le 02.13.2032", "2032-02-13", "02.13.2032"),
        ("le 05/05/2031", "2031-05-05", "05/05/2031"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_written_date_is_read(text, value, quote):
    mention = only(text)
    assert mention.value is not None
    assert mention.value.text == value
    assert mention.text == quote == text[mention.start : mention.end]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("They may 5 times march 3 miles", id="verbs in lower case"),
        pytest.param("en mars 20 000 abonnés", id="a month, then a count"),
        pytest.param("sept 2031 candidats", id="seven in French"),
        pytest.param("1.560.000 florins", id="thousands with points"),
        pytest.param("192.168.10.12", id="a network address"),
        pytest.param("n° 2031-0145", id="a number of a decree"),
        pytest.param("15/09/2031/x", id="a path"),
        pytest.param("Décret n° 2031-12", id="a number that looks like a month"),
        pytest.param("8,05 milliards en 2031", id="a year alone"),
        pytest.param("40 mai 2031", id="no such number of a day"),
        pytest.param("v1.2.2031-rc", id="a version"),
    ],
)
def test_what_is_no_date_is_left(text):
    assert [mention.text for mention in found(text) if mention.value is not None] == []


def test_day_and_month_in_figures_stay_open_without_a_reason_to_choose():
    mention = only("on 01/09/2031", "en")
    assert mention.value is None
    assert [reading.text for reading in mention.readings] == ["2031-09-01", "2031-01-09"]
    assert "--dates" in mention.why.en


@pytest.mark.parametrize(
    ("language", "order", "value", "why"),
    [
        pytest.param("fr", None, "2031-09-01", "as French writes it", id="a French text writes the day first"),
        pytest.param("fr", "mdy", "2031-01-09", "--dates", id="what was said stands before the habit"),
        pytest.param("en", "dmy", "2031-09-01", "--dates", id="what was said settles it"),
    ],
)
def test_what_settles_an_order_is_said(language, order, value, why):
    mention = only("01/09/2031", language, order)
    assert mention.value.text == value
    assert why in mention.why.en


def test_the_weekday_settles_an_order():
    mention = only("Monday 01/09/2031", "en")  # 1 September 2031 is a Monday, 9 January a Thursday
    assert mention.value.text == "2031-09-01"
    assert mention.weekday_agrees is True


def test_two_digits_of_a_year_have_three_readings():
    assert [reading.text for reading in only("10/11/12", "en").readings] == ["2012-11-10", "2012-10-11", "2010-11-12"]


def test_a_weekday_that_does_not_agree_shows():
    assert only("mardi 2 septembre 2031").weekday_agrees is True
    assert only("jeudi 2 septembre 2031").weekday_agrees is False
    assert only("le 2 septembre 2031").weekday_agrees is None
    assert only("jeudi 2 septembre").weekday_agrees is None


def test_a_date_without_year_gives_month_and_day():
    mention = only("l'élection du 9 juin suscite")
    assert (mention.value, mention.month, mention.day) == (None, 6, 9)
    assert mention.readings == ()


def test_a_range_gives_its_first_and_last_day():
    mention = only("dans la nuit du 5 au 6 janvier 2032, mais")
    assert (mention.value.text, mention.until.text, mention.text) == (
        "2032-01-05",
        "2032-01-06",
        "5 au 6 janvier 2032",
    )
    english = only("May 5-7, 2031")
    assert (english.value.text, english.until.text) == ("2031-05-05", "2031-05-07")


def test_a_range_across_months_gives_two_dates():
    texts = [mention.text for mention in found("du 28 décembre 2031 au 3 janvier 2032")]
    assert texts == ["28 décembre 2031", "3 janvier 2032"]


def test_a_day_that_does_not_exist_is_shown_as_such():
    for text in ("31/02/2032", "le 30 février 2032", "2031-02-29"):
        mention = only(text)
        assert mention.value is None
        assert mention.readings == ()
        assert "no such day" in mention.why.en


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("Le 01/09/2031 à 21h08", (21, 8)),
        ("26 octobre 2030 21:31 Mis à jour", (21, 31)),
        ("March 3, 2031, 9:31 p.m.", (21, 31)),
        ("March 3, 2031 at 12:05 AM", (0, 5)),
        ("le 3 mars 2031 à 8 h 05", (8, 5)),
        ("le 3 mars 2031 vers 18 heures", (18, 0)),
        ("2031-03-03T10:12:00+01:00", (10, 12)),
        ("le 3 mars 2031, 12 personnes", None),
        ("le 3 mars 2031 25h10", None),
    ],
)
def test_the_hour_written_after_a_date_is_read(text, clock):
    assert found(text, "fr")[0].clock == clock


@given(st.text(alphabet="0123456789/.- ,:hmaijuinet\n\xa0", max_size=60))
def test_every_mention_quotes_its_place(text):
    mentions = found(text, "fr")
    assert all(mention.text == text[mention.start : mention.end] for mention in mentions)
    assert all(first.end <= second.start for first, second in itertools.pairwise(mentions))


@pytest.mark.parametrize("piece", ["1 ", "janvier ", "12/", "1er et ", "May 5 - ", "1" + " " * 20])
def test_time_is_linear_in_the_text(piece):
    started = time.process_time()
    found(piece * (200_000 // len(piece)), "fr")
    assert time.process_time() - started < 5


@pytest.mark.parametrize("labels", ["seed_labels.jsonl", "document_labels.jsonl"])
def test_every_labelled_full_date_is_found_at_its_place(shared, labels):
    folder = shared("seeds") if labels.startswith("seed") else shared("labels/documents")
    rows = [json.loads(line) for line in shared(f"labels/{labels}").read_text("utf-8").splitlines()]
    missed = []
    for row in rows:
        if row["kind"] != "date" or len(str(row["value"])) < 7 or not any(mark.isdigit() for mark in row["text"]):
            continue
        with (folder / row["doc"]).open(encoding="utf-8", newline="") as file:
            mentions = found(file.read(), "fr")
        values = [mention for mention in mentions if row["start"] <= mention.start and mention.end <= row["end"]]
        read = [mention.value.text if mention.value else f"{mention.month:02d}-{mention.day:02d}" for mention in values]
        if not any(row["value"].endswith(value) for value in read):
            missed.append((row["id"], row["text"], read))
    assert missed == []
