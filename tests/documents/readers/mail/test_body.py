"""The parts of a message are sorted into words and attachments."""

from email import message_from_bytes

import pytest

from temoin.documents.readers.mail.body import body_of, characters, unflowed
from temoin.errors import InputError

from ..mail_samples import message, raw


def test_of_alternatives_one_is_read_and_the_attachments_of_all():
    made = message("Bonjour.\n")
    made.add_alternative("<p>Bonjour.</p>", subtype="html")
    made.get_payload()[1].add_related(b"GIF89a", "image", "gif", cid="<a>")
    body = body_of(made, "a", None)
    assert body.texts == ("Bonjour.",)
    assert [attachment.kind for attachment in body.attachments] == ["image/gif"]


def test_a_name_is_only_a_name():
    made = message()
    made.add_attachment(b"x", maintype="a", subtype="b", filename="..\\..\\windows\\a.txt")
    assert body_of(made, "a", None).attachments[0].name == "a.txt"


def test_a_text_of_an_unknown_encoding_is_shown_broken_where_that_is_asked():
    made = message_from_bytes(raw(b"\xe9t\xe9", "Content-Type: text/plain"))
    with pytest.raises(InputError, match="--encoding"):
        body_of(made, "a", None)
    assert body_of(made, "a", None, lenient=True).texts == ("\ufffdt\ufffd",)


def test_what_was_said_stands_before_what_is_declared():
    assert characters("é".encode("cp1251", "ignore") or b"\xe9", "cp1252", "a", "windows-1251") == "й"


def test_a_signature_is_no_flowed_line():
    assert unflowed("a \n-- \nb \nc") == "a \n-- \nb c"
    assert unflowed(" >not a quote") == ">not a quote"
