"""Figures that a sentence deals out: "A et B, respectivement 3 et 4", "deuxième et troisième"."""

import re
from collections.abc import Sequence

from temoin.claims.about.names import Name
from temoin.claims.about.passages import Passage

_S = "[ \u00a0\u202f]"
_SHARED_OUT = re.compile(r"\b(?:respectivement|respectively)\b")
_ANOTHER = re.compile(r"\b(?:et|and)\b")
AND = re.compile(rf",?{_S}(?:et|and|&){_S}(?:l[ae]s?{_S}|l[’']|the{_S}|celle de{_S}|celui de{_S})?")
"""Between two names that share what is said of them."""


def shared_out(passage: Passage) -> dict[int, Name]:
    """Return the name of each spot where a sentence deals them out: "A et B, respectivement 3 et 4".

    Examples
    --------
    A group of figures joined by "pour" stays with one name: "respectivement 4 h pour 3 euros et 5 h pour 6 euros".
    """
    if passage.text.find("respectiv", passage.start, passage.end) < 0:
        return _ranks_dealt(passage)
    dealt: dict[int, Name] = {}
    for match in _SHARED_OUT.finditer(passage.text, passage.start, passage.end):
        ranks = [rank for rank, spot in enumerate(passage.spots) if spot.start >= match.end()]
        groups = _groups(passage, ranks)
        before = [name for name in passage.names if name.end <= match.start() and name.kind != "platform"]
        if 1 < len(groups) <= len(before):
            for group, name in zip(groups, before[-len(groups) :], strict=True):
                dealt |= dict.fromkeys(group, name)
    return dealt or _ranks_dealt(passage)


def _groups(passage: Passage, ranks: Sequence[int]) -> list[list[int]]:
    groups: list[list[int]] = []
    for rank in ranks:
        between = passage.before(rank)
        listed = between.strip(" \u00a0") == ","
        if groups and not listed and ("," in between or ";" in between or "puis" in between):
            break
        if not groups or listed or _ANOTHER.search(between):
            groups.append([])
        groups[-1].append(rank)
    return groups


def _ranks_dealt(passage: Passage) -> dict[int, Name]:
    # "l'Algérie et le Sénégal arrivent deuxième et troisième"
    for rank in range(1, len(passage.spots)):
        if passage.spots[rank - 1].kind == passage.spots[rank].kind == "rank" and AND.fullmatch(passage.before(rank)):
            names = passage.names_in(passage.segment(rank - 1), passage.spots[rank - 1].start)
            if len(names) == 2 and AND.fullmatch(passage.text, names[0].end, names[1].start):
                return {rank - 1: names[0], rank: names[1]}
    return {}
