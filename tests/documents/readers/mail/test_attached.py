"""Documents inside documents are read by the reader of their kind, under limits."""

import pytest

from temoin.documents.readers import READERS
from temoin.documents.readers.mail import attached
from temoin.documents.readers.mail.attached import Inner, readers_inside
from temoin.documents.recognition.recogniser import programs

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


def test_what_reads_inside_is_told_with_its_libraries_and_programs():
    told = readers_inside()
    by_kind = {reader.kind: reader for reader in READERS}
    assert told["pdf inside"] == str(by_kind["pdf"].version)
    assert set(by_kind["pdf"].libraries) <= told.keys()
    assert programs().items() <= told.items()


@pytest.mark.parametrize("kind", ["eml", "mbox", "warc", "wacz"])
def test_whatever_carries_documents_is_read_anew_when_a_way_to_read_them_changes(kind):
    assert next(reader for reader in READERS if reader.kind == kind).programs is readers_inside
