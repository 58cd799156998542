"""Microsoft's French specifications as an oracle: how many of their cases are read as they say.

The specifications (Recognizers-Text, MIT) are read where they stand. A case is right when as many figures are read as
it has results, each with its value and, of money, its unit. The cases judged against French usage, or against a rule
of ours, are named by their rank in the file, with the reason; they are counted apart.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from temoin.claims.figures.figure import Figure, Setting
from temoin.claims.figures.find import find_figures
from temoin.claims.scoring.score import Share


@dataclass(frozen=True, slots=True)
class Spec:
    """One specification.

    Parameters
    ----------
    name, file : of the model
    kind : of the figures that answer it; None for any but a rank
    asked : share of the counted cases that must be read as they say
    against : reason to ranks of cases that are not counted
    """

    name: str
    file: str
    kind: str | None
    asked: float
    against: dict[str, set[int]]

    @property
    def left_out(self) -> set[int]:
        """Ranks of the cases that are not counted."""
        return {rank for ranks in self.against.values() for rank in ranks}


# Reason: the ranks of the cases, model by model.
_AGAINST: dict[str, dict[str, set[int]]] = {
    "Currency": {
        "a comma and three digits alone: thousands or decimals, the text does not say, and we never guess": {12},
        "“un” and “une” are articles": {69, 72},
        "a currency without an amount is no figure": {98, 99},
    },
    "Percent": {
        "no French sentence puts the percentage before its number": {11, 13},
        "the notation of a calculator": {16},
        "to subtract five per cent is not minus five per cent": {32},
    },
    "Number": {
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
    "Ordinal": {
        "last, next, previous and current are no ranks": {*range(30, 46), *range(66, 70)},
        "“premier” says an order, a class or a beginning more often than a rank": {61, 62, 63, 64},
        "in French a trillion is 10**18, not 10**12": {46, 48, 58},
        "a slip of the file, or a word no longer said": {0, 27},
        "a whole number, no rank": {59},
    },
}
_CODES = {
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
SPECS = (
    Spec("Currency", "NumberWithUnit_French_CurrencyModel.json", "money", 0.97, _AGAINST["Currency"]),
    Spec("Percent", "Number_French_PercentModel.json", "percent", 0.97, _AGAINST["Percent"]),
    Spec("Number", "Number_French_NumberModel.json", None, 0.95, _AGAINST["Number"]),
    Spec("Ordinal", "Number_French_OrdinalModel.json", "rank", 0.95, _AGAINST["Ordinal"]),
)


def score_spec(folder: Path, spec: Spec) -> tuple[Share, Share]:
    """Return how many cases of a specification are read as it says: of those counted, and of all of them.

    Parameters
    ----------
    folder : that holds the specifications
    """
    counted, every = Share(), Share()
    for rank, case in enumerate(json.loads((folder / spec.file).read_text(encoding="utf-8-sig"))):
        found = list(_figures(spec, case["Input"]))
        asked = [_value(result) for result in case["Results"]]
        right = len(found) == len(asked) and all(map(_is_same, case["Results"], found))
        told = f"{rank} {case['Input']!r}: {asked} read {[one.value for one in found]}"
        every.count(right=right, what=told)
        if rank not in spec.left_out:
            counted.count(right=right, what=told)
    return counted, every


def _figures(spec: Spec, text: str) -> Iterator[Figure]:
    for figure in find_figures(text, Setting("fr"), bare=spec.kind is None):
        if figure.kind == spec.kind or (spec.kind is None and figure.kind != "rank"):
            yield figure


def _is_same(result: dict[str, object], figure: Figure) -> bool:
    asked = _value(result)
    code = _CODES.get(str(_resolution(result).get("unit")))
    if asked is None or figure.value is None or (code is not None and figure.unit != code):
        return False
    return abs(asked - figure.value) <= abs(asked) / 1000


def _resolution(result: dict[str, object]) -> dict[str, object]:
    found = result.get("Resolution")
    return found if isinstance(found, dict) else {}


def _value(result: dict[str, object]) -> Decimal | None:
    printed = str(_resolution(result).get("value", "")).replace(",", ".").removesuffix("%")
    try:
        return Decimal(printed)
    except InvalidOperation:
        return None
