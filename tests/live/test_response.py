"""A response tells what whoever fetches it should know; a link stands on one line."""

import datetime as dt

import pytest

from temoin.live.response import Link, Response
from temoin.words import Words


def a_response(**changed):
    """A made-up response of a service of our own."""
    plain = {
        "url": "https://service.test/v2/thing",
        "body": b"{}",
        "retrieved_at": dt.datetime(2030, 1, 1, tzinfo=dt.UTC),
        "status": 200,
        "tool": "a test",
        "name": "thing.json",
    }
    return Response(**plain | changed)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, []),
        ({"empty": True}, ["thing.json: the service has nothing for that period; the answer is kept"]),
        (
            {"aggregated": True},
            ["thing.json: points aggregated by the service, further apart than its measurements"],
        ),
    ],
    ids=["an ordinary one", "an empty one", "an averaged one"],
)
def test_a_response_says_what_is_not_ordinary(changed, said):
    assert [notice.en for notice in a_response(**changed).notices] == said


def test_a_notice_is_set_as_french_is():
    assert a_response(empty=True).notices[0].fr == (
        "thing.json\u00a0: le service n’a rien pour cette période\u202f; la réponse est gardée"
    )


def test_a_link_stands_on_one_line_with_its_label():
    link = Link(Words("Tableau de bord", "Dashboard"), "https://service.test/ZZ")
    assert link.words == Words("Tableau de bord\u00a0: https://service.test/ZZ", "Dashboard: https://service.test/ZZ")
