"""What lists share: their one registry, rows and refusals, links, what is repaired."""

import io

import pytest

from temoin.errors import InputError
from temoin.evidence.source import Source
from temoin.outages.readers import LISTS, READERS
from temoin.outages.readers.listing import REPAIRS, day_of, first_link, read_rows, spans
from temoin.outages.tables import REPORTED
from temoin.words import same


def test_every_reader_of_lists_has_a_kind_of_its_own_and_both_languages() -> None:
    kinds = [reader.kind for reader in (*LISTS, *READERS)]
    assert len(kinds) == len(set(kinds))
    assert all(reader.label.fr and reader.label.en and reader.visibility == "exists" for reader in LISTS)
    assert all(words.fr != words.en for words in REPAIRS.values())


def test_rows_are_numbered_through_those_refused() -> None:
    def make(text: str) -> dict[str, object]:
        if text == "bad":
            raise InputError(text, same("no"), same("ask"))
        day = day_of("2031-03-04", "GS", None)
        return {"publisher": "P", "kind": "outage", "place": "GS", "place_text": text, "signals": [],
                "status": "unknown", "began_estimated": False} | spans(day, None, text)  # fmt: skip

    read = read_rows(Source(id="5e" * 32, size=1), [("", "a"), ("X9", "bad"), ("Y", "c")], make)
    assert read.reported.select("row", "id").rows() == [(1, "1"), (3, "Y")]
    assert [each.words.fr for each in read.refused] == ["ligne 2 (X9) refusée\u00a0: bad\u00a0: no\u202f; ask"]
    assert read_rows(Source(id="5e" * 32, size=1), [], make).reported.schema == REPORTED.schema


def test_an_end_within_the_day_of_the_beginning_is_no_contradiction() -> None:
    day = day_of("2031-03-04", "GS", None)
    assert spans(day, day, "")["ended_earliest"] == day[0]


@pytest.mark.parametrize(
    ("cell", "link"),
    [("see https://a.example/x; https://b.example", "https://a.example/x"), ("none", None), (None, None)],
    ids=["the first", "no link", "empty"],
)
def test_the_first_link_of_a_cell_is_kept(cell: object, link: str | None) -> None:
    assert first_link(cell) == link


@pytest.mark.parametrize("reader", LISTS, ids=[reader.kind for reader in LISTS])
def test_a_file_of_nothing_is_an_error_or_an_empty_list_never_a_bug(reader) -> None:
    for data in (b"", b"{}", b"[]", b"a,b\n", b"a,b\n1,2\n", b"\x00\xff"):
        try:
            read = reader.read(io.BytesIO(data), Source(id="5e" * 32, size=1, name="x"))
        except InputError:
            continue
        assert read.reported.is_empty()
