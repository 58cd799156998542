"""Cases of a specification: right only where every result is read, and nothing else."""

import json

import pytest

from temoin.claims.scoring.specs import SPECS, Spec, score_spec

MADE_UP = Spec("made up", "made_up.json", "money", 0.97, {"nobody says so": {1}})


def a_case(text, *results):
    return {"Input": text, "Results": list(results)}


def a_result(text, value, unit="Dollar"):
    return {"Text": text, "Resolution": {"value": value, "unit": unit}}


@pytest.mark.parametrize(
    ("case", "right"),
    [
        pytest.param(a_case("Cela vaut 5 dollars.", a_result("5 dollars", "5")), 1, id="read as said"),
        pytest.param(a_case("Cela vaut 5,5 dollars.", a_result("5,5 dollars", "5,5")), 1, id="a comma"),
        pytest.param(a_case("Cela vaut 5 euros.", a_result("5 euros", "5")), 0, id="another currency"),
        pytest.param(a_case("Cela vaut 5 dollars."), 0, id="one too many"),
        pytest.param(a_case("Cela ne vaut rien."), 1, id="nothing to read"),
        pytest.param(a_case("Cela vaut 5 dollars.", a_result("5", "5"), a_result("5", "5")), 0, id="one answer to two"),
    ],
)
def test_a_case(tmp_path, case, right):
    (tmp_path / MADE_UP.file).write_text(json.dumps([case]), encoding="utf-8-sig")
    counted, every = score_spec(tmp_path, MADE_UP)
    assert (counted.right, counted.of) == (right, 1)
    assert (every.right, every.of) == (right, 1)


def test_a_case_against_usage_is_counted_apart(tmp_path):
    cases = [a_case("Cela vaut 5 dollars.", a_result("5 dollars", "5")), a_case("Cela vaut 5 dollars.")]
    (tmp_path / MADE_UP.file).write_text(json.dumps(cases), encoding="utf-8-sig")
    counted, every = score_spec(tmp_path, MADE_UP)
    assert (counted.of, every.of, every.right) == (1, 2, 1)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_a_specification_is_read_as_it_says(shared, spec):
    counted, every = score_spec(shared("data/recognizers_fr_specs"), spec)
    assert all(rank < every.of for rank in spec.left_out)
    assert counted.value >= spec.asked, counted.wrong
