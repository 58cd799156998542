"""On which platform each figure of a sentence is counted: the one named after it, before it, or at the head."""

from temoin.claims.about.names import Name
from temoin.claims.about.passages import Passage

_BREAKS = (",", ";", ":", "(", ")", " et ", " and ", " contre ", " mais ", " but ")
_LONGEST = 45
_NOT_COUNTED = frozenset({"money", "duration", "date", "datetime"})


def platforms_of(passage: Passage, entities: list[str | None]) -> list[str | None]:
    """Return the platform of each spot of a passage; None where none is named, and for money and times.

    A group of figures without platforms of its own takes those of the group before it, one by one, where both are as
    long: "X en a 3 sur Facebook et 4 sur Twitter ; Y, 5 et 6".
    """
    named = [name for name in passage.names if name.kind == "platform"]
    if not named:
        return [None] * len(passage.spots)
    own = [_own(passage, rank, named) for rank in range(len(passage.spots))]
    heading = named[0].text if named[0].role == "on" and named[0].start - passage.start < _HEAD else None
    counted = [rank for rank, spot in enumerate(passage.spots) if spot.kind not in _NOT_COUNTED]
    groups: list[list[int]] = []
    for rank in counted:
        if groups and entities[groups[-1][-1]] == entities[rank]:
            groups[-1].append(rank)
        else:
            groups.append([rank])
    found: list[str | None] = [None] * len(passage.spots)
    before: list[str | None] = []
    for group in groups:
        here = [own[rank] for rank in group]
        if not any(here) and before:
            here = before if len(before) == len(group) else [before[0] if len(set(before)) == 1 else None] * len(group)
        here = [platform or heading or _last(here[:place]) for place, platform in enumerate(here)]
        for rank, platform in zip(group, here, strict=True):
            found[rank] = platform
        before = here
    return found


_HEAD = 12


def _last(before: list[str | None]) -> str | None:
    return next((one for one in reversed(before) if one), None)


def _own(passage: Passage, rank: int, named: list[Name]) -> str | None:
    spot, until, first = passage.spots[rank], passage.until(rank), passage.segment(rank)
    for name in named:
        if spot.end <= name.start < until and _follows(passage.text[spot.end : name.start]):
            return name.text
    before = [name for name in named if first <= name.start and name.end <= spot.start]
    return before[-1].text if before and not _belongs_before(passage, rank, before[-1]) else None


def _belongs_before(passage: Passage, rank: int, name: Name) -> bool:
    # "376 000 sur Instagram et 121 000": the platform was the figure's before.
    if not rank or passage.spots[rank - 1].kind in _NOT_COUNTED:
        return False
    return _follows(passage.text[passage.spots[rank - 1].end : name.start])


def _follows(gap: str) -> bool:
    return len(gap) <= _LONGEST and not any(mark in gap for mark in _BREAKS)
