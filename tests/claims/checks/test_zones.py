"""The same moment in two zones, by the rules in force on the day."""

import pytest

from temoin.claims.checks.zones import check_zones

from .making import only, page, verdicts

TEXT = "Le réseau du Kazakhstan est tombé le {day} à 10h30 (UTC), soit {local} dans le pays."


def test_a_country_of_two_hours_agrees_and_says_where_it_does_not():
    found = only(check_zones, TEXT.format(day="5 janvier 2022", local="16h30"))
    assert found.verdict == "agrees"
    assert "Asia/Almaty" in found.numbers["holds_in"]
    assert {"Asia/Aqtau", "Asia/Qyzylorda"} <= set(found.numbers["fails_in"])
    assert "Aqtau" in found.words.fr
    assert found.numbers["universal"] == "10:30"


def test_the_rules_are_those_of_the_day():
    found = only(check_zones, TEXT.format(day="5 juin 2024", local="16h30"))
    assert (found.verdict, found.because) == ("disagrees", "zone")
    assert "15" in found.words.fr
    assert only(check_zones, TEXT.format(day="5 juin 2024", local="15h30")).verdict == "agrees"


def test_an_hour_of_no_zone_of_the_country_disagrees():
    assert only(check_zones, TEXT.format(day="5 janvier 2022", local="18h30")).verdict == "disagrees"


@pytest.mark.parametrize(
    "text",
    [
        "In Kenya the network fell on 5 January 2022 at 10:30 UTC (13:30 local time).",
        "In Kenya the network fell on 5 January 2022 at 13:30 local time (10:30 UTC).",
        "Au Kenya, le réseau est tombé le 5 janvier 2022 à 10h30 UTC, soit 13h30 heure locale.",
    ],
    ids=["UTC first", "local first", "French"],
)
def test_either_order_and_language_is_read(text):
    found = only(check_zones, text, language="fr" if "réseau" in text else "en")
    assert (found.verdict, found.numbers["local"]) == ("agrees", "13:30")


@pytest.mark.parametrize(
    "end",
    ["et revenu vers 18h30 (UTC)", "puis, à 16h30, tout est revenu", "et à 18h30 (UTC) dans le pays", "jusqu’à 18h30"],
    ids=["both UTC", "another moment", "and in UTC", "until"],
)
def test_two_hours_of_two_moments_are_not_compared(end):
    text = f"Au Kenya, le réseau est tombé le 5 janvier 2022 à 10h30 (UTC) {end}."
    assert check_zones(page(text)) == []


def test_the_hour_of_a_city_elsewhere_is_of_that_city():
    text = "Au Kenya, le réseau est tombé le 5 janvier 2022 à 10h30 UTC ({} à {})."
    assert only(check_zones, text.format("11h30", "Paris")).verdict == "agrees"
    assert only(check_zones, text.format("13h30", "Paris")).verdict == "disagrees"
    assert check_zones(page(text.format("13h30", "Port-Fictif"))) == []


def test_each_pair_of_times_has_the_day_beside_it():
    text = (
        "À 15 h GMT (10 h à New York) le 8 janvier 2022 ; à 15 h GMT ({} h à New York) le 9 août 2022, le réseau est "
        "revenu aux États-Unis."
    )
    assert set(verdicts(check_zones, text.format(11))) == {"agrees"}
    assert verdicts(check_zones, text.format(13))[-1] == "disagrees"


@pytest.mark.parametrize(("hour", "verdict"), [("4", "agrees"), ("5", "disagrees")])
def test_a_local_time_after_the_date_is_checked(hour, verdict):
    text = f"The cut began at 13:00 UTC on 9 May 2022 ({hour} p.m. in Nairobi), in Kenya."
    assert verdicts(check_zones, text) == [verdict]


@pytest.mark.parametrize(("hour", "verdict"), [("10", "agrees"), ("12", "disagrees")])
def test_a_city_of_a_country_of_one_zone_is_checked(hour, verdict):
    text = f"Au Maroc, la coupure a débuté le 9 août 2023 à 9 h UTC, soit {hour} h à Rabat."
    assert verdicts(check_zones, text) == [verdict]
