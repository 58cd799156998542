"""The methods that check the statements of one text, as pages: what each does, its parameters, its limits."""

from temoin.claims.checks import (
    comparisons,
    conversions,
    delays,
    flows,
    headlines,
    listings,
    magnitudes,
    phases,
    proportions,
    ranks,
    rates_told,
    repeats,
    shares,
    sums,
    type_slips,
    weekdays,
    zones,
)
from temoin.evidence.method import Method
from temoin.words import Words

_OURS = "Worked cases of the project’s reference on claims and spending"
_RATES = "European Central Bank, euro foreign exchange reference rates"
_AUDIENCE = "EU election observation, guidelines on social media: units of audience"

METHODS: tuple[Method, ...] = (
    Method(
        sums.METHOD,
        Words("Totaux et parties", "Totals and parts"),
        Words(
            "Un total annoncé est comparé à la somme de ce qui le compose : lignes d’une liste, colonne d’un "
            "tableau, "
            "montants de la même phrase. La somme est celle des chiffres imprimés ; elle tient si les "
            "intervalles des "
            "parties et du total se rencontrent. Le calcul est montré.",
            "A stated total is set against the sum of what makes it up: lines of a list, a column of a table, "
            "amounts "
            "of the same sentence. The sum is that of the printed figures; it holds if the intervals of parts and "
            "total meet. The arithmetic is shown.",
        ),
        (),
        Words(
            "Un écart que l’arrondi des parties peut expliquer ne se juge pas. Un tableau qui ne dit pas qu’il est "
            "complet peut rester sous son total sans le contredire.",
            "A gap that the rounding of the parts may explain is not judged. A table that does not say it is "
            "complete "
            "may stay below its total without contradicting it.",
        ),
        (_OURS,),
    ),
    Method(
        shares.METHOD,
        Words("Parts, évolutions et multiples", "Shares, changes and multiples"),
        Words(
            "Une part (« 72 % du total »), une évolution (« 10,34 % de moins ») ou un multiple est recalculé sur les "
            "chiffres du texte, entre les bornes de ce qui est imprimé. « Deux tiers de 18 millions » est calculé.",
            "A share (“72% of the total”), a change (“10.34% less”) or a multiple is computed again from the figures "
            "of the text, between the bounds of what is printed. “Two thirds of 18 million” is computed.",
        ),
        (),
        Words(
            "Une base que le texte ne donne pas laisse la part sans vérification. Une fraction en toutes lettres "
            "vaut "
            "tout ce dont aucune autre fraction courante n’est plus proche.",
            "A base that the text does not give leaves the share unchecked. A fraction in words stands for whatever "
            "no other common fraction is nearer to.",
        ),
        (_OURS,),
    ),
    Method(
        conversions.METHOD,
        Words("Conversions au cours du jour", "Conversions at the rate of the day"),
        Words(
            "Un montant donné dans deux monnaies suppose un cours. Il est comparé aux cours de la date du "
            "montant et à "
            "ceux du mois qui précède la publication : la conversion tient à l’une, à plusieurs ou à aucune. Un "
            "écart "
            "de dix fois est dit comme tel.",
            "An amount given in two currencies implies a rate. It is set against the rates at the date of the amount "
            "and in the month before publication: the conversion holds at one, at several or at none. An error "
            "of ten "
            "times is told as such.",
        ),
        (("before_publication", "31 days"), ("around", "1 year before, 31 days after")),
        Words(
            "Pour une monnaie sans cours quotidien, seule la moyenne de l’année est connue : on ne juge alors que "
            "l’ordre de grandeur. Les deux francs CFA, de même valeur, ne sont pas distingués.",
            "For a currency without daily rates only the mean of the year is known: the order of magnitude alone is "
            "then judged. The two CFA francs, of equal worth, are not told apart.",
        ),
        (_RATES, "CIA World Factbook, yearly exchange rates"),
    ),
    Method(
        rates_told.METHOD,
        Words("Un même texte, un même cours ?", "One text, one rate?"),
        Words(
            "Les cours que supposent les conversions d’un texte entre deux mêmes monnaies sont comparés entre eux.",
            "The rates that the conversions of a text between the same two currencies imply are set against one "
            "another.",
        ),
        (),
        Words(
            "Des cours différents peuvent venir de jours différents ou de montants non arrondis : jamais un verdict "
            "d’erreur.",
            "Different rates may come from different days or from unrounded amounts: never a verdict of error.",
        ),
        (_RATES,),
    ),
    Method(
        zones.METHOD,
        Words("Heure universelle et heure locale", "Universal time and local time"),
        Words(
            "Une heure donnée en UTC et en heure locale est vérifiée dans chaque fuseau du pays, par les règles en "
            "vigueur ce jour-là.",
            "A time given in UTC and in local time is verified in each zone of the country, by the rules in force on "
            "that day.",
        ),
        (),
        Words(
            "Le pays est celui dont parle la phrase ; une ville n’est reconnue que si elle est de la table des "
            "fuseaux.",
            "The country is the one the sentence speaks of; a city is known only if it is in the table of zones.",
        ),
        ("IANA time zone database, historical rules",),
    ),
    Method(
        weekdays.METHOD,
        Words("Jour de la semaine", "Day of the week"),
        Words(
            "Le jour de la semaine donné avec une date est comparé au calendrier. Sans année, l’année est celle "
            "de la "
            "date lue, ou la plus proche de la publication.",
            "The day of the week given with a date is set against the calendar. Without a year, the year is that of "
            "the date read, or the nearest to publication.",
        ),
        (("near", "200 days"),),
        Words(
            "Loin de la publication et sans année imprimée, une discordance ne se juge pas : l’année peut être une "
            "autre. Calendrier grégorien.",
            "Far from publication and without a printed year, a mismatch is not judged: the year may be another. "
            "Gregorian calendar.",
        ),
        ("ISO 8601",),
    ),
    Method(
        delays.METHOD,
        Words("Jours comptés de la publication", "Days counted from publication"),
        Words(
            "« Dans une semaine », « il y a trois jours » sont comptés de la date de publication, et l’addition est "
            "montrée.",
            "“In a week”, “three days ago” are counted from the date of publication, and the addition is shown.",
        ),
        (),
        Words(
            "Jours et semaines seulement : un mois n’a pas de longueur fixe. La date de publication doit être "
            "connue au "
            "jour.",
            "Days and weeks only: a month has no fixed length. The date of publication must be known to the day.",
        ),
        ("ISO 8601",),
    ),
    Method(
        listings.METHOD,
        Words("Nombre annoncé et liste donnée", "A count and its list"),
        Words(
            "Un nombre annoncé est comparé à la liste que le texte en donne : lignes, noms de personnes, "
            "plateformes. "
            "Moins de noms qu’annoncé n’est pas une contradiction, mais une liste à compléter.",
            "A stated number is set against the list that the text gives of it: lines, names of people, platforms. "
            "Fewer names than stated is no contradiction, but a list to complete.",
        ),
        (),
        Words(
            "Les noms sont reconnus à leurs majuscules, près du mot compté. Un nombre qui ne porte que sur une "
            "partie "
            "de la liste n’est pas vérifié.",
            "Names are known by their capitals, near the word counted. A number of only a part of the list is not "
            "verified.",
        ),
        (_OURS,),
    ),
    Method(
        ranks.METHOD,
        Words("Rangs et superlatifs", "Ranks and superlatives"),
        Words(
            "Un rang, « en tête » ou « le plus gros » est comparé aux chiffres de la liste, de la phrase, ou, "
            "pour une "
            "audience, de la même plateforme. Sans autre chiffre à comparer, il ne peut se dire.",
            "A rank, “in the lead” or “the largest” is set against the figures of the list, of the sentence or, "
            "for an "
            "audience, of the same platform. With no other figure to compare, it cannot be told.",
        ),
        (),
        Words(
            "Un classement par un critère que le texte ne chiffre pas n’est pas vérifié. Des chiffres arrondis "
            "laissent "
            "plusieurs places possibles.",
            "A ranking by a criterion that the text gives no figures of is not verified. Rounded figures leave "
            "several "
            "places open.",
        ),
        (_OURS,),
    ),
    Method(
        comparisons.METHOD,
        Words("Unités mélangées dans une comparaison", "Mixed units in a comparison"),
        Words(
            "Abonnés, amis, membres, utilisateurs, consultations et « j’aime » comptent des choses différentes : un "
            "paragraphe qui les compare est signalé.",
            "Followers, friends, members, users, views and likes count different things: a paragraph that compares "
            "them is told.",
        ),
        (),
        Words(
            "Seules les unités nommées sont vues ; des abonnés de plateformes différentes, dans la même unité, "
            "ne sont "
            "pas signalés ici.",
            "Only units that are named are seen; followers of different platforms, in the same unit, are not "
            "told here.",
        ),
        (_AUDIENCE,),
    ),
    Method(
        proportions.METHOD,
        Words("Parts vraisemblables d’une population", "Plausible shares of a population"),
        Words(
            "Les abonnés d’un compte sont rapportés aux utilisateurs que le texte donne à la plateforme, les "
            "consultations d’un jour aux internautes du pays, les personnes à sa population.",
            "The followers of an account are set against the users that the text gives the platform, the views of a "
            "day against the internet users of the country, people against its population.",
        ),
        (
            ("most_of_a_service", str(proportions.MOST_OF_A_SERVICE)),
            ("most_views_a_head", f"{proportions.MOST_VIEWS_A_HEAD} a day"),
            ("beyond_population", "2 times"),
        ),
        Words(
            "Des abonnés peuvent vivre à l’étranger ou n’être personne : une part invraisemblable est une "
            "question. Les "
            "estimations de population sont révisées après coup.",
            "Followers may live abroad or be nobody: an implausible share is a question. Estimates of population are "
            "revised afterwards.",
        ),
        ("World Bank, SP.POP.TOTL and IT.NET.USER.ZS", _AUDIENCE),
    ),
    Method(
        magnitudes.METHOD,
        Words("Glissements de grandeur ou d’unité", "Slips of magnitude or unit"),
        Words(
            "Un chiffre du titre dont le texte répète les chiffres significatifs à un facteur 10, 100, 1 000 ou un "
            "million près, ou dans une autre monnaie, est signalé.",
            "A figure of the headline whose digits the text repeats 10, 100, 1,000 or a million times larger or "
            "smaller, or in another currency, is told.",
        ),
        (("fewest_digits", "2"),),
        Words(
            "Titre contre texte seulement, et pour au moins deux chiffres significatifs : un seul se répète par "
            "hasard.",
            "Headline against text only, and for at least two significant digits: a single one repeats by chance.",
        ),
        (_OURS,),
    ),
    Method(
        headlines.METHOD,
        Words("Titre contre texte : l’argent des plateformes", "Headline against text: money to platforms"),
        Words(
            "Quand un titre dit combien est dépensé pour des plateformes, les montants du texte qui vont à une "
            "plateforme nommée sont rapportés à tous les montants.",
            "Where a headline says how much is spent on platforms, the amounts of the text that go to a named "
            "platform "
            "are set against all the amounts.",
        ),
        (),
        Words(
            "Va à une plateforme ce dont le paragraphe en nomme une et parle d’accord ou de publicité. Un titre peut "
            "reposer sur plus que son texte : c’est une question, non une contradiction.",
            "What goes to a platform is what a paragraph that names one, and a deal or advertising, tells. A "
            "headline "
            "may rest on more than its text: it is a question, not a contradiction.",
        ),
        (_OURS,),
    ),
    Method(
        phases.METHOD,
        Words("Prévu, puis dit dépensé", "Planned, then told as spent"),
        Words(
            "Des montants présentés comme investissements, budget ou avis de marché, puis dits dépensés ou "
            "payés, sont "
            "signalés : un budget n’est pas un paiement.",
            "Amounts presented as investments, a budget or a tender, then told as spent or paid, are told: a "
            "budget is "
            "not a payment.",
        ),
        (),
        Words(
            "Les mots du texte seuls sont lus ; un investissement peut avoir été payé. Jamais un verdict d’erreur.",
            "Only the words of the text are read; an investment may have been paid. Never a verdict of error.",
        ),
        ("Open Contracting Data Standard 1.1, stages of a contracting process",),
    ),
    Method(
        flows.METHOD,
        Words("Total à date pris pour le montant d’une période", "A total to date taken for a period"),
        Words(
            "Un montant dit d’une semaine ou d’un mois, qui se place entre les totaux à date d’avant et d’après, est "
            "signalé.",
            "An amount told as that of a week or a month, which lies between the totals to date before and after, is "
            "told.",
        ),
        (),
        Words(
            "Il faut deux totaux datés autour, dans la même monnaie et pour la même entité. Jamais un verdict "
            "d’erreur.",
            "Two dated totals around it are needed, in the same currency and of the same entity. Never a verdict of "
            "error.",
        ),
        (_OURS,),
    ),
    Method(
        repeats.METHOD,
        Words("Un même chiffre dit deux fois", "One figure told twice"),
        Words(
            "Deux chiffres d’une même chose (entité, propriété, plateforme, unité, date, locuteur) qui ne se "
            "rencontrent "
            "pas sont signalés.",
            "Two figures of one thing (entity, attribute, platform, unit, date, speaker) that do not meet are told.",
        ),
        (),
        Words(
            "Un pays seul, ou une propriété inconnue, ne suffit pas à dire qu’il s’agit de la même chose. Sans date, "
            "l’écart ne se juge pas.",
            "A country alone, or an unknown attribute, is not enough to say that it is the same thing. Without a "
            "date "
            "the difference is not judged.",
        ),
        (_OURS,),
    ),
    Method(
        type_slips.METHOD,
        Words("Un nom pour deux natures", "One name, two natures"),
        Words(
            "Un nom dit d’un lieu (« ville de… ») et d’un service qui montre vidéos ou bannières à ses "
            "utilisateurs est "
            "signalé : c’est souvent une erreur de traduction.",
            "A name told of a place (“city of…”) and of a service that shows videos or banners to its users is told: "
            "it is often an error of translation.",
        ),
        (),
        Words(
            "Lieux et services seulement. Un service qui porte le nom d’une ville, et dont le texte parle aussi, "
            "serait "
            "signalé à tort.",
            "Places and services only. A service named after a city of which the text speaks too would be told "
            "wrongly.",
        ),
        (_OURS,),
    ),
)
