import pytest

from temoin.corroborate.superlatives import find_superlatives, is_near_copy


@pytest.mark.parametrize(
    ("text", "found", "asks"),
    [
        ("Le bureau le plus cher est à Valmora.", "le plus cher", "largest"),
        ("C’est le moins cher de tous.", "le moins cher", "smallest"),
        ("Elle arrive en tête sur Facebook.", "en tête", "largest"),
        ("The largest centre is there.", "The largest", "largest"),
        ("Brume ferme la marche.", "ferme la marche", "smallest"),
        ("Le plus petit budget.", "Le plus petit", "smallest"),
        ("Lumacom est le premier opérateur du pays.", "est le premier opérateur", None),
        ("Lumacom is the leading operator.", "is the leading operator", "largest"),
        ("Le document le plus récent.", "le plus récent", None),
        ("Pour la première fois, on compte.", "Pour la première fois", None),
    ],
)
def test_a_superlative_is_found_with_what_it_asks(text: str, found: str, asks: str | None) -> None:
    (one,) = find_superlatives(text)
    assert (one.text, one.asks) == (found, asks)
    assert text[one.start : one.end] == found


@pytest.mark.parametrize(
    "text",
    [
        "Il y en a plus de 33.", "Au moins 10 villes.", "Le plus tôt possible.", "Plus ou moins bien.",
        "Tête à tête, en plus de cela.", "Au plus 33 personnes.",
    ],
)  # fmt: skip
def test_what_only_looks_so_is_left(text: str) -> None:
    assert find_superlatives(text) == []


def test_two_sentences_with_little_in_common_are_no_copies() -> None:
    assert not is_near_copy("Valmora est le plus cher.", "Brume est le plus ancien.")
