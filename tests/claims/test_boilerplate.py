"""What made-up pages say of themselves, told from what they say of the matter."""

import pytest

from temoin.claims import sample

PAGE = (
    "Vous avez lu 3 articles gratuits ce mois-ci.",
    "S’abonner pour 1 € le premier mois",
    "Soutenez Le Journal du Nord à partir de 5 €",
    "Recevez notre newsletter chaque matin à 7h",
    "Lire aussi : Nordland : 12 morts dans une attaque",
    "À lire également : les 5 chiffres de la campagne",
    "245 partages",
    "3 min de lecture",
    "Temps de lecture : 4 minutes",
    "© 2023 Le Journal du Nord – Tous droits réservés",
    "Faites un don : 66 % déductibles de vos impôts",
    "Zéro publicité, 12 fonctions avancées, contenus exclusifs",
    "voici trois bonnes raisons de soutenir notre travail :",
    "Déjà abonné ? 2 appareils par compte",
    "Il vous reste 80 % de cet article à lire. La suite est réservée aux abonnés.",
    "Abonnez-vous dès 9,99 € par mois, sans engagement",
    "Ce site utilise 12 cookies pour vous offrir le meilleur service",
    "Subscribe now for $1 a week. Cancel anytime.",
    "You have 2 free articles remaining this month.",
    "Sign up for our newsletter: 3 stories every morning",
    "5 min read",
    "Donate $10 to support independent journalism",
    "Read more: 7 ways to beat a blackout",
    "Copyright 2021 The Northern Post. All rights reserved.",
)
MATTER = (
    "Le service propose un abonnement sans publicité à 9,99 € par mois.",
    "La newsletter du candidat compte 12 000 abonnés.",
    "Plus de 3 000 personnes ont fait un don à la campagne.",
    "« Rejoignez-nous, nous sommes déjà 12 000 », a lancé Awa Diop.",
    "« Soutenez-moi », a dit Awa Diop à 300 fidèles.",
    "Awa Diop a 3 000 abonnés sur Instagram.",
    "Le parti a reçu 40 000 euros de dons en mars.",
    "La vidéo a été partagée 12 000 fois.",
    "The party received 40,000 dollars in donations.",
    "The newspaper has 12,000 subscribers and 3 free editions.",
    "Selon l’enquête, 12 % des lecteurs lisent aussi en ligne.",
    "The campaign raised $12 million from its supporters last year.",
)


@pytest.mark.parametrize("line", PAGE)
def test_what_a_page_says_of_itself_is_set_apart(line):
    found = sample.read(f"Le Mali vote.\n\n{line}\n\nLe Mali attend.", published="2023-03-05")
    assert [one.text for one in found if one.claim] == []


@pytest.mark.parametrize("line", MATTER)
def test_what_it_says_of_the_matter_is_kept(line):
    found = sample.read(f"Le Mali vote.\n\n{line}\n\nLe Mali attend.", published="2023-03-05")
    assert found
    assert all(one.claim for one in found)


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        pytest.param("Le 01/09/2021 à 21h08", ["publication date"], id="a line of its own"),
        pytest.param("Publié le 3 mars 2023 à 10h15", ["publication date"], id="its word"),
        pytest.param(
            "26 octobre 2020 21:31 Mis à jour: 16 novembre 2020 18:32", ["publication date", "update"], id="both"
        ),
        pytest.param("Updated 3 March 2023", ["update"], id="English"),
        pytest.param("Par Awa Diop, le 3 mars 2023", ["publication date"], id="a byline"),
        pytest.param("NORDBY, Nordland, 8 mai 2019 /PRNewswire/ -- On vote.", ["publication date"], id="a dateline"),
    ],
)
def test_the_stamps_of_a_page_are_named_and_set_apart(text, attributes):
    found = sample.read(f"{text}\n\nLe Mali attend encore le vote de demain.", published="2023-03-05")
    stamped = [one.attribute for one in found if not one.claim]
    assert stamped[: len(attributes)] == attributes


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Le 3 mars 2023, la coupure commence.", id="a day in a sentence"),
        pytest.param("3 mars 2023 – La commission a sanctionné Vertex.", id="a day that opens prose"),
        pytest.param("La mise à jour de la liste date du 3 mars 2023.", id="an update told"),
    ],
)
def test_a_day_of_the_matter_is_no_stamp(text):
    found = sample.read(f"Le Mali vote.\n\n{text}", published="2023-03-05")
    assert any(one.claim for one in found if one.kind == "date")


def test_a_mark_of_a_list_is_no_statement():
    assert sample.read("Les points\n  • 1 Vertex\n  • 2 Albatros") == []


@pytest.mark.parametrize(
    ("text", "figure", "claim"),
    [
        pytest.param("Offre spéciale : -50 % pendant 3 mois, sans engagement", "3 mois", False, id="an offer"),
        pytest.param("Norcom a lancé une offre spéciale à 500 euros.", "500", True, id="an offer reported"),
        pytest.param("Le règlement, modifié hier, coûte 3 euros.", "hier", True, id="a change told in prose"),
        pytest.param("Hier, le Sénat l’a modifiée ; avant-hier, rien.", "avant-hier", True, id="behind a semicolon"),
        pytest.param("Publié le 3 mai 2024, modifié le 5 mai 2024", "5 mai", False, id="a stamp"),
    ],
)
def test_offers_and_stamps_are_told_from_prose(text, figure, claim):
    found = [one for one in sample.read(text, published="2024-05-06") if one.text.lstrip("le ").startswith(figure)]
    assert [one.claim for one in found] == [claim]
