"""A draft is marked by what the sources say: sound figures supported, planted errors found, nothing else accused."""

import pytest

from temoin.corroborate.drafts import compare_draft

from .drafted import SOURCE, marks, told

DRAFT = """Les bureaux d’influence d’Atlasie

À Valmora, le bureau inauguré en août 2019 a coûté 6,5 millions d’euros ; celui de Castelet, le plus cher, en a
absorbé 10 millions dès décembre 2018. Brume s’est contentée de 2,9 millions d’euros, et Dorne de 3,05 millions
d’euros en mai 2019. La facture se monte à 22,45 millions d’euros pour ces communes.

Odile Tavernier a 45 200 abonnés sur Facebook et 12 700 sur Instagram.
"""


def test_a_sound_rewrite_is_supported_throughout() -> None:
    found = compare_draft(told(DRAFT, name="draft"), [told(SOURCE)])
    assert {each.text: each.verdict for each in found if each.verdict != "supported"} == {}
    assert {"août 2019", "6,5 millions d’euros", "le plus cher", "45 200 abonnés"} <= {each.text for each in found}


@pytest.mark.parametrize(
    ("sound", "wrong", "held"),
    [
        pytest.param("août 2019", "août 2018", "août 2019", id="another year"),
        pytest.param("6,5 millions d’euros", "5,6 millions d’euros", "6,5 millions d’euros", id="digits swapped"),
        pytest.param("2,9 millions d’euros", "2,9 milliards d’euros", "2,9 millions d’euros", id="another magnitude"),
        pytest.param("6,5 millions d’euros", "6,5 millions de dollars", "6,5 millions d’euros", id="another currency"),
        pytest.param("45 200 abonnés", "54 200 abonnés", "45 200 abonnés", id="another count"),
    ],
)
def test_a_planted_error_is_contradicted_alone(sound: str, wrong: str, held: str) -> None:
    found = compare_draft(told(DRAFT.replace(sound, wrong, 1), name="draft"), [told(SOURCE)])
    contradicted = [each for each in found if each.verdict == "contradicted"]
    assert [each.text for each in contradicted] == [wrong]
    assert contradicted[0].evidence[0].statement.text == held
    assert contradicted[0].settle.fr
    assert all(each.verdict == "supported" for each in found if each not in contradicted)


def test_figures_of_two_places_swapped_are_both_contradicted() -> None:
    swapped = DRAFT.replace("2,9 millions", "@").replace("3,05 millions", "2,9 millions").replace("@", "3,05 millions")
    found = compare_draft(told(swapped, name="draft"), [told(SOURCE)])
    assert [each.text.split()[0] for each in found if each.verdict == "contradicted"] == ["3,05", "2,9"]


def test_what_the_case_does_not_speak_of_is_unsupported_and_not_contradicted() -> None:
    found = marks("À Fontreuil, ville voisine, l’hôpital a coûté 41 millions d’euros en 2016.", told(SOURCE))
    assert {each.verdict for each in found.values()} == {"unsupported"}
    assert all(not each.evidence and each.settle.en for each in found.values())


def test_another_thing_about_the_same_place_is_not_contradicted() -> None:
    found = marks("Valmora compte 34 000 habitants et son maire a 52 ans.", told(SOURCE))
    assert {each.verdict for each in found.values()} == {"unsupported"}


@pytest.mark.parametrize(
    "said", ["environ 6 millions d’euros", "plus de 6 millions d’euros", "près de 7 millions d’euros"]
)
def test_a_rounder_figure_is_supported(said: str) -> None:
    found = marks(f"Le bureau de Valmora, ouvert en août 2019, a coûté {said}.", told(SOURCE))
    assert {each.verdict for each in found.values()} == {"supported"}


def test_names_are_known_by_other_spellings_and_in_the_other_language() -> None:
    source = told("Le président fictif Tokaïev compte 450 000 abonnés sur Facebook.\n")
    sound = marks("On Facebook, the made-up president Tokayev has 450,000 followers.", source, language="en")
    wrong = marks("On Facebook, the made-up president Tokayev has 540,000 followers.", source, language="en")
    assert [each.verdict for each in sound.values()] == ["supported"]
    assert [each.verdict for each in wrong.values()] == ["contradicted"]


def test_a_later_source_restates() -> None:
    line = "Selon Kentara, la coupure en Atlasie a coûté {} millions d’euros.\n"
    first = told(line.format("189"), name="first", published="2022-01")
    later = told("Mise à jour. " + line.format("410,3"), name="later", published="2023-01")
    again = marks("D’après Kentara, la coupure en Atlasie a coûté 189 millions d’euros.", first, later)
    assert again["189 millions d’euros"].verdict == "restated"
    assert [held.title for held in again["189 millions d’euros"].evidence] == ["later", "first"]


def test_a_draft_does_not_support_itself() -> None:
    draft = told(DRAFT)
    assert {each.verdict for each in compare_draft(draft, [draft])} == {"unsupported"}


def test_a_case_without_a_word_supports_nothing_and_a_draft_without_one_has_no_marks() -> None:
    assert {each.verdict for each in compare_draft(told(DRAFT), [])} == {"unsupported"}
    assert compare_draft(told("Rien à dire."), [told(SOURCE)]) == []


def test_dozens_support_no_number() -> None:
    found = marks("La coupure a fait 33 morts à Valmora.", told("La coupure a fait des dizaines de morts à Valmora.\n"))
    assert found["33 morts"].verdict == "unsupported"


AUDIENCE = """L’élection fictive d’Atlasie du 9 juin 2031 passionne les réseaux, selon un club inventé.

Instagram y compte 1,7 million d’utilisateurs et Facebook, 450 000.

Amir Kossan a 21 314 abonnés sur Facebook, Toleut Rakim a 4 996 amis. Le communiste Zhambyl Ahmet n’a que 1 668 abonnés.
"""


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        pytest.param("Amir Kossan a 4 996 amis sur Facebook.", "unsupported", id="somebody else’s figure"),
        pytest.param("Toleut Rakim a 4 996 amis sur Facebook.", "supported", id="his own"),
        pytest.param("Le communiste Jambyl Akhmet n’en a que 1 668.", "supported", id="a noun left out"),
        pytest.param("Le communiste Jambyl Akhmet n’en a que 1 686.", "contradicted", id="digits swapped"),
        pytest.param("À l’approche du scrutin du 9 juin 2031, on compte les abonnés.", "supported", id="one election"),
    ],
)
def test_whose_a_figure_is_decides(draft: str, verdict: str) -> None:
    found = compare_draft(told(draft + "\n", name="draft"), [told(AUDIENCE)])
    assert [each.verdict for each in found] == [verdict]
