import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from temoin.claims.sentences import sentence_at, split_sentences


def pieces(text):
    return [text[one.start : one.end] for one in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("M. Keler parle. Il part.", ["M. Keler parle.", "Il part."], id="french title"),
        pytest.param(
            "At 5 p.m. local time it fell. Then dark.", ["At 5 p.m. local time it fell.", "Then dark."], id="pm"
        ),
        pytest.param("« Coupé. » Rien.", ["« Coupé. »", "Rien."], id="guillemets"),
        pytest.param("Titre court\nLa suite est là.", ["Titre court", "La suite est là."], id="heading"),
        pytest.param("A | 12 |\nB | 13 |", ["A | 12 |", "B | 13 |"], id="table lines"),
        pytest.param("6.5 millions. 7 morts.", ["6.5 millions.", "7 morts."], id="decimal point"),
        pytest.param(
            "J. K. Keler et N. Aban parlent. Oui.", ["J. K. Keler et N. Aban parlent.", "Oui."], id="initials"
        ),
        pytest.param("Voir art. 5, p. 12, vol. 3. Fin.", ["Voir art. 5, p. 12, vol. 3.", "Fin."], id="references"),
        pytest.param("En janv. 2031 et sept. 2030. Fin.", ["En janv. 2031 et sept. 2030.", "Fin."], id="months"),
        pytest.param("« Assez ! » a-t-il dit. Puis rien.", ["« Assez ! » a-t-il dit.", "Puis rien."], id="said after"),
        pytest.param("Il hésite… puis part. Bien…", ["Il hésite… puis part.", "Bien…"], id="ellipsis inside"),
        pytest.param("Quoi ?! Non... Si.", ["Quoi ?!", "Non...", "Si."], id="several signs"),
        pytest.param("Sur www.exemple.org/a.b on lit. Fin.", ["Sur www.exemple.org/a.b on lit.", "Fin."], id="address"),
        pytest.param("1. Un point.\n2. Un autre.", ["1. Un point.", "2. Un autre."], id="numbered list"),
        pytest.param("À savoir :\n• un\n• deux", ["À savoir :", "• un", "• deux"], id="bullets"),
        pytest.param("网络中断。恢复了！", ["网络中断。", "恢复了！"], id="Chinese"),
        pytest.param("Fin.\r\n\r\nDébut.", ["Fin.", "Début."], id="Windows lines"),
        pytest.param("\n\n Seul. \n", ["Seul."], id="white space around"),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, expected):
    assert pieces(text) == expected


def test_a_line_wrapped_in_the_middle_of_a_sentence_does_not_end_it():
    text = "Le réseau a été coupé dans tout le pays selon les\nmesures publiées le même jour."
    assert len(pieces(text)) == 1


def test_a_blank_line_opens_a_paragraph():
    first, second = split_sentences("Un.\n\nDeux.")
    assert (first.paragraph, second.paragraph) == (0, 1)


def test_the_sentence_of_a_position_holds_it():
    text = "Un mot. Deux mots."
    sentences = split_sentences(text)
    assert sentence_at(sentences, text.index("Deux")) == sentences[1]
    assert sentence_at(sentences, 2) == sentences[0]


def test_a_text_without_words_has_no_sentence():
    assert split_sentences(" \n\n ") == []


@pytest.mark.parametrize("piece", [".", "...", "M. ", "\n ", "a", "« ", "1. "], ids=repr)
def test_time_is_linear_in_the_text(piece):
    started = time.process_time()
    split_sentences(piece * (300_000 // len(piece)))
    assert time.process_time() - started < 4


@given(st.text(alphabet="aA1 .!?…\n«»\"'\u202f|•-。", max_size=80))
def test_only_white_space_lies_between_sentences(text):
    found = split_sentences(text)
    gaps = [0, *(bound for one in found for bound in one[:2]), len(text)]
    assert gaps == sorted(gaps)
    assert all(not text[first:last].strip() for first, last in zip(gaps[::2], gaps[1::2], strict=True))
    assert all(text[one.start : one.end].strip() == text[one.start : one.end] != "" for one in found)


@given(st.lists(st.sampled_from(["Un mot. ", "Deux.\n\n", "M. Trois "]), max_size=12).map("".join), st.integers(0, 90))
def test_a_position_is_in_the_sentence_found_or_in_the_gap_behind_it(text, position):
    found = split_sentences(text)
    if found:
        before = [one for one in found if one.start <= position]
        assert sentence_at(found, position) == (before[-1] if before else found[0])
