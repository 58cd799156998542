"""Many words as one pattern: letter by letter, so that the length of the list costs next to nothing."""

import re
from collections.abc import Iterable


def branches(words: Iterable[str]) -> str:
    """Return the source of a pattern that matches the longest of some words at a place.

    The engine of regular expressions tries alternatives one after the other; branched by their letters, it looks at
    each sign of the text once.

    Parameters
    ----------
    words : any number of them, not all empty

    Examples
    --------
    >>> branches(["mai", "mars", "marché"])
    'ma(?:i|r(?:ché|s))'
    """
    trie: dict[str, object] = {}
    for word in words:
        node = trie
        for sign in word:
            node = node.setdefault(sign, {})  # type: ignore[assignment]
        node[""] = {}
    return _source(trie)


def _source(node: dict[str, object]) -> str:
    pieces = []
    for sign, below in sorted(node.items()):
        if sign:
            assert isinstance(below, dict)
            pieces.append(re.escape(sign) + _source(below))
    if not pieces:
        return ""
    joined = pieces[0] if len(pieces) == 1 else f"(?:{'|'.join(pieces)})"
    return f"(?:{joined})?" if "" in node else joined
