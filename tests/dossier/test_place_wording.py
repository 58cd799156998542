"""Every word that a template may call, in both languages."""

import pytest

from temoin.documents.proposed import LABELS
from temoin.dossier import place_wording, wording
from temoin.words import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_templates_have_the_words_of_both_modules_and_none_hides_another(language):
    words = place_wording.words_in(language)
    assert wording.words_in(language).items() <= words.items()
    assert words["CUSTODY"] == {"fr": "Chaîne de conservation", "en": "Chain of custody"}[language]


@pytest.mark.parametrize("subject", LABELS)
def test_every_subject_of_a_proposal_has_a_name_for_people(subject):
    label = place_wording.subject_label(subject)
    for language in LANGUAGES:
        assert label.in_(language)[0].isupper()
        assert label.in_(language) != subject
