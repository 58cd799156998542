"""Microsoft's French specifications of ages and ranges as an oracle; the others are held by scoring/test_specs.py."""

import json
from decimal import Decimal, InvalidOperation

from temoin.claims.figures.figure import Setting
from temoin.claims.figures.find import find_figures

FOLDER = "data/recognizers_fr_specs"


def value(result):
    printed = str(result["Resolution"].get("value", "")).replace(",", ".").removesuffix("%")
    try:
        return Decimal(printed)
    except InvalidOperation:
        return None


def test_ages_are_durations(shared):
    read = json.loads(shared(f"{FOLDER}/NumberWithUnit_French_AgeModel.json").read_text(encoding="utf-8-sig"))
    right = 0
    for case in read:
        asked = {value(result) for result in case["Results"]}
        found = find_figures(case["Input"], Setting("fr"))
        right += asked <= {figure.value for figure in found if figure.kind == "duration"}
    assert right >= 0.85 * len(read)


def bounds(printed):
    low, high = printed.strip("[]()").split(",")
    return (Decimal(low) if low else None, Decimal(high) if high else None)


def test_ranges_and_bounds_of_one_figure_are_read(shared):
    read = json.loads(shared(f"{FOLDER}/Number_French_NumberRangeModel.json").read_text(encoding="utf-8-sig"))
    asked = right = 0
    for case in read:
        found = find_figures(case["Input"], Setting("fr"), bare=True)
        for result in case["Results"]:
            low, high = bounds(result["Resolution"]["value"])
            if low is not None and low == high:
                continue
            asked += 1
            right += any((figure.low, figure.high) == (low, high) for figure in found)
    assert right >= 0.80 * asked
