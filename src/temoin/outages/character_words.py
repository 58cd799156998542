"""The traits of a likeness in words, each with the base rate that was published for it, or recounted on the list."""

from collections.abc import Callable, Collection, Mapping

from temoin.outages.measure.character import Horizon, character_model
from temoin.quantity import Quantity, print_number
from temoin.words import LANGUAGES, Words, same

SHARE = Quantity("share", Words("part", "share"), Words("%", "%"), 1)
_PUBLISHED = same("Bischof et al., SIGCOMM 2023")
_RECOUNTED = Words("recompté sur leur liste", "recounted on their list")
_RATES = Words(
    "{words} : {cuts} des coupures confirmées, {others} des pannes spontanées ({who})",
    "{words}: {cuts} of confirmed cuts, {others} of spontaneous outages ({who})",
)

# Published shares, of confirmed cuts and of spontaneous outages, of national scope, 2018 to 2021.
ON_THE_HOUR = (0.706, 0.231)
HOUR_OR_HALF = (0.848, 0.395)
ALL_THREE = (0.945, 0.539)

_LASTED = Words("a duré plus de deux heures", "lasted more than two hours")
_NOT_LASTED = Words("n’a pas duré plus de deux heures", "did not last more than two hours")
_MEDIANS = Words(
    "{words} : la moitié des coupures confirmées durent plus de 5,5 h, la moitié des pannes spontanées plus de 2,0 h "
    "(Bischof et al., SIGCOMM 2023)",
    "{words}: half of confirmed cuts last more than 5.5 h, half of spontaneous outages more than 2.0 h "
    "(Bischof et al., SIGCOMM 2023)",
)
_RECURRING = Words(
    "{words} : quand une coupure confirmée en suit une autre, c’est à un, deux, trois ou quatre jours d’écart exact "
    "dans 67,7 % des cas, contre 0,17 % pour les pannes spontanées (Bischof et al., SIGCOMM 2023)",
    "{words}: where one confirmed cut follows another, it is exactly one, two, three or four days later in 67.7% of "
    "cases, against 0.17% for spontaneous outages (Bischof et al., SIGCOMM 2023)",
)
_FRIDAY = Words(
    "{words} : 6 % des coupures confirmées commencent un vendredi, jour qui ne se distingue pas pour les pannes "
    "spontanées (Bischof et al., SIGCOMM 2023)",
    "{words}: 6% of confirmed cuts begin on a Friday, a day that does not stand out among spontaneous outages "
    "(Bischof et al., SIGCOMM 2023)",
)
_SAYS: dict[str, tuple[Words, Words, Words]] = {
    "on-the-hour": (
        Words("commence à l’heure pile, heure locale", "begins on the hour, local time"),
        Words("ne commence pas à l’heure pile, heure locale", "does not begin on the hour, local time"),
        Words("minute du début, heure locale", "minute of the beginning, local time"),
    ),
    "on-the-half-hour": (
        Words("commence à l’heure ou à la demie, heure locale", "begins on the hour or half-hour, local time"),
        Words("ne commence ni à l’heure ni à la demie", "begins neither on the hour nor on the half-hour"),
        Words("minute du début, heure locale", "minute of the beginning, local time"),
    ),
    "not-on-friday": (
        Words("ne commence pas un vendredi", "does not begin on a Friday"),
        Words("commence un vendredi", "begins on a Friday"),
        Words("jour de la semaine, heure locale", "day of the week, local time"),
    ),
    "all-three-signals": (
        Words("vue par BGP, le sondage actif et le télescope", "seen by BGP, active probing and the telescope"),
        Words(
            "pas vue à la fois par BGP, le sondage actif et le télescope",
            "not seen by all of BGP, active probing and the telescope",
        ),
        Words(
            "si BGP, le sondage actif et le télescope l’ont tous vue (que BGP seul soit resté ne dit rien)",
            "whether BGP, active probing and the telescope all saw it (that BGP alone stayed tells nothing)",
        ),
    ),
    "recurs-before": (
        Words(
            "une autre avait commencé à la même heure locale un à sept jours plus tôt",
            "another began at the same local time one to seven days before",
        ),
        Words(
            "aucune n’avait commencé à la même heure locale un à sept jours plus tôt",
            "none began at the same local time one to seven days before",
        ),
        Words(
            "si une autre avait commencé à la même heure la semaine d’avant",
            "whether another began at the same time in the week before",
        ),
    ),
    "recurs-after": (
        Words(
            "une autre a commencé à la même heure locale un à sept jours plus tard",
            "another began at the same local time one to seven days later",
        ),
        Words(
            "aucune n’a commencé à la même heure locale un à sept jours plus tard",
            "none began at the same local time one to seven days later",
        ),
        Words(
            "si une autre commencera à la même heure la semaine d’après",
            "whether another will begin at the same time in the week after",
        ),
    ),
    "campaign-near": (
        Words(
            "trois autres ou plus sont revenues à une même heure locale à moins de 90 jours",
            "three others or more came back at one local time within 90 days",
        ),
        Words(
            "pas trois autres qui reviennent à une même heure locale à moins de 90 jours",
            "no three others that came back at one local time within 90 days",
        ),
        Words(
            "si d’autres sont revenues à une même heure locale à moins de 90 jours",
            "whether others came back at one local time within 90 days",
        ),
    ),
    "large-country": (
        Words("pays de plus d’un million d’habitants", "country of more than a million people"),
        Words("pays d’un million d’habitants ou moins", "country of a million people or fewer"),
        Words("nombre d’habitants du pays touché en entier", "number of people of the country struck as a whole"),
    ),
    "whole-half-hours": (
        Words("a duré un nombre entier de demi-heures", "lasted a whole number of half-hours"),
        Words("n’a pas duré un nombre entier de demi-heures", "did not last a whole number of half-hours"),
        Words("durée à la minute près", "length to the minute"),
    ),
    "lasted": (_LASTED, _NOT_LASTED, Words("durée", "length")),
}
_NAMES: dict[str, tuple[Words, Words, Words]] = {
    "on-the-hour": (
        Words("à l’heure pile", "on the hour"),
        Words("pas à l’heure pile", "not on the hour"),
        Words("minute du début", "minute of the beginning"),
    ),
    "on-the-half-hour": (
        Words("à la demie", "on the half-hour"),
        Words("ni à l’heure ni à la demie", "neither on the hour nor the half-hour"),
        Words("minute du début", "minute of the beginning"),
    ),
    "not-on-friday": (
        Words("pas un vendredi", "not on a Friday"),
        Words("un vendredi", "on a Friday"),
        Words("jour de la semaine", "day of the week"),
    ),
    "all-three-signals": (
        Words("vue par les trois signaux", "seen by all three signals"),
        Words("pas vue par les trois signaux", "not seen by all three signals"),
        Words("les trois signaux", "all three signals"),
    ),
    "recurs-before": (
        Words("déjà à cette heure la semaine d’avant", "at this time in the week before too"),
        Words("rien à cette heure la semaine d’avant", "nothing at this time in the week before"),
        Words("la semaine d’avant", "the week before"),
    ),
    "recurs-after": (
        Words("encore à cette heure la semaine d’après", "at this time in the week after too"),
        Words("rien à cette heure la semaine d’après", "nothing at this time in the week after"),
        Words("la semaine d’après", "the week after"),
    ),
    "campaign-near": (
        Words("série à moins de 90 jours", "a campaign within 90 days"),
        Words("pas de série à moins de 90 jours", "no campaign within 90 days"),
        Words("série proche", "a campaign nearby"),
    ),
    "large-country": (
        Words("plus d’un million d’habitants", "more than a million people"),
        Words("un million d’habitants ou moins", "a million people or fewer"),
        Words("nombre d’habitants", "number of people"),
    ),
    "whole-half-hours": (
        Words("demi-heures entières", "whole half-hours"),
        Words("pas de demi-heures entières", "not whole half-hours"),
        Words("durée à la minute", "length to the minute"),
    ),
    "lasted": (
        Words("plus de deux heures", "more than two hours"),
        Words("deux heures ou moins", "two hours or less"),
        Words("durée", "length"),
    ),
}
_STATES = ("present", "absent", "unknown")
TRAITS = tuple(_SAYS)
HORIZON_WORDS: dict[Horizon, Words] = {
    "1h": Words("jugée dans ses premières heures", "judged in its first hours"),
    "6h": Words("jugée six heures ou plus après son début", "judged six hours or more after it began"),
    "24h": Words("jugée un jour ou plus après son début", "judged a day or more after it began"),
    "after": Words("jugée une fois finie", "judged once over"),
}


def trait_words(name: str, state: str) -> Words:
    """Return a trait in words with its base rate; of one that is not known, what is not known.

    Parameters
    ----------
    name : trait, as table ``CHARACTER`` names it
    state : ``present``, ``absent`` or ``unknown``

    Examples
    --------
    >>> trait_words("on-the-hour", "present").en.partition(" (")[0]
    'begins on the hour, local time: 70.6% of confirmed cuts, 23.1% of spontaneous outages'
    """
    words = _SAYS[name][_STATES.index(state)]
    if state == "unknown":
        return words
    if name in _SENTENCES:
        return _SENTENCES[name].filled(words=words)
    rates, who = _rates(name)
    cuts, others = rates if state == "present" else (1 - rates[0], 1 - rates[1])
    return _RATES.filled(words=words, cuts=_share(cuts), others=_share(others), who=who)


def trait_name(name: str, state: str) -> Words:
    """Return a trait in two or three words, for a table.

    Examples
    --------
    >>> trait_name("not-on-friday", "absent").en
    'on a Friday'
    """
    return _NAMES[name][_STATES.index(state)]


def told_traits(
    states: Mapping[str, Collection[str]], say: Callable[[str, str], Words] = trait_words
) -> dict[str, list[Words]]:
    """Return the traits of a likeness in words, by state, each said once.

    An hour's own trait makes that of the half-hour needless; without either, only that neither is there is said.

    Parameters
    ----------
    states : names of the traits ``present``, ``absent`` and ``unknown``
    say : how a trait of some state is said, with its base rate unless told otherwise
    """
    needless = {
        "present": set[str](),
        "absent": {"on-the-half-hour" if "on-the-hour" in states["present"] else "on-the-hour"},
        "unknown": {"on-the-half-hour"},
    }
    return {
        state: [say(name, state) for name in TRAITS if name in names and name not in needless[state]]
        for state, names in states.items()
    }


def likeness_words(value: float) -> Words:
    """Return a likeness as printed: two decimals, never nought nor one.

    Examples
    --------
    >>> likeness_words(0.934).fr, likeness_words(0.9999).en
    ('0,93', 'more than 0.99')
    """
    if value < 0.01:
        return Words("moins de 0,01", "less than 0.01")
    if value > 0.99:
        return Words("plus de 0,99", "more than 0.99")
    return Words(print_number(value, 2, "fr"), print_number(value, 2, "en"))


def measured_words() -> Words:
    """Return what was measured of the cards on countries left out, at each horizon, in a sentence."""
    measured = character_model().measured
    told = [
        _MEASURED.filled(
            horizon=_AT[horizon],
            rows=print_number(measured[horizon]["rows"], 0, "en"),
            **{
                name: Words(*(print_number(measured[horizon][figure], 3, language) for language in LANGUAGES))
                for name, figure in (
                    ("area", "auc"),
                    ("low", "auc_low"),
                    ("high", "auc_high"),
                    ("error", "calibration_error"),
                )
            },
        )
        for horizon in ("1h", "6h", "24h", "after")
    ]
    return Words(" ; ".join(each.fr for each in told) + ".", "; ".join(each.en for each in told) + ".")


_AT = {
    "1h": Words("à 1 h", "at 1 h"),
    "6h": Words("à 6 h", "at 6 h"),
    "24h": Words("à 24 h", "at 24 h"),
    "after": Words("après la fin", "after the end"),
}
_MEASURED = Words(
    "{horizon} ({rows} pannes), aire sous la courbe {area} (de {low} à {high}), erreur d’étalonnage {error}",
    "{horizon} ({rows} outages), area under the curve {area} ({low} to {high}), calibration error {error}",
)
_SENTENCES = {
    "lasted": _MEDIANS,
    "recurs-before": _RECURRING,
    "recurs-after": _RECURRING,
    "not-on-friday": _FRIDAY,
}


def _rates(name: str) -> tuple[tuple[float, float], Words]:
    published = {"on-the-hour": ON_THE_HOUR, "on-the-half-hour": HOUR_OR_HALF, "all-three-signals": ALL_THREE}
    if name in published:
        return published[name], _PUBLISHED
    return character_model().rates[name], _RECOUNTED


def _share(value: float) -> Words:
    shown = round(value, 3)
    return Words(SHARE.printed(shown, "fr"), SHARE.printed(shown, "en"))
