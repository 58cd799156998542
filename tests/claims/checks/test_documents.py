"""The thirteen development documents, read in place: their real errors, and nothing else."""

import json

import pytest

from temoin.claims import check_statements, sample
from temoin.period import PartialDate

NAMES = [f"{number:02d}.txt" for number in range(1, 14)]


@pytest.fixture
def findings(shared):
    dates = json.loads(shared("labels/document_pubdates.json").read_text(encoding="utf-8"))

    def of(name, method=None):
        text = shared(f"labels/documents/{name}").read_text(encoding="utf-8")
        read = sample.read(text, published=dates[name])
        found = check_statements(text, read, published=PartialDate(dates[name]))
        return [one for one in found if method is None or one.method == f"claims.{method}/1"]

    return of


@pytest.mark.parametrize("name", NAMES)
def test_no_sound_figure_is_called_wrong(findings, name):
    wrong = [found for found in findings(name) if found.verdict == "disagrees"]
    assert [found.method for found in wrong] == (["claims.conversion/1"] if name == "05.txt" else [])


def test_a_conversion_ten_times_too_small_is_found_with_its_factor(findings):
    (found,) = findings("05.txt", "conversion")
    assert (found.verdict, found.because) == ("disagrees", "magnitude")
    assert found.numbers["factor"] == 9.9


def test_what_holds_is_said_to_hold(findings):
    assert [found.verdict for found in findings("04.txt", "conversion")] == ["agrees"]
    assert [found.verdict for found in findings("05.txt", "share")] == ["agrees", "agrees"]
    assert [found.verdict for found in findings("05.txt", "rank")] == ["agrees"]
    assert [found.verdict for found in findings("07.txt", "weekday")] == ["agrees"]
    assert {found.verdict for found in findings("08.txt", "rank")} == {"agrees"}
    assert [found.verdict for found in findings("10.txt", "list")] == ["agrees"]
