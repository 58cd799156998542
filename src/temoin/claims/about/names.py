"""The names of a text: persons, organisations, places, platforms, and the regions of the world, with what they follow.

A name is a run of capitalised words ("Institut du Nord"), a country or city that :mod:`temoin.world` knows, a
platform, or a region ("Afrique subsaharienne", "mondial"). The first word of a sentence is none unless the text also
writes it so inside one, or a second capital follows. A last name alone is the longer name that ends with it, where
the text has one only.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from temoin.branches import branches
from temoin.claims.about.datelines import dateline_of
from temoin.claims.about.platforms import platform_named
from temoin.world import Mention, country, find_countries

NameKind = Literal["other", "country", "city", "demonym", "platform", "region"]
Role = Literal["subject", "of", "in", "on", "by", "for"]

_UP = "A-ZÀ-ÖØ-Þ"
_WORD = rf"(?:[NOM][’'](?=[{_UP}]))?[{_UP}][\w&]*(?:[-.][\w]+|(?<=\w\w)[’'](?!s\b)[a-zà-ÿ]\w*)*"
_LINK = r"(?:de la |de l[’']|du |de |des |d[’']|of the |of |for |bin |ben |al-|ould |van |von |da |dos )"
# Its first sign is one of few, so that the engine skips what lies between two capitals.
_FIRST_WORD = rf"[{_UP}](?<![\w@#].)(?:(?<=[NOM])[’'][{_UP}])?[\w&]*(?:[-.][\w]+|(?<=\w\w)[’'](?!s\b)[a-zà-ÿ]\w*)*"
_RUN = re.compile(rf"{_FIRST_WORD}(?:[ \u00a0\u202f]{_LINK}?{_WORD}){{0,6}}")
_HEADS = (
    "ministère ministre comité commission conseil bureau banque institut agence autorité parti fédération "
    "union ligue centre club université office observatoire association haute tribunal cour ville comté district "
    "province région ministry committee council bank institute agency party federation university"
)
_BODIES = frozenset(
    "ministère comité commission conseil banque institut agence parti fédération union ligue université observatoire "
    "association ministry committee council bank institute agency university".split()
)
_HEAD = re.compile(
    rf"\b({branches(_HEADS.split())}(?: [a-zà-ÿ]+)?) (?:de la |de l[’']|du |des |de |d[’']|of the |of )$"
)
_LINKS = ("de ", "la ", "l’", "l'", "du ", "es ", "d’", "d'", "of ", "he ")
_PLACES = frozenset("ville comté district province région".split())
_REGION = re.compile(
    r"\b(?:(?:Afrique|Asie|Europe|Amérique)(?: [Ss]ubsaharienne| du (?:Nord|Sud|Sud-Est)| de l[’'](?:Ouest|Est)| latine"
    r"| centrale| australe)?|(?:[Ss]ub-Saharan|West|East|North|Southern|Central) (?:Africa|Asia|America)|Latin America"
    r"|Africa|Asia|Europe|Middle East|(?:Moyen|Proche)-Orient|Sahel|Maghreb|[Ss]ud du Sahara"
    r"|le monde(?! entier| (?:politique|économique|rural|arabe|russo))|the world|monde entier|mondiale?s?|mondiaux"
    r"|mondialement|worldwide|global(?:e|ly)?|planète)(?!\w)"
)
_REGION_HINTS = re.compile(r"[AEMSaegmpsw](?:fri|sie|urop|mér|mer|ast|oye|roch|ahel|aghr|ud d|outh|ond|orld|lob|lan)")
_WORLDLY = re.compile(r"mond|world|global|plan")
_PREPOSITIONS: dict[Role, str] = {
    "by": "par selon d'après suivant by via avec with derrière après behind after devant than to",
    "of": "de du des d' of",
    "in": "au aux en à dans in at chez across inside jusqu'à qu'à",
    "on": "sur on",
    "for": "pour for contre against",
}
_ROLES: dict[str, Role] = {word: role for role, words in _PREPOSITIONS.items() for word in words.split()}
_ARTICLES = frozenset(("la", "le", "les", "l'", "the", "seule", "seul", "tout", "toute"))
_VERB_AFTER = re.compile(
    r"(?:,[ \u00a0](?=[\d$€£])|[ \u00a0](?:n[’']|ne |y |en )?"
    r"(?:a|ont|est|sont|était|avait|compte|comptait|perd|vient|has|had|is|was|lost)(?!\w))[ \u00a0]?(?![A-Z])"
    r"|(?<!s) (?:saw|spent|paid|dépense|dépasse|revendique|totalise|emploie|investit)(?!\w)"
    r"|, (?=[a-zà-ÿ])[^,;.:\n]{2,60}, (?:a|avait|compte|has|had|lost|spent)(?!\w)"
)
_COUNT_AFTER = re.compile(r"[ \u00a0\u202f]?(?:[–—:-]|\()[ \u00a0\u202f]?\d")
# "Maroc Telecom", "Kenya Power": what follows a place makes it a company.
_COMPANY = re.compile(
    r".*[ \u00a0](?:[Tt][ée]l[ée]coms?|Telekom|Bank|Airways|Airlines|Power|Post|Poste|Mobile|Cable|C[âa]ble|Energy|"
    r"Networks?|Broadband|Tower|Towers|Railways|Media|Times|Herald|Tribune)(?!\w)"
)
_AS_FOR = re.compile(r"[Qq]uant (?:à|aux?)(?= )|[Aa]s for(?= )")
_LINKED = re.compile(_LINK)
_FIRST_AND_LINK = re.compile(rf"({_WORD})[ \u00a0]{_LINK}")
_NO_NAMES_WORDS = (
    "us internet web sms mms rgpd pib gdp ong ngo usd eur fcfa cfa utc gmt covid wifi covid-19 état états dollar euro "
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre january february march "
    "april may june july august september october november december lundi mardi mercredi jeudi vendredi samedi "
    "dimanche monday tuesday wednesday thursday friday saturday sunday vpn ip tv pdf mail email e-mail"
)
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())
_OPENERS_WORDS = (
    "le la les l un une des du de en au aux à dans sur selon pour par avec sans sous depuis dès lors après avant "
    "pendant durant entre vers chez contre et mais ou or car donc ni si comme quand lorsque puis enfin ainsi alors "
    "aussi ce cet cette ces c’est il elle ils elles on nous vous je tu son sa ses leur leurs notre nos votre vos mon "
    "ma mes qui que quoi dont où plus moins près environ autour jusqu tout toute tous toutes aucun aucune chaque "
    "quelques plusieurs certains certaines the a an in on at of to for by with from and but or as if when while "
    "since after before during between about over under its his her their our this that these those it he she they "
    "we i you who what which there here more less nearly almost about only au-delà outre malgré selon d’après quant "
    "zéro zero deux trois quatre cinq six sept huit neuf dix vingt trente cent mille two three "
    "four five seven eight nine ten twenty thirty hundred face grâce suite pays premier première hier demain "
    "aujourd’hui yesterday today tomorrow lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday "
    "thursday friday saturday sunday"
)
_OPENERS = frozenset(_OPENERS_WORDS.split())
_NEVER = _NO_NAMES | _OPENERS


_ALSO = re.compile(r",? (?:et|and|ou|or) (?:l[ae]s? |l[’']|the |de |du |d[’'])?")
_SHORT_GAP = 16
_TITLES_WORDS = (
    "président présidente president premier première ministre minister prime senator sénateur sénatrice governor "
    "gouverneur mr mrs ms dr m. mme me pr general général colonel sir lord chief king roi sa"
)
_TITLES = frozenset(_TITLES_WORDS.split())
# "Selon le site Vedomosti", "à la société Pixelia": the preposition governs the name behind the noun.
_GROUPS_WORDS = (
    "site quotidien journal hebdomadaire magazine agence organisation association ong société entreprise opérateur "
    "plateforme newspaper website agency organisation organization company operator"
)
_GROUPS = frozenset(_GROUPS_WORDS.split())
_KNOWN_WORDS = (
    "Meta Google Apple Amazon Microsoft Netflix Orange MTN Airtel Vodacom Huawei Cloudflare NetBlocks Kentik "
    "Reuters AFP "
    "Interpol Starlink SpaceX Alphabet Tencent Alibaba ByteDance Safaricom Telenor Ooredoo Moov Free Bouygues SFR NSO"
)
_KNOWN = frozenset(_KNOWN_WORDS.split())
_IMPERATIVE = ("-nous", "-vous", "-moi", "-le", "-la", "-les", "-y", "-en")
_ADJECTIVE = re.compile(
    r" (?:national|régional|général|fédéral|européen|africain|soviétique|central|municipal|populaire|démocratique|"
    r"suprême|constitutionnel)\w{0,3}\b"
    r"(?: (?:électorale?|indépendante?)\b)?"
)
_ORGANISED_WORDS = (
    "Union Rassemblement Front Parti Mouvement Alliance Assemblée Conseil Comité Commission Cour Congrès Ligue Banque "
    "Agence Coalition Haute Haut Autorité Instance"
)
_ORGANISED = frozenset(_ORGANISED_WORDS.split())
_OPENING_MARKS, _OPENING_SIGNS = " \u00a0\u202f«“\"'’(", "–—•*:!?\n-"


class Name(NamedTuple):
    """A name where it stands: its words, what it names, the country of a place, and what the words before make of it.

    ``role`` is ``subject`` where no preposition stands before it.
    """

    start: int
    end: int
    text: str
    kind: NameKind
    iso2: str | None
    role: Role


class Names:
    """The names of a text, found where they are asked for.

    Parameters
    ----------
    text : the document
    mentions : its countries and cities, in order
    """

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._text = text
        self._mentions = mentions
        self._mention_starts = [mention.start for mention in mentions]
        self._runs = [match.span() for match in _RUN.finditer(text)]
        dateline = dateline_of(text)
        self._city = dateline.city if dateline else None
        self._run_starts = [start for start, _ in self._runs]
        self._full: dict[str, str | None] | None = None
        self._inner: set[str] | None = None

    def between(self, start: int, end: int) -> list[Name]:
        """Return the names of a sentence that stands from ``start`` to ``end``, in order, none inside another."""
        first = bisect_left(self._mention_starts, start)
        last = bisect_left(self._mention_starts, end, first)
        known = [self._place(mention) for mention in self._mentions[first:last]]
        if _REGION_HINTS.search(self._text, start, end):
            known += [self._region(match) for match in _REGION.finditer(self._text, start, end)]
        first = bisect_left(self._run_starts, start)
        last = bisect_left(self._run_starts, end, first)
        for run_start, run_end in self._runs[first:last]:
            self._add_run(known, run_start, min(run_end, end), start)
        known.sort()
        if self._city and start <= self._city[1]:
            known = [name for name in known if not self._city[0] <= name.start < self._city[1]]
        return _with_shared_roles(self._text, _apart(known))

    def of_words(self, printed: str) -> list[Name]:
        """Return the countries and regions that a few words name, such as the head of a row."""
        return _places_in(printed)

    def whole(self, printed: str) -> str:
        """Return the longest name that ends with this last name, where there is one only; the name itself otherwise.

        Examples
        --------
        >>> Names("Awa Diop parle. Diop écoute.", []).whole("Diop")
        'Awa Diop'
        """
        if " " in printed:
            return printed
        if self._full is None:
            self._full = self._longer_names()
        return self._full.get(printed) or printed

    def full_names(self) -> frozenset[str]:
        """Return the names of two or three words of the whole text."""
        if self._full is None:
            self._full = self._longer_names()
        return frozenset(name for name in self._full.values() if name)

    def _longer_names(self) -> dict[str, str | None]:
        longer: dict[str, str | None] = {}
        for start, end in self._runs:
            words = self._text[start:end].split()
            while len(words) > 1 and words[0].lower() in _OPENERS:
                words = words[1:]
            if not 1 < len(words) <= 3 or not all(word[0].isupper() for word in words) or platform_named(words[0]):
                continue
            name = " ".join(words)
            for part in {words[-1], words[0]}:
                longer[part] = name if longer.get(part, name) == name else None
        return longer

    def _place(self, mention: Mention) -> Name:
        kind: NameKind = "country" if mention.how == "name" else mention.how
        printed = self._text[mention.start : mention.end]
        return Name(mention.start, mention.end, printed, kind, mention.iso2, self._role(mention.start))

    def _region(self, match: re.Match[str]) -> Name:
        printed = match[0]
        if _WORLDLY.search(printed):
            printed = "world" if printed[0] in "tgw" else "monde"
        elif printed.endswith("du Sahara"):
            printed = "Afrique subsaharienne"
        role = "in" if printed in ("monde", "world") else self._role(match.start())
        return Name(match.start(), match.end(), printed, "region", None, role)

    def _role(self, start: int) -> Role:
        words = self._text[max(0, start - 24) : start].replace("’", "'").replace("d'après", "selon").replace("'", "' ")
        words = _AS_FOR.sub("", words)
        for word in reversed(words.lower().split()):
            if word not in _ARTICLES and word not in _TITLES and word not in _GROUPS:
                return _ROLES.get(word, "subject")
        return "subject"

    def _add_run(self, known: list[Name], start: int, end: int, opening: int) -> None:
        if " " not in self._text[start:end]:
            self._add_word(known, start, end, opening)
            return
        link = _FIRST_AND_LINK.match(self._text, start, end)
        if link and (platform := platform_named(link[1])):
            known.append(Name(start, start + len(link[1]), platform, "platform", None, self._role(start)))
            start = link.end()
        start, end = self._trimmed(start, end, opening)
        text = self._text
        printed = text[start:end].rstrip(".")
        if not self._names_something(printed, start, end):
            return
        if " " not in printed:
            self._add_word(known, start, end, opening)
            return
        self._add_with_head(known, start, printed, opening)

    def _add_word(self, known: list[Name], start: int, end: int, opening: int) -> None:
        printed = self._text[start:end]
        if printed in _ORGANISED:
            end = self._with_adjective(start, end)
            printed = self._text[start:end]
        printed = printed.rstrip(".")
        if not self._names_something(printed, start, end):
            return
        if platform := platform_named(printed):
            known.append(Name(start, start + len(printed), platform, "platform", None, self._role(start)))
        elif not self._opens(start, opening) or self._is_name(printed, start):
            self._add_with_head(known, start, printed, opening)

    def _add_with_head(self, known: list[Name], start: int, printed: str, opening: int) -> None:
        text = self._text
        linked = text[max(0, start - 4) : start].endswith(_LINKS)
        head = _HEAD.search(text, max(opening, start - 60), start) if linked else None
        if head and head[1] not in _PLACES:
            printed, start = text[head.start() : start] + printed, head.start()
        known.append(Name(start, start + len(printed), printed, "other", None, self._role(start)))

    def _trimmed(self, start: int, end: int, opening: int) -> tuple[int, int]:
        text = self._text
        start = self._after_titles(_after_openers(text, start, end), end, opening)
        return start, self._with_adjective(start, end)

    def _with_adjective(self, start: int, end: int) -> int:
        text = self._text
        lowercase_follows = text[end : end + 1] == " " and text[end + 1 : end + 2].islower()
        if lowercase_follows and text[max(text.rfind(" ", start, end) + 1, start) : end] in _ORGANISED:
            adjective = _ADJECTIVE.match(text, end)
            return adjective.end() if adjective else end
        return end

    def _after_titles(self, start: int, end: int, opening: int) -> int:
        text = self._text
        if self._opens(start, opening):
            start = self._after_common_noun(start, end)
        while (space := text.find(" ", start, end)) > 0 and text[start:space].lower() in _TITLES:
            start = space + 1
        return start

    def _names_something(self, printed: str, start: int, end: int) -> bool:
        if not _may_name(printed) or (self._text[start - 1 : start] == "/" and self._text[end : end + 1] == "/"):
            return False
        if len(printed) == 1:
            return self._role(start) == "on" or _COUNT_AFTER.match(self._text, end) is not None
        return True

    def _after_common_noun(self, start: int, end: int) -> int:
        # "Blocage d'Internet" opens a title: its first word is a capital only for its place.
        link = _FIRST_AND_LINK.match(self._text, start, end)
        if link is None or link[1].lower() in _BODIES or self._stands(link[1]):
            return start
        return link.end()

    def _opens(self, start: int, opening: int) -> bool:
        text = self._text
        if start > opening + 1 and text[start - 1] == " " and text[start - 2].isalpha():
            return False
        before = text[max(opening, start - 12) : start].rstrip(_OPENING_MARKS)
        return not before or before[-1] in _OPENING_SIGNS

    def _is_name(self, word: str, start: int) -> bool:
        # A French noun that opens a sentence has its article: a verb or a figure right after makes the word a name.
        return (
            word.isupper()
            or word in _KNOWN
            or _VERB_AFTER.match(self._text, start + len(word)) is not None
            or self._stands(word)
            or self.whole(word) != word
        )

    def _stands(self, word: str) -> bool:
        if self._inner is None:
            self._inner = self._inside_sentences()
        return word in self._inner

    def _inside_sentences(self) -> set[str]:
        text = self._text
        inner: set[str] = set()
        for start, end in self._runs:
            if start > 1 and text[start - 1] in " ’'\u00a0" and text[start - 2] not in ".!?:…»”\n•-–—":
                inner.add(text[start:end])
                inner.add(text[start:end].split(" ", 1)[0])
        return inner


@lru_cache(maxsize=4096)
def _places_in(printed: str) -> list[Name]:
    names = Names(printed, find_countries(printed))
    return [name for name in names.between(0, len(printed)) if name.kind in ("country", "region")]


@lru_cache(maxsize=4096)
def _may_name(printed: str) -> bool:
    if len(printed) == 1:
        return printed == "X"
    return not printed.endswith(_IMPERATIVE) and printed.lower() not in _NEVER


def _after_openers(text: str, start: int, end: int) -> int:
    while (space := text.find(" ", start, end)) > 0 and text[start:space].lower() in _OPENERS:
        start = space + 1
        if link := _LINKED.match(text, start, end):
            start = link.end()
    return start


def _apart(names: list[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in names:
        if kept and name.start < kept[-1].end:
            if name.start == kept[-1].start and _weight(name) > _weight(kept[-1]):
                kept[-1] = name
        else:
            kept.append(name)
    return kept


def _weight(name: Name) -> tuple[bool, int]:
    # "Soudan Internet" is the country at the head of a row; "Banque du Mali" is the bank.
    is_company = name.kind == "other" and _COMPANY.match(name.text) is not None
    return is_company or name.kind not in ("other", "demonym"), name.end - name.start


def _with_shared_roles(text: str, names: list[Name]) -> list[Name]:
    for rank in range(1, len(names)):
        before, here = names[rank - 1], names[rank]
        near = here.role == "subject" != before.role and here.start - before.end < _SHORT_GAP
        if near and _ALSO.fullmatch(text, before.end, here.start):
            names[rank] = here._replace(role=before.role)
    return names


def entity_of(name: Name, names: Names) -> str:
    """Return a name as an entity is written: a country in English, another in its longest form in the text."""
    if name.kind in ("country", "demonym") and name.iso2:
        return country(name.iso2).name.en
    return names.whole(name.text) if name.kind == "other" else name.text
