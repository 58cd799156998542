"""Whose and what the figures of made-up sentences are; the parties, firms and towns are fictional, the "
"countries not."""

import pytest

from temoin.claims import sample


def told(text, figure, language="fr", published="2024-05-06"):
    found = [one for one in sample.read(text, language=language, published=published) if one.text.startswith(figure)]
    assert found, f"{figure} is not read"
    return found[0]


def cases(table, language):
    return [pytest.param(*case, language, id=name) for name, *case in table]


FRENCH = (
    ("the subject",
     "Awa Diop a 37 600 abonnés sur Instagram et 12 100 sur Twitter.",
     "37 600", "Awa Diop", "Instagram followers"),
    ("an elided unit keeps the subject and takes its own platform",
     "Awa Diop a 37 600 abonnés sur Instagram et 12 100 sur Twitter.",
     "12 100", "Awa Diop", "Twitter followers"),
    ("the one that qui stands for",
     "Paul Renard est le candidat de la fédération des mineurs qui compte 2 000 membres sur Facebook.",
     "2 000", "fédération des mineurs", "Facebook members"),
    ("a platform that counts",
     "Instagram y compte 1,7 million d’utilisateurs et Facebook, 450 000.",
     "1,7", "Instagram", "Instagram users"),
    ("a platform in a gapped clause",
     "Instagram y compte 1,7 million d’utilisateurs et Facebook, 450 000.",
     "450 000", "Facebook", "Facebook users"),
    ("whose page it is",
     "Le compte Instagram de Nordby compte 9 000 abonnés ; la page Facebook de Sudby en a 7 793 et Estby, 2 892.",
     "7 793", "Sudby", "Facebook followers"),
    ("a platform by parallelism",
     "Le compte Instagram de Nordby compte 9 000 abonnés ; la page Facebook de Sudby en a 7 793 et Estby, 2 892.",
     "2 892", "Estby", "Facebook followers"),
    ("the conversion of the figure before it",
     "Centre du comté de Nordby : 6,5 millions de yuans (environ 972 000 dollars), créé en août 2019.",
     "972 000", "Nordby", "money"),
    ("the day of an item of a list",
     "Centre du comté de Nordby : 6,5 millions de yuans (environ 972 000 dollars), créé en août 2019.",
     "août 2019", "Nordby", "creation"),
    ("the name before parentheses",
     "La coupure a coûté cher : le Pakistan (1,62 milliard USD) et le Kenya (75 millions USD) en souffrent.",
     "75 millions", "Kenya", "cost"),
    ("two platforms by parallelism",
     ("Awa Diop a 2 000 abonnés sur X. Paul Renard en a 300 000 sur Facebook et 456 000 sur Twitter ; Jean "
     "Vasseur, 130 000 et 451 000."),
     "451 000", "Jean Vasseur", "Twitter followers"),
    ("that of",
     "Sur Facebook, 1,26 million de personnes aiment la page de Awa Diop, 759 600 celle de Paul Renard.",
     "759 600", "Paul Renard", "Facebook likes"),
    ("against, for",
     "Sur YouTube, Paul Renard a 242 000 abonnés, contre 11 700 pour Jean Vasseur.",
     "11 700", "Jean Vasseur", "YouTube followers"),
    ("a description that one woman fits",
     ("Marie Durand domine. Jean Vasseur suit. Sur Twitter, c’est la candidate du Front qui mène, avec 1 340 000 "
     "abonnés."),
     "1 340 000", "Marie Durand", "Twitter followers"),
    ("dealt out",
     "Le Mali et le Niger ont perdu respectivement 3 et 4 millions d’euros.",
     "4", "Niger", "cost"),
    ("dealt out in three",
     "Le Mali, le Niger et le Tchad ont perdu respectivement 3, 4 et 5 millions d’euros.",
     "3", "Mali", "cost"),
    ("dealt out two by two",
     ("Le Mali (2 M$) et le Kenya (3 M$), qui ont coupé respectivement 40 heures pour 3 millions d’internautes et "
     "50 heures pour 2 millions d’internautes."),
     "50 heures", "Kenya", "outage duration"),
    ("ranks dealt out",
     "La coupure a tout changé. Le Mali et le Niger arrivent deuxième et troisième.",
     "troisième", "Niger", "rank"),
    ("the person beside the office",
     "Le ministre de l’Intérieur, Karim Ould Salem, compte 54 300 abonnés. Il en avait 40 000 en janvier 2023.",
     "54 300", "Karim Ould Salem", "followers"),
    ("a pronoun",
     "Le ministre de l’Intérieur, Karim Ould Salem, compte 54 300 abonnés. Il en avait 40 000 en janvier 2023.",
     "40 000", "Karim Ould Salem", "followers"),
    ("a place at the head",
     "Au Sénégal, la coupure a coûté 3,4 millions de dollars et touché 9 millions d’internautes.",
     "9 millions", "Senegal", "people affected"),
    ("a gapped verb",
     "Orange a perdu 12 millions d’euros, MTN 8 millions et Airtel 3 millions.",
     "8 millions", "MTN", "cost"),
    ("an organisation with its adjective",
     ("Les dépenses de l’Union nationale s’élèvent à 77 338 dollars, contre 22 000 dollars pour le Rassemblement "
     "du Nord."),
     "77 338", "Union nationale", "spending"),
    ("money against money",
     ("Les dépenses de l’Union nationale s’élèvent à 77 338 dollars, contre 22 000 dollars pour le Rassemblement "
     "du Nord."),
     "22 000", "Rassemblement du Nord", "spending"),
    ("inhabitants",
     "Le Kazakhstan compte 19 millions d’habitants, dont 86 % ont accès à Internet.",
     "19 millions", "Kazakhstan", "population"),
    ("access to the Internet",
     "Le Kazakhstan compte 19 millions d’habitants, dont 86 % ont accès à Internet.",
     "86 %", "Kazakhstan", "population with Internet access"),
    ("that of another",
     "La chaîne YouTube du parti Horizon totalise 3,2 millions de vues ; celle de l’Alliance du Sud, 1,1 million.",
     "1,1 million", "Alliance du Sud", "YouTube views"),
    ("whom a fine falls upon",
     "L’autorité a infligé une amende de 50 000 euros à la société Vertex.",
     "50 000", "Vertex", "fine"),
    ("whom a court convicts",
     "Le tribunal a condamné Marc Lenoir à 10 000 euros d’amende et à deux ans de prison.",
     "10 000", "Marc Lenoir", "fine"),
    ("a sentence",
     "Le tribunal a condamné Marc Lenoir à 10 000 euros d’amende et à deux ans de prison.",
     "deux ans", "Marc Lenoir", "sentence"),
    ("two platforms",
     "Facebook revendique 2,9 milliards d’utilisateurs dans le monde, Instagram 2 milliards.",
     "2 milliards", "Instagram", "Instagram users"),
    ("lost by",
     "100 milliards FCFA perdus par l’Afrique subsaharienne en 2024 dans les coupures",
     "100 milliards", "Afrique subsaharienne", "cost"),
    ("the world's economy",
     "Les coupures ont pesé 9,01 milliards de dollars sur l’économie mondiale.",
     "9,01", "monde", "cost"),
    ("the world rather than who counts",
     ("Le rapport 2023 de NetMesure recense 79 238 heures d’interruption et une perte mondiale de 9 milliards de "
     "dollars."),
     "79 238", "monde", "outage duration"),
    ("the economy of a country rather than who counts",
     "NetMesure a estimé que la panne avait coûté 189 millions de dollars à l’économie du Kazakhstan.",
     "189 millions", "Kazakhstan", "cost"),
    ("a share of the hashrate",
     "Le Kazakhstan représentait plus de 18 % du hashrate du réseau Bitcoin mondial en août 2021.",
     "18 %", "Kazakhstan", "share of global Bitcoin hashrate"),
    ("the candidates of an election",
     "Awa Diop est en tête des sept candidats à l’élection présidentielle.",
     "sept candidats", "élection présidentielle", "number of candidates"),
    ("the place of deaths",
     "Des dizaines de manifestants ont été tués rien qu’à Almaty, et un millier de personnes ont été blessées.",
     "Des dizaines", "Almaty", "deaths"),
    ("deaths by the verb",
     "Douze policiers sont morts à Oran.",
     "Douze", "Oran", "deaths"),
    ("arrests by the verb",
     "Trois journalistes ont été arrêtés à Niamey.",
     "Trois", "Niamey", "arrests"),
    ("demonstrators",
     "Plus de 2 000 personnes ont manifesté à Oran.",
     "2 000", "Oran", "demonstrators"),
    ("outages counted",
     "Le Burkina Faso occupe le 4ᵉ rang africain, avec 12 coupures.",
     "12 coupures", "Burkina Faso", "number of outages"),
    ("an institution and its demonym",
     "Le gouvernement chinois dépense 3 millions d’euros sur les médias sociaux.",
     "3 millions", "gouvernement chinois", "spending"),
    ("a group without a name",
     "Les comtés ont dépensé 45,15 millions de yuans en tout.",
     "45,15", "comtés", "spending"),
    ("an account of a common noun",
     "Le compte officiel de la présidence a 230 000 abonnés sur X.",
     "230 000", "présidence", "X followers"),
    ("votes",
     "Au premier tour, Awa Diop a obtenu 43,2 % des voix, contre 38,1 % pour Paul Renard.",
     "38,1", "Paul Renard", "share of votes"),
    ("no rule: the words of the text",
     "Le groupe Horizon promet 3 000 tonnes de cerises.",
     "3 000", "Horizon", "tonnes de cerises"),
    ("the firm rather than who speaks",
     "« La coupure nous coûte 50 000 euros par jour », déplore Ahmed Benali, directeur de la société Numéria.",
     "50 000", "Numéria", "cost"),
    ("the day of an election",
     "L’élection présidentielle du 9 juin 2024 approche au Mali.",
     "9 juin", "Mali", "election date"),
    ("an agreement",
     "En avril 2019, la ville de Nordby a conclu un accord avec Vertex.",
     "avril 2019", "Nordby", "agreement"),
    ("since when",
     "Depuis le 5 janvier 2022, des manifestations traversent le Kazakhstan.",
     "5 janvier", "Kazakhstan", "start of demonstrations"),
    ("an act in the words of the text",
     "Le président Paul Renard a rencontré les maires en mars 2019.",
     "mars 2019", "Paul Renard", "rencontré les maires"),
)  # fmt: skip
ENGLISH = (
    ("an English subject without its title",
     "President Amina Okoro has 376,000 followers on Instagram and 121,000 on Twitter.",
     "121,000", "Amina Okoro", "Twitter followers"),
    ("an English object",
     "The outage cost Nigeria $366 million and affected 104 million people.",
     "$366", "Nigeria", "cost"),
    ("an English place at the head",
     "In Uganda, internet access was cut for 128 hours.",
     "128 hours", "Uganda", "outage duration"),
    ("an English gap",
     "Sudan lost $1.9 billion; Algeria, $200 million.",
     "$200", "Algeria", "cost"),
    ("an English gapped platform",
     "Facebook has 3 million users in Mali and Instagram, 450,000.",
     "450,000", "Instagram", "Instagram users"),
    ("English deaths",
     "At least 45 people were killed and more than 200 wounded in Almaty.",
     "45", "Almaty", "deaths"),
    ("English arrests",
     "Police arrested 312 protesters in Nairobi.",
     "312", "Nairobi", "arrests"),
    ("an English share in parentheses",
     "Awa Diop is leading with 51.2% of the vote, ahead of Paul Renard (43%).",
     "43%", "Paul Renard", "share of votes"),
    ("the whole of a share holds nothing",
     "Kazakhstan accounted for 18% of the global Bitcoin hashrate in August 2021.",
     "18%", "Kazakhstan", "share of global Bitcoin hashrate"),
    ("English candidates",
     "The commission registered 18 candidates for the presidential election of 25 February 2023.",
     "18 candidates", "presidential election", "number of candidates"),
    ("a firm that opens a sentence",
     "Meta removed 45 accounts linked to the ruling party.",
     "45", "Meta", "accounts"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "figure", "entity", "attribute", "language"), [*cases(FRENCH, "fr"), *cases(ENGLISH, "en")]
)
def test_a_figure_is_told_of_its_holder_and_property(text, figure, entity, attribute, language):
    found = told(text, figure, language)
    assert (found.entity, found.attribute) == (entity, attribute)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        pytest.param("La coupure a coûté 3 millions d’euros.", "3", id="nobody is named"),
        pytest.param("Selon NetMesure, la coupure a coûté 3 millions d’euros.", "3", id="only who counts is named"),
        pytest.param("Sur Facebook, on compte 3 000 groupes.", "3 000", id="a platform is no holder"),
    ],
)
def test_a_figure_of_nobody_sure_is_nobody_s(text, figure):
    assert told(text, figure).entity is None


def test_places_follow_their_figures_within_a_sentence():
    text = "Le Mali a perdu 2 millions d’euros, contre 3 millions au Tchad et 4 millions au Niger."
    found = [one.place for one in sample.read(text) if one.kind == "money"]
    assert found == ["ML", "TD", "NE"]


def test_a_country_spoken_of_as_the_country_is_named():
    assert told("Le Bénin est à l’arrêt. Le pays n’est que 18ᵉ.", "18").entity == "Benin"


def test_a_passage_about_no_platform_has_none():
    assert told("Vertex a payé 3 millions d’euros à Facebook.", "3").platform is None


def test_the_mark_of_an_item_is_no_statement():
    assert [one.text for one in sample.read("Le plan :\n  • 1 Vertex gagne 300 euros\n  • 2 Rien")] == ["300 euros"]


def test_what_a_private_person_recalls_is_set_apart():
    text = "« Nous étions au parc la semaine dernière quand tout a sauté », raconte Aliya qui habite à Almaty."
    (found,) = sample.read(text, published="2022-01-06")
    assert (found.attribute, found.claim) == ("anecdote", False)


def test_what_an_official_recalls_is_a_claim():
    text = "« Nous avons coupé Internet la semaine dernière », a déclaré le ministre Paul Renard."
    found = [one for one in sample.read(text, published="2022-01-06") if one.kind == "date"]
    assert [one.claim for one in found] == [True]


def test_the_age_of_a_speaker_is_set_apart_and_that_of_a_victim_is_not():
    (speaker,) = sample.read("« C’est bien », déclare Marat, 18 ans et étudiant.")
    assert (speaker.attribute, speaker.claim) == ("age", False)
    (victim,) = sample.read("Marat, 18 ans, est mort à Almaty.")
    assert (victim.attribute, victim.claim) == ("age", True)


def test_the_window_of_a_chart_is_set_apart():
    (found,) = sample.read("L’évolution du trafic sur 24h témoigne de la coupure // Source : NetMesure")
    assert (found.attribute, found.claim) == ("window", False)


def test_a_list_tells_what_the_words_that_open_it_say():
    text = (
        "Voici les investissements des comtés :\n\n"
        "Centre du comté de Nordby : 6,5 millions de yuans, créé en août 2019.\n"
        "Centre du comté de Sudby : 2,9 millions de yuans.\n\nVertex a 3 millions de yuans."
    )
    found = [(one.entity, one.attribute) for one in sample.read(text) if one.kind == "money"]
    assert found[:2] == [("Nordby", "investment"), ("Sudby", "investment")]


@pytest.mark.parametrize(
    "text", ["«", "A" * 5000, "Awa " * 3000 + "12 villes", "(" * 500 + "3 000 abonnés" + ")" * 500]
)
def test_strange_text_is_read_without_harm(text):
    assert all(one.attribute for one in sample.read(text))
