"""The entity of each figure, sentence after sentence: the rules of ``holders`` in order, then what came before.

A figure whose sentence names nobody is its subject's of the sentence before where a pronoun or nothing else stands;
what is told of countries (costs, cuts, deaths) falls to the country spoken of first.
"""

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from temoin.claims.about import given, holders
from temoin.claims.about.cast import Cast
from temoin.claims.about.dealt import shared_out
from temoin.claims.about.names import Name, Names, entity_of
from temoin.claims.about.passages import Passage
from temoin.world import country

_BASE = re.compile(r"[ \u00a0](?:sur|de|des|of)(?:[ \u00a0](?:les|ces|its|the))?[ \u00a0]")
_FIRST_PERSON = re.compile(r"(?<![\w’'])(?:[Nn]ous|[Jj]e|[Jj][’']|[Ww]e|I)(?= |[’'](?:ve|d) |(?<=[’'])\w)")
_NONE: frozenset[str] = frozenset()


class Whose:
    """Whose each figure is; remembers what the sentences before were about.

    Parameters
    ----------
    names : of the text
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self._cast = Cast(names.full_names)
        self._known: str | None = None
        self._pending: Callable[[], Passage] | None = None
        self._speaking = False
        self._answering: str | None = None

    def entities(
        self,
        passage: Passage,
        *,
        places: Sequence[str | None],
        national: Sequence[bool],
        speakers: AbstractSet[str] = _NONE,
        answering: str | None = None,
    ) -> list[str | None]:
        """Return the entity of each spot of a passage.

        Parameters
        ----------
        places : the country that each spot speaks of, by its ISO 3166 code
        national : whether what each spot tells is told of countries
        speakers : the names that have the floor there
        answering : whose turn it is in an interview: "nous", "I"
        """
        self._answering = answering
        dealt = shared_out(passage) if len(passage.spots) > 1 else {}
        found: list[str | None] = []
        last: str | None = None
        for rank in range(len(passage.spots)):
            self._speaking = False
            here = (
                None if found and holders.in_parentheses(passage, rank) else self._given(passage, rank, dealt, speakers)
            )
            if here is None and answering and _FIRST_PERSON.search(passage.before(rank)):
                here = answering
            if here is None:
                here = self._unnamed(passage, rank, places[rank], speakers, last)
            found.append(here or last or self._fallback(passage, rank, places[rank], national=national[rank]))
            if not (passage.spots[rank].is_time and (found[-1] in speakers or self._speaking)):
                last = found[-1]
        self._look_ahead(passage, found)
        self._remember(passage, speakers, found[0] if found else None)
        return found

    def row(self, printed: str) -> str:
        """Return the entity that the head of a row of a table names."""
        names = self._names.of_words(printed)
        return entity_of(names[0], self._names) if names else printed

    def pass_by(self, passage: Callable[[], Passage]) -> None:
        """Take note of a sentence without figures, to be read only where the next one rests on it."""
        self._pending = passage

    @property
    def _subject(self) -> str | None:
        if self._pending is not None:
            self._remember(self._pending(), _NONE, None)
        return self._known

    def _remember(self, passage: Passage, speakers: AbstractSet[str], held: str | None) -> None:
        self._pending = None
        if name := holders.subject_of(passage, speakers):
            held = self._entity(name, passage)
        self._known = held or self._known

    def _given(self, passage: Passage, rank: int, dealt: dict[int, Name], speakers: AbstractSet[str]) -> str | None:
        if rank in dealt:
            return self._entity(dealt[rank], passage)
        name = given.given_to(passage, rank)
        if name is None:
            return self._held(passage, rank, speakers)
        return name if isinstance(name, str) else self._entity(name, passage)

    def _held(self, passage: Passage, rank: int, speakers: AbstractSet[str]) -> str | None:
        if name := self._named(passage, rank):
            self._speaking = passage.spots[rank].is_time and holders.only_speaks(passage, name, speakers)
            return self._entity(name, passage)
        if described := self._described_after(passage, rank):
            return described
        stands_for = holders.whom_it_stands_for(passage, rank)
        if isinstance(stands_for, str):
            return self._cast.described("le " + stands_for) or stands_for
        if name := stands_for or holders.subject_before(passage, rank, speakers):
            return self._described_before(passage, rank, name) or self._shared(name, passage)
        return None

    def _named(self, passage: Passage, rank: int) -> Name | None:
        if not passage.names:
            return None
        name = holders.holder_after(passage, rank) or holders.holder_beside(passage, rank)
        return name or holders.place_alike(passage, rank)

    def _unnamed(
        self, passage: Passage, rank: int, place: str | None, speakers: AbstractSet[str], last: str | None
    ) -> str | None:
        before = passage.before(rank)
        if described := self._cast.described(before) or holders.own_words(passage, rank):
            return described
        if place and holders.speaks_of_its_country(passage, rank):
            return country(place).name.en
        if last is None and holders.has_pronoun(passage, rank) and self._subject not in (None, self._answering):
            return self._subject
        if name := holders.place_after(passage, rank):
            return self._entity(name, passage)
        if last is None and (
            name := holders.world_spoken_of(passage) or holders.subject_after(passage, rank, speakers)
        ):
            self._speaking = passage.spots[rank].is_time and holders.only_speaks(passage, name, speakers)
            return self._shared(name, passage)
        return None

    def _described_after(self, passage: Passage, rank: int) -> str | None:
        after = passage.after(rank)[:60]
        return self._cast.described(after) if " du " in after or " de la " in after or " of the " in after else None

    def _described_before(self, passage: Passage, rank: int, name: Name) -> str | None:
        # "la candidate du FN": the name only says of what she is one.
        if name.role != "of" or name.kind != "other":
            return None
        return self._cast.described(passage.text[max(passage.segment(rank), name.start - 40) : name.start])

    def _shared(self, name: Name, passage: Passage) -> str:
        second = holders.joined(passage, name) if name.role == "subject" else None
        if second is None:
            return self._entity(name, passage)
        self._cast.enter(second, self._names.whole(second.text), passage.text)
        return passage.text[name.start : second.end]

    def _entity(self, name: Name, passage: Passage) -> str:
        if name.kind == "demonym" and (institution := holders.institution_of(passage, name)):
            return institution
        if body := given.national_body(passage, name):
            return body
        whole = entity_of(name, self._names)
        if whole.startswith("parti d") and (party := self._cast.only_party()):
            return party
        self._cast.enter(name, whole, passage.text)
        return whole

    def _fallback(self, passage: Passage, rank: int, place: str | None, *, national: bool) -> str | None:
        named = country(place).name.en if place else None
        if national and named:
            return named
        if passage.spots[rank].is_time and named:
            return named
        if self._answering and self._subject == self._answering and holders.has_pronoun(passage, rank):
            return named  # nobody who answers speaks of themselves as "he"
        return self._subject or named

    def _look_ahead(self, passage: Passage, found: list[str | None]) -> None:
        # "20 % sur les 1,028 million de followers de X": a share is its base's.
        for rank in range(len(found) - 1):
            spot = passage.spots[rank]
            if spot.kind in ("percent", "ratio") and _BASE.fullmatch(passage.after(rank)):
                found[rank] = found[rank + 1]
