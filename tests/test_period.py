import pytest

from temoin.errors import InputError
from temoin.period import parse_time


@pytest.mark.parametrize("shown", ["2024-10-27T02:30", "2024-03-31T02:30"], ids=["shown twice", "never shown"])
def test_a_time_that_the_clocks_showed_twice_or_never_is_asked_with_its_offset(shown: str) -> None:
    with pytest.raises(InputError, match=r"\+02:00") as caught:
        parse_time(shown, "Europe/Paris")
    assert "+01:00" in caught.value.in_("fr")
    assert parse_time(f"{shown}+02:00", "Europe/Paris") == parse_time(f"{shown}+02:00")
