"""Dates weighed against one another: the one taken, the others and why not, the bounds."""

import pytest

from temoin.documents.document import Document
from temoin.documents.proposals import propose
from temoin.evidence.source import Reading

from .sample_texts import BODY

DATED = {"published", "other-date", "not-before", "not-after", "created", "modified", "ambiguous"}


def dates(text, properties=None, address=None):
    found = propose(Document(text, properties=properties or {}), name=None, reading=Reading(), address=address)
    return {each.subject: each for each in found if each.subject in DATED}


def values(found):
    return {subject: each.value for subject, each in found.items()}


@pytest.mark.parametrize(
    ("text", "properties", "address", "expected"),
    [
        pytest.param(
            f"NORLE, 3 mars 2031 – {BODY}",
            {"published": "2031-03-05"},
            None,
            {"published": "2031-03-03", "other-date": "2031-03-05"},
            id="the text before what the file declares",
        ),
        pytest.param(
            f"Titre\n\n{BODY}",
            {"published": "2031-03-05T09:00:00Z"},
            "https://norle.example/2031/03/04/reseau",
            {"published": "2031-03-05", "other-date": "2031-03-04"},
            id="what the file declares before the address",
        ),
        pytest.param(
            f"Titre\n\nMars 2031\n\n{BODY}",
            {},
            "https://norle.example/2031/03/04/reseau",
            {"published": "2031-03-04"},
            id="the address narrows a month",
        ),
        pytest.param(
            f"Titre\n\n{BODY}",
            {"url": "https://norle.example/a?date=20310304"},
            None,
            {"published": "2031-03-04"},
            id="the address alone",
        ),
        pytest.param(
            f"Titre\n\n{BODY}",
            {"captured": "2031-03-09T10:00:00Z", "created": "2031-03-01", "modified": "2031-03-02"},
            None,
            {"not-after": "2031-03-09", "created": "2031-03-01", "modified": "2031-03-02"},
            id="bounds and the file’s own dates are no publication",
        ),
    ],
)
def test_one_date_is_taken_and_every_other_shown(text, properties, address, expected):
    assert values(dates(text, properties, address)) == expected


def test_the_date_not_taken_says_which_was_and_why():
    found = dates(f"NORLE, 3 mars 2031 – {BODY}", {}, "https://norle.example/2031/03/01/reseau")
    assert found["published"].value == "2031-03-03"
    assert "3 March 2031" in found["other-date"].why.en
    assert "https://norle.example/2031/03/01/reseau" in found["other-date"].why.en


def test_signs_that_agree_are_said_together():
    found = dates(f"NORLE, 3 mars 2031 – {BODY}", {}, "https://norle.example/2031/03/03/reseau")
    assert "other-date" not in found
    assert "the address bears the same date" in found["published"].why.en


def test_a_date_after_the_capture_is_doubted_aloud():
    found = dates(f"NORLE, 8 mars 2031 – {BODY}", {"captured": "2031-03-04T10:00:00Z"})
    assert "yet after its capture, of 4 March 2031" in found["published"].why.en
    night = dates(f"NORLE, 8 mars 2031 – {BODY}", {"captured": "2031-03-07T23:00:00Z"})
    assert "capture" not in night["published"].why.en


def test_an_address_before_a_day_that_the_text_tells_of_is_doubted_aloud():
    found = dates(f"{BODY}\nTout est tombé le 3 mars 2031.", {}, "https://norle.example/2031/01/02/reseau")
    assert "not-before" not in found
    assert "yet the text tells of 3 March 2031" in found["published"].why.en


def test_an_address_on_a_line_of_the_text_is_quoted_in_place():
    text = f"Titre\n\nhttps://norle.example/2031/03/04/reseau\n\n{BODY}"
    found = dates(text)["published"]
    assert text[found.start : found.end] == "2031/03/04"


@pytest.mark.parametrize(
    ("properties", "subject", "french", "english"),
    [
        pytest.param({"created": "2031-06-02"}, "created", "plus tard que le 3 mars 2031", "later than 3", id="later"),
        pytest.param({"created": "2030-01-05"}, "created", "d’un modèle", "from a template", id="template"),
        pytest.param({"modified": "2029-01-05"}, "modified", "horloge déréglée", "by a wrong clock", id="clock"),
    ],
)
def test_a_file_made_on_another_day_than_its_text_says_so(properties, subject, french, english):
    why = dates(f"NORLE, 3 mars 2031 – {BODY}", properties)[subject].why
    assert french in why.fr
    assert english in why.en


@pytest.mark.parametrize("created", ["2031-03-02", "2031-03-04"], ids=["the day before", "the day after"])
def test_a_day_either_way_is_no_disagreement(created):
    why = dates(f"NORLE, 3 mars 2031 – {BODY}", {"created": created})["created"].why
    assert why.en == "date of creation of the file, not that of publication"


def test_a_file_older_than_what_it_tells_is_to_be_checked():
    why = dates(f"Titre\n\n{BODY} Le 20 mars 2031, la régie a payé 3 millions.", {"modified": "2030-01-02"})[
        "modified"
    ].why
    assert "to be checked" in why.en
    assert "le 20 mars 2031" in why.fr


def test_french_puts_its_article_before_a_day():
    found = dates(f"NORLE, 3 mars 2031 – {BODY}", {}, "https://norle.example/2031/03/01/reseau")
    assert "le texte donne le 3 mars 2031" in found["other-date"].why.fr
