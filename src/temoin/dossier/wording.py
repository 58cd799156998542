"""Every word that a dossier prints of its own accord, in French and in English.

It says "outage", « panne » or « perte de connexion »: what a measurement shows. Whoever speaks of an intention is
quoted, and stands in a document.
"""

from collections.abc import Mapping

from temoin.words import Language, Words, quoted, same

__all__ = ["count", "quoted", "same", "words_in"]


def count(number: int, one: Words, many: Words) -> Words:
    """Return a count with its noun: French takes the singular up to one, English for one only."""
    return Words((one if number <= 1 else many).filled(n=number).fr, (one if number == 1 else many).filled(n=number).en)


def words_in(language: Language) -> Mapping[str, str]:
    """Return every constant of this module in one language, by its name: what a template calls ``w``."""
    return {name: value.in_(language) for name, value in globals().items() if isinstance(value, Words)}


PROGRAM = same("Témoin")
DOSSIER = Words("Dossier", "Case file")
EDITION = Words("Édition interne", "Internal edition")
EDITION_NOTE = Words(
    "Réservée aux personnes qui tiennent ce dossier\u00a0: elle montre tout ce qu’il contient.",
    "For the people who hold this case: it shows everything in it.",
)
SKIP = Words("Aller au contenu", "Skip to the content")
CONTENTS = Words("Sommaire", "Contents")
AS_OF = Words("Arrêté au", "As of")
LOCAL_TIME = Words("Heure locale", "Local time")
COLON = Words("\u00a0:", ":")
OPEN_QUOTE = Words("«\u00a0", "“")
CLOSE_QUOTE = Words("\u00a0»", "”")
SYNTHETIC = Words(
    "Dossier synthétique\u00a0: données inventées, aucun lieu réel.", "Synthetic case: made-up data, no real place."
)
SYNTHETIC_MARK = Words("Données synthétiques", "Synthetic data")
TO_TOP = Words("Haut de page", "Top of page")

FRONT = Words("À la une", "Front page")
KNOWN = Words("Ce que l’on sait", "What is known")
UNKNOWN = Words("Ce que l’on ne sait pas", "What is not known")
DISAGREEMENTS = Words("Ce qui ne concorde pas", "What disagrees")
NONE_KNOWN = Words("Rien n’est établi à ce jour.", "Nothing is established so far.")
NONE_UNKNOWN = Words(
    "Aucune question ouverte. Le silence n’est pas un accord\u00a0: seuls les points comparés figurent ici.",
    "No open question. Silence is not agreement: only what was compared stands here.",
)
ONE_KNOWN = Words("{n} point établi", "{n} point established")
MANY_KNOWN = Words("{n} points établis", "{n} points established")
ONE_DISAGREES = Words("{n} désaccord", "{n} disagreement")
MANY_DISAGREE = Words("{n} désaccords", "{n} disagreements")
ONE_UNSETTLED = Words("{n} question ouverte", "{n} open question")
MANY_UNSETTLED = Words("{n} questions ouvertes", "{n} open questions")
MORE = Words("Les suivants", "Further ones")
EVIDENCE = Words("Preuves", "Evidence")
SETTLE_ALL = Words("Ce qui les trancherait", "What would settle them")
METHOD = Words("Méthode", "Method")
SETTLE = Words("Ce qui trancherait", "What would settle it")
MISSING = Words("Il manque", "Missing")
HOLDER = Words("Qui le détient", "Who holds it")
QUESTION = Words("Question à envoyer", "Question to send")
FIGURES_OF = Words("Résultats et paramètres du constat {id}", "Results and parameters of finding {id}")
RESULT = Words("résultat", "result")
PARAMETER = Words("paramètre", "parameter")
NAME = Words("Nom", "Name")
VALUE = Words("Valeur", "Value")
ROLE = Words("Rôle", "Role")
YES, NO = Words("oui", "yes"), Words("non", "no")
VERDICTS = {
    "agrees": Words("Concorde", "Agrees"),
    "disagrees": Words("Ne concorde pas", "Disagrees"),
    "cannot_tell": Words("Impossible à trancher", "Cannot tell"),
    "": Words("Mesuré ou calculé", "Measured or computed"),
}
BECAUSE = {
    "sum": Words("somme", "sum"),
    "date": Words("date", "date"),
    "magnitude": Words("ordre de grandeur", "order of magnitude"),
    "unit": Words("unité", "unit"),
    "scope": Words("périmètre", "scope"),
    "stale": Words("donnée périmée", "stale figure"),
    "denominator": Words("dénominateur", "denominator"),
    "zone": Words("fuseau horaire", "time zone"),
    "rate": Words("taux de change", "exchange rate"),
    "overlap": Words("recoupement", "overlap"),
    "source": Words("source", "source"),
    "missing": Words("donnée manquante", "missing data"),
    "type": Words("nature de la chose nommée", "kind of the thing named"),
    "rounding": Words("arrondi", "rounding"),
}

PROPOSALS = Words("Ce que les documents proposent", "What the documents propose")
PROPOSALS_NOTE = Words(
    "Rien n’a été demandé à personne\u00a0: chaque ligne montre les mots ou la règle qui la proposent. "
    "«\u00a0Dit\u00a0» signale ce qu’une personne a fixé elle-même.",
    "Nobody was asked: each line shows the words or the rule that propose it. “Said” marks what a person settled.",
)
THE_CASE = Words("Le dossier", "The case")
PROPOSAL_OF = Words("proposition, {subject}\u00a0: {value}", "proposal, {subject}: {value}")
PROPOSED = Words("proposé", "proposed")
SAID = Words("dit", "said")
SAID_BY_A_PERSON = Words("Dit par une personne", "Said by a person")
SUBJECTS = {
    "country": Words("Pays", "Country"),
    "period": Words("Période", "Period"),
    "title": Words("Titre", "Title"),
    "published": Words("Date de publication", "Publication date"),
    "language": Words("Langue", "Language"),
    "publisher": Words("Éditeur", "Publisher"),
    "genre": Words("Genre", "Genre"),
    "author": Words("Auteur", "Author"),
    "url": Words("Adresse", "Address"),
    "not-before": Words("Pas avant", "Not before"),
}

TIMELINE = Words("Chronologie", "Timeline")
TIMELINE_NOTE = Words(
    "Chaque barre va de l’instant le plus précoce à l’instant le plus tardif que la source permet. En bleu, ce "
    "qui est dit\u202f; en rouge, ce qui est mesuré. Rien n’est calculé ici.",
    "Each bar runs from the earliest to the latest instant that the source allows. In blue, what is said; in red, "
    "what is measured. Nothing is computed here.",
)
TIMELINE_CHART = Words(
    "Début et fin de la panne selon chaque source\u00a0: {title}",
    "Beginning and end of the outage, source by source: {title}",
)
TIMELINE_TABLE = Words("Débuts et fins, dits ou mesurés", "Beginnings and ends, said or measured")
EVENT = Words("Événement", "Event")
OPEN = Words("non borné", "open")
NOT_BEFORE = Words("Au plus tôt", "At the earliest")
NOT_AFTER = Words("Au plus tard", "At the latest")
AS_PRINTED = Words("Dans le texte", "As printed")
SIDES = {
    "began": Words("Début", "Beginning"),
    "returned": Words("Retour partiel", "Partial return"),
    "ended": Words("Fin", "End"),
}
MOBILE = Words("réseau mobile", "mobile network")
MEASURED = Words("mesuré", "measured")
MEASURED_BY = Words("Mesure, {signal}", "Measured, {signal}")

OUTAGES = Words("Pannes mesurées", "Measured outages")
OUTAGES_NOTE = Words(
    "Une panne est une perte de connexion mesurée\u202f; une mesure n’en dit ni la cause ni l’intention. Un intervalle "
    "non mesuré n’est pas un zéro.",
    "An outage is a measured loss of connectivity; a measurement tells neither its cause nor any intention. A bin "
    "that was not measured is not zero.",
)
LEAD_CHART = Words("La panne la plus lourde\u00a0: {place}", "The heaviest outage: {place}")
OUTAGE_CHART = Words("Connexion mesurée et attendue\u00a0: {place}", "Connectivity, measured and expected: {place}")
SIGNALS_CHART = Words("Ce que dit chaque signal\u00a0: {place}", "What each signal says: {place}")
PARTS_CHART = Words("Régions et réseaux\u00a0: {place}", "Regions and networks: {place}")
CALENDAR_CHART = Words("Pannes qui reviennent\u00a0: {place}", "Outages that recur: {place}")
NO_OUTAGE = Words("Aucune panne trouvée dans ces mesures.", "No outage found in these measurements.")
NOTHING_MEASURED = Words("Rien n’a été mesuré ici.", "Nothing was measured here.")
OUTAGE = Words("Panne", "Outage")
OUTAGE_OF = Words("Panne, {place}", "Outage, {place}")
PICK_OF = Words("Signal {signal}, {place}", "Signal {signal}, {place}")
PROPOSED_COUNTRY = Words("Pays proposé", "Proposed country")
PROPOSED_PERIOD = Words("Période proposée", "Proposed period")
SAID_COUNTRY = Words("Pays", "Country")
SAID_PERIOD = Words("Période", "Period")
QUIET_PLACES = Words("{count} lieux sans panne", "{count} places without an outage")
EVENTS_OF = Words("Pannes\u00a0: {place}", "Outages: {place}")
PICKS_OF = Words("Ce que voit chaque signal\u00a0: {place}", "What each signal sees: {place}")
LIKENESSES_OF = Words("À quoi ressemblent ces pannes\u00a0: {place}", "What these outages look like: {place}")
LIKENESS = Words("Ressemblance", "Likeness")
LIKENESS_RANGE = Words("entre {low} et {high}", "between {low} and {high}")
TRAITS_FOR = Words("Pour", "For")
TRAITS_AGAINST = Words("Contre", "Against")
TRAITS_UNKNOWN = Words("Pas encore connu", "Not known yet")
TRAIT_RATES = Words("Ce que l’on sait de ces traits\u00a0: {place}", "What is known of these traits: {place}")
TRAIT = Words("Trait", "Trait")
TRAIT_RATE = Words("Fréquence publiée", "Published base rate")
LIKENESSES_NOTE = Words(
    "Ressemblance, de 0 à 1, aux coupures que des analystes ont confirmées\u00a0; ce n’est pas une preuve d’ordre. "
    "On suppose au départ {prior} de coupures.",
    "Likeness, from 0 to 1, to the cuts that analysts confirmed; this is no proof of an order. A share of {prior} of "
    "cuts is supposed at the start.",
)
PICKS_NOTE = Words("Un signal seul parmi plusieurs ne fait pas panne.", "A lone signal of several makes no outage.")
CHART_ON_FRONT = Words("Son graphique est à la une", "Its chart is on the front page")
BEGAN = Words("Début", "Began")
ENDED = Words("Fin", "Ended")
NOT_ENDED = Words("pas terminée", "not over")
STATE = Words("État", "State")
DEPTH_LOST = Words("Part perdue", "Share lost")
WHO_FELL = Words("Signaux", "Signals")
SIGNAL = Words("Signal", "Signal")
ROWS = Words("Lignes", "Rows")
CONFIDENCE = Words("Confiance", "Confidence")
BETWEEN = Words("entre {low} et {high} (UTC)", "between {low} and {high} (UTC)")
BETWEEN_DAYS = Words("entre le {low} et le {high}", "between {low} and {high}")
OBSERVED_UNTIL = Words("observé jusqu’au {moment}", "observed until {moment}")
FELL = Words("en chute\u00a0: {signals}", "fell: {signals}")
STAYED = Words("stables\u00a0: {signals}", "stayed: {signals}")
UNMEASURED = Words("sans mesure\u00a0: {signals}", "not measured: {signals}")
PREFERRED = Words("signal préféré\u00a0: {signal}", "preferred signal: {signal}")
CAMPAIGN = Words("série {name}", "campaign {name}")
STATES = {
    "ongoing": Words("en cours", "ongoing"),
    "partial-return": Words("retour partiel", "partial return"),
    "ended": Words("terminée", "ended"),
    "not-yet-published": Words("données pas encore publiées", "data not yet published"),
}
KINDS = {
    "blackout": Words("perte totale", "blackout"),
    "partial": Words("perte partielle", "partial loss"),
    "throttling": Words("ralentissement, de type bridage", "slowdown, throttling-like"),
    "service-block": Words("perte d’un service, de type blocage", "loss of one service, block-like"),
}
FAMILIES = {
    "reach": Words("accès", "reach"),
    "use": Words("usage", "use"),
    "other": Words("autre", "other"),
}
ROWS_BEHIND = Words("Les lignes derrière la panne {id}", "The rows behind outage {id}")
ROWS_SHOWN = Words(
    "{shown} instants montrés sur {all}, serrés autour des bords\u202f; «\u00a0▾\u00a0» marque une valeur tombée.",
    "{shown} instants shown of {all}, close together around the edges; “▾” marks a fallen value.",
)
ROWS_CITED = Words("Lignes citées par les constats", "Rows that findings cite")
ROWS_OF = Words("lignes {first} à {last}, {title}", "rows {first} to {last}, {title}")
ROW_SPAN = Words("{first} à {last}", "{first} to {last}")
ROW = Words("l. {row}", "row {row}")
TIME_UTC = Words("Instant", "Time")
NOT_MEASURED = Words("non mesuré", "not measured")
FALLEN = Words("tombé", "fallen")

DOCUMENTS = Words("Documents", "Documents")
DOCUMENTS_NOTE = Words(
    "Texte intégral, chaque donnée relevée surlignée à sa place\u202f; son numéro mène à la ligne qui dit comment elle "
    "est lue et ce que l’on en a décidé.",
    "The whole text, each figure that was read highlighted in its place; its number leads to the row that says how "
    "it is read and what was decided of it.",
)
DOCUMENTS_PAPER = Words(
    "Cette édition imprimable donne de chaque document les premières lignes, les données décidées ou citées, et "
    "trois autres au plus\u202f; le texte intégral et toutes les données relevées sont dans l’édition HTML.",
    "This printable edition gives of each document the opening lines, the figures decided on or cited, and three "
    "others at most; the whole text and every figure that was read are in the HTML edition.",
)
HOLES = Words(
    "Un carré vide (□) remplace une lettre que nos polices ne savent pas dessiner\u202f; l’édition HTML la montre.",
    "An empty square (□) stands for a letter that our fonts cannot draw; the HTML edition shows it.",
)
READ_TEXT = Words("Lire le texte", "Read the text")
STATEMENTS_OF = Words("Ce que dit ce document\u00a0: {title}", "What this document says: {title}")
STATEMENT_IN = Words("«\u00a0{figure}\u00a0», {title}", "“{figure}”, {title}")
NUMBER = Words("Nº", "No.")
FIGURE = Words("Donnée", "Figure")
SAYS_WHAT = Words("Propriété", "Property")
READ_AS = Words("Lue comme", "Read as")
WHO_SAYS = Words("Qui le dit", "Who says it")
DECISION = Words("Décision", "Decision")
CITED_BY = Words("Cité par", "Cited by")
BACK = Words("Retour", "Back")
BACK_TO_TEXT = Words("le texte", "the text")
PAGE = Words("page", "page")
PAGE_OF = Words("page {number}, {title}", "page {number}, {title}")
NOT_IN_TEXT = Words("introuvable à sa place dans ce texte", "not found at its place in this text")
FROM_TO = Words("de {low} à {high}", "from {low} to {high}")
DAYS_FROM_TO = Words("du {low} au {high}", "from {low} to {high}")
AT_LEAST = Words("à partir de {low}", "{low} or more")
AT_MOST = Words("jusqu’à {high}", "{high} or less")
SINCE = Words("à partir du {low}", "{low} or later")
UNTIL = Words("jusqu’au {high}", "{high} or earlier")
THROUGH = Words("par {name}", "through {name}")
BY = Words("par {name}", "by {name}")
CREDIBILITY = Words("crédibilité {grade}", "credibility {grade}")
NEW_READING = Words("nouvelle lecture\u00a0: {figure}", "new reading: {figure}")
PER = {
    "hour": Words("par heure", "an hour"),
    "day": Words("par jour", "a day"),
    "week": Words("par semaine", "a week"),
    "month": Words("par mois", "a month"),
    "year": Words("par an", "a year"),
}
UNITS = {
    "s": Words("s", "s"),
    "min": Words("min", "min"),
    "h": Words("h", "h"),
    "day": Words("jours", "days"),
    "week": Words("semaines", "weeks"),
    "month": Words("mois", "months"),
    "year": Words("ans", "years"),
}
QUALIFIERS = {
    "about": Words("environ", "about"),
    "at least": Words("au moins", "at least"),
    "at most": Words("au plus", "at most"),
    "range": Words("fourchette", "range"),
    "vague": Words("vague", "vague"),
}
DECISIONS = {
    "proposed": Words("proposé", "proposed"),
    "accepted": Words("accepté", "accepted"),
    "rejected": Words("rejeté", "rejected"),
    "corrected": Words("corrigé", "corrected"),
    "review-again": Words("à revoir", "to review again"),
}

NOTES = Words("Notes du dossier", "Notes of the case")
SOURCES = Words("Sources", "Sources")
SOURCES_NOTE = Words(
    "Chaque source porte l’empreinte SHA-256 de ses octets et sa cote de l’Amirauté, F tant que personne ne l’a cotée.",
    "Each source bears the SHA-256 of its bytes and its Admiralty grade, F until a person grades it.",
)
SOURCES_TABLE = Words("Sources du dossier", "Sources of the case")
SOURCE = Words("Source", "Source")
GRADE = Words("Cote", "Grade")
KIND = Words("Nature", "Kind")
CHAIN = Words("Chaîne de conservation", "Chain of custody")
HASH = Words("Empreinte SHA-256", "SHA-256")
ADDED = Words("ajoutée le {moment} par {name}", "added {moment} by {name}")
RETRIEVED = Words("obtenue le {moment}", "retrieved {moment}")
NOT_RETRIEVED = Words("date d’obtention non dite", "date of retrieval not said")
SEALED_SOURCE = Words("Source scellée {id}", "Sealed source {id}")
SEALED = Words(
    "scellée\u202f; sa clé n’est pas ici, elle n’a pas été relue", "sealed; its key is not at hand, not rebuilt"
)
RELIABILITIES = {
    "A": Words("entièrement fiable", "completely reliable"),
    "B": Words("généralement fiable", "usually reliable"),
    "C": Words("assez fiable", "fairly reliable"),
    "D": Words("généralement peu fiable", "not usually reliable"),
    "E": Words("non fiable", "unreliable"),
    "F": Words("fiabilité non évaluée", "reliability not judged"),
}

METHODS = Words("Méthodes", "Methods")
PARAMETERS_OF = Words("Paramètres de {method}", "Parameters of {method}")
LIMITS = Words("Limites", "Limits")
PAPERS = Words("Références", "References")
DREW = Words("Constats tirés", "Findings drawn")

REPRODUCE = Words("Refaire ce dossier", "Reproduce it")
REPRODUCE_NOTE = Words(
    "Les mêmes sources, le même journal et le même programme donnent les mêmes octets.",
    "The same sources, the same journal and the same program give the same bytes.",
)
PROGRAM_VERSION = Words("Programme", "Program")
HEADS = Words("Têtes du journal", "Heads of the journal")
DOES_VERIFY = Words(
    "prouve que rien n’a changé et que le journal contient encore ces têtes",
    "proves that nothing changed and that the journal still contains these heads",
)
DOES_BUILD = Words("refait ce dossier, octet pour octet", "builds this dossier again, byte for byte")
DOES_REBUILD = Words("dit ce qu’une autre version changerait", "says what another version would change")
DOES_SHOW = Words("ouvre un constat, une source ou une donnée", "opens a finding, a source or a figure")

CHART_ALTERNATIVE = Words(
    "{title}. Les tableaux qui suivent donnent les mêmes bornes et les lignes.",
    "{title}. The tables that follow give the same bounds and the rows.",
)
FACT_ZONE = Words("Axes\u00a0: UTC et {zone}", "Axes: UTC and {zone}")
FACT_UTC = Words("Axe\u00a0: UTC", "Axis: UTC")
FACT_SOURCES = Words("Source\u00a0: {titles}", "Source: {titles}")
FACT_DATE = Words("Arrêté au {moment}", "As of {moment}")
FACT_ID = Words("Identifiant {id} (temoin show {name} {id})", "Id {id} (temoin show {name} {id})")
TABLE_UNDER = Words("Le tableau de ce graphique", "The table of this chart")
SCROLLS = Words("tableau défilant", "scrolling table")
