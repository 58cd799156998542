"""Which property a figure or a time is about, by the words around it in its sentence, in French and English.

For times the nearest cue decides, and only where the sentence speaks of a network: prices fall too. New cues are
new rows.
"""

import re
from dataclasses import dataclass

from temoin.evidence import Kind

BEGAN, ENDED, PARTIAL, MOBILE = "outage began", "outage ended", "partial return", "mobile outage began"
PERIOD = "outage period"

_NETWORK = re.compile(
    r"internet|réseau|connexion|connecti|trafic|traffic|network|online|en ligne|offline|hors ligne|shut ?down|web\b|haut débit|"
    r"broadband|4g|3g|"
    r"télécom|telecom|opérateur|operator|outage|blackout|bgp|\bdata\b",
    re.IGNORECASE,
)
_MOBILE = re.compile(
    r"mobiles?\b|cellulaire|cellular|4g|3g|\btele2\b|\bkcell\b|\bbeeline\b|\baltel\b|\bmtn\b|\bairtel\b|"
    r"\bvodacom\b|\bmegafon\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"national|nationwide|whole country|full cut|complete|coupure complète|tout le pays|almost all", re.IGNORECASE
)
_CUES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        PARTIAL,
        re.compile(
            r"(?:bref|brève|court|temporaire|partiel)\w* (?:retour|rétablissement|reprise)|(?:retour|"
            r"rétablissement|reprise) "
            r"(?:temporaire|bref|partiel|brève|partielle)|(?:brièvement|partiellement|temporairement) (?:rétabli|"
            r"reven|repris)\w*|"
            r"(?:brief|temporary|partial|short)\w*,? (?:return|restor|back)\w*|(?:returned|restored|"
            r"back)\w*(?: online)? "
            r"(?:briefly|temporarily|partially)|came back (?:briefly|for)|back for",
            re.IGNORECASE,
        ),
    ),
    (
        ENDED,
        re.compile(
            r"rétabli\w*|reven(?:u|ue|us|ues)\b|\bretour\b|rebranch\w*|restored|restoration|returned|came back|"
            r"back online|resumed?|"
            r"reconnected|jusqu['’]au?|until|(?:outage|shutdown|cut|coupure|panne|blackout) (?:ended|a pris fin|"
            r"s['’]est terminée?)",
            re.IGNORECASE,
        ),
    ),
    (
        BEGAN,
        re.compile(
            r"(?:outage|shutdown|blackout|disruption|cut) (?:began|begins|started)|(?:coupure|"
            r"panne)s? \w{0,9} ?commencée?s?|"
            r"coup(?:é|ée|és|ées|ait|e|ent)\b|\bcoupure|effondr\w+|chut(?:e|é|ent|er)\b|tomb(?:e|é|ée|és|er|"
            r"ent)\b|perdue?s?\b|"
            r"dispar(?:u|aî|ai)\w*|hors ligne|déconnect\w+|plong(?:e|é|ée)\b|interromp\w+|interruption|"
            r"\bfalls?\b|\bfell\b|\bdrop(?:s|ped)?\b|\bcut(?: off)?\b|went (?:dark|offline|down)|collaps\w+|"
            r"\blost\b|shut(?: ?down)?\b|"
            r"plung\w+|plummet\w+|disconnect\w+|disappear\w+|blackout|disrupt\w+",
            re.IGNORECASE,
        ),
    ),
)
_FAR = 160


@dataclass(frozen=True, slots=True)
class FigureRule:
    """A figure of this kind, in a sentence with these words, is about this attribute."""

    kind: Kind
    words: re.Pattern[str]
    attribute: str


def _rule(kind: Kind, words: str, attribute: str) -> FigureRule:
    return FigureRule(kind, re.compile(words, re.IGNORECASE), attribute)


FIGURE_RULES: tuple[FigureRule, ...] = (
    _rule("money", r"coût|couté|perte|perdre|manque à gagner|\bcost|\bloss|\blos(?:e|t)\b|damage", "cost"),
    _rule("money", r"amende|sanction|\bfined?\b", "fine"),
    _rule("money", r"payé|paiera|dépens|investi|\bpaid\b|\bspent\b|\bspend|invest", "spending"),
    _rule("percent", r"trafic|connectiv|traffic|niveaux?\b|ordinary levels|normal levels", "connectivity"),
    _rule("duration", r"coup(?:ure|é)|blocage|panne|interruption|outage|shut ?down|blackout|\bcut\b", "outage duration"),
)


def figure_attribute(kind: Kind, sentence: str) -> str:
    """Return what a figure of a kind is about in its sentence; the kind itself where no rule knows.

    Examples
    --------
    >>> figure_attribute("money", "La panne a coûté 189 millions de dollars.")
    'cost'
    """
    for rule in FIGURE_RULES:
        if rule.kind == kind and rule.words.search(sentence):
            return rule.attribute
    return kind


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
    if not _NETWORK.search(sentence) and not _MOBILE.search(sentence):
        return "date"
    best, distance = "date", _FAR
    for attribute, pattern in _CUES:
        for cue in pattern.finditer(sentence):
            gap = max(start - cue.end(), cue.start() - end, 0)
            if gap < distance:
                best, distance = attribute, gap
    if best == BEGAN and _MOBILE.search(sentence) and not _WHOLE.search(sentence):
        return MOBILE
    return best
