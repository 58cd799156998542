"""Who says a figure, and through whom it reached the document: few patterns, and silence where two speakers compete.

A wrong speaker is worse than none, so a name must stand right at the word that gives it the floor, start with a
capital, and be the only one in its sentence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from temoin.world import find_countries

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w&’'-]*(?:\.[a-z]{2,4}\b)?"
_LINK = r"(?:de la|de l['’]|de|du|des|d['’]|of the|of|for|the|and|et|pour)"
_NAME = (
    rf"(?:l['’]|[Ll]e |[Ll]a |[Ll]es |[Tt]he )?(?P<name>(?:[A-Z]\. ?)?{_CAPITAL}(?: (?:{_LINK} )?{_CAPITAL}){{0,5}})"
)
_COMMON = r"(?:l['’]|le |la |les |the )(?P<common>[a-zà-ÿ]+(?: (?:de la|de l['’]|du|de|des|of the|of) ?[\w’'-]+){1,4})"
_SAID_FR_WORDS = (
    "estimé indiqué déclaré annoncé affirmé relevé mesuré rapporté recensé constaté observé calculé chiffré précisé "
    "souligné révélé signalé lancé expliqué ajouté assuré confié rappelé déploré dénoncé conclu dit démenti répondu "
    "raconté témoigné averti prévenu"
)
_SAYS_FR_WORDS = (
    "déplore explique raconte assure ajoute poursuit conclut confie rappelle prévient dénonce regrette témoigne estime "
    "indique déclare annonce affirme relève mesure rapporte recense constate observe précise souligne signale dit "
    "confirme calcule "
    "dément répond avertit soutient"
)
_SAID_EN_WORDS = (
    "said says reported reports estimated estimates measured measures noted notes recorded records counted counts "
    "announced observed observes lists listed added adds say estimate told tells warned warns explained explains"
)
_SAID_FR = rf"(?:{'|'.join(_SAID_FR_WORDS.split())})"
_SAYS_FR = rf"(?:{'|'.join(_SAYS_FR_WORDS.split())}|se plaint|s[’']indigne|s[’']inquiète|se souvient|a {_SAID_FR})"
_SAID_EN = rf"(?:{'|'.join(_SAID_EN_WORDS.split())})"
_PAPER_OF = r"(?: (?:les|des) (?:informations|données|chiffres|mesures) de)?"
_STUDY_BY = r"(?: l['’]enquête menée par| l['’]étude de| une étude de| une enquête de)?"
_BY = (
    r"(?:(?:estimée?s?|évaluée?s?|chiffrée?s?) (?:[^.;:]{1,60} )?par|recensée?s? par|mesurée?s? par|observée?s? par|"
    r"measured by|recorded by|estimated by)"
)
_INSTITUTIONS_WORDS = (
    "ministère ministre gouvernement régulateur police autorités opérateur opérateurs opposition présidence préfet "
    "préfecture procureur parquet armée commission agence observateurs porte-parole syndicat fédération mairie "
    "gouverneur ambassade junte ministry minister government regulator authorities operator operators presidency "
    "prosecutor army agency observers spokesman spokesperson spokeswoman union federation"
)
_INSTITUTIONS = frozenset(_INSTITUTIONS_WORDS.split())
_INSTITUTION = (
    rf"(?:l['’]|[Ll]e |[Ll]a |[Ll]es |[Tt]he |[Aa]n? |[Uu]ne? )(?P<common>(?:{'|'.join(sorted(_INSTITUTIONS))})"
    r"(?: (?:nationale?|électorale?|publi(?:c|que)|municipale?|fédérale?))?"
    r"(?: ?(?:de la |de l['’]|du |des |de |d['’]|of the |of |for )[\w’'-]+){0,3})"
)
_OUTLET = (
    r"(?:quotidien|journal|hebdomadaire|mensuel|site|magazine|portail|média|chaîne|radio|télévision|agence|ONG|"
    r"organisation|association|collectif|réseau|club|cabinet|newspaper|daily|website|broadcaster|agency|group)"
)
_OF_FR = r"(?:de la |de l['’]|du |des |de |d['’])"
_PAPER = r"(?:communiqué|note|déclaration|rapport|bilan|sondage|décompte|étude|enquête|statement|report|study|survey)"
_ACCORDING = (
    re.compile(rf"\b(?:[Ss]elon|[Dd]['’]après|[Aa]ccording to) {_INSTITUTION}"),
    re.compile(
        rf"\b(?:[Ss]elon|[Dd]['’]après|[Aa]ccording to)(?:{_PAPER_OF}|{_STUDY_BY})"
        rf" {_NAME}"
    ),
    re.compile(rf"\b(?:[Ss]elon|[Dd]['’]après){_STUDY_BY} {_COMMON}"),
    re.compile(rf"\b(?:[Ss]elon|[Dd]['’]après) (?:le |la |l['’]){_OUTLET} (?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,4}})"),
)
_REPORT_OF = (
    re.compile(
        rf"\b(?:[Rr]apport|[ÉéEe]tude|[Ee]nquête|[Bb]ilan|[Bb]aromètre|[Dd]écompte|[Rr]eport|[Ss]tudy|[Ss]urvey)"
        rf"(?: \w+)?(?: (?:de la|du|de|des|of|by|from)| d[’'])[ ]?{_NAME}"
    ),
    re.compile(
        rf"\b{_PAPER}(?: \w+)? (?:de la |de l['’]|du |des |of the |by the |from the )(?P<common>"
        rf"(?:{'|'.join(sorted(_INSTITUTIONS))})(?: ?(?:{_OF_FR}|of the |of |for )[\w’'-]+){{0,3}})"
    ),
    re.compile(
        rf"\b{_PAPER}(?: \w+)? (?:de la |de l['’]|du |des |of the |by the |from the ){_OUTLET} "
        rf"(?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,4}})"
    ),
    re.compile(rf"\b(?:[Cc]ommuniqué|[Dd]éclaration|[Ss]tatement)(?: (?:de la|du|des|of|by|from)| de| d[’']) ?{_NAME}"),
)
_DATA_OF = (
    re.compile(
        rf"\b(?:informations|données|chiffres|révélations|figures|data)(?: \w+)? "
        rf"(?:du |de la |de l['’]|of the |from the )"
        rf"{_OUTLET} (?P<name>{_CAPITAL}(?: {_CAPITAL}){{0,4}})"
    ),
)
_FOR = (re.compile(rf"(?:^|[.;:] )Pour {_NAME},"),)
_SAY = (
    re.compile(rf"(?<!\w){_SAYS_FR} {_NAME}(?!\w|,? \d)"),
    re.compile(rf"(?<!\w){_SAYS_FR} {_INSTITUTION}(?!\w|,? \d)"),
)
_PERSON = rf"(?P<name>{_CAPITAL}(?: (?:{_LINK} )?{_CAPITAL}){{1,3}})"
# "Son directeur, Awa Diop," names the person behind an office.
_OFFICE_HEAD = r"(?:son |sa |leur |le |la |l['’]|its |their |his |her |the |une? |an? )"
_OFFICE_REST = r"[a-zà-ÿ][^,;:.«»“”\"\n]{2,60}, "
_OFFICE = _OFFICE_HEAD + _OFFICE_REST
_SPEAKS_OF = r"(?:parle|évoque|fait état|évalue|chiffre|compte|recense) (?:d['’]|de |à )"
_IN_OFFICE = (
    re.compile(
        rf"(?<!\w){_SAYS_FR} (?:au |à la |à l['’]|à )[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)* "
        rf"(?:le |la |l['’])[a-zà-ÿ]+(?: [a-zà-ÿ]+)? {_PERSON}(?=[,.;:]|$)"
    ),
    re.compile(rf"\b(?:[Ss]elon|[Dd]['’]après|[Aa]ccording to) {_OFFICE}{_PERSON}(?=[,.;:]|$)"),
    re.compile(rf"(?<!\w){_SAYS_FR} {_OFFICE}{_PERSON}(?=[,.;:]|$)"),
    re.compile(
        rf"(?:^|[.;:] )(?:«[ \u00a0])?(?i:{_OFFICE_HEAD}){_OFFICE_REST}{_PERSON},"
        rf"(?: (?:a|ont|avait)(?: \w+ment)? {_SAID_FR}| {_SAYS_FR}| (?:has |had )?{_SAID_EN})(?!\w)"
    ),
)
_QUOTED_EN = (
    re.compile(rf"(?:[”\"»],?|,[”\"]) {_SAID_EN} (?:the )?{_NAME}(?!\w| (?:that|on|in)\b)"),
    re.compile(rf", (?:said|added|warned|explained) {_NAME}(?=[,.;]|$)"),
)
_SAY_OFFICE = (
    re.compile(rf"(?<!\w){_SAYS_FR} (?:le |la |l['’])[a-zà-ÿ][\w-]+(?: [a-zà-ÿ][\w-]+)? {_PERSON}(?=[,.;:]|$)"),
)
_DONE_BY = (re.compile(rf"(?<!\w){_BY} {_NAME}(?!\w|,? \d)"),)
# A verb stands behind: a shorter reading of a word would leave no room for it.
_WHOLE_CAPITAL = _CAPITAL.replace("]*", "]*+")
_BARE_NAME = rf"(?P<name>{_WHOLE_CAPITAL}(?: (?:{_LINK} )?{_WHOLE_CAPITAL}){{0,5}})"
_SUBJECTS = (
    re.compile(
        rf"{_BARE_NAME}, (?![A-ZÀ-Þ\d])[^,.;:«»“”\"]{{3,70}},"
        rf"(?: (?:a|ont|avait)(?: \w+ment)? {_SAID_FR}| {_SAYS_FR}| (?:has |had )?{_SAID_EN})(?!\w)"
    ),
    re.compile(rf"{_BARE_NAME}(?: (?:a|ont|avait|avaient)(?: \w+ment)? {_SAID_FR}| {_SAYS_FR})(?!\w)"),
    re.compile(rf"{_BARE_NAME} (?:évalue(?:nt)? à|chiffre(?:nt)? à|parle(?:nt)? d(?:e |['’])|fait état d|font état d)"),
    re.compile(rf"{_BARE_NAME}(?: (?:has|had|also))? {_SAID_EN}(?!\w)"),
    re.compile(
        rf"{_INSTITUTION}(?: (?:a|ont|avait|avaient)(?: \w+ment)? {_SAID_FR}| {_SAYS_FR}(?:nt)?"
        rf"|(?: (?:has|had|have|also))? {_SAID_EN})(?!\w)"
    ),
)
_PRONOUN_SAYS = re.compile(
    rf"^[«“\" \u00a0\u202f]*(?:Il|Elle|He|She)(?: (?:a|avait)(?: \w+ment)?(?: également| aussi)? {_SAID_FR}| {_SAYS_FR}"
    rf"|(?: (?:has|had|also))? {_SAID_EN})(?!\w)"
    rf"|[»”\",] ?(?:(?:a|ajoute|précise|dit|poursuit|conclut|explique|affirme|assure)-t-(?:il|elle)|dit-(?:il|elle)"
    rf"|(?:he|she) {_SAID_EN}(?!\w))"
    r"|\b(?:[Ss]elon (?:lui|elle)|[Aa]ccording to (?:him|her))(?!\w)"
)
# Which patterns a word calls for: most sentences hold none of these words, and are not searched.
_ACCORDING_WORDS = frozenset("selon après according".split())
_REPORT_WORDS = frozenset(
    "rapport étude enquête bilan baromètre décompte report study survey communiqué note déclaration sondage "
    "statement".split()
)
_DATA_WORDS = frozenset("informations données chiffres révélations figures data".split())
_VERBS = frozenset(
    f"{_SAID_FR_WORDS} {_SAYS_FR_WORDS} {_SAID_EN_WORDS} plaint indigne inquiète souvient "
    "évalue évaluent chiffre chiffrent parle parlent état".split()
)
_VERBS |= {f"{verb}nt" for verb in _SAYS_FR_WORDS.split()}
_PASSED_ON_WORDS = (
    "repris reprise reprises cité citée cités citées relayé relayée relayés relayées rapporté rapportée rapportés "
    "rapportées via cited quoted relayed reported"
)
_PASSED_ON = frozenset(_PASSED_ON_WORDS.split())
_MADE_BY_WORDS = (
    "estimé estimée estimés estimées évalué évaluée évalués évaluées chiffré chiffrée chiffrés chiffrées recensé "
    "recensée "
    "recensés recensées mesuré mesurée mesurés mesurées observé observée observés observées measured recorded estimated"
)
_MADE_BY = frozenset(_MADE_BY_WORDS.split())
_CALLING = frozenset().union(_PASSED_ON, _ACCORDING_WORDS, _REPORT_WORDS, _DATA_WORDS, _VERBS, _MADE_BY, ["pour"])
_IN_A_LONGER_NAME = re.compile(r"(?:\b(?:de|du|des|of)|d['’])[ ]?(?:la |l['’]|the )?$")
_THROUGH = re.compile(
    rf"\b(?:reprise?s? par|citée?s? par|relayée?s? par|rapportée?s? par|via|cited by|quoted by|relayed by|"
    rf"reported by) (?:(?:le |la |l['’]|the ){_OUTLET} )?{_NAME}"
)
_NOT_SPEAKERS_WORDS = (
    "il elle ils elles on nous vous je tu ce cela ceci le la les un une des it he she they we this that these "
    "those there i you internet facebook twitter youtube instagram en au aux dans et mais the a an in on at "
    "but and what who selon pour "
    "lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday"
)
_NOT_SPEAKERS = frozenset(_NOT_SPEAKERS_WORDS.split())
_NETWORKS = frozenset("internet facebook twitter youtube instagram".split())
_WITH_OUTLET = re.compile(rf"^{_OUTLET} (?=[A-ZÀ-Þ])")
_BODIES = frozenset("Banque Union Commission Conseil Cour Agence Organisation Fédération Ligue Autorité".split())
_ADJECTIVE = re.compile(
    r" (?:mondiale|africaine|européenne|centrale|nationale?|constitutionnelle?|internationale|électorale|suprême)\b"
)
_PAPERS_WORDS = "informations information données chiffres mesures étude enquête rapport estimations autorités"
_PAPERS = frozenset(_PAPERS_WORDS.split())
_TITLES_WORDS = "Monde Figaro Parisien Point Temps Soir Guardian Economist Record Register Times Wire"
_TITLES = frozenset(_TITLES_WORDS.split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it and through whom; None where the sentence does not say, or says several."""

    who: str | None = None
    through: str | None = None


_NOBODY = Speaker()


def speaker_of(sentence: str) -> Speaker:
    """Return who a sentence gives the floor to.

    Examples
    --------
    >>> speaker_of("Selon les informations de l’Afp reprises par le Monde, des dizaines de morts.")
    Speaker(who='Afp', through='Le Monde')
    >>> speaker_of("Cloudflare saw mobile traffic fall; Kentik saw routes go.").who is None
    True
    """
    words = frozenset(sentence.lower().replace("’", " ").replace("'", " ").replace(",", " ").replace(".", " ").split())
    if words.isdisjoint(_CALLING):
        return _NOBODY
    passed_on = [] if words.isdisjoint(_PASSED_ON) else _THROUGH.finditer(sentence)
    through = {name for match in passed_on if (name := _clean(match))}
    matches = [match for pattern in _called_for(words) for match in pattern.finditer(sentence)]
    if not words.isdisjoint(_VERBS):
        matches += [
            match for pattern in _SUBJECTS for match in pattern.finditer(sentence) if _is_whole(sentence, match)
        ]
    matches = _persons_first(matches)
    who = {name for match in matches if (name := _clean(match))} - through
    return Speaker(who.pop() if len(who) == 1 else None, through.pop() if len(through) == 1 else None)


def _persons_first(matches: list[re.Match[str]]) -> list[re.Match[str]]:
    # "Selon la présidente de l'Union, Awa Diop": neither the office nor the Union speaks.
    persons = [match for match in matches if match.re in _IN_OFFICE]
    return [
        match
        for match in matches
        if match in persons
        or not any(
            person.start() <= match.start("name" if "name" in match.groupdict() and match["name"] else 0) < person.end()
            for person in persons
        )
    ]


def goes_on(sentence: str) -> bool:
    """Return whether a pronoun has the floor: whoever spoke last goes on.

    Examples
    --------
    >>> goes_on("Il a ajouté que 17 comptes étaient fermés."), goes_on("Il compte 17 comptes.")
    (True, False)
    """
    return _PRONOUN_SAYS.search(sentence) is not None


def _called_for(words: frozenset[str]) -> Iterator[re.Pattern[str]]:
    if not words.isdisjoint(_ACCORDING_WORDS):
        yield from _ACCORDING
    if not words.isdisjoint(_REPORT_WORDS):
        yield from _REPORT_OF
    if not words.isdisjoint(_DATA_WORDS):
        yield from _DATA_OF
    if not words.isdisjoint(_ACCORDING_WORDS) or not words.isdisjoint(_VERBS):
        yield from _IN_OFFICE
    if "pour" in words:
        yield from _FOR
    if not words.isdisjoint(_VERBS):
        yield from _SAY
        yield from _QUOTED_EN
        yield from _SAY_OFFICE
    if not words.isdisjoint(_MADE_BY):
        yield from _DONE_BY


def _is_whole(sentence: str, match: re.Match[str]) -> bool:
    before = sentence[max(0, match.start() - 9) : match.start()]
    return not before[-1:].isalnum() and before[-1:] not in ("-", "_") and _IN_A_LONGER_NAME.search(before) is None


def _clean(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    name = (groups.get("name") or groups.get("common") or "").strip(" .,;’'").removeprefix("ONG ")
    name = _WITH_OUTLET.sub("", name)
    if groups.get("common"):
        if name.split()[0] in _INSTITUTIONS:
            return name
        return name if re.search(r"\b[A-ZÀ-Þ]", name) and name.split()[0] not in _PAPERS else None
    first, _, rest = name.partition(" ")
    if first.lower() in _NOT_SPEAKERS and not (rest and first.lower() in _NETWORKS):
        if not rest or first.lower() not in ("le", "la", "les", "the"):
            return None
        name = rest
    if (adjective := _ADJECTIVE.match(match.string, match.end("name"))) and name.split()[-1] in _BODIES:
        return name + adjective[0]
    if name.split()[0] in _TITLES:
        article = match.string[max(0, match.start("name") - 4) : match.start("name")].split()
        if article and article[-1].lower() in ("le", "the"):
            return f"{article[-1].capitalize()} {name}"
    return name if len(name) > 1 and not _is_country(name) else None


@lru_cache(maxsize=1024)
def _is_country(name: str) -> bool:
    return any(mention.end - mention.start == len(name) for mention in find_countries(name))
