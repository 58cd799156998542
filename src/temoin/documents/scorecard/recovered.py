"""Which labelled strings of a text are read back from a document made of it, each with its place on a page.

A string is recovered where its characters, white space aside, stand in what was read, at the same rank among equal
strings, and every one of them that has ink has a box. Its places go both ways where the rectangle that ``boxes_of``
gives holds, by ``chars_in``, the same characters and no others; a string that runs over the end of a line has one
rectangle around both lines, which holds more.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from temoin.documents.document import Document
from temoin.held import Held


@dataclass(frozen=True, slots=True)
class Labelled:
    """A string of a text: where it stands there, in code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Recovered:
    """What came back of the labelled strings of one text.

    Parameters
    ----------
    asked : strings looked for
    found : read back, with a box for each character
    on_a_line : of those found, how many stand on one line
    both_ways : of those on one line, how many are what their own rectangle holds
    around : of the others, how many lie whole in what their rectangle holds
    lost : the strings not found
    """

    asked: int
    found: int
    on_a_line: int
    both_ways: int
    around: int
    lost: tuple[str, ...]


def recover(text: str, labels: Iterable[Labelled], document: Document, source: str = "0" * 64) -> Recovered:
    """Return what of the labelled strings of a text a document made of it gives back.

    Parameters
    ----------
    text : the text that the document was made of
    labels : in any order
    document : as a reader gave it
    """
    read, places = _without_white(document.text)
    boxed = set(document.boxes["char"].to_list())
    asked = on_a_line = both_ways = around = 0
    lost: list[str] = []
    for label in labels:
        asked += 1
        chars = _found_in(text, label, read, places)
        if not chars or not boxed.issuperset(chars):
            lost.append(label.text)
            continue
        held = _held_by_its_boxes(document, source, chars)
        one_line = "\n" not in document.text[chars[0] : chars[-1] + 1]
        on_a_line += one_line
        both_ways += one_line and held == set(chars)
        around += not one_line and held.issuperset(chars)
    return Recovered(asked, asked - len(lost), on_a_line, both_ways, around, tuple(lost))


def told(recovered: Mapping[str, Recovered]) -> Iterator[Held]:
    """Yield what must hold of the labelled strings of several texts together."""
    asked = sum(each.asked for each in recovered.values())
    found = sum(each.found for each in recovered.values())
    on_a_line = sum(each.on_a_line for each in recovered.values())
    both_ways = sum(each.both_ways for each in recovered.values())
    around = sum(each.around for each in recovered.values())
    yield Held("labelled strings read back, each character with its box", "all", f"{found} of {asked}", found == asked)
    yield Held(
        "on one line: the rectangle holds these characters and no others",
        "all",
        f"{both_ways} of {on_a_line}",
        both_ways == on_a_line,
    )
    broken = found - on_a_line
    yield Held(
        "over the end of a line: the rectangle holds these characters", "all", f"{around} of {broken}", around == broken
    )


def _without_white(text: str) -> tuple[str, list[int]]:
    kept = [(place, sign) for place, sign in enumerate(text) if not sign.isspace()]
    return "".join(sign for _, sign in kept), [place for place, _ in kept]


def _found_in(text: str, label: Labelled, read: str, places: list[int]) -> list[int]:
    wanted, before = (_without_white(part)[0] for part in (text[label.start : label.end], text[: label.start]))
    whole = _without_white(text)[0]
    rank = sum(1 for place in _every(wanted, whole) if place < len(before))
    found = list(_every(wanted, read))
    if not wanted or rank >= len(found):
        return []
    return places[found[rank] : found[rank] + len(wanted)]


def _every(wanted: str, whole: str) -> Iterator[int]:
    place = whole.find(wanted)
    while wanted and place >= 0:
        yield place
        place = whole.find(wanted, place + 1)


def _held_by_its_boxes(document: Document, source: str, chars: list[int]) -> set[int]:
    boxes = document.boxes_of(source, chars[0], chars[-1] + 1)
    runs = [run for box in boxes for run in document.chars_in(box)]
    return {place for start, end in runs for place in range(start, end) if not document.text[place].isspace()}
