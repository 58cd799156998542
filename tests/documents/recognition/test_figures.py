"""A figure that two readings give differently is doubtful; its first reading stays."""

import pytest
from PIL import Image

from temoin.documents.recognition.figures import DOUBTFUL, doubted
from temoin.documents.recognition.found import Word

PAGE = Image.new("L", (600, 400), 240)


def says(text: str, top: float, sure: float = 0.7) -> Word:
    return Word(text, 40, top, 140, top + 20, sure)


def answering(*texts: str):
    def again(column: Image.Image):
        step = column.height / len(texts)
        return [
            (Word(text, 20, step * (rank + 0.5) - 5, 90, step * (rank + 0.5) + 5, 0.9),)
            for rank, text in enumerate(texts)
        ]

    return again


def test_a_figure_read_otherwise_the_second_time_is_doubtful_and_stays():
    lines = [(says("450,5", 10),), (says("137", 60),), (says("2031,", 110),), (says("4505", 160),)]
    told = doubted(lines, PAGE, answering("450.5", "187", "2031", "450,5"))
    assert [word.text for line in told for word in line] == ["450,5", "137", "2031,", "4505"]
    assert [word.confidence for line in told for word in line] == [0.7, DOUBTFUL, 0.7, DOUBTFUL]


def test_a_figure_that_the_second_reading_does_not_see_is_doubtful():
    [[word]] = doubted([(says("137", 10),)], PAGE, lambda _: [])
    assert word.confidence == DOUBTFUL


def test_sure_figures_and_words_are_not_asked_again():
    lines = [(says("1 284", 10, 0.95), says("villages", 10, 0.2))]
    assert doubted(lines, PAGE, lambda _: 1 / 0) == lines


@pytest.mark.parametrize("figure", ["١٣٧", "۱۳۷", "1٣7"], ids=["Arabic", "Persian", "mixed"])
def test_eastern_digits_are_doubtful_at_once(figure):
    [[word]] = doubted([(says(figure, 10, 0.95),)], PAGE, lambda _: 1 / 0)
    assert (word.text, word.confidence) == (figure, DOUBTFUL)


def test_even_sure_figures_are_asked_where_nothing_is_sure():
    [[word]] = doubted([(says("137", 10, 0.97),)], PAGE, answering("187"), sure=1.1)
    assert word.confidence == DOUBTFUL


def test_a_confidence_below_that_of_doubt_is_not_raised():
    [[word]] = doubted([(says("137", 10, 0.1),)], PAGE, lambda _: [])
    assert word.confidence == 0.1


def test_no_more_than_a_hundred_and_fifty_are_asked_and_the_least_sure_first():
    sizes = []

    def again(column: Image.Image):
        sizes.append(column.height)
        return []

    lines = [(says("12", 1, 0.5 + rank / 1000),) for rank in range(200)]
    told = doubted(lines, PAGE, again)
    assert sum(line[0].confidence == DOUBTFUL for line in told) == 150
    assert told[199][0].confidence == 0.5 + 199 / 1000
    assert len(sizes) == 1
