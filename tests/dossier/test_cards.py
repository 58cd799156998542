"""Findings and proposals as cards: order, links, words that settle."""

import dataclasses
import datetime as dt

import polars as pl

from temoin.dossier.anchors import Anchors, anchor
from temoin.dossier.cards import find_card, group_cards, group_proposals, known_groups, sort_findings
from temoin.outages import campaign_findings, find_outages, measure, outage_findings, sample
from temoin.words import Words

from .sample_documents import MOBILE
from .sample_findings import FINDINGS
from .sample_report import a_report


def test_findings_stand_by_verdict_and_measured_outages_lead_what_is_known():
    anchors = Anchors(a_report())
    disagreements, unsettled = sort_findings(anchors)
    known = [card for group in known_groups(anchors) for card in group.cards]
    assert [card.verdict for card in disagreements] == ["disagrees", "disagrees"]
    assert [card.verdict for card in unsettled] == ["cannot_tell"]
    assert [card.verdict for card in known] == ["", "agrees"]


def test_what_disagrees_or_cannot_be_told_says_what_would_settle_it():
    anchors = Anchors(a_report("en"))
    disagreements, unsettled = sort_findings(anchors)
    known = [card for group in known_groups(anchors) for card in group.cards]
    assert all(card.settle for card in (*disagreements, *unsettled))
    assert not any(card.settle for card in known)
    assert (
        disagreements[0].settle.question
        == "What does the total of 6.5 million hold beyond mobile subscribers and fixed lines?"
    )


def test_findings_that_one_answer_settles_stand_together_before_it():
    first, second, third = FINDINGS[1], FINDINGS[2], dataclasses.replace(FINDINGS[3], settle=FINDINGS[1].settle)
    cards = tuple(find_card(one, Anchors(a_report("en"))) for one in (first, second, third))
    groups = group_cards(cards)
    assert [[card.id for card in group.cards] for group in groups] == [[cards[0].id, cards[2].id], [cards[1].id]]
    assert groups[0].settle == cards[0].settle


def test_a_finding_of_several_sentences_has_the_first_for_its_headline():
    told = "Atlasie: 97% of connectivity lost from 8 March 2031. Fell: active probing. Stayed: BGP."
    finding = dataclasses.replace(FINDINGS[0], words=Words("Court. " + told, told))
    card = find_card(finding, Anchors(a_report("en")))
    assert card.headline == "Atlasie: 97% of connectivity lost from 8 March 2031"
    assert card.deck == "Fell: active probing. Stayed: BGP."
    assert find_card(finding, Anchors(a_report("fr"))).headline.startswith("Court. Atlasie")


def test_a_headline_leads_to_its_first_evidence_and_each_figure_somewhere():
    anchors = Anchors(a_report())
    disagreements, unsettled = sort_findings(anchors)
    known = [card for group in known_groups(anchors) for card in group.cards]
    assert disagreements[0].target == anchor("s", MOBILE.id)
    for card in (*disagreements, *unsettled, *known):
        assert card.method.target == "m-" + card.method.text.replace(".", "-").replace("/", "-")
        assert all(row.cells[1].target for row in (card.figures.rows if card.figures else ()))


def measured_report(signals):
    found = measure(signals)
    outages = find_outages(found.picks, found.expected)
    told = (*campaign_findings(outages, found.picks), *outage_findings(outages, found.picks))
    return a_report("en", findings=tuple(sorted(told, key=lambda one: one.id)))


def test_the_outages_of_a_campaign_are_folded_under_it_in_order_of_time():
    (group,) = known_groups(Anchors(measured_report(sample.recurring())))
    assert group.cards[0].method.text == "outages.campaign/2"
    assert group.fold == "The 10 outages of this campaign"
    assert [card.headline.split(" ")[0] for card in group.folded] == [str(day) for day in range(19, 29)]
    assert group.folded[0].headline == "19 March 2024, 01:00 (UTC) → 19 March 2024, 05:00 (UTC), 95% lost"
    assert group.folded[0].deck.startswith("Atlasie: 95% of connectivity lost")


def test_the_outage_that_took_most_comes_first():
    begins = [sample.moment(15, 10), sample.moment(18, 15), sample.moment(22, 3)]
    losses = tuple(
        sample.Loss(began, began + dt.timedelta(hours=hours), 0.97)
        for began, hours in zip(begins, (2, 9, 4), strict=True)
    )
    both = pl.concat([sample.curve(name, losses) for name in ("active_probing", "search")])
    first = [group.cards[0].headline for group in known_groups(Anchors(measured_report(both)))]
    assert [told.split("from ")[1].split(",")[0] for told in first] == [
        "22 March 2024",
        "26 March 2024",
        "19 March 2024",
    ]


def test_a_method_without_a_page_is_named_without_a_link():
    card = sort_findings(Anchors(a_report(methods=())))[0][0]
    assert (card.method.text, card.method.target) == ("claims.sum/1", "")


def test_proposals_are_told_from_what_was_said_with_quote_language_and_reason():
    groups = group_proposals(Anchors(a_report("en")))
    assert groups[0].heading is None
    lines = {line.subject: line for line in groups[1].lines}
    assert (lines["Publication date"].status, lines["Title"].status) == ("said", "proposed")
    assert (lines["Language"].quote, lines["Language"].lang) == ("selon l’Observatoire des réseaux", "fr")
    assert all(line.why and line.target for group in groups for line in group.lines)
