from temoin.claims.about.names import Name
from temoin.claims.about.passages import Passage, Spot

TEXT = "Awa a 3 villes ; Paul a 4 villes car Luc perd 5 villes."


def a_passage():
    spots = [Spot(at, at + 1, "count", "cities", None) for at in (TEXT.index(figure) for figure in "345")]
    names = [
        Name(TEXT.index(word), TEXT.index(word) + len(word), word, "other", None, "subject")
        for word in ("Awa", "Paul", "Luc")
    ]
    return Passage(TEXT, 0, len(TEXT), 0, names, spots)


def test_the_words_of_a_spot_begin_after_the_spot_before_and_end_at_the_next():
    passage = a_passage()
    assert (passage.before(0), passage.before(1)) == ("Awa a ", " villes ; Paul a ")
    assert passage.after(2) == " villes."
    assert (passage.segment(0), passage.until(2)) == (0, len(TEXT))


def test_a_clause_begins_after_the_last_boundary():
    passage = a_passage()
    assert TEXT[passage.clause(1) : passage.spots[1].start] == " Paul a "
    assert TEXT[passage.clause(2) : passage.spots[2].start].strip() == "Luc perd"


def test_the_names_between_two_places_stand_there_whole():
    passage = a_passage()
    assert [name.text for name in passage.names_in(0, 18)] == ["Awa"]
    assert [name.text for name in passage.names_after(0)] == ["Paul"]
