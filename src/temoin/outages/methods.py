"""The lens's methods as pages: what each does, its parameters with their values, its limits, its papers."""

from temoin.evidence.method import Method
from temoin.outages.character_words import measured_words
from temoin.outages.measure.campaigns import CAMPAIGN_METHOD
from temoin.outages.measure.character import CHARACTER_METHOD, DEFAULT_CHARACTER
from temoin.outages.measure.events import EVENT_METHOD
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
            "Ce n’est pas une preuve d’ordre : une ressemblance. Sur des pays laissés de côté : {after} Les "
            "fourchettes tirent les pays au sort ; 142 des 149 coupures viennent de trois pays. Les analystes ont "
            "peut-être retenu des coupures parce qu’elles revenaient, ce qui donne trop de poids aux retours : une "
            "coupure isolée ressemble peu, et une panne ordinaire au milieu d’une série ressemble trop. La liste, de "
            "2018 à 2022, tient ce que voient BGP et le sondage : les coupures plus récentes qui laissent BGP debout "
            "y manquent. Elle ne tient aucune coupure d’un pays de moins de sept millions d’habitants : celle d’un "
            "petit pays ressemble trop peu. La part de départ change avec l’époque et le lieu. À 24 heures, 18 "
            "lignes seulement : l’étalonnage n’y est pas vérifiable. Des intervalles de plus d’un quart d’heure ne "
            "disent pas la minute.",
            "It is no proof of an order: a likeness. On countries left out: {after} The intervals draw countries at "
            "random; 142 of the 149 cuts come from three countries. Analysts may have kept cuts because they came "
            "back, which gives returns too much weight: a lone cut looks too little alike, and an ordinary outage "
            "amid a campaign too much. The list, from 2018 to 2022, holds what BGP and probing see: newer cuts that "
            "leave BGP standing are missing. It holds no cut of a country of under seven million people: that of a "
            "small one looks too little alike. The share at the start moves with time and place. At 24 hours, only "
            "18 rows: calibration cannot be checked there. Bins of more than a quarter of an hour do not tell the "
            "minute.",
        ).filled(after=measured_words()),
        (_BISCHOF,),
    ),
)
