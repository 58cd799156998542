"""The main text of a page breaks no line where the page breaks none."""

import pytest
import trafilatura
from lxml import html

from temoin.documents.readers.web.main_text import main_text

LONG = (
    "<p>Valmora compte des abonnés en nombre, selon le relevé que publie chaque mois le club de la presse, et "
    "personne ne dit plus d’où ils viennent, ni combien resteront après la campagne.</p>"
) * 4


def main(body):
    return main_text(html.fromstring(f"<html><body>{body}</body></html>"))


def test_elements_inside_a_line_never_break_a_short_page():
    body = "<p>Le compte a <b>450</b>&nbsp;000 <i>abonnés</i> et <span>12</span><span>3</span> vues.</p>"
    assert main(body) == "Le compte a 450\xa0000 abonnés et 123 vues."


@pytest.mark.parametrize("tag", ["b", "i", "em", "strong", "span", "font", "u", "code", "mark"])
def test_elements_inside_a_line_never_break_a_figure_of_a_long_page(tag):
    figure = f"<{tag}>450</{tag}>&nbsp;000 abonnés et <{tag}>12</{tag}><{tag}>3</{tag}> vues"
    text = main(f"<nav><a href='/'>Accueil</a></nav><article>{LONG}<p>Le compte de la ville a {figure}.</p></article>")
    assert "a 450\xa0000 abonnés et 123 vues." in text.replace("450 000", "450\xa0000")


def test_where_a_line_was_broken_the_blocks_from_first_to_last_found_stand(monkeypatch):
    found = "Soit\n12\nvues.\n- 3 jours."
    monkeypatch.setattr(trafilatura, "extract", lambda *_, **__: found)
    body = "<p>Accueil</p><p>Soit <b>12</b> vues.</p><table><tr><td>Vues<td>45</table><li>3 jours.</li><p>Pied</p>"
    assert main(body) == "Soit 12 vues.\nVues\t45\n3 jours."
    found = "Soit 12 vues.\n- 3 jours."
    assert main(body) == found


def test_a_page_without_a_word_has_no_main_text():
    assert main("<div></div>") == ""
