import pytest

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
