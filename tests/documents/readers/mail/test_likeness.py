import pytest

from temoin.documents.readers.mail.likeness import has_private_name, is_like_mail, near_mail
from temoin.evidence.reader import Head


def head(text: str, name: str = "a.txt", encoding: str = "utf-8") -> Head:
    data = text.encode(encoding)
    return Head(data, name, len(data))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("From: Ana\nSubject: x\n\nb", id="English"),
        pytest.param("\n \n\ufeff\nObjet : x\nDe : Ana\n\nb", id="French after blank lines and a mark"),
        pytest.param("Von: Ana\nGesendet: gestern\nAn: Bo\nBetreff: x", id="German"),
        pytest.param("От: Анна\nКому: Борис\nТема: сеть", id="Russian"),
        pytest.param("من: آنا\nالموضوع: الشبكة", id="Arabic"),
        pytest.param("发件人：安娜\n主题：网络", id="Chinese"),
        pytest.param("---------- Forwarded message ---------\nFrom: Ana\nDate: x", id="forwarded"),
        pytest.param("**From:** Ana\n**To:** Bo", id="copied with its bold signs"),
        pytest.param("CONFIDENTIAL\nFrom: Ana\nTo: Bo", id="after a line of something else"),
        pytest.param("Message-ID: <1@x>\nSubject: x\n\nb", id="a trace"),
    ],
)
def test_what_begins_as_mail_does_is_like_mail(text):
    assert is_like_mail(head(text))
    assert near_mail(head(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Date: 5 March 2031\nSubject: restoration\n\nThe network is back.", id="a notice with a subject"),
        pytest.param("From: 08:00\nTo: 16:30\nPlace: Valmora", id="hours of works"),
        pytest.param("De : 8 h 30\nÀ : 16 h\nLieu : Valmora", id="French hours of works"),
        pytest.param("The ministry writes.\n\nFrom: Ana\nTo: Bo", id="headers further on"),
        pytest.param("From: Ana writes that the network fell.", id="one line"),
        pytest.param("From: <Saved by Blink>\nSubject: x\nDate: y\nMIME-Version: 1.0", id="a saved page"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_only_has_such_words_is_not(text):
    assert not is_like_mail(head(text))
    assert near_mail(head(text)) is None


def test_the_headers_of_a_text_in_utf_16_are_seen_with_or_without_its_mark():
    assert is_like_mail(head("From: Ana\nTo: Bo", encoding="utf-16"))
    assert is_like_mail(head("From: Ana\nTo: Bo", encoding="utf-16-le"))


@pytest.mark.parametrize("name", ["a.eml", "a.EMLX", "a.mbox", "a.msg", "a.pst"])
def test_a_name_of_mail_is_enough(name):
    assert has_private_name(name)
    assert near_mail(head("no mail at all", name)) is not None


@pytest.mark.parametrize("name", ["contacts.vcf", "diary.ics"])
def test_contacts_and_diaries_are_personal_and_read_as_text(name):
    assert is_like_mail(head("BEGIN:VCARD", name))
    assert near_mail(head("BEGIN:VCARD", name)) is None
