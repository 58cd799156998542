from temoin.corroborate.contexts import Lexicon, Surroundings, Weights, figure_key
from temoin.corroborate.spellings import key_of

from .drafted import SOURCE, told


def contexts(text: str) -> dict[str, object]:
    said = told(text)
    lexicon = Lexicon([text, SOURCE])
    return {each.statement.text: each for each in Surroundings(text, said.statements, lexicon).contexts()}


def test_a_figure_stands_beside_the_name_before_it() -> None:
    found = contexts("À Valmora on a mis 6,5 millions d’euros, à Brume 2,9 millions d’euros.")
    assert found["6,5 millions d’euros"].near == {key_of("Valmora")}
    assert found["2,9 millions d’euros"].near == {key_of("Brume")}


def test_names_that_follow_the_first_figure_follow_them_all() -> None:
    found = contexts("On a mis 6,5 millions d’euros pour Valmora, 2,9 millions d’euros pour Brume.")
    assert found["6,5 millions d’euros"].near == {key_of("Valmora")}
    assert found["2,9 millions d’euros"].near == {key_of("Brume")}


def test_a_line_with_a_label_is_not_about_the_line_above() -> None:
    found = contexts("- Valmora : 6,5 millions d’euros (août 2019)\nTotal : 22,45 millions d’euros")
    assert found["22,45 millions d’euros"].near == frozenset()


def test_who_says_it_is_not_whom_it_is_about() -> None:
    found = contexts("Selon Kentara, Valmora a mis 6,5 millions d’euros.")
    assert found["6,5 millions d’euros"].near == {key_of("Valmora")}


def test_a_service_is_where_people_are_counted() -> None:
    found = contexts("Sur Facebook, Odile Tavernier compte 45 200 abonnés.")
    context = found["45 200 abonnés"]
    assert context.platforms == {key_of("Facebook")}
    assert context.near == {key_of("Odile"), key_of("Tavernier")}


def test_rare_words_weigh_more_and_unknown_ones_nothing() -> None:
    said = told(SOURCE)
    known = list(Surroundings(SOURCE, said.statements, Lexicon([SOURCE])).contexts())
    weights = Weights(known)
    valmora = next(each for each in known if each.statement.text.startswith("6,5"))
    assert weights.weight(key_of("Valmora"), valmora) > weights.weight(key_of("commune"), valmora) > 0
    assert weights.weight(key_of("inconnue"), valmora) == 0
    assert weights.likeness(valmora, valmora)[1] > weights.likeness(valmora, known[-1])[1]


def test_a_figure_beside_another_has_a_key_of_its_own() -> None:
    (statement,) = told("6,5 millions d’euros").statements
    assert figure_key(statement) == "#6500000 EUR"


def test_a_line_wrapped_in_a_sentence_goes_on_with_it() -> None:
    text = (
        "Un long début de phrase qui tient toute la ligne. Viennent ensuite Valmora\n(6,5 millions d’euros) et Brume."
    )
    assert contexts(text)["6,5 millions d’euros"].near == {key_of("Valmora")}
