"""Messages are written one after the other, and one that is tangled is refused."""

import pytest

from temoin.documents.readers.mail.message import Mail, parsed
from temoin.documents.readers.writing import Writing
from temoin.errors import InputError

from ..mail_samples import message, raw


def test_what_a_message_declares_is_told():
    writing = Writing("a")
    said = Mail(writing, "a", None).write(message(subject="", **{"from": "ana@x.example"}))
    assert said == {"author": "ana@x.example", "sent": "2031-03-05T09:00:00Z"}
    assert "Subject" not in writing.document({}).text


def test_a_message_of_more_attachments_than_any_program_writes_names_them_only(monkeypatch):
    monkeypatch.setattr("temoin.documents.readers.mail.message._MOST_PER_MESSAGE", 1)
    made = message()
    made.add_attachment("un\n", filename="a.txt")
    made.add_attachment("deux\n", filename="b.txt")
    writing = Writing("a")
    Mail(writing, "a", None).write(made)
    text = writing.document({}).text
    assert "un" in text
    assert "deux" not in text
    assert "b.txt" in text


def test_work_without_measure_is_refused_before_it_begins():
    data = raw("boundary\n" * 10_000)
    with pytest.raises(InputError, match="nested too deeply"):
        parsed(data, "a")
