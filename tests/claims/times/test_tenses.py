import pytest

from temoin.claims.times.tenses import tense_around


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        (b"il a parle mardi", b"mardi", "past"),
        (b"mardi, il a parle", b"mardi", "past"),
        (b"il parlera mardi", b"mardi", "future"),
        (b"d'ici mardi", b"mardi", "future"),
        (b"the vote is due on tuesday", b"tuesday", "future"),
        (b"he said tuesday", b"tuesday", "past"),
        (b"mardi", b"mardi", None),
        (b"il a parle. mardi", b"mardi", None),
        (b"il a dit qu'il partira mardi", b"mardi", "future"),
    ],
    ids=lambda value: value.decode() if isinstance(value, bytes) else value,
)
def test_the_nearest_verb_of_the_sentence_tells(text, word, tense):
    start = text.index(word)
    assert tense_around(text, start, start + len(word)) == tense
