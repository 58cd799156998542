import pytest

from temoin.documents.tables.headers import field_of, measure_in, parse_meaning, phase_in, platform_in
from temoin.errors import InputError


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Compte", "account"),
        ("Nom du compte", "account"),
        ("Page", "account"),
        ("Candidat", "entity"),
        ("Candidate", "entity"),
        ("Parti politique", "entity"),
        ("Plateforme", "platform"),
        ("Réseau social", "platform"),
        ("Relevé le", "observed_at"),
        ("Date du relevé", "observed_at"),
        ("Date de collecte", "observed_at"),
        ("Observed at", "observed_at"),
        ("MementoTimestamp", "observed_at"),
        ("Indicateur", "measure"),
        ("Valeur", "value"),
        ("Observations", None),
        ("Commentaire libre", None),
    ],
)
def test_a_header_of_an_audience_names_its_field(header, field):
    assert field_of(header, "audience") == field


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Bénéficiaire", "payee"),
        ("Titulaire du marché", "payee"),
        ("Fournisseur", "payee"),
        ("Ministère", "payer"),
        ("Donneur d’ordre", "payer"),
        ("Annonceur", "payer"),
        ("Page name", "payer"),
        ("Objet", "object"),
        ("Intitulé", "object"),
        ("Réf.", "reference"),
        ("N° de marché", "reference"),
        ("Page ID", "reference"),
        ("Date d’engagement", "value_date"),
        ("Date de paiement", "value_date"),
        ("Exercice", "value_date"),
        ("Devise", "currency"),
        ("Ville", "place"),
        ("Remarques diverses", None),
    ],
)
def test_a_header_of_a_ledger_names_its_field(header, field):
    assert field_of(header, "ledger") == field


@pytest.mark.parametrize(
    ("header", "measure", "platform"),
    [
        ("Abonnés", "followers", None),
        ("Abonnés Facebook", "followers", "Facebook"),
        ("Nombre d’abonné·e·s", "followers", None),
        ("follower_count", "followers", None),
        ("J’aime", "likes", None),
        ("Facebook / J'aime", "likes", "Facebook"),
        ("Vues", "views", None),
        ("Membres du canal Telegram", "members", "Telegram"),
        ("Amis", "friends", None),
        ("Montant", None, None),
    ],
)
def test_measures_and_platforms_are_read_in_one_header(header, measure, platform):
    assert (measure_in(header), platform_in(header)) == (measure, platform)


@pytest.mark.parametrize(
    ("header", "phase"),
    [
        ("Montant engagé", None),
        ("Montant payé", "payment"),
        ("Montant du marché", "contract"),
        ("Budget prévu", "budget"),
    ],
)
def test_a_phase_is_only_where_the_words_say_it(header, phase):
    assert phase_in(header) == phase


@pytest.mark.parametrize(
    "text", ["nonsense", "value,colour:red", "amount,currency:dirham", "amount,times:many", "amount,value"]
)
def test_a_meaning_that_cannot_be_is_refused_with_examples(text):
    with pytest.raises(InputError, match=r"measure:followers|ISO 4217"):
        parse_meaning(text)


def test_a_meaning_is_written_as_it_is_read():
    for text in (
        "account",
        "value,measure:followers,platform:Facebook",
        "amount,currency:XOF,times:1000,phase:payment",
    ):
        assert str(parse_meaning(text)) == text
