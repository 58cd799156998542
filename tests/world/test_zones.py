"""Zones: one answers, several want a region or a day on which they agree."""

import datetime as dt

import pytest

from temoin.errors import InputError
from temoin.period import offset, zone
from temoin.world import COUNTRIES, country, main_zone, zone_of
from temoin.world.zones import _places

IN_2022 = dt.datetime(2022, 1, 5, 10, 30, tzinfo=dt.UTC)
REGIONS = {
    "Almaty": ("KZ", "Almaty", "UTC+6"),
    "Astana under its name of 2022": ("KZ", "Nur-Sultan", "UTC+6"),
    "Astana in French": ("KZ", "Noursoultan", "UTC+6"),
    "Aqtau": ("KZ", "Aktau", "UTC+5"),
    "Zhanaozen": ("KZ", "Janaozen", "UTC+5"),
    "Aqtobe": ("KZ", "Aqtobe", "UTC+5"),
    "Atyrau": ("KZ", "Atyrau", "UTC+5"),
    "Oral": ("KZ", "Oural’sk".replace("’", ""), "UTC+5"),
    "Qyzylorda since December 2018": ("KZ", "Kyzylorda", "UTC+5"),
    "Qostanay": ("KZ", "Kostanay Region", "UTC+6"),
    "Lubumbashi": ("CD", "Haut-Katanga", "UTC+2"),
    "Kinshasa": ("CD", "Kinshasa", "UTC+1"),
    "Papua": ("ID", "Papua", "UTC+9"),
    "Bali": ("ID", "Bali", "UTC+8"),
    "Manaus": ("BR", "Manaus", "UTC−4"),
    "Brasilia": ("BR", "Brasília", "UTC−3"),
    "Dagestan": ("RU", "Daghestan", "UTC+3"),
    "Novosibirsk": ("RU", "Novosibirsk Oblast", "UTC+7"),
    "Crimea": ("UA", "Crimée", "UTC+3"),
}


@pytest.mark.parametrize(("iso2", "region", "expected"), REGIONS.values(), ids=REGIONS)
def test_a_region_gives_its_offset_in_january_2022(iso2, region, expected):
    assert offset(IN_2022, zone_of(iso2, region)) == expected


def test_qyzylorda_kept_six_hours_before_21_december_2018():
    name = zone_of("KZ", "Qyzylorda")
    assert offset(dt.datetime(2018, 12, 20, tzinfo=dt.UTC), name) == "UTC+6"
    assert offset(dt.datetime(2018, 12, 21, tzinfo=dt.UTC), name) == "UTC+5"


def test_kazakhstan_has_one_time_since_march_2024_and_two_before():
    assert zone_of("KZ", on=dt.date(2024, 3, 1)) == "Asia/Almaty"
    for day in (dt.date(2022, 1, 5), dt.date(2024, 2, 29)):
        with pytest.raises(InputError, match=r"--zone Asia/Almaty .*Asia/Aqtau"):
            zone_of("KZ", on=day)


def test_without_a_day_kazakhstan_is_refused_and_the_message_names_the_flag_in_both_languages():
    with pytest.raises(InputError) as refused:
        zone_of("KZ")
    assert "--zone" in refused.value.in_("fr")
    assert "--zone" in refused.value.in_("en")


@pytest.mark.parametrize(
    ("iso2", "name"), [("MA", "Africa/Casablanca"), ("IR", "Asia/Tehran"), ("XK", "Europe/Belgrade")]
)
def test_a_country_of_one_zone_answers_whatever_the_region(iso2, name):
    assert zone_of(iso2) == zone_of(iso2, "anywhere") == name


def test_germany_answers_as_its_two_zones_keep_one_time():
    assert zone_of("DE") == "Europe/Berlin"


def test_china_has_one_legal_time_but_xinjiang_must_be_asked_about():
    assert zone_of("CN") == zone_of("CN", "Luoyang") == "Asia/Shanghai"
    with pytest.raises(InputError, match="Asia/Urumqi"):
        zone_of("CN", "Xinjiang")


def test_a_region_across_zones_is_refused():
    with pytest.raises(InputError, match="Asia/Yakutsk"):
        zone_of("RU", "Sakha")


def test_an_unknown_region_is_refused_with_those_that_look_like_it():
    with pytest.raises(InputError, match="near: almaty"):
        zone_of("KZ", "Almati")


def test_an_island_without_people_has_no_zone():
    with pytest.raises(InputError, match="no known time zone"):
        zone_of("BV")
    with pytest.raises(InputError, match="no known time zone"):
        main_zone("HM")


def test_every_zone_of_every_country_and_place_exists():
    for item in COUNTRIES:
        for name in item.zones:
            assert zone(name).key == name
        for zones in _places()[item.iso2].values():
            assert set(zones) <= set(item.zones)


@pytest.mark.parametrize(
    ("iso2", "name"),
    [("RU", "Europe/Moscow"), ("BR", "America/Sao_Paulo"), ("US", "America/New_York"), ("ID", "Asia/Jakarta"),
     ("KZ", "Asia/Almaty"), ("UA", "Europe/Kyiv"), ("AU", "Australia/Sydney"), ("CD", "Africa/Kinshasa")],
)  # fmt: skip
def test_the_main_zone_is_the_capital_s(iso2, name):
    assert main_zone(iso2) == country(iso2).zones[0] == name
