"""The methods that set sources against each other, as pages: what each does, its parameters, its limits."""

from temoin.corroborate import measured, onsets
from temoin.evidence.method import Method
from temoin.words import Words

METHODS: tuple[Method, ...] = (
    Method(
        onsets.METHOD,
        Words("Ce que les sources disent d’un début ou d’une fin", "What sources say of a beginning or an end"),
        Words(
            "Les énoncés qui datent un même moment d’un même lieu sont mis côte à côte, chacun avec son intervalle. "
            "Ils concordent si tous les intervalles ont un instant en commun. Un document qui cite une seule "
            "personne parle par elle : il ne compte pas deux fois. Une voix seule ne prouve rien.",
            "Statements that date the same moment of the same place are set side by side, each with its interval. They "
            "agree if all intervals share an instant. A document that quotes one person speaks through that person: it "
            "does not count twice. One voice alone proves nothing.",
        ),
        (("window_hours", str(onsets.WINDOW_HOURS)),),
        Words(
            "Une heure arrondie par son auteur sans le dire compte à la minute. Deux voix sont deux noms : si l’une "
            "répète l’autre sans le dire, cela ne se voit pas.",
            "A time that its author rounded without saying so counts to the minute. Two voices are two names: that one "
            "repeats the other without saying so is not seen.",
        ),
        (
            "Admiralty code, for the separate grading of source and information",
            "Krischer et al., ObsPy, doi 10.1088/1749-4699/8/1/014003, for picks and their uncertainty",
        ),
    ),
    Method(
        measured.METHOD,
        Words("Ce qui est dit contre ce qui est mesuré", "What is said against what is measured"),
        Words(
            "L’intervalle énoncé concorde avec une panne mesurée du même lieu s’il rencontre les bornes mesurées de "
            "son début. Si rien n’a été mesuré alors, rien ne peut être dit. Des données inventées ne prouvent ni "
            "n’infirment rien d’un lieu réel.",
            "A stated interval agrees with a measured outage of the same place if it meets the measured bounds of "
            "its beginning. Where nothing was measured then, nothing can be told. Made-up data prove or disprove "
            "nothing about a real place.",
        ),
        (("near_hours", str(measured.NEAR_HOURS)),),
        Words(
            "Seuls les débuts sont comparés, pays par pays. Une panne d’une région ou d’un opérateur ne se voit pas "
            "toujours dans les signaux du pays.",
            "Only beginnings are compared, country by country. An outage of a region or of one operator does not "
            "always show in the country’s signals.",
        ),
        ("IODA, Internet Outage Detection and Analysis, for the signals",),
    ),
)
