import pytest

from temoin.corroborate.draft_words import VERDICTS, ranked_words, settle_words, superlative_words, verdict_words

from .drafted import figure

SAID, HELD = figure("33 abonnés", "33"), figure("44 abonnés", "44")


@pytest.mark.parametrize("verdict", list(VERDICTS))
def test_every_verdict_is_said_in_both_languages_and_typeset(verdict) -> None:
    held = [] if verdict == "unsupported" else [HELD]
    words = verdict_words(verdict, SAID, held, several=False)
    assert words.fr
    assert words.en
    assert words.fr != words.en
    assert "'" not in words.fr
    assert "« " not in words.fr


def test_several_candidates_are_said() -> None:
    assert "Several" in verdict_words("supported", SAID, [HELD, HELD], several=True).en


def test_a_relative_date_without_a_date_of_publication_names_the_flag() -> None:
    undated = figure("août dernier", None, kind="date")
    assert "--published" in verdict_words("unsupported", undated, [], several=False).fr


def test_a_date_finer_than_its_source_is_said_so() -> None:
    said, held = figure("8 mai 2019", "2019-05-08", kind="date"), figure("mai 2019", "2019-05", kind="date")
    assert "less precise" in verdict_words("supported", said, [held], several=False).en


def test_only_what_is_open_is_to_be_settled() -> None:
    assert settle_words("supported", "count", "33").en == ""
    assert all(settle_words(each, "count", "33").fr for each in ("contradicted", "restated", "unsupported"))
    assert settle_words("unsupported", None, "le plus").en != settle_words("unsupported", "count", "33").en


def test_computed_superlatives_say_both_ways() -> None:
    holds, fails = ranked_words(HELD, SAID, 9, largest=True)
    assert "9" in holds.fr
    assert "33 abonnés" in fails.en
    assert superlative_words("supported").fr != superlative_words("unsupported").fr
