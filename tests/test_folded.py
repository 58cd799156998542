"""A folded text keeps its places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoin.folded import bare, fold


@given(st.text(max_size=80))
def test_a_folded_text_has_one_byte_a_code_point(text):
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("AOÛT", b"aout", id="capitals and accents"),
        pytest.param("1\u202f000\xa0€", b"1 000 ?", id="spaces of every width, a sign beyond Latin"),
        pytest.param("l’été", b"l'ete", id="curly apostrophe"),
        pytest.param("5–10", b"5-10", id="dash"),
        pytest.param("1ᵉʳ", b"1er", id="raised letters"),
        pytest.param("нет", b"???", id="another script"),
        pytest.param("", b"", id="nothing"),
    ],
)
def test_what_looks_alike_is_folded_alike(text, folded):
    assert fold(text) == folded


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
