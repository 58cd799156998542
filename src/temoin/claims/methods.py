"""The methods that read statements, as pages: what each does, its limits, what it follows."""

from temoin.evidence.method import Method
from temoin.words import Words

METHODS: tuple[Method, ...] = (
    Method(
        "claims.figures/2",
        Words("Lecture des chiffres", "Reading of figures"),
        Words(
            "Montants, pourcentages, durées, rangs, parts et nombres, en chiffres, en lettres ou mêlés, sont lus avec "
            "leurs séparateurs, leur magnitude, leur unité et leur nuance (« plus de », « environ »). Une unité "
            "sous-entendue est celle du chiffre voisin, de la phrase ou de la colonne. Un chiffre imprimé vaut "
            "l’intervalle d’une demi-unité de sa dernière décimale de part et d’autre : « 6,5 millions » va de 6,45 à "
            "6,55 millions.",
            "Amounts, percentages, durations, ranks, shares and counts, in digits, in words or mixed, are read with "
            "their separators, magnitude, unit and qualifier (“more than”, “about”). A unit that is understood is that "
            "of the figure beside it, of the sentence or of the column. A printed figure stands for half a unit of its "
            "last digit on either side: “6.5 million” runs from 6.45 to 6.55 million.",
        ),
        (),
        Words(
            "Français et anglais ; en chinois, russe et arabe, les seules magnitudes et monnaies. « Un » seul n’est "
            "pas lu comme un nombre. Ce qui se lit de deux façons garde une valeur vide entre ses deux lectures.",
            "French and English; of Chinese, Russian and Arabic, magnitudes and currencies only. “One” and “a” alone "
            "are not read as numbers. What can be read in two ways keeps an empty value between its two readings.",
        ),
        ("Microsoft Recognizers-Text, French specifications, as an oracle of habits",),
    ),
    Method(
        "claims.times/2",
        Words("Lecture des dates et des heures", "Reading of dates and times"),
        Words(
            "Un jour sans année prend celle de ses propres mots (« dernier », « de cette année »), sinon celle de la "
            "date complète qui le précède de peu dans son paragraphe, sinon celle qui le place à moins de six mois de "
            "la publication. Un jour de semaine nu est le dernier avant la publication quand la phrase parle du passé, "
            "le prochain quand elle annonce, et reste ouvert sinon. Les heures sont ramenées en UTC par les règles du "
            "fuseau à cette date, le fuseau étant celui que le texte nomme ou celui du lieu dont il parle. Une heure à "
            "la minute vaut cette minute ; une heure ronde, une demi-heure de part et d’autre ; « vers » élargit "
            "l’intervalle ; « après » l’ouvre ; « au soir » ne donne que des bornes.",
            "A day without a year takes that of its own words (“last”, “of this year”), else that of the full date "
            "shortly before it in its paragraph, else the one that puts it within six months of the publication. A "
            "bare weekday is the last one up to the publication where the sentence tells of the past, the next one "
            "where it announces, and stays open otherwise. Times are brought to UTC by the rules of the zone at that "
            "date, the zone being the one that the text names or that of the place it speaks of. A time to the minute "
            "stands for that minute; a round hour, for half an hour on either side; “about” widens the interval; "
            "“after” leaves it open; “in the evening” gives bounds alone.",
        ),
        (
            ("about, on the hour", "± 30 min"),
            ("about, else", "± 15 min"),
            ("to the hour", "± 30 min"),
            ("shortly before, shortly after", "30 min"),
            ("beginning, middle, end of a month", "1–12, 10–20, 20–end"),
            ("beginning, middle, end of a year", "1–4, 5–8, 9–12 (months)"),
        ),
        Words(
            "Une heure sans fuseau dans un pays qui en a plusieurs garde une valeur vide entre ses bornes ; celle "
            "d’une publication aussi, partout sur terre. Une date relative sans date de publication n’est pas résolue. "
            "Les saisons sont celles du nord. Le calendrier de l’Hégire n’est pas lu.",
            "A time without a zone, in a country that has several, keeps an empty value between its bounds; so does "
            "that of a publication, anywhere on earth. A relative date without a date of publication is not resolved. "
            "Seasons are those of the north. The Hijri calendar is not read.",
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
