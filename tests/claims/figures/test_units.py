"""What the words and signs around a number say that it counts."""

import pytest

from temoin.claims.figures.cleaned import lowered
from temoin.claims.figures.figure import Setting
from temoin.claims.figures.find import find_figures
from temoin.claims.figures.units import DURATIONS, Units, is_counted


def unit(text, *, language="fr", number="3"):
    start = text.index(number)
    return Units(text, lowered(text), Setting(language)).of(start, start + len(number))


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        pytest.param("3-hour cut", "duration", "h", id="hyphen"),
        pytest.param("3 min", "duration", "min", id="abbreviation"),
        pytest.param("3 ans", "duration", "year", id="French years"),
        pytest.param("3 mois", "duration", "month", id="French months"),
        pytest.param("3 %", "percent", "%", id="percent sign"),
        pytest.param("3 pour cent", "percent", "%", id="percent in words"),
        pytest.param("3 per cent", "percent", "%", id="percent in two English words"),
        pytest.param("3 ‰", "percent", "‰", id="per thousand"),
        pytest.param("3 points de pourcentage", "count", "points", id="points are no percent"),
        pytest.param("3 Mbit/s", "count", "Mbit/s", id="speed"),
        pytest.param("3 Go", "count", "GB", id="French bytes"),
        pytest.param("3 EH/s", "count", "EH/s", id="hash rate"),
        pytest.param("3 F CFA", "money", None, id="francs CFA of nobody"),
        pytest.param("$3", "money", "USD", id="sign before"),
        pytest.param("HK$3", "money", "HKD", id="letters and sign before"),
        pytest.param("3 $US", "money", "USD", id="letters after the sign"),
        pytest.param("3 kobo", "money", "kobo", id="a hundredth told as such"),
        pytest.param("3 abonnés", "count", "followers", id="a noun of the field"),
    ],
)
def test_the_words_around_a_number_say_what_it_counts(text, kind, name):
    found = unit(text)
    assert found is not None
    assert (found.kind, found.unit) == (kind, name)


@pytest.mark.parametrize("text", ["3 hommages au roi", "3 minimes"], ids=["not an hour", "not a minute"])
def test_a_word_that_only_begins_like_a_duration_is_none(text):
    found = unit(text)
    assert found is not None
    assert found.kind == "count"
    assert found.unit not in DURATIONS.values()


@pytest.mark.parametrize("text", ["3 et plus", "3, puis", "3"], ids=["a word of grammar", "a comma", "the end"])
def test_nothing_beside_a_number_gives_no_unit(text):
    assert unit(text) is None


def test_the_sign_of_the_next_number_is_not_that_of_this_one():
    assert unit("3 $12") is None


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        pytest.param("2000 personnes", True, id="people"),
        pytest.param("2000 millions", True, id="a magnitude"),
        pytest.param("2000 euros", True, id="money"),
        pytest.param("2000, il", False, id="a year"),
        pytest.param("2000 et 2001", False, id="two years"),
    ],
)
def test_what_follows_tells_a_count_from_a_year(text, counted):
    assert is_counted(text, 4, "fr") is counted


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Il a reçu 300 e-mails.", "e-mails"),
        ("Il a reçu 1,2 million d’e-mails.", "e-mails"),
        ("Le parti a envoyé 45 000 SMS.", "messages"),
    ],
)
def test_what_is_sent_is_counted(text, unit):
    assert [figure.unit for figure in find_figures(text, Setting("fr"))] == [unit]
