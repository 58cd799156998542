"""Numbers that count nothing."""

import pytest

from temoin.claims.figures.figure import Setting
from temoin.claims.figures.find import find_figures


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("selon l’article 5-2 et l’art. 22 du texte", id="articles of a law"),
        pytest.param("les articles 12 et 14 de la loi n° 2004-575", id="two articles and a law"),
        pytest.param("voir page 12, figure 3, § 4", id="pages and figures"),
        pytest.param("appelez le 01 23 45 67 89", id="telephone with spaces"),
        pytest.param("appelez le 06.12.34.56.78", id="telephone with points"),
        pytest.param("appelez le +221 33 123 45 67", id="telephone with its country"),
        pytest.param("call 555-1234 today", id="telephone in two groups"),
        pytest.param("IBAN FR76 3000 6000 0112 3456 7890 189", id="an account"),
        pytest.param("ISBN 978-2-07-036822-8", id="a book"),
        pytest.param("https://exemple.test/2019/450000?id=12345", id="an address of the web"),
        pytest.param("écrire à contact12345@exemple.test", id="an address of mail"),
        pytest.param("la version 2.1.4, sous Windows 11", id="versions"),
        pytest.param("12, rue X, 75011 Paris", id="a postal code"),
        pytest.param("43,25° N et 2° O", id="coordinates"),
        pytest.param("empreinte 9f86d081884c7d659a2feaa0c55ad015", id="a hash"),
        pytest.param("la 5G, le COVID-19, le G20, l’A380, un MP3, H1N1", id="names with digits"),
        pytest.param("#12 @45 /2", id="marks before"),
        pytest.param("depuis l’an 1991, en 2007 et 2012", id="years"),
        pytest.param("  • 1 Premier point.\n  • 2 Second point.", id="marks of a list"),
        pytest.param("1. Villes\n2. Réseaux\n3) Pages", id="numbers of a list"),
        pytest.param("192.168.1.2", id="an address of a machine"),
    ],
)
def test_a_number_that_counts_nothing_is_left(text):
    assert find_figures(text, Setting("fr")) == []


def test_a_figure_beside_a_reference_is_read():
    found = find_figures("L’article 12 vise 14 villes et 3 000 pages.", Setting("fr"))
    assert [(one.value, one.unit) for one in found] == [(14, "cities"), (3000, "pages")]
