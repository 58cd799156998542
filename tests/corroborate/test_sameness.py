"""What forbids that two figures that meet be of the same thing, each in words of our own."""

import pytest

from temoin.corroborate.drafts import compare_draft
from temoin.corroborate.sameness import are_apart, fates_of

from .drafted import marks, told

REVOLT = told(
    """Révoltes en Zémarie

Dans la ville de Torvane, 37 manifestants ont été arrêtés et 9 blessés, selon la Ligue des juristes. À Vermeil, la
police a tué 6 personnes. Le 2 mai 2031, l’opérateur Zémtel a perdu 14 % de ses 5,2 millions d’abonnés.

La coupure du 2 mai a duré six heures et a coûté 4,7 millions d’euros, selon l’institut Brison. À 9 h 15, le trafic
n’était que de 12 % ; à 17 h 40, il atteignait 88 %.

Le parti de l’Aube a obtenu 84 sièges sur 210, le parti du Chêne 51 sièges. En 2026, la participation était de 61 %,
contre 47,5 % en 2031. La députée Irma Vos compte 91 300 abonnés sur Facebook et 15 400 sur Instagram.

Pour la troisième fois de l’année, la Zémarie a coupé le réseau. Le mardi 6 mai 2031, le ministère a fermé 120 cafés.
""",
    published="2031-05-08",
)


def verdict(draft: str, figure: str) -> str:
    found = compare_draft(told(draft + "\n", name="draft"), [REVOLT])
    return next(each.verdict for each in found if figure in each.text)


@pytest.mark.parametrize(
    ("draft", "figure"),
    [
        ("À Vermeil, la police a tué 6 personnes.", "6"),
        ("La Ligue des juristes compte 37 manifestants arrêtés à Torvane.", "37"),
        ("Zémtel a vu partir 14 % de ses abonnés.", "14"),
        ("L’Aube obtient 84 sièges.", "84"),
        ("À 17 h 40, le trafic atteignait 88 %.", "88"),
        ("À 9 h 15, le trafic n’était plus que de 12 %.", "12"),
        ("En 2026, la participation avait atteint 61 %.", "61"),
        ("En 2031, la participation est tombée à 47,5 %.", "47,5"),
        ("La coupure du 2 mai a duré six heures.", "six"),
        ("Le ministère a fermé 120 cafés le mardi 6 mai 2031.", "120"),
    ],
)
def test_the_same_thing_in_other_words_stays_supported(draft: str, figure: str) -> None:
    assert verdict(draft, figure) == "supported"


@pytest.mark.parametrize(
    ("draft", "figure"),
    [
        pytest.param("À Torvane, 37 manifestants ont été tués.", "37", id="another fate"),
        pytest.param("Zémtel a gagné 14 % d’abonnés.", "14", id="up for down"),
        pytest.param("Le parti du Rocher a obtenu 84 sièges.", "84", id="an actor the case does not know"),
        pytest.param("La Zémarie arrive au troisième rang mondial.", "troisième", id="a third time is no third place"),
        pytest.param("Le ministère a ouvert 120 cafés.", "120", id="opened for closed"),
        pytest.param("Depuis 2026, rien n’a changé au port de Brassel.", "2026", id="a bare year"),
    ],
)
def test_a_figure_of_something_else_supports_nothing(draft: str, figure: str) -> None:
    assert verdict(draft, figure) == "unsupported"


@pytest.mark.parametrize(
    ("draft", "figure"),
    [
        pytest.param("Le parti du Chêne a obtenu 84 sièges.", "84", id="another actor that has its own"),
        pytest.param("En 2026, la participation était de 47,5 %.", "47,5", id="another year"),
        pytest.param("À 17 h 40, le trafic n’était que de 12 %.", "12", id="another time of day"),
        pytest.param("La coupure du 2 mai a duré six jours.", "six", id="another unit of time"),
        pytest.param("La coupure du 2 mai a coûté 4,7 millions de dollars.", "4,7", id="another currency"),
        pytest.param("Irma Vos compte 15 400 abonnés sur TikTok.", "15 400", id="another platform"),
        pytest.param("Le lundi 6 mai 2031, le ministère a fermé 120 cafés.", "lundi", id="another day of the week"),
    ],
)
def test_what_the_source_says_otherwise_is_contradicted(draft: str, figure: str) -> None:
    assert verdict(draft, figure) == "contradicted"


def test_a_figure_of_something_else_is_told_with_its_sentence() -> None:
    found = marks("Le parti du Rocher a obtenu 84 sièges.", REVOLT)["84 sièges"]
    assert "vaut pour autre chose" in found.words.fr
    assert "l’Aube a obtenu 84 sièges" in found.words.fr
    assert found.evidence == ()


def test_a_sum_of_another_year_does_not_contradict_the_one_of_this_year() -> None:
    source = told("Le conseil de Torvane a payé 380 000 euros à Plumet en 2029, et 1,25 million d’euros en 2030.\n")
    found = marks("En 2030, la ville de Torvane a payé 1,25 million d’euros à Plumet.", source)
    assert found["1,25 million d’euros"].verdict == "supported"


def test_another_event_restates_nothing_and_a_later_count_of_followers_does() -> None:
    line = "La coupure du {} février 2030 en Zémarie a coûté {} millions d’euros, selon l’institut Brison.\n"
    first = told(line.format(5, 3), published="2030-03")
    other = told(line.format(13, 2), published="2030-06")
    said = marks("La coupure du 5 février 2030 en Zémarie a coûté 3 millions d’euros.", first, other)
    assert said["3 millions d’euros"].verdict == "supported"
    line = "Au 1er {} 2031, la députée Irma Vos compte {} abonnés sur Facebook.\n"
    counts = (
        told(line.format(month, count), published=day)
        for month, count, day in (("mars", "91 300", "2031-03-02"), ("juin", "97 800", "2031-06-02"))
    )
    assert marks("La députée Irma Vos compte 91 300 abonnés sur Facebook.", *counts)["91 300 abonnés"].verdict == (
        "restated"
    )


@pytest.mark.parametrize(
    ("sentence", "figure", "fates"),
    [
        ("La police a tué 12 personnes et en a arrêté 41.", "12 personnes", {"killed"}),
        ("Police arrested 41 people.", "41 people", {"arrested"}),
        ("On dénombre 9 blessés.", "9 blessés", {"wounded"}),
        ("La salle compte 300 places.", "300 places", set()),
    ],
)
def test_a_fate_is_read_beside_its_figure(sentence: str, figure: str, fates: set[str]) -> None:
    (found,) = (each for each in told(sentence).statements if each.text == figure)
    assert fates_of(found)[0] == fates


def test_days_are_apart_only_where_both_are_known() -> None:
    one, other = (told(f"C’était le {day} mai 2031.").statements for day in (2, 6))
    assert are_apart(one, other)
    assert not are_apart(one, one)
    assert not are_apart(one, ())
