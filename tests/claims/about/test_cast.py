"""Whom a description means, among made-up persons and parties."""

import pytest

from temoin.claims.about.cast import Cast
from temoin.claims.about.names import Name


def a_cast(*entered, everybody=()):
    cast = Cast(lambda: everybody)
    for name, role in entered:
        cast.enter(Name(0, len(name), name, "other", None, role), name, name)
    return cast


TWO = (("Marie Durand", "subject"), ("Paul Renard", "subject"))


@pytest.mark.parametrize(
    ("words", "who"),
    [
        pytest.param("c’est la candidate du Front qui mène", "Marie Durand", id="a woman"),
        pytest.param("les abonnés du leader", "Paul Renard", id="a man"),
        pytest.param("le peuple vote", None, id="no description"),
    ],
)
def test_a_description_means_the_only_one_it_fits(words, who):
    assert a_cast(*TWO).described(words) == who


def test_of_two_who_fit_the_only_subject_is_meant():
    cast = a_cast(("Paul Renard", "subject"), ("Luc Vasseur", "for"))
    assert cast.described("du candidat") == "Paul Renard"


def test_where_two_subjects_fit_nobody_is_meant():
    assert a_cast(("Paul Renard", "subject"), ("Luc Vasseur", "subject")).described("du candidat") is None


def test_the_whole_text_is_asked_where_nobody_met_so_far_fits():
    cast = a_cast(("Paul Renard", "subject"), everybody=("Paul Renard", "Marie Durand"))
    assert cast.described("la candidate") == "Marie Durand"


def test_the_only_party_is_the_party():
    cast = a_cast(("PARTI HORIZON", "subject"))
    assert cast.described("Le parti a payé") == cast.only_party() == "PARTI HORIZON"


def test_a_country_never_enters():
    cast = Cast()
    cast.enter(Name(0, 4, "Mali", "country", "ML", "subject"), "Mali", "Mali")
    assert cast.described("la présidente") is None
