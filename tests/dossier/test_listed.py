"""What others published, on the page: shown beside the outage, in its words, bounded, each row reachable."""

import pytest

from temoin.dossier.anchors import LISTED_SHOWN, Anchors, rows_anchor
from temoin.dossier.chapters import list_chapters
from temoin.dossier.setting import Draw
from temoin.dossier.sheet import lay_out
from temoin.evidence import Finding, Rows
from temoin.words import LANGUAGES, Words

from .conftest import BLANK
from .sample_documents import LIST_SOURCE, name_of
from .sample_findings import FINDINGS
from .sample_report import a_report

FIRST = Rows(LIST_SOURCE.id, 1, 1)
FINDING = Finding(
    "outages",
    "outages.listed/1",
    (name_of("event"), str(FIRST), f"{LIST_SOURCE.id}#row=9999"),
    Words("Atlasie : la liste et la mesure se suivent d’une demi-heure.", "Atlasie: half an hour apart."),
    verdict="disagrees",
    because="date",
)


def table(language="en"):
    report = a_report(language, findings=(*FINDINGS, FINDING))
    return list_chapters(Anchors(report), Draw(report, lambda spec: BLANK, page=True))[0].listed


def test_the_table_is_bounded_and_says_so() -> None:
    found = table()
    assert len(found.rows) == LISTED_SHOWN
    assert found.note.endswith(f"Shown: {LISTED_SHOWN} of 42.")
    assert found.folded


def test_a_row_that_a_finding_dates_is_shown_with_the_finding_and_the_publisher_s_words() -> None:
    (row,) = [row for row in table().rows if row.anchor == rows_anchor(FIRST)]
    publisher, began, _, what, words, beside = row.cells
    assert (publisher.text, publisher.note) == ("Observatoire inventé <b>", "OI-1, rows 1, 101")
    assert began.text == "8 March 2031, between 17:00 and 17:30 (UTC)"
    assert (what.text, what.note) == ("outage", "the whole country, full network\nAtlasie, tout le pays")
    assert words.text == "Élections"
    assert words.note.splitlines() == [
        "ordered by: Le ministère inventé",
        "repaired when read: already on a 24-hour clock, AM or PM left aside, month first, as elsewhere in the file",
    ]
    assert (beside.text, beside.note) == ("Disagrees", "date")
    assert beside.target


def test_evidence_leads_to_the_row_where_it_is_shown_and_else_to_its_list() -> None:
    anchors = Anchors(a_report("fr", findings=(*FINDINGS, FINDING)))
    assert anchors.at(FIRST).target == rows_anchor(FIRST)
    assert anchors.at(FIRST).text.startswith("ligne 1, Liste inventée")
    assert anchors.at(Rows(LIST_SOURCE.id, 9999, 9999)) == anchors.to(LIST_SOURCE.id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_source_card_counts_the_rows_read_and_names_the_first_refused(language) -> None:
    sheet = lay_out(a_report(language), lambda spec: BLANK, page=True)
    (card,) = [row.cells[0] for row in sheet.sources.rows if row.cells[0].text == "Liste inventée des coupures"]
    lines = card.note.splitlines()
    counted = {"fr": "lignes lues\u00a0: 42, refusées\u00a0: 8", "en": "rows read: 42, refused: 8"}[language]
    assert counted in lines
    assert len(lines) - lines.index(counted) == 5
    assert "temoin show" in lines[-1]
