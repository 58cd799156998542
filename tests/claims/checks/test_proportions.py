"""Audiences and people against how many there are."""

import pytest

from temoin.claims.checks.proportions import check_proportions

from .making import only, page

SERVICE = (
    "En Atlasie, Instagram compte 1,7 million d’utilisateurs.\n\n"
    "Le compte Instagram de Brumeval compte {} abonnés ; celui de Corvane 70 793 abonnés et celui de Dorlis 21 "
    "892 abonnés."
)


def test_most_of_a_service_behind_one_account_is_implausible():
    found = only(check_proportions, SERVICE.format("900 000"))
    assert (found.verdict, found.because) == ("cannot_tell", "denominator")
    assert found.numbers["service"] == "Instagram"
    assert found.numbers["share_low"] == pytest.approx(51.4, abs=0.1)
    assert "53 %" in found.words.fr.replace("\u00a0", " ")
    assert "21 892" in found.words.fr.replace("\u202f", " ")
    assert found.settle is not None


def test_a_fair_part_of_a_service_says_nothing():
    assert check_proportions(page(SERVICE.format("376 000"))) == []


def test_views_a_head_are_counted_on_what_the_text_gives():
    text = (
        "Plus des deux tiers des 18 millions d’habitants du Kazakhstan ont accès à Internet.\n\n"
        "YouTube y est consulté {} de fois par jour."
    )
    fine = only(check_proportions, text.format("12 millions"), published="2019-05-08")
    assert (fine.verdict, fine.numbers["each"]) == ("agrees", 1.0)
    assert len(fine.evidence) == 3
    odd = only(check_proportions, text.format("12 milliards"), published="2019-05-08")
    assert (odd.verdict, odd.because) == ("cannot_tell", "denominator")


def test_else_on_the_tables_of_the_world():
    text = "Au Kazakhstan, YouTube est consulté 12 millions de fois par jour."
    found = only(check_proportions, text, published="2019-05-08")
    assert found.verdict == "agrees"
    assert "World Bank" in found.numbers["base_source"]
    assert 0.5 < found.numbers["each"] < 1


def test_more_people_than_a_country_has_are_not_people():
    text = "Au Maroc, la campagne a touché {} millions de personnes."
    found = only(check_proportions, text.format("786"), published="2021-09-10")
    assert (found.verdict, found.because) == ("cannot_tell", "denominator")
    assert check_proportions(page(text.format("20"), published="2021-09-10")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Du Maroc à 25 autres pays, la campagne a touché 786 millions de personnes.",
        "Le Maroc et la Tunisie : 786 millions de personnes.",
        "La campagne a touché 786 millions de personnes.",
    ],
    ids=["wider", "two countries", "no country"],
)
def test_people_of_more_than_one_country_are_not_judged(text):
    assert check_proportions(page(text, published="2021-09-10")) == []
