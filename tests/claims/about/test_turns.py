"""Whose turn it is in interviews of our own."""

import pytest

from temoin.claims.about.turns import turns_of

LONG = "La coupure a coûté cher aux banques et aux commerces de toute la capitale."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"Awa Diop : {LONG}\nPaul Renard : {LONG}", ["Awa Diop", "Paul Renard"], id="two long turns"),
        pytest.param("Combien ?\nAwa Diop : Nous avons payé.", ["Awa Diop"], id="a short answer to a question"),
        pytest.param(
            "Combien ?\nAwa Diop : Nous avons payé.\nEt après ?\n— Rien.\nOn parle de plus…\n– C’est faux.",
            ["Awa Diop", None, "Awa Diop", None, "Awa Diop"],
            id="answers behind dashes",
        ),
        pytest.param(
            "Ruth Moyo: How much?\nTunde Bello: We paid.", ["Ruth Moyo", "Tunde Bello"], id="a named question"
        ),
    ],
)
def test_the_turns_of_an_interview_are_told_by_names_and_dashes(text, expected):
    assert [turn.who for turn in turns_of(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Source : Mesures du nord.", id="a label"),
        pytest.param(f"Awa Diop : {LONG}", id="one long line"),
        pytest.param("Combien ?\nBudget : Trois millions.", id="one word"),
        pytest.param("Les faits :\n— Une coupure.\n— Une panne.", id="a list"),
    ],
)
def test_a_text_without_questions_and_answers_has_no_turns(text):
    assert turns_of(text) == []
