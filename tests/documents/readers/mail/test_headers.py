"""Headers are read as people see them, however a program wrote them."""

from email import message_from_bytes

import pytest

from temoin.documents.readers.mail.headers import day_known, decoded_words, header, moment_of


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param("Coupure", "Coupure", id="plain"),
        pytest.param("=?iso-8859-1?Q?=E9t=E9?=", "été", id="quoted"),
        pytest.param("=?UTF-8?B?w6l0w6k=?=", "été", id="base64"),
        pytest.param("=?UTF-8?B?w6l0w6k?=", "été", id="base64 without padding"),
        pytest.param("=?utf-8?q?a?= =?utf-8?q?b?= c", "ab c", id="neighbours"),
        pytest.param("=?utf-8?b?w6l0?=\r\n =?utf-8?b?w6k=?=", "été", id="folded"),
        pytest.param("=?utf-8?b?w6l0ww==?= =?utf-8?b?qQ==?=", "été", id="cut inside a character"),
        pytest.param("=?utf-8*fr?q?=C3=A9?=", "é", id="with a language"),
        pytest.param("=?x-unknown?q?=C3=A9?=", "é", id="unknown charset"),
        pytest.param("=?gb2312?b?zfLUqg==?=", "万元", id="Chinese"),
        pytest.param("=?utf-8?q?broken", "=?utf-8?q?broken", id="without end"),
        pytest.param("a\r\n\tb", "a b", id="a folded line"),
    ],
)
def test_encoded_words_are_decoded(raw, text):
    assert decoded_words(raw) == text


def test_bytes_outside_ascii_are_utf_8_or_what_was_said():
    assert header(message_from_bytes("Subject: été\n\n".encode()), "subject") == "été"
    latin = message_from_bytes("Subject: été\n\n".encode("cp1252"))
    assert header(latin, "Subject") == "\ufffdt\ufffd"
    assert header(latin, "Subject", "cp1252") == "été"


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        pytest.param("Wed, 05 Mar 2031 10:00:00 +0100", "2031-03-05T09:00:00Z", id="with a zone"),
        pytest.param("5 Mar 2031 10:00 GMT", "2031-03-05T10:00:00Z", id="GMT"),
        pytest.param("Wed, 05 Mar 2031 10:00:00 -0000", "2031-03-05", id="without a zone"),
        pytest.param("tomorrow", "", id="no date"),
        pytest.param("Wed, 99 Mar 2031 10:00:00 +0100", "", id="no such day"),
    ],
)
def test_when_a_message_was_sent_is_in_utc(date, moment):
    assert moment_of(message_from_bytes(f"Date: {date}\n\n".encode())) == moment
    assert day_known(date) == bool(moment)
