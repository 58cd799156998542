"""How far a cut reached, by several sources."""

import json

from temoin.claims.checks.scopes import find_scopes
from temoin.corroborate.scopes import Told, compare_scopes
from temoin.period import PartialDate

CITIES = "Le gouvernement du Kazakhstan a coupé internet dans les principales villes du pays."
COUNTRY = "Au Kazakhstan, internet est coupé dans tout le pays."


def told(source, text, published="2022-01-06"):
    return Told(source * 64, tuple(find_scopes(text)), PartialDate(published) if published else None)


def test_a_country_and_its_cities_are_not_one_extent():
    (found,) = compare_scopes([told("a", CITIES), told("b", COUNTRY)], publishers={"a" * 64: "L’Écho"})
    assert (found.verdict, found.because) == ("disagrees", "scope")
    assert found.numbers["place"] == "KZ"
    assert "L’Écho" in found.words.fr
    assert len(found.evidence) == 2
    assert found.settle is not None


def test_the_same_extent_agrees_and_order_changes_nothing():
    one, other = told("a", COUNTRY), told("b", COUNTRY)
    (found,) = compare_scopes([one, other])
    assert found.verdict == "agrees"
    assert found.id == compare_scopes([other, one])[0].id


def test_one_source_months_apart_or_without_a_date_are_not_compared():
    assert compare_scopes([told("a", CITIES)]) == []
    assert compare_scopes([told("a", CITIES), told("b", COUNTRY, "2022-06-06")]) == []
    assert compare_scopes([told("a", CITIES), told("b", COUNTRY, None)]) == []


def test_two_seed_articles_do_not_tell_the_same_cut(shared):
    dates = json.loads(shared("labels/seed_pubdates.json").read_text(encoding="utf-8"))
    names = ["001_31548185742cb98d.txt", "002_d5599ccd6a996c1f.txt"]
    texts = [shared(f"seeds/{name}").read_text(encoding="utf-8") for name in names]
    sources = [told(letter, text, dates[name]) for letter, text, name in zip("ab", texts, names, strict=True)]
    (found,) = compare_scopes(sources)
    assert (found.verdict, found.numbers["place"]) == ("disagrees", "KZ")
    assert [line["extents"] for line in found.numbers["sources"]] == [["country"], ["cities"]]
