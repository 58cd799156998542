"""A superlative is computed among the like figures of one source, or it is not said to hold."""

from .drafted import SOURCE, marks, told


def test_the_largest_of_the_like_figures_is_supported_and_says_of_how_many() -> None:
    found = marks("Le bureau le plus cher est celui de Castelet : 10 millions d’euros.", told(SOURCE))["le plus cher"]
    assert found.verdict == "supported"
    assert "4" in found.words.en


def test_another_that_is_said_to_be_the_largest_is_contradicted_by_it() -> None:
    found = marks("Le bureau le plus cher est celui de Valmora : 6,5 millions d’euros.", told(SOURCE))["le plus cher"]
    assert found.verdict == "contradicted"
    assert [held.statement.text[:3] for held in found.evidence] == ["10 ", "6,5"]


def test_a_superlative_without_a_figure_or_among_too_few_is_unsupported() -> None:
    assert marks("Valmora est la ville la plus chère.", told(SOURCE))["la plus chère"].verdict == "unsupported"
    alone = told("Bureau de Valmora : 6,5 millions d’euros.\n")
    found = marks("Le bureau le plus cher est celui de Valmora : 6,5 millions d’euros.", alone)
    assert found["le plus cher"].verdict == "unsupported"


def test_what_a_source_says_nearly_word_for_word_is_supported() -> None:
    source = told("Tavernier est de loin la plus suivie des élues d’Atlasie sur Facebook.\n")
    found = marks("Sur Facebook, Tavernier est la plus suivie des élues d’Atlasie.", source)
    assert found["la plus suivie"].verdict == "supported"
