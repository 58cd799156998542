"""What a headline says goes to platforms, against the amounts of its text."""

import pytest

from temoin.claims.checks.headlines import check_headlines

from .making import only, page

TEXT = (
    "L’Atlasie dépense {title} sur les réseaux sociaux\n\n"
    "La ville de Brumeval a payé {paid} yuans à Facebook pour des bannières publicitaires.\n\n"
    "Les vallées ont équipé leurs centres :\n\nVallée de Corvane : 6,5 millions de yuans\n"
    "Vallée de Dorlis : 10 millions de yuans\nVallée d’Estive : 3,5 millions de yuans\n\n"
    "Au total, elles ont dépensé 20 millions de yuans.\n"
)


def test_the_part_that_goes_to_a_platform_is_told():
    found = only(check_headlines, TEXT.format(title="des millions", paid="250 000"))
    assert (found.verdict, found.because) == ("cannot_tell", "scope")
    assert found.numbers["to_platforms"] == 250_000
    assert found.numbers["all"] == 20_250_000
    assert found.numbers["share_percent"] == 1.23
    assert found.settle is not None


def test_where_a_platform_gets_what_the_headline_says_nothing_is_told():
    assert check_headlines(page(TEXT.format(title="des millions", paid="30 000 000"))) == []


def test_a_headline_of_another_matter_is_not_judged():
    text = TEXT.format(title="des millions", paid="250 000").replace("les réseaux sociaux", "les routes")
    assert check_headlines(page(text)) == []


BODY = "\n\nLa mairie d’Aubrac a versé {} euros à trois imprimeurs en 2021, dit-elle."


def test_billions_above_a_body_of_millions_are_told():
    (found,) = check_headlines(
        page("Des milliards pour les imprimeurs" + BODY.format("4,2 millions d’").replace("d’ euros", "d’euros"))
    )
    assert (found.verdict, found.because) == ("cannot_tell", "magnitude")


@pytest.mark.parametrize("amount", ["2,1 milliards d’", "400 millions d’"])
def test_billions_that_the_body_may_hold_are_not_told(amount):
    text = "Des milliards pour les imprimeurs" + BODY.format(amount).replace("d’ euros", "d’euros")
    assert check_headlines(page(text)) == []


def test_billions_of_something_else_are_not_money():
    text = "Des milliards de feuilles pour les imprimeurs" + BODY.format("4 200")
    assert check_headlines(page(text)) == []
