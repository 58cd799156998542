from pathlib import Path

import pytest

from temoin.case.analysis import analyse
from temoin.case.demo import make_demo
from temoin.case.keys import KeyStore
from temoin.words import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_demo_says_who_dates_the_cut_of_kazakhstan_and_to_what_interval(
    language: Language, tmp_path: Path, keys: KeyStore
) -> None:
    kazakhstan, _fictional = make_demo(tmp_path, language, keys)
    onsets = [
        finding
        for finding in analyse(kazakhstan).findings
        if finding.method == "corroborate.onset/1" and finding.numbers["event"] == "outage began"
    ]
    (onset,) = onsets
    assert onset.verdict == "agrees"
    assert (onset.numbers["began_earliest"], onset.numbers["began_latest"]) == (
        "2022-01-05T10:30:00Z",
        "2022-01-05T11:00:00Z",
    )
    assert "cut" not in onset.words.en


def test_the_fictional_case_is_marked_and_its_night_is_found(tmp_path: Path, keys: KeyStore) -> None:
    _kazakhstan, fictional = make_demo(tmp_path, "en", keys)
    assert fictional.settings.synthetic
    (event,) = analyse(fictional).outages.iter_rows(named=True)
    assert event["place"] == "Atlasie"
    assert event["state"] == "ended"


def test_a_demo_made_again_opens_what_stands(tmp_path: Path, keys: KeyStore) -> None:
    first, _ = make_demo(tmp_path, "en", keys)
    again, _ = make_demo(tmp_path, "en", keys)
    assert again.journal.heads == first.journal.heads
