"""The PDF edition: the same bytes, its standards, and text that never becomes code."""

import re
import zlib

import pypdfium2
import pytest

from temoin.dossier.pdf import render_pdf
from temoin.words import LANGUAGES

from .sample_report import a_report


def text_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


@pytest.fixture(params=LANGUAGES, scope="module")
def pdf(request):
    from .conftest import BLANK

    return render_pdf(a_report(request.param), lambda spec: BLANK)


def test_the_same_report_gives_the_same_bytes(blank):
    assert render_pdf(a_report("en"), blank) == render_pdf(a_report("en"), blank)


def test_the_file_says_that_it_keeps_both_standards(pdf):
    streams = [pdf]
    for found in re.finditer(rb"stream\r?\n", pdf):
        try:
            streams.append(zlib.decompressobj().decompress(pdf[found.end() :]))
        except zlib.error:
            continue
    told = b"".join(stream for stream in streams if b"pdfaid" in stream)
    assert re.search(rb"pdfaid:part[>=\"]+2", told)
    assert re.search(rb"pdfuaid:part[>=\"]+1", told)


def test_what_a_document_wrote_is_printed_and_never_run(pdf):
    text = text_of(pdf)
    assert '#eval("1")' in text
    assert "{{ 7*7 }}" in text


def test_it_says_that_documents_are_given_by_their_opening_lines(pdf):
    assert re.search("chaque document les premières lignes|each document the opening lines", text_of(pdf))


def test_a_letter_without_a_glyph_is_a_square_and_said(blank):
    told = text_of(render_pdf(a_report("en", question="中国: when?"), blank))
    assert "□□: when?" in told
    assert "that our fonts cannot draw" in told


def test_an_empty_case_is_set(blank):
    bare = a_report(
        "en", proposals=(), sources=(), documents=(), findings=(), methods=(), notes=(), outages=None, heads=()
    )
    assert "Nothing is established so far." in text_of(render_pdf(bare, blank))
