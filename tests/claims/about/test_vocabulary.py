import pytest

from temoin.claims.about.vocabulary import ATTRIBUTES, AUDIENCE, COUNTED, CUES, NATIONAL, STATES, words_of

KINDS = {"money", "count", "percent", "ratio", "duration", "rank", "date"}


def test_what_nouns_and_cues_give_is_in_the_vocabulary():
    assert set(COUNTED.values()) <= ATTRIBUTES.keys()
    assert {cue.attribute for cue in CUES} <= ATTRIBUTES.keys() | {"connectivity"}
    assert set().union(*(cue.kinds.split() for cue in CUES)) <= KINDS


def test_sets_of_properties_are_in_the_vocabulary():
    assert ATTRIBUTES.keys() >= AUDIENCE | NATIONAL | STATES


def test_every_property_is_worded_in_both_languages():
    assert all(words.fr and words.en for words in ATTRIBUTES.values())


def test_stems_are_small_and_a_star_only_ends_them():
    stems = [stem for cue in CUES for stem in cue.stems.split()] + list(COUNTED)
    assert [stem for stem in stems if stem != stem.lower() or "*" in stem[:-1]] == []


@pytest.mark.parametrize(
    ("attribute", "fr"),
    [("Instagram followers", "abonnés Instagram"), ("cost", "coût"), ("tonnes de cerises", None)],
)
def test_a_property_is_worded_where_the_vocabulary_knows_it(attribute, fr):
    words = words_of(attribute)
    assert (words.fr if words else None) == fr
