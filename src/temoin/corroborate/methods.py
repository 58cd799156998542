"""The methods that set sources against each other, as pages: what each does, its parameters, its limits."""

from temoin.corroborate import drafts, figures, measured, onsets, ranked, scopes
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
            "Statements that date the same moment of the same place are set side by side, each with its "
            "interval. They "
            "agree if all intervals share an instant. A document that quotes one person speaks through that "
            "person: it "
            "does not count twice. One voice alone proves nothing.",
        ),
        (("window_hours", str(onsets.WINDOW_HOURS)),),
        Words(
            "Une heure arrondie par son auteur sans le dire compte à la minute. Deux voix sont deux noms : si l’une "
            "répète l’autre sans le dire, cela ne se voit pas.",
            "A time that its author rounded without saying so counts to the minute. Two voices are two names: "
            "that one "
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
    Method(
        figures.METHOD,
        Words("Un chiffre, deux sources", "One figure, two sources"),
        Words(
            "Les chiffres que deux sources donnent d’une même chose sont comparés : dits autrement à la même date, "
            "tronqués au lieu d’être arrondis, donnés pour un lieu plus large, ou recopiés à une autre date.",
            "The figures that two sources give of one thing are compared: told otherwise as of the same date, "
            "cut off "
            "instead of rounded, given for a wider place, or copied as of another date.",
        ),
        (("shared_figures", str(figures.SHARED_FIGURES)), ("still_holds", "120 days")),
        Words(
            "La même chose : même lieu ou même entité, même propriété, même plateforme, même unité. Un chiffre "
            "tronqué "
            "n’est cherché qu’entre sources qui en partagent déjà deux.",
            "One thing: the same place or entity, attribute, platform and unit. A figure cut off is looked for only "
            "between sources that already share two figures.",
        ),
        ("Worked cases of the project’s reference on claims and audiences",),
    ),
    Method(
        scopes.METHOD,
        Words("L’étendue d’une coupure, par plusieurs sources", "The extent of a cut, by several sources"),
        Words(
            "Ce que chaque source dit de l’étendue d’une coupure (le pays, ses principales villes, une région) "
            "est mis "
            "côte à côte, pour un même pays et un même moment.",
            "What each source says of the extent of a cut (the country, its main cities, a region) is set side by "
            "side, for one country and one time.",
        ),
        (("same_event_days", str(scopes.SAME_EVENT_DAYS)),),
        Words(
            "Le moment est celui des publications : deux coupures à quelques semaines d’écart passeraient pour "
            "une. Une "
            "étendue dite en d’autres mots n’est pas vue.",
            "The time is that of the publications: two cuts a few weeks apart would pass for one. An extent told in "
            "other words is not seen.",
        ),
        ("KeepItOn coalition, STOP dataset: geographic scope of a shutdown",),
    ),
    Method(
        drafts.METHOD,
        Words("Un brouillon devant les sources", "A draft before the sources"),
        Words(
            "Chaque chiffre, date, rang et superlatif d’un brouillon est mis devant ceux que disent les sources. Deux "
            "chiffres sont de la même chose si des noms, d’autres chiffres ou des mots rares leur sont communs ; ils "
            "s’accordent si les intervalles qu’ils représentent, à la précision imprimée, se rencontrent. Là où l’on "
            "ne peut dire s’il s’agit de la même chose, rien n’est contredit.",
            "Each figure, date, rank and superlative of a draft is set before those that the sources tell. Two figures "
            "are of the same thing if names, other figures or rare words are common to them; they fit if the intervals "
            "they stand for, as far as printed, meet. Where it cannot be told whether the thing is the same, nothing "
            "is contradicted.",
        ),
        (
            ("as_like", str(drafts.AS_LIKE)),
            ("as_like_named", str(drafts.AS_LIKE_NAMED)),
            ("alike", str(drafts.ALIKE)),
            ("alike_named", str(drafts.ALIKE_NAMED)),
            ("alike_shares", str(drafts.ALIKE_UNNAMED)),
            ("like figures ranked", str(ranked.FEWEST)),
        ),
        Words(
            "Français et anglais. Une chose dite sans aucun nom ni chiffre commun n’est pas reconnue : le brouillon "
            "est alors « non étayé ». Deux éditions d’un rapport, sans l’année dans la phrase, passent pour la même.",
            "French and English. A thing told with no name and no figure in common is not recognised: the draft is "
            "then “unsupported”. Two editions of one report, with no year in the sentence, pass for the same.",
        ),
        (
            "Shaar et al., ACL 2020, doi 10.18653/v1/2020.acl-main.332, for matching a claim with those checked before",
            "Sparck Jones, Journal of Documentation 1972, doi 10.1108/eb026526, for the weight of rare words",
        ),
    ),
)
