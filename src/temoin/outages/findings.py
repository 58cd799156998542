"""Findings: each outage of a place as one conclusion, in words, with the rows it rests on."""

import datetime as dt
from collections.abc import Mapping, Sequence

import polars as pl

from temoin.evidence import Finding
from temoin.outages.measure.events import EVENT_METHOD, evidence_of
from temoin.outages.places import place_label
from temoin.outages.settings import DEFAULT, Settings
from temoin.outages.signals import signal_named
from temoin.outages.tables import OUTAGES, PICKS
from temoin.period import iso, print_moment
from temoin.quantity import Quantity
from temoin.words import Words, same

DEPTH = Quantity("depth", Words("part perdue", "share lost"), Words("%", "%"), 0)
LOST_HOURS = Quantity(
    "lost_hours", Words("heures de connexion perdues", "hours of connectivity lost"), Words("h", "h"), 1
)

_OPENING = Words(
    "{place} : connexion perdue à {depth} à partir du {began}, d’après le signal « {preferred} »",
    "{place}: {depth} of connectivity lost from {began}, according to the signal “{preferred}”",
)
_BOUNDS = Words(
    " ; début entre {earliest} et {latest} selon le signal",
    "; it began between {earliest} and {latest}, depending on the signal",
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
_FELL = Words("tombé{s} : {names}", "fell: {names}")
_STAYED = Words("resté{s} : {names}", "stayed: {names}")
_UNMEASURED = Words("sans mesure : {names}", "not measured: {names}")


def outage_findings(
    outages: pl.DataFrame,
    picks: pl.DataFrame,
    *,
    settings: Settings = DEFAULT,
    labels: Mapping[str, Words] | None = None,
) -> list[Finding]:
    """Return one finding an outage, in the table's order.

    Its id is the outage's own: the hash of method, parameters and the rows that the picks rest on. Its numbers are
    the fields of DESIGN section 6. It judges nothing: the verdict is None.

    Parameters
    ----------
    outages : table ``OUTAGES``
    picks : table ``PICKS``, holding every pick that they name
    settings : the parameters with which both were found
    labels : names of places for people; those it lacks are asked of the world

    Raises
    ------
    TableError : a column is missing or of another type
    """
    named = {str(pick["id"]): pick for pick in PICKS.require(picks).iter_rows(named=True)}
    findings = []
    for outage in OUTAGES.require(outages).iter_rows(named=True):
        of_outage = [named[name] for name in outage["picks"]]
        label = (labels or {}).get(outage["place"]) or place_label(outage["place"])
        sources = {pick["source"] for pick in of_outage}
        evidence = evidence_of(of_outage)
        findings.append(
            Finding(
                lens="outages",
                method=EVENT_METHOD,
                evidence=evidence,
                words=outage_words(outage, of_outage, label),
                parameters=settings.record(),
                numbers=_numbers(outage, of_outage),
                source=str(sources.pop()) if len(sources) == 1 else None,
            )
        )
    return findings


def outage_words(outage: Mapping[str, object], picks: Sequence[Mapping[str, object]], label: Words) -> Words:
    """Return an outage in one sentence: where, how deep, since when, until when, by which signals.

    Parameters
    ----------
    outage : one row of table ``OUTAGES``
    picks : its rows of table ``PICKS``
    label : the place's name for people
    """
    still = sorted({str(pick["signal"]) for pick in picks if pick["ended"] is None})
    back = sorted({str(pick["signal"]) for pick in picks} - set(still))
    opening = _OPENING.filled(
        place=label,
        depth=_printed(DEPTH, outage["depth"]),
        preferred=signal_named(str(outage["preferred"])).label,
        began=_moment(outage["began"]),
    )
    bounds = same("")
    if len(picks) > 1:
        bounds = _BOUNDS.filled(earliest=_clock(outage, "began_earliest"), latest=_clock(outage, "began_latest"))
    state = _STATES[str(outage["state"])].filled(
        ended=_moment(outage["ended"]), until=_moment(outage["observed_until"]), back=_names(back), still=_names(still)
    )
    lists = [(_FELL, outage["fell"]), (_STAYED, outage["stayed"]), (_UNMEASURED, outage["unmeasured"])]
    told = [
        words.filled(names=_names(names), s="s" if len(names) > 1 else "")
        for words, names in lists
        if isinstance(names, list) and names
    ]
    sentences = [Words(f"{opening.fr}{bounds.fr} ; {state.fr}", f"{opening.en}{bounds.en}; {state.en}"), *told]
    return Words(
        ". ".join(_capital(words.fr) for words in sentences) + ".",
        ". ".join(_capital(words.en) for words in sentences) + ".",
    )


def _numbers(outage: Mapping[str, object], picks: Sequence[Mapping[str, object]]) -> dict[str, object]:
    plain = {name: _plain(value) for name, value in outage.items() if name != "id"}
    fields = ("signal", "began", "ended", "depth")
    plain["picks"] = [{name: _plain(pick[name]) for name in fields} for pick in picks]
    return plain


def _plain(value: object) -> object:
    return iso(value) if isinstance(value, dt.datetime) else value


def _printed(quantity: Quantity, value: object) -> Words:
    number = float(str(value))
    return Words(quantity.printed(number, "fr"), quantity.printed(number, "en"))


def _moment(value: object) -> Words:
    if not isinstance(value, dt.datetime):
        return same("")
    return Words(print_moment(value, "UTC", "fr"), print_moment(value, "UTC", "en"))


def _clock(outage: Mapping[str, object], name: str) -> Words:
    moment, began = outage[name], outage["began"]
    assert isinstance(moment, dt.datetime)
    assert isinstance(began, dt.datetime)
    if moment.date() != began.date():
        return _moment(moment)
    return Words(f"{moment.hour}\xa0h\xa0{moment.minute:02d}", f"{moment:%H:%M}")


def _names(signals: Sequence[str]) -> Words:
    labels = [signal_named(name).label for name in signals]
    return Words(_listed([label.fr for label in labels], "et"), _listed([label.en for label in labels], "and"))


def _listed(names: list[str], joint: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {joint} {names[-1]}" if names else ""


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
