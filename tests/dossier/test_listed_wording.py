"""Every kind, scope and extent that a reader gives has words on the page."""

import string

from temoin.dossier import listed_wording
from temoin.words import Words


def test_both_languages_take_the_same_values() -> None:
    for name, words in vars(listed_wording).items():
        if isinstance(words, Words):
            fields = [{part for _, part, _, _ in string.Formatter().parse(text)} for text in (words.fr, words.en)]
            assert fields[0] == fields[1], name


def test_closed_sets_of_the_table_have_words() -> None:
    assert set(listed_wording.LISTED_KINDS) == {"shutdown", "outage", "anomaly", "alert"}
    assert set(listed_wording.LISTED_SCOPES) == {"national", "regional", "local", "network"}
    assert set(listed_wording.EXTENTS) == {"full-network", "service-based", "throttling", "several"}
    assert set(listed_wording.LISTED_STATUS) == {"ended", "ongoing", "unknown"}
