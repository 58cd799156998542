import re

import pytest

from temoin.documents.tables import vocabulary
from temoin.documents.tables.headers import FIELDS, PHASES, folded


@pytest.mark.parametrize("words", [vocabulary.AUDIENCE, vocabulary.LEDGER, vocabulary.MEASURES, vocabulary.PLATFORMS])
def test_every_pattern_is_folded_as_headers_are(words):
    for name, pattern in words:
        assert re.compile(pattern), name
        assert folded(re.sub(r"[^a-z ]", "", pattern)) == re.sub(r" +", " ", re.sub(r"[^a-z ]", "", pattern)).strip()


def test_every_field_named_is_one_of_its_table():
    assert {field for field, _ in vocabulary.AUDIENCE} <= set(FIELDS["audience"])
    assert {field for field, _ in vocabulary.LEDGER} <= {*FIELDS["ledger"], "low", "high"}
    assert {phase for phase, _ in vocabulary.PHASES} <= set(PHASES)
