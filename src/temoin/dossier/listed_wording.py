"""The words of the table of what others published, and of the rows of lists that were not read."""

from temoin.words import Words

LISTED_OF = Words("Ce que d’autres ont publié\u00a0: {place}", "What others published: {place}")
LISTED_NOTE = Words(
    "Les listes et la mesure sont montrées côte à côte\u202f; une ligne sans panne mesurée, ou une panne sans ligne, "
    "ne prouve rien l’une contre l’autre. Cause et ordre sont les mots de l’éditeur. Montré\u00a0: {shown} sur {all}.",
    "Lists and measurement are shown side by side; a row without a measured outage, or an outage without a row, "
    "proves nothing against the other. Cause and order are the publisher’s words. Shown: {shown} of {all}.",
)
PUBLISHED_BY = Words("Publié par", "Published by")
PUBLISHED_WHAT = Words("Quoi", "What")
ITS_WORDS = Words("Selon l’éditeur", "According to the publisher")
BESIDE = Words("À côté de la mesure", "Beside the measurement")
LISTED_ROW = Words("ligne {rows}", "row {rows}")
LISTED_ROWS = Words("lignes {rows}", "rows {rows}")
LISTED_KINDS = {
    "shutdown": Words("coupure", "shutdown"),
    "outage": Words("panne", "outage"),
    "anomaly": Words("anomalie", "anomaly"),
    "alert": Words("alerte", "alert"),
}
LISTED_SCOPES = {
    "national": Words("tout le pays", "the whole country"),
    "regional": Words("régions", "regions"),
    "local": Words("une localité", "one locality"),
    "network": Words("un réseau", "one network"),
}
EXTENTS = {
    "full-network": Words("réseau entier", "full network"),
    "service-based": Words("des services", "services"),
    "throttling": Words("ralentissement", "throttling"),
    "several": Words("réseau et services", "network and services"),
}
LISTED_STATUS = {
    "ongoing": Words("dite en cours", "said to be ongoing"),
    "ended": Words("dite finie, sans date", "said to be over, no date"),
    "unknown": Words("non dite", "not said"),
}
ORDERED_BY = Words("ordonnée par\u00a0: {name}", "ordered by: {name}")
REPAIRED = Words("réparé à la lecture\u00a0: {what}", "repaired when read: {what}")
NOT_COMPARED = Words("sans constat", "no finding")
READ_ROWS = Words("lignes lues\u00a0: {read}, refusées\u00a0: {refused}", "rows read: {read}, refused: {refused}")
MORE_REFUSED = Words(
    "et {more} de plus\u00a0: temoin show AFFAIRE {id} les donne toutes",
    "and {more} more: temoin show CASE {id} gives them all",
)
ROW_OF = Words("ligne {row}, {title}", "row {row}, {title}")
