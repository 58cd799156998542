"""The published facts of January 2022, read back from our own notes: who says when it began, and do they agree."""

import pytest

from temoin.claims.read import read_statements
from temoin.corroborate.onsets import compare_onsets
from temoin.corroborate.sample import notes
from temoin.evidence.source import Reading

LANGUAGES = ["fr", "en"]


def statements(language):
    found = []
    for note in notes():
        text = note.text_fr if language == "fr" else note.text_en
        found += read_statements(
            text, source=note.name, text_hash=note.name, language=language, published=note.published, reading=Reading()
        )
    return found


def onset(language):
    (found,) = (one for one in compare_onsets(statements(language)) if one.numbers["event"] == "outage began")
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_beginning_lies_between_half_past_ten_and_eleven_by_three_voices(language):
    found = onset(language)
    assert found.verdict == "agrees"
    assert (found.numbers["began_earliest"], found.numbers["began_latest"]) == (
        "2022-01-05T10:30:00Z",
        "2022-01-05T11:00:00Z",
    )
    assert {line["voice"] for line in found.numbers["sources"]} == {"Cloudflare", "Kentik", "NetBlocks"}
    for voice in ("Cloudflare", "Kentik", "NetBlocks"):
        assert voice in found.words.in_(language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_voice_gives_its_own_interval(language):
    found = {line["voice"]: (line["low"], line["high"]) for line in onset(language).numbers["sources"]}
    assert found == {
        "Cloudflare": ("2022-01-05T10:30:00Z", None),
        "Kentik": ("2022-01-05T10:45:00Z", "2022-01-05T10:46:00Z"),
        "NetBlocks": ("2022-01-05T10:30:00Z", "2022-01-05T11:30:00Z"),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_mobile_outage_of_the_day_before_is_one_voice_and_another_event(language):
    (found,) = (one for one in compare_onsets(statements(language)) if one.numbers["event"] == "mobile outage began")
    assert (found.verdict, found.numbers["began_earliest"]) == ("cannot_tell", "2022-01-04T14:30:00Z")


@pytest.mark.parametrize("language", LANGUAGES)
def test_costs_hours_users_and_period_are_read_with_who_says_them(language):
    read = {(one.attributed_to, one.attribute, one.value, one.unit) for one in statements(language)}
    assert ("Top10VPN", "cost", "410300000", "USD") in read
    assert ("Top10VPN", "cost", "189000000", "USD") in read
    assert ("Top10VPN", "outage duration", "144", "h") in read
    assert ("NetBlocks", "connectivity", "2", "%") in read
    (period,) = (one for one in statements(language) if one.attribute == "outage period")
    assert (period.attributed_to, period.low, period.high) == ("Access Now", "2022-01-04", "2022-01-11")


def test_every_statement_of_the_notes_is_about_kazakhstan():
    assert {one.place for language in LANGUAGES for one in statements(language)} == {"KZ"}


def test_shutdown_stands_only_where_access_now_says_it():
    said = [note.name for note in notes() if "shutdown" in (note.text_en + note.text_fr).lower()]
    assert said == ["access-now"]
    assert {note.name for note in notes() if "shut down" in note.text_en} <= {"access-now"}


def test_names_of_notes_are_unique_and_both_languages_are_written():
    names = [note.name for note in notes()]
    assert len(set(names)) == len(names)
    assert all(note.text_fr and note.text_en and note.title.fr != note.title.en for note in notes())
