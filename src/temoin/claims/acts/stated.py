"""Acts as statements of kind ``other``: who says it, through whom, about whom, at which place."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial

from temoin.claims.about.relays import Relays
from temoin.claims.about.speakers import Speaker
from temoin.claims.about.telling import Telling
from temoin.claims.acts.find import METHOD, Act, find_acts
from temoin.claims.sentences import Sentence, sentence_at
from temoin.evidence import Statement


def state_acts(
    text: str, sentences: Sequence[Sentence], telling: Telling, named: tuple[str, str]
) -> Iterator[Statement]:
    """Yield the acts that a text tells as statements, in order; those of its boilerplate are left out.

    Parameters
    ----------
    text : the document
    sentences, telling : of the same text
    named : id of the source, and SHA-256 of the text
    """
    acts = find_acts(text, sentences)
    if not acts:
        return
    page, subjects, speakers = telling.page, telling.subjects, _Speakers(text, sentences, telling)
    source, text_hash = named
    for act in acts:
        if page.is_boilerplate(act.start):
            continue
        sentence = sentence_at(sentences, act.start)
        speaker = speakers.of(sentence)
        yield Statement(
            source,
            text_hash,
            act.start,
            act.end,
            text[act.start : act.end],
            "other",
            act.rule.id,
            METHOD,
            text[sentence.start : sentence.end],
            sentence.start,
            entity=_actor(act),
            place=subjects.place_at(act.start),
            attributed_to=speaker.who,
            through=speaker.through,
            target=act.target,
            means=act.means,
        )


def _actor(act: Act) -> str | None:
    # "Le gouvernement" and "les partis politiques" are the government and the political parties.
    if act.actor is None:
        return None
    for article in ("le ", "la ", "les ", "l'", "the "):
        if act.actor.lower().startswith(article):
            return act.actor[len(article) :]
    return act.actor


class _Speakers:
    """Who says each sentence: who has the floor, else the paper that the text relays."""

    def __init__(self, text: str, sentences: Sequence[Sentence], telling: Telling) -> None:
        self._sentences = sentences
        self._names = telling.names
        self._floor = telling.floor
        self._floor.start_again()
        self._relays = Relays(text)
        self._next = 0
        self._last = Speaker()

    def of(self, sentence: Sentence) -> Speaker:
        """Return who says a sentence, and through whom; sentences are asked for in order."""
        heard = self._heard(sentence)
        relayed = self._relays.speaker(sentence.start, sentence.end)
        if heard.who is None:
            return relayed
        return heard if heard.through or relayed.who in (None, heard.who) else Speaker(heard.who, relayed.who)

    def _heard(self, sentence: Sentence) -> Speaker:
        # The floor passes from sentence to sentence of a paragraph: those before are heard too.
        rank = bisect_left(self._sentences, (sentence.start,))
        first = rank
        while first > self._next and self._sentences[first - 1].paragraph == sentence.paragraph:
            first -= 1
        for one in self._sentences[max(first, self._next) : rank + 1]:
            self._last = self._floor.heard(one, partial(self._names.between, one.start, one.end))
        self._next = max(self._next, rank + 1)
        return self._last
