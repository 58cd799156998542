"""The words of the comparison with lists, in French and English."""

import datetime as dt
from collections.abc import Iterable, Mapping

from temoin.evidence import Settle
from temoin.outages.places import country_of, zones_of_country
from temoin.period import day_words, print_moment, zone
from temoin.quantity import print_number
from temoin.words import LANGUAGES, Words, same

Row = Mapping[str, object]
_NARROW = dt.timedelta(minutes=10)
_HOUR = dt.timedelta(hours=1)
_ONE_DAY = dt.timedelta(days=1)
_TWO_DAYS = dt.timedelta(days=2)

DATES = Words(
    "{place} : {publisher} situe le début de la panne {stated} ; la mesure, {measured}.",
    "{place}: {publisher} puts the beginning of the outage {stated}; the measurement puts it {measured}.",
)
BEGAN_AGREES = Words("Les débuts concordent.", "The beginnings agree.")
BEGAN_LATER = Words("La liste commence {gap} plus tard.", "The list begins {gap} later.")
BEGAN_EARLIER = Words("La liste commence {gap} plus tôt.", "The list begins {gap} earlier.")
ESTIMATED = Words("L’éditeur dit son début estimé.", "The publisher says that its beginning is estimated.")
ENDED_AGREES = Words("Les fins aussi se rencontrent.", "The ends meet too.")
ENDED_LATER = Words("Elle finit {gap} plus tard que la mesure.", "It ends {gap} later than the measurement.")
ENDED_EARLIER = Words("Elle finit {gap} plus tôt que la mesure.", "It ends {gap} earlier than the measurement.")
END_UNKNOWN = Words("Les fins ne se comparent pas.", "The ends cannot be compared.")
HOLDS_ONE = Words(
    "{place} : {publisher} publie {what} {stated}, qui recouvre une panne mesurée de tout autre début, {measured}.",
    "{place}: {publisher} publishes {what} {stated}, which overlaps a measured one of another beginning, {measured}.",
)
HOLDS = Words(
    "{place} : {publisher} publie {what} {stated}, qui recouvre {count} pannes mesurées de tout autre début, la "
    "première {measured}.",
    "{place}: {publisher} publishes {what} {stated}, which overlaps {count} measured ones of other beginnings, the "
    "first {measured}.",
)
UNSEEN = Words(
    "{place} : {publisher} publie {what} {stated}. Les signaux mesurés alors n’en montrent aucune, ce qui ne la "
    "dément pas : elle peut être plus étroite que ce qu’ils voient.",
    "{place}: {publisher} publishes {what} {stated}. The signals measured then show none, which does not disprove "
    "it: it may be narrower than they can see.",
)
NARROWER_ONE = Words(
    "{place} : une ligne publiée par {publisher} porte sur une partie du pays ou sur un service. Les signaux mesurés "
    "pour le lieu entier ne peuvent ni la montrer ni la démentir.",
    "{place}: one row published by {publisher} is of a part of the country or of one service. The signals measured "
    "for the whole place can neither show nor disprove it.",
)
NARROWER = Words(
    "{place} : {count} lignes publiées par {publisher} portent sur une partie du pays ou sur un service. Les signaux "
    "mesurés pour le lieu entier ne peuvent ni les montrer ni les démentir.",
    "{place}: {count} rows published by {publisher} are of a part of the country or of one service. The signals "
    "measured for the whole place can neither show nor disprove them.",
)
UNWATCHED_ONE = Words(
    "{place} : {publisher} publie {what} {stated} ; rien n’a été mesuré à son début.",
    "{place}: {publisher} publishes {what} {stated}; nothing was measured at its beginning.",
)
UNWATCHED = Words(
    "{place} : rien n’a été mesuré au début de ce que {publisher} publie dans {count} lignes.",
    "{place}: nothing was measured when what {publisher} publishes in {count} rows began.",
)
UNLABELLED_ONE = Words(
    "{place} : la panne mesurée {measured} ne figure dans aucune des listes comparées. Elle est sans étiquette ; cela "
    "ne la rend pas fausse.",
    "{place}: the outage measured {measured} is in none of the lists compared. It is unlabelled; that does not make "
    "it false.",
)
UNLABELLED = Words(
    "{place} : {count} pannes mesurées ne figurent dans aucune des listes comparées. Elles sont sans étiquette ; cela "
    "ne les rend pas fausses.",
    "{place}: {count} measured outages are in none of the lists compared. They are unlabelled; that does not make "
    "them false.",
)
SYNTHETIC = Words(
    "{words} La courbe est fabriquée et ne prouve rien.", "{words} The curve is synthetic and proves nothing."
)
_CAUSE = Words("Cause, selon {publisher} : « {said} ».", "Cause, according to {publisher}: “{said}”.")
_ORDERED = Words("Ordonnée par, selon {publisher} : « {said} ».", "Ordered by, according to {publisher}: “{said}”.")
_UNTIL = Words(
    "La liste de {publisher} commence sa dernière ligne le {day}.", "The last row of {publisher} begins on {day}."
)
_WHAT = {
    "shutdown": Words("une coupure", "a shutdown"),
    "outage": Words("une panne", "an outage"),
    "anomaly": Words("une anomalie", "an anomaly"),
    "alert": Words("une alerte", "an alert"),
}
_WITHIN = Words("entre le {low} et le {high}", "between {low} and {high}")
_HOURS = Words("{day}, entre {low} et {high} (UTC)", "{day}, between {low} and {high} (UTC)")
_ON = Words("le {moment}", "on {moment}")
_DAY = Words("{day} (jour local)", "{day} (local day)")


def what(row: Row) -> Words:
    """Return what a row is, in the words of its kind: a shutdown only where its publisher calls it one."""
    return _WHAT[str(row["kind"])]


def when(row: Row, edge: str) -> Words:
    """Return a beginning or an end as it stands in a sentence: ``dated`` with its preposition."""
    told = dated(row, edge)
    return told if told.en.startswith("between") else _ON.filled(moment=told)


def dated(row: Row, edge: str) -> Words:
    """Return a beginning or an end in words, as precisely as it is known.

    Within ten minutes it is one moment; the whole of a country's day is that day; within one day the day is said once.
    """
    low, high = _span(row, edge)
    if high - low <= _NARROW:
        return _moment(low)
    if day := _day_of(row, edge):
        return _DAY.filled(day=day_words(day))
    if low.date() == high.date():
        return _HOURS.filled(day=day_words(low.date()), low=_clock(low), high=_clock(high))
    return _WITHIN.filled(low=_moment(low), high=_moment(high))


def _span(row: Row, edge: str) -> tuple[dt.datetime, dt.datetime]:
    low, high = row[f"{edge}_earliest"], row[f"{edge}_latest"]
    assert isinstance(low, dt.datetime)
    assert isinstance(high, dt.datetime)
    return low, high


def whole(row: Row) -> Words:
    """Return when a row begins and, where it says so, ends or goes on."""
    begins = when(row, "began")
    if row["ended_earliest"] is not None:
        ends = when(row, "ended")
        return Words(f"commencée {begins.fr} et finie {ends.fr}", f"that began {begins.en} and ended {ends.en}")
    going = Words(", dite en cours", ", said to be ongoing") if row["status"] == "ongoing" else same("")
    return Words(f"commencée {begins.fr}{going.fr}", f"that began {begins.en}{going.en}")


def gap(length: dt.timedelta) -> Words:
    """Return the length of a gap in minutes, hours or days.

    Examples
    --------
    >>> gap(dt.timedelta(hours=-4.5)).fr, gap(dt.timedelta(days=3)).en
    ('4,5\\xa0h', '3\\xa0days')
    """
    size = abs(length)
    if size < _HOUR:
        return _number(size / dt.timedelta(minutes=1), 0, same("min"))
    if size < _TWO_DAYS:
        return _number(size / _HOUR, 0 if size % _HOUR == dt.timedelta() else 1, same("h"))
    return _number(size / dt.timedelta(days=1), 0, Words("jours", "days"))


def quoted(row: Row) -> Words:
    """Return the cause and who ordered it, as the publisher's own words; empty where neither is said."""
    publisher = row["publisher"]
    told = [
        wording.filled(publisher=publisher, said=row[name])
        for name, wording in (("cause", _CAUSE), ("ordered_by", _ORDERED))
        if row[name]
    ]
    return joined(*told)


def joined(*sentences: Words) -> Words:
    """Return sentences one after another; empty ones are left out."""
    french, english = (" ".join(filter(None, (each.in_(tongue) for each in sentences))) for tongue in LANGUAGES)
    return Words(french, english)


def lists_until(lists: Iterable[tuple[str, dt.datetime]]) -> Words:
    """Return on which day the last row of each list begins: a list stops before what it lists stops."""
    told = []
    for name, last in lists:
        told.append(_UNTIL.filled(publisher=name, day=day_words(last.date())))
    return joined(*told)


def settle_date(publisher: Words, row: str, place: Words) -> Settle:
    """Return what would settle two dates of one outage."""
    return Settle(
        Words(
            "ce sur quoi {publisher} fonde la date de sa ligne {row}",
            "what {publisher} rests the dates of its row {row} on",
        ).filled(publisher=publisher, row=row),
        publisher,
        Words(
            "Sur quoi datez-vous la coupure de votre ligne {row} ({place}), dans quel fuseau, et à quelle précision ?",
            "On what do you date the outage of your row {row} ({place}), in which time zone, and how precisely?",
        ).filled(row=row, place=place),
    )


def settle_scope(publisher: Words, place: Words) -> Settle:
    """Return what would settle an outage that the signals of a whole place do not show."""
    return Settle(
        Words(
            "les signaux des régions, opérateurs ou services visés ({place})",
            "the signals of the regions, operators or services meant ({place})",
        ).filled(place=place),
        Words(
            "{publisher} ; IODA et Cloudflare Radar par région et par réseau ; OONI pour les services",
            "{publisher}; IODA and Cloudflare Radar by region and network; OONI for services",
        ).filled(publisher=publisher),
        Words(
            "Quels réseaux, régions ou services étaient touchés ({place}), et par quelles mesures le sait-on ?",
            "Which networks, regions or services were affected ({place}), and by which measurements is it known?",
        ).filled(place=place),
    )


def settle_measuring(place: Words) -> Settle:
    """Return what would settle rows at whose beginning nothing was measured."""
    return Settle(
        Words("les signaux mesurés à ces dates ({place})", "the signals measured at these dates ({place})").filled(
            place=place
        ),
        Words(
            "IODA, Cloudflare Radar, ou les opérateurs du pays", "IODA, Cloudflare Radar, or the country’s operators"
        ),
        Words(
            "Pouvez-vous nous transmettre vos séries à ces dates ({place}), avec les quatre semaines d’avant, en UTC ?",
            "Could you send us your series at these dates ({place}), with the four weeks before, in UTC?",
        ).filled(place=place),
    )


def settle_unlabelled(publishers: Words, place: Words) -> Settle:
    """Return what would settle whether anybody knows of an outage that no list holds."""
    return Settle(
        Words("un document sur ces pannes ({place})", "a document on these outages ({place})").filled(place=place),
        publishers,
        Words(
            "Avez-vous connaissance d’une coupure à ces dates ({place}), et par quelles sources ?",
            "Do you know of an outage at these dates ({place}), and from which sources?",
        ).filled(place=place),
    )


def _day_of(row: Row, edge: str) -> dt.date | None:
    zones = [zone(name) for name in zones_of_country(country_of(str(row["place"])) or "")]
    first, last = (
        {local.date() for where in zones if (local := moment.astimezone(where)).time() == dt.time()}
        for moment in _span(row, edge)
    )
    days = [day for day in first if day + _ONE_DAY in last]
    return days[0] if len(days) == 1 else None


def _moment(moment: dt.datetime) -> Words:
    french, english = (print_moment(moment, "UTC", language) for language in LANGUAGES)
    return Words(french, english)


def _clock(moment: dt.datetime) -> Words:
    return Words(f"{moment.hour} h {moment.minute:02d}", f"{moment:%H:%M}")


def _number(value: float, decimals: int, unit: Words) -> Words:
    french, english = (f"{print_number(value, decimals, tongue)}\xa0{unit.in_(tongue)}" for tongue in LANGUAGES)
    return Words(french, english)
