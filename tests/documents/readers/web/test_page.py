"""What a web page declares, in order of trust, and its visible words."""

import pytest
from lxml import html

from temoin.documents.readers.web.page import declared, drop_unseen, visible_text

ARTICLE = """<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "headline": "Site"},
{"@type": ["NewsArticle"], "headline": "Valmora", "author": [{"name": "Ana Lom"}, "Bo Ser"],
"datePublished": "2031-03-04T00:30:00+06:00", "publisher": {"name": "Le Norle"}}]}</script>"""


def page(head="", body="<p>Un mot.", language="fr-FR"):
    return html.fromstring(f'<html lang="{language}"><head>{head}</head><body>{body}</body></html>')


def test_json_ld_stands_before_meta_elements():
    head = f'<meta property="og:title" content="Accueil"><meta name="date" content="2020-01-01">{ARTICLE}'
    said = declared(page(head))
    assert said == {
        "title": "Valmora",
        "author": "Ana Lom, Bo Ser",
        "published": "2031-03-04",
        "publisher": "Le Norle",
        "type": "NewsArticle",
        "language": "fr",
    }


def test_the_day_is_the_one_the_page_prints_in_its_own_zone():
    assert declared(page('<meta name="date" content="2031-03-04T00:30:00+06:00">'))["published"] == "2031-03-04"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param('<meta property="og:title" content="Un"><title>Deux | Site</title>', "Un", id="meta first"),
        pytest.param("<title>Deux\n | Site</title>", "Trois", id="the heading before the tab"),
    ],
)
def test_a_title_is_taken_from_the_most_trusted(head, title):
    assert declared(page(head, "<h1>Trois</h1>"))["title"] == title


def test_a_heading_keeps_its_words_apart_and_leaves_its_buttons():
    assert declared(page(body="<article><h1>Une<br>coupure <button>Partager</button></h1>"))["title"] == "Une coupure"


@pytest.mark.parametrize(
    "head",
    [
        pytest.param('<script type="application/ld+json">{bad</script>', id="broken JSON"),
        pytest.param(f'<script type="application/ld+json">{"[" * 5000}</script>', id="JSON without an end"),
        pytest.param('<script type="application/ld+json">"text"</script>', id="JSON that is a word"),
        pytest.param('<script type="application/ld+json">{"@type": 3}</script>', id="a type that is none"),
        pytest.param('<link rel="canonical" href="javascript:alert(1)">', id="an address that is a script"),
        pytest.param('<meta name="date" content="2031-02-31">', id="a day that cannot be"),
        pytest.param('<meta name="date" content="04/03/2031">', id="an order that is not known"),
    ],
)
def test_what_is_broken_declares_nothing(head):
    assert declared(page(head)) == {"language": "fr"}


def test_values_of_another_type_are_left():
    head = '<script type="application/ld+json">{"@type": "Article", "headline": 3, "author": null}</script>'
    assert declared(page(head)) == {"type": "Article", "language": "fr"}


def test_a_page_of_two_times_has_no_date():
    one = '<article><time datetime="2031-03-04">hier</time></article>'
    two = f'{one}<article><time datetime="2031-03-05">ce jour</time></article>'
    assert declared(page(body=one))["published"] == "2031-03-04"
    assert "published" not in declared(page(body=two))


def test_every_visible_word_is_kept_and_no_other():
    body = (
        "<h1>Une<br>coupure</h1><p>Un\u00a0mot   et <b>deux</b></p><p hidden>non</p>"
        "<p style='color: red; display : none'>non</p><script>non</script>"
        "<!-- non -->queue<ul><li>un<li>deux</ul>"
    )
    assert visible_text(page(body=body)) == "Une\ncoupure\nUn\u00a0mot et deux\nqueue\nun\ndeux"


def test_a_page_nested_beyond_what_a_call_may_go_is_read():
    tree = html.fromstring("<div>" * 1500 + "mot", parser=html.HTMLParser(huge_tree=True))
    assert visible_text(tree) == "mot"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("<p><b>4</b>5 <span>6</span></p>", "45 6", id="inside a line"),
        pytest.param("<table><tr><td>A<td>1<br>2<tr><td><td>3</table>", "A\t1 2\n\t3", id="rows"),
        pytest.param(f"<table><tr><td>A<td><p>{'b' * 301}</table>", "A\n" + "b" * 301, id="a layout"),
        pytest.param("<table><tr><td>A<td><table><tr><td>1<td>2</table></table>", "A\n1\t2", id="a table in a table"),
        pytest.param("<ol start=4><li>un<li>deux</ol>", "4. un\n5. deux", id="a list from four"),
        pytest.param("<ol reversed><li>un<li value=7>deux</ol>", "2. un\n7. deux", id="a list that counts down"),
        pytest.param("<ol type=a><li>un<ol><li>deux</ol></ol>", "a. un\n1. deux", id="a list in a list"),
        pytest.param("<p><del>1</del><ins>2</ins> EUR", "1 2 EUR", id="a figure replaced"),
        pytest.param("<details><summary>A</summary>1</details>", "A\n1", id="folded"),
    ],
)
def test_blocks_are_lines_and_nothing_else_is(body, text):
    assert visible_text(page(body=body)) == text


def test_what_a_page_hides_is_dropped_unless_it_is_the_page():
    tree = page(body='<p>Un mot vu.</p><p style="display:none">9 <b hidden>8</b></p><noscript>7</noscript> fin')
    drop_unseen(tree)
    assert " ".join(tree.text_content().split()) == "Un mot vu. fin"
    tree = page(body='<div style="display: none">Tous les mots.</div>')
    drop_unseen(tree)
    assert tree.text_content() == "Tous les mots."
