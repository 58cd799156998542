"""A text made fit to read numbers in, and the way back to the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoin.claims.figures.cleaned import Cleaned, lowered


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        pytest.param("450\u00ad 000", "450 000", id="soft hyphen"),
        pytest.param("450\u200b000", "450000", id="no width"),
        pytest.param("mil-\nlions", "millions", id="a word broken by a line"),
        pytest.param("quatre-\nvingt-dix", "quatre-vingt-dix", id="a number broken at its own hyphen"),
        pytest.param("450 000¹² comptes", "450 000 comptes", id="a raised footnote"),
        pytest.param("450 000[3] comptes", "450 000 comptes", id="a footnote in brackets"),
        pytest.param("10⁶ octets", "10⁶ octets", id="a power is no footnote"),
        pytest.param("٤٥٠ ٠٠٠", "450 000", id="Arabic digits"),
        pytest.param("４５０", "450", id="full width digits"),
        pytest.param(
            "Le nombre des abonnés atteint 450\n000 personnes",
            "Le nombre des abonnés atteint 450\u202f000 personnes",
            id="a number broken by a line of prose",
        ),
        pytest.param("450\n000 |", "450\n000 |", id="two cells are two numbers"),
        pytest.param("rien à faire", "rien à faire", id="nothing to do"),
    ],
)
def test_what_stands_in_the_way_of_a_number_is_taken_out(text, cleaned):
    assert Cleaned(text).text == cleaned


@given(st.text("1é \u00ad\u200b¹[]-\nab٣", max_size=40))
def test_every_position_leads_back_to_the_sign_it_came_from(text):
    cleaned = Cleaned(text)
    back = [cleaned.original(position) for position in range(len(cleaned.text))]
    assert back == sorted(set(back))
    for sign, position in zip(cleaned.text, back, strict=True):
        assert sign == text[position] or sign.isdigit() or sign == "\u202f"


def test_spans_of_the_original_become_spans_of_the_cleaned_text():
    text = "a\u00adb 12\u200b3 c"
    cleaned = Cleaned(text)
    start = text.index("1")
    assert cleaned.cleaned([(start, start + 4)]) == [(3, 6)]
    assert text[cleaned.original(3) : cleaned.original_end(6)] == "12\u200b3"


@given(st.text(max_size=20))
def test_small_letters_keep_the_length(text):
    assert len(lowered(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [("900 euros¹²", "900 euros"), ("12 %³", "12 %"), ("5 m² et 10⁶", "5 m² et 10⁶"), ("9 km²", "9 km²")],
)
def test_a_footnote_mark_behind_a_word_goes_and_a_power_stays(text, cleaned):
    assert Cleaned(text).text == cleaned
