"""The lens's methods as pages: what each does, its parameters with their values, its limits, its papers."""

from temoin.evidence.method import Method
from temoin.outages.measure.campaigns import CAMPAIGN_METHOD
from temoin.outages.measure.events import EVENT_METHOD
from temoin.outages.measure.instrument import INSTRUMENT_METHOD
from temoin.outages.measure.picks import PICK_METHOD
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
            "revenus. Un lieu dont un signal mesure trois parties au moins, régions ou réseaux, reçoit leur série "
            "réunie, moyenne de ce que chacune garde de ce qui était attendu, jugée comme les autres ; ses parties "
            "tombées avec lui sont nommées dans sa panne. S’il n’en a pas, trois parties tombées à moins de six heures "
            "l’une de l’autre en font une, dont la profondeur est une part de toutes les parties mesurées. Une chute "
            "douteuse ne vote pas.",
            "Falls that overlap or begin within six hours of each other make one outage. The preferred signal is one "
            "of reach (active probing, BGP), then the clearest, then the first. Two votes are needed; shallow signals "
            "of use share a single one, for they share weekends and holidays. A brief return stays inside the "
            "outage, which is over only when every signal that fell is back. A place of which a signal measures three "
            "parts or more, regions or networks, gets their joined series, the mean of what each keeps of what was "
            "expected, judged as any other; its parts that fell with it are named in its outage. Where it has none, "
            "three parts that fell within six hours make one, whose depth is a share of all the parts measured. A fall "
            "in doubt has no vote.",
        ),
        _parameters(_EVENT_PARAMETERS),
        Words(
            "Une perte mesurée, jamais sa cause. La confiance ordonne, elle n’est pas une probabilité. La limitation "
            "de débit et le blocage d’un service ne sont pas encore reconnus. Dans une série réunie, chaque partie "
            "compte autant, grande ou petite ; une partie qui tombe avec son pays et reste tombée après lui n’a pas sa "
            "propre ligne. Trois petits réseaux d’un grand pays qui tombent par hasard le même soir font une ligne, "
            "avec leur part.",
            "A measured loss, never its cause. Confidence ranks; it is no probability. Throttling and the blocking of "
            "one service are not yet told. In a joined series each part counts the same, large or small; a part that "
            "falls with its country and stays down after it has no line of its own. Three small networks of a large "
            "country that fall on one evening by chance make a line, with their share.",
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
