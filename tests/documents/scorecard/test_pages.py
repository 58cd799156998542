"""Made-up pages are the same each time, and a scan of them holds pictures only."""

import io

import numpy as np
import pypdfium2
import pytest

from temoin.documents.scorecard.pages import NOTICE, a_page, as_scan, drawn, set_pdf


def test_each_text_begins_a_page():
    assert len(drawn(set_pdf(["un", "deux"]), 50)) == 2


def test_a_scan_holds_no_text_and_is_the_same_each_time():
    page = a_page(NOTICE, dpi=72)
    scan = as_scan([page], dpi=72, slant=2, noise=10)
    [only] = pypdfium2.PdfDocument(scan)
    assert only.get_textpage().count_chars() == 0
    assert only.get_width() == pytest.approx(page.width, abs=20)
    [first], [second] = (drawn(as_scan([page], dpi=72, noise=10), 72) for _ in range(2))
    assert np.array_equal(np.asarray(first), np.asarray(second))
    assert io.BytesIO(scan).read(5) == b"%PDF-"
