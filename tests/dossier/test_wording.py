"""The words of a dossier: both languages, well set, and none that may not be printed."""

import re
from typing import get_args

import pytest

from temoin.dossier import wording
from temoin.dossier.report import Decision
from temoin.evidence import Because, Qualifier, Verdict
from temoin.words import LANGUAGES, Words


def every_words():
    for name, value in vars(wording).items():
        if isinstance(value, Words):
            yield name, value
        elif isinstance(value, dict) and not name.startswith("_"):
            yield from ((f"{name} {key}", item) for key, item in value.items() if isinstance(item, Words))


ALL = dict(every_words())


@pytest.mark.parametrize("name", ALL)
def test_a_wording_is_well_set_in_both_languages(name):
    words = ALL[name]
    assert words.fr.strip()
    assert words.en.strip()
    assert not re.search(r"['\"]| [:;!?»]|« |\.\.\.", words.fr), words.fr
    assert not re.search(r"['\"]| [:;!?]|\.\.\.", words.en), words.en
    assert re.findall(r"{\w+}", words.fr).sort() == re.findall(r"{\w+}", words.en).sort()


def test_no_wording_says_more_than_a_measure_can():
    told = " ".join(words.in_(language) for words in ALL.values() for language in LANGUAGES).lower()
    assert not re.search(r"shutdown|illegal|illégal|ordonné|coupée par", told)


@pytest.mark.parametrize(
    ("table", "closed"),
    [
        (wording.DECISIONS, get_args(Decision)),
        (wording.BECAUSE, get_args(Because)),
        (wording.VERDICTS, (*get_args(Verdict), "")),
        (wording.QUALIFIERS, set(get_args(Qualifier)) - {"exact"}),
    ],
    ids=["decisions", "because", "verdicts", "qualifiers"],
)
def test_a_closed_set_is_worded_whole(table, closed):
    assert set(table) == set(closed)


@pytest.mark.parametrize(
    ("number", "fr", "en"),
    [
        (0, "0 désaccord", "0 disagreements"),
        (1, "1 désaccord", "1 disagreement"),
        (2, "2 désaccords", "2 disagreements"),
    ],
    ids=["none", "one", "two"],
)
def test_a_count_takes_the_number_of_its_language(number, fr, en):
    words = wording.count(number, wording.ONE_DISAGREES, wording.MANY_DISAGREE)
    assert (words.fr, words.en) == (fr, en)
