import pytest

from temoin.corroborate.spellings import key_of, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tokaïev", "Tokayev"), ("Nazarbaïev", "Nazarbayev"), ("Akhmetbekov", "Ahmetbekov"), ("Poutine", "Putin"),
        ("Zelensky", "Zelenskyy"), ("Khartoum", "Khartum"), ("MENGJIN", "Mengjin"), ("dépenses", "dépensé"),
        ("dépensé", "spent"), ("comtés", "county"), ("total", "facture"), ("créé", "ouvert"),
    ],
)  # fmt: skip
def test_what_names_or_says_the_same_has_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other) != ""


@pytest.mark.parametrize(("one", "other"), [("Yichuan", "Yibin"), ("Luoning", "Luanchuan"), ("Song", "Xin")])
def test_names_that_differ_keep_keys_that_differ(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


def test_words_that_tell_nothing_have_no_key() -> None:
    assert [key_of(word) for word in ("de", "les", "millions", "mars", "the", "2019")][:5] == [""] * 5


def test_words_know_their_place_and_their_capital() -> None:
    text = "À Xin’an, le comté paie."
    assert [(text[word.start : word.end], word.capital) for word in words_of(text)] == [
        ("Xin", True), ("comté", False), ("paie", False),
    ]  # fmt: skip
