from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from temoin.evidence import Statement
from temoin.evidence.statement import statements_frame, statements_of

STATEMENT = Statement(
    source="s" * 64,
    text_hash="t" * 64,
    start=3,
    end=10,
    text="450 000",
    kind="count",
    attribute="count",
    extractor="claims.figures/1",
    quote="Some 450 000 subscribers.",
    quote_start=0,
    value="450000",
    unit="subscribers",
)


def test_an_id_is_never_drawn_from_extractor_grade_or_value() -> None:
    other = replace(STATEMENT, extractor="claims.figures/2", credibility=2, value="450", unit=None)
    assert other.id == STATEMENT.id
    assert replace(STATEMENT, start=4).id != STATEMENT.id
    assert replace(STATEMENT, attribute="followers").id != STATEMENT.id
    assert replace(STATEMENT, text_hash="u" * 64).id != STATEMENT.id


def test_a_reference_is_a_text_fragment() -> None:
    assert str(STATEMENT.locator) == f"{'s' * 64}#char=3,10"


WORDS = st.text(st.characters(codec="utf-8"))


@given(WORDS, st.one_of(st.none(), WORDS))
def test_statements_read_back_from_their_table(quote: str, unit: str | None) -> None:
    written = [replace(STATEMENT, quote=quote, unit=unit)]
    assert statements_of(statements_frame(written)) == written
