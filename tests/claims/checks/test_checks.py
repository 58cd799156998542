"""The door of the checks: what enters, what comes out, and how long it takes."""

import time
from dataclasses import replace

from temoin.claims import CHECKS, check_statements, sample
from temoin.period import PartialDate

TEXT = "Aveline a reçu 3,1 millions d’euros et Brume 2,2 millions d’euros, soit 6,3 millions d’euros au total."


def test_statements_that_are_not_of_the_matter_never_enter():
    read = sample.read(TEXT)
    assert [one.verdict for one in check_statements(TEXT, read)] == ["disagrees"]
    assert check_statements(TEXT, [replace(one, claim=False) for one in read]) == []


def test_nothing_read_or_nothing_written_is_nothing_found():
    assert check_statements(TEXT, []) == []
    assert check_statements("", []) == []
    assert check_statements("", sample.read(TEXT)) == []


def test_the_same_text_gives_the_same_findings_in_the_same_order():
    read = sample.read(TEXT * 3)
    first = check_statements(TEXT * 3, read, published=PartialDate("2020-10-26"), place="KZ", language="fr")
    again = check_statements(TEXT * 3, list(reversed(read)), published=PartialDate("2020-10-26"), place="KZ")
    assert [one.id for one in first] == [one.id for one in again]


def test_every_finding_names_a_page_of_the_room():
    names = {method.name for method in CHECKS}
    assert {one.method for one in check_statements(TEXT, sample.read(TEXT))} <= names
    assert len(names) == len(CHECKS) == 17


def test_statements_with_missing_fields_are_checked_or_left_never_a_trouble():
    bare = [
        replace(one, value=value, low=None, high=None, unit=None, entity=None, attribute="", quote="", quote_start=0)
        for one in sample.read(TEXT)
        for value in (one.value, None, "x")
    ]
    assert [one.verdict for one in check_statements(TEXT, bare) if one.verdict == "disagrees"] in ([], ["disagrees"])


def test_four_times_the_text_takes_no_more_than_some_six_times_as_long():
    piece = "\n\n".join([TEXT, "Le jeudi 2 septembre 2021, la panne a duré 92 heures.", "Rien d’autre."] * 100)

    def seconds(text):
        read = sample.read(text)
        began = time.perf_counter()
        check_statements(text, read)
        return time.perf_counter() - began

    seconds(piece)
    assert min(seconds(piece * 4) for _ in range(2)) < 12 * max(seconds(piece), 0.01)
