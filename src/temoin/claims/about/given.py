"""To whom a figure is given by its construction: the head of a list of platforms, whoever is fined, a common noun.

"Awa Diop: Facebook – 3 000, X – 200" are her followers; "le régulateur a infligé à Google une amende" is Google's;
"l'État ne dépense que 3 millions" is the State's, though it has no name.
"""

import re

from temoin.claims.about.names import Name
from temoin.claims.about.passages import Passage

_S = "[ \u00a0\u202f]"
_HEADS = re.compile(rf"{_S}?:{_S}")
_GROUP = (
    r"(?:(?:société|entreprise|opérateur|groupe|plateforme|réseau social|chaîne|company|operator|platform)[ \u00a0])?"
)
_FINE = re.compile(r"\b(?:amendes?|fine[sd]?|fining|sanction|pénalités?|penalt(?:y|ies)|condamn|sanctionn)")
_FINED_FRENCH = re.compile(
    rf"(?:(?:inflig|impos|réclam)\w+{_S}(?:[^,;.:]{{1,60}}{_S})?(?:à{_S}(?:la{_S}|l[’'])?|au{_S}|aux{_S})"
    rf"|(?:condamn|sanctionn)(?:e|é|ée|ait|er){_S}(?:le{_S}|la{_S}|l[’'])?){_GROUP}$"
)
_FINED_ENGLISH = re.compile(
    rf"(?:\b(?:fined|fines|fining|penali[sz]ed|sanctioned){_S}(?:the{_S})?"
    rf"|\b(?:fine|penalty){_S}(?:[^,;.:]{{1,40}}{_S})?(?:on|against){_S}(?:the{_S})?){_GROUP}$"
)
_TO = re.compile(
    rf"{_S}(?:à{_S}(?:la{_S}|l[’'])?|au{_S}|contre{_S}(?:la{_S}|l[’'])?|on{_S}|against{_S}|for{_S}){_GROUP}"
)
_PUT_ON = re.compile(
    rf"{_S}(?:a{_S}été{_S}|was{_S}|has{_S}been{_S})?(?:infligée?|imposée?|imposed|levied)(?P<to>{_S}.*)"
)
_OWNERS = (
    r"État|Trésor|entreprise|opérateur|opératrice|agence|association|organisation|ONG|armée|administration|"
    r"gouvernement|ministère|régulateur|mission|bureau|service|direction|commission|comité|président|présidente|"
    r"ministre|parti|société|banque|mairie|région|commune|police|government|ministry|regulator|company|operator|"
    r"agency|army|council|party|treasury|president|minister|association|organi[sz]ation"
)
_TAIL = rf"(?:{_S}(?:de{_S}la{_S}|de{_S}l[’']|du{_S}|des{_S}|of{_S}the{_S})[a-zà-ÿ][\w-]+)?"
_VERB = (
    r"(?:(?:a|avait|aurait)(?!\w)|dépense|verse|paie|paye|emploie|compte|perd|investit|consacre|reçoit|possède|"
    r"détient|dispose|(?:has|had|spent|paid|lost|spends|pays|employs|received)(?!\w))"
)
_COMMON = re.compile(
    rf"(?<![\w’'])(?:[Ll]e{_S}|[Ll]a{_S}|[Ll][’']|[Tt]he{_S})(?P<own>(?:{_OWNERS})(?![\w-]){_TAIL})"
    rf"(?:,)?{_S}(?:aussi{_S}|y{_S}|n[’']|ne{_S}|en{_S}|also{_S})*{_VERB}"
)
_AGED = re.compile(
    rf"(?<![\w’'])(?:[Ll]e{_S}|[Ll]a{_S}|[Tt]he{_S})(?P<own>(?:{_OWNERS})),{_S}(?:âgée?{_S}de{_S}|aged{_S})?$"
)
_THAT_OF = re.compile(
    rf"\b(?:celui|celle){_S}(?:de{_S}l[’']|du{_S}|de{_S}la{_S})(?P<own>{_OWNERS})(?![\w-])[^.;:]{{0,20}}$"
)
_NATIONAL = re.compile(
    r"[’']s (?P<own>regulator|government|ministry|army|parliament|police|treasury|president|electoral commission|"
    r"telecoms? regulator|central bank)(?![\w-])(?![’'])"
)


def given_to(passage: Passage, rank: int) -> Name | str | None:
    """Return to whom a spot is given by its construction, or the common noun that holds it; None elsewhere."""
    name = whoever_is_fined(passage, rank) or _possessor(passage, rank) or _apposed(passage, rank)
    if name is None and not passage.spots[rank].is_time:
        head = head_of_list(passage)
        name = head if head and all(one.kind == "platform" for one in passage.names[1:]) else None
    return name or common_noun(passage, rank)


def _possessor(passage: Passage, rank: int) -> Name | None:
    # "more than Daniel Mutua's 120,000"
    spot = passage.spots[rank]
    if passage.text[spot.start - 3 : spot.start] not in ("'s ", "’s "):
        return None
    names = passage.names_in(passage.segment(rank), spot.start)
    return names[-1] if names and names[-1].kind == "other" and names[-1].end == spot.start - 3 else None


_APPOSED = re.compile(rf",{_S}(?=[a-zà-ÿ])[^,;:.\n]{{3,70}},{_S}(?:qui{_S})?{_VERB}")


def _apposed(passage: Passage, rank: int) -> Name | None:
    # "Awa Diop, maire de Thiès, a 3 000 abonnés": neither the office nor its town.
    first, spot = passage.clause(rank), passage.spots[rank]
    found = None
    for name in passage.names_in(passage.segment(rank), spot.start):
        if name.kind == "other" and name.role == "subject" and " " in name.text:
            match = _APPOSED.match(passage.text, name.end, spot.start)
            found = name if match and match.end() >= first - 1 else found
    return found


def head_of_list(passage: Passage) -> Name | None:
    """Return the name that opens "Name: platform – figure, platform – figure"; None elsewhere."""
    names = passage.names
    if len(names) < 2 or names[0].kind != "other" or names[0].role != "subject" or names[1].kind != "platform":
        return None
    lead = passage.text[passage.start : names[0].start].strip(" \u00a0\u202f\t•*·–—-")
    colon = _HEADS.match(passage.text, names[0].end)
    if lead or colon is None or colon.end() != names[1].start:
        return None
    return names[0]


def whoever_is_fined(passage: Passage, rank: int) -> Name | None:
    """Return the name upon which a fine falls, platforms too; None where the words are of no fine."""
    spot = passage.spots[rank]
    if spot.kind != "money" or not _FINE.search(passage.text, passage.start, passage.end):
        return None
    after = passage.names_after(rank)
    if after and (put := passage.text[spot.end : after[0].start]):
        on = _PUT_ON.fullmatch(put)
        if _TO.fullmatch(on["to"] if on else put):
            return after[0]
    for name in reversed(passage.names_in(passage.start, spot.start)):
        before = passage.text[max(passage.start, name.start - 110) : name.start]
        if _FINED_FRENCH.search(before) or _FINED_ENGLISH.search(before):
            return name
    return None


def common_noun(passage: Passage, rank: int) -> str | None:
    """Return the noun without a name that holds a figure: "État", "bureau de la propagande"; None without one.

    The last one that stands between the last name of the clause and the figure.
    """
    before = passage.before(rank)
    if aged := _AGED.search(before):
        return aged["own"]
    if that := _THAT_OF.search(before):
        return that["own"]
    found = None
    for match in _COMMON.finditer(before):
        found = match
    if found is None:
        return None
    first = passage.segment(rank) + found.end()
    between = passage.names_in(first, passage.spots[rank].start)
    return None if any(name.role == "subject" and name.kind != "platform" for name in between) else found["own"]


def national_body(passage: Passage, name: Name) -> str | None:
    """Return "Nigeria's regulator" where a country only owns whoever acts; None elsewhere."""
    if name.kind != "country":
        return None
    found = _NATIONAL.match(passage.text, name.end)
    return f"{name.text}’s {found['own']}" if found else None
