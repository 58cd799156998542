"""How things are called: titles, sizes, moments, values, in both languages."""

import datetime as dt
from decimal import Decimal

import pytest

from temoin.dossier.naming import (
    isolate,
    language_of,
    print_between,
    print_local,
    print_parsed,
    print_size,
    print_value,
    title_of,
)
from temoin.words import Words

from .sample_documents import PRESS_SOURCE, SEALED_SOURCE
from .sample_report import SOURCES

NOON = dt.datetime(2031, 3, 8, 12, tzinfo=dt.UTC)


def view_of(source):
    return next(view for view in SOURCES if view.source.id == source.id)


def test_a_source_without_a_title_takes_the_one_its_text_proposes():
    assert title_of(view_of(PRESS_SOURCE), "fr") == "Atlasie : le réseau s’éteint avant le scrutin"


def test_a_sealed_source_is_called_by_its_id_alone():
    assert title_of(view_of(SEALED_SOURCE), "en") == f"Sealed source {SEALED_SOURCE.id[:10]}"


def test_the_language_proposed_stands_where_none_was_said():
    assert language_of(view_of(PRESS_SOURCE)) == "fr"
    assert language_of(None) == ""


def test_french_signs_and_hours_keep_to_their_neighbour():
    words = Words("« a » : 16 h 30 ; quoi ?", "a")
    assert words.in_("fr") == "«\xa0a\xa0»\xa0: 16\xa0h\xa030\u202f; quoi\u202f?"


@pytest.mark.parametrize(
    ("value", "fr", "en"),
    [
        (None, "—", "—"),
        (True, "oui", "yes"),
        (6_500_000, "6\u202f500\u202f000", "6,500,000"),
        (Decimal("0.10"), "0,1", "0.1"),
        (["a", 2.5], "a, 2,5", "a, 2.5"),
        ({"n": 1}, "n = 1", "n = 1"),
        ("ab" * 32, "ababababab", "ababababab"),
        ("2031-03-08T12:00:00Z", "8 mars 2031 à 12\xa0h\xa000 (UTC)", "8 March 2031, 12:00 (UTC)"),
        (NOON, "8 mars 2031 à 12\xa0h\xa000 (UTC)", "8 March 2031, 12:00 (UTC)"),
    ],
    ids=["nothing", "truth", "whole", "decimal", "list", "named", "id", "printed moment", "moment"],
)
def test_a_plain_value_is_written_as_people_do(value, fr, en):
    assert (print_value(value, "fr"), print_value(value, "en")) == (fr, en)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (None, "—"),
        ("6500000", "6,500,000"),
        ("2031-03-08", "8 March 2031"),
        ("2019-W18", "week 18 of 2019"),
        ("NaN", "NaN"),
    ],
    ids=["vague", "number", "day", "week", "not finite"],
)
def test_a_parsed_value_is_written_as_people_do(value, printed):
    assert print_parsed(value, "en") == printed


def test_bounds_on_one_day_give_the_clock_and_others_the_day():
    assert print_between(NOON, NOON + dt.timedelta(hours=1), "fr") == "entre 12\xa0h\xa000 et 13\xa0h\xa000 (UTC)"
    assert "9 March" in print_between(NOON, NOON + dt.timedelta(days=1), "en")


def test_the_local_time_is_left_out_where_it_is_utc():
    assert print_local(NOON, "UTC", "en") == ""
    assert print_local(NOON, "Asia/Almaty", "en") == "8 March 2031, 17:00 (UTC+5)"


def test_a_size_takes_the_unit_that_suits_it():
    assert [print_size(size, "en") for size in (0, 1023, 1024, 1 << 21)] == [
        "0\xa0B",
        "1,023\xa0B",
        "1.0\xa0KiB",
        "2.0\xa0MiB",
    ]


def test_a_mark_of_direction_ends_with_the_text_that_holds_it():
    assert isolate("a\u202eb") == "\u2068a\u202eb\u202c\u2069"
    assert isolate("plain") == "plain"
