"""The chain of custody on the page: facts first, then the acts in order, in both editions."""

import pytest

from temoin.dossier.custody import custody_anchor, custody_sheets
from temoin.dossier.html import render_html
from temoin.dossier.pdf import render_pdf
from temoin.words import LANGUAGES

from .sample_documents import REPORT_SOURCE
from .sample_report import CUSTODY, a_report
from .test_pdf import text_of


def test_facts_and_acts_stand_in_order():
    (sheet,) = custody_sheets(a_report("en"))
    assert sheet.anchor == custody_anchor(REPORT_SOURCE.id)
    facts = {label: cell.text for label, cell in sheet.facts}
    assert facts["SHA-256"] == REPORT_SOURCE.id
    assert facts["Captured"] == "10 March 2031, 07:55 (UTC)"
    assert facts["Reader"] == "pdf/1"
    assert facts["Recognition"] == "moteur inventé 1.0 (fra, eng)"
    assert facts["SHA-256 of the text"] == CUSTODY.text_hash
    assert [act.words for act in sheet.acts] == ["added", "figure accepted: “6.5 million”"]
    assert [act.entry for act in sheet.acts] == [act.entry[:10] for act in CUSTODY.acts]


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_editions_show_it_and_what_a_person_wrote_is_escaped(language, blank):
    report = a_report(language)
    page = render_html(report, blank).decode()
    assert f'id="{custody_anchor(REPORT_SOURCE.id)}"' in page
    assert f'href="#{custody_anchor(REPORT_SOURCE.id)}"' in page
    assert "&lt;b&gt;A. Diallo&lt;/b&gt;" in page
    text = text_of(render_pdf(report, blank))
    assert "<b>A. Diallo</b>" in text
    assert "moissonneur inventé 2.1" in text
