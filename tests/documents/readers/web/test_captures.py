"""The pages of several archives make one document; whole archives are read in test_warc.py and test_wacz.py."""

import contextlib
import io

import pytest

from temoin.documents.readers.web import captures
from temoin.documents.readers.web.captures import Wanted, read_captures
from temoin.errors import InputError

from ..web_samples import SITE, a_page, answer, record, response


def archive(data: bytes) -> captures.Opening:
    return lambda: contextlib.nullcontext(io.BytesIO(data))


def test_pages_of_several_archives_stand_together_in_order():
    later, earlier = response(f"{SITE}/b", date="2031-03-07T00:00:00Z"), response()
    document = read_captures([archive(later), archive(earlier)], "a", None, [])
    assert [part.properties["url"] for part in document.parts] == [f"{SITE}/a", f"{SITE}/b"]


def test_a_page_is_found_without_its_fragment_or_last_slash():
    document = read_captures([archive(response(f"{SITE}/"))], "a", None, [Wanted(f"{SITE}#top")])
    assert document.properties["url"] == f"{SITE}/"


def test_a_page_without_a_title_is_named_as_the_capture_names_it():
    pages = [response(f"{SITE}/{name}", a_page("")) for name in "ab"]
    wanted = [Wanted(f"{SITE}/a", "", "Avis"), Wanted(f"{SITE}/b")]
    document = read_captures([archive(b"".join(pages))], "a", None, wanted)
    assert [part.name for part in document.parts] == ["Avis", f"{SITE}/b"]


def test_more_pages_than_the_limit_are_left_out(monkeypatch):
    monkeypatch.setattr(captures, "MOST_PAGES", 1)
    document = read_captures([archive(response() + response(f"{SITE}/b"))], "a", None, [])
    assert document.properties["left_out"] == "too-many 1"


def test_a_capture_without_a_page_says_what_it_held():
    with pytest.raises(InputError, match=r"no readable page in this web capture \(left_out: fragment 1\)"):
        read_captures([archive(response(body=b"<p>x</p>"))], "a", None, [])


@pytest.mark.parametrize(
    "url", ["https://[", "https://\u2100.example/", "x"], ids=["half a bracket", "a sign", "a word"]
)
def test_an_address_that_is_none_harms_nothing(url):
    moved = record("response", answer(b"", "301 Moved", more=f"Location: {url}\r\n"), url)
    document = read_captures([archive(moved + response(url))], "a", None, [Wanted(url)])
    assert document.properties["url"] == url
