"""Whose a figure is, by the words around it in its sentence: the name it follows, precedes, or is said of.

The rules are tried from the surest to the weakest: a name in the words right after ("celle de X", "du Mali"), a name
right before ("Facebook, 450 000", "le Pakistan (1,62 milliard)"), the one who ``qui`` stands for, the subject of the
clause, the subject of the sentence. A name that only speaks, or that is compared with, holds nothing.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from temoin.claims.about.dealt import AND
from temoin.claims.about.names import Name
from temoin.claims.about.passages import Passage, Spot

_S = "[ \u00a0\u202f]"
_QUALIFIERS_WORDS = (
    "plus moins près environ autour quelque quelques presque seulement jusqu' au aux avec soit de d' à pour dont about "
    "around nearly almost some over more less than with only under up to a u n'a que encore désormais aujourd'hui déjà "
    "at least most le la les l'"
)
_QUALIFIERS = frozenset(_QUALIFIERS_WORDS.split())
_OPENS_BESIDE = ",(:|–—-"
_ARTICLES = frozenset("la le les l' the seule seul économie economy leader président pays".split())
_GROUPS_WORDS = "société entreprise groupe parti opérateur plateforme candidat candidate compagnie"
_GROUPS = frozenset((*_GROUPS_WORDS.split(), "company", "firm", "operator", "party"))
_OF_WORDS = frozenset(("de", "du", "des", "d'", "of"))
_THAT_OF = frozenset("celle celles celui ceux that those page compte chaîne profil groupe fil account channel".split())
_IN_WORDS = frozenset(("à", "au", "aux", "en", "dans", "sur", "in", "across", "inside", "qu'à", "qu'en", "qu'au"))
_TO_WORDS = frozenset(("à", "au", "aux", "to"))
_STOPS_WORDS = "et and ou or mais but qui que qu' who which dont à au aux en dans sur contre par by puis avec with"
_STOPS = frozenset(_STOPS_WORDS.split())
_DONE = re.compile(r"(?:perdu|dépensé|payé|investi|versé|déboursé|engagé|consacré)e?s?|lost|spent|paid|invested")
_MOST_WORDS = 5
_WHO_LONG = 5
_DETERMINER = re.compile(rf"(?<![\w’'])(?:l[ae]s?{_S}|l[’']|une?{_S}|du{_S}|au{_S}|the{_S}|an?{_S}|jusqu[’']au{_S})")
_NOUN_PHRASE = re.compile(
    rf"(?P<np>[a-zà-ÿ][\w-]*"
    rf"(?:{_S}(?:de la{_S}|de l[’']|des{_S}|du{_S}|de{_S}|d[’']|of the{_S}|of{_S})?[a-zà-ÿ][\w-]*){{0,4}})"
    rf"{_S}?,?{_S}?"
)
_EVENTS = re.compile(
    r"(?:coupure|panne|interruption|blocage|campagne|élection|scrutin|perte|coût|montant|somme|chiffre|durée|nombre"
    r"|total|opération|projet|contrat|accord|loi|article|document|rapport|étude|année|mois|jour|outage|shutdown"
    r"|blackout|campaign|election|cost|loss|amount|figure|deal|year|month|day|pays|country|écrits)"
)
_BY_PHRASE = re.compile(
    r"(?:\b[Ss]elon|[Dd][’']après|[Aa]ccording to|\bpar|\bby|[Rr]apport|[ÉéEe]tude|[Ee]nquête|[Ss]tudy|[Ss]urvey)\b"
    r"[^,;:.\n]*$"
)
_SPEAKING = re.compile(
    rf"{_S}(?:(?:a|ont|has|have|avait|avaient){_S}(?:\w+ment{_S})?(?:estimé|indiqué|déclaré|annoncé|affirmé|relevé|mesuré"
    r"|rapporté|recensé|constaté|observé|calculé|chiffré|précisé|souligné|révélé|signalé|estimated|said|reported|"
    r"announced|measured|found)|estime|indique|déclare|annonce|affirme|relève|mesure|rapporte|recense|constate|observe|"
    r"précise|souligne|signale|juge|révèlent?|montrent?|evaluates?|estimates|says?|said|reports?|reported|found|finds|"
    r"measured|shows?)(?!\w)"
)
_VERB_OF_PLATFORM = re.compile(
    rf"{_S}(?:y{_S}|n[’']|ne{_S}|en{_S}|compte{_S})?(?:est|a|ont|compte|comptait|revendique|totalise|rassemble|réunit|"
    rf"affiche|dénombre|dépasse|annonce|perd|gagne|has|had|have|counts?|claims?|is|was|reached|reaches)(?!\w)"
)
_PRONOUN = re.compile(
    r"[IiEeHhSsTtc](?<![\w’'].)(?:(?<=[Ii])(?:ls?|ts?)|(?<=[Ee])lles?|(?<=[Hh])(?:e|is|er)|(?<=[Ss])(?:he|on|a|es)|"
    r"(?<=[Tt])hey|(?<=c)(?:elle-ci|elui-ci|e dernier|ette dernière)|(?<=t)he latter)(?=\s)"
)
_TO_THE_COMMA = re.compile(r"[,;]")
_INSTITUTION = re.compile(
    r"\b((?:gouvernement|régime|armée|autorités|police|parlement|président|présidence|pouvoir|parti|chaîne|opérateur|"
    r"entreprise|société|groupe|banque|presse|État)s?) $"
)
_HEADS_OWN = re.compile(
    r"\b(?:comtés?|communes?|municipalités?|villes?|régions?|provinces?|districts?|gouvernements? locaux|partis?|"
    r"missions?|organisations?|associations?|collectifs?|fédérations?|bureaux?|agences?|régulateurs?|"
    r"gouvernements?|autorités|entreprises?|opérateurs?|sociétés?|ministères?|administrations?|banques?|counties|"
    r"councils?|companies|company|operators?|government|authorities|ministry|parties|party)\b"
)
_OWN_SUBJECT = re.compile(
    rf"(?<!par )(?<!by )(?<![\w’'])(?P<np>(?:[Ll]es?{_S}|[Ll]a{_S}|[Tt]he{_S})(?P<own>[a-zà-ÿ]+(?:{_S}[a-zà-ÿ]+)?)){_S}"
    rf"(?:a|ont|avaient|avait|auraient|aurait|has|have|had|spent|paid|lost)(?!\w)"
)
_OWNING = (" a", "\xa0a", "\u202fa", "ont", "has", "have", "had", "spent", "paid", "lost")
_PAGE_OF_COMMON = re.compile(
    rf"\b(?:compte|page|chaîne|profil)(?:{_S}[\w’'-]+){{0,2}}{_S}(?:du{_S}|de la{_S}|de l[’'])(?P<whose>[a-zà-ÿ]+)"
    rf"(?={_S}(?:a|compte|comptait|est|rassemble|réunit|totalise|affiche|revendique)\b)"
)
PLACE_KINDS = frozenset({"country", "city", "region", "demonym"})


def holder_after(passage: Passage, rank: int) -> Name | None:
    """Return the name that the words right after a spot give it to; None where they name none."""
    name, gap = _next_name(passage, rank)
    if name is None or name.kind == "platform":
        return None
    words = _words(gap)
    while words and (words[-1] in _ARTICLES or words[-1] in _GROUPS):
        words.pop()
    if not words or any(mark in gap for mark in ",;:.()"):
        return None
    before = passage.before(rank)
    given = _done_by(before, words) or (name.text not in _WORLD and _gives(passage.spots[rank], before, words))
    return name if given else None


def _done_by(before: str, words: Sequence[str]) -> bool:
    last, rest = words[-1], words[:-1]
    if last in _OF_WORDS and rest[-1:] == ["encontre"]:
        return True
    if last in ("par", "by"):
        return bool(rest) and _DONE.fullmatch(rest[-1]) is not None
    return last in _TO_WORDS and not rest and _COSTS.search(before) is not None


def _gives(spot: Spot, before: str, words: Sequence[str]) -> bool:
    last, rest = words[-1], words[:-1]
    few = len(rest) < _MOST_WORDS and _STOPS.isdisjoint(rest)
    if last in ("pour", "for"):
        return few and (spot.kind != "money" or _AGAINST.search(before) is not None)
    if spot.kind == "money" or (last not in _OF_WORDS and last != "s"):
        return False
    return few or not _THAT_OF.isdisjoint(rest)


def place_after(passage: Passage, rank: int) -> Name | None:
    """Return the place that the words right after a spot say it holds in: "en Afrique", "à l'économie du Mali"."""
    name, gap = _next_name(passage, rank)
    if name is None or name.kind not in PLACE_KINDS or any(mark in gap for mark in ";:."):
        return None
    words = _words(gap)
    if name.text in _WORLD and "," not in gap:
        return None if passage.spots[rank].kind in ("percent", "ratio") else name
    while words and (words[-1] in _ARTICLES or (words[-1] in _OF_WORDS and words[-2:-1] == ["économie"])):
        words.pop()
    return name if words and words[-1] in _IN_WORDS and len(words) <= _MOST_WORDS else None


def place_alike(passage: Passage, rank: int) -> Name | None:
    """Return the place after a spot where the spot before it has its own: "3 millions au Mali et 4 au Niger"."""
    if not rank or passage.spots[rank].is_time or place_after(passage, rank - 1) is None:
        return None
    return place_after(passage, rank)


# "Pour M. Untel" gives to a name as "pour Untel" does.
_TITLE = re.compile(rf"(?<=[ \u00a0])(?:(?:MM?|Mr|Mrs|Ms|Dr|Pr)\.|MM?|Mmes?|Mlle|Me|Dr|Pr|Mr|Mrs|Ms){_S}$")


def _words(gap: str) -> list[str]:
    # "l'économie d’un" in words: l', économie, d', un; quotation marks aside.
    plain = gap.replace("’", "'").replace("'", "' ")
    for mark in '«»“”",;:.()':
        plain = plain.replace(mark, " ") if mark in plain else plain
    return plain.lower().split()


def _next_name(passage: Passage, rank: int) -> tuple[Name | None, str]:
    spot = passage.spots[rank]
    for name in passage.names_in(spot.end, min(passage.until(rank), spot.end + _LONGEST_GAP))[:1]:
        return name, _TITLE.sub("", passage.text[spot.end : name.start])
    return None, ""


_THE_COUNTRY = re.compile(r"(?<!\w)(?:[Ll]e|du|au) pays(?! \w+ (?:le|la) plus)(?!\w)")
_LONGEST_GAP = 70
_WORLD = frozenset({"monde", "world"})
_COSTS = re.compile(r"(?:co[uû]t|perdre|infligé|cost|amende|fine\b|sanction)")
_AGAINST = re.compile(r"\b(?:contre|compared|dont|against|versus|and|et)\b")


def holder_beside(passage: Passage, rank: int) -> Name | None:
    """Return the name that stands right before a spot: "Facebook, 450 000", "le Pakistan (1,62 milliard"."""
    spot = passage.spots[rank]
    names = passage.names_in(passage.segment(rank), spot.start)
    if not names:
        return None
    name = names[-1]
    gap = passage.text[name.end : spot.start].strip()
    gapped = rank and name.role == "subject" and "(" not in gap and _follows_comma(passage.text, name)
    if gapped and _only_qualifies(gap):
        return name
    if not gap or len(gap) > _LONGEST_GAP or gap[0] not in _OPENS_BESIDE or not _only_qualifies(gap):
        return None
    if name.kind == "platform" and (name.role == "on" or "(" in gap or _of_spot_before(passage, rank, name)):
        return None
    if name.role == "by" and "(" not in gap:
        return None
    return name


def _follows_comma(text: str, name: Name) -> bool:
    # "Facebook revendique 2 milliards, Instagram 1 milliard"
    return text[max(0, name.start - 5) : name.start].endswith((", ", "; ", " et ", " and ", "et l’", "et l'"))


def _of_spot_before(passage: Passage, rank: int, name: Name) -> bool:
    # "680 000 abonnés Facebook, 990 000 sur Twitter"
    if not rank:
        return False
    between = passage.text[passage.spots[rank - 1].end : name.start]
    return not any(mark in between for mark in (",", ";", ":", "(", " et ", " and "))


def _only_qualifies(gap: str) -> bool:
    return ";" not in gap and ")" not in gap and _QUALIFIERS.issuperset(_words(gap.strip(_OPENS_BESIDE + " $€£")))


def in_parentheses(passage: Passage, rank: int) -> bool:
    """Return whether a spot stands first in parentheses that open right after another spot or its noun."""
    before = passage.before(rank).lstrip()
    return bool(rank) and before.startswith("(") and _only_qualifies(before)


def whom_it_stands_for(passage: Passage, rank: int) -> Name | str | None:
    """Return the name or the words that the last ``qui`` before a spot stands for; None without one."""
    first, spot = passage.segment(rank), passage.spots[rank]
    rfind = passage.text.rfind
    at = max(rfind(" qui ", first, spot.start), rfind(" who ", first, spot.start))
    at = max(at, rfind(" which ", first, spot.start), rfind(",qui ", first, spot.start))
    if at < 0 or passage.names_in(at + _WHO_LONG, spot.start):
        return None
    names = passage.names_in(first, at + 1)
    if names and not passage.text[names[-1].end : at + 1].strip(" ,\u00a0)"):
        return names[-1]
    common = _nearest_phrase(passage.text[max(first, at - 90) : at + 1])
    return None if common is None or _EVENTS.search(common) else common


def _nearest_phrase(words: str) -> str | None:
    for determiner in reversed(list(_DETERMINER.finditer(words))):
        if phrase := _NOUN_PHRASE.fullmatch(words, determiner.end()):
            return phrase["np"]
    return None


def subject_before(passage: Passage, rank: int, speakers: AbstractSet[str]) -> Name | None:
    """Return the name that is the subject of a spot's words: of its clause, else of its part of the sentence."""
    spot, first, clause = passage.spots[rank], passage.segment(rank), passage.clause(rank)
    for start in (clause, first) if clause > first else (first,):
        names = [name for name in passage.names_in(start, spot.start) if not only_speaks(passage, name, speakers)]
        if found := _best(passage, names, spot.start):
            return found
    return None


def subject_after(passage: Passage, rank: int, speakers: AbstractSet[str]) -> Name | None:
    """Return the first name after a spot that a sentence is about, for spots that open it."""
    names = passage.names_in(passage.spots[rank].end, passage.end)
    fit = [name for name in names if name.role not in ("by", "on")]
    if not passage.spots[rank].is_time:
        fit = [name for name in fit if not only_speaks(passage, name, speakers)]
    return _best(passage, fit, passage.end)


def world_spoken_of(passage: Passage) -> Name | None:
    """Return the world where it is the only place that a sentence names."""
    places = [name for name in passage.names if name.kind in PLACE_KINDS]
    return places[0] if places and all(name.text in _WORLD for name in places) else None


def speaks_of_its_country(passage: Passage, rank: int) -> bool:
    """Return whether the words before a spot say "le pays" rather than its name."""
    before = passage.before(rank)
    return ("pays" in before and _THE_COUNTRY.search(before) is not None) or "the country" in before


def only_speaks(passage: Passage, name: Name, speakers: AbstractSet[str]) -> bool:
    """Return whether a name has the floor and holds nothing."""
    if name.role == "by" or name.text in speakers:
        return True
    text = passage.text
    if name.role == "of" and _BY_PHRASE.search(text, max(passage.start, name.start - 90), name.start):
        return True
    return name.kind == "other" and _SPEAKING.match(text, name.end) is not None


def _best(passage: Passage, names: Sequence[Name], end: int) -> Name | None:
    outside = [name for name in names if not _enclosed(passage.text, name, passage.start) or end < name.end + 3]
    for fits in (_is_subject, _is_owner, _is_place):
        for rank, name in enumerate(outside):
            if fits(passage, name):
                return _in_person(passage.text, outside, rank)
    return None


def _in_person(text: str, names: Sequence[Name], rank: int) -> Name:
    # "Le ministre de l'Intérieur, Awa Diop, compte 3 abonnés": the office stands beside the person.
    name = names[rank]
    following = names[rank + 1] if rank + 1 < len(names) else None
    if following is None or not name.text[:1].islower() or following.kind != "other" or " " not in following.text:
        return name
    return (
        following
        if text[name.end : following.start] == ", " and text[following.end : following.end + 1] == ","
        else name
    )


def _enclosed(text: str, name: Name, start: int) -> bool:
    opening = text.rfind("(", max(start, name.start - 120), name.start)
    return opening >= 0 and text.rfind(")", opening, name.start) < 0


def _is_subject(passage: Passage, name: Name) -> bool:
    if name.role != "subject" or name.kind == "demonym":
        return False
    return name.kind != "platform" or _holds_as_platform(passage, name)


def _holds_as_platform(passage: Passage, name: Name) -> bool:
    return _VERB_OF_PLATFORM.match(passage.text, name.end) is not None


def _is_owner(_: Passage, name: Name) -> bool:
    return name.role == "of" and name.kind not in ("platform", "demonym")


def _is_place(_: Passage, name: Name) -> bool:
    return name.kind in PLACE_KINDS and name.role in ("in", "of", "subject", "on")


def subject_of(passage: Passage, speakers: AbstractSet[str]) -> Name | None:
    """Return the name that a whole sentence is about: its first subject that does more than speak."""
    fit = [
        name
        for name in passage.names
        if name.role == "subject"
        and name.kind not in ("platform", "demonym")
        and not only_speaks(passage, name, speakers)
    ]
    return _in_person(passage.text, fit, 0) if fit else None


def joined(passage: Passage, name: Name) -> Name | None:
    """Return the second of two names that share a subject: "Asie et Afrique"."""
    after = passage.names_in(name.end, min(name.end + 60, passage.end))
    if after and after[0].kind == name.kind != "platform" and AND.fullmatch(passage.text, name.end, after[0].start):
        return after[0]
    return None


def has_pronoun(passage: Passage, rank: int) -> bool:
    """Return whether the words before a spot speak of somebody named before: "il", "elle", "sa page"."""
    return _PRONOUN.search(passage.text, passage.segment(rank), passage.spots[rank].start) is not None


def institution_of(passage: Passage, name: Name) -> str | None:
    """Return the institution that a demonym qualifies, as printed: "gouvernement chinois"."""
    found = _INSTITUTION.search(passage.text, max(passage.start, name.start - 24), name.start)
    return f"{found[1]} {name.text}" if found else None


def own_words(passage: Passage, rank: int) -> str | None:
    """Return a group that owns without a name: "les comtés ont dépensé"; None where the clause has none."""
    found = None
    before = passage.before(rank)
    if any(map(before.__contains__, _OWNING)):
        for match in _OWN_SUBJECT.finditer(before):
            found = match
    if found and _HEADS_OWN.match(found["own"]):
        return found["own"]
    page = _PAGE_OF_COMMON.search(before) if "de l" in before or " du " in before else None
    return page["whose"] if page else None
