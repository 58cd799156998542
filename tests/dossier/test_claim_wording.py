"""The words about claims are in both languages, typeset, and the templates have them all."""

import pytest

from temoin.dossier import claim_wording
from temoin.dossier.place_wording import words_in
from temoin.words import Words, typeset

SAID = {name: words for name, words in vars(claim_wording).items() if isinstance(words, Words)}


@pytest.mark.parametrize("name", SAID)
def test_a_word_is_said_twice_and_typeset(name):
    words = SAID[name]
    assert words.fr != words.en
    assert words.fr == typeset(words.fr)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_templates_have_every_word(language):
    assert {name: words.in_(language) for name, words in SAID.items()}.items() <= words_in(language).items()
