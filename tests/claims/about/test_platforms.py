import pytest

from temoin.claims.about.platforms import PLATFORMS, platform_named


@pytest.mark.parametrize(("printed", "name"), [("Youtube", "YouTube"), ("FB", "Facebook"), ("VK", "VKontakte")])
def test_a_platform_is_known_by_what_texts_call_it(printed, name):
    assert platform_named(printed) == name


def test_a_word_that_is_no_platform_names_none():
    assert platform_named("Nordby") is None


def test_words_of_platforms_are_small_and_each_has_one_platform():
    assert all(word == word.lower() for word in PLATFORMS)
