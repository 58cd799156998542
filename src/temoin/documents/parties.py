"""Who published a document, who signed it and of what genre it is, where the text or the file clearly says so."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from temoin.documents.dateline import Dateline
from temoin.documents.file_properties import WEAK, is_of_a_file, meant_name
from temoin.documents.layout import Block, Layout
from temoin.documents.proposed import LABELS, Proposed, proposed
from temoin.documents.published import together
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
_OFFICES = (
    r"Press Club|Club (?:de la )?[Pp]resse|Maison de la [Pp]resse|Press Office|Bureau de [Pp]resse|Service de presse"
)
_PRESS_CLUB = re.compile(
    r"(?:[—–-]\s*)?(?:(?:Le|The|La)\s+)?(?P<who>(?:[A-ZÀ-Þ][\w’'.-]*\s+){0,3}"
    rf"(?:{_OFFICES})"
    r"(?:[\s,]+(?:(?:de|du|des|d’|d'|of|the|in|la|le|l’|l')\s*)*[A-ZÀ-Þ][\w’'.-]*){0,4})[.\s]*"
)
_TOLD_LAST = re.compile(
    r"(?i)(?:ce|le présent|this|the above)\s+(?:texte|communiqué|document|message|statement|text|release)\s+"
    r"(?:est|a été|is|was|has been)\s.{0,40}"
    r"(?:communiqué|press release|diffusé par|publié par|issued by|released by)\b.{0,120}"
    r"|(?:communiqué(?: de presse)?|press release)\s+"
    r"(?:diffusée?|publiée?|émis|transmise?|distribuée?|issued|distributed|released)\s+(?:par|by)\b.{0,120}"
)
_WIRED = Words("marque d’un diffuseur de communiqués", "mark of a distributor of press releases")
_HEADED = Words("en-tête de communiqué", "heading of a press release")
_ISSUED = Words("émetteur nommé à la dernière ligne", "issuer named on the last line")
_SAID_LAST = Words("la dernière ligne dit que c’est un communiqué", "the last line says that it is a press release")
_CLUB = Words(
    "signé à la dernière ligne par un club ou un service de presse", "signed on the last line by a press club or office"
)
_ARTICLE_TYPES = re.compile(r"(?i)(?:News|Analysis|Opinion|Reportage|Review)?.*Article|LiveBlogPosting|article")


def propose_publisher(
    text: str, layout: Layout, properties: Mapping[str, str], dateline: Dateline | None
) -> Proposed | None:
    """Return the publisher where something clearly names it.

    In this order: the page's own declaration (that of an office file or a PDF comes last: templates leave there what
    nobody meant), a distributor's mark, the credit that opens the text (a news agency's
    excepted: it signs, others publish), the rights line at the foot, appeals to subscribe to or support one
    name, the one who asks the questions of an interview.
    """
    name = meant_name(properties, "publisher")
    if name and not is_of_a_file(properties):
        return proposed("publisher", name, Words("déclaré par le document lui-même", "declared by the document itself"))
    return next(_publishers(text, layout, dateline), None) or (proposed("publisher", name, WEAK) if name else None)


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
    author = meant_name(properties, "author")
    if author and not is_of_a_file(properties):
        return proposed("author", author, Words("déclaré par le document lui-même", "declared by the document itself"))
    if dateline is not None and dateline.credit and dateline.credit.lower() in _AGENCIES:
        start = text.index(dateline.credit, dateline.start)
        why = Words("agence créditée en tête du texte", "agency credited at the head of the text")
        return proposed("author", dateline.credit, why, (start, start + len(dateline.credit)))
    return proposed("author", author, WEAK) if author else None


def propose_genre(
    text: str, layout: Layout, properties: Mapping[str, str], dateline: Dateline | None
) -> Iterator[Proposed]:
    """Yield the genre where a mark of it stands in the text or the page declares an article, with every other sign.

    A press release says what it is by its distributor's mark, a heading, or its own last line; it is believed before a
    notice, and both before the press. Signs of another genre are yielded as ``other-genre``.
    """
    signs = [*_releases(text, layout), *_notices(layout), *_press(text, layout, properties, dateline)]
    if not signs:
        return
    taken = signs[0]
    same = dict.fromkeys(each.why for each in signs if each.value == taken.value)
    yield replace(taken, why=together(list(same)))
    seen = {taken.value}
    for each in signs:
        if each.value not in seen:
            seen.add(each.value)
            yield replace(each, subject="other-genre", label=LABELS["other-genre"])


def _releases(text: str, layout: Layout) -> Iterator[Proposed]:
    opening = layout.opening
    if opening is not None and (wire := _WIRE.search(text, opening.start, min(opening.end, opening.start + 200))):
        yield _release(wire.span(), _WIRED)
    for block in layout.head:
        if _RELEASE_LINE.fullmatch(block.text):
            yield _release((block.start, block.end), _HEADED)
            break
    last = layout.blocks[-1] if layout.blocks else None
    if last is None or last is opening:
        return
    for shape, why in ((_ISSUER, _ISSUED), (_TOLD_LAST, _SAID_LAST), (_PRESS_CLUB, _CLUB), (_RELEASE_LINE, _SAID_LAST)):
        if match := shape.fullmatch(last.text):
            yield _release(_within(last, match.span()), why)
            return


def _notices(layout: Layout) -> Iterator[Proposed]:
    for block in layout.head:
        if notice := _NOTICE.match(block.text):
            why = Words("intitulé d’un acte ou d’un avis", "heading of an act or a notice")
            yield proposed("genre", "notice", why, _within(block, notice.span()))
            return


def _press(text: str, layout: Layout, properties: Mapping[str, str], dateline: Dateline | None) -> Iterator[Proposed]:
    if _ARTICLE_TYPES.fullmatch(properties.get("type", "")):
        yield proposed(
            "genre", "press", Words("le document se déclare article", "the document declares itself an article")
        )
    if dateline is not None and dateline.credit and not dateline.is_wire:
        start = text.index(dateline.credit, dateline.start)
        why = Words("crédit de presse qui ouvre le texte", "press credit that opens the text")
        yield proposed("genre", "press", why, (start, start + len(dateline.credit)))
    for block in layout.margins:
        if byline := _BYLINE.match(block.text):
            why = Words("article signé", "signed article")
            yield proposed("genre", "press", why, _within(block, byline.span()))
            break
    named = next(_named_twice(text), None) or next(_interviewer(text, layout), None)
    if named is not None and named.start is not None and named.end is not None:
        yield proposed("genre", "press", named.why, (named.start, named.end))


def _release(span: Span, why: Words) -> Proposed:
    return proposed("genre", "press-release", why, span)


def _issuer(layout: Layout) -> tuple[Block, re.Match[str]] | None:
    last = layout.foot[-1] if layout.foot else None
    match = _ISSUER.fullmatch(last.text) if last is not None else None
    return None if last is None or match is None else (last, match)


def _within(block: Block, span: Span) -> Span:
    return block.start + span[0], block.start + span[1]
