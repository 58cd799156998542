"""What the header of a column, or the words that open a list, say of the figures under them."""

import re

from temoin.claims.about import vocabulary
from temoin.claims.about.passages import Passage, Spot
from temoin.claims.about.platforms import platform_named
from temoin.claims.about.properties import Properties, counted_noun

_WORDS = re.compile(r"[^\W\d_][\w’'-]*")
_HEADERS: tuple[tuple[str, str], ...] = (
    (r"dur[ée]e|duration|heures|hours|jours|days", vocabulary.DURATION),
    (r"internautes|personnes|touch|affect|people|users affected", vocabulary.AFFECTED),
    (r"rang|rank|position|classement|place", "rank"),
    (r"co[uû]t|perte|cost|loss|impact", vocabulary.COST),
    (r"morts|décès|deaths|killed", "deaths"),
    (r"bless|wounded|injured", "wounded"),
    (r"population|habitants|inhabitants", "population"),
    (r"budget", "budget"),
    (r"montant|dépens|amount|spen[dt]", "spending"),
    (r"si[eè]ges|seats", "seats"),
    (r"voix|suffrages|votes", "votes"),
)
_PATTERNS = tuple((re.compile(rf"\b(?:{words})", re.IGNORECASE), attribute) for words, attribute in _HEADERS)
_OPENS = re.compile(r":\s*$")


def attribute_of_header(header: str) -> str | None:
    """Return the property that the header of a column names; its own words where no rule knows them.

    Examples
    --------
    >>> attribute_of_header("ABONNÉS TWITTER"), attribute_of_header("Coût total")
    ('Twitter followers', 'cost')
    """
    words = _WORDS.findall(header)
    if not words:
        return None
    measure = next((found for word in words if (found := counted_noun(word.lower())) in vocabulary.AUDIENCE), None)
    platform = next((found for word in words if (found := platform_named(word))), None)
    if measure and (platform or measure != "users"):
        return f"{platform} {measure}" if platform else measure
    for pattern, attribute in _PATTERNS:
        if pattern.search(header):
            return attribute
    return header.lower()


def list_opened(passage: Passage) -> str | None:
    """Return what the figures of a list are said to tell by the sentence that opens it: "les investissements :"."""
    if not _OPENS.search(passage.text, max(passage.start, passage.end - 4), passage.end):
        return None
    here = Passage(
        passage.text,
        passage.start,
        passage.end,
        passage.paragraph,
        (),
        (Spot(passage.end, passage.end, "money", None, None),),
    )
    return Properties(here).of_money(0)
