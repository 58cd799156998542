from temoin.corroborate.contexts import Lexicon, Surroundings
from temoin.corroborate.known import Known
from temoin.corroborate.spellings import key_of

from .drafted import SOURCE, told


def test_what_shares_a_name_or_a_value_is_near_and_what_shares_nothing_is_not() -> None:
    lexicon = Lexicon([SOURCE])
    known = Known([told(SOURCE)], lexicon)
    said = told("À Valmora, le bureau a coûté 7 millions d’euros.")
    (context,) = Surroundings(said.text, said.statements, lexicon).contexts()
    assert "6,5 millions d’euros" in {each.statement.text for each in known.near(context)}
    other = told("Zyx 88888.")
    assert [
        found for each in Surroundings(other.text, other.statements, lexicon).contexts() for found in known.near(each)
    ] == []


def test_a_name_with_a_figure_of_its_own_does_not_own_that_of_another_in_its_sentence() -> None:
    source = told("On a mis 6,5 millions d’euros pour Valmora, 2,9 millions d’euros pour Brume.\n")
    known = Known([source], Lexicon([source.text]))
    of_brume = next(each for each in known.contexts if each.statement.text.startswith("2,9"))
    assert known.is_another_s(frozenset({key_of("Valmora")}), of_brume)
    assert not known.is_another_s(frozenset({key_of("Brume")}), of_brume)


def test_evidence_tells_its_title_and_its_day() -> None:
    source = told(SOURCE, name="Atlasie", published="2021-04")
    known = Known([source], Lexicon([SOURCE]))
    held = known.held(known.contexts[0], 1.7)
    assert (held.title, held.published, held.likeness) == ("Atlasie", "2021-04", 1.0)
