"""The services on which audiences are counted, the units they are counted in, and which figure goes with which."""

import re
from collections.abc import Sequence
from functools import lru_cache

from temoin.claims.checks.page import Page
from temoin.evidence import Statement

_NAMES_WORDS = (
    "Facebook Instagram Twitter YouTube TikTok Telegram WhatsApp VKontakte Odnoklassniki Weibo Douyin WeChat "
    "Snapchat "
    "LinkedIn Kuaishou Bilibili Bluesky Mastodon Viber Pinterest Reddit Twitch"
)
NAMES = tuple(_NAMES_WORDS.split())
SERVICE = re.compile(r"\b(?:" + "|".join(NAMES) + r")\b", re.IGNORECASE)
_BY_FOLDED = {name.casefold(): name for name in NAMES}
# What may not be added or ranked together: a friend is not a follower is not a view.
_CLASSES = (
    ("followers", re.compile(r"abonn[ée]\w*|followers?|subscribers?|suiveurs?", re.IGNORECASE)),
    ("friends", re.compile(r"\bamie?s?\b|\bfriends?\b", re.IGNORECASE)),
    ("members", re.compile(r"membres?\b|members?\b", re.IGNORECASE)),
    ("users", re.compile(r"utilisateurs?|utilisatrices?|\busers?\b|inscrits?", re.IGNORECASE)),
    ("views", re.compile(r"\bvues?\b|\bviews?\b|\bfois\b|visites?\b|visits?\b|consultations?", re.IGNORECASE)),
    ("likes", re.compile(r"j[’']aime|\blikes?\b|\bfans?\b", re.IGNORECASE)),
)
_CLAUSE = re.compile(r"[;:.]")


def service_named(text: str) -> str | None:
    """Return the one service that a text names, spelled as it spells itself; None for none or several.

    Examples
    --------
    >>> service_named("sur Youtube"), service_named("Facebook ou Twitter")
    ('YouTube', None)
    """
    found = {_BY_FOLDED[match[0].casefold()] for match in SERVICE.finditer(text)}
    return found.pop() if len(found) == 1 else None


def audience_class(statement: Statement) -> str | None:
    """Return what an audience figure counts: followers, friends, members, users, views, likes; None for others."""
    if statement.kind != "count":
        return None
    return _class_named(f"{statement.unit or ''} {statement.text}")


@lru_cache(maxsize=1 << 12)
def _class_named(words: str) -> str | None:
    return next((name for name, pattern in _CLASSES if pattern.search(words)), None)


def service_of(page: Page, statement: Statement, together: Sequence[Statement]) -> str | None:
    """Return the service on which a figure is counted: as read, else the name closest to it in its clause.

    Parameters
    ----------
    together : the figures of its sentence, in order
    """
    if statement.platform:
        return _BY_FOLDED.get(statement.platform.casefold(), statement.platform)
    sentence = page.sentence(statement.start)
    whole = page.text[sentence.start : sentence.end]
    if (only := service_named(whole)) is not None:
        return only
    rank = next((place for place, one in enumerate(together) if one.id == statement.id), 0)
    following = together[rank + 1].start if rank + 1 < len(together) else sentence.end
    if after := SERVICE.search(page.text, statement.end, following):
        between = page.text[statement.end : after.start()]
        if not _CLAUSE.search(between) and not re.search(r"\bet\b|\band\b|,", between):
            return _BY_FOLDED[after[0].casefold()]
    last = together[rank - 1].end if rank else sentence.start
    before = list(SERVICE.finditer(page.text, last, statement.start))
    return _BY_FOLDED[before[-1][0].casefold()] if before else None
