"""The page in a browser without a network: no request, no error, no dead link, no barrier."""

import shutil

import pytest

from temoin.dossier.charts import render_svg
from temoin.dossier.html import render_html
from temoin.words import LANGUAGES

from .sample_report import a_report

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
DEAD_LINKS = """() => [...document.querySelectorAll('a[href^="#"]')]
    .map(link => link.getAttribute('href').slice(1)).filter(name => !document.getElementById(name))"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium at hand"),
]


@pytest.fixture(scope="module")
def chromium():
    pytest.importorskip("playwright", reason="playwright is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for language in LANGUAGES:
        (folder / f"{language}.html").write_bytes(render_html(a_report(language), render_svg))
    return folder


@pytest.fixture(params=[(360, 780), (1280, 900)], ids=["narrow", "wide"])
def size(request):
    return {"width": request.param[0], "height": request.param[1]}


@pytest.fixture
def opened(chromium, files, language, scheme, size):
    context = chromium.new_context(viewport=size, color_scheme=scheme, offline=True)
    page = context.new_page()
    asked, errors = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: errors.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((files / f"{language}.html").as_uri())
    yield page, asked, errors
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_opens_alone_and_nobody_is_shut_out(opened, size):
    from axe_playwright_python.sync_playwright import Axe

    page, asked, errors = opened
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert [url for url in asked if not url.startswith("data:")] == [page.url]
    assert page.evaluate(DEAD_LINKS) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
    violations = [
        (one["id"], [node["html"][:200] for node in one["nodes"]][:3]) for one in Axe().run(page).response["violations"]
    ]
    assert violations == []
    assert errors == []


@pytest.mark.parametrize(("language", "scheme"), [("fr", "light")])
def test_a_figure_leads_to_its_highlighted_sentence_even_inside_a_fold(opened):
    page, _, _ = opened
    page.locator("#disagreements .headline").first.click()
    assert page.evaluate("document.querySelector(':target').textContent") == "4.1 million"
    page.locator("table a[href^='#e-']").first.click()
    assert page.evaluate("document.querySelector(':target').closest('details').open")
    assert page.locator(":target").first.is_visible()
