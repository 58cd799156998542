"""A superlative of a draft: said by a source nearly word for word, or computed among the like figures of one source."""

from collections.abc import Iterable, Sequence

from temoin.corroborate import draft_words
from temoin.corroborate.marks import DraftVerdict, Held, Marked, Told
from temoin.corroborate.spellings import words_of
from temoin.corroborate.superlatives import Superlative, find_superlatives, is_near_copy
from temoin.evidence import Statement
from temoin.quantity import parse_decimal
from temoin.words import Words

METHOD = "corroborate.draft/2"
FEWEST = 3
"""Like figures that a source must give before one of them is called the largest."""
_ALIKE = 0.5
_AMOUNTS = frozenset(("money", "count", "percent", "duration"))
_MOST_SHOWN = 3


def said_superlatives(case: Iterable[Told]) -> list[tuple[Told, Superlative]]:
    """Return every superlative that the sources say, each with its source."""
    return [(told, found) for told in case for found in find_superlatives(told.text)]


def mark_superlative(
    found: Superlative, case: Sequence[Told], said: Iterable[tuple[Told, Superlative]], marked: Iterable[Marked]
) -> Marked:
    """Return a superlative of a draft with what the case says of it.

    Parameters
    ----------
    case : the sources, with their statements
    said : the superlatives that they say
    marked : the figures of the draft, judged already: the superlative is that of the one nearest in its sentence
    """
    copies = [
        Held(_stated(other, told), told.title, told.published, 1.0)
        for told, other in said
        if other.sense == found.sense and is_near_copy(found.sentence, other.sentence)
    ]
    if copies:
        return _mark(found, "supported", copies[:_MOST_SHOWN], draft_words.superlative_words("supported"))
    figure = _figure_of(found, marked)
    likes = _likes(figure.evidence[0].statement, case) if figure is not None and found.asks is not None else []
    if figure is None or len(likes) < FEWEST:
        return _mark(found, "unsupported", [], draft_words.superlative_words("unsupported"))
    ours = figure.evidence[0]
    ordered = sorted(likes, key=lambda each: parse_decimal(each.value or "0"), reverse=found.asks == "largest")
    is_it = parse_decimal(ordered[0].value or "0") == parse_decimal(ours.statement.value or "0")
    first = Held(ordered[0], ours.title, ours.published, ours.likeness)
    words = draft_words.ranked_words(ours.statement, ordered[0], len(likes), largest=found.asks == "largest")
    return (
        _mark(found, "supported", [ours], words[0]) if is_it else _mark(found, "contradicted", [first, ours], words[1])
    )


def _mark(found: Superlative, verdict: DraftVerdict, held: Sequence[Held], words: Words) -> Marked:
    settle = draft_words.settle_words(verdict, None, found.text)
    place = (found.start, found.end, found.text, "superlative", found.sentence)
    return Marked(*place, verdict, tuple(held), words, Words("", ""), settle)


def _figure_of(found: Superlative, marked: Iterable[Marked]) -> Marked | None:
    last = found.sentence_start + len(found.sentence)
    here = [
        each
        for each in marked
        if found.sentence_start <= each.start < last and each.kind in _AMOUNTS and each.verdict == "supported"
    ]
    after = [each for each in here if each.start >= found.end]
    return min(after, key=lambda each: each.start, default=None) or max(here, key=lambda each: each.end, default=None)


def _likes(statement: Statement, case: Iterable[Told]) -> list[Statement]:
    words = _common_words(statement)
    return [
        each
        for told in case
        if told.source == statement.source
        for each in told.statements
        if (each.kind, each.unit) == (statement.kind, statement.unit)
        and each.value is not None
        and (each.id == statement.id or _is_like(words, _common_words(each)))
    ]


def _is_like(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= max(1.0, _ALIKE * max(len(one), len(other)))


def _common_words(statement: Statement) -> frozenset[str]:
    return frozenset(word.key for word in words_of(statement.quote) if not word.capital)


def _stated(found: Superlative, told: Told) -> Statement:
    there = (told.source, "", found.start, found.end, found.text)
    return Statement(*there, "other", "superlative", METHOD, found.sentence, found.sentence_start)
