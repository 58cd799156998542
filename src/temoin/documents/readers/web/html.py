"""Web pages: the main text by trafilatura, and what the page declares about itself; no link is followed."""

import datetime as dt
import re
from typing import BinaryIO

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from temoin.documents.document import Document
from temoin.documents.readers.encoding import SAY_IT, Mark, byte_order_mark, codec_name
from temoin.documents.readers.numerals import raised
from temoin.documents.readers.web.main_text import main_text
from temoin.documents.readers.web.page import declared, drop_unseen, visible_text
from temoin.errors import InputError
from temoin.evidence.digest import short
from temoin.evidence.reader import Head, Reader
from temoin.evidence.source import Source
from temoin.period import iso
from temoin.words import Words

_LARGEST = 60_000_000
LARGEST_PAGE = 20_000_000
"""Characters of a page, the pictures it carries left out."""
_LARGEST_SIFTED = 4_000_000
_BEFORE_THE_PAGE = re.compile(r"(?:\s|<\?xml[^>]*>|<!--.*?-->)*", re.DOTALL)
_PAGE = re.compile(r"<!doctype\s+html|<(?:html|head|body|meta|title|article|div|p|h1)[\s/>]", re.IGNORECASE)
_PAGE_OR_TABLE = re.compile(
    r"<!doctype\s+html|<(?:html|head|body|meta|title|article|div|p|h[1-6]|table|style|center|font)[\s/>]", re.IGNORECASE
)
WHOLE_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|title)[\s>]", re.IGNORECASE)
"""What tells a whole page from a fragment that a page loads."""
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4096
# Pages are put together from pieces: a few broken characters are shown as such, more mean another encoding.
_FEW = 3
_BROKEN_SHARE = 0.01
# What browsers and SingleFile write into a page they save.
_SAVED_FROM = re.compile(r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(https?://[^\s<>\"]+)")
_SAVED_AT = re.compile(r"saved date:\s*\w{3} (\w{3} \d{1,2} \d{4} \d\d:\d\d:\d\d) GMT([+-]\d{4})")
# Pages saved whole carry their pictures in their own text.
_EMBEDDED = re.compile(r"(?<=base64,)[A-Za-z0-9+/=%]{200,}")
_LOOSE = re.compile(r"\W+")
_OPENING = 600


def read_html(stream: BinaryIO, source: Source) -> Document:
    """Return the main text of a web page, its headline first, and what the page declares about itself.

    Without a main text, or in a page of more than 4 million characters, every visible word is returned, and
    ``properties["fallback"]`` says so. A paragraph repeated word for word comes out once; words nested more than 255
    elements deep are not seen.

    Parameters
    ----------
    stream : the page's bytes
    source : its ``reading.encoding`` stands before what the page declares

    Raises
    ------
    InputError : larger than 60 MB, or than 20 MB without the pictures it carries; of an encoding that nothing
        declares; without any visible word
    """
    read = source.name or short(source.id)
    data = stream.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise _too_large(read)
    return page_document(decoded_page(read, data, source.reading.encoding), read)


def page_document(page: str, read: str) -> Document:
    """Return what ``read_html`` returns, from the characters of a page.

    Parameters
    ----------
    read : what is read, for the message

    Raises
    ------
    InputError : as ``page_tree``; without any visible word
    """
    page = _EMBEDDED.sub("", page)
    tree = page_tree(page, read)
    properties = declared(tree) | _saving(page)
    headline = properties.pop("headline", "") or properties.get("title", "")
    drop_unseen(tree)
    # Telling the main text apart takes minutes and gigabytes on pages that no one writes by hand.
    text = main_text(tree) if len(page) <= _LARGEST_SIFTED else ""
    if not text:
        text = visible_text(tree)
        properties["fallback"] = "visible text"
    if not text.strip():
        raise _nothing(read)
    return Document(_under(headline, text), properties=properties)


def decoded_page(read: str, data: bytes, encoding: str | None) -> str:
    """Return the characters of a page: by its byte order mark, by ``encoding``, else by what it declares.

    Parameters
    ----------
    encoding : as given with ``--encoding``, or by the protocol that brought the page

    Raises
    ------
    InputError : of an encoding that nothing declares, or of another than declared
    """
    mark = byte_order_mark(data)
    label = mark.encoding or encoding or _declared_label(data, mark)
    body = data[mark.length :]
    name = codec_name(read, label or "utf-8")
    try:
        return body.decode(name)
    except UnicodeDecodeError as error:
        text = body.decode(name, "replace")
        foreign = sum(1 for byte in body if byte > 127)
        broken = text.count("\ufffd")
        if label is not None and broken <= max(_FEW, foreign * _BROKEN_SHARE):
            return text
        raise InputError(
            read,
            Words(f"ce n’est pas du {name.upper()}", f"this is not {name.upper()}"),
            SAY_IT,
            where=Words(f"octet {error.start + mark.length}", f"byte {error.start + mark.length}"),
        ) from error


def _declared_label(data: bytes, mark: Mark) -> str | None:
    head = data[mark.length : _DECLARED_WITHIN]
    match = _CHARSET.search(head) or _XML_CHARSET.match(head)
    if match is None:
        return None
    label = match[1].decode("ascii")
    # A declaration that we could read is not in UTF-16, whatever it says: WHATWG HTML, 13.2.3.2.
    return "utf-8" if label.lower().startswith("utf-16") else label


def page_tree(text: str, read: str) -> HtmlElement:
    """Return the elements of a page, without the pictures it carries.

    Raises
    ------
    InputError : of more than 20 million characters without them; there are none
    """
    text = _EMBEDDED.sub("", text)
    if len(text) > LARGEST_PAGE:
        raise _too_large(read)
    clean = text.replace("\0", "\ufffd").encode("utf-8", "replace")
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = document_fromstring(clean, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise _nothing(read) from error
    for above in tree.iter("sup"):
        figures = above if not len(above) else above[0] if len(above) == 1 and not above.text else None
        if figures is not None and figures.text:
            figures.text = raised(figures.text)
    return tree


def _saving(page: str) -> dict[str, str]:
    saved = _SAVED_FROM.search(page, 0, _DECLARED_WITHIN)
    if saved is None:
        return {}
    moment = _SAVED_AT.search(page, saved.end(), _DECLARED_WITHIN)
    if moment is None:
        return {"url": saved[1]}
    captured = dt.datetime.strptime(f"{moment[1]} {moment[2]}", "%b %d %Y %H:%M:%S %z")
    return {"url": saved[1], "captured": iso(captured), "captured_by": "SingleFile"}


def _under(headline: str, text: str) -> str:
    first, _, rest = text.partition("\n")
    if not headline:
        return text
    if _same(first, headline):
        return f"{first}\n\n{rest.lstrip()}" if rest else first
    if _loose(headline) in _loose(text[:_OPENING]):
        return text
    return f"{headline}\n\n{text}"


def _same(one: str, other: str) -> bool:
    return _loose(one) == _loose(other)


def _loose(text: str) -> str:
    return _LOOSE.sub("", text).casefold()


def _too_large(read: str) -> InputError:
    return InputError(
        read,
        Words("page web de plus de 20 Mo", "a web page of more than 20 MB"),
        Words("ajoutez plutôt son texte", "add its text instead"),
    )


def _nothing(read: str) -> InputError:
    return InputError(
        read,
        Words("page sans aucun texte visible", "a page without any visible text"),
        Words(
            "enregistrez la page une fois affichée, ou ajoutez son texte",
            "save the page once displayed, or add its text",
        ),
    )


def is_sheet_by_name(head: Head) -> bool:
    """Return whether a file is a page with a table under a spreadsheet's name, as portals export them."""
    if not head.name.lower().endswith((".xls", ".xlsx", ".xlt")):
        return False
    return _begins_like(head, _PAGE_OR_TABLE) and re.search(rb"<\0?t\0?r[\s\0>]", head.data, re.IGNORECASE) is not None


def _recognises_html(head: Head) -> bool:
    return _begins_like(head, _PAGE) and not is_sheet_by_name(head)


def _begins_like(head: Head, pattern: re.Pattern[str]) -> bool:
    mark = byte_order_mark(head.data)
    start = head.data[mark.length : _DECLARED_WITHIN * 4].decode(mark.encoding or "latin-1", "replace")
    before = _BEFORE_THE_PAGE.match(start)
    return pattern.match(start, before.end() if before else 0) is not None


READER = Reader(
    kind="html",
    version=3,
    label=Words("page web", "web page"),
    recognises=_recognises_html,
    read=read_html,
    visibility="quotes",
    libraries=("trafilatura", "lxml"),
)
