import pytest

from temoin.claims import sample


def read(text, language="fr"):
    return [one for one in sample.read(text, language=language) if one.kind != "other"]


@pytest.mark.parametrize(
    ("text", "language", "attribute"),
    [
        pytest.param("Internet a été coupé le 5 janvier 2022.", "fr", "outage began", id="coupé"),
        pytest.param("The network went dark on 5 January 2022.", "en", "outage began", id="went dark"),
        pytest.param("Internet was restored on 5 January 2022.", "en", "outage ended", id="restored"),
        pytest.param("La connexion est revenue le 5 janvier 2022.", "fr", "outage ended", id="revenue"),
        pytest.param("On note un bref retour du réseau le 5 janvier 2022.", "fr", "partial return", id="bref retour"),
        pytest.param("Mobile networks fell on 5 January 2022.", "en", "mobile outage began", id="mobile"),
        pytest.param("Les prix ont chuté le 5 janvier 2022.", "fr", "chuté", id="prices fall too"),
        pytest.param("Internet est né le 5 janvier 2022.", "fr", "né", id="no cue"),
        pytest.param("Internet a été coupé du 4 au 6 janvier 2022.", "fr", "outage period", id="a period"),
    ],
)
def test_a_time_is_about_what_the_words_nearest_to_it_tell(text, language, attribute):
    (found,) = read(text, language)
    assert found.attribute == attribute


def test_two_times_of_a_sentence_have_each_its_own_attribute():
    found = read("Le réseau est tombé le 5 janvier 2022 et il a été rétabli le 11 janvier 2022.")
    assert [one.attribute for one in found] == ["outage began", "outage ended"]


def test_a_noun_that_names_the_event_gives_way_to_the_verb():
    found = sample.read("The shutdown, which began on 5 January 2022, ended on 11 January 2022.", language="en")
    assert [one.attribute for one in found] == ["outage began", "outage ended"]


def test_until_makes_an_end_of_the_time_after_it_alone():
    text = "From 10:30 UTC until 18:30 UTC on 5 January 2022, internet was cut."
    assert [one.attribute for one in sample.read(text, language="en")] == ["outage began", "outage ended"]


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        pytest.param("La coupure a coûté 3 millions d’euros.", "cost", id="cost"),
        pytest.param("Le trafic tombe à 2 %.", "connectivity", id="share of traffic"),
        pytest.param("La coupure a duré 92 heures.", "outage duration", id="duration"),
        pytest.param("Il a 3 000 cerises.", "cerises", id="no rule"),
    ],
)
def test_a_figure_is_about_what_its_sentence_tells(text, attribute):
    (found,) = read(text)
    assert found.attribute == attribute
