"""Documents of known words: the same at each making, read back as they were written."""

import io

from temoin.documents.readers.pdf import READER
from temoin.documents.scorecard.made_up import dense_pdf, page_lines
from temoin.evidence.source import Source


def test_dense_pages_are_the_same_at_each_making() -> None:
    assert list(dense_pdf(2)) == list(dense_pdf(2))


def test_a_dense_page_is_read_back_as_it_was_written() -> None:
    document = READER.read(io.BytesIO(b"".join(dense_pdf(2))), Source(id="0" * 64, size=1, name="a.pdf"))
    assert document.text.split("\f") == ["\n".join(page_lines(number)) for number in (1, 2)]
    assert 2_500 < len(document.text) / 2 < 4_500
    assert document.boxes.height > 5_000
