"""Chinese notices keep every digit, each figure a word of its own."""

import pytest

from temoin.documents.recognition import chinese
from temoin.documents.recognition.found import Word
from temoin.documents.scorecard.pages import a_page

AMOUNTS = """青石县融媒体中心采购公告
本项目预算金额为人民币250万元，
保证金6500000元，服务费用4540.5万元，
覆盖人口73.8万人，2031年3月12日公布"""


@pytest.fixture(scope="module")
def lines(needs):
    needs("chi_sim", font="zh-cn")
    return chinese.read_lines(a_page(AMOUNTS, own_fonts=False))


def test_every_digit_of_a_notice_is_exact(lines):
    text = "\n".join("".join(word.text for word in line) for line in lines)
    assert [character for character in text if character.isdigit()] == [each for each in AMOUNTS if each.isdigit()]
    assert "4540.5万元" in text
    assert "250万元" in text


def test_a_figure_is_a_word_with_a_box_and_a_confidence(lines):
    words = {word.text: word for line in lines for word in line}
    figure, unit = words["250"], words["万元，"]
    assert 0.9 < figure.confidence <= 1
    assert figure.left < figure.right <= unit.left < unit.right


def test_without_the_extra_there_is_no_version(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert chinese.available() is None


def test_words_side_by_side_are_one_line():
    left, right = [Word("甲", 0, 0, 9, 9, 1.0, "")], [Word("12", 50, 0, 60, 9, 1.0, "")]
    assert [word.after for word in chinese._line([left, right])] == ["", " "]
