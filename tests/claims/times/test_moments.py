import pytest

from temoin.claims import sample
from temoin.claims.read import read_statements
from temoin.claims.times.clocks import find_clocks
from temoin.claims.times.days import find_days
from temoin.evidence.source import Reading
from temoin.period import PartialDate


def times(text, **known):
    return [one for one in sample.read(text, **known) if one.kind in ("date", "datetime")]


def one(text, **known):
    found = times(text, **known)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "language", "value", "low", "high", "qualifier"),
    [
        pytest.param("le 5 janvier 2022 à 10h30 (UTC)", "fr", "10:30", "10:30", "10:31", "exact", id="to the minute"),
        pytest.param("at 10:30 UTC on 5 January 2022", "en", "10:30", "10:30", "10:31", "exact", id="English"),
        pytest.param(
            "vers 18h30 (UTC) le 5 janvier 2022", "fr", "18:30", "18:15", "18:45", "about", id="about, on the half"
        ),
        pytest.param(
            "vers 18 heures (UTC) le 5 janvier 2022", "fr", "18:00", "17:30", "18:30", "about", id="about, hour"
        ),
        pytest.param("after 10:30 UTC on 5 January 2022", "en", "10:30", "10:30", None, "at least", id="after"),
        pytest.param("avant 10h30 UTC le 5 janvier 2022", "fr", "10:30", None, "10:30", "at most", id="before"),
        pytest.param(
            "shortly before 11:00 GMT on January 5, 2022", "en", "11:00", "10:30", "11:00", "about", id="shortly"
        ),
        pytest.param("at 5 p.m. UTC on 5 January 2022", "en", "17:00", "16:30", "17:30", "about", id="to the hour"),
        pytest.param(
            "between 10:30 and 11:00 UTC on 5 January 2022", "en", None, "10:30", "11:00", "range", id="range"
        ),
        pytest.param("2022-01-05T10:30Z", "en", "10:30", "10:30", "10:31", "exact", id="ISO"),
        pytest.param("le 5 janvier 2022 à 16:30 UTC+6", "fr", "10:30", "10:30", "10:31", "exact", id="offset"),
    ],
)
def test_a_clock_time_stands_for_the_interval_its_words_give(text, language, value, low, high, qualifier):
    def at(clock):
        return f"2022-01-05T{clock}:00Z" if clock else None

    found = one(text, language=language)
    assert (found.value, found.low, found.high, found.qualifier) == (at(value), at(low), at(high), qualifier)


def test_local_time_follows_the_rules_of_its_city_that_day():
    then = one("à Almaty, au Kazakhstan, vers 17 heures, heure d’Almaty, le 5 janvier 2022")
    now = one("à Almaty, au Kazakhstan, vers 17 heures, heure d’Almaty, le 5 janvier 2025")
    assert (then.value, now.value) == ("2022-01-05T11:00:00Z", "2025-01-05T12:00:00Z")


def test_local_time_in_a_country_of_two_legal_times_has_bounds_over_both_and_no_value():
    found = one("Le Kazakhstan, le 5 janvier 2022 à 16h45 (heure locale)")
    assert (found.value, found.low, found.high) == (None, "2022-01-05T10:45:00Z", "2022-01-05T11:46:00Z")


def test_local_time_in_a_country_of_one_legal_time_is_settled():
    assert one("Le Sénégal, le 2 juin 2023 à 16h45 (heure locale)").value == "2023-06-02T16:45:00Z"


def test_a_clock_of_the_same_sentence_settles_which_legal_time_is_meant():
    found = times("Au Kazakhstan, le 5 janvier 2022 à 10h30 (UTC), soit 16h30 dans le pays.")
    assert [time.value for time in found] == ["2022-01-05T10:30:00Z", "2022-01-05T10:30:00Z"]


def test_a_clock_without_a_zone_has_no_value():
    found = one("Publié le 26 octobre 2020 à 21h31")
    assert found.value is None
    assert found.low < "2020-10-26T21:31:00Z" < found.high


def test_a_clock_without_a_zone_takes_the_one_given_with_the_source():
    text = "Publié le 26 octobre 2020 à 21h31"
    (found,) = read_statements(
        text, source="s", text_hash="h", language="fr", published=None, reading=Reading(zone="Europe/Paris")
    )
    assert found.value == "2020-10-26T20:31:00Z"


def test_an_abbreviation_that_several_zones_share_settles_nothing():
    assert one("at 10:00 EST on 3 May 2023", language="en").value is None


def test_a_clock_takes_the_closest_day_before_it_in_its_paragraph():
    found = times("Le 5 janvier 2022, le réseau tombe. Il revient vers 18h30 (UTC).")
    assert found[-1].value == "2022-01-05T18:30:00Z"


def test_a_clock_with_its_zone_takes_the_last_day_of_a_paragraph_shortly_before():
    found = times("Le 5 janvier 2022, le réseau tombe.\n\nIl revient vers 18h30 (UTC).")
    assert found[-1].value == "2022-01-05T18:30:00Z"


def test_a_clock_without_a_zone_takes_no_day_from_another_paragraph():
    found = times("Le 5 janvier 2022, le réseau tombe.\n\nIl revient vers 18h30.")
    assert (found[-1].value, found[-1].low, found[-1].high) == (None, None, None)


def test_a_day_written_right_after_a_clock_beats_one_written_before():
    found = times("Le 4 janvier 2022 un signal faiblit, et à 10:30 UTC le 5 janvier 2022 tout tombe.")
    assert [time.value for time in found] == ["2022-01-04", "2022-01-05T10:30:00Z"]


@pytest.mark.parametrize("text", ["après 17 heures de coupure", "pendant 24h", "10:75", "3:2"])
def test_durations_and_scores_are_no_clock_times(text):
    assert find_clocks(text) == []


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        pytest.param("le 9 juin", "2019-05-08", "2019-06-09", id="soon after"),
        pytest.param("le 18 décembre", "2022-01-02", "2021-12-18", id="over the new year"),
        pytest.param("le 16 mars de cette année", "2020-10-26", "2020-03-16", id="of this year"),
        pytest.param("en août dernier", "2022-01-15", "2021-08", id="last August"),
        pytest.param("la semaine dernière", "2019-05-08", "2019-W18", id="last week"),
        pytest.param("hier", "2022-01-06", "2022-01-05", id="yesterday"),
        pytest.param("lundi dernier", "2022-01-06", "2022-01-03", id="last Monday"),
        pytest.param("ce lundi", "2017-03-20", "2017-03-20", id="this Monday"),
        pytest.param("dans une semaine", "2021-09-01", "2021-09-08", id="in a week"),
        pytest.param("en 2019", None, "2019", id="a year alone"),
    ],
)
def test_days_without_a_year_count_from_the_publication(text, published, value):
    assert one(text, published=published).value == value


def test_a_day_that_fits_two_years_keeps_both_as_bounds():
    (found,) = find_days("le 16 mars", language="fr", published=PartialDate("2020-10-26"))
    assert found.value is None
    assert (found.low.year, found.high.year) == (2020, 2021)
    assert found.reason is not None


def test_a_full_date_of_the_text_gives_its_year_to_the_days_around_it():
    found = times("Le 5 janvier 2022 le réseau tombe. Le 6 janvier il revient.")
    assert [time.value for time in found] == ["2022-01-05", "2022-01-06"]


def test_without_a_publication_a_relative_day_stays_open_and_says_why():
    (found,) = find_days("hier", language="fr")
    assert (found.value, found.low) == (None, None)
    assert "--published" in found.reason.en


def test_four_digits_before_a_noun_are_no_year():
    assert times("2000 personnes attendent") == []


def test_a_range_of_days_has_bounds_and_no_value():
    found = one("du 4 au 11 janvier 2022")
    assert (found.value, found.low, found.high, found.qualifier) == (None, "2022-01-04", "2022-01-11", "range")
