"""Which service a figure is counted on, and what it counts."""

from dataclasses import replace

import pytest

from temoin.claims.checks.services import audience_class, service_named, service_of

from .making import marked, page

TEXT = "Elle a 376 000 abonnés sur Instagram et 121 000 sur Twitter ; sur Facebook, 5 000 amis."


def figures():
    return [
        marked(TEXT, "376 000 abonnés", 376_000, "abonnés"),
        marked(TEXT, "121 000", 121_000, "abonnés"),
        marked(TEXT, "5 000 amis", 5000, "amis"),
    ]


def test_the_service_is_the_closest_of_its_clause():
    together = figures()
    here = page(TEXT, *together)
    assert [service_of(here, one, together) for one in together] == ["Instagram", "Twitter", "Facebook"]


def test_what_was_read_comes_before_what_is_near():
    first, *rest = figures()
    read = replace(first, platform="telegram")
    assert service_of(page(TEXT, read, *rest), read, [read, *rest]) == "Telegram"


def test_none_or_several_are_no_name():
    assert service_named("sur la place") is None
    assert service_named("Facebook et Twitter") is None


@pytest.mark.parametrize(
    ("printed", "unit", "counted"),
    [
        ("12 abonnés", "followers", "followers"),
        ("12 amis", None, "friends"),
        ("12 vues", "views/day", "views"),
        ("12 pays", "pays", None),
    ],
    ids=["followers", "friends", "views", "others"],
)
def test_what_is_counted(printed, unit, counted):
    assert audience_class(marked(printed, printed, 12, unit)) == counted
