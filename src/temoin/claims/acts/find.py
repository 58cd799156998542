"""Where acts are told in a text, by whom they are done, upon whom and by what means."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_
from typing import Literal

from temoin.branches import branches
from temoin.claims.acts.actors import Actor, actor_of, means_of, subject_of, target_of
from temoin.claims.acts.vocabulary import ACTS, ActRule
from temoin.claims.sentences import Sentence
from temoin.folded import fold

METHOD = "claims.acts/1"

_STRAIGHT = {"’": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "\n": " "}


def _ranks(name: Literal["verbs", "objects"]) -> dict[bytes, int]:
    """Each beginning of a word, and the acts that it may tell as a set of bits: also those of its own beginnings."""
    own: dict[str, int] = {}
    for rank, rule in enumerate(ACTS):
        for stem in getattr(rule, name):
            own[stem] = own.get(stem, 0) | 1 << rank
    every = {stem for rule in ACTS for stem in (*rule.verbs, *rule.objects)}
    return {stem.encode(): _union(own.get(stem[:end], 0) for end in range(1, len(stem) + 1)) for stem in every}


def _union(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


_VERBS, _OBJECTS = _ranks("verbs"), _ranks("objects")
# The acts that a beginning of a word may tell as a verb, and above them those that it may tell as an object.
_BITS = {stem: bits | _OBJECTS[stem] << len(ACTS) for stem, bits in _VERBS.items()}
_STEMS = re.compile(b"[^a-z](" + branches(stem.decode() for stem in _VERBS).encode() + b")")
# A sentence this long is a table or a page without full stops: its words explain nothing.
_LONGEST = 1500
# "La coupure", "the shutdown": a noun of the act has no subject.
_NOUN = re.compile(
    rb"(?:coupure|panne|interruption|suspension|blocage|restriction|blackout|shutdown|retour|bridage|attribution|envoi|"
    rb"flot)s?"
    rb"(?!\w)|(?:faux|fausses|fakes?|bots?|robots?)(?!\w)"
)
_UNDERGOING = re.compile(
    rb"(?:(?<!\bse )(?<!\bs')\b(?:est|sont|etait|etaient|fut|furent|ete|etre|soit|soient|sera|seront|"
    rb"is|are|was|were|been|be|being)"
    rb"(?: (?:de nouveau|again|\w+ment|now|aussi|egalement|still))?) $"
)


@dataclass(frozen=True, slots=True)
class Act:
    """An act told at a place of a text.

    Parameters
    ----------
    start, end : where the act itself stands
    rule : which act it is
    actor, target, means : as printed; None where the sentence does not say
    """

    start: int
    end: int
    rule: ActRule
    actor: str | None
    target: str | None
    means: str | None


def find_acts(text: str, sentences: Sequence[Sentence]) -> list[Act]:
    """Return the acts that a text tells, in order.

    Examples
    --------
    >>> from temoin.claims.sentences import split_sentences
    >>> text = "Les autorités ont coupé Internet dans la capitale."
    >>> act = find_acts(text, split_sentences(text))[0]
    >>> act.rule.id, act.actor, act.target
    ('network cut', 'Les autorités', 'dans la capitale')
    """
    found: list[Act] = []
    last: Actor | None = None
    for sentence, plain, rules in _told(text, sentences):
        if last is not None and last.paragraph + 1 < sentence.paragraph:
            last = None
        for act in _in_sentence(text, plain, sentence, rules, last):
            found.append(act)
            if act.actor:
                last = Actor(act.actor, sentence.paragraph)
    return found


def _told(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, bytes, Sequence[ActRule]]]:
    folded = fold(text).replace(b"\n", b" ")
    rank = told = 0
    beyond = sentences[1].start if len(sentences) > 1 else len(folded)
    # One sign before the text stands for what is no letter before its first word.
    for match in _STEMS.finditer(b" " + folded):
        start = match.start()
        while start >= beyond:
            if both := told & told >> len(ACTS):
                yield from _with_rules(folded, sentences[rank], both)
            rank, told = rank + 1, 0
            beyond = sentences[rank + 1].start if rank + 1 < len(sentences) else len(folded)
        told |= _BITS[match[1]]
    if both := told & told >> len(ACTS):
        yield from _with_rules(folded, sentences[rank], both)


def _with_rules(folded: bytes, sentence: Sentence, both: int) -> Iterator[tuple[Sentence, bytes, Sequence[ActRule]]]:
    if sentence.end - sentence.start <= _LONGEST:
        yield sentence, folded[sentence.start : sentence.end], _rules(both)


@lru_cache(maxsize=1024)
def _rules(both: int) -> tuple[ActRule, ...]:
    return tuple(rule for rank, rule in enumerate(ACTS) if both >> rank & 1)


def _in_sentence(
    text: str, plain: bytes, sentence: Sentence, rules: Sequence[ActRule], last: Actor | None
) -> list[Act]:
    printed = text[sentence.start : sentence.end]
    for sign, straight in _STRAIGHT.items():
        printed = printed.replace(sign, straight)
    found: list[Act] = []
    for rule in rules:
        match, forwards = _match(rule, plain)
        if match is None or any(_overlaps(act, match, sentence.start) for act in found):
            continue
        found.append(_act(rule, printed, match, sentence.start, last, active=forwards and _active(plain, match)))
        if actor := found[-1].actor:
            last = Actor(actor, sentence.paragraph)
    return sorted(found, key=lambda act: act.start)


def _overlaps(act: Act, match: re.Match[bytes], offset: int) -> bool:
    return act.start < offset + match.end() and offset + match.start() < act.end


def _match(rule: ActRule, plain: bytes) -> tuple[re.Match[bytes] | None, bool]:
    forwards = rule.verb_first.search(plain)
    backwards = rule.object_first.search(plain) if rule.object_first else None
    if forwards is None or (backwards is not None and len(backwards[0]) < len(forwards[0])):
        return backwards, False
    return forwards, True


def _active(plain: bytes, match: re.Match[bytes]) -> bool:
    return not _NOUN.match(plain, match.start()) and not _UNDERGOING.search(
        plain, max(0, match.start() - 24), match.start()
    )


def _act(rule: ActRule, printed: str, match: re.Match[bytes], offset: int, last: Actor | None, *, active: bool) -> Act:
    actor = None if rule.undergone else actor_of(printed, match.span(), last, active=active)
    target = subject_of(printed, match.span()) if rule.undergone else target_of(printed, match.span())
    return Act(offset + match.start(), offset + match.end(), rule, actor, target, means_of(printed, match.span()))
