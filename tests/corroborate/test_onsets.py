import pytest

from temoin.claims.about.attributes import BEGAN, ENDED
from temoin.corroborate.onsets import compare_onsets
from temoin.evidence import Statement


def says(value, *, who=None, source="a", low=None, high=None, attribute=BEGAN, place="KZ", kind="datetime"):
    """Return a statement that something happened on 5 January 2022 at a clock time, or between two."""

    def at(clock):
        return f"2022-01-05T{clock}:00Z" if clock and len(clock) == 5 else clock

    return Statement(
        source, "h", len(f"{who}{value}{low}{high}"), 99, "t", kind, attribute, "test/1", "q", 0,
        value=at(value), low=at(low or value), high=at(high), place=place, attributed_to=who,
    )  # fmt: skip


def one(*statements, **known):
    findings = compare_onsets(statements, **known)
    assert len(findings) == 1, findings
    return findings[0]


def test_voices_whose_intervals_share_an_instant_agree():
    found = one(says("10:30", who="Ana"), says("10:45", who="Ben", high="10:46"))
    assert (found.verdict, found.because, found.settle) == ("agrees", None, None)
    assert found.numbers["began_earliest"] == "2022-01-05T10:30:00Z"
    assert found.numbers["began_latest"] == "2022-01-05T10:45:00Z"
    assert (found.numbers["common_low"], found.numbers["common_high"]) == (
        "2022-01-05T10:45:00Z",
        "2022-01-05T10:46:00Z",
    )


def test_voices_whose_intervals_share_nothing_disagree_and_say_what_would_settle_it():
    found = one(says("10:30", who="Ana", high="10:31"), says("16:30", who="Ben", high="16:31"))
    assert (found.verdict, found.because) == ("disagrees", "date")
    assert found.numbers["common_low"] is None
    assert "IODA" in found.settle.holder.en
    assert "5 January 2022" in found.settle.question.en


def test_intervals_that_only_touch_share_nothing():
    assert one(says("10:30", who="Ana", high="10:31"), says("10:31", who="Ben", high="10:32")).verdict == "disagrees"


def test_one_voice_alone_cannot_tell():
    found = one(says("10:30", who="Ana", source="a"), says("10:30", who="ANA", source="b"))
    assert (found.verdict, found.because) == ("cannot_tell", "source")
    assert found.settle is not None


def test_one_voice_that_gives_two_times_contradicts_itself():
    found = one(says("10:30", who="Ana", high="10:31"), says("16:30", who="Ana", high="16:31"))
    assert found.verdict == "disagrees"
    assert "Ana gives times" in found.words.en


def test_a_document_and_the_speaker_it_quotes_are_one_voice():
    found = one(says("10:30", who="Ana", source="a"), says("10:30", source="a"))
    assert found.verdict == "cannot_tell"


def test_a_document_that_quotes_nobody_speaks_under_the_name_of_its_publisher():
    found = one(says("10:30", source="a"), says("10:30", who="Ben", source="b"), publishers={"a": "Gazette"})
    assert found.verdict == "agrees"
    assert found.words.fr.startswith("Kazakhstan\u00a0: ")
    assert "Gazette" in found.words.fr
    assert "Ben" in found.words.fr


def test_a_day_counts_whole_in_the_zones_of_its_place():
    day = says("2022-01-05", source="a", low="2022-01-05", high="2022-01-05", kind="date")
    assert one(day, says("10:30", who="Ben", source="b", high="10:31")).verdict == "agrees"
    night = says("2022-01-04", source="a", low="2022-01-04", high="2022-01-04", kind="date")
    assert one(night, says("10:30", who="Ben", source="b", high="10:31")).verdict == "disagrees"


def test_statements_farther_than_the_window_are_of_two_episodes():
    far = Statement("b", "h", 1, 2, "t", "datetime", BEGAN, "test/1", "q", 0, value="2022-01-09T10:30:00Z",
                    low="2022-01-09T10:30:00Z", high="2022-01-09T10:31:00Z", place="KZ")  # fmt: skip
    assert len(compare_onsets([says("10:30", who="Ana"), far])) == 2


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"place": "MM"}, id="another place"),
        pytest.param({"attribute": ENDED}, id="another event"),
    ],
)
def test_places_and_events_are_kept_apart(other):
    assert len(compare_onsets([says("10:30", who="Ana"), says("10:30", who="Ben", **other)])) == 2


def test_ends_have_their_own_names():
    found = one(says("10:30", who="Ana", attribute=ENDED), says("10:30", who="Ben", attribute=ENDED))
    assert found.numbers["ended_earliest"] == "2022-01-05T10:30:00Z"
    assert "the end of the outage" in found.words.en


def test_what_is_not_placed_in_time_or_space_is_left_aside():
    assert compare_onsets([says(None), says("10:30", place=None), says("10:30", attribute="date")]) == []


def test_the_order_of_the_statements_changes_nothing():
    statements = [says("10:30", who="Ana"), says("10:45", who="Ben", high="10:46"), says("10:40", who="Cyr")]
    assert compare_onsets(statements) == compare_onsets(statements[::-1])
