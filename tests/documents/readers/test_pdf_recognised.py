"""Words that nobody sees count as recognised; pages are named by their numbers."""

import numpy as np

from temoin.documents.document import RECOGNISED
from temoin.documents.readers import pdf_recognised
from temoin.documents.readers.pdf_recognised import PageRead, recognise_pages, unseen_words
from temoin.documents.recognition.found import PageText


def a_page(text: str, unseen: str = "", **said) -> PageRead:
    seen = np.ones(len(text), bool)
    start = text.index(unseen)
    seen[start : start + len(unseen)] = False
    return PageRead(PageText(text, None, unseen_words(text, seen, 1)), (1.0, 1.0), is_picture=False, **said)


def test_a_word_of_which_one_letter_is_not_seen_counts_whole():
    seen = np.array([True] * 8 + [False] + [True] * 6)
    words = unseen_words("au total 45150 F", np.append(seen, True), 3)
    assert words.rows() == []
    seen = np.array([True] * 9 + [False] + [True] * 6)
    assert unseen_words("au total 45150 F", seen, 3).rows() == [(9, 14, 3, 0.0)]
    assert unseen_words("tout est vu", np.ones(11, bool), 1).equals(RECOGNISED.empty())


def test_pages_are_named_in_runs():
    pages = [a_page("vu"), *(a_page("caché", "caché") for _ in range(3)), a_page("un \ufffd"), a_page("", "")]
    assert recognise_pages(None, pages, None, "x.pdf") == {"unseen": "2-4", "unmapped": "5"}


def test_a_layer_taken_for_gibberish_stays_where_the_page_says_the_same(monkeypatch):
    words = "Les mots de la page"
    monkeypatch.setattr(pdf_recognised, "_page", lambda *_: PageText(words, None, RECOGNISED.empty()))
    pages = [a_page(words.upper(), is_gibberish=True), a_page("/HV PRWV GH OD SDJH", is_gibberish=True)]
    told = recognise_pages(None, pages, None, "x.pdf")
    assert [page.content.text for page in pages] == [words.upper(), words]
    assert told == {"gibberish": "2"}
