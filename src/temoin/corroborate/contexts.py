"""What a figure is about, as the words around it tell: names near it, words of its sentence, the figures beside it.

Two texts seldom tell the same thing in the same words, and hardly ever about the same thing with no name and no figure
in common. Rare words weigh more than common ones, names more than words.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from temoin.claims.sentences import Sentence, sentence_at, split_sentences
from temoin.corroborate.spellings import Word, key_of, words_of
from temoin.evidence import Statement

_BESIDE, _SENTENCE, _BEFORE, _TITLE = 0.6, 0.35, 0.3, 0.15
# A word two sentences away still tells; the draft may join what its source says apart.
_CLOSE = {_TITLE: 0.4, _BEFORE: 0.7, _SENTENCE: 0.8}
_NAME, _FIGURE = 2.0, 2.0
_TELLING_DIGITS, _DAY_DIGITS, _LONG = 3, 8, 5
_TIMES = frozenset(("date", "datetime"))
_BETWEEN_NAMES = 4
_ENDS = frozenset(".!?…:;»”|")
_FEW, _COMMON = 3, 0.15
# Who says it is not whom it is about.
_SPEAKING = re.compile(
    r"(?:\bselon|d['’]après|\baccording to|\bvia)(?: une? [\w ]+ de)? (?:l['’]|le |la |les |the )?$|\n\($",
    re.IGNORECASE,
)
_PLATFORMS = frozenset(
    key_of(name)
    for name in "Facebook Instagram Twitter YouTube TikTok Telegram WhatsApp VKontakte Weibo WeChat LinkedIn Snapchat "
    "Odnoklassniki Threads Mastodon Bluesky".split()
)
_NOBODY = _PLATFORMS | {key_of("Internet"), key_of("Web")}


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a figure.

    Parameters
    ----------
    statement : the figure
    near : keys of the name it stands beside; empty where its sentence names nothing
    levels : how close each key stands, 0 to 1
    names : those of the keys that are names in its sentence
    alone : no other figure of its sort stands beside the same name in its sentence
    loose : that name only comes after the figure and a comma, and may be of another part of the sentence
    platforms : keys of the services that its sentence, or what was read of it, names
    years : that its sentence dates it to, else what stands before; empty where nothing does
    times : those that stand beside it, before or after as its sentence has them
    dated : the times of its sentence, else of those before it
    """

    statement: Statement
    near: frozenset[str]
    levels: Mapping[str, float]
    names: frozenset[str]
    alone: bool
    loose: bool
    platforms: frozenset[str]
    years: frozenset[str]
    times: tuple[Statement, ...] = ()
    dated: tuple[Statement, ...] = ()


class Lexicon:
    """Which words are names, as the texts at hand write them.

    Parameters
    ----------
    sentences : of the draft and of the case
    """

    def __init__(self, sentences: Iterable[str]) -> None:
        self._small: set[str] = set()
        self._capital: set[str] = set()
        for sentence in sentences:
            for rank, word in enumerate(words_of(sentence)):
                if not word.capital:
                    self._small.add(word.key)
                elif rank:
                    self._capital.add(word.key)

    def is_name(self, word: Word, *, first: bool) -> bool:
        """Return whether a word is a name; the first word of a sentence has a capital whatever it is."""
        if not word.capital or word.key.startswith("="):
            return False
        return word.key in self._capital or (not first and word.key not in self._small)


class Surroundings:
    """The sentences of one text, and what surrounds each of its figures.

    Parameters
    ----------
    text : of the document
    statements : its figures
    lexicon : which words are names
    title : of the document, whose words are near all its figures
    """

    def __init__(self, text: str, statements: Sequence[Statement], lexicon: Lexicon, title: str = "") -> None:
        self._text = text
        self._lexicon = lexicon
        self._sentences = _joined(split_sentences(text), text)
        self._title = [word.key for word in words_of(title)]
        self._first = {each.paragraph: each for each in reversed(self._sentences)}
        self._rank = {each.start: rank for rank, each in enumerate(self._sentences)}
        self._here: dict[int, list[Statement]] = {}
        for each in statements:
            self._here.setdefault(self._sentence(each).start, []).append(each)

    def contexts(self) -> Iterator[Context]:
        """Yield what surrounds each figure, sentence by sentence."""
        for figures in self._here.values():
            sentence = self._sentence(figures[0])
            words = self._words(sentence)
            before = self._before(sentence)
            by_name = _names_beside(words, figures, self._text)
            for each in figures:
                yield self._context(each, figures, words, before, by_name)

    def _context(
        self,
        statement: Statement,
        figures: Sequence[Statement],
        words: Sequence[tuple[Word, bool]],
        before: Sequence[tuple[Word, bool]],
        by_name: Mapping[str, frozenset[str]],
    ) -> Context:
        near = by_name[statement.id]
        levels = dict.fromkeys(self._title, _TITLE)
        levels |= dict.fromkeys((word.key for word, _ in before), _BEFORE)
        levels |= dict.fromkeys((word.key for word, _ in words), _SENTENCE)
        first, last = _beside(statement, figures)
        levels |= dict.fromkeys((word.key for word, _ in words if first <= word.start < last), _BESIDE)
        for other in figures:
            if other.id != statement.id:
                levels[figure_key(other)] = _BESIDE if first <= other.start < last else _SENTENCE
        # Whose it is may have been carried over from a sentence before.
        for part in f"{statement.entity or ''} {statement.platform or ''}".split():
            levels.setdefault(key_of(part), _BEFORE)
        levels |= dict.fromkeys(near, 1.0)
        levels.pop("", None)
        names = {word.key for word, is_name in words if is_name}
        kin = [each for each in _kin(statement, figures) if each.id != statement.id]
        alone = not any(by_name[each.id] == near for each in kin)
        platforms = self._platforms(statement, words, first)
        return Context(
            statement,
            near,
            levels,
            frozenset(names) | near,
            alone,
            self._is_loose(statement, words, near),
            platforms,
            self._years(statement, figures),
            _times_beside(statement, figures),
            self._dated(statement, figures),
        )

    def _platforms(self, statement: Statement, words: Sequence[tuple[Word, bool]], first: float) -> frozenset[str]:
        if statement.platform:
            return frozenset((key_of(statement.platform),))
        before = {word.key for word, _ in words if first <= word.start < statement.start} & _PLATFORMS
        return frozenset(before or {word.key for word, _ in words} & _PLATFORMS)

    def _is_loose(self, statement: Statement, words: Sequence[tuple[Word, bool]], near: frozenset[str]) -> bool:
        places = [word.start for word, _ in words if word.key in near]
        if not places or min(places) < statement.start:
            return False
        return "," in self._text[statement.end : min(places)]

    def _years(self, statement: Statement, figures: Sequence[Statement]) -> frozenset[str]:
        if here := _years_of(figures):
            return here
        rank = self._rank[self._sentence(statement).start]
        earlier = [each.start for each in self._sentences[max(0, rank - 2) : rank]]
        return _years_of([each for start in earlier for each in self._here.get(start, ())])

    def _dated(self, statement: Statement, figures: Sequence[Statement]) -> tuple[Statement, ...]:
        rank = self._rank[self._sentence(statement).start]
        earlier = [each.start for each in self._sentences[max(0, rank - 2) : rank]]
        before = [each for start in earlier for each in self._here.get(start, ())]
        whole = (each for part in (figures, before) if (each := tuple(one for one in part if one.kind in _TIMES)))
        return next(whole, ())

    def _sentence(self, statement: Statement) -> Sentence:
        return sentence_at(self._sentences, statement.start)

    def _words(self, sentence: Sentence) -> list[tuple[Word, bool]]:
        found = []
        for rank, word in enumerate(words_of(self._text[sentence.start : sentence.end])):
            is_name = self._lexicon.is_name(word, first=rank == 0)
            found.append((word._replace(start=word.start + sentence.start, end=word.end + sentence.start), is_name))
        return found

    def _before(self, sentence: Sentence) -> list[tuple[Word, bool]]:
        rank = self._rank[sentence.start]
        # The line above a list tells what the list is about.
        around = {self._first[sentence.paragraph], *self._sentences[max(0, rank - 1) : rank]} - {sentence}
        return [word for each in sorted(around, key=lambda one: one.start) for word in self._words(each)]


class Weights:
    """How much each key tells among the contexts of a case: the rarer, the more.

    Parameters
    ----------
    contexts : of the case
    """

    def __init__(self, contexts: Sequence[Context]) -> None:
        sentences: dict[tuple[str, int], set[str]] = {}
        for each in contexts:
            sentences.setdefault((each.statement.source, each.statement.quote_start), set()).update(
                key for key, level in each.levels.items() if level >= _SENTENCE
            )
        seen = Counter(key for keys in sentences.values() for key in keys)
        self._seen = seen
        self._known = frozenset(key for each in contexts for key in each.levels)
        self._count = max(1, len(sentences))
        self.names = frozenset(name for each in contexts for name in each.names)

    def tells_apart(self, name: str) -> bool:
        """Return whether a name of the case is rare enough there to say which thing is meant."""
        return name in self.names and self._seen[name] <= max(_FEW, _COMMON * self._count)

    def weight(self, key: str, context: Context) -> float:
        """Return what a key of a context tells; nothing where the case does not know it."""
        if key not in self._known:
            return 0.0
        rare = math.log1p(self._count / max(1, self._seen[key]))
        if key.startswith("#"):
            return rare * (_FIGURE if is_telling(key) else 0.5)
        return rare * (_NAME if key in context.names else 1.0)

    def likeness(self, draft: Context, known: Context) -> tuple[float, float]:
        """Return how much two contexts share, and the share that this is of all that the draft's could share."""
        shared = sum(
            self.weight(key, draft) * level * _CLOSE.get(known.levels[key], 1.0)
            for key, level in draft.levels.items()
            if key in known.levels
        )
        whole = sum(self.weight(key, draft) * level for key, level in draft.levels.items())
        return shared, shared / whole if whole else 0.0


def figure_key(statement: Statement) -> str:
    """Return the key of a figure that stands beside another one; empty for one that was not read."""
    # What is counted is said in many words, or left out; a currency is not.
    unit = statement.unit if statement.kind == "money" and statement.unit else ""
    return f"#{statement.value} {unit}".strip() if statement.value else ""


def is_telling(key: str) -> bool:
    """Return whether the key of a figure is unlikely to come twice by chance.

    Examples
    --------
    >>> is_telling("#45150000 CNY"), is_telling("#250000 CNY"), is_telling("#2019-08"), is_telling("#12")
    (True, True, False, False)
    """
    if not key.startswith("#"):
        return False
    value = key[1:].partition(" ")[0]
    digits = digits_of(value)
    if "-" in value:
        return digits >= _DAY_DIGITS
    return digits >= _TELLING_DIGITS or (digits > 1 and len(value.partition(".")[0]) >= _LONG)


def digits_of(value: str) -> int:
    """Return how many digits of a value tell something: 250000 has two, 45150000 four; a day has eight.

    Examples
    --------
    >>> digits_of("250000"), digits_of("45150000"), digits_of("2019-08-01")
    (2, 4, 8)
    """
    digits = "".join(each for each in value if each.isdigit())
    return len(digits) if "-" in value.strip("-") else len(digits.strip("0"))


def _joined(sentences: Sequence[Sentence], text: str) -> list[Sentence]:
    """A line that was wrapped in the middle of a sentence goes on with it."""
    found: list[Sentence] = []
    for each in sentences:
        before = found[-1] if found else None
        opens = text[each.start]
        wrapped = opens == "(" or opens.islower()
        if before is not None and wrapped and text[before.end - 1] not in _ENDS and _is_one_line(text, before, each):
            found[-1] = Sentence(before.start, each.end, before.paragraph)
        else:
            found.append(each)
    return found


def _is_one_line(text: str, before: Sentence, after: Sentence) -> bool:
    return text.count("\n", before.end, after.start) == 1


def _kin(statement: Statement, figures: Sequence[Statement]) -> list[Statement]:
    return [each for each in figures if (each.kind in _TIMES) == (statement.kind in _TIMES)]


def _years_of(figures: Iterable[Statement]) -> frozenset[str]:
    return frozenset(
        each[:4]
        for figure in figures
        if figure.kind in _TIMES
        for each in (figure.low or figure.value, figure.high or figure.value)
        if each
    )


def _beside(statement: Statement, figures: Sequence[Statement]) -> tuple[float, float]:
    kin = _kin(statement, figures)
    first = max((each.end for each in kin if each.end <= statement.start), default=0)
    return first, min((each.start for each in kin if each.start >= statement.end), default=math.inf)


def _times_beside(statement: Statement, figures: Sequence[Statement]) -> tuple[Statement, ...]:
    times = [each for each in figures if each.kind in _TIMES]
    if statement.kind in _TIMES or not times:
        return ()
    # "In 2021, 50%; in 2022, 60%" or "50% in 2021 and 60% in 2022": as the sentence begins it goes on.
    opening = min(each.start for each in figures if each.kind not in _TIMES)
    first, last = _beside(statement, figures)
    before = tuple(each for each in times if first <= each.start < statement.start)
    after = tuple(each for each in times if statement.end <= each.start < last)
    leads = any(each.start < opening for each in times)
    return (before or after) if leads else (after or before)


def _names_beside(
    words: Sequence[tuple[Word, bool]], figures: Sequence[Statement], text: str
) -> dict[str, frozenset[str]]:
    # A service is where people are counted, not who is counted.
    names = [
        word
        for word, is_name in words
        if is_name and word.key not in _NOBODY and not _SPEAKING.search(text[max(0, word.start - 20) : word.start])
    ]
    found: dict[str, frozenset[str]] = {}
    for times in (True, False):
        kin = sorted((each for each in figures if (each.kind in _TIMES) == times), key=lambda each: each.start)
        # "6.5 million for Mengjin, 2.9 million for Yanshi": names that follow the first figure follow them all.
        follow = bool(kin) and not any(name.end <= kin[0].start for name in names)
        for rank, each in enumerate(kin):
            last = kin[rank + 1].start if rank + 1 < len(kin) else math.inf
            after = [name for name in names if each.end <= name.start < last]
            before = [name for name in names if _label_of(text, each.start) <= name.start and name.end <= each.start]
            found[each.id] = frozenset(name.key for name in (after if follow else _last_together(before)))
    return found


def _label_of(text: str, figure: int) -> int:
    # "Total: 45.15 million" on a line of its own is not about the line above.
    line = text.rfind("\n", 0, figure) + 1
    return line if ":" in text[line:figure] else 0


def _last_together(names: Sequence[Word]) -> list[Word]:
    found: list[Word] = []
    for name in reversed(names):
        if found and found[-1].start - name.end > _BETWEEN_NAMES:
            break
        found.append(name)
    return found
