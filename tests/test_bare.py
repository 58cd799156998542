"""A text in bare letters keeps its length, so that what is found in it stands at the same place as printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoin.bare import bare


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Guinée-Bissau", "Guinee Bissau"),
        ("l’État", "l'Etat"),
        ("10\u202f000\u00a0€", "10 000 €"),
        ("ÀÉÎÕÜ ñ ç", "AEIOU n c"),
        ("Chișinău", "Chisinau"),
        ("plain-ascii", "plain ascii"),
        ("", ""),
    ],
)
def test_accents_spaces_hyphens_and_apostrophes_become_plain(text, plain):
    assert bare(text) == plain


@given(st.text())
def test_each_code_point_stays_one(text):
    assert len(bare(text)) == len(text)


@given(st.text(alphabet=st.characters(max_codepoint=0x17F, exclude_categories=("Cs",))))
def test_the_two_ways_agree_on_letters(text):
    # A sign of another script sends the text the slow way round.
    slow = bare(text + "\u1e00")[:-1]
    letters = [place for place, sign in enumerate(slow) if sign.isascii() and sign.isalpha()]
    assert [bare(text)[place] for place in letters] == [slow[place] for place in letters]
