"""Lengths told with their two ends."""

import pytest

from temoin.claims.checks.spans import check_spans

from .making import verdicts

SAME = {
    "hours": ("Le pont a fermé de 9 h à 17 h, soit {} heures.", "huit", "cinq"),
    "half hours": ("Le pont a fermé de 9 h 30 à 11 h 30, soit {} heures.", "deux", "quatre"),
    "over midnight": ("Le pont a fermé de 22 h à 4 h, soit {} heures.", "six", "dix-huit"),
    "days before": ("Le pont a fermé {} jours, du 3 mai 2021 au 8 mai 2021.", "cinq", "douze"),
    "weeks before": ("Le pont a fermé {} semaines, du 3 mai 2021 au 17 mai 2021.", "deux", "quatre"),
}


@pytest.mark.parametrize(("text", "right", "wrong"), SAME.values(), ids=SAME)
def test_a_length_holds_or_does_not(text, right, wrong):
    assert verdicts(check_spans, text.format(right)) == ["agrees"]
    assert verdicts(check_spans, text.format(wrong)) == ["disagrees"]


@pytest.mark.parametrize(
    "text",
    [
        "Le pont a fermé plus de deux jours, du 3 mai 2021 au 28 mai 2021.",
        "Le pont a fermé deux jours en mai. Le bac aussi, du 3 mai 2021 au 28 mai 2021.",
        "Le pont a fermé de 9 h à 17 h ; la route, quatre heures.",
    ],
    ids=["more than", "another sentence", "another thing"],
)
def test_a_length_of_something_else_is_not_judged(text):
    assert verdicts(check_spans, text) == []
