"""``temoin bench claims``: what is read of labelled texts and of Microsoft's specifications, and how fast."""

import datetime as dt
import os
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path

from temoin import __version__, claims
from temoin.claims import sample
from temoin.claims.scoring.labels import Labelled, labelled_sets
from temoin.claims.scoring.pace import PEERS, megabytes_a_second
from temoin.claims.scoring.score import held, score
from temoin.claims.scoring.specs import SPECS, score_spec
from temoin.evidence import Statement
from temoin.held import Held, held_table
from temoin.period import UTC

_SPECS = "data/recognizers_fr_specs"
_MEGABYTES_ASKED, _TIMES_ASKED = 2.0, 20.0
_TITLES = {"seeds": "Five press articles", "documents": "Thirteen documents more"}
_ENOUGH = 2_000_000
_HOW = (
    "A label is answered by one statement at most, the one that overlaps it most; a second guess on the same span "
    "counts as wrong. Values agree within a thousandth, the sign aside. Entities and attributes agree leniently: "
    "they share a word, accents and case aside, or words that mean the same in French and English."
)
# Without labelled texts at hand, the pace is taken on sentences of ours, each made different from the others.
_MADE_UP = (
    "En Atlasie, pays fictif, le réseau est tombé le {day} mars 2024 vers 10 h 30 UTC, selon un observateur inventé. "
    "{count} 000 abonnés et {day} % des lignes étaient concernés, pour {day},5 millions d’euros. Rien de ce qui suit "
    "n’est chiffré : des habitants inventés racontent leur journée, les guichets fermés, les terminaux muets, les "
    "proches que l’on n’arrive pas à joindre, puis le retour lent des messages.\n\n"
)


def bench_claims(*, quick: bool = False, data: Path | None = None) -> Iterator[str]:
    """Hold claim reading against labels and specifications, and time it beside the peers at hand.

    Parameters
    ----------
    quick : the pace is taken on less text
    data : folder that holds ``labels/``, ``seeds/`` and ``data/``; what is not there is left out, and it is said

    Yields
    ------
    the lines of the page, in Markdown
    """
    yield from _opening(quick=quick)
    sets = {} if data is None else labelled_sets(data)
    for name, documents in sets.items():
        yield from held_table(f"{_TITLES[name]}, labelled by hand", held(score(documents, _read)))
    if len(sets) > 1:
        every = [document for documents in sets.values() for document in documents]
        yield from held_table("Both together", held(score(every, _read)))
    if not sets:
        yield from ("Labelled texts: not run, none is at hand (`--data DIR`).", "")
    yield from _oracle(None if data is None else data / _SPECS)
    texts = [document.text for documents in sets.values() for document in documents]
    yield from held_table("Pace, on one core", _paces(texts, _ENOUGH // 10 if quick else _ENOUGH))


def _opening(*, quick: bool) -> Iterator[str]:
    command = "temoin bench claims" + (" --quick" if quick else "")
    yield from ("# Scorecard of claims", "")
    yield from (f"Made by `{command}`; nothing here is written by hand.", "", "| | |", "|---|---|")
    yield f"| Témoin | {__version__}, {', '.join(method.name for method in claims.METHODS)} |"
    yield f"| day | {dt.datetime.now(UTC):%Y-%m-%d} |"
    yield f"| machine | {os.cpu_count()} cores, {platform.machine()}, {platform.system()} |"
    yield f"| Python | {platform.python_version()} |"
    yield from ("", _HOW, "")


def _read(document: Labelled) -> list[Statement]:
    return sample.read(document.text, published=document.published)


def _oracle(folder: Path | None) -> Iterator[str]:
    if folder is None or not folder.is_dir():
        yield from ("Microsoft’s French specifications: not run, they are not at hand (`--data DIR`).", "")
        return
    rows = []
    for spec in SPECS:
        counted, every = score_spec(folder, spec)
        share = counted.value or 0.0
        told = f"{counted.right}/{counted.of} ({share:.3f}); {every.right}/{every.of} with those left out"
        rows.append(
            Held(f"{spec.name}: cases read as they say", f"at least {spec.asked:.2f}", told, share >= spec.asked)
        )
    yield from held_table("Microsoft’s French specifications, as an oracle", rows)
    yield "Left out, with the reason:"
    yield ""
    for spec in SPECS:
        yield from (f"- {spec.name}: {len(ranks)} because {why}." for why, ranks in spec.against.items())
    yield ""


def _paces(texts: Sequence[str], enough: int) -> Iterator[Held]:
    known = list(texts) or [_MADE_UP.format(day=day, count=day + 100) for day in range(1, 29)]
    ours = megabytes_a_second(sample.read, known * max(1, enough // sum(len(text) for text in known)))
    yield Held(
        "Témoin, whole reading", f"at least {_MEGABYTES_ASKED:.0f} MB/s", f"{ours:.2f} MB/s", ours >= _MEGABYTES_ASKED
    )
    for peer in PEERS:
        if not peer.at_hand:
            yield Held(peer.name, "–", "not installed", None)
            continue
        theirs = megabytes_a_second(peer.ready(), known)
        times = ours / theirs
        told = f"{theirs:.3f} MB/s; Témoin is {times:.0f} times as fast"
        yield Held(peer.name, f"at most 1/{_TIMES_ASKED:.0f}", told, times >= _TIMES_ASKED)
