"""A draft held against what the sources of a case say: each of its figures, dates, ranks and superlatives in turn.

A figure is supported where a source gives one of the same thing that meets it as printed; contradicted where sources
give only others; restated where one gave it and a later one gives another; unsupported where the case is silent. Being
of the same thing is told by names, figures beside it and rare words in common; where it cannot be told, nothing is
contradicted.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from temoin.claims.about.vocabulary import ATTRIBUTES
from temoin.claims.sentences import split_sentences
from temoin.corroborate import draft_words
from temoin.corroborate.contexts import Context, Lexicon, Surroundings, digits_of, is_telling
from temoin.corroborate.known import Known
from temoin.corroborate.marks import DraftVerdict, Marked, Told
from temoin.corroborate.measures import (
    are_comparable,
    attributes_fit,
    contradicts_in_kind,
    difference,
    meet,
    says_another_unit,
    says_as_much,
)
from temoin.corroborate.ranked import mark_superlative, said_superlatives
from temoin.corroborate.sameness import are_apart, are_of_other_things, own_time_fits, own_times_differ
from temoin.corroborate.superlatives import Superlative, find_superlatives, is_near_copy
from temoin.evidence import Statement
from temoin.words import Words

METHOD = "corroborate.draft/2"
AS_LIKE = 0.6
"""A figure that meets must be this near to the likest one of all, to count as the same thing."""
AS_LIKE_NAMED = 0.25
"""The same, where it stands beside the same name or the same other figure."""
ALIKE = 0.25
"""What two contexts must share of what they could before a figure contradicts another, beside the same third figure."""
ALIKE_NAMED = 0.4
"""The same, beside the same name."""
ALIKE_UNNAMED = 0.5
"""The same, for percentages and ranks, which many things have."""
_TELLING = 3
_MOST_SHOWN = 3
_TIMES = frozenset(("date", "datetime"))
_SHARES = frozenset(("percent", "ratio", "rank"))
# What is counted again and again: a later count replaces an earlier one.
_STOCKS = frozenset(
    "followers subscribers fans friends members users customers likes views population employees".split()
)


def compare_draft(draft: Told, case: Sequence[Told]) -> list[Marked]:
    """Return what a case says of each figure, date, rank and superlative of a draft, in order of position.

    What a page says of itself is left out, and so is the draft where the case holds it as a source.

    Parameters
    ----------
    draft : as read; its statements say who and what as far as they can
    case : the sources that may be cited, with the statements that stand
    """
    case = [told for told in case if told.source != draft.source]
    # A fact without a figure is no figure to check.
    own = replace(draft, statements=tuple(each for each in draft.statements if each.claim and each.kind != "other"))
    lexicon = Lexicon(_sentences([own, *case]))
    known = Known(case, lexicon)
    judged = [_Judgement(context, known) for context in Surroundings(own.text, own.statements, lexicon).contexts()]
    marked = [each.marked(_taken_by_others(each, judged)) for each in judged]
    taken = [(each.start, each.end) for each in marked]
    free = [each for each in find_superlatives(draft.text) if not _touches(each, taken)]
    said = said_superlatives(case) if free else []
    marked += [mark_superlative(each, case, said, marked) for each in free]
    return sorted(marked, key=lambda each: (each.start, each.end))


def _sentences(told: Iterable[Told]) -> list[str]:
    return [each.text[one.start : one.end] for each in told for one in split_sentences(each.text)]


def _touches(superlative: Superlative, taken: Iterable[tuple[int, int]]) -> bool:
    return any(start < superlative.end and superlative.start < end for start, end in taken)


def _taken_by_others(judgement: "_Judgement", judged: "Sequence[_Judgement]") -> frozenset[str]:
    """What the other figures of a sentence agree with is not what this one contradicts."""
    beside = [each for each in judged if each is not judgement and each.sentence == judgement.sentence]
    return frozenset(each.agreeing[0].statement.id for each in beside if each.agreeing)


@dataclass(frozen=True, slots=True)
class _Candidate:
    context: Context
    score: float
    share: float
    named: bool
    figured: bool
    meets: bool

    @property
    def statement(self) -> Statement:
        return self.context.statement


class _Judgement:
    """One figure of the draft before everything in the case that may be of the same thing."""

    def __init__(self, context: Context, known: Known) -> None:
        self._context = context
        self._said = context.statement
        self._known = known
        self._near = frozenset(name for name in context.near if known.weights.tells_apart(name))
        self._stranger = bool(context.near) and not context.near & known.weights.names
        self._others = known.near(context)
        comparable = [other for other in self._others if are_comparable(self._said, other.statement)]
        found = [self._candidate(other, meets=meet(self._said, other.statement)) for other in comparable]
        self._candidates = sorted((each for each in found if each is not None), key=_likest)
        self._like: list[_Candidate] = []
        self.agreeing = self._agreeing()
        self.sentence = (self._said.quote_start, self._said.quote)

    def marked(self, taken: frozenset[str]) -> Marked:
        """Return the figure with its verdict; statements that are ``taken`` contradict nothing."""
        agreeing, differing = self.agreeing, self._differing(taken)
        if agreeing:
            later = self._later(agreeing[0])
            if later:
                return self._mark("restated", [*later[:1], *agreeing[:1]])
            return self._mark("supported", agreeing)
        if self._like and not self._stranger and (dated := self._dated_rivals()):
            return self._mark("contradicted", dated[:_MOST_SHOWN])
        if differing:
            return self._mark("contradicted", differing)
        if otherwise := self._in_another_unit(taken) or self._on_another_platform(taken):
            return self._mark("contradicted", otherwise)
        return self._mark("unsupported", [])

    def _candidate(self, other: Context, *, meets: bool) -> _Candidate | None:
        weights = self._known.weights
        firm = frozenset() if self._context.loose else self._near
        if firm and not firm & other.levels.keys():
            return None
        if firm and self._known.is_another_s(firm, other) and not (meets and own_time_fits(self._context, other)):
            return None
        if self._context.platforms and other.platforms and not self._context.platforms & other.platforms:
            return None
        score, share = weights.likeness(self._context, other)
        if other.near and self._near and not other.near & self._context.levels.keys():
            score, share = score / 2, share / 2
        named = bool(self._near & (other.near or other.names))
        figured = any(is_telling(key) and key in other.levels for key in self._context.levels)
        return _Candidate(other, score, share, named, figured, meets)

    def _agreeing(self) -> list[_Candidate]:
        meeting = [each for each in self._candidates if each.meets and self._is_enough(each)]
        meeting = [each for each in meeting if says_as_much(self._said, each.statement)]
        self._like = meeting
        meeting = [each for each in meeting if self._holds(each)]
        if not meeting:
            return []
        best = max((each.score for each in self._candidates), default=0.0)
        telling = digits_of(self._said.value or "") >= _TELLING and self._said.kind not in _TIMES
        if (telling and not self._has_nearer_rival(meeting[0])) or self._is_same_property(meeting[0]):
            least = 0.0
        else:
            least = (AS_LIKE_NAMED if meeting[0].named or meeting[0].figured else AS_LIKE) * best
        return [each for each in meeting if each.score >= max(least, AS_LIKE * meeting[0].score)]

    def _holds(self, each: _Candidate) -> bool:
        if are_of_other_things(self._context, each.context):
            return False
        if self._said.kind in _TIMES:
            return not _is_bare_year(self._said) or each.named or each.figured or each.share >= ALIKE
        if own_time_fits(self._context, each.context):
            return True
        if self._dated_rivals():
            return False
        return each.named or each.figured or not own_times_differ(self._context, each.context)

    def _dated_rivals(self) -> list[_Candidate]:
        """What differs of the same measure, at the very time that the draft says."""
        return [
            each
            for each in self._candidates
            if not each.meets
            and each.share >= ALIKE
            and each.statement.attribute == self._said.attribute
            and own_time_fits(self._context, each.context)
            and contradicts_in_kind(self._said, each.statement, ())
            and not are_of_other_things(self._context, each.context)
        ]

    def _is_enough(self, each: _Candidate) -> bool:
        if each.named or each.figured or each.share >= ALIKE / 2 or self._is_same_property(each):
            return True
        return each.score > 0 and digits_of(self._said.value or "") >= _TELLING

    def _is_same_property(self, each: _Candidate) -> bool:
        # One day, and the date of one thing: an election seldom has two.
        said = self._said
        return said.kind in _TIMES and said.attribute == each.statement.attribute and said.attribute in ATTRIBUTES

    def _has_nearer_rival(self, meeting: _Candidate) -> bool:
        return any(each.named and not meeting.named and not each.meets for each in self._candidates)

    def _differing(self, taken: frozenset[str]) -> list[_Candidate]:
        if self._stranger or _is_vague(self._said):
            return []
        free = [each for each in self._candidates if each.statement.id not in taken]
        rivals = [each for each in free if not each.meets and self._is_same_thing(each)]
        nearest = [each for each in rivals if each.score >= 0.9 * rivals[0].score]
        if len({(each.statement.value, each.statement.text) for each in nearest}) < len(nearest):
            return nearest[:_MOST_SHOWN]
        # Two figures of one sentence that could both be meant: neither contradicts.
        sentences = [(each.statement.source, each.statement.quote_start) for each in nearest]
        return nearest[:_MOST_SHOWN] if len(set(sentences)) == len(sentences) else []

    def _is_same_thing(self, each: _Candidate) -> bool:
        said, known = self._said, each.statement
        beside = self._context.levels if self._context.alone else ()
        if _is_vague(known) or not contradicts_in_kind(said, known, beside):
            return False
        if not self._may_be_same(each.context):
            return False
        if each.named or each.figured:
            shared = [key for key in self._context.levels if key in each.context.levels and key not in self._near]
            least = ALIKE_UNNAMED if said.kind in _SHARES else ALIKE if each.figured else ALIKE_NAMED
            return each.share >= least and bool(shared)
        if self._is_dated_alike(each) and self._context.times and each.context.dated:
            return True
        return not self._context.near and is_near_copy(said.quote, known.quote)

    def _may_be_same(self, other: Context) -> bool:
        said, known = self._said, other.statement
        if self._context.platforms and other.platforms and not self._context.platforms & other.platforms:
            return False
        if said.kind not in _TIMES and self._context.years and other.years and not self._context.years & other.years:
            return False
        return attributes_fit(said, known) and (said.kind in _TIMES or not own_times_differ(self._context, other))

    def _in_another_unit(self, taken: frozenset[str]) -> list[_Candidate]:
        if self._stranger:
            return []
        found = [
            candidate
            for other in self._others
            if other.statement.id not in taken
            and says_another_unit(self._said, other.statement)
            and (candidate := self._candidate(other, meets=False)) is not None
            and (candidate.named or candidate.figured or self._is_dated_alike(candidate))
            and not are_of_other_things(self._context, other)
            and self._may_be_same(other)
        ]
        return sorted(found, key=_likest)[:1]

    def _on_another_platform(self, taken: frozenset[str]) -> list[_Candidate]:
        """The same figure of the same person, on a service that the draft does not name."""
        if digits_of(self._said.value or "") < _TELLING or not self._context.platforms:
            return []
        bare = replace(self._context, platforms=frozenset())
        found = [
            _Candidate(other, *self._known.weights.likeness(bare, other), named=True, figured=False, meets=True)
            for other in self._others
            if other.statement.id not in taken
            and other.platforms
            and not other.platforms & self._context.platforms
            and self._near & other.levels.keys()
            and other.statement.value == self._said.value
            and are_comparable(self._said, other.statement)
            and not are_of_other_things(bare, other)
        ]
        return sorted(found, key=_likest)[:1]

    def _is_dated_alike(self, each: _Candidate) -> bool:
        """Return whether a figure is of the same known property on the same days, where nothing is named."""
        said, known = self._said, each.statement
        if self._context.near or said.attribute != known.attribute or said.attribute not in ATTRIBUTES:
            return False
        return each.share >= ALIKE_UNNAMED and not are_apart(self._context.dated, each.context.dated)

    def _later(self, agreeing: _Candidate) -> list[_Candidate]:
        said, first = self._said, agreeing.statement
        if said.kind in _TIMES or (said.as_of and said.as_of == first.as_of):
            return []
        found = [
            each
            for each in self._candidates
            if not each.meets
            and each.score >= AS_LIKE * agreeing.score
            and each.share >= ALIKE_UNNAMED
            and each.named == agreeing.named
            and each.statement.attribute == first.attribute
            and first.attribute != first.kind
            and not _is_vague(each.statement)
            and contradicts_in_kind(said, each.statement, ())
            and (_is_stock(said) or not are_apart(self._known.dates(each.context), self._known.dates(agreeing.context)))
            and not are_of_other_things(agreeing.context, each.context)
            and self._is_later(each.statement, first)
        ]
        return sorted(found, key=lambda each: self._when(each.statement) or "", reverse=True)

    def _is_later(self, one: Statement, other: Statement) -> bool:
        if one.as_of and other.as_of and one.as_of != other.as_of:
            return one.as_of > other.as_of
        if one.source == other.source:
            return False
        first, second = (self._known.told[each.source].published for each in (one, other))
        return bool(first and second and first > second)

    def _when(self, statement: Statement) -> str | None:
        return statement.as_of or self._known.told[statement.source].published

    def _words(self, verdict: DraftVerdict, held: Sequence[Statement], *, several: bool) -> Words:
        value = None if _is_bare_year(self._said) else self._said.value
        alike = [each for each in self._like if value and each.statement.value == value]
        if verdict == "unsupported" and alike:
            like = alike[0].statement
            return draft_words.like_words(like, self._known.told[like.source].title)
        return draft_words.verdict_words(verdict, self._said, held, several=several)

    def _mark(self, verdict: DraftVerdict, found: Sequence[_Candidate]) -> Marked:
        held = tuple(self._known.held(each.context, each.share) for each in found[:_MOST_SHOWN])
        said = self._said
        apart = difference(said, held[0].statement) if held and verdict != "supported" else Words("", "")
        several = len(found) > 1 and verdict != "restated"
        return Marked(
            said.start,
            said.end,
            said.text,
            said.kind,
            said.quote,
            verdict,
            held,
            self._words(verdict, [each.statement for each in held], several=several),
            apart,
            draft_words.settle_words(verdict, said.kind, said.text),
        )


def _is_bare_year(statement: Statement) -> bool:
    return statement.kind == "date" and len(statement.value or "") == len("2000")


def _is_stock(statement: Statement) -> bool:
    return statement.attribute.rpartition(" ")[2] in _STOCKS


def _likest(each: _Candidate) -> tuple[float, str, int]:
    return (-each.score, each.statement.source, each.statement.start)


def _is_vague(statement: Statement) -> bool:
    return statement.kind not in _TIMES and statement.value is None and statement.qualifier != "range"
