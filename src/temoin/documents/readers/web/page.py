"""What a web page says about itself: meta elements, JSON-LD, canonical link, language; and its visible text."""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping

from lxml.html import HtmlElement

from temoin.documents.readers.numerals import whole, written

_WHOLE_DATE = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?=\D|$)")
_LANGUAGE = re.compile(r"\s*([A-Za-z]{2,3})(?=[-_]|\s*$)")
# In order of trust: the first that is filled wins.
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title"),
    "author": ("author", "article:author_name", "dc.creator", "dcterms.creator", "parsely-author", "citation_author"),
    "published": (
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.date",
        "dc.date",
        "parsely-pub-date",
        "citation_publication_date",
        "date",
    ),
    "publisher": ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name"),
    "url": ("og:url",),
    "type": ("og:type",),
}
_ARTICLE_KINDS = re.compile(r"(?:News|Analysis|Opinion|Reportage|Review)?.*Article|BlogPosting|Report|LiveBlogPosting")
# White space of HTML; a no-break space is none.
_WHITE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
# fmt: off
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "br", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
    "ol", "option", "p", "pre", "section", "summary", "table", "td", "th", "title", "tr", "ul",
))
_UNSEEN = frozenset((
    "head", "script", "style", "noscript", "template", "svg", "iframe", "object", "textarea", "select", "button",
))
# fmt: on
# A figure and the one that takes its place touch each other on the page, and are two.
_REVISED = frozenset(("del", "ins", "s", "strike"))
_LARGEST_NUMBER = 1_000_000
_LIST_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
# Pages of old are laid out by tables: a cell longer than this is a stretch of the page, not an entry.
_LONGEST_ENTRY = 300
# A page that shows itself by a script hides all of its words at first.
_MOSTLY = 0.5


def declared(tree: HtmlElement) -> dict[str, str]:
    """Return what a page declares: title, author, published, publisher, url, language, type, headline.

    ``published`` is the day as the page writes it, in the page's own zone; ``headline`` is the only or first ``h1``.
    JSON-LD stands before meta elements, for one page may carry the meta elements of a whole site.
    """
    said = _from_json(tree) | {"headline": _headline(tree), "language": _language(tree)}
    meta = _meta(tree)
    for name, keys in _META.items():
        said.setdefault(name, next((meta[key] for key in keys if meta.get(key)), ""))
    said["url"] = _canonical(tree) or said["url"]
    said["title"] = (
        said["title"] or said["headline"] or " ".join("".join(tree.xpath("(//head//title)[1]//text()")).split())
    )
    said["published"] = _day(said["published"]) or _day(_only_time(tree))
    # JSON may escape half of a surrogate pair, which no text can hold.
    return {name: value.encode("utf-8", "replace").decode() for name, value in said.items() if value}


def visible_text(tree: HtmlElement) -> str:
    """Return every visible word of a page, one block a line; no-break spaces stay.

    The cells of a table's row stand on one line, a tab apart, and the entries of an ordered list have their numbers.
    """
    lines = (_one_line(line) for line in "".join(_pieces(tree)).split("\n"))
    return "\n".join(line for line in lines if line.strip())


def drop_unseen(tree: HtmlElement) -> None:
    """Take out of a page what it does not show, unless that is most of its words."""
    unseen = [each for each in tree.iterdescendants() if each.tag == "noscript" or _is_hidden(each)]
    hidden = sum(len("".join(each.itertext())) for each in unseen if each.tag not in _UNSEEN)
    if hidden <= _MOSTLY * len(visible_text(tree)):
        for each in unseen:
            if each.getparent() is not None:
                each.drop_tree()


def _one_line(line: str) -> str:
    return "\t".join(_WHITE.sub(" ", cell).strip(" ") for cell in line.split("\t"))


def _pieces(root: HtmlElement) -> Iterator[str]:
    waiting: list[HtmlElement | str] = [root]
    numbers: dict[HtmlElement, str] = {}
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
            continue
        around = "\n" if item.tag in _BLOCKS else " " if item.tag in _REVISED else ""
        waiting.append(around + (_WHITE.sub(" ", item.tail or "") if item is not root else ""))
        if not isinstance(item.tag, str) or not _is_seen(item):
            continue
        numbers |= _numbers(item) if item.tag == "ol" else {}
        if row := _row(item) if item.tag == "tr" else "":
            yield f"\n{row}"
        else:
            yield around + numbers.get(item, "") + _WHITE.sub(" ", item.text or "")
            waiting.extend(reversed(item))


def _row(row: HtmlElement) -> str:
    cells = [each for each in row if each.tag in {"td", "th"} and _is_seen(each)]
    if row.find(".//table") is not None:
        return ""
    entries = [_WHITE.sub(" ", "".join(_pieces(cell))).strip(" ") for cell in cells]
    return "\t".join(entries) if max(map(len, entries), default=0) <= _LONGEST_ENTRY else ""


def _numbers(listed: HtmlElement) -> dict[HtmlElement, str]:
    entries = [each for each in listed if each.tag == "li"]
    turns_back = listed.get("reversed") is not None
    form = _LIST_FORMS.get(listed.get("type") or "", "decimal")
    number = whole(listed.get("start"), len(entries) if turns_back else 1, _LARGEST_NUMBER)
    found = {}
    for entry in entries:
        number = whole(entry.get("value"), number, _LARGEST_NUMBER)
        found[entry] = f"{written(number, form)}. "
        number += -1 if turns_back else 1
    return found


def _is_seen(element: HtmlElement) -> bool:
    return element.tag not in _UNSEEN and not _is_hidden(element)


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "") is not None


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name, content)
    return found


def _headline(tree: HtmlElement) -> str:
    inside = tree.xpath("//article//h1 | //main//h1") or tree.xpath("//h1")
    # A heading may hold line breaks, and buttons that are no words of it.
    return " ".join("".join(_pieces(inside[0])).split()) if inside else ""


def _language(tree: HtmlElement) -> str:
    match = _LANGUAGE.match(tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "")
    return match[1].lower() if match else ""


def _canonical(tree: HtmlElement) -> str:
    links = [link.get("href", "").strip() for link in tree.iter("link") if link.get("rel", "").lower() == "canonical"]
    return next((link for link in links if link.startswith(("http://", "https://"))), "")


def _only_time(tree: HtmlElement) -> str:
    marked = tree.xpath("//*[@itemprop='datePublished']/@datetime | //*[@itemprop='datePublished']/@content")
    times = marked or tree.xpath("//article//time[@pubdate]/@datetime") or tree.xpath("//article//time/@datetime")
    days = {_day(time) for time in times} - {""}
    return days.pop() if len(days) == 1 else ""


def _day(text: str) -> str:
    match = _WHOLE_DATE.match(text)
    try:
        return dt.date(*map(int, match.groups())).isoformat() if match else ""
    except ValueError:
        return ""


def _from_json(tree: HtmlElement) -> dict[str, str]:
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower():
            continue
        try:
            data = json.loads(element.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            kinds = _listed(item.get("@type"))
            if any(isinstance(kind, str) and _ARTICLE_KINDS.fullmatch(kind) for kind in kinds):
                return _article(item, str(kinds[0]))
    return {}


def _items(data: object) -> Iterator[Mapping[str, object]]:
    waiting = [data]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            yield item
            waiting.extend(item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item)


def _article(item: Mapping[str, object], kind: str) -> dict[str, str]:
    said = {
        "title": _name(item.get("headline")),
        "author": ", ".join(filter(None, map(_name, _listed(item.get("author"))))),
        "published": _name(item.get("datePublished")),
        "publisher": next(filter(None, map(_name, _listed(item.get("publisher")))), ""),
        "type": kind,
    }
    return {name: value for name, value in said.items() if value}


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _name(value: object) -> str:
    if isinstance(value, Mapping):
        value = value.get("name")
    return " ".join(value.split()) if isinstance(value, str) else ""
