"""A text layer whose letters stand for others is told from writing, in any of the writings that have vowels."""

import codecs

import pytest

from temoin.documents.readers.legible import is_gibberish, is_of
from temoin.documents.scorecard.pages import ARABIC_NOTICE, CHINESE_NOTICE, ENGLISH_NOTICE, NOTICE, RUSSIAN_NOTICE

POLISH = (
    "Obecność sieci w dolinie została przerwana wczoraj wieczorem, powiedział rzecznik miejscowego urzędu, który żąda "
    "odszkodowania za wszystkie szkody i prosi o sprawiedliwość dla mieszkańców."
)
CZECH = (
    "Zpráva o přerušení sítě ve městě: podle městského úřadu byl provoz obnoven ve čtvrtek večer, škody činí 45 000 "
    "korun. Strč prst skrz krk, řekl vlk; obyvatelé čekali do rána."
)
VIETNAMESE = (
    "Sở Thông tin và Truyền thông thành phố đã thông báo ngừng dịch vụ mạng tại các quận huyện trong vòng ba giờ đồng "
    "hồ để bảo trì thiết bị."
)
AMOUNTS = (
    "ТОО KZT 45 млн тг.; XVI; HTTP 200; SMS 1 284 500; ФСБ, МВД РФ; LY-2031-00458; +7 727 250 00 00; A/45/12\n" * 2
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(NOTICE, id="French"),
        pytest.param(ENGLISH_NOTICE, id="English"),
        pytest.param(RUSSIAN_NOTICE, id="Russian"),
        pytest.param(ARABIC_NOTICE, id="Arabic"),
        pytest.param(CHINESE_NOTICE, id="Chinese"),
        pytest.param(POLISH, id="Polish"),
        pytest.param(CZECH, id="Czech"),
        pytest.param(VIETNAMESE, id="Vietnamese"),
        pytest.param(AMOUNTS, id="acronyms and numbers"),
        pytest.param("Chapitre premier" + "." * 200 + " 12\nAnnexe" + "." * 200 + " 45", id="dotted leaders"),
        pytest.param("\uf0b7 premier point\n\uf0b7 deuxième point\n\uf0b7 troisième point\n" * 3, id="private bullets"),
        pytest.param("\ufffd\ufffd", id="too little to tell"),
    ],
)
def test_writing_is_no_gibberish(text):
    assert not is_gibberish(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "".join(chr(ord(sign) - 29) if ord(sign) > 61 else sign for sign in NOTICE),
            id="numbers of glyphs as letters",
        ),
        pytest.param("\ufffd" * 30 + NOTICE[:60], id="replacement characters"),
        pytest.param("".join(chr(0xF000 + ord(sign)) for sign in NOTICE), id="private characters"),
        pytest.param(" ".join(f"(cid:{number})" for number in range(40)), id="numbers of glyphs spelt out"),
        pytest.param(RUSSIAN_NOTICE.encode("cp1251", "replace").decode("latin-1"), id="Cyrillic taken for Latin"),
        pytest.param("&'()*+ !\"#$%&' @[]{} #$%& '()* " * 4, id="signs alone"),
        pytest.param(
            "lRzTq VbKdX wPnCg rTsDf kLmNb hGfDs qWrTp zXcVb tRmKd pLkJh nBvCx sDfGh mNbVc" * 2, id="capitals"
        ),
    ],
)
def test_signs_that_stand_for_others_are_gibberish(text):
    assert is_gibberish(text)


def test_a_layer_that_says_what_the_page_says_is_right():
    assert is_of(NOTICE, NOTICE.upper())
    assert not is_of(NOTICE, codecs.encode(NOTICE, "rot13"))
    assert not is_of("", NOTICE)
