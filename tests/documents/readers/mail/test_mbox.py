"""A mailbox gives its messages one by one, each a part."""

import io

import pytest

from temoin.documents.readers import READERS
from temoin.documents.readers.mail import mbox
from temoin.documents.readers.mail import mbox as reader
from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import choose_reader, head_of

from ..mail_samples import message, raw

FROM = b"From ana@x.example Wed Mar  5 10:00:00 2031\n"


def a_box(*messages: bytes, newline: bytes = b"\n") -> bytes:
    return b"".join(FROM + each.rstrip(b"\n") + b"\n\n" for each in messages).replace(b"\n", newline)


def read(data: bytes):
    source = Source(id="a" * 64, size=len(data), personal=True)
    return reader.read_mbox(io.BytesIO(data), source)


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"], ids=["LF", "CRLF"])
def test_each_message_is_a_part(newline):
    document = read(a_box(raw("un", subject="A"), raw("deux", subject="B"), newline=newline))
    assert [(part.name, part.kind) for part in document.parts] == [("A", "eml"), ("B", "eml")]
    assert [document.text[part.start : part.end].rpartition("\n\n")[2] for part in document.parts] == ["un", "deux"]
    assert document.properties == {"messages": "2"}
    assert document.part_at(document.text.index("deux")).name == "B"


def test_a_from_line_inside_a_message_begins_no_other():
    body = "He wrote:\n\nFrom Valmora we heard in 2031\nnothing.\n\n>From here on\n>>From there"
    assert read(a_box(raw(body))).text.endswith(
        "He wrote:\n\nFrom Valmora we heard in 2031\nnothing.\n\nFrom here on\n>From there"
    )


def test_a_message_of_an_unknown_encoding_does_not_stop_the_others():
    document = read(a_box(raw(b"\xe9t\xe9"), raw("deux")))
    assert "\ufffdt\ufffd" in document.text
    assert document.text.endswith("deux")
    assert document.properties["undecoded"] == "1"


def test_a_message_that_is_too_large_is_named_as_unread(monkeypatch):
    monkeypatch.setattr(mbox, "LARGEST_MESSAGE", 1000)
    document = read(a_box(raw("x\n" * 1000), raw("deux")))
    assert document.properties == {"messages": "2", "unread": "1"}
    assert document.parts[0].properties == {"unread": "too-large"}
    assert document.text.startswith("[✉ 1: too-large]\n\n")


def test_attachments_lie_inside_the_part_of_their_message():
    made = message()
    made.add_attachment("Annexe\n", filename="a.txt")
    document = read(a_box(bytes(made), raw("deux")))
    assert [part.kind for part in document.parts] == ["eml", "text", "eml"]
    assert document.part_at(document.text.index("Annexe")).name == "a.txt"


def test_a_file_without_a_message_says_so():
    with pytest.raises(InputError, match="no message in this file"):
        read(b"Dear Ana,\n")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(a_box(bytes(message())), "mbox", id="a mailbox"),
        pytest.param(
            b"From - Wed Mar 05 10:00:00 2031\nX-Mozilla-Status: 0001\nX-Y: 2\nFrom: a\n\nb", "mbox", id="Thunderbird"
        ),
        pytest.param(b"From Valmora, 5 March 2031\nThe network fell.", "text", id="a text"),
    ],
)
def test_a_mailbox_is_told_from_a_text(data, kind):
    assert choose_reader(READERS, head_of(io.BytesIO(data), "a")).kind == kind
