"""A message gives who wrote when about what, its best words, then what it carries."""

import io

import pytest

from temoin.documents.readers import READERS
from temoin.documents.readers.mail import eml as reader
from temoin.errors import InputError, UnknownKindError
from temoin.evidence import Source
from temoin.evidence.digest import digest_bytes
from temoin.evidence.reader import choose_reader, head_of
from temoin.evidence.source import Reading

from ..mail_samples import message, raw
from ..office_samples import cell, docx, p, row, table


def read(data: bytes, **reading):
    source = Source(id="a" * 64, size=len(data), personal=True, reading=Reading(**reading))
    return reader.read_eml(io.BytesIO(data), source)


HEADERS = (
    "From: Ana Lom <ana@courrier.example>\nTo: bo@courrier.example\nDate: Wed, 05 Mar 2031 10:00:00 +0100\n"
    "Subject: Coupure à Valmora"
)


def test_headers_stand_before_the_words():
    document = read(bytes(message()))
    assert document.text == f"{HEADERS}\n\nLe réseau est tombé."
    assert document.properties == {"title": "Coupure à Valmora", "author": "Ana Lom", "sent": "2031-03-05T09:00:00Z"}


def test_mail_is_sealed_unless_somebody_says_otherwise():
    assert (reader.READER.personal, reader.READER.visibility, reader.READER.genre) == (True, "sealed", "message")


def test_plain_words_stand_before_those_of_a_page():
    made = message("En clair.\n")
    made.add_alternative("<p>En <b>page</b>.</p>", subtype="html")
    assert read(bytes(made)).text.endswith("\n\nEn clair.")


def test_a_page_is_read_where_plain_words_are_empty_or_a_stub():
    made = message("See the page.\n")
    made.add_alternative(f"<p>{'Le réseau est tombé. ' * 30}</p>", subtype="html")
    assert "Le réseau est tombé." in read(bytes(made)).text
    made = message("\n")
    made.add_alternative("<style>p {}</style><p>Seule&nbsp;page.</p>", subtype="html")
    assert read(bytes(made)).text.endswith("\n\nSeule\xa0page.")


def test_an_attached_document_is_read_in_place_with_its_cells():
    made = message()
    data = docx(p("Avis"), table(row(cell(p("7")))))
    made.add_attachment(data, maintype="application", subtype="octet-stream", filename="avis é.docx")
    document = read(bytes(made))
    line = f"[📎 avis é.docx, application/octet-stream, {len(data)} B]"
    assert document.text.endswith(f"Le réseau est tombé.\n\n{line}\n\nAvis\n\n7")
    (part,) = document.parts
    assert (part.name, part.kind, part.digest) == ("avis é.docx", "docx", digest_bytes(data))
    assert document.text[part.start : part.end] == "Avis\n\n7"
    assert document.cells_of(part.end - 1, part.end) == [("1/1", 1, 1)]


def test_what_nobody_reads_is_named_with_type_size_and_why():
    made = message()
    made.add_attachment(b"\xff\xd8\xff" + bytes(100), maintype="image", subtype="x-odd", filename="../photo.odd")
    document = read(bytes(made))
    assert document.text.endswith("\n\n[📎 photo.odd, image/x-odd, 103 B: no-reader]")
    assert document.parts[0].properties == {"unread": "no-reader"}
    assert document.parts[0].start == document.parts[0].end


def test_an_attached_text_of_another_encoding_is_read_as_it_declares():
    data = raw(
        b'--b\n\nhello\n--b\nContent-Type: text/plain; charset=windows-1252; name="a.txt"\n'
        b"Content-Transfer-Encoding: 8bit\n\n\xe9t\xe9\n--b--\n",
        "Content-Type: multipart/mixed; boundary=b",
    )
    assert read(data).text.endswith("\n\nété")


def test_a_damaged_attachment_does_not_stop_the_message():
    made = message()
    made.add_attachment(docx(p("Avis"))[:300], maintype="application", subtype="x", filename="avis.docx")
    document = read(bytes(made))
    assert document.parts[0].properties == {"unread": "unreadable"}
    assert "Le réseau est tombé." in document.text


def test_messages_inside_are_read_down_to_five_levels():
    made = message("level 0\n")
    for depth in range(1, 8):
        outer = message(f"level {depth}\n", subject=f"Transfert {depth}")
        outer.add_attachment(made)
        made = outer
    text = read(bytes(made)).text
    assert "level 7" in text
    assert "level 2" in text
    assert "level 1" not in text
    assert "message/rfc822: too-deep]" in text


def test_a_message_attached_as_a_file_is_a_message():
    made = message()
    made.add_attachment(bytes(message("Dedans.\n")), maintype="application", subtype="octet-stream", filename="a.eml")
    document = read(bytes(made))
    assert document.text.endswith("\n\nDedans.")
    assert document.parts[-1].kind == "eml"


@pytest.mark.parametrize(
    ("body", "headers", "text"),
    [
        pytest.param(
            "été".encode(), "Content-Type: text/plain; charset=us-ascii", "été", id="UTF-8 under another name"
        ),
        pytest.param("été".encode("cp1252"), "Content-Type: text/plain; charset=iso-8859-1", "été", id="Latin 1"),
        pytest.param(
            "“é”".encode("cp1252"), "Content-Type: text/plain; charset=iso-8859-1", "“é”", id="Windows quotes"
        ),
        pytest.param("万元".encode("gbk"), "Content-Type: text/plain; charset=gb2312", "万元", id="Chinese"),
        pytest.param(
            "網路".encode("iso2022_jp_2", "ignore"),
            "Content-Type: text/plain; charset=iso-2022-jp",
            "網路",
            id="7 bits",
        ),
        pytest.param(b"caf=C3=A9", "Content-Transfer-Encoding: quoted-printable", "café", id="quoted-printable"),
        pytest.param(b"w6l0w6k=", "Content-Transfer-Encoding: base64", "été", id="base64"),
        pytest.param(
            b"a long \nline\n> cited \n> on",
            "Content-Type: text/plain; format=flowed",
            "a long line\n> cited on",
            id="flowed",
        ),
        pytest.param(
            b"\xe7\xbd\x91 \n\xe7\xbb\x9c",
            "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes",
            "网络",
            id="flowed without spaces",
        ),
        pytest.param("été".encode("cp1252"), "Content-Type: text/html; charset=windows-1252", "été", id="a page"),
    ],
)
def test_words_are_decoded_as_they_are_and_not_as_they_claim(body, headers, text):
    assert read(raw(body, headers)).text.partition("\n\n")[2] == text


def test_an_unknown_encoding_is_asked_for_without_a_word_of_the_message():
    data = raw("secret été".encode("cp1252"), "Content-Type: text/plain; charset=utf-8", subject="secret")
    with pytest.raises(InputError, match="--encoding windows-1252") as raised:
        read(data)
    for language in ("fr", "en"):
        assert "secret" not in raised.value.in_(language)
        assert "ana" not in raised.value.in_(language).lower()
    assert read(data, encoding="windows-1252").text.endswith("secret été")


def test_an_encrypted_message_says_what_it_carries():
    data = raw(
        "--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--b\nContent-Type: application/octet-stream\n\nX\n"
        "--b--\n",
        "Content-Type: multipart/encrypted; boundary=b",
    )
    assert "application/pgp-encrypted" in read(data).text


def test_parts_nested_beyond_reason_are_refused():
    nested = "".join(f"--b{depth}\nContent-Type: multipart/mixed; boundary=b{depth + 1}\n\n" for depth in range(4000))
    with pytest.raises(InputError, match="nested too deeply"):
        read(raw(nested, "Content-Type: multipart/mixed; boundary=b0"))


def chosen(data: bytes, name: str = "a") -> str:
    return choose_reader(READERS, head_of(io.BytesIO(data), name)).kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(bytes(message()), "eml", id="a message"),
        pytest.param(bytes(message()).replace(b"\n", b"\r\n"), "eml", id="with CRLF"),
        pytest.param(b"Received: from x by y;\n Wed, 5 Mar 2031\nSubject: a\n\nb", "eml", id="with a trace of its way"),
        pytest.param(b"99\n" + bytes(message()), "eml", id="as Apple Mail keeps it"),
        pytest.param(b"Note: one\nOther: two\n\nHello", "text", id="a note"),
    ],
)
def test_a_message_is_told_from_a_text(data, kind):
    assert chosen(data) == kind


def test_what_stands_after_the_length_that_apple_mail_writes_is_left():
    data = bytes(message("Fin.\n"))
    assert read(f"{len(data)}\n".encode() + data + b"<?xml version='1.0'?><plist/>").text.endswith("\n\nFin.")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"From: Ana\nTo: Bo\nDate: 5 March\nSubject: memo\n\nHello", id="a memo"),
        pytest.param(b"De : Ana\nDate : 5 mars\nObjet : avis\n\nBonjour", id="a French memo"),
    ],
)
def test_what_may_be_mail_is_asked_about_and_never_taken_for_open_text(data):
    with pytest.raises(UnknownKindError, match=r"--as eml.*--as text --not-personal"):
        chosen(data)


@pytest.mark.parametrize("before", [b"", b"\n\n", b"\xef\xbb\xbf\n"], ids=["nothing", "blank lines", "a mark"])
def test_a_file_named_as_mail_is_mail_whatever_its_date(before):
    data = before + b"From: a@valmora.example\nTo: b@valmora.example\nSubject: x\nDate: yesterday\n\nSecret"
    assert chosen(data, "a.eml") == "eml"
    assert read(data).text.endswith("Secret")
