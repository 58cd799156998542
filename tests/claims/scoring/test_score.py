"""What a reader is worth on labelled documents: each measure counted by hand."""

from temoin.claims.scoring.labels import Label, Labelled
from temoin.claims.scoring.score import held, score
from temoin.evidence import Statement

TEXT = "Atlasie : 12 villes le 5 mars 2024, 0 article lu"


def a_label(text, kind, value, *, claim=True, **said):
    start = TEXT.index(text)
    fields = {"unit": None, "entity": None, "attribute": None, "as_of": None, "attributed_to": None} | said
    return Label(text, start, start + len(text), text, kind, value, **fields, claim=claim)


def a_statement(text, kind, value, **said):
    start = TEXT.index(text)
    fields = {"attribute": "count", "extractor": "claims.figures/1", "quote": TEXT, "quote_start": 0} | said
    return Statement("s", "t", start, start + len(text), text, kind, value=value, **fields)


LABELS = (
    a_label("12 villes", "count", 12, entity="Atlasie", attribute="towns", unit="villes", as_of="2024-03-05"),
    a_label("5 mars 2024", "date", "2024-03-05"),
    a_label("0 article", "count", 0, claim=False),
)


def scored(*statements):
    return score([Labelled("made up", TEXT, None, LABELS)], lambda _: list(statements))


def test_a_perfect_reading_falls_short_of_nothing():
    found = scored(
        a_statement("12 villes", "count", "12", entity="Atlasie", attribute="towns", unit="villes", as_of="2024-03-05"),
        a_statement("5 mars 2024", "date", "2024-03-05"),
        a_statement("0 article", "count", "0", claim=False),
    )
    assert all(row.holds is not False for row in held(found))


def test_what_is_missed_counts_against_recall_and_not_against_precision():
    found = scored(a_statement("12 villes", "count", "12"))
    assert (found.value_recall.right, found.value_recall.of) == (1, 2)
    assert (found.value_precision.right, found.value_precision.of) == (1, 1)
    assert (found.date_recall.right, found.date_recall.of) == (0, 1)


def test_a_page_s_own_figure_told_as_a_claim_is_not_set_apart():
    found = scored(a_statement("0 article", "count", "0"))
    assert (found.set_apart.right, found.set_apart.of) == (0, 1)


def test_a_claim_set_apart_is_told():
    found = scored(a_statement("12 villes", "count", "12", claim=False))
    assert (found.kept.right, found.kept.of) == (0, 1)


def test_a_fact_without_a_figure_is_no_answer_and_no_extra():
    found = scored(a_statement("Atlasie", "other", None))
    assert found.value_precision.of == 0
