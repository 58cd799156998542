"""Shares, changes and multiples recomputed."""

import pytest

from temoin.claims.checks.shares import check_shares

from .making import only, page, verdicts

LOSS = (
    "Les coupures ont coûté 1,56 milliard de dollars, soit {change} % de moins qu’en 2023, année où le total était de "
    "1,74 milliard de dollars.\n\nLa Corvanie, avec 1,12 milliard de dollars, pèse environ {share} % du total."
)


def test_a_change_and_a_share_that_hold_agree():
    change, share = check_shares(page(LOSS.format(change="10,34", share="72")))
    assert (change.verdict, share.verdict) == ("agrees", "agrees")
    assert change.numbers["computed_low"] < 10.34 < change.numbers["computed_high"]
    assert "71,79" in share.words.fr


@pytest.mark.parametrize(("change", "share"), [("20,34", "72"), ("10,34", "82")], ids=["change", "share"])
def test_one_that_does_not_hold_disagrees(change, share):
    found = check_shares(page(LOSS.format(change=change, share=share)))
    assert sorted(one.verdict for one in found) == ["agrees", "disagrees"]
    wrong = next(one for one in found if one.verdict == "disagrees")
    assert wrong.because == "denominator"
    assert wrong.settle is not None


LIST = (
    "Vallée de Brumeval : 6,5 millions d’euros\nVallée de Corvane : 10 millions d’euros\n"
    "Vallée de Dorlis : 3,5 millions d’euros\n\nAu total, les vallées ont reçu 20 millions d’euros.\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("La vallée de Corvane pèse à elle seule 50 % du total.", "agrees"),
        ("La vallée de Corvane pèse à elle seule 72 % du total.", "disagrees"),
        ("Corvane, avec 10 millions d’euros, représente la moitié des dépenses.", "agrees"),
        ("Dorlis, avec 3,5 millions d’euros, représente le tiers du montant total.", "disagrees"),
        ("Un tiers du total est allé à Brumeval.", "agrees"),
    ],
    ids=["named", "named and wrong", "half", "third and wrong", "third"],
)
def test_a_share_of_a_list_is_of_its_total(sentence, verdict):
    assert verdicts(check_shares, LIST + sentence) == [verdict]


@pytest.mark.parametrize(
    "sentence",
    [
        "La vallée de Corvane pèse 72 % des dépenses publicitaires.",
        "La vallée de Corvane pèse 72 % du total mondial.",
        "Avec 10 millions d’euros et 3,5 millions d’euros, Corvane et Dorlis font 72 % du total.",
    ],
    ids=["of advertising", "of the world", "of several"],
)
def test_a_share_of_something_else_is_not_called_wrong(sentence):
    assert "disagrees" not in verdicts(check_shares, LIST + sentence)


def test_a_share_of_what_the_text_does_not_give_is_not_judged():
    assert check_shares(page("Dans le monde, 50 % des coupures s’accompagnaient d’autres violations.")) == []
    assert check_shares(page("Le coût recule de 67 % et atteint 9,01 milliards de dollars.")) == []
    assert check_shares(page("Le mobile fait 70 % du trafic, et la panne a coûté 34,8 millions de dollars.")) == []


def test_a_share_of_a_base_is_computed():
    found = only(check_shares, "Plus des deux tiers des 18 millions d’habitants ont accès à Internet.")
    assert found.verdict is None
    assert found.numbers["made"] == 12_000_000
    assert "au moins" in found.words.fr


@pytest.mark.parametrize(("share", "verdict"), [("32", "agrees"), ("52", "disagrees")], ids=["holds", "does not"])
def test_a_share_of_the_population_is_of_the_inhabitants_counted_beside_it(share, verdict):
    text = f"Le pays (12 millions d’habitants) compte 3,8 millions d’internautes, soit {share} % de la population."
    assert verdicts(check_shares, text) == [verdict]
    assert check_shares(page(text.replace(" (12 millions d’habitants)", ""))) == []


def test_a_change_from_one_to_another_goes_forward():
    text = "L’audience passe de 200 000 à 300 000 abonnés, soit une hausse de {} %."
    assert verdicts(check_shares, text.format("50")) in (["agrees"], [])
    assert "disagrees" not in verdicts(check_shares, text.format("50"))


def test_a_multiple_of_two_counts():
    text = "Instagram a reçu 11 067 258 réactions, {} fois plus que les 1 345 710 réactions de Facebook."
    assert verdicts(check_shares, text.format("huit")) in (["agrees"], [])
    assert "agrees" not in verdicts(check_shares, text.format("30"))


OF_ANOTHER_PERIOD = [
    "Le crédit est passé de 10 millions d’euros en 2019 à 14 millions en 2021, en hausse de 18 % par an.",
    "Les ventes sont passées de 800 euros à 600 euros (- 25 %), après une baisse de 8 % l’année précédente.",
    "Spending rose from 10 million euros in 2019 to 14 million euros in 2021, growth of 18% a year.",
]


@pytest.mark.parametrize("text", OF_ANOTHER_PERIOD)
def test_a_rate_a_year_or_of_another_year_is_not_the_change(text):
    assert "disagrees" not in verdicts(check_shares, text)


def test_a_change_is_taken_from_the_first_figure_to_the_second_with_their_years():
    text = "Le crédit est passé de 10 millions d’euros en 2019 à 14 millions d’euros en 2021, en hausse de {} %."
    assert verdicts(check_shares, text.format("40")) == ["agrees"]
    assert verdicts(check_shares, text.format("60")) == ["disagrees"]
