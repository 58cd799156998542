import datetime as dt
from dataclasses import replace

import pytest

from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.source import Reading, parse_reading
from temoin.period import UTC, PartialDate

FULL = Source(
    id="a" * 64,
    size=12,
    name="article.txt",
    publisher="Gazette fictive",
    published=PartialDate("2024-03"),
    retrieved_at=dt.datetime(2024, 3, 20, 8, tzinfo=UTC),
    genre="press",
    visibility="quotes",
    reliability="B",
    reading=Reading(kind="text", zone="Asia/Almaty"),
)


def test_a_source_reads_back_from_its_journal_record() -> None:
    assert Source.from_record(FULL.record()) == FULL


def test_what_was_not_said_is_not_recorded() -> None:
    assert set(Source(id="a", size=1).record()) == {"id", "size", "reliability", "personal"}


def test_a_record_of_a_later_version_still_reads() -> None:
    assert Source.from_record(FULL.record() | {"something_new": 1}) == FULL


@pytest.mark.parametrize("field", ["genre", "visibility", "reliability"])
def test_a_value_outside_its_closed_set_is_refused(field: str) -> None:
    with pytest.raises(InputError, match="closed set"):
        replace(FULL, **{field: "nonsense"})


@pytest.mark.parametrize(
    "said",
    [{"zone": "Mars/Base"}, {"dates": "ydm"}, {"decimal": ";"}, {"encoding": "klingon"}, {"currency": "QQQ"}],
    ids=lambda said: next(iter(said)),
)
def test_a_reading_option_that_cannot_be_is_refused(said: dict[str, str]) -> None:
    with pytest.raises(InputError):
        parse_reading(said)
