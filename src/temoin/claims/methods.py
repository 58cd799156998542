"""The methods that read statements, as pages: what each does, its limits, what it follows."""

from temoin.evidence.method import Method
from temoin.words import Words

METHODS: tuple[Method, ...] = (
    Method(
        "claims.figures/2",
        Words("Lecture des chiffres", "Reading of figures"),
        Words(
            "Montants, pourcentages, durées, rangs et nombres sont lus avec leurs séparateurs, leur magnitude, leur "
            "unité et leur nuance (« plus de », « environ »). Un chiffre imprimé vaut l’intervalle d’une demi-unité "
            "de sa dernière décimale de part et d’autre : « 6,5 millions » va de 6,45 à 6,55 millions.",
            "Amounts, percentages, durations, ranks and counts are read with their separators, magnitude, unit and "
            "qualifier (“more than”, “about”). A printed figure stands for half a unit of its last digit on either "
            "side: “6.5 million” runs from 6.45 to 6.55 million.",
        ),
        (),
        Words(
            "Français et anglais, et les magnitudes chinoises, russes et arabes. Ce qui se lit de deux façons garde "
            "une valeur vide entre ses deux lectures. Un signe qui dit peu ($, ¥, kr) reste sans monnaie quand le "
            "texte ne dit pas laquelle.",
            "French and English, and Chinese, Russian and Arabic magnitudes. What can be read in two ways keeps an "
            "empty value between its two readings. A sign that says little ($, ¥, kr) stays without a currency where "
            "the text does not say which.",
        ),
        ("Microsoft Recognizers-Text, French specifications, as an oracle of habits",),
    ),
    Method(
        "claims.times/1",
        Words("Lecture des dates et des heures", "Reading of dates and times"),
        Words(
            "Les heures sont ramenées en UTC par les règles du fuseau à cette date, le fuseau étant celui que le texte "
            "nomme ou celui du lieu dont il parle. Une heure à la minute vaut cette minute ; une heure ronde, une "
            "demi-heure de part et d’autre ; « vers » élargit l’intervalle ; « après » l’ouvre.",
            "Times are brought to UTC by the rules of the zone at that date, the zone being the one that the text "
            "names or that of the place it speaks of. A time to the minute stands for that minute; a round hour, "
            "for half an hour on either side; “about” widens the interval; “after” leaves it open.",
        ),
        (
            ("about, on the hour", "± 30 min"),
            ("about, else", "± 15 min"),
            ("to the hour", "± 30 min"),
            ("shortly before, shortly after", "30 min"),
        ),
        Words(
            "Une heure sans fuseau dans un pays qui en a plusieurs garde une valeur vide entre ses bornes. Une date "
            "relative sans date de publication n’est pas résolue. « mercredi soir » n’est pas lu.",
            "A time without a zone, in a country that has several, keeps an empty value between its bounds. A relative "
            "date without a date of publication is not resolved. “Wednesday evening” is not read.",
        ),
        ("IANA time zone database, historical rules",),
    ),
    Method(
        "claims.acts/1",
        Words("Lecture des faits sans chiffre", "Reading of acts without a figure"),
        Words(
            "Dans une même proposition, un verbe et un objet d’un vocabulaire fermé disent un acte qui compte pour "
            "l’une des lentilles : réseau coupé, données obtenues, comptes atteints, messages envoyés, plateforme "
            "payée… Qui agit est le sujet ou le complément d’agent ; sur qui et par quel moyen sont lus à côté, ou "
            "pas du tout.",
            "In one clause, a verb and an object of a closed vocabulary tell an act that matters to one of the lenses: "
            "network cut, data obtained, accounts accessed, messages sent, platform paid… Who acts is the subject, or "
            "whom “by” names; upon whom and by what means are read beside it, or not at all.",
        ),
        (),
        Words(
            "Français et anglais. Une négation ou une hypothèse n’est pas reconnue comme telle : la phrase est "
            "montrée, et une personne décide. L’acteur d’une phrase sans sujet nommé reste inconnu.",
            "French and English. A negation or a hypothesis is not told as such: the sentence is shown, and a person "
            "decides. Who acts in a sentence without a named subject stays unknown.",
        ),
        ("Baker, Fillmore, Lowe, The Berkeley FrameNet Project, ACL 1998, doi 10.3115/980845.980860",),
    ),
)
