"""Names told as two things."""

import pytest

from temoin.claims.checks.type_slips import check_types

from .making import only, page

TEXT = "L’accord avec la ville de {name} a coûté 250 000 yuans. {rest}"


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("Vidéole", "Vidéole montrerait aux utilisateurs des bannières."),
        ("Vidéole", "L’application Vidéole est très suivie."),
        ("Telegram", "Le canal Telegram du maire en parle."),
    ],
    ids=["it acts", "it is called so", "it is known"],
)
def test_a_place_that_is_a_service_disagrees(name, rest):
    found = only(check_types, TEXT.format(name=name, rest=rest))
    assert (found.verdict, found.because) == ("disagrees", "type")
    assert found.numbers["name"] == name
    assert all("#char=" in reference for reference in found.evidence)


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("Brumeval", "Brumeval a montré l’exemple."),
        ("Brumeval", "La page Facebook de Brumeval montre des vidéos aux utilisateurs."),
        ("Brumeval", "Brumeval diffuse des vidéos et des bannières."),
        ("Brumeval", "Les habitants de Brumeval utilisent une application."),
    ],
    ids=["a verb alone", "its page", "it has no users", "its people"],
)
def test_a_place_that_stays_one_says_nothing(name, rest):
    assert check_types(page(TEXT.format(name=name, rest=rest))) == []
