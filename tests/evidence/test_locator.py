import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoin.errors import InputError
from temoin.evidence import Chars, PageBox, Rows, Whole
from temoin.evidence.locator import Locator, parse_locator

SOURCES = st.text("0123456789abcdef", min_size=1, max_size=64)
NUMBERS = st.integers(0, 10**9)
TENTHS = st.integers(0, 10**5).map(lambda number: number / 10)
LOCATORS = st.one_of(
    st.builds(Whole, SOURCES),
    st.builds(Chars, SOURCES, NUMBERS, NUMBERS),
    st.builds(Rows, SOURCES, NUMBERS, NUMBERS),
    st.builds(PageBox, SOURCES, NUMBERS, TENTHS, TENTHS, TENTHS, TENTHS),
)


@given(LOCATORS)
def test_a_reference_reads_back_as_the_place_it_names(locator: Locator) -> None:
    assert parse_locator(str(locator)) == locator


@pytest.mark.parametrize("text", ["ab#", "ab#char=1", "ab#line=3", "ab#row=a"])
def test_an_unknown_fragment_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="unknown fragment"):
        parse_locator(text)
