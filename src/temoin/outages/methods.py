"""The lens's methods as pages: what each does, its parameters with their values, its limits, its papers."""

from temoin.evidence.method import Method
from temoin.outages.measure.campaigns import CAMPAIGN_METHOD
from temoin.outages.measure.events import EVENT_METHOD
from temoin.outages.measure.listed import LISTED_METHOD, NEAR_HOURS
from temoin.outages.measure.picks import PICK_METHOD
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
            "Trois pannes ou plus d’un même lieu, à la même heure UTC et séparées d’un à sept jours, portent le même "
            "nom de série.",
            "Three outages or more of a place, at the same time in UTC and one to seven days apart, carry one "
            "campaign's name.",
        ),
        _parameters(_CAMPAIGN_PARAMETERS),
        Words(
            "Un changement d’heure pendant la série peut la couper en deux. Revenir à la même heure ne dit pas "
            "pourquoi.",
            "A change of clocks during the campaign may split it. To come back at the same time does not say why.",
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
)
