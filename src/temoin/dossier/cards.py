"""Findings and proposals as cards: what is known, what is not, what the documents propose."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from temoin.dossier import wording
from temoin.dossier.anchors import Anchors, anchor, method_anchor, proposal_anchor
from temoin.dossier.fields import FIELDS, field_name, named_value
from temoin.dossier.naming import language_of, print_value, title_of
from temoin.dossier.parts import Card, CardGroup, Cell, Grid, Link, ProposalGroup, ProposalLine, Row, SettleCard
from temoin.dossier.place_wording import subject_label
from temoin.dossier.report import Proposal, SourceView
from temoin.evidence import Finding
from temoin.evidence.digest import short
from temoin.outages.findings import DEPTH
from temoin.outages.measure.campaigns import CAMPAIGN_METHOD
from temoin.outages.measure.character import CHARACTER_METHOD
from temoin.outages.measure.events import EVENT_METHOD
from temoin.outages.people import PEOPLE_METHOD
from temoin.words import Language, Words

_OUTAGES = "outages"
_NEXT_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Ý«“])")
_SHORTEST_HEADLINE = 40
_MOST_LINKS = 6
_NIGHTS_OF = Words("Les {count} pannes de cette série", "The {count} outages of this campaign")
_NIGHT = Words("{began} → {ended}, perte {depth}", "{began} → {ended}, {depth} lost")


def find_card(finding: Finding, anchors: Anchors) -> Card:
    """Return a finding as set on the page: its headline leads to the first evidence that the page holds."""
    language = anchors.report.language
    headline, deck = _split(finding.words.in_(language))
    evidence = tuple(dict.fromkeys(anchors.to(reference) for reference in finding.evidence))
    method = method_anchor(finding.method) if _has_page(finding.method, anchors) else ""
    reached = next((link.target for link in evidence if link.target), method)
    verdict = finding.verdict or ""
    because = wording.BECAUSE[finding.because].in_(language) if finding.because else ""
    return Card(
        id=short(finding.id),
        anchor=anchor("f", finding.id),
        headline=headline,
        deck=deck,
        target=reached,
        verdict=verdict,
        label=wording.VERDICTS[verdict].in_(language),
        because=because,
        evidence=_few(evidence),
        method=Link(finding.method, method),
        figures=_figures(finding, reached, method, language),
        settle=_settle(finding, language),
    )


def _few(links: tuple[Link, ...]) -> tuple[Link, ...]:
    # Of many rows of a list the page names the first; the finding itself holds them all.
    return links if len(links) <= _MOST_LINKS else (*links[:_MOST_LINKS], Link(f"… ({len(links)})"))


def _split(words: str) -> tuple[str, str]:
    # A finding may be several sentences: the first is its headline, unless it is too short to be one.
    for found in _NEXT_SENTENCE.finditer(words):
        if found.start() >= _SHORTEST_HEADLINE:
            return words[: found.start()].removesuffix("."), words[found.end() :]
    return words.removesuffix("."), ""


def _has_page(method: str, anchors: Anchors) -> bool:
    return any(page.name == method for page in anchors.report.methods)


def _settle(finding: Finding, language: Language) -> SettleCard | None:
    if finding.settle is None:
        return None
    settle = finding.settle
    return SettleCard(settle.missing.in_(language), settle.holder.in_(language), settle.question.in_(language))


def _figures(finding: Finding, evidence: str, method: str, language: Language) -> Grid | None:
    rows = (
        *_named(finding.numbers, wording.RESULT.in_(language), evidence, language),
        *_named(finding.parameters, wording.PARAMETER.in_(language), method, language),
    )
    if not rows:
        return None
    heads = (wording.NAME, wording.VALUE, wording.ROLE)
    return Grid(
        caption=wording.FIGURES_OF.filled(id=short(finding.id)).in_(language),
        heads=tuple(head.in_(language) for head in heads),
        rows=rows,
    )


def _named(values: Mapping[str, object], role: str, target: str, language: Language) -> tuple[Row, ...]:
    return tuple(
        Row(
            (
                Cell(field_name(name, language), note=name if name in FIELDS else ""),
                Cell(print_value(named_value(name, value, language), language), target, tone="number"),
                Cell(role),
            )
        )
        for name, value in values.items()
    )


def group_cards(cards: tuple[Card, ...]) -> tuple[CardGroup, ...]:
    """Return cards in their order, those that the same answer would settle together at the first one's place."""
    groups: dict[object, list[Card]] = {}
    for card in cards:
        groups.setdefault(card.settle or card.id, []).append(card)
    return tuple(CardGroup(tuple(members), members[0].settle) for members in groups.values())


def known_groups(anchors: Anchors) -> tuple[CardGroup, ...]:
    """Return what is known, the facts that matter first.

    Measured outages come first, those that took most first, each followed by the people it may have touched; a
    campaign stands for its outages, which are folded under it. Then what was compared and agrees.
    """
    known = [one for one in _shown(anchors) if one.verdict not in {"disagrees", "cannot_tell"}]
    nights = {name for one in known if one.method == CAMPAIGN_METHOD for name in _members(one)}
    campaigns = {_campaign(one): one for one in known if one.method == CAMPAIGN_METHOD}
    weights: dict[str, float] = defaultdict(float)
    for one in known:
        if one.method == EVENT_METHOD:
            weights[_place(one)] = max(weights[_place(one)], _lost(one))
    heads = [one for one in known if one.id not in nights]
    heads.sort(key=lambda one: _rank(one, weights))
    return tuple(_known_group(one, known, campaigns, anchors) for one in heads)


def _known_group(
    head: Finding, known: Sequence[Finding], campaigns: Mapping[str, Finding], anchors: Anchors
) -> CardGroup:
    card = find_card(head, anchors)
    if campaigns.get(_campaign(head)) is not head:
        return CardGroup((card,), card.settle)
    members = set(_members(head))
    nights = sorted((one for one in known if one.id in members), key=lambda one: str(one.numbers["began"]))
    fold = _NIGHTS_OF.filled(count=len(nights)).in_(anchors.report.language)
    return CardGroup((card,), card.settle, tuple(_night(one, anchors) for one in nights), fold)


def _night(finding: Finding, anchors: Anchors) -> Card:
    # Under its campaign an outage is its hours and its depth; the whole sentence stands beneath.
    language = anchors.report.language
    began, ended, depth = (finding.numbers[name] for name in ("began", "ended", "depth"))
    told = _NIGHT.filled(
        began=print_value(began, language),
        ended=wording.NOT_ENDED.in_(language) if ended is None else print_value(ended, language),
        depth=DEPTH.printed(float(str(depth)), language),
    )
    return replace(find_card(finding, anchors), headline=told.in_(language), deck=finding.words.in_(language))


def _rank(finding: Finding, weights: Mapping[str, float]) -> tuple[object, ...]:
    """The heaviest place first; in a place its campaigns, its outages by weight, then the people touched."""
    measured = finding.lens == _OUTAGES and finding.verdict is None
    order = {CAMPAIGN_METHOD: 0, EVENT_METHOD: 1, PEOPLE_METHOD: 2}.get(finding.method, 3)
    if not measured or order == 3:
        return (not measured, 0.0, "", order, 0.0)
    place = _place(finding)
    second = order == 1 and _lost(finding) < weights[place]
    return (False, -weights[place], place, 3 if second else order, -_lost(finding), str(finding.numbers.get("began")))


def _lost(finding: Finding) -> float:
    return float(str(finding.numbers.get("lost_hours") or 0))


def _place(finding: Finding) -> str:
    return str(finding.numbers.get("place") or "")


def _campaign(finding: Finding) -> str:
    return str(finding.numbers.get("campaign") or "")


def _members(campaign: Finding) -> Sequence[str]:
    members = campaign.numbers.get("outages")
    return members if isinstance(members, list) else []


def _shown(anchors: Anchors) -> list[Finding]:
    # A likeness stands in the chapter of its place, beside the outage that it is about, and has no card.
    return [one for one in anchors.report.findings if one.method != CHARACTER_METHOD]


def sort_findings(anchors: Anchors) -> tuple[tuple[Card, ...], tuple[Card, ...]]:
    """Return the findings that are open as two rows of cards: what disagrees, what cannot be told."""
    disagree, open_ = (
        tuple(find_card(one, anchors) for one in _shown(anchors) if one.verdict == verdict)
        for verdict in ("disagrees", "cannot_tell")
    )
    return disagree, open_


def group_proposals(anchors: Anchors) -> tuple[ProposalGroup, ...]:
    """Return what the documents propose: about the case first, then source by source."""
    report = anchors.report
    views = {view.source.id: view for view in report.sources}
    owners: list[tuple[Link | None, str, tuple[Proposal, ...]]] = [(None, "case", report.proposals)]
    owners += [
        (Link(title_of(view, report.language), anchor("x", name), language_of(view)), name, view.proposals)
        for name, view in views.items()
        if not view.sealed
    ]
    return tuple(
        ProposalGroup(
            heading,
            tuple(line for line in lines if line.quote or not line.said),
            tuple(line for line in lines if line.said and not line.quote),
        )
        for heading, owner, proposals in owners
        if (lines := _lines(owner, proposals, views, anchors))
    )


def _lines(
    owner: str, proposals: tuple[Proposal, ...], views: Mapping[str, SourceView], anchors: Anchors
) -> tuple[ProposalLine, ...]:
    language = anchors.report.language
    return tuple(
        ProposalLine(
            anchor=proposal_anchor(owner, rank),
            subject=subject_label(proposal.subject).in_(language),
            value=proposal.label.in_(language),
            status=(wording.SAID if proposal.said else wording.PROPOSED).in_(language),
            said=proposal.said,
            quote=(proposal.quote or "").replace("\f", " "),
            lang=language_of(views.get(proposal.evidence.source)) if proposal.evidence else "",
            target=anchors.at(proposal.evidence).target if proposal.evidence else "",
            why=proposal.why.in_(language),
        )
        for rank, proposal in enumerate(proposals, start=1)
    )
