"""What the words before a figure do to it, and the interval it then stands for."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoin.claims.figures.qualifiers import interval, qualifier_before


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [
        pytest.param("plus de ", "at least", id="plus de"),
        pytest.param("pas plus de ", "at most", id="pas plus de"),
        pytest.param("moins de ", "at most", id="moins de"),
        pytest.param("pas moins de ", "at least", id="pas moins de"),
        pytest.param("more than ", "at least", id="more than"),
        pytest.param("no more than ", "at most", id="no more than"),
        pytest.param("fewer than ", "at most", id="fewer than"),
        pytest.param("no fewer than ", "at least", id="no fewer than"),
        pytest.param("not less than ", "at least", id="not less than"),
        pytest.param("not exceeding ", "at most", id="not exceeding"),
        pytest.param("inférieur à ", "at most", id="below"),
        pytest.param("jusqu’à ", "at most", id="up to"),
        pytest.param("près de\u202f", "about", id="near, narrow space"),
        pytest.param("environ (", "about", id="before a bracket"),
    ],
)
def test_the_words_before_a_figure_qualify_it(words, qualifier):
    text = f"On compte {words}"
    assert qualifier_before(text + "300", len(text)) == qualifier


@pytest.mark.parametrize("words", ["quelques ", "moreover ", "le plus ", "environnement ", ""], ids=lambda word: word)
def test_words_that_only_look_so_qualify_nothing(words):
    assert qualifier_before(f"{words}300", len(words)) == "exact"


@pytest.mark.parametrize(
    ("digits", "one", "qualifier", "low", "high"),
    [
        pytest.param("6.5", 10**6, "exact", 6_450_000, 6_550_000, id="half of the last decimal"),
        pytest.param("37300", 1, "exact", "37299.5", "37300.5", id="an exact integer keeps its zeros"),
        pytest.param("37300", 1, "about", 37250, 37350, id="about takes the zeros as rounding"),
        pytest.param("6.50", 1, "about", "6.495", "6.505", id="about leaves printed decimals"),
        pytest.param("0", 1, "about", "-0.5", "0.5", id="about nothing"),
        pytest.param("3", 1, "at least", 3, None, id="at least"),
        pytest.param("3", 1, "at most", None, 3, id="at most"),
    ],
)
def test_a_printed_figure_is_an_interval(digits, one, qualifier, low, high):
    found = interval(digits, Decimal(one), qualifier)
    bounds = tuple(None if bound is None else Decimal(bound) for bound in (low, high))
    assert (found.low, found.high) == bounds


@given(st.integers(1, 10**9), st.sampled_from(["exact", "about"]))
def test_a_figure_lies_inside_what_it_stands_for(value, qualifier):
    found = interval(str(value), Decimal(1), qualifier)
    assert found.low is not None
    assert found.high is not None
    assert found.low < value < found.high


@pytest.mark.parametrize(
    "text", ["250 000 yuans (environ 37 300", "« environ 37 300", "– environ 37 300", "[environ 37 300"]
)
def test_a_qualifier_right_after_an_opening_sign_counts(text):
    assert qualifier_before(text, len(text) - len("37 300")) == "about"
