"""Documents inside documents are read by the reader of their kind, under limits."""

import pytest

from temoin.documents.readers.mail import attached
from temoin.documents.readers.mail.attached import Inner

from ..mail_samples import message
from ..office_samples import docx, p, packed
from ..web_samples import INFO


@pytest.mark.parametrize(
    ("data", "name", "kind", "why"),
    [
        pytest.param(docx(p("Avis")), "", "docx", "", id="Word"),
        pytest.param("été".encode("cp1252"), "a.txt", "text", "", id="a text of a named encoding"),
        pytest.param(bytes(message()), "a.eml", "eml", "", id="a message is left to others"),
        pytest.param(b"From: Ana\nTo: Bo\n\nThe network fell.", "memo.txt", "text", "", id="a memo"),
        pytest.param(INFO, "a.warc", "warc", "no-reader", id="a web archive"),
        pytest.param(packed({"a.txt": b"x"}), "a.zip", None, "no-reader", id="an archive"),
        pytest.param(docx(p()), "a.docx", "docx", "unreadable", id="no words"),
        pytest.param(b" \n", "a.txt", None, "empty", id="nothing"),
    ],
)
def test_each_is_read_or_said_why_not(data, name, kind, why):
    inside = Inner().read(data, name, "windows-1252")
    assert (inside.kind, inside.why) == (kind, why)
    assert (inside.document is None) == (kind in {None, "eml", "warc"} or why != "")


def test_more_documents_than_the_limit_stay_shut(monkeypatch):
    monkeypatch.setattr(attached, "MOST_READ", 1)
    inner = Inner()
    assert [inner.read(b"text", "a.txt", None).why for _ in range(2)] == ["", "too-many"]


def test_all_documents_together_keep_one_limit(monkeypatch):
    monkeypatch.setattr(attached, "MOST_BYTES", 6)
    inner = Inner()
    assert [inner.read(b"text", "a.txt", None).why for _ in range(2)] == ["", "too-large"]
