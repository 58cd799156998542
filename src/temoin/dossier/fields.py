"""Names for people of the results and parameters that findings carry under stable English names."""

from temoin.claims.attribute_words import OUTAGES
from temoin.dossier import wording
from temoin.outages.signals import signal_named
from temoin.words import Language, Words

FIELDS: dict[str, Words] = {
    "place": Words("lieu", "place"),
    "to_check": Words("à vérifier d’abord", "to be checked first"),
    "began": Words("début", "began"),
    "ended": Words("fin", "ended"),
    "began_earliest": Words("début au plus tôt", "began at the earliest"),
    "began_latest": Words("début au plus tard", "began at the latest"),
    "ended_earliest": Words("fin au plus tôt", "ended at the earliest"),
    "ended_latest": Words("fin au plus tard", "ended at the latest"),
    "common_low": Words("intervalle commun, début", "common interval, start"),
    "common_high": Words("intervalle commun, fin", "common interval, end"),
    "stated_low": Words("au plus tôt, selon l’énoncé", "at the earliest, as stated"),
    "stated_high": Words("au plus tard, selon l’énoncé", "at the latest, as stated"),
    "state": Words("état", "state"),
    "kind": Words("nature", "kind"),
    "depth": Words("part perdue", "share lost"),
    "lost_hours": Words("heures de connexion perdues", "hours of connectivity lost"),
    "confidence": Words("confiance", "confidence"),
    "preferred": Words("signal préféré", "preferred signal"),
    "picks": Words("chutes par signal", "falls by signal"),
    "fell": Words("signaux tombés", "signals that fell"),
    "stayed": Words("signaux restés", "signals that stayed"),
    "unmeasured": Words("signaux sans mesure", "signals without measure"),
    "campaign": Words("série de pannes", "campaign"),
    "observed_until": Words("observé jusqu’au", "observed until"),
    "signals_observed_until": Words("chaque signal observé jusqu’au", "each signal observed until"),
    "outage": Words("panne", "outage"),
    "likeness": Words("ressemblance", "likeness"),
    "likeness_low": Words("ressemblance, au moins", "likeness, at least"),
    "likeness_high": Words("ressemblance, au plus", "likeness, at most"),
    "likeness_horizon": Words("ce qui est connu", "what is known"),
    "likelihood_ratio": Words("rapport de vraisemblance", "likelihood ratio"),
    "prior": Words("part de coupures supposée au départ", "share of cuts supposed at the start"),
    "traits_present": Words("traits présents", "traits present"),
    "traits_absent": Words("traits absents", "traits absent"),
    "traits_unknown": Words("traits pas encore connus", "traits not known yet"),
    "places": Words("régions et réseaux tombés", "regions and networks that fell"),
    "parts": Words("régions et réseaux mesurés", "regions and networks measured"),
    "stayed_places": Words("lieux restés", "places that stayed"),
    "people_low": Words("personnes touchées, au moins", "people affected, at least"),
    "people_high": Words("personnes touchées, au plus", "people affected, at most"),
    "network": Words("réseau", "network"),
    "network_users": Words("usagers du réseau", "users of the network"),
    "network_depth": Words("part perdue par le réseau", "share lost by the network"),
    "users_source": Words("source des usagers", "source of the users"),
    "national_users": Words("internautes du pays", "internet users of the country"),
    "national_year": Words("année du chiffre du pays", "year of the country’s figure"),
    "national_source": Words("source du chiffre du pays", "source of the country’s figure"),
    "event": Words("ce qui est daté", "what is dated"),
    "sources": Words("ce que dit chacun", "what each says"),
    "statement": Words("énoncé", "statement"),
    "source": Words("source", "source"),
    "attributed_to": Words("qui le dit", "who says it"),
    "voice": Words("voix", "voice"),
    "low": Words("au plus tôt", "at the earliest"),
    "high": Words("au plus tard", "at the latest"),
    "signal": Words("signal", "signal"),
    "publisher": Words("qui publie", "who publishes"),
    "listed_earliest": Words("début publié, au plus tôt", "beginning published, at the earliest"),
    "listed_latest": Words("début publié, au plus tard", "beginning published, at the latest"),
    "began_gap_hours": Words("écart des débuts, en heures", "gap of the beginnings, in hours"),
    "ended_gap_hours": Words("écart des fins, en heures", "gap of the ends, in hours"),
    "rows_listed": Words("lignes publiées", "published rows"),
    "unlabelled": Words("pannes sans étiquette", "unlabelled outages"),
    "lists": Words("listes comparées", "lists compared"),
    "cause": Words("cause, selon l’éditeur", "cause, according to the publisher"),
    "ordered_by": Words("ordonnée par, selon l’éditeur", "ordered by, according to the publisher"),
    "status": Words("état, selon l’éditeur", "status, according to the publisher"),
    "extent": Words("étendue", "extent"),
    "scope": Words("portée", "scope"),
    "row": Words("ligne", "row"),
    "id": Words("identifiant", "identifier"),
    "synthetic": Words("données inventées", "made-up data"),
    "times": Words("nombre de pannes", "number of outages"),
    "zone": Words("fuseau", "time zone"),
    "first": Words("première", "first"),
    "last": Words("dernière", "last"),
    "begins_at": Words("heure locale du début", "local time of the beginning"),
    "ends_at": Words("heure locale de la fin", "local time of the end"),
    "rule": Words("règle", "rule"),
    "next": Words("dates attendues ensuite", "dates expected next"),
    "missed": Words("dates attendues, mesurées sans panne", "dates expected, measured without an outage"),
    "outages": Words("pannes de la série", "outages of the campaign"),
    "earlier": Words("premier relevé", "earlier retrieval"),
    "later": Words("second relevé", "later retrieval"),
    "common": Words("mesures communes", "measurements in common"),
    "changed": Words("mesures changées", "measurements changed"),
    "withdrawn": Words("mesures retirées", "measurements withdrawn"),
    "largest_change": Words("plus grand écart", "largest change"),
}
_SIGNALS = {"signal", "preferred", "fell", "stayed", "unmeasured"}
_CLOSED = {"state": wording.STATES, "kind": wording.KINDS, "event": OUTAGES}


def field_name(name: str, language: Language) -> str:
    """Return what a result or a parameter is called; its stable name where it has no other.

    Examples
    --------
    >>> field_name("began_latest", "fr"), field_name("noise_factor", "fr")
    ('début au plus tard', 'noise_factor')
    """
    return FIELDS[name].in_(language) if name in FIELDS else name


def named_value(name: str, value: object, language: Language) -> object:
    """Return a result with its signals, states and inner names called as people call them; any other is unchanged.

    Examples
    --------
    >>> named_value("fell", ["bgp"], "en"), named_value("depth", 0.9, "en")
    (['BGP'], 0.9)
    >>> named_value("picks", [{"signal": "bgp"}], "fr")
    [{'signal': 'BGP'}]
    """
    match value:
        case dict():
            return {field_name(key, language): named_value(key, inner, language) for key, inner in value.items()}
        case list() | tuple():
            return [named_value(name, inner, language) for inner in value]
        case str() if name in _SIGNALS:
            return signal_named(value).label.in_(language)
        case str() if name in _CLOSED and value in _CLOSED[name]:
            return _CLOSED[name][value].in_(language)
        case _:
            return value
