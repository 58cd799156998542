"""Parities as declared: each with two sides, a source in both languages, and no two in force at once."""

import datetime as dt
from itertools import combinations

from babel import Locale

from temoin.world.pegs import peg_of, pegs


def test_every_parity_is_between_two_currencies_and_names_its_source_in_both_languages():
    known = Locale("en").currencies
    for peg in pegs():
        assert {peg.code, peg.anchor} <= set(known)
        assert peg.code != peg.anchor
        assert min(peg.units, peg.anchors) > 0
        assert min(len(peg.source.fr), len(peg.source.en)) > 10, peg.code


def test_no_currency_has_two_parities_on_one_day():
    for first, second in combinations(pegs(), 2):
        if first.code == second.code:
            assert first.until is not None
            assert first.until < second.since


def test_following_anchors_always_ends():
    for peg in pegs():
        seen, day = [peg.code], max(peg.since, dt.date(2001, 8, 1))
        while following := peg_of(seen[-1], day):
            assert following.anchor not in seen
            seen.append(following.anchor)


def test_the_euro_s_own_conversion_rates_are_the_six_digits_of_the_regulations():
    for peg in pegs():
        if "Council Regulation" in peg.source.en:
            assert len(peg.units.as_tuple().digits) == 6, peg.code


def test_a_parity_ends_on_its_last_day():
    assert peg_of("STD", dt.date(2017, 12, 31)) is not None
    assert peg_of("STD", dt.date(2018, 1, 1)) is None
    assert peg_of("XCG", dt.date(2025, 3, 30)) is None
