"""The HTML edition: one file, no request, every figure a link, nothing hostile survives."""

import base64
import hashlib
import re
from itertools import pairwise

import pytest

from temoin.dossier.html import render_html
from temoin.words import LANGUAGES

from .sample_report import a_report


@pytest.fixture(params=LANGUAGES)
def page(request, blank):
    return render_html(a_report(request.param), blank).decode()


def test_the_same_report_gives_the_same_bytes(blank):
    assert render_html(a_report(), blank) == render_html(a_report(), blank)


def test_the_page_asks_nobody_for_anything(page):
    told = re.sub(r"data:font/woff;base64,[\w+/=]+", "data:", page)
    told = re.sub(r' src="data:image/png;base64,[\w+/=]+"', "", told)
    assert not re.search(r"\s(?:src|srcset|action|data|poster)=", told.replace("&lt;img src=x", ""))
    assert set(re.findall(r'href="(.)', told)) == {"#"}
    assert set(re.findall(r"url\(.{6}", told)) == {'url("data:'[:10]}
    assert "@import" not in told
    assert "<script" not in told
    assert " style=" not in told
    assert " on" + "error=" not in re.sub(r"&lt;.*?&gt;", "", told)


def test_the_policy_allows_this_style_sheet_alone(page):
    css = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)[1]
    assert policy.startswith("default-src 'none';")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_every_link_has_its_end_and_every_id_is_single(page):
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_what_a_document_wrote_is_text(page):
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "&lt;img src=x onerror=alert(1)&gt; {{ 7*7 }}" in page
    assert "&lt;b&gt;L. Moreau&lt;/b&gt;" in page


def test_a_mark_of_direction_stands_in_an_isolate(page):
    body = page.partition("<body")[2]
    for around in re.findall(r".{0,400}\u202e", body):
        opened, closed = around.count("<bdi"), around.count("</bdi>")
        assert opened > closed or 'dir="auto"' in around


def test_each_decision_is_told_in_words_and_in_the_text(page):
    for decision in ("proposed", "accepted", "corrected", "rejected", "review-again"):
        assert re.search(rf'<mark id="s-\w+" class="{decision}( (disagrees|cannot-tell|agrees))?">', page)


def test_a_document_is_set_in_its_own_language(page):
    assert '<div class="text" lang="en">' in page
    assert '<div class="text" lang="fr">' in page


def test_a_synthetic_case_says_so_on_every_table_and_chart(page, blank):
    assert page.count("<caption>") + page.count("<figure id=") <= page.count('class="mark-synthetic"')
    real = render_html(a_report(synthetic=False), blank).decode()
    assert "mark-synthetic" not in real.partition("</style>")[2]
    assert "synthétique" not in real.lower().partition("</style>")[2]


def test_headings_descend_one_step_at_a_time(page):
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_dossier_never_says_more_than_it_measured(page):
    told = page.partition("</style>")[2].lower()
    assert not re.search(r"shutdown|illegal|illégal", told)


def test_a_large_case_stays_a_file_that_can_be_sent(blank, large_report):
    assert len(render_html(large_report, blank)) < 6_000_000
