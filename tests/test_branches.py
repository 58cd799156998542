"""Many words as one pattern: the longest that stands at a place, and nothing else."""

import re

from hypothesis import given
from hypothesis import strategies as st

from temoin.branches import branches

WORDS = st.lists(st.text(alphabet="abc.+é", min_size=1, max_size=5), min_size=1, max_size=12)


@given(WORDS, st.text(alphabet="abc.+é", max_size=6))
def test_the_longest_word_that_begins_a_text_is_found(words, text):
    found = re.compile(branches(words)).match(text)
    longest = max((word for word in words if text.startswith(word)), key=len, default=None)
    assert (found[0] if found else None) == longest


def test_signs_that_patterns_obey_stand_for_themselves():
    assert re.fullmatch(branches(["a.b", "a+"]), "a.b")
    assert not re.fullmatch(branches(["a.b", "a+"]), "axb")
