"""Microsoft's French specifications as an oracle: how many of their cases are read as they say.

The specifications (Recognizers-Text, MIT) are read where they stand. The cases judged against French usage, or against
a rule of ours, are named by their rank in the file, with the reason, and are not counted.
"""

import json
from decimal import Decimal, InvalidOperation

import pytest

from temoin.claims.figures.figure import Setting
from temoin.claims.figures.find import find_figures

FOLDER = "data/recognizers_fr_specs"
CURRENCY = "NumberWithUnit_French_CurrencyModel.json"
PERCENT = "Number_French_PercentModel.json"
NUMBER = "Number_French_NumberModel.json"
ORDINAL = "Number_French_OrdinalModel.json"
# Reason: the ranks of the cases, file by file.
AGAINST = {
    CURRENCY: {
        "a comma and three digits alone: thousands or decimals, the text does not say, and we never guess": {12},
        "“un” and “une” are articles": {69, 72},
        "a currency without an amount is no figure": {98, 99},
    },
    PERCENT: {
        "no French sentence puts the percentage before its number": {11, 13},
        "the notation of a calculator": {16},
        "to subtract five per cent is not minus five per cent": {32},
    },
    NUMBER: {
        "“un” and “une” are articles": {107, 112, 113, 117, 209, 234, 246},
        "the notation of a calculator": {63, 72, 73, 74, 75, 78, 79, 80, 81, 82, 83, 176, 177, 179},
        "a date, a telephone or an address of a machine is no number": {21, 224, 225},
        "a measure and a day are numbers too: the case asks for none": {24, 124, 125},
        "a comma and three digits alone: thousands or decimals, the text does not say, and we never guess": {40},
        "cents behind digits are coins, unless a thousand or a counted noun follows": {52, 160, 232, 233},
        "four zeros are no number": {106, 221},
        "in French a trillion is 10**18, not 10**12": {133, 151, 153},
        "not French, or not a number: “vingt et trois”, “premières” for a fraction, “crore lakh”": {99, 168, 189, 250},
        "“cent mille billionième” is a rank without “un”, “cent trente-cinquième” as well": {3, 197},
        "contradicted by another case of the file: 130/5 there, 100/35 here, and the like": {7, 192, 199, 200, 210},
        "95 × 100 / 5 or 95/105 of a number that French does not form": {205, 207, 208, 216},
        "302 dozens, not 300 and two dozens": {139},
        "the value asked is not that of the text": {141, 162},
        "“demi” alone is a glass or an adjective": {165},
        "a fraction greater than one said with “sur”, which the file elsewhere asks to leave": {245},
        "not French: a milliard and a part of a million without “de”": {262, 270},
        "a range: both numbers are read, as one figure": {266},
    },
    ORDINAL: {
        "last, next, previous and current are no ranks": {
            *range(30, 46),
            *range(66, 70),
        },
        "“premier” says an order, a class or a beginning more often than a rank": {61, 62, 63, 64},
        "in French a trillion is 10**18, not 10**12": {46, 48, 58},
        "a slip of the file, or a word no longer said": {0, 27},
        "a whole number, no rank": {59},
    },
}
KINDS = {CURRENCY: {"money"}, PERCENT: {"percent"}, ORDINAL: {"rank"}}
CODES = {
    "Dollar": "USD",
    "Dollar Canadien": "CAD",
    "Dollar de Hong Kong": "HKD",
    "Dollar Australien": "AUD",
    "Dollar États-Unis": "USD",
    "Dollar néo-zélandais": "NZD",
    "Euro": "EUR",
    "Yuan Chinois": "CNY",
    "Yen Japonais": "JPY",
    "Franc Suisse": "CHF",
    "Roupie indienne": "INR",
    "Mexican peso": "MXN",
    "Mark Finlandais": "FIM",
    "Florins Néerlandais": "NLG",
    "Cent": "cent",
    "Centimes": "centime",
    "Pence": "penny",
    "Pesewa": "pesewa",
}


def cases(shared, file):
    read = json.loads(shared(f"{FOLDER}/{file}").read_text(encoding="utf-8-sig"))
    left = {rank for ranks in AGAINST[file].values() for rank in ranks}
    assert all(rank < len(read) for rank in left)
    return [case for rank, case in enumerate(read) if rank not in left]


def value(result):
    printed = str(result["Resolution"].get("value", "")).replace(",", ".").removesuffix("%")
    try:
        return Decimal(printed)
    except InvalidOperation:
        return None


def is_right(file, case):
    kinds = KINDS.get(file)
    found = [
        figure
        for figure in find_figures(case["Input"], Setting("fr"), bare=file == NUMBER)
        if (figure.kind in kinds if kinds else figure.kind != "rank")
    ]
    asked = case["Results"]
    return len(found) == len(asked) and all(map(is_same, asked, found))


def is_same(result, figure):
    asked = value(result)
    code = CODES.get(result["Resolution"].get("unit"))
    if asked is None or figure.value is None or (code is not None and figure.unit != code):
        return False
    return abs(asked - figure.value) <= abs(asked) / 1000


@pytest.mark.parametrize(
    ("file", "least"),
    [
        pytest.param(CURRENCY, 0.97, id="currency"),
        pytest.param(PERCENT, 0.97, id="percent"),
        pytest.param(NUMBER, 0.95, id="number"),
        pytest.param(ORDINAL, 0.95, id="ordinal"),
    ],
)
def test_cases_are_read_as_the_specification_says(shared, file, least):
    counted = cases(shared, file)
    wrong = [case["Input"] for case in counted if not is_right(file, case)]
    assert len(counted) - len(wrong) >= least * len(counted), wrong


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
