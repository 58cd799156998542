"""A web page gives its main text under its headline, and what it declares about itself."""

import io

import pytest

from temoin.documents.readers.web import html
from temoin.errors import InputError
from temoin.evidence import Source
from temoin.evidence.reader import head_of
from temoin.evidence.source import Reading

BODY = """
<p>Le réseau de la république fictive de Valmora est tombé mercredi matin, selon les mesures de plusieurs observatoires
indépendants, et il n’était pas revenu à midi.</p>
<h2>Une perte de 45,15 millions</h2>
<p>Les commerçants estiment la perte à 45,15 millions de florins, soit <b>1&nbsp;250</b> florins par habitant de la
capitale et de ses faubourgs, d’après la chambre de commerce.</p>
"""


def a_page(head: str = "", before: str = "", body: str = BODY, language: str = "fr") -> str:
    return f"""<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8">{head}</head><body>
<nav><a href="/">Accueil</a> <a href="/monde">Monde</a> <a href="/sport">Sport</a></nav>
<article>{before}{body}</article><footer>© 2031 Le Courrier fictif. Mentions légales</footer></body></html>"""


def read(page: str | bytes, **reading):
    data = page.encode() if isinstance(page, str) else page
    source = Source(id="a" * 64, size=len(data), name="page.html", reading=Reading(**reading))
    return html.read_html(io.BytesIO(data), source)


def recognised(data: bytes) -> bool:
    return html.READER.recognises(head_of(io.BytesIO(data), "page"))


def test_the_main_text_stands_without_navigation_or_footer():
    text = read(a_page(before="<h1>Coupure à Valmora</h1>")).text
    assert text.startswith("Coupure à Valmora\n\nLe réseau de la république")
    assert "45,15 millions de florins" in text
    assert "Accueil" not in text
    assert "Mentions" not in text


@pytest.mark.parametrize(
    ("head", "before"),
    [
        pytest.param("", "<header><h1>Coupure à Valmora</h1></header>", id="a heading"),
        pytest.param('<meta property="og:title" content="Coupure à Valmora">', "", id="a meta element"),
        pytest.param("<title>Coupure à Valmora</title>", "", id="the title element"),
    ],
)
def test_the_headline_is_never_lost(head, before):
    text = read(a_page(head, before)).text
    assert text.partition("\n\n")[0] == "Coupure à Valmora"
    assert text.count("Coupure à Valmora") == 1


def test_a_broken_heading_keeps_its_words_apart_and_leaves_its_buttons():
    document = read(a_page(before="<h1>Coupure<br>à Val<em>mo</em>ra <button>Partager</button></h1>"))
    assert document.properties["title"] == "Coupure à Valmora"


def test_the_page_s_declarations_are_properties():
    head = """
    <title>Coupure | Le Courrier fictif</title><meta property="og:title" content="Coupure à Valmora">
    <meta property="og:site_name" content="Le Courrier fictif"><meta name="author" content="Ana  Lom">
    <meta property="article:published_time" content="2031-03-05T23:30:00+05:00">
    <meta property="og:type" content="article">
    <link rel="canonical" href="https://courrier.example/valmora">"""
    assert read(a_page(head, language="fr-VA")).properties == {
        "title": "Coupure à Valmora",
        "publisher": "Le Courrier fictif",
        "author": "Ana Lom",
        "published": "2031-03-05",
        "type": "article",
        "url": "https://courrier.example/valmora",
        "language": "fr",
    }


def test_structured_data_stand_before_meta_elements():
    head = """<meta name="author" content="Rédaction"><meta property="article:published_time" content="2031-03-07">
    <script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"],
    "headline": "Coupure à Valmora", "datePublished": "2031-03-05T08:00Z", "author": [{"name": "Ana Lom"}, {"name": "Bo
    Ser"}], "publisher": {"name": "Le Courrier fictif"}}]}</script>"""
    properties = read(a_page(head)).properties
    assert properties["published"] == "2031-03-05"
    assert properties["author"] == "Ana Lom, Bo Ser"
    assert properties["publisher"] == "Le Courrier fictif"
    assert properties["type"] == "NewsArticle"


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("{broken", id="not JSON"),
        pytest.param("[" * 5000, id="deeply nested"),
        pytest.param('"text"', id="a text"),
        pytest.param('{"@type": "NewsArticle", "author": 5, "headline": null}', id="wrong types"),
    ],
)
def test_broken_structured_data_do_no_harm(script):
    page = a_page(f'<script type="application/ld+json">{script}</script>')
    assert "45,15 millions" in read(page).text


@pytest.mark.parametrize(
    "date",
    [
        pytest.param("05/03/2031", id="order unknown"),
        pytest.param("hier", id="a word"),
        pytest.param("2031-3", id="short"),
    ],
)
def test_a_declared_date_that_is_not_iso_is_left_aside(date):
    page = a_page(f'<meta property="article:published_time" content="{date}">')
    assert "published" not in read(page).properties


def test_two_different_times_of_an_article_give_no_date():
    times = '<time datetime="2031-03-05">5 mars</time><time datetime="2031-03-07">7 mars</time>'
    assert "published" not in read(a_page(before=times)).properties


def test_the_encoding_is_the_one_that_the_page_declares():
    page = a_page(before="<h1>Été à Valmora</h1>").replace('charset="utf-8"', 'charset="iso-8859-1"')
    text = read(page.encode("cp1252", "xmlcharrefreplace")).text
    assert text.startswith("Été à Valmora")
    assert "n’était" in text


def test_a_page_that_declares_no_encoding_must_be_named_one():
    page = a_page(before="<h1>Été à Valmora</h1>").replace('<meta charset="utf-8">', "")
    data = page.encode("cp1252", "xmlcharrefreplace")
    with pytest.raises(InputError, match="--encoding"):
        read(data)
    assert read(data, encoding="windows-1252").text.startswith("Été")


def test_a_page_that_lies_about_its_encoding_is_refused():
    page = a_page(before="<h1>Été à Valmora : la nuit a été agitée là où l’électricité a été coupée à l’aube</h1>")
    with pytest.raises(InputError, match="this is not UTF-8"):
        read(page.encode("cp1252", "xmlcharrefreplace"))


def test_one_broken_character_shows_and_does_not_stop():
    data = a_page(before="<h1>Coupure</h1>").encode().replace("à midi".encode(), b"\xe0 midi")
    assert "\ufffd midi" in read(data).text


@pytest.mark.parametrize(
    "start",
    [
        pytest.param(b"<!doctype HTML>", id="doctype in any case"),
        pytest.param(b"\xef\xbb\xbf<html>", id="byte order mark"),
        pytest.param(b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', id="XML prolog"),
        pytest.param(b"<!-- saved from url=(0020)https://x.example --><html>", id="comment"),
        pytest.param("\ufeff<html>".encode("utf-16-le"), id="UTF-16"),
    ],
)
def test_a_page_is_recognised_by_its_beginning(start):
    assert recognised(start)


@pytest.mark.parametrize(
    "start",
    [
        pytest.param(b"La balise <html> ouvre une page.", id="a text that speaks of pages"),
        pytest.param(b'<?xml version="1.0"?><rss>', id="a feed"),
        pytest.param(b"time,place\n", id="a table"),
    ],
)
def test_what_is_not_a_page_is_not_recognised(start):
    assert not recognised(start)


def test_an_xml_prolog_is_read():
    assert "45,15" in read('<?xml version="1.0" encoding="UTF-8"?>\n' + a_page()).text


def test_without_main_text_the_visible_text_stands_and_says_so(monkeypatch):
    monkeypatch.setattr(html, "main_text", lambda tree: "")
    page = a_page(before="<h1>Coupure</h1><script>var x</script><p hidden>caché</p><!-- note -->")
    document = read(page)
    assert document.properties["fallback"] == "visible text"
    assert document.text.startswith("Accueil Monde Sport\nCoupure\nLe réseau")
    assert "1\xa0250 florins" in document.text
    assert "caché" not in document.text
    assert "var x" not in document.text


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<html><body><script>go()</script></body></html>", id="only a script"),
        pytest.param("<html></html>", id="nothing"),
        pytest.param("<!-- only a comment -->", id="a comment"),
    ],
)
def test_a_page_without_a_word_is_an_error(page):
    with pytest.raises(InputError, match="without any visible text"):
        read(page)


def test_a_page_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(html, "_LARGEST", 50)
    with pytest.raises(InputError, match="20 MB"):
        read(a_page())


@pytest.mark.parametrize(
    "comment",
    [
        pytest.param("<!-- saved from url=(0031)https://courrier.example/valmora -->", id="a browser's mark"),
        pytest.param("<!--\n Page saved with SingleFile \n url: https://courrier.example/valmora -->", id="SingleFile"),
    ],
)
def test_a_saved_page_tells_its_address(comment):
    page = a_page().replace("<head>", f"{comment}<head>")
    assert read(page).properties["url"] == "https://courrier.example/valmora"


def test_the_same_page_gives_the_same_text():
    page = a_page(before="<h1>Coupure</h1>")
    assert read(page).text_hash == read(page).text_hash


def test_nothing_is_said_on_the_standard_error(capfd):
    read("<html><body><p>Court.</p></body></html>")
    read(a_page())
    assert capfd.readouterr().err == ""


def test_a_page_that_singlefile_saved_says_when():
    comment = (
        "<!--\n Page saved with SingleFile \n url: https://courrier.example/a \n saved date: Wed Mar 05 2031 10:00:00 "
        "GMT+0100 (heure normale d’Europe centrale)\n-->"
    )
    properties = read(a_page().replace("<head>", comment + "<head>")).properties
    assert properties["url"] == "https://courrier.example/a"
    assert properties["captured"] == "2031-03-05T09:00:00Z"
    assert properties["captured_by"] == "SingleFile"


def test_the_pictures_that_a_page_carries_do_not_count(monkeypatch):
    monkeypatch.setattr(html, "LARGEST_PAGE", 5000)
    picture = f'<img src="data:image/png;base64,{"iVBO" * 5000}">'
    assert "45,15 millions" in read(a_page(before=picture)).text
    with pytest.raises(InputError, match="more than 20 MB; add its text"):
        read(a_page(body=BODY * 20))


def test_a_very_large_page_gives_every_visible_word(monkeypatch):
    monkeypatch.setattr(html, "_LARGEST_SIFTED", 100)
    document = read(a_page())
    assert document.properties["fallback"] == "visible text"
    assert "Accueil" in document.text
