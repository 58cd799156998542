"""Every property that a reader can name has its words in both languages, or is worded by the text itself."""

import pytest

from temoin.claims.about.vocabulary import ATTRIBUTES
from temoin.claims.acts import ACTS
from temoin.claims.attribute_words import OUTAGES, attribute_words


@pytest.mark.parametrize("attribute", [*ATTRIBUTES, *OUTAGES, *(rule.id for rule in ACTS)])
def test_a_property_of_the_vocabulary_is_named_in_french_too(attribute):
    words = attribute_words(attribute)
    assert words.fr
    assert words.en


def test_a_measure_is_named_with_its_platform_as_each_language_does():
    assert (attribute_words("YouTube subscribers").fr, attribute_words("YouTube subscribers").en) == (
        "abonnés YouTube",
        "YouTube subscribers",
    )


def test_the_date_of_a_property_is_told_so():
    assert attribute_words("date of agreement").fr == "date\u00a0: accord"


def test_words_of_the_text_stay_as_they_are():
    assert attribute_words("tours de vis").en == "tours de vis"
