import pytest

from temoin.case.written_numbers import plain_number


@pytest.mark.parametrize(
    ("written", "plain"),
    [("3,2 milliards", "3200000000"), ("12,5", "12.5"), ("450\u00a0000", "450000"), ("2 Millions", "2000000")],
)
def test_a_number_is_read_as_people_write_it(written: str, plain: str) -> None:
    assert plain_number(written) == plain


@pytest.mark.parametrize("written", ["12,500", "3 billion", "1.234.567", "4 5", "", "deux"])
def test_what_may_be_read_in_two_ways_or_not_at_all_is_not_read(written: str) -> None:
    assert plain_number(written) is None
