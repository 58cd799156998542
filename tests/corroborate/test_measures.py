import pytest

from temoin.corroborate.measures import (
    are_comparable,
    attributes_fit,
    contradicts_in_kind,
    days_said,
    difference,
    interval_of,
    meet,
    says_another_unit,
    says_as_much,
    unit_words,
)

from .drafted import figure


def money(text: str, value: str, low: str, high: str, unit: str | None = "EUR", **more: object):
    said = {"kind": "money", "attribute": "cost", "unit": unit, "low": low, "high": high}
    return figure(text, value, **said | more)


def date(text: str, value: str | None, low: str | None = None, high: str | None = None):
    return figure(text, value, kind="date", attribute="date", low=low or value, high=high or value)


YEAR = date("2019", "2019", "2019-01-01", "2019-12-31")
SIX_AND_A_HALF = money("6,5 millions", "6500000", "6450000", "6550000")


@pytest.mark.parametrize(
    ("known", "together"),
    [
        pytest.param(money("6,53 millions", "6530000", "6525000", "6535000"), True, id="a finer figure inside"),
        pytest.param(money("6,6 millions", "6600000", "6550000", "6650000"), False, id="the next one"),
        pytest.param(money("7 millions", "7000000", "6500000", "7500000"), True, id="a coarser figure around"),
    ],
)
def test_figures_meet_as_printed(known, together: bool) -> None:
    assert are_comparable(SIX_AND_A_HALF, known)
    assert meet(SIX_AND_A_HALF, known) is together


def test_another_currency_is_not_comparable_and_says_so() -> None:
    dollars = money("6,5 millions de dollars", "6500000", "6450000", "6550000", "USD")
    assert not are_comparable(SIX_AND_A_HALF, dollars)
    assert says_another_unit(SIX_AND_A_HALF, dollars)
    assert difference(SIX_AND_A_HALF, dollars).en == "EUR, not USD"


def test_friends_are_not_followers_and_people_may_be_either() -> None:
    friends, followers, people = (
        figure(f"4 996 {noun}", "4996", unit=noun) for noun in ("vues", "abonnés", "personnes")
    )
    assert not are_comparable(friends, followers)
    assert says_another_unit(friends, followers)
    assert are_comparable(people, followers)


def test_durations_meet_in_hours() -> None:
    days = figure("6 jours", "6", kind="duration", unit="day")
    hours = figure("144 heures", "144", kind="duration", unit="h")
    assert interval_of(days) == interval_of(hours)


@pytest.mark.parametrize(
    ("said", "known", "together"),
    [
        pytest.param(date("18 juin", None), date("18 juin 2020", "2020-06-18"), True, id="the day without its year"),
        pytest.param(date("19 juin", "2019-06-19"), date("18 juin", "2020-06-18"), False, id="another day, no year"),
        pytest.param(date("18 juin", "2019-06-18"), date("18 juin", "2020-06-18"), True, id="a year only inferred"),
        pytest.param(
            date("août 2018", "2018-08", "2018-08-01", "2018-08-31"),
            date("août 2019", "2019-08", "2019-08-01", "2019-08-31"),
            False,
            id="a printed year",
        ),
    ],
)
def test_days_meet_by_what_is_printed(said, known, together: bool) -> None:
    assert meet(said, known) is together


def test_a_day_of_no_calendar_is_none() -> None:
    assert days_said(date("31 février", None)) is None


@pytest.mark.parametrize(
    ("said", "known", "enough"),
    [
        pytest.param(figure("33", "33"), figure("des dizaines", None, low="20", high=None), False, id="dozens"),
        pytest.param(figure("900", "900"), figure("plus de 242", "242", low="242", high=None), False, id="far above"),
        pytest.param(date("8 mai 2019", "2019-05-08"), YEAR, False, id="a year for a day"),
        pytest.param(YEAR, date("8 mai 2019", "2019-05-08"), True, id="a day for its year"),
    ],
)  # fmt: skip
def test_what_says_less_supports_nothing(said, known, enough: bool) -> None:
    assert says_as_much(said, known) is enough


def test_only_one_unit_contradicts_another_figure_in_it() -> None:
    bare = money("4,5 millions", "4500000", "4450000", "4550000", None, kind="count")
    assert not contradicts_in_kind(bare, SIX_AND_A_HALF, ())
    assert contradicts_in_kind(bare, SIX_AND_A_HALF, ("#8050000 EUR",))
    assert not contradicts_in_kind(
        date("8 mai 2019", "2019-05-08"), date("2020", "2020", "2020-01-01", "2020-12-31"), ()
    )


def test_properties_of_the_closed_list_are_told_apart_and_others_are_not() -> None:
    fine, cost, own = (figure("33", "33", attribute=name) for name in ("fine", "cost", "paid by the made-up office"))
    assert not attributes_fit(fine, cost)
    assert attributes_fit(own, cost)
    assert attributes_fit(cost, figure("33", "33", attribute="spending"))
    facebook, fans = (figure("33", "33", attribute=name) for name in ("Facebook followers", "Facebook friends"))
    assert not attributes_fit(facebook, fans)


@pytest.mark.parametrize(
    ("said", "known", "fr", "en"),
    [
        (
            SIX_AND_A_HALF,
            money("5 millions", "5000000", "1", "2"),
            "+1\u202f500\u202f000\u00a0EUR (+30,0\u202f%)",
            "+1,500,000\u00a0EUR (+30.0%)",
        ),
        (date("août 2018", "2018-08-01"), date("août 2019", "2019-08-01"), "−365\u00a0jours", "−365 days"),
        (figure("rien", None), figure("rien", None), "", ""),
    ],
)  # fmt: skip
def test_the_difference_is_computed(said, known, fr: str, en: str) -> None:
    assert (difference(said, known).fr, difference(said, known).en) == (fr, en)


@pytest.mark.parametrize(
    ("statement", "fr", "en"),
    [
        (figure("2 semaines", "2", kind="duration", unit="week"), "semaines", "weeks"),
        (figure("450 abonnés", "450", unit="followers", attribute="followers"), "abonnés", "followers"),
        (figure("12 régions", "12", unit="regions"), "régions", "régions"),
        (figure("3 millions de cafés", "3000000", unit="cafes"), "cafés", "cafés"),
        (figure("3 millions", "3000000", kind="money", unit="EUR"), "EUR", "EUR"),
        (figure("12", "12"), "", ""),
    ],
)
def test_a_unit_is_written_in_the_reader_s_language_or_as_the_text_prints_it(statement, fr: str, en: str) -> None:
    words = unit_words(statement)
    assert (words.fr, words.en) == (fr, en)


def test_monday_is_not_tuesday_of_the_same_date() -> None:
    monday, tuesday = date("lundi 6 mai 2031", "2031-05-06"), date("mardi 6 mai 2031", "2031-05-06")
    assert not meet(monday, tuesday)
    assert meet(tuesday, date("6 mai 2031", "2031-05-06"))
    assert difference(monday, tuesday).fr == ""


def test_one_number_of_hours_and_of_days_says_another_unit() -> None:
    hours, days = (
        figure(f"six {noun}", "6", kind="duration", unit=unit) for noun, unit in (("heures", "h"), ("jours", "day"))
    )
    assert says_another_unit(hours, days)
    assert not says_another_unit(hours, hours)
    assert difference(days, hours).fr == "jours et non heures"
