"""A text as the checks look at it."""

from dataclasses import replace

from temoin.claims import sample
from temoin.claims.checks.page import Page

from .making import page

TEXT = "Un titre qui se tient seul\n\nLa panne a duré 92 heures. Elle a coûté 3 millions d’euros.\n\nRien d’autre."


def test_statements_that_say_nothing_of_the_matter_or_stand_elsewhere_are_left_out():
    first, second = sample.read(TEXT)
    assert Page(TEXT, [replace(first, claim=False), second]).statements == (second,)
    assert Page(TEXT, [replace(first, start=0, end=4), second]).statements == (second,)
    assert Page(TEXT, [replace(first, kind="other"), second]).statements == (second,)


def test_a_sentence_a_paragraph_and_their_statements():
    here = page(TEXT)
    hours, euros = here.statements
    assert [len(together) for _, together in here.by_sentence] == [1, 1]
    assert here.text[slice(*here.paragraph(hours.start))].startswith("La panne")
    assert here.paragraph(hours.start) == here.paragraph(euros.start)
    assert list(here.inside(hours.start, euros.start)) == [hours]
    assert here.before(euros).strip() == "Elle a coûté"
    assert here.after(hours) == "."
    assert "Elle" in here.between(hours, euros)


def test_a_title_stands_alone_on_the_first_line():
    here = page(TEXT)
    assert here.title is not None
    assert here.text[here.title.start : here.title.end] == "Un titre qui se tient seul"
    assert page("La panne a duré 92 heures.").title is None
    assert page("Une phrase, puis d’autres qui la suivent.\nLa panne a duré 92 heures.").title is None


def test_what_several_checks_ask_is_computed_once():
    asked = []

    def count(here):
        asked.append(here)
        return len(here.statements)

    here = page(TEXT)
    assert here.once(count) == here.once(count) == 2
    assert len(asked) == 1


def test_a_place_without_a_statement_is_a_reference():
    assert page(TEXT).reference(3, 8) == f"{sample.SOURCE}#char=3,8"
    assert Page(TEXT, []).source == ""
