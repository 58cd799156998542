"""Wholes told with their parts in one breath: shares of a hundred, counts after a colon, a total right after."""

import pytest

from temoin.claims.checks.breakdowns import check_breakdowns

from .making import verdicts

SOUND = {
    "adds up": "Le club compte 90 membres : 40 à Aubrac, 30 à Brume et 20 à Corve.",
    "some of them": "Le club compte 90 membres : 40 à Aubrac, 30 à Brume, notamment.",
    "a list that does not end": "Le club compte 90 membres : 40 à Aubrac, 30 à Brume, 5 à Corve.",
    "other things": "Le club compte 90 membres : 4 gardiens, 3 terrains et 5 bus.",
    "several answers": "Répartition (plusieurs réponses) : radio 60 %, presse 50 %, télé 40 %.",
    "a change among shares": "Répartition : radio 60 %, presse 30 %, télé 20 %, en hausse.",
    "rounded shares": "Répartition : radio 33,4 %, presse 33,4 %, télé 33,3 %.",
    "total of what is told": "Aubrac a 12 bus en 2020 et 8 en 2021. Au total, 20 bus roulent.",
}
PLANTED = {
    "people": "Le club compte 90 membres : 40 à Aubrac, 30 à Brume et 35 à Corve.",
    "fewer": "Le club compte 90 membres : 40 à Aubrac, 30 à Brume et 10 à Corve.",
    "shares": "Répartition : radio 60 %, presse 30 %, télé 15 %, autres 5 %.",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_a_sound_breakdown_is_not_called_wrong(text):
    assert "disagrees" not in verdicts(check_breakdowns, text)


@pytest.mark.parametrize("text", PLANTED.values(), ids=PLANTED)
def test_a_breakdown_that_does_not_add_disagrees(text):
    assert verdicts(check_breakdowns, text) == ["disagrees"]


def test_parts_of_an_english_sentence_are_added():
    text = "The club has 90 members: 40 in Aubrac, 30 in Brume and {} in Corve."
    assert verdicts(check_breakdowns, text.format(20)) == ["agrees"]
    assert verdicts(check_breakdowns, text.format(25)) == ["disagrees"]


def test_two_parts_below_their_whole_may_not_be_all():
    assert verdicts(check_breakdowns, "Le club compte 90 membres : 40 à Aubrac et 30 à Brume.") == ["cannot_tell"]


def test_a_total_after_its_parts_is_told_without_being_called_wrong():
    text = "Aubrac a acheté 12 bus en 2020 et 8 en 2021. Au total, 25 bus roulent."
    assert verdicts(check_breakdowns, text) == ["cannot_tell"]
