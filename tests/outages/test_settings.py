"""The parameters, declared once."""

from temoin.evidence.digest import canonical
from temoin.outages import DEFAULT, Settings


def test_they_are_plain_values_that_have_one_canonical_form() -> None:
    assert canonical(DEFAULT.record()) == canonical(Settings().record())


def test_each_is_printed_without_needless_decimals() -> None:
    printed = dict(DEFAULT.printed())
    assert (printed["falls_below"], printed["confirm_bins"], printed["settles_after_days"]) == ("0.84", "3", "28")


def test_a_bin_comes_back_higher_than_it_falls() -> None:
    assert DEFAULT.back_above > DEFAULT.falls_below


def test_every_parameter_stands_in_the_page() -> None:
    page = Settings.__doc__ or ""
    assert [name for name in DEFAULT.record() if f"\n    {name} : " not in page] == []
