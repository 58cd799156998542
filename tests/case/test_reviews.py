from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from temoin.case.adding import Wish, add_file, erase
from temoin.case.analysis import analyse
from temoin.case.derived import Derived
from temoin.case.folder import Case
from temoin.case.reviews import Decided, attach, correct_source, decide, is_beyond_quote, prepare, standing
from temoin.case.verifying import verify
from temoin.dossier.report import StatementView
from temoin.errors import InputError
from temoin.evidence import Statement
from temoin.period import PartialDate

TEXT = "The made-up press club counts 450 000 subscribers on Facebook, and 1,7 million on Instagram, it says."


def reads(figure: str, value: str, *, text: str = TEXT, attribute: str = "count", **more: str) -> Statement:
    start = text.index(figure)
    return Statement(
        source="s" * 64,
        text_hash="t" * 64,
        start=start,
        end=start + len(figure),
        text=figure,
        kind="count",
        attribute=attribute,
        extractor="claims.figures/1",
        quote=text,
        quote_start=0,
        value=value,
        **more,
    )


FACEBOOK = reads("450 000", "450000")


@pytest.fixture
def accepted(case: Case) -> Case:
    decide(case, StatementView(FACEBOOK), TEXT, Decided("accept", "Ada"))
    return case


def views(case: Case, read: list[Statement], text: str = TEXT) -> list[StatementView]:
    return attach(list(case.state.reviews.values()), text, "t" * 64, read)


def test_the_same_reading_stays_attached(accepted: Case) -> None:
    (view,) = views(accepted, [FACEBOOK])
    assert (view.decision, view.by, view.reading) == ("accepted", "Ada", None)


def test_an_extractor_that_reads_the_figure_otherwise_is_shown_beside_the_decision(accepted: Case) -> None:
    otherwise = replace(FACEBOOK, value="450", unit="thousand subscribers")
    (view,) = views(accepted, [otherwise])
    assert view.decision == "accepted"
    assert view.statement.value == "450000"
    assert view.reading == otherwise


def test_an_extractor_that_moves_the_figure_is_shown_beside_the_decision(accepted: Case) -> None:
    wider = reads("counts 450 000 subscribers", "450000")
    (view,) = views(accepted, [wider])
    assert (view.decision, view.statement.text, view.reading) == ("accepted", "450 000", wider)


def test_an_extractor_that_misses_the_figure_leaves_the_decision_standing(accepted: Case) -> None:
    instagram = reads("1,7 million", "1700000")
    decided, proposed = views(accepted, [instagram])
    assert (decided.decision, decided.reading) == ("accepted", None)
    assert (proposed.decision, proposed.statement) == ("proposed", instagram)


def test_text_put_before_moves_the_statement_with_its_anchor(accepted: Case) -> None:
    longer = "A new headline.\n\n" + TEXT
    (view,) = views(accepted, [reads("450 000", "450000", text=longer)], longer)
    assert view.decision == "accepted"
    assert longer[view.statement.start : view.statement.end] == "450 000"
    assert view.reading is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TEXT.replace("450 000", "451 000"), id="the anchor is gone"),
        pytest.param(TEXT + " " + TEXT, id="the anchor stands twice"),
    ],
)
def test_without_one_anchor_the_statement_is_shown_to_review_again(accepted: Case, text: str) -> None:
    shown = views(accepted, [], text)
    assert [view.decision for view in shown] == ["review-again"]


def test_a_correction_is_the_statement_from_then_on(case: Case) -> None:
    decide(case, StatementView(FACEBOOK), TEXT, Decided("correct", "Ada", {"unit": "subscribers", "value": "455000"}))
    (view,) = views(case, [FACEBOOK])
    assert (view.decision, view.statement.value, view.statement.unit) == ("corrected", "455000", "subscribers")
    assert view.reading is None
    assert [statement.value for statement in standing([view])] == ["455000"]


def test_a_rejected_statement_supports_no_check(case: Case) -> None:
    decide(case, StatementView(FACEBOOK), TEXT, Decided("reject", "Ada"))
    shown = views(case, [FACEBOOK])
    assert [view.decision for view in shown] == ["rejected"]
    assert standing(shown) == []


def test_the_same_decision_of_the_same_person_is_written_once(accepted: Case) -> None:
    before = accepted.journal.heads
    decide(accepted, StatementView(FACEBOOK), TEXT, Decided("accept", "Ada"))
    assert accepted.journal.heads == before
    decide(accepted, StatementView(FACEBOOK), TEXT, Decided("accept", "Bea"))
    assert accepted.journal.heads != before


def test_rival_decisions_of_two_copies_are_shown_to_review_again(case: Case, reopened: Callable[[], Case]) -> None:
    one, other = reopened(), reopened()
    assert one.journal.heads == other.journal.heads == ()
    decide(one, StatementView(FACEBOOK), TEXT, Decided("accept", "Ada"))
    decide(other, StatementView(FACEBOOK), TEXT, Decided("reject", "Bea"))
    merged = reopened()
    assert len(merged.journal.heads) == 2
    (view,) = views(merged, [FACEBOOK])
    assert view.decision == "review-again"
    assert {"Ada", "Bea"} == set((view.by or "").split(", "))
    decide(merged, view, TEXT, Decided("accept", "Ada"))
    assert views(reopened(), [FACEBOOK])[0].decision == "accepted"


def test_only_fields_of_a_statement_can_be_corrected(case: Case) -> None:
    with pytest.raises(InputError, match="cannot be corrected"):
        decide(case, StatementView(FACEBOOK), TEXT, Decided("correct", "Ada", {"start": "0"}))
    with pytest.raises(InputError, match="goes with"):
        decide(case, StatementView(FACEBOOK), TEXT, Decided("accept", "Ada", {"value": "1"}))
    assert case.journal.entries == ()


def test_what_a_person_settles_about_a_source_stands(case: Case, article: Path) -> None:
    name = add_file(case, article, Wish()).source.id
    correct_source(case, name, {"published": "2024-03-06", "reliability": "B"}, "Ada")
    source = case.state.sources[name].source
    assert (source.published, source.reliability) == (PartialDate("2024-03-06"), "B")
    with pytest.raises(InputError):
        correct_source(case, name, {"reliability": "Z"}, "Ada")
    assert case.state.sources[name].source.reliability == "B"


def test_a_decision_on_a_personal_source_is_sealed_and_goes_with_its_key(
    case: Case, reopened: Callable[[], Case], tmp_path: Path
) -> None:
    path = tmp_path / "witness.txt"
    path.write_text("Atlasie: the made-up Iris Fictive says the network fell on 5 March 2024 at 10:30 UTC.")
    source = add_file(case, path, Wish(personal=True)).source
    (read,) = (each for each in analyse(case).sources[0].views if each.statement.kind == "datetime")
    document = Derived(case).document(source)
    assert document is not None
    entry = decide(case, read, document.text, Decided("reject", "Ada", why="Iris Fictive was elsewhere"))
    journal = b"".join(each.read_bytes() for each in case.journal_folder.iterdir())
    for secret in ("Iris", "10:30", read.statement.id, document.text_hash):
        assert secret.encode() not in journal
    later = reopened()
    (decided,) = (each for each in analyse(later).sources[0].views if each.statement.kind == "datetime")
    assert (decided.decision, decided.why) == ("rejected", "Iris Fictive was elsewhere")
    assert decide(later, decided, document.text, Decided("reject", "Ada", why="Iris Fictive was elsewhere")).id == (
        entry.id
    )
    erase(later, source)
    assert reopened().state.sealed == {}
    assert verify(reopened()) == []


@pytest.mark.parametrize(
    "change",
    [
        {"value": "banana"},
        {"low": "many"},
        {"kind": "fruit"},
        {"credibility": "99"},
        {"kind": "datetime", "value": "x"},
    ],
    ids=str,
)
def test_a_slip_of_the_pen_is_refused_for_it_would_be_read_ever_after(case: Case, change: dict[str, str]) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        decide(case, StatementView(FACEBOOK), TEXT, Decided("correct", "Ada", change))
    assert case.state.reviews == {}


def test_bounds_of_a_wrong_value_do_not_outlive_its_correction(case: Case) -> None:
    bounded = replace(FACEBOOK, low="449500", high="450500")
    decide(case, StatementView(bounded), TEXT, Decided("correct", "Ada", {"value": "45000"}))
    (review,) = case.state.reviews.values()
    assert (review.snapshot.value, review.snapshot.low, review.snapshot.high) == ("45000", None, None)


def test_a_snapshot_that_nobody_can_read_is_shown_again_and_stops_nothing(accepted: Case) -> None:
    (entry,) = accepted.journal.entries
    snapshot = FACEBOOK.record() | {"value": "banana"}
    accepted.write("corrected", dict(entry.body) | {"snapshot": snapshot}, "Bea")
    (shown, read) = views(accepted, [FACEBOOK])
    assert (shown.decision, shown.statement.value) == ("review-again", None)
    assert read.decision == "proposed"


def test_a_correction_of_a_source_says_what_it_corrects(case: Case, article: Path) -> None:
    name = add_file(case, article, Wish()).source.id
    with pytest.raises(InputError, match="goes with"):
        correct_source(case, name, {}, "Ada")


@pytest.mark.parametrize(
    "better",
    [
        pytest.param(replace(FACEBOOK, extractor="claims.figures/9"), id="another version that reads the same"),
        pytest.param(replace(FACEBOOK, recognised=0.5), id="how sure an engine is"),
    ],
)
def test_a_better_extractor_that_reads_the_same_changes_nothing(accepted: Case, better: Statement) -> None:
    (view,) = views(accepted, [better])
    assert (view.decision, view.reading) == ("accepted", None)


@pytest.mark.parametrize(
    "better",
    [
        pytest.param(replace(FACEBOOK, attribute="followers"), id="another attribute, and so another id"),
        pytest.param(replace(FACEBOOK, platform="Facebook"), id="a field that was not read before"),
        pytest.param(
            replace(FACEBOOK, attribute="followers", extractor="claims.figures/9", entity="the made-up press club"),
            id="all of it at once",
        ),
    ],
)
def test_what_a_better_extractor_adds_is_proposed_beside_the_decision(accepted: Case, better: Statement) -> None:
    (view,) = views(accepted, [better])
    assert (view.decision, view.statement.id, view.reading) == ("accepted", FACEBOOK.id, better)


def test_platform_target_and_means_can_be_corrected(case: Case) -> None:
    said = {"platform": "Facebook", "target": "readers", "means": "posts"}
    decide(case, StatementView(FACEBOOK), TEXT, Decided("correct", "Ada", said))
    (view,) = views(case, [FACEBOOK])
    assert (view.statement.platform, view.statement.target, view.statement.means) == tuple(said.values())


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("3,2 milliards", "3200000000"), ("12,5", "12.5"), ("450 000", "450000"), ("1\u202f700\u202f000", "1700000"),
        ("12 mille", "12000"), ("1.5 million", "1500000"), ("-3,25", "-3.25"),
    ],
)  # fmt: skip
def test_a_number_is_corrected_as_people_write_it(written: str, value: str) -> None:
    done = prepare(StatementView(FACEBOOK), TEXT, Decided("correct", "Ada", {"value": written}))
    assert done.body["snapshot"]["value"] == value


@pytest.mark.parametrize("written", ["12,500", "3 billion", "1,234,567", "4 5", "deux"])
def test_a_number_that_may_be_read_in_two_ways_is_refused_with_how_to_write_it(written: str) -> None:
    with pytest.raises(InputError, match="3,2 milliards"):
        prepare(StatementView(FACEBOOK), TEXT, Decided("correct", "Ada", {"value": written}))


@pytest.mark.parametrize(
    ("value", "beyond"), [("1700000", False), ("450000", False), ("460000", True), ("7", True), ("1,7 million", False)]
)
def test_a_value_that_the_sentence_does_not_hold_is_told_apart(value: str, beyond: bool) -> None:
    done = prepare(StatementView(FACEBOOK), TEXT, Decided("correct", "Ada", {"value": value}))
    assert is_beyond_quote(done) is beyond
    assert ("beyond_quote" in done.body) is beyond
