"""Cases of a specification: right only where every result is answered, one to one, and nothing is invented."""

import json

import pytest

from temoin.claims.scoring.specs import SPECS, Spec, score_spec
from temoin.evidence import Statement

SPEC = Spec("made up", "made_up.json", frozenset({"money"}), 0.97)


def a_case(text, *results):
    return {"Input": text, "Results": list(results)}


def a_result(text, start, value, unit="Dollar"):
    resolution = {"value": value, "unit": unit}
    return {"Text": text, "Start": start, "End": start + len(text) - 1, "Resolution": resolution}


def a_statement(start, end, value, unit="USD"):
    return Statement("s", "t", start, end, "x", "money", "cost", "claims.figures/1", "x", 0, value=value, unit=unit)


@pytest.mark.parametrize(
    ("case", "found", "right"),
    [
        pytest.param(a_case("5 $", a_result("5 $", 0, "5")), [a_statement(0, 3, "5")], 1, id="read as said"),
        pytest.param(a_case("5,5 $", a_result("5,5 $", 0, "5,5")), [a_statement(0, 5, "5.5")], 1, id="a comma"),
        pytest.param(a_case("5 $", a_result("5 $", 0, "5")), [a_statement(0, 3, "5", "CAD")], 0, id="another dollar"),
        pytest.param(a_case("5 $", a_result("5 $", 0, "5")), [a_statement(4, 6, "5")], 0, id="elsewhere"),
        pytest.param(a_case("rien"), [a_statement(0, 3, "5")], 0, id="invented"),
        pytest.param(a_case("rien"), [], 1, id="nothing to read"),
        pytest.param(
            a_case("5 $ 5 $", a_result("5 $", 0, "5"), a_result("5 $", 4, "5")),
            [a_statement(0, 7, "5")],
            0,
            id="one answer to two",
        ),
    ],
)
def test_a_case(tmp_path, case, found, right):
    (tmp_path / SPEC.file).write_text(json.dumps([case]), encoding="utf-8-sig")
    share = score_spec(tmp_path, SPEC, lambda _: found)
    assert (share.right, share.of) == (right, 1)


def test_the_specifications_are_read_in_place(shared):
    folder = shared("data/recognizers_fr_specs")
    assert [score_spec(folder, spec, lambda _: []).of for spec in SPECS] == [114, 35, 273, 70]
