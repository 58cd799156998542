from temoin.claims.times.clocks import find_clocks
from temoin.claims.times.days import find_days
from temoin.claims.times.marks import mark

TEXT = "Jeudi 5 juin 2031 à 10h30, puis au premier trimestre 2032, le soir."


def test_one_look_serves_days_and_clocks():
    marked = mark(TEXT)
    assert find_days(TEXT, language="fr", marked=marked) == find_days(TEXT, language="fr")
    assert find_clocks(TEXT, marked) == find_clocks(TEXT)


def test_words_of_every_kind_are_marked_in_order():
    words = mark(TEXT).words
    assert [word for _, _, word in words] == [b"jeudi", b"juin", b"trimestre", b"soir"]
    assert list(words) == sorted(words)
