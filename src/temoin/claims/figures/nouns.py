"""The noun that a number counts, under one English name for the field's nouns, and the rate it is counted at."""

import re
from typing import NamedTuple

_SPACE = "[ \u00a0\u202f\u2009\n]"
_WORD = re.compile(
    rf"(?:[ \u00a0\u202f]?[»”\"])?{_SPACE}(?:(?:de|of|des|du){_SPACE}|d['’])?"
    rf"(?:(?:des|les|the|ces|its|nos|ses){_SPACE})?"
    rf"(?:[«“\"][ \u00a0\u202f]?)?"
    r"(j['’]aimes?|[^\W\d_]+(?:['’-][^\W\d_]+)*)(?:[ \u00a0\u202f]?[»”\"])?"
)
_RATE = re.compile(
    rf"{_SPACE}(?:par|per|a|an|chaque|each|every){_SPACE}(?P<period>jour|heure|minute|seconde|mois|semaine|an|année|day|"
    rf"hour|second|month|week|year)\b(?!{_SPACE}(?:earlier|ago|before|later|after|plus|auparavant|on\b))|{_SPACE}"
    rf"(?P<adverb>quotidiennes|quotidiens|journaliers|journalières|mensuels|mensuelles|hebdomadaires|annuels|annuelles)\b"
)
_PERIODS = {
    "jour": "day", "heure": "hour", "mois": "month", "semaine": "week", "an": "year", "année": "year",
    "seconde": "second", "quotidiennes": "day", "quotidiens": "day", "journaliers": "day", "journalières": "day",
    "mensuels": "month", "mensuelles": "month", "hebdomadaires": "week", "annuels": "year", "annuelles": "year",
}  # fmt: skip
_NO_NOUN_WORDS = (
    "à au aux en dans de du des le la les l un une et ou mais or ni car pour par sur sous avec sans contre "
    "chez vers qui que qu dont où ce cet cette ces son sa ses leur leurs mon ma notre nos votre est sont était "
    "étaient fut a ont avait avaient sera soit selon après avant plus moins puis lors pendant entre alors "
    "ainsi si se ne pas y il elle ils elles on nous vous même mêmes tous toutes tout toute celle celui ceux "
    "celles depuis jusqu jusque comme aussi environ près déjà encore seulement sinon in on at of the an and but for "
    "by with from to was were is are has had have will would said says as than that which who per according "
    "while when after before since until during between about its his her their this these those not no only "
    "it they we so if then also out over under more less up down into across among each percent times e er "
    "fois quand lorsque chacun chacune voire tandis pourtant donc serait seraient étant ayant reste restent "
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre january february march april "
    "may june july august september october november december figure année dès ci là cela ça c d s j n t m via versus "
    "vs be been being can could may might must should "
    "do does did compte comptent atteint millions i ii iii cm dollar sont était auraient aurait peut peuvent "
    "jamais toujours parfois désormais ailleurs certes hors très sous always perhaps besides towards regardless thus "
    "rue avenue boulevard chemin impasse allée quai street road "
    "yes us"
)
_MAGNITUDES = frozenset(
    {"million", "millions", "milliard", "milliards", "billion", "billions", "mille", "cent", "cents"}
)
_NO_NOUN = _MAGNITUDES | frozenset(_NO_NOUN_WORDS.split())
# "Des" and "les" may stand before a noun; the other words of grammar end the search for one.
NEVER_COUNTED = frozenset(_NO_NOUN - {"de", "des", "les", "the", "ces", "of", "du", "its", "nos", "ses", "d", "j"})
_ADJECTIVES = frozenset(
    "autres autre grands grandes grand grande bons bonnes premiers premières derniers dernières nouveaux "
    "nouvelles petits petites principaux principales jeunes vrais faux fausses vieux vieilles gros grosses longues "
    "longs seuls seules simples différents différentes prochains prochaines mêmes meilleurs meilleures pires other "
    "different main new more big large small young last first next further additional long short whole full "
    "fake active prochain".split()
)
_PLURALS = frozenset("people children women men police staff personnel pays voix fois".split())
_LONGEST = 3
_PLURAL = re.compile(
    r"(?:[sxz]|people|men|women|children|police|staff|data|personnel)(?:[ \u00a0\u202f]?[»”\"])?"
    rf"(?:{_SPACE}(?:par|per|a|an|chaque|each|every){_SPACE}\w+)?\Z"
)

# One English name for the nouns that this field counts; every other noun is kept as printed, in small letters.
_NAMES: dict[str, str] = {
    "abonné abonnés abonnée abonnées follower followers suiveurs fans fan": "followers",
    "abonnement abonnements": "subscriptions",
    "subscriber subscribers": "subscribers",
    "ami amis amie amies friend friends": "friends",
    "j'aime j’aime j'aimes j’aimes like likes": "likes",
    "utilisateur utilisateurs utilisatrice utilisatrices user users usager usagers": "users",
    "internaute internautes": "internet users",
    "habitant habitants habitantes personne personnes people person persons inhabitant inhabitants gens hab": "people",
    "mort morts morte mortes death deaths décès": "deaths",
    "tué tués killed": "killed",
    "blessé blessés blessée blessées wounded injured": "wounded",
    "vue vues view views visionnage visionnages": "views",
    "visite visites visit visits": "visits",
    "membre membres member members": "members",
    "candidat candidats candidate candidates candidatures": "candidates",
    "panne pannes coupure coupures outage outages interruption interruptions": "outages",
    "blocage blocages shutdown shutdowns": "shutdowns",
    "pays country countries": "countries",
    "ville villes city cities town towns": "cities",
    "région régions region regions": "regions",
    "électeur électeurs électrice électrices voter voters votant votants": "voters",
    "voix vote votes suffrages suffrage": "votes",
    "message messages sms mms texto textos": "messages",
    "courriel courriels e-mail e-mails email emails mail mails": "e-mails",
    "publication publications post posts": "posts",
    "tweet tweets": "tweets",
    "vidéo vidéos video videos": "videos",
    "commentaire commentaires comment comments": "comments",
    "partage partages share shares": "shares",
    "compte comptes account accounts": "accounts",
    "page pages": "pages",
    "site sites website websites": "sites",
    "article articles": "articles",
    "publicité publicités annonce annonces ad ads advertisement advertisements": "ads",
    "réseau réseaux network networks": "networks",
    "manifestant manifestants manifestante manifestantes protester protesters demonstrators": "protesters",
    "policier policiers officers": "police officers",
    "journaliste journalistes journalist journalists": "journalists",
    "sanction sanctions": "sanctions",
    "amende amendes fine fines": "fines",
    "appel appels call calls": "calls",
    "numéro numéros": "numbers",
    "entreprise entreprises company companies": "companies",
    "opérateur opérateurs operator operators": "operators",
    "groupe groupes group groups": "groups",
    "client clients customer customers": "customers",
    "foyer foyers ménage ménages household households": "households",
    "plainte plaintes complaint complaints": "complaints",
    "raison raisons reason reasons": "reasons",
    "téléchargement téléchargements download downloads": "downloads",
    "connexion connexions connection connections": "connections",
    "contrat contrats contract contracts": "contracts",
    "lecteur lecteurs reader readers": "readers",
    "signature signatures signataires": "signatures",
    "employé employés salarié salariés employee employees": "employees",
}
NOUNS: dict[str, str] = {form: name for forms, name in _NAMES.items() for form in forms.split()}
_MORE = re.compile(
    rf"{_SPACE}(?:plus|moins|supérieure?s?|inférieure?s?|le\b|la\b|les\b|celui|celle|more|less|as\b|higher|lower|the\b|"
    r"larger|bigger|greater|mieux)"
)
_LIKED = re.compile(r"[ \u00a0](?:[«“\"][ \u00a0]?)?[Jj]['’]aime(?:[ \u00a0]?[»”\"])?")
_AREA = re.compile(r"\.?[ ]?(?:/[ ]?|par |per )km(?:²|2)")
_PHONES = re.compile(r"[ \u00a0](?:au |de |à la |à l['’]|à )?(?:mobiles?|téléphon|haut débit|internet\b|fibre)")
_AT_MOST = 60


class Noun(NamedTuple):
    """The noun counted, with the rate where there is one (``users``, ``views/day``), and where it ends."""

    unit: str
    end: int
    printed: str = ""
    is_factor: bool = False


def canonical(noun: str) -> str:
    """Return the name of a noun in English where the field has one, else the noun in small letters.

    Examples
    --------
    >>> canonical("abonnés"), canonical("Antennes")
    ('followers', 'antennes')
    """
    lower = noun.lower()
    return NOUNS.get(lower, lower)


def noun_after(text: str, position: int, *, language: str | None) -> Noun | None:
    """Return the noun that follows a number; None where what follows is no noun.

    French nouns follow their number; English puts its adjectives between, so the first plural in three words counts.

    Examples
    --------
    >>> noun_after("18 millions d’habitants", 11, language="fr")[:2]
    ('people', 23)
    >>> noun_after("5 mobile networks fell", 1, language="en").unit
    'networks'
    """
    first = None
    end = position
    for _ in range(_LONGEST):
        match = _WORD.match(text, end)
        if match is None:
            break
        if not _may_be_noun(match[1], text, match.end()):
            if language != "en" or not match[1][0].isupper() or match[1].lower() in _NO_NOUN:
                break
            end = match.end()  # "413,026 Facebook users"
            continue
        word, end = match[1], match.end()
        first = first or Noun(word, end, word)
        if _is_noun(word, language=language):
            return _with_rate(text, word, end)
    if first is None or first.unit in _ADJECTIVES or (language == "en" and first.unit.lower() not in NOUNS):
        return None
    return _with_rate(text, first.unit, first.end)


def is_counted_noun(printed: str) -> bool:
    """Return whether the words after a number in words stand in the plural: "tous deux partent" counts nothing.

    Examples
    --------
    >>> is_counted_noun(" policiers"), is_counted_noun(" part")
    (True, False)
    """
    return _PLURAL.search(printed) is not None


def _may_be_noun(word: str, text: str, end: int) -> bool:
    if word.lower() in _NO_NOUN or (len(word) == 1 and word != "j") or _VERB.search(word):
        return False
    if word[0].islower() or word.lower() in NOUNS:
        return True
    # "12 000 Français" is counted; "450 000 Facebook" and "3 Paris" are not, nor are names of two words.
    return _PEOPLE.search(word) is not None and not text[end : end + 2].strip()[:1].isupper()


# What follows a number and ends so is a verb or an adverb in French; a noun would stand in the plural.
_VERB = re.compile(r"(?:aient|eront|iront|èrent|[^\W\d_]{2}ent)$")
_PEOPLE = re.compile(
    r"[^\W\d_]{3}(?:ais|aises|ois|oises|iens|iennes|éens|éennes|ains|aines|akhs|akhes|ards|ans|ians|stanis|ègues|usses)$"
)


def _is_noun(word: str, *, language: str | None) -> bool:
    lower = word.lower()
    if lower in _ADJECTIVES:
        return False
    return language != "en" or lower.endswith("s") or lower in _PLURALS


def times_per(lower: str, start: int, end: int) -> Noun:
    """Return the unit of a number of times, by the place of the word: "12 fois par jour", "3 times more"."""
    if rate := _RATE.match(lower, end):
        period = rate["period"] or rate["adverb"]
        return Noun(f"{_done(lower, start)}/{_PERIODS.get(period, period)}", rate.end(), "times")
    factor = _MORE.match(lower, end) is not None
    return Noun("times" if factor else _done(lower, start), end, "times", is_factor=factor)


# "YouTube y est consulté 12 millions de fois par jour" counts views.
_SEEN = re.compile(r"\b(?:consult|visionn|regard|vu[es]?\b|view|watch|seen)\w*[^.!?]*\Z")


def _done(lower: str, position: int) -> str:
    return "views" if _SEEN.search(lower, max(0, position - _AT_MOST), position) else "times"


def _with_rate(text: str, word: str, end: int) -> Noun:
    unit = canonical(word)
    if unit == "followers" and _PHONES.match(text, end):
        unit = "subscribers"
    if word == "mentions" and (liked := _LIKED.match(text, end)):
        return Noun("likes", liked.end(), word)
    if area := _AREA.match(text, end):
        return Noun(f"{unit}/km²", area.end(), word)
    if rate := _RATE.match(text, end):
        period = rate["period"] or rate["adverb"]
        return Noun(f"{unit}/{_PERIODS.get(period, period)}", rate.end(), word)
    return Noun(unit, end, word)
