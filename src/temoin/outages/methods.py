"""The lens's methods as pages: what each does, its parameters with their values, its limits, its papers."""

from temoin.evidence.method import Method
from temoin.outages.measure.campaigns import CAMPAIGN_METHOD
from temoin.outages.measure.events import EVENT_METHOD
from temoin.outages.measure.picks import PICK_METHOD
from temoin.outages.measure.restated import RESTATED_METHOD
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
            "Chaque intervalle est comparé à la médiane des dernières semaines saines à la même heure de la semaine "
            "(de la journée, tant que deux semaines ne sont pas connues). Il est tombé s’il en perd plus d’un "
            "cinquième et plus que le bruit ne l’explique ; trois intervalles de suite confirment la chute. Ce qui "
            "est tombé n’est jamais appris ; ce qui n’est pas mesuré ne compte ni pour ni contre.",
            "Each bin is compared with the median of the last clean weeks at the same time of the week (of the day, "
            "until two weeks are known). It has fallen if it lost more than a fifth and more than noise explains; "
            "three bins in a row confirm the fall. What has fallen is never learnt; what is not measured counts "
            "neither for nor against.",
        ),
        _parameters(),
        Words(
            "Les heures sont aussi fines que les intervalles. Une perte de moins de moitié qui glisse sans marche "
            "nette est prise pour un jour férié ; à l’inverse, des intervalles d’une heure ou plus donnent à un jour "
            "férié l’air d’une marche. Une perte de moins de moitié qui dure quatre semaines devient le nouveau "
            "niveau. Une chute d’un signal d’usage, de moins de moitié, qui revient chaque semaine dès les deux "
            "premières est prise pour la forme de la semaine. Avant trois jours de mesure, rien n’est jugé.",
            "Times are as fine as the bins. A loss of less than half that glides without a clear step is taken for a "
            "holiday; conversely, bins of an hour or more make a holiday look like a step. A loss of less than half "
            "that lasts four weeks becomes the new level. A fall of a use signal, of less than half, that comes back "
            "every week from the first two is taken for the week's shape. Before three days of measure nothing is "
            "judged.",
        ),
        (
            "IODA, rule for active probing (80 % of the median): InetIntel/ioda-ui, Help.js",
            "Guillot et al., Chocolatine, TMA 2019, arXiv 1906.04426",
        ),
    ),
    Method(
        EVENT_METHOD,
        Words("Panne d’un lieu", "Outage of a place"),
        Words(
            "Les chutes qui se recouvrent ou commencent à moins de six heures l’une de l’autre forment une panne. "
            "Le signal préféré est un signal d’accès (sondage actif, BGP), puis le plus net, puis le premier. Il faut "
            "deux voix ; les signaux d’usage peu profonds n’en ont qu’une pour eux tous, car ils partagent repos et "
            "fêtes. Un retour bref reste dans la panne, qui n’est finie que lorsque tous les signaux tombés sont "
            "revenus.",
            "Falls that overlap or begin within six hours of each other make one outage. The preferred signal is one "
            "of reach (active probing, BGP), then the clearest, then the first. Two votes are needed; shallow signals "
            "of use share a single one, for they share weekends and holidays. A brief return stays inside the "
            "outage, which is over only when every signal that fell is back.",
        ),
        _parameters(_EVENT_PARAMETERS),
        Words(
            "Une perte mesurée, jamais sa cause. La confiance ordonne, elle n’est pas une probabilité. La limitation "
            "de débit et le blocage d’un service ne sont pas encore reconnus.",
            "A measured loss, never its cause. Confidence ranks; it is no probability. Throttling and the blocking of "
            "one service are not yet told.",
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
)
