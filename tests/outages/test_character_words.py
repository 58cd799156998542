"""Traits in words, with their base rates."""

import pytest

from temoin.outages.character_words import TRAITS, likeness_words, measured_words, told_traits, trait_name, trait_words
from temoin.words import LANGUAGES, typeset


@pytest.mark.parametrize("state", ["present", "absent", "unknown"])
@pytest.mark.parametrize("name", TRAITS)
def test_every_trait_is_said_in_both_languages(name, state) -> None:
    for words in (trait_words(name, state), trait_name(name, state)):
        assert words.fr
        assert words.en
        assert words.fr != words.en
        assert words.fr == typeset(words.fr)
    assert ("%" in trait_words(name, state).en or " h" in trait_words(name, state).en) == (state != "unknown")


def test_a_base_rate_is_printed_in_the_habits_of_the_language() -> None:
    words = trait_words("on-the-hour", "present")
    assert words.fr == typeset(
        "commence à l’heure pile, heure locale : 70,6\xa0% des coupures confirmées, 23,1\xa0% des pannes spontanées "
        "(Bischof et al., SIGCOMM 2023)"
    )


def test_an_absent_trait_has_the_complement_for_its_rate() -> None:
    assert "5.5% of confirmed cuts, 46.1% of spontaneous outages" in trait_words("all-three-signals", "absent").en


def test_the_hour_and_the_half_hour_are_said_once() -> None:
    told = told_traits({"present": [], "absent": ["on-the-hour", "on-the-half-hour"], "unknown": []}, trait_name)
    assert [words.en for words in told["absent"]] == ["neither on the hour nor the half-hour"]
    told = told_traits({"present": ["on-the-hour"], "absent": ["on-the-half-hour"], "unknown": []}, trait_name)
    assert [len(told[state]) for state in told] == [1, 0, 0]


@pytest.mark.parametrize(("value", "en"), [(0.0004, "less than 0.01"), (0.5, "0.50"), (0.996, "more than 0.99")])
def test_a_likeness_is_never_nought_nor_one(value, en) -> None:
    assert likeness_words(value).en == en


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_measured_is_said_at_each_horizon(language) -> None:
    assert measured_words().in_(language).count(";") == 3
