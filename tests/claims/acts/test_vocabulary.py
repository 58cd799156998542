"""The acts are declared data: ids unique, words in both languages, stems that any telling holds."""

import pytest

from temoin.claims.acts import ACTS


def test_ids_are_unique_and_in_plain_english():
    names = [rule.id for rule in ACTS]
    assert len(set(names)) == len(names)
    assert all(name == name.lower() and "_" not in name for name in names)


@pytest.mark.parametrize("rule", ACTS, ids=lambda rule: rule.id)
def test_an_act_is_named_in_both_languages_and_told_by_words(rule):
    assert rule.label.fr
    assert rule.label.en
    assert rule.verbs
    assert rule.objects
    assert all(len(stem) > 1 for stem in (*rule.verbs, *rule.objects))


def test_a_star_stands_for_any_ending_and_a_whole_word_for_itself():
    cut = next(rule for rule in ACTS if rule.id == "network cut")
    assert cut.verb_first.search(b"la coupure du reseau")
    assert not cut.verb_first.search(b"les coupeurs du reseau")
