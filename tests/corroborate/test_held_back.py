"""What would rest on a figure that nobody has looked at is held back, and says so."""

from dataclasses import replace

from temoin.corroborate import compare_onsets, hold_back

from .test_onsets import says

CHECKED = says("10:30", who="Ana", high="10:31")
GUESSED = replace(says("16:30", who="Ben", high="16:31"), start=40, recognised=0.97, text="16 h 30")


def held():
    return hold_back(compare_onsets([CHECKED, GUESSED]), [GUESSED])


def test_a_disagreement_that_rests_on_a_guess_cannot_be_told_yet():
    (would,) = compare_onsets([CHECKED, GUESSED])
    assert would.verdict == "disagrees"
    (found,) = held()
    assert (found.verdict, found.because) == ("cannot_tell", "source")
    assert found.id == would.id
    assert found.numbers == {"place": "KZ", "to_check": [GUESSED.id]}
    assert "16:30" not in found.words.en


def test_it_names_the_figure_and_what_to_do():
    (found,) = held()
    assert found.settle is not None
    assert "« 16 h 30 »" in found.words.fr.replace("\u00a0", " ")
    assert GUESSED.id[:10] in found.settle.question.en
    for wanted in ("--picture", "temoin review"):
        assert wanted in found.settle.question.en
        assert wanted in found.settle.question.fr


def test_what_rests_on_nothing_to_check_is_not_told_twice():
    assert hold_back(compare_onsets([CHECKED]), [GUESSED]) == []
    assert hold_back(compare_onsets([CHECKED, GUESSED]), []) == []


def test_several_guesses_are_all_named():
    second = replace(says("16:45", who="Eve", high="16:46"), start=70, recognised=0.5, text="16 h 45")
    (found,) = hold_back(compare_onsets([CHECKED, GUESSED, second]), [GUESSED, second])
    assert all(figure in found.words.en for figure in ("“16 h 30”", "“16 h 45”"))
    assert len(found.numbers["to_check"]) == 2
