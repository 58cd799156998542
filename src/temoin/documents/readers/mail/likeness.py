"""Whether a file may be somebody's mail though no reader takes it for one: such a file never becomes open text."""

import re
from collections.abc import Iterator
from itertools import dropwhile
from pathlib import PurePath

from temoin.documents.readers.encoding import byte_order_mark
from temoin.evidence.reader import Head
from temoin.words import Words

_MAIL = frozenset((".eml", ".emlx", ".mbox", ".mbx", ".msg", ".pst", ".ost"))
_OF_PEOPLE = _MAIL | {".vcf", ".ics"}
# What mail programs write before a message, saved, printed, forwarded or copied; by what it says.
_LABELS: dict[str, str] = {
    "from": "from|de|von|da|van|sender|expéditeur|от|от кого|من|از|发件人|寄件者|差出人",
    "to": "to|à|a|an|para|aan|cc|bcc|cci|кому|копия|إلى|الى|به|收件人|收件者|宛先",
    "subject": "subject|objet|sujet|betreff|asunto|assunto|oggetto|onderwerp|тема|الموضوع|موضوع|主题|主旨|件名",
    "date": "date|sent|envoyé|envoyé le|datum|gesendet|fecha|enviado|data|дата|отправлено|التاريخ|تاريخ|日期|发送时间",
    "trace": "received|mime-version|message-id|return-path|delivered-to|x-mailer|dkim-signature|x-mozilla-status|"
    "in-reply-to|references|user-agent|reply-to|content-type|x-originating-ip|arc-seal",
}  # fmt: skip
_ROLES = {label: role for role, labels in _LABELS.items() for label in labels.split("|")}
_LINE = re.compile(r"[>*_\s]*(?P<label>[^\W_][\w -]{0,30}?)[*_\s]*[:：][*_]*\s*(?P<value>.*)")
_BEFORE_FORWARDED = re.compile(
    r"[>\s]*(?:[-_=]{2,}.*|(?:begin forwarded message|début du message \S+)\s*:?|)", re.IGNORECASE
)
# A notice of works gives hours and days after the same words: from 8:00 to 16:00.
_TIME = re.compile(r"\d{1,2}\s*[:hH.]\s*\d|\d{1,2}\s?h\b|\d{1,2}[/.-]\d|\d{4}-\d\d")
_OF_PAGES = re.compile(
    rb"^(?:snapshot-content-location:|from:[ \t]*\"?<?saved by|x-mimeole:.*mshtml)", re.IGNORECASE | re.MULTILINE
)
_BLANK = " \t\r\n\v\f\u00a0\ufeff"
_PLACES = frozenset(("from", "to"))
_LINES = 40
_SAID = Words("cela ressemble à un courriel", "it looks like a mail")
_SETTLED_BY = Words(
    "avec temoin add, ajoutez-le scellé par --as eml, ou ouvert, si c’est voulu, par --as text --not-personal ; une "
    "commande sans affaire ne prend que --as eml ou --as text",
    "with temoin add, add it sealed by --as eml, or open on purpose by --as text --not-personal; a command without a "
    "case takes only --as eml or --as text",
)


def has_private_name(name: str) -> bool:
    """Return whether a file's name ends as those of messages, mailboxes, contacts and diaries do.

    Examples
    --------
    >>> has_private_name("Ana.EML"), has_private_name("notice.txt")
    (True, False)
    """
    return PurePath(name).suffix.lower() in _OF_PEOPLE


def is_page(data: bytes) -> bool:
    """Return whether headers are those of a saved page, which is written as a message is."""
    return _OF_PAGES.search(data[:4096]) is not None


def is_like_mail(head: Head) -> bool:
    """Return whether a file may be mail: by its name, or by the headers it begins with, in any of many languages.

    Contacts and diaries count by their name; a saved page, which begins as a message does, does not.

    Two headers of different meanings are asked for, one of which only a letter has: from whom, to whom, or a trace
    that mail programs leave.

    Examples
    --------
    >>> is_like_mail(Head("\\n\\nObjet : compte rendu\\nDe : Ana\\n\\ntexte".encode(), "a.txt", 40))
    True
    >>> is_like_mail(Head(b"From: 08:00\\nTo: 16:30\\nPlace: Valmora\\n", "a.txt", 40))
    False
    """
    if has_private_name(head.name):
        return True
    roles = set() if is_page(head.data) else set(_roles(head.data))
    return len(roles) > 1 and not roles.isdisjoint({"from", "to", "trace"})


def near_mail(head: Head) -> tuple[Words, Words] | None:
    """Return what settles a file that looks like mail and that no reader takes for mail; None for any other file.

    Contacts and diaries are written as text and are read as such.
    """
    is_text = PurePath(head.name).suffix.lower() in _OF_PEOPLE - _MAIL
    return (_SAID, _SETTLED_BY) if is_like_mail(head) and not is_text else None


def _roles(data: bytes) -> Iterator[str]:
    mark = byte_order_mark(data)
    # The labels of a text in UTF-16 without its mark show too once its NULs are gone.
    text = data[mark.length :].decode(mark.encoding or "utf-8", "replace").replace("\0", "")
    lines = text.lstrip(_BLANK).splitlines()[:_LINES]
    for line in dropwhile(_BEFORE_FORWARDED.fullmatch, lines):
        if not line.strip(_BLANK):
            return
        if role := _role(line):
            yield role


def _role(line: str) -> str | None:
    found = _LINE.fullmatch(line)
    role = _ROLES.get(" ".join(found["label"].lower().split())) if found else None
    return None if found and role in _PLACES and _TIME.match(found["value"]) else role
