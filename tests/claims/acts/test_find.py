"""Acts without a figure: which act, who does it, upon whom, by what means; made-up parties and places."""

import pytest

from temoin.claims.acts import find_acts
from temoin.claims.sentences import split_sentences


def acts(text):
    return find_acts(text, split_sentences(text))


def told(text):
    return [(act.rule.id, act.actor) for act in acts(text)]


@pytest.mark.parametrize(
    ("text", "act", "actor", "target"),
    [
        ("Le gouvernement a décidé de couper Internet dans les principales villes.", "network cut",
         "Le gouvernement", "dans les principales villes"),
        ("The authorities shut down the mobile network nationwide on Monday.", "network cut", "The authorities",
         "nationwide"),
        ("L’internet atlasien a été coupé par l’opérateur Atlacom.", "network cut", "l'opérateur Atlacom", None),
        ("Internet est coupé depuis lundi.", "network cut", None, None),
        ("La coupure d’internet dure depuis lundi, dit Jean Exemple.", "network cut", None, None),
        ("Le régime a bloqué les réseaux sociaux avant le scrutin.", "services blocked", "Le régime", None),
        ("The ministry blocked access to WhatsApp and Telegram.", "services blocked", "The ministry", None),
        ("Deux partis politiques se sont procuré des bases de données d’électeurs.", "personal data obtained",
         "Deux partis politiques", "électeurs"),
        ("Some parties bought phone numbers of voters.", "personal data obtained", "Some parties", "voters"),
        ("Le Parti populaire a envoyé des SMS à des citoyens.", "messages sent", "Le Parti populaire", "citoyens"),
        ("Les électeurs reçoivent des messages tous les jours.", "messages received", None, "électeurs"),
        ("Le parti semble savoir exactement où il habite grâce à des logiciels.", "people located", "Le parti", None),
        ("On ne leur a pas demandé leur consentement.", "consent not asked", None, None),
        ("The platform sent emails without consent.", "consent not asked", "The platform", None),
        ("Les autorités ont payé des influenceurs.", "platform paid", "Les autorités", None),
        ("La ville de Montclair a conclu un accord avec une plateforme.", "agreement concluded",
         "La ville de Montclair", None),
        ("L’opérateur a ralenti le débit.", "network slowed", "L'opérateur", None),
    ],
)  # fmt: skip
def test_an_act_is_read_with_who_does_it_and_upon_whom(text, act, actor, target):
    found = {one.rule.id: one for one in acts(text)}
    assert act in found
    assert found[act].actor == actor
    if target is not None:
        assert found[act].target == target


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Les prix ont été coupés en deux.", id="what is cut is no network"),
        pytest.param("Le gouvernement a présenté son budget.", id="an actor and no act"),
        pytest.param("Le réseau routier a été étendu.", id="a network and no act"),
        pytest.param("Ils se sentent violés dans leur intimité par ces messages.", id="sentent is no sending"),
        pytest.param("Il a sorti sa carte. Le guichet est hors service.", id="two sentences"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_tells_no_act_gives_none(text):
    assert acts(text) == []


def test_means_are_what_serves_the_act():
    (act,) = acts("Les partis ont ciblé un public jeune en utilisant la géolocalisation.")
    assert act.means == "géolocalisation"


def test_a_pronoun_is_the_last_who_acted():
    text = "Certains partis ont acheté des bases de données. Ils ont accès à leurs comptes."
    assert told(text) == [("personal data obtained", "Certains partis"), ("accounts accessed", "Certains partis")]


def test_the_span_is_that_of_the_printed_words():
    text = "Hier,\nles autorités ont coupé\nl’internet."
    (act,) = acts(text)
    assert text[act.start : act.end] == "coupé\nl’internet"


def test_a_page_without_a_full_stop_tells_nothing():
    assert acts("coupé internet " * 200) == []


def test_the_third_seed_tells_that_data_were_bought_accounts_reached_places_known_and_nobody_asked(shared):
    text = shared("seeds/003_e9a02759d995cd8b.txt").read_bytes().decode()
    found = {act.rule.id: act for act in acts(text)}
    assert {"personal data obtained", "accounts accessed", "people located", "consent not asked"} <= found.keys()
    assert found["accounts accessed"].actor == "certains partis politiques"
