import pytest

from temoin.claims.figures.captions import Captions
from temoin.claims.figures.figure import Setting
from temoin.claims.figures.find import find_figures

SENEGAL = Setting("fr", nearby=lambda _: frozenset(["SN"]), everywhere=frozenset(["SN"]))


def read(text, setting=SENEGAL):
    return [(found.kind, found.value, found.unit) for found in find_figures(text, setting)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Frais (en millions de FCFA)\n\n| Poste | Montant |\n|---|---|\n| Eau | 7,4 |\n| Gaz | 11 |",
            [("money", 7_400_000, "XOF"), ("money", 11_000_000, "XOF")],
            id="table",
        ),
        pytest.param(
            "Frais, en milliers d’euros :\n- Eau : 310\n- Gaz : 42,5",
            [("money", 310_000, "EUR"), ("money", 42_500, "EUR")],
            id="list",
        ),
        pytest.param(
            "Frais (en millions)\n| Poste | Montant (€) |\n| Eau | 7,4 |", [("money", 7_400_000, "EUR")],
            id="magnitude in the caption, currency in the header",
        ),
        pytest.param("Écoute (en milliers d’abonnés)\n- Eau FM : 310", [("count", 310_000, "followers")], id="count"),
        pytest.param("Frais en M€\n- Eau : 7,4", [("money", 7_400_000, "EUR")], id="letter and sign"),
    ],
)  # fmt: skip
def test_a_caption_gives_its_unit_and_magnitude_to_the_numbers_below(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "units"),
    [
        pytest.param(
            "Frais (en millions de FCFA)\n\n| Poste | Montant | Agents |\n| Eau | 7,4 | 1 340 |", ["XOF", None],
            id="a column that counts",
        ),
        pytest.param("Frais (en millions de FCFA)\n- Eau : 7 €\n- Gaz : 8 %", ["EUR", "%"], id="units of their own"),
        pytest.param("Frais en euros :\n- Eau : 31\n\nGaz : 1 240", ["EUR", None], id="another block"),
        pytest.param("Ils sont allés en Ouganda :\n- Eau : 1 240", [None], id="a country is no unit"),
    ],
)  # fmt: skip
def test_a_caption_names_nothing_else(text, units):
    assert [unit for _, _, unit in read(text)] == units


def test_a_caption_in_english_is_no_vague_number():
    text = "Audience (in thousands of listeners)\n- Lake FM: 310"
    assert read(text, Setting("en")) == [("count", 310_000, "listeners")]


def test_nothing_stands_over_a_text_without_captions():
    text = "12 en 2030\n- Eau : 310"
    assert Captions(text, Setting("fr")).over(text.index("310")) is None
