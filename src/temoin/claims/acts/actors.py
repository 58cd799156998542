"""Who does an act, upon whom it falls, by what means: read beside the act in its sentence, or not at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_DET = (
    r"(?:les? |la |l'|certaine?s |des |plusieurs |une? |de nombreux |leurs? |ses |son |ces |cet(?:te)? |ce |the |some |"
    r"several |an? |their |many |deux |trois )"
)
_HEADS = (
    r"partis?|gouvernements?|autorités?|régime|états?|ministères?|ministres?|présidents?|opérateurs?|entreprises?|"
    r"sociétés?|candidats?|plateformes?|réseaux sociaux|sites?|police|forces de l'ordre|armée|junte|agence|comité|"
    r"département|bureau|mairie|ville|comtés?|administrations?|équipes?|militants?|fédération|régulateur|pouvoir|"
    r"parties|party|governments?|authorities|regime|ministry|ministries|ministers?|presidents?|operators?|"
    r"compan(?:y|ies)|candidates?|platforms?|army|junta|agency|regulator|campaigns?|officials?"
)
_TAIL = (
    r"(?: (?:politiques?|locaux|locales|\w+(?:ais|aises?|iens?|iennes?|ois|oises?|ains?|aines?|kh|khs|"
    r"istes?|iques?|aires?)|fédéral|central|"
    r"militaire|local|political|ruling|military))?"
    r"(?: (?:de la|de l'|du|des|de|d'|of the|of) ?(?-i:[A-ZÀ-Þ])[\w'-]+(?: (?-i:[A-ZÀ-Þ])[\w'-]+)?"
    r"| (?-i:[A-ZÀ-Þ])[\w-]+)?"
)
_GROUP = rf"(?<![\w'])(?:{_DET})?(?:[a-z]+ )?(?:{_HEADS})\b{_TAIL}"
_NAME = r"(?-i:(?<![\w.'-])[A-ZÀ-Þ][\w-]+(?: (?:de |du |des |d')?[A-ZÀ-Þ][\w-]+){0,3})"
_ACTOR = re.compile(rf"{_GROUP}|{_NAME}", re.IGNORECASE)
_PRONOUN = re.compile(r"(?<![\w'])(?:ils?|elles?|they|ceux-ci)(?![\w'])", re.IGNORECASE)
_NOBODY = re.compile(r"(?<![\w'])(?:on|nobody|j'|je|nous|i|we)(?![\w'])", re.IGNORECASE)
_BY = re.compile(rf"\b(?:par|by) (?P<who>{_GROUP})", re.IGNORECASE)
_OF = re.compile(rf"(?: par|by| du| des| de la| de l'|'s) ?(?P<who>(?:{_HEADS})\b{_TAIL})", re.IGNORECASE)
_GOVERNED = re.compile(
    r"(?:\b(?:de|des|du|à|aux|au|sur|dans|pour|par|of|to|in|on|for|with|avec|selon|contre|entre|from|at|chez|après|avant|"
    r"against|between|after|before|by)(?: (?:la|les?|the))?|\bd'|\b(?:de|à|dans|sur|pour|par) l')[ ]?$",
    re.IGNORECASE,
)
_VERB_NEXT = re.compile(r" (?:a|ont|avait|avaient|est|sont|n'a|n'ont|has|have|had|is|are|was|were|will)\b")
_PEOPLE = (
    r"citoyens?|électeurs?|électrices|personnes|habitants?|populations?|manifestants?|opposants?|journalistes?|"
    r"utilisateurs?|usagers|internautes|abonnés|clients|jeunes|gens|marocains|étudiants|citizens?|voters?|people|"
    r"residents|protesters?|demonstrators?|users?|subscribers?|journalists?|customers?|public"
)
_TARGET = re.compile(rf"\b(?:{_PEOPLE})(?!\w)(?: (?:de|du|des|of) (?-i:[A-ZÀ-Þ])[\w-]+)?", re.IGNORECASE)
_WHERE = re.compile(
    r"\b(?:tout le pays|le pays|(?:dans )?(?:les? |l'|la )?(?:principales |grandes |deux |trois )?(?:villes?|régions?|"
    r"provinces?|capitale|oblasts?)(?: (?:de |du |d'|des )[\w'-]+)?|the (?:whole )?country|the capital|"
    r"(?:the )?(?:main |major |several )?cities|nationwide)\b",
    re.IGNORECASE,
)
# A text without these words names no people, and no place of these.
_PEOPLE_HINTS = tuple(
    "citoyen électeur électric personne habitant population manifestant opposant journalist utilisateur usager "
    "internaute abonné client jeune gens marocain étudiant citizen voter people resident protester demonstrator user "
    "subscriber customer public".split()
)
_WHERE_HINTS = tuple("pays ville région province capital oblast country cities nationwide".split())
_CHANNEL = r"SMS|WhatsApp|Telegram|e-?mails?|courriels?|Facebook|Instagram|TikTok|téléphone|phone"
_MEANS = re.compile(
    r"\b(?:grâce (?:à|aux?)|au moyen d(?:es?|u|e la)|à l'aide d(?:es?|u)|via|par le biais d(?:es?|u)|"
    r"en utilisant|en se servant d(?:es?|u)|using|by means of|thanks to)(?: (?:les? |la |the )?|l')"
    r"(?P<said>[^,.;:!?()«»\"]{3,70})"
    rf"|\b(?:par|by|sur|on|messages?) (?P<named>{_CHANNEL})\b",
    re.IGNORECASE,
)
_LEADS = tuple(
    "grâce|moyen d|aide d|via|biais|utilisant|servant|using|means of|thanks|sms|whatsapp|telegram|mail|"
    "courriel|facebook|instagram|tiktok|téléphone|phone".split("|")
)
_FAR, _NEAR = 200, 100


Span = tuple[int, int]
"""Where an act stands in its sentence."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, as printed, and the paragraph that names them."""

    name: str
    paragraph: int


def actor_of(sentence: str, act: Span, last: Actor | None, *, active: bool) -> str | None:
    """Return who does an act: whom "by" names after it, else its subject; a pronoun is the last who acted.

    Parameters
    ----------
    sentence : with straight apostrophes, in which the act was found
    act : where it stands
    last : who acted before in this paragraph
    active : the act has a subject: "les autorités coupent", and neither "la coupure" nor "internet est coupé"
    """
    reach = sentence[act[0] : act[1] + 80].lower()
    by = _BY.search(sentence, act[0], act[1] + 80) if "par " in reach or "by " in reach else None
    if by:
        return by["who"].strip()
    if not active:
        of = _OF.match(sentence, act[1])
        return of["who"].strip() if of else None
    first = max(0, act[0] - _FAR)
    before = [match for match in _ACTOR.finditer(sentence, first, act[0]) if _acts(sentence, match)]
    subject = before[-1] if before else None
    at = subject.start() if subject else -1
    if _NOBODY.search(sentence, max(at, act[0] - 40), act[0]):
        return None
    if any(match.start() > at for match in _PRONOUN.finditer(sentence, first, act[0])):
        return last.name if last else None
    return subject[0].strip() if subject else None


def _acts(sentence: str, match: re.Match[str]) -> bool:
    # What "of" or "to" leads is no subject; a single word at the very beginning may owe its capital to its place.
    if _GOVERNED.search(sentence, max(0, match.start() - 14), match.start()):
        return False
    if _PRONOUN.fullmatch(match[0]):
        return False
    opens = not sentence[: match.start()].strip(" «»\"'“(—-")
    if not opens or " " in match[0]:
        return True
    return _VERB_NEXT.match(sentence, match.end()) is not None


def subject_of(sentence: str, act: Span) -> str | None:
    """Return the people before a verb that they undergo: "les électeurs reçoivent des messages"."""
    first = max(0, act[0] - _FAR)
    if not _holds(sentence[first : act[0]].lower(), _PEOPLE_HINTS):
        return None
    found = list(_TARGET.finditer(sentence, first, act[0]))
    return found[-1][0] if found else None


def target_of(sentence: str, act: Span) -> str | None:
    """Return the people or the place that an act falls upon: in it, or right after it."""
    end = act[1] + 60
    reach = sentence[act[0] : end].lower()
    for pattern, hints in ((_TARGET, _PEOPLE_HINTS), (_WHERE, _WHERE_HINTS)):
        if _holds(reach, hints) and (found := pattern.search(sentence, act[0], end)):
            return found[0].strip()
    return None


def _holds(words: str, hints: Sequence[str]) -> bool:
    return any(map(words.__contains__, hints))


def means_of(sentence: str, act: Span) -> str | None:
    """Return what serves an act: what "thanks to", "using" or "via" lead, or a channel named beside it."""
    reach = sentence[max(0, act[0] - 20) : act[1] + _NEAR + 24].lower()
    if not _holds(reach, _LEADS):
        return None
    found = _MEANS.search(sentence, max(0, act[0] - 20))
    return None if found is None or found.start() > act[1] + _NEAR else (found["said"] or found["named"]).strip()
