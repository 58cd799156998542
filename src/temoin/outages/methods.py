"""The lens's methods as pages: what each does, its parameters with their values, its limits, its papers."""

from temoin.evidence.method import Method
from temoin.outages.character_words import measured_words
from temoin.outages.measure.campaigns import CAMPAIGN_METHOD
from temoin.outages.measure.character import CHARACTER_METHOD, DEFAULT_CHARACTER
from temoin.outages.measure.events import EVENT_METHOD
from temoin.outages.measure.instrument import INSTRUMENT_METHOD
from temoin.outages.measure.listed import LISTED_METHOD, NEAR_HOURS
from temoin.outages.measure.picks import PICK_METHOD
from temoin.outages.measure.restated import RESTATED_METHOD
from temoin.outages.people import PEOPLE_METHOD
from temoin.outages.settings import DEFAULT
from temoin.words import Words

_BISCHOF = (
    "Bischof et al., Destination Unreachable: Characterizing Internet Outages and Shutdowns, SIGCOMM 2023, "
    "doi 10.1145/3603269.3604883"
)
_EVENT_PARAMETERS = ("agrees_within_hours", "use_alone_depth", "learned_days", "blackout_depth")
_CAMPAIGN_PARAMETERS = ("same_clock_minutes", "recurs_within_days")


def _parameters(names: tuple[str, ...] | None = None) -> tuple[tuple[str, str], ...]:
    others = (*_EVENT_PARAMETERS, *_CAMPAIGN_PARAMETERS)
    return tuple(pair for pair in DEFAULT.printed() if (pair[0] in names if names else pair[0] not in others))


METHODS: tuple[Method, ...] = (
    Method(
        PICK_METHOD,
        Words("Chute d’un signal", "Fall of one signal"),
        Words(
            "Chaque intervalle est comparé, sur une échelle logarithmique, à la médiane des dernières semaines "
            "saines à la même heure locale (de la journée, tant que deux semaines ne sont pas connues), remise au "
            "niveau des trois derniers jours. Ce qui manque est cumulé : une coupure nette se confirme en trois "
            "intervalles, une petite perte en davantage, un seul intervalle jamais. Une perte de moins de moitié doit "
            "ressembler davantage à une chute en une heure qu’au glissement d’un jour férié ou à un sursaut du bruit "
            "(rapport de vraisemblance, bruit autocorrélé). Ce qui est tombé n’est jamais appris ; ce qui n’est pas "
            "mesuré ne compte ni pour ni contre. À part, le niveau de chaque jour est comparé à celui des quatre "
            "semaines d’avant : une baisse qui tient encore après deux semaines est un changement durable de niveau.",
            "Each bin is compared, on a logarithmic scale, with the median of the last clean weeks at the same local "
            "time of the week (of the day, until two weeks are known), set to the level of the last three days. What "
            "is missing adds up: a clean cut is confirmed in three bins, a small loss in more, a single bin never. A "
            "loss of less than half must look more like a fall within an hour than like the glide of a holiday or a "
            "shock of the noise (likelihood ratio, autocorrelated noise). What has fallen is never learnt; what is "
            "not measured counts neither for nor against. Apart from that the level of each day is compared with "
            "that of the four weeks before: a fall that still stands after two weeks is a lasting change of level.",
        ),
        _parameters(),
        Words(
            "Les heures sont aussi fines que les intervalles. Une perte de moins de moitié qui glisse sur des heures "
            "est prise pour un jour férié ; si un intervalle dure plus d’une heure, une perte de moins d’un tiers doit "
            "durer quinze jours. Une perte de moins de moitié qui dure trois jours est apprise comme nouveau niveau, "
            "sans être dite finie avant son retour. À une heure de la semaine jamais vue, un signal d’usage n’est jugé "
            "qu’au-delà de 30 % de perte. Avant trois jours de mesure, rien n’est jugé ; un changement durable demande "
            "sept semaines.",
            "Times are as fine as the bins. A loss of less than half that glides over hours is taken for a holiday; "
            "where a bin lasts more than an hour, a loss of less than a third must last fifteen days. A loss of less "
            "than half that lasts three days is learnt as a new level, and said to have ended only at its return. At "
            "a time of the week never seen, a use signal is judged beyond a loss of 30 % only. Before three days of "
            "measure nothing is judged; a lasting change takes seven weeks.",
        ),
        (
            "Page, Continuous inspection schemes, Biometrika 1954, doi 10.1093/biomet/41.1-2.100",
            "Prais and Winsten, Trend estimators and serial correlation, Cowles Commission 383, 1954",
            "Guillot et al., Chocolatine, TMA 2019, arXiv 1906.04426",
        ),
    ),
    Method(
        EVENT_METHOD,
        Words("Panne d’un lieu", "Outage of a place"),
        Words(
            "Les chutes qui se recouvrent ou commencent à moins de six heures l’une de l’autre forment une panne. Le "
            "signal préféré est un signal d’accès (sondage actif, BGP), puis le plus net, puis le premier. Il faut "
            "deux voix ; les signaux d’usage peu profonds n’en ont qu’une pour eux tous, car ils partagent repos et "
            "fêtes. Un retour bref reste dans la panne, qui n’est finie que lorsque tous les signaux tombés sont "
            "revenus. Sa nature est perte totale, perte partielle, ralentissement (niveau durablement plus bas, ou un "
            "jour au moins d’usage réduit pendant que les machines répondent) ou perte d’un service, quand seuls des "
            "signaux de services tombent. Un lieu dont un signal mesure trois parties au moins, régions ou réseaux, "
            "reçoit leur série réunie, moyenne de ce que chacune garde de ce qui était attendu, jugée comme les "
            "autres ; ses parties tombées avec lui sont nommées dans sa panne. S’il n’en a pas, trois parties tombées "
            "à moins de six heures l’une de l’autre en font une, dont la profondeur est une part de toutes les "
            "parties mesurées. Une chute douteuse ne vote pas.",
            "Falls that overlap or begin within six hours of each other make one outage. The preferred signal is one "
            "of reach (active probing, BGP), then the clearest, then the first. Two votes are needed; shallow signals "
            "of use share a single one, for they share weekends and holidays. A brief return stays inside the "
            "outage, which is over only when every signal that fell is back. Its kind is a blackout, a partial loss, "
            "throttling (a level lower for good, or a day or more of less use while machines answer) or a service "
            "block, where only signals of services fell. A place of which a signal measures three "
            "parts or more, regions or networks, gets their joined series, the mean of what each keeps of what was "
            "expected, judged as any other; its parts that fell with it are named in its outage. Where it has none, "
            "three parts that fell within six hours make one, whose depth is a share of all the parts measured. A fall "
            "in doubt has no vote.",
        ),
        _parameters(_EVENT_PARAMETERS),
        Words(
            "Une perte mesurée, jamais sa cause : un ralentissement est une baisse durable de niveau ou d’usage, la "
            "perte d’un service celle de ses seuls signaux ; panne du service lui-même ou blocage, la mesure ne le "
            "dit pas. La confiance ordonne, elle n’est pas une probabilité. Dans une série réunie, chaque partie "
            "compte autant, grande ou petite ; une partie qui tombe avec son pays et reste tombée après lui n’a pas "
            "sa propre ligne. Trois petits réseaux d’un grand pays qui tombent par hasard le même soir font une "
            "ligne, avec leur part.",
            "A measured loss, never its cause: a slowdown is a lasting fall of level or of use, the loss of a service "
            "that of its signals alone; whether the service itself failed or was blocked, the measure does not say. "
            "Confidence ranks; it is no probability. In a joined series each part counts the same, large or small; a "
            "part that falls with its country and stays down after it has no line of its own. Three small networks of "
            "a large country that fall on one evening by chance make a line, with their share.",
        ),
        (_BISCHOF, "Krischer et al., ObsPy, 2015, doi 10.1088/1749-4699/8/1/014003 (picks, events, preferred origin)"),
    ),
    Method(
        CAMPAIGN_METHOD,
        Words("Pannes qui reviennent", "Outages that recur"),
        Words(
            "Trois pannes ou plus d’un même lieu, à la même heure locale à trois quarts d’heure près et séparées d’un "
            "à sept jours, forment une série. Sa règle est la plus simple qui explique les dates : chaque jour, tous "
            "les N jours, certains jours de la semaine ; une date sur cinq peut manquer. Elle donne les dates "
            "attendues ensuite, et dit celles que les mesures ont déjà démenties. Des dates sans règle n’annoncent "
            "rien. Dans la liste publiée de 2018 à 2021, 67,7 % des récurrences de coupures sont espacées d’un à "
            "quatre jours exactement, contre 0,17 % de celles des autres pannes.",
            "Three outages or more of a place, at the same local time within three quarters of an hour and one to "
            "seven days apart, are a campaign. Its rule is the simplest that explains the dates: every day, every N "
            "days, certain days of the week; one date in five may be missing. It gives the dates expected next, and "
            "says those that the measurements have already denied. Dates without a rule announce nothing. In the "
            "list published for 2018 to 2021, 67.7 % of the recurrences of shutdowns are exactly one to four days "
            "apart, against 0.17 % of those of other outages.",
        ),
        _parameters(_CAMPAIGN_PARAMETERS),
        Words(
            "L’heure locale est celle de la région, sinon de la capitale ; un réseau dont le pays n’est pas dit est lu "
            "en UTC, et un changement d’heure coupe alors sa série en deux. Une date attendue n’est pas annoncée par "
            "quelqu’un : elle prolonge une règle. Revenir à la même heure ne dit pas pourquoi.",
            "Local time is that of the region, else of the capital; a network whose country is not said is read in "
            "UTC, and a change of clocks then splits its campaign in two. Nobody announced a date that is expected: "
            "it extends a rule. To come back at the same time does not say why.",
        ),
        (_BISCHOF,),
    ),
    Method(
        LISTED_METHOD,
        Words("Pannes mesurées et listes publiées", "Measured outages and published lists"),
        Words(
            "Chaque ligne publiée d’un lieu et d’un temps mesurés est rapprochée de la panne dont le début est le plus "
            "proche. Leurs intervalles se rencontrent, à la précision de chacun, ou la date diffère. Une ligne qui ne "
            "fait que recouvrir une panne, que ces signaux ne peuvent montrer (une partie du pays, un service), ou à "
            "côté de laquelle rien n’est tombé ne prouve rien. Une panne hors des listes est sans étiquette, jamais "
            "fausse. La cause et l’ordre restent les mots de l’éditeur.",
            "Each published row of a place and time that were measured is set beside the outage whose beginning lies "
            "nearest. Their intervals meet, as precisely as each is known, or the date differs. A row that merely "
            "overlaps an outage, that these signals cannot show (a part of the country, one service), or beside which "
            "nothing fell proves nothing. An outage outside the lists is unlabelled, never false. Cause and order "
            "stay the publisher’s words.",
        ),
        (("near_hours", str(NEAR_HOURS)),),
        Words(
            "Une liste tirée des mêmes signaux (les alertes d’IODA) n’est pas une seconde source. Un jour vaut de "
            "minuit à minuit dans le pays. Les listes ont leurs choix : elles tiennent ce que leurs auteurs voient, et "
            "s’arrêtent avant ce qu’elles recensent. Le blocage d’un service n’est jamais rapproché d’une panne.",
            "A list drawn from the same signals (IODA’s alerts) is not a second source. A day is worth midnight to "
            "midnight in the country. Lists select: they hold what their authors see, and stop before what they list "
            "stops. The block of one service is never set beside an outage.",
        ),
        ("Access Now, #KeepItOn, methodology of the STOP list", _BISCHOF),
    ),
    Method(
        CHARACTER_METHOD,
        Words("Ressemblance avec les coupures confirmées", "Likeness to confirmed cuts"),
        Words(
            "Quelques traits, chacun avec son poids : minute et jour du début à l’heure locale, durée, signaux qui "
            "l’ont vue, retours à la même heure locale, taille du pays. Présent, un trait ne peut qu’élever la "
            "ressemblance ; inconnu, il compte pour sa valeur moyenne et la fourchette couvre ce qu’il peut être. "
            "Deux barèmes : l’un tant que la panne dure (1, 6 et 24 heures après son début, sans rien supposer de la "
            "suite), l’autre une fois finie. Ajusté par régression logistique régularisée sur 700 pannes nationales "
            "vérifiées à la main, 149 d’entre elles attribuées à un gouvernement ou à des examens. Le rapport de "
            "vraisemblance est ce que les traits disent ; la ressemblance suppose en outre une part de coupures au "
            "départ, celle de la liste à défaut d’une autre. Aucun pays n’y est nommé.",
            "A few traits, each with its weight: minute and day of the beginning in local time, length, signals that "
            "saw it, returns at the same local time, size of the country. A trait that is there can only raise the "
            "likeness; one not known counts for its average value, and the range covers what it may be. Two cards: "
            "one while the outage goes on (1, 6 and 24 hours after it began, supposing nothing of what follows), the "
            "other once it is over. Fitted by regularised logistic regression on 700 national outages verified by "
            "hand, 149 of them put down to a government or to exams. The likelihood ratio is what the traits say; "
            "the likeness also supposes a share of cuts at the start, that of the list unless another is given. No "
            "country is named in it.",
        ),
        tuple((name, f"{value:g}") for name, value in DEFAULT_CHARACTER.record().items() if isinstance(value, float)),
        Words(
            "Ce n’est pas une preuve d’ordre : une ressemblance, que n’ont ni les ralentissements ni les pertes d’un "
            "service. Sur des pays laissés de côté : {after} Les "
            "fourchettes tirent les pays au sort ; 142 des 149 coupures viennent de trois pays. Les analystes ont "
            "peut-être retenu des coupures parce qu’elles revenaient, ce qui donne trop de poids aux retours : une "
            "coupure isolée ressemble peu, et une panne ordinaire au milieu d’une série ressemble trop. La liste, de "
            "2018 à 2022, tient ce que voient BGP et le sondage : les coupures plus récentes qui laissent BGP debout "
            "y manquent. Elle ne tient aucune coupure d’un pays de moins de sept millions d’habitants : celle d’un "
            "petit pays ressemble trop peu. La part de départ change avec l’époque et le lieu. À 24 heures, 18 "
            "lignes seulement : l’étalonnage n’y est pas vérifiable. Des intervalles de plus d’un quart d’heure ne "
            "disent pas la minute.",
            "It is no proof of an order: a likeness, which slowdowns and losses of one service do not have. On "
            "countries left out: {after} The intervals draw countries at random; 142 of the 149 cuts come from three "
            "countries. Analysts may have kept cuts because they came back, which gives returns too much weight: a "
            "lone cut looks too little alike, and an ordinary outage amid a campaign too much. The list, from 2018 to "
            "2022, holds what BGP and probing see: newer cuts that leave BGP standing are missing. It holds no cut of "
            "a country of under seven million people: that of a small one looks too little alike. The share at the "
            "start moves with time and place. At 24 hours, only 18 rows: calibration cannot be checked there. Bins of "
            "more than a quarter of an hour do not tell the minute.",
        ).filled(after=measured_words()),
        (_BISCHOF,),
    ),
    Method(
        RESTATED_METHOD,
        Words("Mesures publiées deux fois", "Measurements published twice"),
        Words(
            "Deux relevés d’une même série absolue (lieu, signal, pas) sont comparés intervalle par intervalle. Une "
            "valeur changée de plus d’un millionième, ou retirée, est dite, avec ses lignes ; le relevé le plus "
            "récent fait foi. Une valeur ajoutée n’est pas une différence. Les exports ramenés à leur propre maximum "
            "ne sont ni comparés ni raccordés.",
            "Two retrievals of one absolute series (place, signal, bin width) are compared bin by bin. A value "
            "changed by more than a millionth, or taken away, is said, with its rows; the later retrieval is to be "
            "believed. A value added is no difference. Exports normalised to their own maximum are neither compared "
            "nor spliced.",
        ),
        (),
        Words(
            "Les deux relevés restent deux séries, chacune jugée sur son propre passé. Sans date d’obtention, rien ne "
            "dit lequel fait foi. Deux mesures différentes sous un même nom passent pour une correction : au-delà de "
            "la moitié des intervalles, le constat le dit.",
            "The two retrievals stay two series, each judged by its own past. Without a date of retrieval nothing says "
            "which is to be believed. Two different measures under one name look like a correction: beyond half of "
            "the bins the finding says so.",
        ),
        ("SDMX, Content-Oriented Guidelines, Metadata Common Vocabulary, 2009 (data revision)",),
    ),
    Method(
        INSTRUMENT_METHOD,
        Words("Chute de l’instrument", "Fall of the instrument"),
        Words(
            "Le même signal qui tombe d’autant, à moins d’une demi-heure ou de deux intervalles près, dans trois pays "
            "ou plus de deux continents (ONU, M49), et dans la moitié au moins de ceux qu’il observait alors, désigne "
            "l’instrument. Ces chutes sont mises en doute et ne font pas de panne ; les autres signaux d’un de ces "
            "pays gardent leur voix. Si la plupart de ces pays ont aussi perdu un signal d’une autre famille, deux "
            "instruments s’accordent et rien n’est mis en doute.",
            "The same signal that drops by as much, within half an hour or two bins, in three countries or more of two "
            "continents (UN M49), and in at least half of those that it watched then, points to the instrument. These "
            "falls are in doubt and make no outage; the other signals of such a country keep their vote. Where most of "
            "these countries also lost a signal of another family, two instruments agree and nothing is in doubt.",
        ),
        (),
        Words(
            "Il faut que d’autres pays soient mesurés : un seul pays ne dit rien de l’instrument. Une coupure de câble "
            "entre deux continents, vue par un seul signal, peut passer pour une défaillance de celui-ci.",
            "Other countries must be measured: one country alone says nothing of the instrument. A cable cut between "
            "two continents that a single signal sees may pass for a failure of it.",
        ),
        (
            "UN Statistics Division, Standard country or area codes for statistical use (M49)",
            "OONI, ooni/data, docs/implementation-plan.md: the same target moving in other countries the same hour",
        ),
    ),
    Method(
        PEOPLE_METHOD,
        Words("Personnes touchées", "People affected"),
        Words(
            "Au moins : le plus grand produit, réseau par réseau, des usagers que la table de l’analyste lui donne et "
            "de la part qu’il a perdue, selon le signal qui en a vu le moins. Au plus : les internautes du pays, la "
            "plus grande des estimations publiées pour la dernière année connue avant la panne. Jamais une somme de "
            "réseaux : une même personne peut être abonnée à plusieurs.",
            "At least: the largest product, network by network, of the users that the analyst's table gives it and the "
            "share that it lost, by the signal that saw the least. At most: the internet users of the country, the "
            "larger of the estimates published for the last year known before the outage. Never a sum of networks: one "
            "person may subscribe to several.",
        ),
        (),
        Words(
            "Les usagers d’un réseau sont une estimation, et la part perdue par ses adresses n’est pas celle de ses "
            "usagers. La borne haute est celle du pays, même pour une région.",
            "The users of a network are an estimate, and the share lost by its addresses is not that of its users. The "
            "upper bound is the country's, even for a region.",
        ),
        ("World Bank, IT.NET.USER.ZS and SP.POP.TOTL; CIA World Factbook, internet users",),
    ),
)
