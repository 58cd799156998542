"""Numbers in Chinese characters."""

import pytest

from temoin.claims.figures.figure import Setting
from temoin.claims.figures.find import find_figures
from temoin.claims.figures.han import han_numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("四百五十万", 4_500_000),
        ("两千", 2000),
        ("一亿二千万", 120_000_000),
        ("三万五千", 35_000),
        ("十五", 15),
        ("六百零三", 603),
    ],
)
def test_a_number_in_characters_is_read(text, value):
    assert [one.value for stream in han_numbers(text) for one in stream] == [value]


@pytest.mark.parametrize("text", ["一", "万", "零零", "pas de chinois"])
def test_a_lone_character_is_no_number(text):
    assert [one for stream in han_numbers(text) for one in stream] == []


def test_yuan_follow_both_kinds_of_digits():
    found = find_figures("投资6.5万元，又投四百五十万元", Setting(None))
    assert [(one.value, one.unit) for one in found] == [(65_000, "CNY"), (4_500_000, "CNY")]
