"""One key for the words that name or say the same: accents, particles, transliterations, French beside English.

A key is only ever compared with another key, and never shown.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_INSIDE = re.compile(r"[^\W\d_]+")
_LONGEST = 7
# One spelling for sounds that French, English and official romanisations write differently: Tokaïev, Tokayev.
_SOUNDS = (
    ("tch", "c"), ("dj", "j"), ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("ch", "c"), ("sh", "c"), ("gh", "g"),
    ("ou", "u"), ("oo", "u"), ("ph", "f"), ("y", "i"), ("w", "v"), ("ck", "k"), ("q", "k"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_EMPTY_WORDS = (
    "les des une aux par pour sur sous dans avec sans est sont ont etait ete être fait plus moins que qui dont cette "
    "ces son ses leur leurs nos vos mais donc car comme entre vers chez tres bien aussi soit environ pres quelque "
    "quelques deja encore puis ainsi alors ceux celui celle celles lui elle elles ils nous vous cet tous toutes tout "
    "selon apres avant depuis pendant jusqu lors parce afin peut peuvent doit etre avoir avait aurait ayant deux trois "
    "quatre cinq six sept huit neuf dix million millions milliard milliards mille cent cents yuan yuans "
    "renminbi "
    "dollar dollars euro euros franc francs the and for with from that this these those was were are has have had "
    "been "
    "its their his her they them than then but not who which whose what when where into onto about some only over "
    "under "
    "between during since until while after before more most less least one two three four five seven eight nine ten "
    "billion billions thousand hundred janvier fevrier mars avril mai juin juillet aout septembre octobre novembre "
    "decembre january february march april may june july august september october november december lundi mardi "
    "mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday saturday sunday"
)
_NOT_TOLD = frozenset(_EMPTY_WORDS.split())
# A row: beginnings of words, in French and English, that tell the same measure.
_SAME_WORDS = (
    "total ensemble somme cumul altogeth overall sum addition facture",
    "depens pay paie vers invest consacr debours spent spend cost cout mis financ budget",
    "cree creat etabli establish fond ouvert open inaugur lanc launch",
    "accord contrat contract agreement deal convention partenariat partner",
    "comte county counties",
    "abonn follower subscriber suiv",
    "coup panne outage shutdown blackout interrup blocage",
    "document note avis notice memo circulaire",
    "ville city municipal",
    "gouvern government autorit authorit regime",
    "article tribune texte",
    "reduc remise rabais discount",
    "video clip film",
    "habitant popul people resident",
    "utilis user internaute",
    "vue view visionn",
    "mort tue kill dead death deces",
    "membre member adherent",
    "candidat candidate postul",
    "reseau network",
)


class Word(NamedTuple):
    """A word of a text: its key, where it stands, and whether it is written with a capital."""

    key: str
    start: int
    end: int
    capital: bool


@lru_cache(maxsize=1 << 16)
def key_of(word: str) -> str:
    """Return the key of a word; empty for one that tells nothing.

    Examples
    --------
    >>> key_of("Tokaïev") == key_of("Tokayev"), key_of("Poutine") == key_of("Putin")
    (True, True)
    >>> key_of("dépensé") == key_of("spent"), key_of("les")
    (True, '')
    """
    bare = "".join(
        each for each in unicodedata.normalize("NFKD", word.casefold().replace("ı", "i")) if not _is_mark(each)
    )
    if len(bare) < 3 or bare in _NOT_TOLD:
        return ""
    for beginning, row in _BEGINNINGS:
        if bare.startswith(beginning):
            return row
    return _sounded(bare)[:_LONGEST]


def words_of(text: str) -> Iterator[Word]:
    """Yield the words of a text that tell something, in order.

    Examples
    --------
    >>> [word.key for word in words_of("Le comté de Xin’an")]
    ['=comte', 'xin']
    """
    for match in _WORD.finditer(text):
        for part in _INSIDE.finditer(match[0]):
            if key := key_of(part[0]):
                start = match.start() + part.start()
                yield Word(key, start, start + len(part[0]), part[0][0].isupper())


def _is_mark(character: str) -> bool:
    return bool(unicodedata.combining(character))


def _sounded(bare: str) -> str:
    for written, sound in _SOUNDS:
        bare = bare.replace(written, sound)
    bare = _DOUBLED.sub(r"\1", bare)
    return bare[:-1] if len(bare) > 4 and bare[-1] in "es" else bare


_BEGINNINGS = tuple(
    sorted(
        ((word, f"={row.split()[0]}") for row in _SAME_WORDS for word in row.split()),
        key=lambda pair: -len(pair[0]),
    )
)
