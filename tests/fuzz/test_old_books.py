"""Old workbooks read by a process that stays: what comes is what the reader's own process gives."""

import sys
from collections.abc import Iterator

import pytest

from fuzz.inputs import given
from fuzz.old_books import OldBooks
from temoin.documents.readers.sheets.xls_apart import lines_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process that forks is POSIX")


@pytest.fixture
def books() -> Iterator[OldBooks]:
    staying = OldBooks()
    yield staying
    staying.close()


@pytest.mark.parametrize("rank", [0, 3, 115, 131, 711])
def test_the_same_lines_come_as_from_a_process_a_workbook(books: OldBooks, rank: int) -> None:
    data = given("xls", 1, rank).data
    apart = list(lines_of(data))
    assert list(books.lines_of(data)) == list(books.lines_of(data)) == apart


def test_what_is_left_in_the_middle_does_not_reach_the_next(books: OldBooks) -> None:
    data = given("xls", 1, 0).data
    first = books.lines_of(data)
    begun = next(first)
    first.close()
    assert next(books.lines_of(data)) == begun
