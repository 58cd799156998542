"""The date of publication, in order of trust, with what speaks against it."""

import pytest

from temoin.documents.published import day_of, propose_published
from temoin.period import PartialDate

from .sample_texts import BODY, parts


def proposals(text, properties=None):
    layout, dates, dateline = parts(text)
    return list(propose_published(text, layout, properties or {}, dates, dateline))


def only(text, properties=None):
    (found,) = proposals(text, properties)
    assert found.start is None or text[found.start : found.end]
    return found


@pytest.mark.parametrize(
    ("text", "properties", "subject", "value", "why"),
    [
        pytest.param(
            f"NORLE, 3 mars 2031 – {BODY}\n\n4 mars 2031",
            {},
            "published",
            "2031-03-03",
            "dateline",
            id="dateline first",
        ),
        pytest.param(
            f"Titre\n\n4 mars 2031\n\n{BODY}\n\nPublié le 3 mars 2031",
            {},
            "published",
            "2031-03-03",
            "announced",
            id="a label before a line alone",
        ),
        pytest.param(
            f"Titre\n\n{BODY}", {"published": "2031-03-05"}, "published", "2031-03-05", "the document", id="the page"
        ),
        pytest.param(
            f"Titre\n\nMars 2031\n\n{BODY}",
            {"published": "2031-03-05"},
            "published",
            "2031-03-05",
            "the document",
            id="the page’s day before the text’s month",
        ),
        pytest.param(
            f"{BODY}\nTout est tombé le 3 mars 2031.", {}, "not-before", "2031-03-03", "latest", id="the latest told"
        ),
        pytest.param(
            f"Titre\n\nMis à jour le 4 mars 2031\n\n{BODY}", {}, "not-before", "2031-03-04", "update", id="an update"
        ),
    ],
)
def test_the_most_trusted_date_stands(text, properties, subject, value, why):
    found = proposals(text, properties)[0]
    assert (found.subject, found.value) == (subject, value)
    assert why in found.why.en


@pytest.mark.parametrize(
    ("text", "properties", "note"),
    [
        pytest.param(
            f"Titre\n\n3 mars 2031\n\n{BODY}", {"published": "2031-03-05"}, "declares 5 March 2031", id="another page’s"
        ),
        pytest.param(f"Titre\n\nmardi 3 mars 2031\n\n{BODY}", {}, "weekday does not agree", id="wrong weekday"),
        pytest.param(
            f"Titre\n\nPublié le 3 mars 2031, mis à jour le 4 mars 2031\n\n{BODY}", {}, "updated on 4", id="an update"
        ),
        pytest.param(
            f"Titre\n\nMars 2031\n\n{BODY}\nLe 12 mars 2031, tout est revenu.", {}, "not before 12 March", id="a month"
        ),
    ],
)
def test_what_speaks_against_a_date_is_said_with_it(text, properties, note):
    assert note in only(text, properties).why.en


def test_the_first_of_a_month_is_said_as_french_says_it():
    found = only(f"Titre\n\n3 mars 2031\n\n{BODY}", {"published": "2031-04-01"})
    assert "1er avril 2031" in found.why.fr


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{BODY}\nTout sera rétabli le 9 mars 2031.", id="a day to come"),
        pytest.param(f"{BODY}\nL’élection du 9 mars 2031 approche.", id="an election"),
        pytest.param(BODY, id="no date"),
    ],
)
def test_nothing_bounds_a_text_that_tells_of_no_past_day(text):
    assert proposals(text) == []


def test_a_date_that_the_page_writes_badly_is_not_declared():
    assert proposals(f"Titre\n\n{BODY}", {"published": "bientôt"}) == []


def test_every_other_date_stated_to_the_day_follows_the_one_believed():
    found = proposals(f"NORLE, 3 mars 2031 – {BODY}\n\n4 mars 2031")
    assert [(each.subject, each.value) for each in found] == [("published", "2031-03-03"), ("published", "2031-03-04")]


def test_a_property_that_holds_a_time_gives_its_day():
    assert day_of({"captured": "2031-03-05T23:10:00Z"}, "captured") == PartialDate("2031-03-05")
    assert day_of({"captured": "yesterday"}, "captured") is None
    assert day_of({}, "captured") is None
