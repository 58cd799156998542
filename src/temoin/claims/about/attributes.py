"""Which property a figure or a time is about, by the words around it in its sentence, in French and English.

For times the nearest cue decides, and only where the sentence speaks of a network: prices fall too. New cues are
new rows.
"""

import re
from functools import lru_cache

from temoin.branches import branches

BEGAN, ENDED, PARTIAL, MOBILE = "outage began", "outage ended", "partial return", "mobile outage began"
PERIOD = "outage period"

_NETWORK_WORDS = (
    "internet réseau connexion connecti trafic traffic network online en_ligne offline hors_ligne shutdown shut_down "
    "haut_débit broadband 4g 3g télécom telecom opérateur operator outage blackout bgp"
)
_NETWORK = re.compile(branches(word.replace("_", " ") for word in _NETWORK_WORDS.split()))
_SHORT_NETWORK = re.compile(r"web\b|\bdata\b")
_MOBILE = re.compile(
    r"mobiles?\b|cellulaire|cellular|4g|3g|\btele2\b|\bkcell\b|\bbeeline\b|\baltel\b|\bmtn\b|\bairtel\b|"
    r"\bvodacom\b|\bmegafon\b",
)
_WHOLE = re.compile(
    r"national|nationwide|whole country|full cut|complete|coupure complète|tout le pays|almost all", re.IGNORECASE
)
_EVENT = r"\b(?:outage|shut ?down|blackout|disruption|cut|coupure|panne|interruption)\b[^.\n]{0,50}?"


def _cue(*words: str) -> re.Pattern[str]:
    return re.compile("|".join(words))


# A cue stands where its group "at" stands, if it has one.
_CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        PARTIAL,
        _cue(
            r"(?:bref|brève|court|temporaire|partiel)\w* (?:retour|rétablissement|reprise)",
            r"(?:retour|rétablissement|reprise) (?:temporaire|bref|partiel|brève|partielle)",
            r"(?:brièvement|partiellement|temporairement) (?:rétabli|reven|repris)\w*",
            r"(?:brief|temporary|partial|short)\w*,? (?:return|restor|back)\w*",
            r"(?:returned|restored|back)\w*(?: online)? (?:briefly|temporarily|partially)",
            r"came back (?:briefly|for)|back for",
        ),
    ),
    (
        ENDED,
        _cue(
            rf"{_EVENT}(?P<at>\b(?:ended|ends|pris fin|prend fin|terminée?)\b)",
            r"rétabli\w*|reven(?:u|ue|us|ues)\b|\bretour\b|rebranch\w*",
            r"restored|restoration|returned|came back|back online|resumed?|reconnected",
        ),
    ),
    (
        BEGAN,
        _cue(
            rf"{_EVENT}(?P<at>\b(?:began|begins|started|commencée?|débutée?)\b)",
            r"coup(?:é|ée|és|ées|ait|e|ent)\b|\bcoupure|effondr\w+|chut(?:e|é|ent|er)\b",
            r"tomb(?:e|é|ée|és|er|ent)\b|perdue?s?\b|dispar(?:u|aî|ai)\w*|hors ligne|déconnect\w+",
            r"plong(?:e|é|ée)\b|interromp\w+|interruption",
            r"\bfalls?\b|\bfell\b|\bdrop(?:s|ped)?\b|\bcut(?: off)?\b|went (?:dark|offline|down)|collaps\w+",
            r"\blost\b|shut(?: ?down)?\b|plung\w+|plummet\w+|disconnect\w+|disappear\w+|blackout|disrupt\w+",
        ),
    ),
)
_NETWORK_HINTS_WORDS = (
    "internet réseau conne trafi traffi network ligne line shut web débit broadband 4g 3g télécom telecom opérat "
    "operat "
    "outage blackout bgp data mobile cellul tele2 kcell beeline altel mtn airtel vodacom megafon"
)
_NETWORK_HINTS = re.compile(branches(_NETWORK_HINTS_WORDS.split()))
# What a sentence must hold for the cues of an attribute to be looked for.
_PARTIAL_HINTS = "bref brèv court tempor partiel brièv brief partial short back"
_ENDED_HINTS = "rétabli reven retour rebranch restor return back resum reconnec end fin termin"
_BEGAN_HINTS_WORDS = (
    "coup effondr chut tomb perdu dispar hors déconn plong interr fall fell drop cut went collaps lost shut plum plung "
    "disc disap black disru beg start comm débu"
)
_HINTS = {
    PARTIAL: re.compile(branches(_PARTIAL_HINTS.split())),
    ENDED: re.compile(branches(_ENDED_HINTS.split())),
    BEGAN: re.compile(branches(_BEGAN_HINTS_WORDS.split())),
}
_FAR = 160
# "The shutdown ended on 11 January": a noun that only names the event gives way to a verb near by.
_NAMES_IT = re.compile(r"shut ?down|blackout|disruptions?|coupure|interruptions?", re.IGNORECASE)
_WEAK = 60
# "Began on 5 January, ended": a time goes with the verb before it rather than with one as close after it.
_AFTER = 15
_UNTIL = re.compile(r"(?:\buntil|\btill|jusqu['’](?:au|à|en))(?: le| the)? ?$", re.IGNORECASE)


def period_attribute(attribute: str) -> str:
    """Return the attribute of a range of days whose words tell of a beginning or an end: it is neither, but both."""
    return PERIOD if attribute in (BEGAN, ENDED, MOBILE) else attribute


def time_attribute(sentence: str, start: int, end: int) -> str:
    """Return what happened at a time that stands from ``start`` to ``end`` in its sentence; ``date`` if unknown.

    Examples
    --------
    >>> text = "Le trafic internet s’effondre à 10h30 (UTC)"
    >>> time_attribute(text, 32, 43)
    'outage began'
    """
    cues = _cues(sentence)
    if cues and _UNTIL.search(sentence, max(0, start - 20), start):
        return ENDED
    best, distance = "date", _FAR
    for cue in cues:
        gap = _gap(cue, sentence, start, end)
        if gap < distance:
            best, distance = cue[0], gap
    if best == BEGAN and _MOBILE.search(sentence.lower()) and not _WHOLE.search(sentence):
        return MOBILE
    return best


@lru_cache(maxsize=8)
def _cues(sentence: str) -> tuple[tuple[str, int, int], ...]:
    lowered = sentence.lower()
    plain = lowered if len(lowered) == len(sentence) else sentence
    if not _NETWORK_HINTS.search(plain):
        return ()
    called = [(attribute, cue) for attribute, cue in _CUES if _HINTS[attribute].search(plain)]
    if not called or not _is_of_network(plain):
        return ()
    return tuple((attribute, *_place(cue)) for attribute, pattern in called for cue in pattern.finditer(plain))


def _is_of_network(plain: str) -> bool:
    return (
        _NETWORK.search(plain) is not None
        or _SHORT_NETWORK.search(plain) is not None
        or _MOBILE.search(plain) is not None
    )


def _place(cue: re.Match[str]) -> tuple[int, int]:
    return cue.span("at") if cue.re.groups and cue["at"] else cue.span()


def _gap(cue: tuple[str, int, int], sentence: str, start: int, end: int) -> int:
    _, first, last = cue
    weak = _WEAK if _NAMES_IT.fullmatch(sentence, first, last) else 0
    return max(start - last, first - end + _AFTER, 0) + weak
