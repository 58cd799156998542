"""The main text of a web page by trafilatura, and by its own blocks where that breaks a line inside one."""

import logging
import re
from itertools import pairwise

from lxml.html import HtmlElement

from temoin.documents.readers.web.page import visible_text

_LOOSE = re.compile(r"\W+")
_AROUND_A_BREAK = 30


def main_text(tree: HtmlElement) -> str:
    """Return the main text of a page, one block a line; empty where there is none.

    Where trafilatura breaks a line that the page does not, as between the words of a short page that stand in
    elements of their own, the page's own blocks are returned, from the first to the last that it found.
    """
    import trafilatura

    # Its remarks about a page are not ours to print.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    # In doubt a block is kept: lists hold figures, and a menu too many is less than a figure lost.
    found = trafilatura.extract(
        tree, output_format="txt", include_comments=False, with_metadata=False, favor_recall=True
    )
    text = (found or "").strip()
    own = visible_text(tree) if text else ""
    return _between(own, text) if _breaks_a_line(text, own) else text


def _breaks_a_line(text: str, own: str) -> bool:
    lines = [loose for line in text.split("\n") if (loose := _loose(line))]
    page = "\n".join(_loose(line) for line in own.split("\n"))
    for before, after in pairwise(lines):
        end, start = before[-_AROUND_A_BREAK:], after[:_AROUND_A_BREAK]
        if end + start in page and f"{end}\n{start}" not in page:
            return True
    return False


def _between(own: str, text: str) -> str:
    lines, found = own.split("\n"), _loose(text)
    inside = [rank for rank, line in enumerate(lines) if (loose := _loose(line)) and loose in found]
    return "\n".join(lines[inside[0] : inside[-1] + 1]) if inside else own


def _loose(text: str) -> str:
    return _LOOSE.sub("", text).casefold()
