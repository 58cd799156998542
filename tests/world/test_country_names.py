"""Countries by code and by name: every usual way to write one, and no guess where two share a name."""

import csv
import gzip

import pytest
from babel import Locale

from temoin.errors import InputError
from temoin.world import COUNTRIES, country

NAMES = {
    "formal name with brackets": ("Iran (Islamic Republic Of)", "IR"),
    "formal name with brackets in French": ("Iran (République islamique d’)", "IR"),
    "French name with typographic apostrophe": ("Côte d’Ivoire", "CI"),
    "French name without accents": ("cote d'ivoire", "CI"),
    "English name": ("Ivory Coast", "CI"),
    "two names, one in brackets": ("Ivory Coast (Côte d'Ivoire)", "CI"),
    "French abbreviation": ("RDC", "CD"),
    "English abbreviation": ("DR Congo", "CD"),
    "World Bank's order of words": ("Congo, Dem. Rep.", "CD"),
    "the other Congo": ("Congo-Brazzaville", "CG"),
    "former name in French": ("Birmanie", "MM"),
    "former name in English": ("Swaziland", "SZ"),
    "new spelling": ("Türkiye", "TR"),
    "old spelling": ("Turkey", "TR"),
    "old French spelling": ("Kazakstan", "KZ"),
    "capitals": ("KAZAKHSTAN", "KZ"),
    "article": ("The Gambia", "GM"),
    "French article": ("l’Égypte", "EG"),
    "abbreviated saint": ("St. Lucia", "LC"),
    "ampersand": ("Bosnia & Herzegovina", "BA"),
    "no ISO code": ("Kosovo", "XK"),
    "small letters": ("kz", "KZ"),
    "three letters": ("MAR", "MA"),
    "hyphen for a space": ("Hong-Kong", "HK"),
}


@pytest.mark.parametrize(("written", "iso2"), NAMES.values(), ids=NAMES)
def test_a_country_is_known_by(written, iso2):
    assert country(written).iso2 == iso2


@pytest.mark.parametrize("item", COUNTRIES, ids=[item.iso2 for item in COUNTRIES])
def test_a_country_is_known_by_its_own_codes_and_names(item):
    assert {country(text) for text in (item.iso2, item.iso3, item.name.fr, item.name.en)} == {item}


def test_codes_are_unique_and_every_country_of_the_zone_table_stands():
    assert len({item.iso2 for item in COUNTRIES}) == len({item.iso3 for item in COUNTRIES}) == len(COUNTRIES) == 250
    assert [item.iso2 for item in COUNTRIES] == sorted(item.iso2 for item in COUNTRIES)


def test_every_currency_is_of_iso_4217_and_only_antarctica_has_none():
    known = Locale("en").currencies
    assert {item.iso2 for item in COUNTRIES if item.currency not in known} == {"AQ"}


@pytest.mark.parametrize(
    ("iso2", "currency"),
    [("KZ", "KZT"), ("MA", "MAD"), ("HT", "HTG"), ("LS", "LSL"), ("BG", "EUR"), ("CI", "XOF"), ("CU", "CUP")],
)
def test_the_currency_is_the_country_s_own(iso2, currency):
    assert country(iso2).currency == currency


@pytest.mark.parametrize(("name", "codes"), [("Congo", ("CD", "CG")), ("Corée", ("KP", "KR")), ("Korea", ("KP", "KR"))])
def test_a_name_that_two_countries_share_is_refused_with_both_codes(name, codes):
    with pytest.raises(InputError) as refused:
        country(name)
    assert all(code in refused.value.in_("fr") and code in refused.value.in_("en") for code in codes)


def test_an_unknown_name_is_refused_with_those_that_look_like_it():
    with pytest.raises(InputError, match=r"did you mean .*Kyrgyzstan \(KG\)"):
        country("Kyrgystann")


def test_a_name_followed_by_another_place_is_not_taken_for_the_country():
    for text in ("Georgia, Atlanta", "Niger (Nigeria)", "Ontario, Canada"):
        with pytest.raises(InputError):
            country(text)


def test_a_withdrawn_code_names_nobody():
    for code in ("SUN", "YUG", "ZAR"):
        with pytest.raises(InputError):
            country(code)


def test_every_single_country_of_access_now_is_known(shared):
    with gzip.open(shared("data/outages/keepiton/access_now_2016_2025.csv.gz"), "rt", encoding="utf-8") as table:
        names = {row["country"] for row in csv.DictReader(table) if ";" not in row["country"]}
    unknown = set()
    for name in names:
        try:
            country(name)
        except InputError:
            unknown.add(name)
    assert unknown == {"Congo", "Somaliland"}
