"""Who published a document, who signed it and of what genre it is, where the text or the file clearly says so."""

import re
from collections.abc import Iterator, Mapping

from temoin.documents.dateline import Dateline
from temoin.documents.layout import Block, Layout
from temoin.documents.proposed import Proposed, proposed
from temoin.words import Words

Span = tuple[int, int]

_WIRES = {
    "prnewswire": "PR Newswire",
    "cnw": "CNW",
    "globenewswire": "GlobeNewswire",
    "globe newswire": "GlobeNewswire",
    "business wire": "Business Wire",
    "businesswire": "Business Wire",
    "apo group": "APO Group",
    "newsfile": "Newsfile",
    "accesswire": "ACCESSWIRE",
    "einpresswire": "EIN Presswire",
}
_AGENCIES = frozenset(
    ("afp", "reuters", "ap", "efe", "ansa", "dpa", "xinhua", "tass", "map", "aps", "tap", "panapress", "belga", "ats")
)
_WIRE = re.compile(r"(?:/|\(|\b)(?P<wire>" + "|".join(re.escape(wire) for wire in _WIRES) + r")(?:/|\))", re.IGNORECASE)
_PART = r"(?!Publi|Posted|Updated|Mis\b|Mise\b|Le\b|On\b|Avec\b)[A-ZÀ-Þ][\w’'.\-]*"
_PERSON = rf"{_PART}(?:\s+(?:(?:de|du|des|d’|d'|von|van|el|al|ben|bin)\s+)?{_PART}){{0,4}}"
_BYLINE = re.compile(
    r"(?:(?i:propos recueillis|article rédigé|rédigée?|publiée?|écrit|postée?|written|posted|published)\s+"
    r"(?:(?:le|on)\s+[^\n]{4,30}?\s+)?)?(?i:par|by)\s*:?\s+"
    rf"(?P<who>{_PERSON}(?:\s*(?:,|et|and|&)\s+{_PERSON}){{0,3}})"
)
_ISSUER = re.compile(r"SOURCE:?\s+(?P<who>[A-ZÀ-Þ0-9][^\n]{1,100}?)[.\s]*")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|Copyright)\s*(?:©\s*)?(?P<year>\d{4}(?:\s*[-–]\s*\d{4})?)?\s*[,:-]?\s*"
    r"(?P<who>[A-ZÀ-Þ][\w’'.\-]*(?:\s+[\w’'.\-]+){0,4}?)(?=\s*(?:[.,|–—-]|\d{4}|$|Tous droits|All rights))"
)
_RESERVED = re.compile(r"(?i)copyright|tous droits|all rights")
_TITLE_NAME = r"(?P<who>[A-ZÀ-Þ][\w’'\-]*(?:[^\S\n]+[A-ZÀ-Þ][\w’'\-]*){0,3})"  # a name ends with its line
_APPEALS = re.compile(
    r"(?:[Ss][’']abonner à|[Aa]bonnez-vous à|[Ss]outenez|[Ss]outenir|lecteurs de|articles sur|abonnés? (?:à|de)"
    rf"|[Ss]ubscribe to|[Ss]upport|readers of)\s+{_TITLE_NAME}"
    rf"|{_TITLE_NAME.replace('who', 'itself')}\s+est un (?:média|journal|site|magazine)\b"
)
_ASKED = re.compile(
    r"(?P<who>(?:L[ea]s?\s|L[’'])[A-ZÀ-Þ][\w-]+(?:\s[\w’'-]+){0,2}|[A-ZÀ-Þ][\w’'-]+)\s?:\s?[^\n]{20,900}\?"
)
_ANSWERS = re.compile(rf"(?m)^(?P<who>{_PERSON})\s?:\s?\S")
_RELEASE_LINE = re.compile(
    r"(?i)(?:communiqué(?:\s+(?:de presse|conjoint|officiel))?|press release|media release|for immediate release"
    r"|pour diffusion immédiate|joint statement)\b.{0,40}"
)
_NOTICE = re.compile(
    r"(?i)(?:arrêté|décret|ordonnance|circulaire|décision|délibération|loi|decree|order|notice|avis)\s+"
    r"(?:n[°ºo]|du\s+\d|de\s|no\.|of\s|relati|portant|conjoint|interministériel)"
)
_ARTICLE_TYPES = re.compile(r"(?i)(?:News|Analysis|Opinion|Reportage|Review)?.*Article|LiveBlogPosting|article")


def propose_publisher(
    text: str, layout: Layout, properties: Mapping[str, str], dateline: Dateline | None
) -> Proposed | None:
    """Return the publisher where something clearly names it.

    In this order: the page's own declaration, a distributor's mark, the credit that opens the text (a news agency's
    excepted: it signs, others publish), the rights line at the foot, appeals to subscribe to or support one
    name, the one who asks the questions of an interview.
    """
    if name := properties.get("publisher"):
        return proposed("publisher", name, Words("déclaré par la page elle-même", "declared by the page itself"))
    return next(_publishers(text, layout, dateline), None)


def _publishers(text: str, layout: Layout, dateline: Dateline | None) -> Iterator[Proposed]:
    opening = layout.opening
    if opening is not None and (wire := _WIRE.search(text, opening.start, min(opening.end, opening.start + 200))):
        why = Words("marque du diffuseur en tête du texte", "distributor’s mark at the head of the text")
        yield proposed("publisher", _WIRES[wire["wire"].lower()], why, wire.span())
    elif dateline is not None and dateline.credit and dateline.credit.lower() not in _AGENCIES:
        start = text.index(dateline.credit, dateline.start)
        why = Words("crédit qui ouvre le texte", "credit that opens the text")
        yield proposed("publisher", dateline.credit, why, (start, start + len(dateline.credit)))
    for block in (*layout.foot, *layout.head):
        rights = _RIGHTS.search(block.text)
        # Without a year or a reservation it is the credit of a picture.
        if rights and (rights["year"] or _RESERVED.search(block.text)):
            why = Words("mention des droits", "rights line")
            name = rights["who"].rstrip(".")
            start, _ = _within(block, rights.span("who"))
            yield proposed("publisher", name, why, (start, start + len(name)))
    yield from _named_twice(text)
    yield from _interviewer(text, layout)


def _named_twice(text: str) -> Iterator[Proposed]:
    seen: dict[str, Span] = {}
    for match in _APPEALS.finditer(text):
        group = "who" if match["who"] else "itself"
        name = match[group]
        if name in seen:
            why = Words(
                "le texte invite à s’y abonner ou à le soutenir", "the text asks to subscribe to it or to support it"
            )
            yield proposed("publisher", name, why, seen[name])
            return
        seen[name] = match.span(group)


def _interviewer(text: str, layout: Layout) -> Iterator[Proposed]:
    for block in layout.blocks[:8]:
        asked = _ASKED.match(block.text)
        if asked is None:
            continue
        others = {match["who"] for match in _ANSWERS.finditer(text)} - {asked["who"]}
        if others:
            why = Words("pose les questions de l’entretien", "asks the questions of the interview")
            yield proposed("publisher", asked["who"], why, _within(block, asked.span("who")))
        return


def propose_author(
    text: str, layout: Layout, properties: Mapping[str, str], dateline: Dateline | None
) -> Proposed | None:
    """Return who signs: a byline before or after the body, the issuer of a press release, an agency, the file."""
    for block in layout.margins:
        if byline := _BYLINE.match(block.text):
            why = Words("signature", "byline")
            return proposed("author", byline["who"], why, _within(block, byline.span("who")))
    if issuer := _issuer(layout):
        block, match = issuer
        why = Words("émetteur nommé à la dernière ligne", "issuer named on the last line")
        return proposed("author", match["who"], why, _within(block, match.span("who")))
    if author := properties.get("author"):
        return proposed("author", author, Words("déclaré par le fichier lui-même", "declared by the file itself"))
    if dateline is not None and dateline.credit and dateline.credit.lower() in _AGENCIES:
        start = text.index(dateline.credit, dateline.start)
        why = Words("agence créditée en tête du texte", "agency credited at the head of the text")
        return proposed("author", dateline.credit, why, (start, start + len(dateline.credit)))
    return None


def propose_genre(
    text: str, layout: Layout, properties: Mapping[str, str], dateline: Dateline | None
) -> Proposed | None:
    """Return the genre where a mark of it stands in the text or the page declares an article; else None."""
    opening = layout.opening
    if opening is not None and (wire := _WIRE.search(text, opening.start, min(opening.end, opening.start + 200))):
        return _release(wire.span())
    for block in layout.head:
        if _RELEASE_LINE.fullmatch(block.text):
            return _release((block.start, block.end))
    if issuer := _issuer(layout):
        block, match = issuer
        return _release(_within(block, match.span()))
    for block in layout.head:
        if notice := _NOTICE.match(block.text):
            why = Words("intitulé d’un acte ou d’un avis", "heading of an act or a notice")
            return proposed("genre", "notice", why, _within(block, notice.span()))
    return _press(text, layout, properties, dateline)


def _press(text: str, layout: Layout, properties: Mapping[str, str], dateline: Dateline | None) -> Proposed | None:
    if _ARTICLE_TYPES.fullmatch(properties.get("type", "")):
        return proposed("genre", "press", Words("la page se déclare article", "the page declares itself an article"))
    if dateline is not None and dateline.credit:
        start = text.index(dateline.credit, dateline.start)
        why = Words("crédit de presse qui ouvre le texte", "press credit that opens the text")
        return proposed("genre", "press", why, (start, start + len(dateline.credit)))
    for block in layout.margins:
        if byline := _BYLINE.match(block.text):
            return proposed("genre", "press", Words("article signé", "signed article"), _within(block, byline.span()))
    named = next(_named_twice(text), None) or next(_interviewer(text, layout), None)
    if named is not None and named.start is not None and named.end is not None:
        return proposed("genre", "press", named.why, (named.start, named.end))
    return None


def _release(span: Span) -> Proposed:
    return proposed("genre", "press-release", Words("marque d’un communiqué", "mark of a press release"), span)


def _issuer(layout: Layout) -> tuple[Block, re.Match[str]] | None:
    last = layout.foot[-1] if layout.foot else None
    match = _ISSUER.fullmatch(last.text) if last is not None else None
    return None if last is None or match is None else (last, match)


def _within(block: Block, span: Span) -> Span:
    return block.start + span[0], block.start + span[1]
