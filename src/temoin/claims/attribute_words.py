"""How the property that a statement is about is called, in French and in English, whichever reader named it."""

from temoin.claims.about import vocabulary
from temoin.claims.about.attributes import BEGAN, ENDED, MOBILE, PARTIAL, PERIOD
from temoin.claims.acts import ACTS
from temoin.words import Words, same

OUTAGES: dict[str, Words] = {
    BEGAN: Words("début de la panne", "outage began"),
    ENDED: Words("fin de la panne", "outage ended"),
    MOBILE: Words("début, réseau mobile", "mobile outage began"),
    PARTIAL: Words("retour partiel", "partial return"),
    PERIOD: Words("durée, du début à la fin", "outage, from beginning to end"),
}
_KINDS: dict[str, Words] = {
    "money": Words("montant", "amount of money"),
    "count": Words("nombre", "count"),
    "percent": Words("pourcentage", "percentage"),
    "ratio": Words("rapport", "ratio"),
    "duration": Words("durée", "duration"),
    "rank": Words("rang", "rank"),
    "date": Words("date", "date"),
    "datetime": Words("date et heure", "date and time"),
    "other": Words("autre", "other"),
}
_KNOWN = OUTAGES | {rule.id: rule.label for rule in ACTS} | _KINDS
_DATE_OF = "date of "
_DATED = Words("date\u00a0: {what}", "date: {what}")


def attribute_words(attribute: str) -> Words:
    """Return the words of a property; its own words where the text itself words it.

    Examples
    --------
    >>> attribute_words("Instagram followers").fr, attribute_words("network cut").fr, attribute_words("tours de vis").fr
    ('abonnés Instagram', 'réseau coupé', 'tours de vis')
    """
    known = vocabulary.words_of(attribute) or _KNOWN.get(attribute)
    if known is not None:
        return known
    if attribute.startswith(_DATE_OF):
        return _DATED.filled(what=attribute_words(attribute.removeprefix(_DATE_OF)))
    return same(attribute)
