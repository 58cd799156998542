"""Names told as two things that cannot be one (``claims.type/1``): a city that shows banners to its users.

A name is a place where a word such as "ville" or "comté" stands right before it. It is a service where the text calls
it one, where it is one of those known by name, or where it is said to show something to its users.
"""

import re
from collections.abc import Iterator

from temoin.claims.checks.page import Page
from temoin.claims.checks.services import NAMES
from temoin.evidence import Finding, Settle
from temoin.words import Words

METHOD = "claims.type/1"

_NAME = r"(?P<name>[A-ZÀ-ÖØ-Þ][\w’-]{2,})"
_PLACE = re.compile(
    r"\b(?P<type>(?:[Vv]illes?|[Pp]rovinces?|[Cc]omtés?|[Dd]istricts?|[Rr]égions?|[Vv]illages?|[Cc]ommunes?|"
    r"[Cc]ity|[Cc]ounty|[Tt]own|[Vv]illage) (?:de |d[’']|du |of ))" + _NAME + r"(?![\w’-]| [A-ZÀ-Þ])"
)
# A word is looked for without its first letter, which may be a capital.
_STEMS = (
    *("ille d", "illes d", "rovince d", "omté d", "omtés d", "istrict d", "égion d", "illage d", "ommune d"),
    *("ity of", "ounty of", "own of", "illage of", "istrict of", "rovince of"),
)
_CALLED = re.compile(
    r"\b(?:application|appli|app|plateforme|plate-forme|platform|réseau social|social network|site|service|"
    r"messagerie)"
    r" (?:(?:de \w+(?: \w+)?|chinoise?|américaine?) )?" + _NAME + "$"
)
_ACTS = re.compile(
    _NAME + r" (?:\w+ ){0,2}?(?:personnalis|montr|affich|diffus|héberg|recommand|propos|show|display|host|recommend)\w*"
    r"[^.\n]{0,120}?(?:utilisateurs|utilisatrices|users)\b"
)
# Only a subject acts: "la page de Brumeval montre" is said of the page.
_IS_SUBJECT = re.compile(r"(?:^|[.!?;:»”)\]\n,] ?|\n\s*)$")
_FAR = 40_000
_LEAD = 60
_MOST_PLACES = 50
_SLIP = Words(
    "Le texte parle de «\u00a0{place}\u00a0», mais aussi de «\u00a0{service}\u00a0»\u00a0: {name} est un service "
    "en ligne, pas un "
    "lieu. Erreur de traduction ou de relecture probable.",
    "The text speaks of “{place}”, but also of “{service}”: {name} is an online service, not a place. Probably an "
    "error of translation or of editing.",
)
_SETTLE = Settle(
    Words("le texte dans sa langue d’origine", "the text in its original language"),
    Words("l’auteur ou le traducteur du texte", "the author or the translator of the text"),
    Words(
        "Que dit l’original de {name}\u202f: est-ce un lieu, une entreprise ou une application\u202f?",
        "What does the original call {name}: a place, a company or an application?",
    ),
)


def check_types(page: Page) -> list[Finding]:
    """Return one finding a name that the text tells both as a place and as a service.

    Returns
    -------
    findings, ``disagrees``; evidence are the two stretches of text; ``numbers`` holds ``name told_as``
    """
    places: dict[str, re.Match[str]] = {}
    for stem in _STEMS:
        start = page.text.find(stem)
        while start >= 0:
            if match := _PLACE.match(page.text, start - 1):
                places.setdefault(match["name"], match)
            start = page.text.find(stem, start + len(stem))
    found = []
    for name, place in places.items():
        service = next(_as_service(page, name, place.span()), None)
        if service is not None:
            found.append(_finding(page, place, service))
    return found


def _as_service(page: Page, name: str, place: tuple[int, int]) -> Iterator[tuple[int, int]]:
    known: tuple[int, int] | None = None
    for start in _elsewhere(page.text, name, place):
        end = start + len(name)
        subject = _IS_SUBJECT.search(page.text[max(0, start - 3) : start])
        if subject and (acts := _ACTS.match(page.text, start)):
            yield acts.span()
        if called := _CALLED.search(page.text, max(0, start - _LEAD), end):
            yield called.span()
        known = known or (start, end)
    if known and name in NAMES:
        yield known


def _elsewhere(text: str, name: str, place: tuple[int, int]) -> Iterator[int]:
    low, high = max(0, place[0] - _FAR), min(len(text), place[1] + _FAR)
    start = text.find(name, low, high)
    left = _MOST_PLACES
    while start >= 0 and left:
        end = start + len(name)
        if not place[0] <= start < place[1] and not text[end : end + 1].isalnum():
            yield start
            left -= 1
        start = text.find(name, end, high)


def _finding(page: Page, place: re.Match[str], service: tuple[int, int]) -> Finding:
    name = place["name"]
    told = " ".join(page.text[slice(*service)].split())
    words = _SLIP.filled(place=" ".join(place[0].split()), service=told, name=name)
    return Finding(
        "claims",
        METHOD,
        (page.reference(*place.span()), page.reference(*service)),
        words,
        numbers={"name": name, "told_as": ["place", "service"]},
        verdict="disagrees",
        because="type",
        settle=Settle(_SETTLE.missing, _SETTLE.holder, _SETTLE.question.filled(name=name)),
        source=page.source,
    )
