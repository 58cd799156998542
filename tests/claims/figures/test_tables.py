"""The units of tables that lost their lines. Countries and figures are made up."""

import pytest

from temoin.claims.figures.figure import Setting
from temoin.claims.figures.find import find_figures
from temoin.claims.figures.tables import Column, column


def read(text):
    return [(figure.kind, figure.value, figure.unit) for figure in find_figures(text, Setting("fr"))]


def test_rows_with_bars_take_the_units_of_their_headers():
    text = "Rang | Pays | Durée (heures) | Internautes |\n---|---|---|---|\n1 | Atlasie | 14 910 | 29,8 millions |\n"
    assert read(text) == [("rank", 1, None), ("duration", 14910, "h"), ("count", 29_800_000, "internet users")]


def test_rows_parted_by_spaces_are_aligned_on_the_right():
    text = (
        "La panne a duré 12 heures.\nPays / Nature / Durée / Coût / Internautes\n"
        "Atlasie Réseaux et messageries 50 $19.8M 1.7M\nZédie Internet 21 $1.1M 377K"
    )
    assert read(text)[1:] == [
        ("duration", 50, "h"),
        ("money", 19_800_000, "USD"),
        ("count", 1_700_000, "internet users"),
        ("duration", 21, "h"),
        ("money", 1_100_000, "USD"),
        ("count", 377_000, "internet users"),
    ]


def test_cells_one_a_line_take_their_headers_in_turn():
    text = "Amis |\nAbonnés |\n|\nZoé Zed |\n52 |\n801 |\nYves Ypsil |\n65 |\n180 118 |\n"
    assert read(text) == [
        ("count", 52, "friends"),
        ("count", 801, "followers"),
        ("count", 65, "friends"),
        ("count", 180_118, "followers"),
    ]


def test_the_magnitude_of_a_header_multiplies():
    text = "Année\tCoût (millions d’euros)\nA\t650\nB\t12,5\n"
    assert read(text) == [("money", 650_000_000, "EUR"), ("money", 12_500_000, "EUR")]


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Rang", "rank"),
        ("Part (%)", "percent"),
        ("Coût en FCFA", "money"),
        ("Abonnés", "count"),
        ("Nombre d’heures", "duration"),
    ],
)
def test_a_header_says_a_kind(header, kind):
    assert column(header, []).kind == kind


def test_a_header_that_says_nothing_gives_nothing():
    assert column("Nature", []) is None
    assert column("Durée", []) is None
    assert column("#", []) == Column("rank", None)
