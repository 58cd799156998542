import pytest

from temoin.errors import InputError
from temoin.period import parse_time


def test_a_time_that_the_clocks_showed_twice_is_asked_with_its_offset() -> None:
    with pytest.raises(InputError, match=r"showed this time twice.*\+02:00 \| .*\+01:00") as caught:
        parse_time("2024-10-27T02:30", "Europe/Paris")
    assert "deux fois" in caught.value.in_("fr")


def test_a_time_that_the_clocks_never_showed_is_said_to_be_one() -> None:
    with pytest.raises(InputError, match="never showed this time: they went forward") as caught:
        parse_time("2024-03-31T02:30", "Europe/Paris")
    assert "jamais" in caught.value.in_("fr")


def test_the_zone_that_is_likely_is_proposed_and_never_read_by() -> None:
    with pytest.raises(InputError, match=r"--zone UTC \| --zone Africa/Lome$"):
        parse_time("2024-03-04T10:30", likely="Africa/Lome")
