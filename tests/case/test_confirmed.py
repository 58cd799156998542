import tomllib

import pytest

from temoin.case.confirmed import Section, keep_sections, with_section
from temoin.case.folder import Case
from temoin.case.settings import ConfirmedTable, read_settings
from temoin.errors import CaseError

BY_HAND = """\
# mine, as I like it
title   =   "Atlasie"      # keep my spaces

[methods.outages]
falls_below = 0.7
"""


def section(key="9f3b2c1d4e5f", *, by="Ada", meaning="account"):
    return Section(key, ConfirmedTable((('Nom "vrai"', meaning), ("Reste", "")), by), "relevé.xlsx, Feuil1")


def test_a_section_is_put_at_the_end_and_no_other_line_changes():
    text = with_section(BY_HAND, section())
    assert text.startswith(BY_HAND)
    assert read_settings(text).tables["9f3b2c1d4e5f"].columns == (('Nom "vrai"', "account"), ("Reste", ""))


def test_a_section_is_replaced_where_it_stands():
    after = '\n# the end\n[[known_events]]\nname = "x"\nbegan = "2031-01-01"\n'
    text = with_section(BY_HAND, section()) + after
    changed = with_section(text, section(meaning="entity", by="Bo"))
    assert changed.startswith(BY_HAND)
    assert changed.endswith(after)
    assert changed.count("[tables.") == 1
    assert read_settings(changed).tables["9f3b2c1d4e5f"].by == "Bo"


def test_the_same_decision_changes_no_byte():
    text = with_section(BY_HAND, section())
    assert with_section(text, section()) == text


def test_a_person_may_have_set_the_array_otherwise():
    text = BY_HAND + '[tables.9f3b2c1d4e5f]\ncolumns = [\n["a",\n"account"],\n]\nby = "x"\n[tables.other]\nby = "y"\n'
    changed = tomllib.loads(with_section(text, section()))
    assert changed["tables"]["9f3b2c1d4e5f"]["by"] == "Ada"
    assert changed["tables"]["other"] == {"by": "y"}


def test_line_ends_of_windows_stay():
    text = with_section(BY_HAND.replace("\n", "\r\n"), section())
    assert "\n" not in text.replace("\r\n", "")


def test_a_file_that_only_a_person_can_change_is_left_alone():
    with pytest.raises(CaseError, match="take it out"):
        with_section('tables = { 9f3b2c1d4e5f = { by = "x" } }\n', section())


def test_keeping_is_read_at_once(case: Case) -> None:
    before = case.settings_text
    keep_sections(case, [section(), section("abcdefabcdef")])
    assert set(case.settings.tables) == {"9f3b2c1d4e5f", "abcdefabcdef"}
    assert case.settings_text.startswith(before)
