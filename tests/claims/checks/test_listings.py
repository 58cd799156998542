"""Counts and the lists that the text gives of them."""

import pytest

from temoin.claims.checks.listings import check_listings

from .making import only, page

PEOPLE = (
    "La présidente Aveline Corvane est en tête des {count} candidats avec 376 000 abonnés.\n\n"
    "Les autres candidats la suivent : Basile Dorlis a 21 314 abonnés, Célia Étrange 4 996 amis. "
    "Le candidat vert Fantin Galvaude n’a que 1 668 abonnés."
)
LINES = (
    "Voici ce qu’ont reçu {count} vallées :\n\nVallée de Brumeval : 3 euros\nVallée de Corvane : 4 euros\n"
    "Vallée de Dorlis : 5 euros\n"
)


def test_fewer_names_than_counted_are_a_list_to_complete():
    found = only(check_listings, PEOPLE.format(count="sept"))
    assert (found.verdict, found.because) == ("cannot_tell", "missing")
    assert found.numbers == {
        "said": 7,
        "listed": 4,
        "names": ["Aveline Corvane", "Basile Dorlis", "Célia Étrange", "Fantin Galvaude"],
    }
    assert len(found.evidence) == 5


def test_as_many_names_as_counted_agree():
    assert only(check_listings, PEOPLE.format(count="quatre")).verdict == "agrees"


def test_more_names_than_counted_are_not_all_of_the_list():
    assert check_listings(page(PEOPLE.format(count="deux"))) == []


@pytest.mark.parametrize(
    ("count", "verdict"), [("les trois", "agrees"), ("les quatre", "disagrees"), ("les deux", "disagrees")]
)
def test_a_list_of_lines_is_counted(count, verdict):
    assert only(check_listings, LINES.format(count=count)).verdict == verdict


def test_a_number_of_a_part_of_the_list_is_not_compared():
    text = LINES.format(count="les trois") + "\nAilleurs, deux vallées ont refusé."
    assert len(check_listings(page(text))) == 1


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Les deux vallées du nord ont refusé.", "cannot_tell"),
        ("Les deux vallées ont refusé.", "disagrees"),
        ("Les cinq vallées du pays ont refusé.", "disagrees"),
    ],
    ids=["narrowed", "all", "more than listed"],
)
def test_a_count_that_is_narrowed_may_be_of_a_part(said, verdict):
    text = LINES.format(count="les") + "\n" + said
    assert only(check_listings, text).verdict == verdict
    assert check_listings(page(text.replace("Les deux", "Ces deux").replace("Les cinq", "Deux"))) == []


def test_services_are_counted_by_their_names():
    text = "Sur quatre réseaux : Facebook, Twitter, Instagram et YouTube."
    assert only(check_listings, text).verdict == "agrees"
    assert check_listings(page("Sur cinq réseaux, dont Facebook et Twitter.")) == []


NAMED = "{} {} sont en lice : {}."


@pytest.mark.parametrize(
    ("count", "names", "verdict"),
    [
        ("Trois", "Aline Corve, Basile Dorlis et Célia Fantin", "agrees"),
        ("Quatre", "Aline Corve, Basile Dorlis et Célia Fantin", "disagrees"),
        ("Deux", "Aline Corve (ligue verte), Basile Dorlis et Célia Fantin", "disagrees"),
    ],
)
def test_names_after_a_colon_are_counted(count, names, verdict):
    assert only(check_listings, NAMED.format(count, "candidats", names)).verdict == verdict


@pytest.mark.parametrize(
    "text",
    [
        "Quatre candidats sont en lice, dont Aline Corve et Basile Dorlis.",
        "Quatre candidats sont en lice : Aline Corve, Basile Dorlis, etc.",
        "Quatre candidats sont en lice : notamment Aline Corve et Basile Dorlis.",
        "Quatre candidats sont en lice : Aline Corve et Basile Dorlis sont favoris.",
        "Trois buts ont été marqués : Aline Corve et Basile Dorlis.",
        "Trois partis sont en lice : la Ligue verte d’Aubrac, les amis de Brume et Corve.",
        "Deux pays ont signé : Brume et Dorlis et Corve.",
        "Douze pays ont signé : Aubrac, Brume et Corve.",
    ],
)
def test_names_that_are_not_the_whole_list_are_not_called_wrong(text):
    assert "disagrees" not in [one.verdict for one in check_listings(page(text))]
