"""Microsoft's French specification of dates, read in place as an oracle of habits; the floors are what was measured.

Left out: cases without a reference date unless they name their year themselves, durations and repetitions, which are
no dates here. Against the design, and so never agreed with: a time of day guessed on twelve hours, "il y a deux ans"
to the day, a range whose last day is outside ("de 2014 à 2018" ending on 1 January 2018: its last unit is inside
here), feasts, dates spelled out.
"""

import datetime as dt
import json
import re

import pytest

from temoin.claims.read import read_statements
from temoin.evidence.source import Reading
from temoin.period import PartialDate

_FLOORS = {"date": 0.40, "daterange": 0.65, "datetime": 0.35, "none": 0.92}


def cases(shared):
    path = shared("data/recognizers_fr_specs/DateTime_French_DateTimeModel.json")
    return json.loads(path.read_text(encoding="utf-8-sig"))


def read(case):
    told = (case.get("Context") or {}).get("ReferenceDateTime")
    found = read_statements(
        case["Input"],
        source="s",
        text_hash="h",
        language="fr",
        published=PartialDate(told[:10]) if told else None,
        reading=Reading(zone="UTC"),
    )
    return [one for one in found if one.kind in ("date", "datetime")]


def usable(shared, kind):
    for case in cases(shared):
        for result in case["Results"]:
            name = result.get("TypeName", result.get("Typename", "")).rpartition(".")[2]
            if name == kind and "Start" in result and (case.get("Context") or re.search(r"\d{4}", result["Text"])):
                yield case, result


def agrees(result, found):
    here = [one for one in found if one.start <= result["End"] and result["Start"] < one.end]
    return any(same(value, one) for value in result["Resolution"]["values"] for one in here)


def same(value, statement):
    if "start" in value or "end" in value:
        return same_range(value, statement)
    if value["value"] == "not resolved":
        return statement.value is None
    return (statement.value or "")[:16] == value["value"][:16].replace(" ", "T")


def same_range(value, statement):
    if statement.low is None or statement.high is None or statement.kind != "date":
        return False
    low, high = dt.date.fromisoformat(statement.low), dt.date.fromisoformat(statement.high)
    if "start" not in value or "end" not in value:
        bound = dt.date.fromisoformat(value.get("start", value.get("end")))
        return bound in (low, high, low - dt.timedelta(1), high + dt.timedelta(1))
    first, after = dt.date.fromisoformat(value["start"]), dt.date.fromisoformat(value["end"])
    unit = (after.day == 1 and high.replace(day=1) == after) or (
        after.month == after.day == 1 and high.year == after.year
    )
    named = statement.value is not None and value["timex"][:7] == statement.value[:7]
    return (low == first and (unit or high in (after, after - dt.timedelta(1)))) or named


@pytest.mark.parametrize("kind", ["date", "daterange", "datetime"])
def test_most_cases_of_the_oracle_that_the_design_allows_are_read_alike(shared, kind):
    asked = list(usable(shared, kind))
    agreed = sum(agrees(result, read(case)) for case, result in asked)
    assert agreed >= _FLOORS[kind] * len(asked), (agreed, len(asked))


def test_what_the_oracle_calls_no_date_is_none(shared):
    empty = [case for case in cases(shared) if not case["Results"]]
    silent = sum(not read(case) for case in empty)
    assert silent >= _FLOORS["none"] * len(empty), (silent, len(empty))
