"""Where acts are told in a text, by whom they are done, upon whom and by what means."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import polars as pl

from temoin.bare import bare
from temoin.claims.acts.actors import Actor, actor_of, means_of, subject_of, target_of
from temoin.claims.acts.vocabulary import ACTS, ActRule
from temoin.claims.sentences import Sentence

METHOD = "claims.acts/1"

_STRAIGHT = {"’": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "\n": " "}


def _ranks(name: Literal["verbs", "objects"]) -> dict[str, int]:
    """Each beginning of a word, and the acts that it may tell as a set of bits."""
    ranks: dict[str, int] = {}
    for rank, rule in enumerate(ACTS):
        for stem in getattr(rule, name):
            ranks[stem] = ranks.get(stem, 0) | 1 << rank
    return ranks


_VERBS, _OBJECTS = _ranks("verbs"), _ranks("objects")
_STEMS = sorted(_VERBS.keys() | _OBJECTS.keys())
# A sentence this long is a table or a page without full stops: its words explain nothing.
_LONGEST = 1500
# "La coupure", "the shutdown": a noun of the act has no subject.
_NOUN = re.compile(
    r"(?:coupure|panne|interruption|suspension|blocage|restriction|blackout|shutdown|retour|bridage|attribution|envoi|flot)s?"
    r"(?!\w)|(?:faux|fausses|fakes?|bots?|robots?)(?!\w)"
)
_UNDERGOING = re.compile(
    r"(?:(?<!\bse )(?<!\bs')\b(?:est|sont|etait|etaient|fut|furent|ete|etre|soit|soient|sera|seront|"
    r"is|are|was|were|been|be|being)"
    r"(?: (?:de nouveau|again|\w+ment|now|aussi|egalement|still))?) $"
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


def _told(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, str, list[ActRule]]]:
    short = [sentence for sentence in sentences if sentence.end - sentence.start <= _LONGEST]
    plain = bare(text).lower()
    words = [plain[sentence.start : sentence.end] for sentence in short]
    # One pass of Aho and Corasick over all the sentences; most hold no verb and object of one act.
    stems = pl.Series(words, dtype=pl.String).str.extract_many(_STEMS, overlapping=True).to_list()
    for sentence, said, here in zip(short, words, stems, strict=True):
        verbs = objects = 0
        for stem in here:
            verbs |= _VERBS.get(stem, 0)
            objects |= _OBJECTS.get(stem, 0)
        if both := verbs & objects:
            yield sentence, said, [rule for rank, rule in enumerate(ACTS) if both >> rank & 1]


def _in_sentence(text: str, plain: str, sentence: Sentence, rules: Sequence[ActRule], last: Actor | None) -> list[Act]:
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


def _overlaps(act: Act, match: re.Match[str], offset: int) -> bool:
    return act.start < offset + match.end() and offset + match.start() < act.end


def _match(rule: ActRule, plain: str) -> tuple[re.Match[str] | None, bool]:
    forwards = rule.verb_first.search(plain)
    backwards = rule.object_first.search(plain) if rule.object_first else None
    if forwards is None or (backwards is not None and len(backwards[0]) < len(forwards[0])):
        return backwards, False
    return forwards, True


def _active(plain: str, match: re.Match[str]) -> bool:
    return not _NOUN.match(plain, match.start()) and not _UNDERGOING.search(
        plain, max(0, match.start() - 24), match.start()
    )


def _act(rule: ActRule, printed: str, match: re.Match[str], offset: int, last: Actor | None, *, active: bool) -> Act:
    actor = None if rule.undergone else actor_of(printed, match, last, active=active)
    target = subject_of(printed, match) if rule.undergone else target_of(printed, match)
    return Act(offset + match.start(), offset + match.end(), rule, actor, target, means_of(printed, match))
