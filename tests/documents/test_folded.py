"""A folded text keeps its places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoin.documents.folded import fold


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
