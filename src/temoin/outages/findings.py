"""Findings: each outage of a place as one conclusion, in words, with the rows it rests on."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from temoin.evidence import Finding
from temoin.outages.doubts import instrument_findings
from temoin.outages.measure.events import EVENT_METHOD, evidence_of, parameters_of
from temoin.outages.networks import networks_named
from temoin.outages.places import is_network, place_label, zone_of_place
from temoin.outages.settings import DEFAULT, Settings
from temoin.outages.signals import signal_named
from temoin.outages.tables import OUTAGES, PICKS
from temoin.period import PartialDate, iso, print_date, print_moment, zone
from temoin.quantity import Quantity
from temoin.words import Words, same

DEPTH = Quantity("depth", Words("part perdue", "share lost"), Words("%", "%"), 0)
LOST_HOURS = Quantity(
    "lost_hours", Words("heures de connexion perdues", "hours of connectivity lost"), Words("h", "h"), 1
)

_OPENING = Words(
    "{place} : connexion perdue à {depth} à partir du {began}", "{place}: {depth} of connectivity lost from {began}"
)
_BY = Words(", d’après le signal « {preferred} »", ", according to the signal “{preferred}”")
_SERVICE = Words(
    "{place} : {depth} de « {preferred} » perdus à partir du {began}",
    "{place}: {depth} of “{preferred}” lost from {began}",
)
_LEVEL = Words("{place} : niveau plus bas de {depth} {since} {began}", "{place}: a level {depth} lower {since} {began}")
_SINCE, _FROM = Words("depuis le", "since"), Words("à partir du", "from")
_LEVEL_BOUNDS = Words(
    " ; la descente commence entre le {earliest} et le {latest}", "; the descent begins between {earliest} and {latest}"
)
_BOUNDS = Words(
    " ; début entre {earliest} et {latest} selon le signal",
    "; it began between {earliest} and {latest}, depending on the signal",
)
_GATHERED = Words(
    "{place} : {count} {nouns} tombé{e}s à partir du {began}, soit {depth} de ce que mesure le signal « {preferred} »",
    "{place}: {count} {nouns} down from {began}, {depth} of what the signal “{preferred}” measures",
)
_STATES = {
    "ended": Words("revenue le {ended}", "back on {ended}"),
    "ongoing": Words("toujours perdue à la fin des données, le {until}", "still lost when the data end, on {until}"),
    "partial-return": Words(
        "retour partiel : {back} de nouveau là, {still} toujours pas au {until}",
        "partial return: {back} back, {still} still not by {until}",
    ),
    "not-yet-published": Words(
        "suite pas encore publiée : dernière mesure le {until}",
        "what follows is not yet published: last measured on {until}",
    ),
}
_LEVEL_STATES = _STATES | {
    "ended": Words("remonté le {ended}", "up again on {ended}"),
    "ongoing": Words(
        "toujours aussi bas à la fin des données, le {until}", "still there when the data end, on {until}"
    ),
}
_SERVICE_STATES = _STATES | {
    "ended": Words("revenus le {ended}", "back on {ended}"),
    "ongoing": Words("toujours perdus à la fin des données, le {until}", "still lost when the data end, on {until}"),
}
_FELL = Words("tombé{s} : {names}", "fell: {names}")
_STAYED = Words("resté{s} : {names}", "stayed: {names}")
_WHOLE = Words("resté{s} dans l’ensemble du lieu : {names}", "stayed over the place as a whole: {names}")
_UNMEASURED = Words("sans mesure : {names}", "not measured: {names}")
_PLACES = Words("{nouns} tombé{e}s avec ce lieu : {count}{names}", "{nouns} that fell with it: {count}{names}")
_AMONG = Words(", dont {names} et {more} autres", ", among them {names} and {more} more")
_NAMED = Words(" : {names}", ": {names}")
_OF = Words("{count} sur {parts}", "{count} of {parts}")
_RETURNS = Words("de retour : {names}", "back: {names}")
_RETURN = Words("{signal} le {ended}", "{signal} on {ended}")
_NETWORK = Words("réseau : {called}", "network: {called}")
_LESS = Words("moins de 1 %", "less than 1%")
_NOUNS = {
    "regions": (Words("régions", "regions"), "e"),
    "networks": (Words("réseaux", "networks"), ""),
    "both": (Words("régions et réseaux", "regions and networks"), ""),
}
_FIRST_NAMED = 5
_LEAST_PRINTED = 0.005
_TOGETHER = dt.timedelta(hours=6)


def outage_findings(
    outages: pl.DataFrame,
    picks: pl.DataFrame,
    *,
    settings: Settings = DEFAULT,
    labels: Mapping[str, Words] | None = None,
    networks: pl.DataFrame | None = None,
    watched: pl.DataFrame | None = None,
) -> list[Finding]:
    """Return one finding an outage, in the table's order, then one for each instrument that failed.

    Its id is the outage's own: the hash of method, parameters and the rows that the picks rest on. Its numbers are
    the fields of DESIGN section 6. It judges nothing: the verdict is None.

    Parameters
    ----------
    outages : table ``OUTAGES``
    picks : table ``PICKS``, holding every pick that they name
    settings : the parameters with which both were found
    labels : names of places for people; those it lacks are asked of the world
    networks : table ``NETWORKS``; with it networks are named with their operator and access
    watched : table ``WATCHED``; with it a failed instrument is set against all that it watched

    Raises
    ------
    TableError : a column is missing or of another type
    """
    named = {str(pick["id"]): pick for pick in PICKS.require(picks).iter_rows(named=True)}
    findings = []
    known = Known(labels or {}, networks)
    for outage in OUTAGES.require(outages).iter_rows(named=True):
        of_outage = [named[name] for name in outage["picks"]]
        sources = {pick["source"] for pick in of_outage}
        evidence = evidence_of(of_outage)
        findings.append(
            Finding(
                lens="outages",
                method=EVENT_METHOD,
                evidence=evidence,
                words=outage_words(outage, of_outage, known),
                parameters=parameters_of(str(outage["place"]), settings),
                numbers=_numbers(outage, of_outage),
                source=str(sources.pop()) if len(sources) == 1 else None,
            )
        )
    return [*findings, *instrument_findings(picks, watched=watched, labels=labels, networks=networks)]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known about places beside the signals: names given for the case, and the analyst's networks."""

    labels: Mapping[str, Words] = field(default_factory=dict)
    networks: pl.DataFrame | None = None

    def label(self, place: str) -> Words:
        """Return a place's name for people."""
        return self.labels.get(place) or place_label(place)

    def called(self, places: Iterable[str]) -> dict[str, Words]:
        """Return the operator and access of those places that are known networks."""
        said = networks_named(self.networks, places)
        return {place: called for place, network in said.items() if (called := network.called) is not None}


def outage_words(outage: Mapping[str, Any], picks: Sequence[Mapping[str, object]], known: Known) -> Words:
    """Return an outage in one sentence: where, how deep, since when, until when, by which signals.

    Parameters
    ----------
    outage : one row of table ``OUTAGES``
    picks : its rows of table ``PICKS``
    known : names of places and networks
    """
    sentences = [_main_sentence(outage, picks, known.label(str(outage["place"])))]
    stayed, whole = [[each for each in outage["stayed"] if (each in outage["fell"]) == fell] for fell in (False, True)]
    lists = [(_FELL, outage["fell"]), (_STAYED, stayed), (_WHOLE, whole), (_UNMEASURED, outage["unmeasured"])]
    told = [(words, names) for words, names in lists if isinstance(names, list) and names]
    if [names for _, names in told] != [[outage["preferred"]]]:
        sentences += [words.filled(names=_names(names), s="s" if len(names) > 1 else "") for words, names in told]
    sentences += [*_returns(outage, picks), *_network(outage, known), *_places(outage, known)]
    return Words(
        ". ".join(_capital(words.fr) for words in sentences) + ".",
        ". ".join(_capital(words.en) for words in sentences) + ".",
    )


def outage_headline(outage: Mapping[str, object], picks: Sequence[Mapping[str, object]], label: Words) -> Words:
    """Return what was lost, how much of it and since when: the first words of an outage, and the title of its chart.

    A lasting change of level is dated by its day, as the clocks of the place tell it; nothing else is finer there.

    Parameters
    ----------
    outage : one row of table ``OUTAGES``
    picks : its rows of table ``PICKS``
    label : the place's name for people
    """
    nouns, feminine = _nouns(outage)
    level = is_level(outage, picks)
    return _opening(outage, picks, level=level).filled(
        place=label,
        depth=_depth(outage["depth"]),
        preferred=signal_named(str(outage["preferred"])).label,
        began=_local_day(outage, "began") if level else _moment(outage["began"]),
        since=_FROM if outage["state"] == "ended" else _SINCE,
        count=_count(outage),
        nouns=nouns,
        e=feminine,
    )


def is_level(outage: Mapping[str, object], picks: Sequence[Mapping[str, object]]) -> bool:
    """Return whether an outage is a lasting change of level, by every pick of its preferred signal.

    Parameters
    ----------
    outage : one row of table ``OUTAGES``
    picks : its rows of table ``PICKS``
    """
    preferred = [pick for pick in picks if pick["signal"] == outage["preferred"]]
    return bool(preferred) and all(pick["shape"] == "level" for pick in preferred)


def _opening(outage: Mapping[str, object], picks: Sequence[Mapping[str, object]], *, level: bool) -> Words:
    if not any(pick["place"] == outage["place"] for pick in picks):
        return _GATHERED
    if level:
        return _LEVEL
    return _SERVICE if _of_services(outage) else _OPENING


def _of_services(outage: Mapping[str, object]) -> bool:
    fell = outage["fell"]
    return isinstance(fell, list) and all(signal_named(str(name)).service for name in fell)


def _main_sentence(outage: Mapping[str, object], picks: Sequence[Mapping[str, object]], label: Words) -> Words:
    still = sorted({str(pick["signal"]) for pick in picks if pick["ended"] is None})
    back = sorted({str(pick["signal"]) for pick in picks} - set(still))
    level = is_level(outage, picks)
    opening, by = outage_headline(outage, picks, label), same("")
    if _opening(outage, picks, level=level) in {_OPENING, _LEVEL}:
        by = _BY.filled(preferred=signal_named(str(outage["preferred"])).label)
    bounds = same("")
    if level:
        bounds = _LEVEL_BOUNDS.filled(
            earliest=_local_day(outage, "began_earliest"), latest=_local_day(outage, "began_latest")
        )
    elif len(picks) > 1:
        bounds = _BOUNDS.filled(earliest=_clock(outage, "began_earliest"), latest=_clock(outage, "began_latest"))
    states = _LEVEL_STATES if level else _SERVICE_STATES if _of_services(outage) else _STATES
    dated = _local_day if level else _moment_of
    state = states[str(outage["state"])].filled(
        ended=dated(outage, "ended"), until=dated(outage, "observed_until"), back=_names(back), still=_names(still)
    )
    return Words(f"{opening.fr}{by.fr}{bounds.fr} ; {state.fr}", f"{opening.en}{by.en}{bounds.en}; {state.en}")


def _places(outage: Mapping[str, object], known: Known) -> list[Words]:
    places = outage["places"]
    if not isinstance(places, list) or not places:
        return []
    nouns, feminine = _nouns(outage)
    shown = places if len(places) <= _FIRST_NAMED + 1 else places[:_FIRST_NAMED]
    called = known.called(shown)
    names = [_short(place, called.get(place)) for place in shown]
    if len(shown) == len(places):
        listed = _NAMED.filled(names=_and([name.fr for name in names], [name.en for name in names]))
    else:
        listed = _AMONG.filled(
            names=Words(", ".join(name.fr for name in names), ", ".join(name.en for name in names)),
            more=len(places) - len(shown),
        )
    return [_PLACES.filled(nouns=nouns, e=feminine, count=_count(outage), names=listed)]


def _short(place: str, called: Words | None) -> Words:
    name = place.rpartition("/")[2]
    return same(name) if called is None else Words(f"{name} ({called.fr})", f"{name} ({called.en})")


def _nouns(outage: Mapping[str, object]) -> tuple[Words, str]:
    places = outage["places"]
    kinds = {is_network(place) for place in places} if isinstance(places, list) else set()
    return _NOUNS["both" if len(kinds) > 1 else "networks" if True in kinds else "regions"]


def _count(outage: Mapping[str, object]) -> Words:
    places, parts = outage["places"], outage["parts"]
    count = len(places) if isinstance(places, list) else 0
    if not isinstance(parts, int) or parts < count:
        return same(str(count))
    return _OF.filled(count=count, parts=parts)


def _network(outage: Mapping[str, object], known: Known) -> list[Words]:
    return [_NETWORK.filled(called=called) for called in known.called([str(outage["place"])]).values()]


def _returns(outage: Mapping[str, object], picks: Sequence[Mapping[str, object]]) -> list[Words]:
    """Each signal's return, where the signals come back so far apart that the outage's own end says too little."""
    back = returns_of(picks)
    if not back or len({pick["signal"] for pick in picks}) < 2:
        return []
    if outage["state"] == "ended" and max(back.values()) - min(back.values()) <= _TOGETHER:
        return []
    in_order = sorted(back, key=lambda name: (back[name], name))
    told = [_RETURN.filled(signal=signal_named(name).label, ended=_moment(back[name])) for name in in_order]
    return [_RETURNS.filled(names=_and([each.fr for each in told], [each.en for each in told]))]


def returns_of(picks: Sequence[Mapping[str, object]]) -> dict[str, dt.datetime]:
    """Return when each signal that fell came back for good, by signal; one that is still down is absent.

    Parameters
    ----------
    picks : an outage's rows of table ``PICKS``
    """
    ends: dict[str, list[object]] = {}
    for pick in picks:
        ends.setdefault(str(pick["signal"]), []).append(pick["ended"])
    times = {name: [end for end in found if isinstance(end, dt.datetime)] for name, found in ends.items()}
    return {name: max(found) for name, found in times.items() if len(found) == len(ends[name])}


def _numbers(outage: Mapping[str, object], picks: Sequence[Mapping[str, object]]) -> dict[str, object]:
    plain = {name: _plain(value) for name, value in outage.items() if name != "id"}
    by_signal: dict[str, list[Mapping[str, object]]] = {}
    for pick in picks:
        by_signal.setdefault(str(pick["signal"]), []).append(pick)
    back = returns_of(picks)
    plain["picks"] = [
        {
            "signal": name,
            "began": _plain(min(_instant(pick, "began") for pick in several)),
            "ended": _plain(back.get(name)),
            "depth": max(float(str(pick["depth"])) for pick in several),
        }
        for name, several in by_signal.items()
    ]
    plain["signals_observed_until"] = {
        name: _plain(max(_instant(pick, "observed_until") for pick in several)) for name, several in by_signal.items()
    }
    return plain


def _instant(pick: Mapping[str, object], name: str) -> dt.datetime:
    moment = pick[name]
    assert isinstance(moment, dt.datetime)
    return moment


def _plain(value: object) -> object:
    return iso(value) if isinstance(value, dt.datetime) else value


def _printed(quantity: Quantity, value: object) -> Words:
    number = float(str(value))
    return Words(quantity.printed(number, "fr"), quantity.printed(number, "en"))


def _depth(value: object) -> Words:
    return _LESS if float(str(value)) < _LEAST_PRINTED else _printed(DEPTH, value)


def _moment(value: object) -> Words:
    if not isinstance(value, dt.datetime):
        return same("")
    return Words(print_moment(value, "UTC", "fr"), print_moment(value, "UTC", "en"))


def _moment_of(outage: Mapping[str, object], name: str) -> Words:
    return _moment(outage[name])


def _local_day(outage: Mapping[str, object], name: str) -> Words:
    moment = outage[name]
    if not isinstance(moment, dt.datetime):
        return same("")
    day = PartialDate(moment.astimezone(zone(zone_of_place(str(outage["place"])))).date().isoformat())
    return Words(print_date(day, "fr"), print_date(day, "en"))


def _clock(outage: Mapping[str, object], name: str) -> Words:
    moment, began = outage[name], outage["began"]
    assert isinstance(moment, dt.datetime)
    assert isinstance(began, dt.datetime)
    if moment.date() != began.date():
        return _moment(moment)
    return Words(f"{moment.hour}\xa0h\xa0{moment.minute:02d}", f"{moment:%H:%M}")


def _names(signals: Sequence[str]) -> Words:
    labels = [signal_named(name).label for name in signals]
    return _and([label.fr for label in labels], [label.en for label in labels])


def _and(french: list[str], english: list[str]) -> Words:
    return Words(_listed(french, "et"), _listed(english, "and"))


def _listed(names: list[str], joint: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {joint} {names[-1]}" if names else ""


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
