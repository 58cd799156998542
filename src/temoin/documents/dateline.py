"""Where a text dates itself: datelines ("PARIS, 8 mai 2019 – …"), date lines ("Le 01/09/2021 à 21h08"), labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from temoin.documents.dates import DateMention
from temoin.documents.layout import Block, Layout

_NAME = r"[A-ZÀ-Þ][\w’'.\-]*"
_WEEKDAY = (
    r"(?i:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_DASH = r"(?:--|[-–—])"
_CREDIT_ALONE = re.compile(
    rf"(?P<place>{_NAME}(?:[\s,]+{_NAME}){{0,3}}\s*,?\s*)?\((?P<credit>[^()\n]{{2,40}})\)\s*{_DASH}+\s+"
)
_BEFORE_DATE = re.compile(
    rf"(?:\((?P<credit>[^()\n]{{2,40}})\)\s*{_DASH}?\s*)?"
    rf"(?:{_NAME}(?:(?:\s+|\s*,\s*)(?:(?:de|du|des|la|le|les|sur|of|the)\s+)?{_NAME}){{0,5}}\s*,?\s*)?"
    rf"(?:\((?P<inner>[^()\n]{{2,40}})\)\s*,?\s*)?{_DASH}?\s*(?:(?:le|on)\s+)?(?:{_WEEKDAY},?\s+)?"
)
_AFTER_DATE = re.compile(
    r"(?:,?\s*(?:à\s*)?\d{1,2}\s?[h:]\s?(?:\d\d)?(?:\s*(?:UTC|GMT|CET))?)?"
    rf"\s*(?:\((?P<credit>[^()\n]{{2,40}})\)|/(?P<wire>[^/\n]{{2,40}})/)?,?\s*{_DASH}+\s+(?!\d)"
)
# In brackets after a place: an agency, or the country of that place.
_AGENCY = re.compile(r"[A-Z]{2,6}|(?i:reuters|xinhua|.*\b(?:agence|agency|press|presse|news|newswire|wire|info)\b.*)")
_MARKER = re.compile(r"(?i)date\s*[:=]?\s*|")
_FILLER = rf"(?:(?:le|on|at|the|du|{_WEEKDAY}|(?:par|by)\s+[^\n,|]{{2,40}}[,|])\b|[\s:,|•·–-])*"
_PUBLISHED = re.compile(
    r"(?i)\b(?:publi[ée]e?s?|mise?s?\s+en\s+ligne|post[ée]e?|paru(?:e|tion)?|diffus[ée]e?|published|posted|issued"
    rf"|released|publication(?:\s+date)?|date\s+de\s+(?:publication|parution|mise\s+en\s+ligne)|date)\s*{_FILLER}$"
)
_UPDATED = re.compile(
    r"(?i)\b(?:mise?s?\s+à\s+jour|màj|maj|actualis[ée]e?|modifi[ée]e?|modification|updated?|modified|edited|corrigée?)"
    rf"\s*{_FILLER}$"
)
# What may precede such a label: nothing, the thing itself, a byline, another item of the line.
_BEFORE_LABEL = re.compile(
    r"(?i)\W*|(?:cet\s+|ce\s+|this\s+)?(?:article|texte|billet|post|story)\s+(?:(?:a\s+été|was)\s+)?(?:first\s+|initialement\s+)?"
    r"|.*(?:\s[-–—]|[–—|•·,;:()\d])\s*|(?-i:(?:Par|By|PAR|BY)\s.{2,60}\s)"
)
_OF = re.compile(
    r"(?i)(?:\b(?:du|de|des|au|depuis|avant|après|jusqu|of|since|until|from|before|after|for|to)|\bd[’'])\s*(?:le\s+)?$"
)
_KNOWN = re.compile(
    r"(?i)\b(?:le|on|at|à|the|publi[ée]e?|published|posted|mise?|jour|en|ligne|updated|last|dernière|date|heures?|h|min"
    r"|lecture|de|temps|utc|gmt|cet|[ap]\.?m|minutes?|read|modifié|modified|actualisé|rédigée?|écrit|written|article|vers|par|by)\b|\d+"
)
# A place or a name has a capital; any other word means that the line says something else.
_PLAIN_WORD = re.compile(r"(?<![\w’'])[a-zà-ÿ]{4,}")
_KNOWN_DAY = re.compile(_WEEKDAY)
_BYLINE = re.compile(r"^(?i:par|by)\s+[^,|–—•·\d\n]{2,60}")
_SIGNED = re.compile(r"\b(?i:par|by)\s+[^,|–—•·\d\n]{2,60}$")
_NAMES = re.compile(rf"\W*(?:{_NAME}\W*){{2,4}}")
_LONGEST_DATE_LINE = 120
_FEW_LETTERS = 15
_REACH = 70


@dataclass(frozen=True, slots=True)
class Dateline:
    """What opens the body of a text before its first word.

    Parameters
    ----------
    start, end : the whole of it, up to the first word of the body, in code points
    mention : its date; None for a credit alone such as "(Agence X) –"
    credit : the agency or site in brackets or between slashes
    is_wire : whether the credit is a press release distributor's, between slashes
    """

    start: int
    end: int
    mention: DateMention | None = None
    credit: str | None = None
    is_wire: bool = False


def find_dateline(layout: Layout, text: str, dates: Sequence[DateMention]) -> Dateline | None:
    """Return what opens the body: place, date and credit up to a dash, a credit alone, or a date marker; or None."""
    opening = layout.opening
    if opening is None:
        return None
    first = next((mention for mention in dates if mention.start >= opening.start), None)
    if first is not None and first.end <= opening.end:
        found = _dated(text, opening, first) or _marked(text, opening, first, layout)
        if found is not None:
            return found
    alone = _CREDIT_ALONE.match(text, opening.start, opening.end)
    if alone is None or (alone["place"] and _AGENCY.fullmatch(alone["credit"]) is None):
        return None
    return Dateline(alone.start(), alone.end(), credit=alone["credit"].strip())


def _dated(text: str, opening: Block, mention: DateMention) -> Dateline | None:
    before = _BEFORE_DATE.fullmatch(text, opening.start, mention.start)
    after = _AFTER_DATE.match(text, mention.end, opening.end)
    if before is None or after is None:
        return None
    inner = before["inner"] if before["inner"] and _AGENCY.fullmatch(before["inner"]) else None
    credit = after["wire"] or after["credit"] or before["credit"] or inner
    return Dateline(
        opening.start, after.end(), mention, credit.strip() if credit else None, is_wire=after["wire"] is not None
    )


def _marked(text: str, opening: Block, mention: DateMention, layout: Layout) -> Dateline | None:
    is_first = bool(layout.blocks) and layout.blocks[0] is opening
    if not is_first or _MARKER.fullmatch(text, opening.start, mention.start) is None or mention.value is None:
        return None
    is_iso = mention.text == mention.value.text
    if not is_iso and mention.start == opening.start:
        return None
    end = mention.end
    while end < opening.end and text[end] in " \t:;,–-|":
        end += 1
    return Dateline(opening.start, end, mention)


def is_date_line(block: Block, dates: Sequence[DateMention]) -> bool:
    """Return whether a block holds nothing beside a date but hour, label, byline or place."""
    inside = [mention for mention in dates if block.start <= mention.start and mention.end <= block.end]
    if not inside or len(block.text) > _LONGEST_DATE_LINE:
        return False
    rest = block.text
    for mention in reversed(inside):
        at, until = mention.start - block.start, mention.end - block.start
        if _OF.search(rest[:at]):
            return False
        rest = f"{rest[:at]} {rest[until:]}"
    for known in (_BYLINE, _SIGNED, _KNOWN, _KNOWN_DAY):
        rest = known.sub(" ", rest)
    if _PLAIN_WORD.search(rest):
        return False
    return sum(letter.isalpha() for letter in rest) <= _FEW_LETTERS or _NAMES.fullmatch(rest) is not None


def is_labelled(block: Block, mention: DateMention) -> bool:
    """Return whether a block announces a date with "Publié le", "Published on" or the like, outside any sentence."""
    before = block.text[: mention.start - block.start]
    label = _PUBLISHED.search(before)
    if label is None or _UPDATED.search(before) is not None:
        return False
    return _BEFORE_LABEL.fullmatch(before, 0, label.start()) is not None


def is_update(text: str, mention: DateMention) -> bool:
    """Return whether "Mis à jour le", "Updated" or the like stands right before a date."""
    return _UPDATED.search(_before(text, mention)) is not None


def _before(text: str, mention: DateMention) -> str:
    before = text[max(0, mention.start - _REACH) : mention.start]
    return before.rpartition("\n\n")[2]
