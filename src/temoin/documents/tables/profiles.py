"""Addresses in cells: profiles of known platforms name an account; captures of archives and other pages do not."""

import re
from collections.abc import Iterable
from itertools import islice

from temoin.documents.tables.grid import Value

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_ARCHIVED = re.compile(
    r"https?://[^/\s]+/(?:\S*/)?\d{4,14}(?:[a-z]{2}_)?/(?:https?:|www\.)"
    r"|https?://(?:www\.)?(?:archive\.(?:today|ph|is|li|fo|vn|md)|perma\.cc)/",
    re.IGNORECASE,
)
_NAME = r"[\w.\-%]+"
_PROFILES = re.compile(
    r"(?:https?://)?(?:[a-z]{1,3}\.|www\.|mobile\.|web\.|[a-z]{2}-[a-z]{2}\.)?(?:"
    rf"facebook\.com/(?:profile\.php\?id=\d+|(?:pages|people|groups|pg)/{_NAME}(?:/\d+)?|(?!(?:watch|events|photo|photos"
    rf"|story\.php|permalink\.php|share|reel|hashtag|ads|groups|pages|people|profile\.php)\b){_NAME})|fb\.(?:com|me)/{_NAME}"
    rf"|instagram\.com/(?!(?:p|reel|reels|explore|stories|tv)/){_NAME}"
    rf"|(?:twitter|x)\.com/(?!(?:i|search|hashtag|home|intent)\b){_NAME}"
    rf"|youtube\.com/(?:@{_NAME}|(?:channel|c|user)/{_NAME})|tiktok\.com/@{_NAME}"
    rf"|(?:t|telegram)\.me/(?:s/)?{_NAME}|(?:vk|ok|vkontakte)\.(?:com|ru)/(?!wall-?\d){_NAME}"
    rf"|linkedin\.com/(?:in|company|school)/{_NAME}|threads\.(?:net|com)/@{_NAME}|snapchat\.com/(?:add/|@){_NAME}"
    rf"|bsky\.app/profile/{_NAME}|weibo\.com/(?:u/)?{_NAME}|douyin\.com/user/{_NAME}|wa\.me/\d+|whatsapp\.com/channel/{_NAME}"
    rf"|[\w.\-]+\.[a-z]{{2,}}/@{_NAME})/?(?:[?#]\S*)?",
    re.IGNORECASE,
)
_SAMPLE = 400


def is_profile(address: str) -> bool:
    """Return whether an address is that of an account on a known platform, of no post and no capture in an archive.

    Examples
    --------
    >>> is_profile("https://www.facebook.com/phare.fictif"), is_profile("https://youtube.com/@phare")
    (True, True)
    >>> is_profile("https://exemple.fr/article/12"), is_profile("https://x.com/ada/status/12")
    (False, False)
    >>> is_profile("https://web.archive.org/web/20310401000000/https://x.com/ada")
    False
    """
    return _ARCHIVED.match(address.strip()) is None and _PROFILES.fullmatch(address.strip()) is not None


def other_addresses(values: Iterable[Value]) -> bool:
    """Return whether most cells are web addresses, and most of those no profile of a known platform.

    Examples
    --------
    >>> other_addresses(["https://exemple.fr/a", "https://exemple.fr/b"]), other_addresses(["https://x.com/ada"])
    (True, False)
    """
    told = list(islice((value.strip() for value in values if isinstance(value, str) and value.strip()), _SAMPLE))
    addresses = [text for text in told if _ADDRESS.fullmatch(text)]
    if len(addresses) * 2 <= len(told):
        return False
    return sum(1 for text in addresses if is_profile(text)) * 2 < len(addresses)
