from temoin.corroborate.drafts import compare_draft
from temoin.dossier.office.checked_draft import (
    count_verdicts,
    draft_comments,
    draft_records,
    draft_sheet,
    labelled,
    verdict_line,
)
from temoin.evidence import Finding, Settle
from temoin.words import Words, same

from ...corroborate.drafted import SOURCE, told

DRAFT = "Le bureau de Valmora, ouvert en août 2018, a coûté 6,5 millions d’euros. À Fontreuil, il y a 41 agents.\n"
MARKED = compare_draft(told(DRAFT, name="draft"), [told(SOURCE, name="Les bureaux", published="2020-03")])
FINDING = Finding(
    "claims", "claims.sum/1", ("x",), Words("ne va pas", "does not add up"), verdict="disagrees",
    settle=Settle(Words("la pièce", "the paper"), same("x"), same("y")),
)  # fmt: skip
OWN = [(51, 71, FINDING)]


def test_a_comment_tells_verdict_reason_difference_quote_source_date_and_reference() -> None:
    comments = draft_comments(MARKED, OWN, DRAFT, "fr")
    wrong = next(each for each in comments if DRAFT[each.start : each.end] == "août 2018")
    said = "\n".join(wrong.paragraphs)
    assert wrong.paragraphs[0] == "Contredit\u00a0: août 2018"
    for part in (
        "−365\u00a0jours",
        "«\u00a0Bureau de la commune de Valmora",
        "Les bureaux, mars 2020, ",
        "#char=",
        "Pour",
    ):
        assert part in said


def test_a_finding_on_the_draft_itself_joins_the_comment_of_its_figure() -> None:
    comments = draft_comments(MARKED, OWN, DRAFT, "en")
    assert len({(each.start, each.end) for each in comments}) == len(comments)
    assert any("Does not hold within the draft: 6,5 millions d’euros" in each.paragraphs for each in comments)
    assert any("To settle it: the paper" in each.paragraphs for each in comments)


def test_the_table_has_a_row_a_figure_and_a_row_a_finding() -> None:
    sheet = draft_sheet(MARKED, OWN, DRAFT, "en")
    rows = {row["figure"]: row for row in sheet.rows}
    assert len(sheet.rows) == len(MARKED) + 1
    assert rows["août 2018"]["verdict"] == "contradicted"
    assert rows["août 2018"]["reference"].split("#")[0] == told(SOURCE).source
    assert rows["41 agents"]["quote"] == ""
    assert rows["41 agents"]["settle"]
    assert set().union(*sheet.rows) <= {field.id for field in sheet.fields}


def test_records_have_the_stable_fields() -> None:
    records = draft_records(MARKED, OWN, DRAFT, "d" * 64)
    wanted = {"type", "id", "source", "start", "end", "text", "verdict", "evidence", "words"}
    assert all(wanted <= set(record) for record in records)
    assert all(DRAFT[record["start"] : record["end"]] == record["text"] for record in records)  # type: ignore[misc]


def test_lines_and_counts_are_typeset_by_language() -> None:
    assert labelled(Words("étayé", "supported"), "33", "fr") == "étayé\u00a0: 33"
    assert "contradicted: août 2018 → août 2019" in [verdict_line(each, "en").split(" (")[0] for each in MARKED]
    assert (
        count_verdicts(MARKED, "en") == "supported: 1, contradicted: 1, restated since: 0, unsupported by the case: 1"
    )
