import pytest

from temoin.documents.tables.headers import parse_meaning
from temoin.documents.tables.questions import listed, whose

from .tables_made import planned


def questions(text, **reading):
    return [each.en for each in planned(text, **reading).problems]


def test_counts_of_nobody_ask_one_clear_question():
    (question,) = questions("Date;Followers;Views\n2031-03-01;12;3\n2031-04-01;13;4\n")
    assert 'columns "Followers", "Views": of which account?' in question
    assert '"@account=NAME OF THE ACCOUNT"' in question


@pytest.mark.parametrize(
    "held",
    [
        ["account", "value,measure:followers"],
        ["entity", "value,measure:followers"],
        ["value,measure:followers,account:Ada"],
        ["value,measure:followers,account:-"],
        ["platform", "value,measure:users"],
        ["payee", "amount"],
    ],
    ids=["a column names them", "who holds it", "a constant", "of none, as said", "users of a platform", "money"],
)
def test_what_names_whose_they_are_leaves_no_question(held):
    assert list(whose({text: parse_meaning(text) for text in held})) == []


def test_columns_that_do_not_say_what_they_count_ask_once():
    (question,) = questions("Candidat;Facebook;Instagram;X\nAda;1;2;3\nBo;4;5;6\n")
    assert 'columns "Facebook", "Instagram", "X": nothing says what they count' in question
    assert '"@measure=measure:followers"' in question


def test_headers_that_may_be_two_dates_ask_for_their_order():
    (question, *_) = [
        each for each in questions("Compte;01/03/2031;01/04/2031\nAda;1;2\nBo;3;4\n") if "--dates" in each
    ]
    assert '"01/03/2031"' in question


def test_the_header_against_a_title_in_thousands_is_answered_either_way():
    (question,) = questions("Dépenses en milliers de DH;\n\nBénéficiaire;Montant (DH)\nx;1\ny;2\n")
    assert '"Montant (DH)=amount,currency:MAD,times:1000"' in question
    assert '"Montant (DH)=amount,currency:MAD,times:1"' in question


def test_many_names_are_cut_short():
    assert listed("abcdef")[1] == '"a", "b", "c", "d" (+ 2)'


def test_dates_under_a_platform_are_asked():
    (question, *_) = questions("Plateforme;X;TikTok\n01/05/2031;10;20\n15/06/2031;15;25\n")
    assert 'column "Plateforme": dates, not platforms' in question
