"""Who a text has named so far, to know whom "elle", "la candidate" or "le parti" means; nobody where two fit."""

import re
from collections.abc import Callable, Iterable
from typing import Literal

from temoin.claims.about.names import Name

Gender = Literal["f", "m"]

_WOMEN_WORDS = (
    "marine marie anne ségolène martine nathalie valérie christine isabelle sophie claire julie sarah laura emma "
    "louise "
    "alice jeanne catherine françoise sylvie monique brigitte nicole caroline céline sandrine stéphanie virginie "
    "delphine aurélie émilie amélie charlotte camille léa chloé manon clémentine mathilde élisabeth elisabeth eva "
    "rachida najat roselyne cécile agnès florence laurence véronique corinne patricia michèle danielle annie "
    "fatima fatou fatoumata aminata aïcha aisha awa mariam mariama aïssatou khadija leïla leila nadia samira zineb "
    "nabila amina rosa maria ana anna elena olga svetlana natalia tatiana irina aigul dinara angela ursula margaret "
    "theresa hillary kamala nancy elizabeth mary susan jane linda karen lisa jennifer jessica michelle "
    "ngozi winnie wangari grâce grace esther ruth rebecca joyce aung cristina dilma michelle giorgia sanna jacinda"
)
_WOMEN = frozenset(_WOMEN_WORDS.split())
_SHE = re.compile(
    r"\b(?:Mme|Madame|Mrs|Ms|[Ll]a (?:candidate|présidente|ministre|députée|sénatrice|maire|journaliste|cheffe|"
    r"chancelière|dirigeante|militante|patronne)|présidente|ministre déléguée|porte-parole,? elle)[ \u00a0](?:\w+[ ])?$"
)
_DESCRIBED = re.compile(
    r"(?:\b[Ll][ae]|\b[Dd]u|\bau|\b[Tt]he|\b[Dd]e la|\bà la)[ \u00a0](?:même[ ]|jeune[ ])?"
    r"(?P<who>candidate?|leader|leadeuse|cheffe?|président|présidente|député|députée|sénateur|sénatrice|ministre|maire|"
    r"dirigeante?|tribun|patron|patronne|chancelière?|parti|formation|party)\b"
)
_HER = re.compile(r"(?:e|trice|euse|ère)$")
_EITHER = frozenset({"ministre", "maire", "leader", "tribun"})
_PARTY = re.compile(r"\b(?:parti|PARTI|Parti|[Pp]arty|PARTY)\b")
_A_PERSON = re.compile(r"[^\W\d_]+(?:[-.][^\W\d_]+)*(?:[ \u00a0][^\W\d_][\w’'.-]*){1,3}")
_MOST = 64
_ORGANISED = re.compile(
    r"\b(?:de|du|des|of|for|Society|Institute|Centre|Center|Club|Press|Presse|Agence|Parti|PARTI)\b"
)


class Cast:
    """The persons and parties named so far, in order.

    Parameters
    ----------
    everybody : to the full names of the whole text, asked where those met so far do not tell
    """

    def __init__(self, everybody: Callable[[], Iterable[str]] = tuple) -> None:
        self._everybody = everybody
        self._alone: dict[str, str | None] | None = None
        self._persons: dict[str, Gender] = {}
        self._subjects: dict[str, Gender] = {}
        self._parties: dict[str, None] = {}

    def enter(self, name: Name, whole: str, text: str) -> None:
        """Remember a name that holds a figure or is a subject."""
        if name.kind != "other":
            return
        if _PARTY.search(name.text):
            if not name.text.startswith("parti d"):
                self._parties[whole] = None
            return
        if not _A_PERSON.fullmatch(whole) or _ORGANISED.search(whole):
            return
        if len(self._persons) > _MOST:
            self._persons.clear()
            self._subjects.clear()
        gender = _gender(whole, text[max(0, name.start - 40) : name.start])
        self._persons[whole] = gender
        if name.role == "subject":
            self._subjects[whole] = gender

    def described(self, words: str) -> str | None:
        """Return whom the last description in these words means; None where there is none, or two fit.

        Examples
        --------
        >>> cast = Cast()
        >>> cast.enter(Name(0, 8, "Awa Diop", "other", None, "subject"), "Awa Diop", "Awa Diop parle.")
        >>> cast.described("Sur ce réseau, la candidate mène avec")
        'Awa Diop'
        """
        found = None
        for match in _DESCRIBED.finditer(words):
            found = match["who"].lower()
        if found is None:
            return None
        if found in ("parti", "formation", "party"):
            return _only(list(self._parties))
        gender: Gender = "f" if _HER.search(found) and found not in _EITHER else "m"
        return self._one_of(gender)

    def only_party(self) -> str | None:
        """Return the party named so far, where there is one only."""
        return _only(list(self._parties))

    def _one_of(self, gender: Gender) -> str | None:
        for named in (self._persons, self._subjects):
            fitting = [name for name, known in named.items() if known == gender]
            if len(fitting) == 1:
                return fitting[0]
        if any(known == gender for known in self._persons.values()):
            return None
        if self._alone is None:
            everybody = [(_gender(name, ""), name) for name in self._everybody() if _A_PERSON.fullmatch(name)]
            self._alone = {one: _only([name for known, name in everybody if known == one]) for one in ("f", "m")}
        return self._alone[gender]


def _only(names: list[str]) -> str | None:
    return names[0] if len(names) == 1 else None


def _gender(whole: str, before: str) -> Gender:
    first = whole.split(" ", 1)[0].lower()
    return "f" if _SHE.search(before) or first in _WOMEN or first.partition("-")[0] in _WOMEN else "m"
