"""When an outage began, or ended, by everybody who says so (``corroborate.onset/1``).

Statements about one place and one event are put together while they lie within 36 hours of one another. Each voice
gives an interval; they agree when all intervals share an instant. What a document says itself is the voice of the
one speaker it quotes for that event: an article and the measurement it reports are not two sources. One voice alone
can neither agree nor disagree. The two bounds reported are the earliest and the latest printed moments, not the
common interval: the spread of what is said is what a reader must see.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from temoin.claims.about.attributes import BEGAN, ENDED, MOBILE
from temoin.corroborate.stated import Stated, stated_interval
from temoin.evidence import Because, Finding, Settle, Statement, Verdict
from temoin.period import iso, print_moment
from temoin.words import LANGUAGES, Language, Words
from temoin.world import country

METHOD = "corroborate.onset/1"
WINDOW_HOURS = 36

_EVENTS: dict[str, tuple[str, Words]] = {
    BEGAN: ("began", Words("le début de la panne", "the beginning of the outage")),
    MOBILE: ("began", Words("le début de la panne des réseaux mobiles", "the beginning of the mobile outage")),
    ENDED: ("ended", Words("la fin de la panne", "the end of the outage")),
}
_AGREES = Words("{place}\u00a0: {voices} situent {event} {when}. Ces indications sont compatibles.",
                "{place}: {voices} put {event} {when}. What they say is compatible.")  # fmt: skip
_DISAGREES = Words("{place}\u00a0: {voices} ne s’accordent pas sur {event}, situé {when}.",
                   "{place}: {voices} do not agree on {event}, put {when}.")  # fmt: skip
_INCONSISTENT = Words("{place}\u00a0: {voices} donne pour {event} des heures inconciliables, {when}.",
                      "{place}: {voices} gives times for {event} that cannot be reconciled, {when}.")  # fmt: skip
_ALONE = Words("{place}\u00a0: seul {voices} situe {event}, {when}. Rien ici ne permet de recouper.",
               "{place}: {voices} alone puts {event} {when}. Nothing here can corroborate it.")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Voice:
    name: str
    stated: tuple[Stated, ...]


def compare_onsets(
    statements: Iterable[Statement], *, publishers: Mapping[str, str] | None = None, window_hours: int = WINDOW_HOURS
) -> list[Finding]:
    """Return one finding a place, event and episode on which statements give a time.

    Parameters
    ----------
    statements : any; only those whose attribute is a beginning or an end and whose place is known count
    publishers : id of a source to the name it speaks under; else the first characters of its id
    window_hours : statements closer than this speak of the same episode

    Returns
    -------
    findings in order of place, event and time; empty when nothing is said. ``numbers`` holds ``place``, ``event``,
    ``began_earliest`` and ``began_latest`` (or ``ended_...``), ``common_low`` and ``common_high`` (null where the
    intervals share nothing or are open), and ``sources``: ``statement source attributed_to low high``.
    """
    found = [stated for statement in statements if _counts(statement) and (stated := stated_interval(statement))]
    findings = []
    for episode in _episodes(found, dt.timedelta(hours=window_hours)):
        voices = _voices(episode, publishers or {})
        findings.append(_finding(episode, voices, window_hours))
    return findings


def _counts(statement: Statement) -> bool:
    return statement.attribute in _EVENTS and statement.place is not None


def _episodes(found: Sequence[Stated], window: dt.timedelta) -> Iterator[list[Stated]]:
    def order(stated: Stated) -> tuple[str, str, dt.datetime, str]:
        return (stated.statement.place or "", stated.statement.attribute, stated.first, stated.statement.id)

    episode: list[Stated] = []
    for stated in sorted(found, key=order):
        if episode and (order(stated)[:2] != order(episode[0])[:2] or stated.first - episode[0].last > window):
            yield episode
            episode = []
        episode.append(stated)
    if episode:
        yield episode


def _voices(episode: Sequence[Stated], publishers: Mapping[str, str]) -> list[_Voice]:
    quoted: dict[str, set[str]] = {}
    for stated in episode:
        if stated.statement.attributed_to:
            quoted.setdefault(stated.statement.source, set()).add(stated.statement.attributed_to)
    names: dict[str, str] = {}
    groups: dict[str, list[Stated]] = {}
    for stated in episode:
        source = stated.statement.source
        speakers = quoted.get(source, set())
        alone = next(iter(speakers)) if len(speakers) == 1 else None
        name = stated.statement.attributed_to or alone or publishers.get(source) or source[:10]
        names.setdefault(name.casefold(), name)
        groups.setdefault(name.casefold(), []).append(stated)
    return [_Voice(names[key], tuple(group)) for key, group in groups.items()]


def _common(episode: Sequence[Stated]) -> tuple[dt.datetime | None, dt.datetime | None, bool]:
    low = max((stated.low for stated in episode if stated.low), default=None)
    high = min((stated.high for stated in episode if stated.high), default=None)
    return low, high, low is None or high is None or low < high


def _finding(episode: Sequence[Stated], voices: Sequence[_Voice], window_hours: int) -> Finding:
    place, attribute = episode[0].statement.place or "", episode[0].statement.attribute
    stem, event = _EVENTS[attribute]
    low, high, shared = _common(episode)
    precise = [stated for stated in episode if stated.printed] or list(episode)
    earliest, latest = min(stated.first for stated in precise), max(stated.last for stated in precise)
    verdict, because, wording = _judged(voices, shared=shared)
    return Finding(
        "corroborate",
        METHOD,
        tuple(sorted(stated.statement.id for stated in episode)),
        wording.filled(place=country(place).name, voices=_listed(voices), event=event, when=_when(earliest, latest)),
        parameters={"event": attribute, "window_hours": window_hours},
        numbers={
            "place": place,
            "event": attribute,
            f"{stem}_earliest": iso(earliest),
            f"{stem}_latest": iso(latest),
            "common_low": iso(low) if low and shared else None,
            "common_high": iso(high) if high and shared else None,
            "sources": [_source_line(stated, voice) for voice in voices for stated in voice.stated],
        },
        verdict=verdict,
        because=because,
        settle=None if verdict == "agrees" else settle_by_measuring(place, earliest),
    )


def _judged(voices: Sequence[_Voice], *, shared: bool) -> tuple[Verdict, Because | None, Words]:
    if not shared:
        return "disagrees", "date", _DISAGREES if len(voices) > 1 else _INCONSISTENT
    if len(voices) == 1:
        return "cannot_tell", "source", _ALONE
    return "agrees", None, _AGREES


def _source_line(stated: Stated, voice: _Voice) -> dict[str, object]:
    return {
        "statement": stated.statement.id,
        "source": stated.statement.source,
        "attributed_to": stated.statement.attributed_to,
        "voice": voice.name,
        "low": iso(stated.low) if stated.low else None,
        "high": iso(stated.high) if stated.high else None,
    }


def _listed(voices: Sequence[_Voice]) -> Words:
    names = [voice.name for voice in voices]
    if len(names) == 1:
        return Words(names[0], names[0])
    rest = ", ".join(names[:-1])
    return Words(f"{rest} et {names[-1]}", f"{rest} and {names[-1]}")


def _when(earliest: dt.datetime, latest: dt.datetime) -> Words:
    if earliest == latest:
        moment = printed_moment(earliest)
        return Words(f"le {moment.fr}", f"on {moment.en}")
    return printed_span(earliest, latest)


def printed_moment(moment: dt.datetime) -> Words:
    """Return a moment in UTC, in words."""
    french, english = (print_moment(moment, "UTC", language) for language in LANGUAGES)
    return Words(french, english)


def printed_span(earliest: dt.datetime, latest: dt.datetime) -> Words:
    """Return a stretch of UTC in words; within one day the day is said once.

    Examples
    --------
    >>> from temoin.period import UTC
    >>> printed_span(dt.datetime(2022, 1, 5, 10, 30, tzinfo=UTC), dt.datetime(2022, 1, 5, 11, tzinfo=UTC)).en
    'on 5 January 2022 between 10:30 and 11:00 (UTC)'
    """
    first, last = printed_moment(earliest), printed_moment(latest)
    if earliest.date() != latest.date():
        return Words(f"entre le {first.fr} et le {last.fr}", f"between {first.en} and {last.en}")
    day_fr, clock_fr = first.fr.removesuffix(" (UTC)").split(" à ")
    day_en, clock_en = first.en.removesuffix(" (UTC)").split(", ")
    until_fr, until_en = last.fr.split(" à ")[1], last.en.split(", ")[1]
    return Words(f"le {day_fr} entre {clock_fr} et {until_fr}", f"on {day_en} between {clock_en} and {until_en}")


def settle_by_measuring(place: str, moment: dt.datetime) -> Settle:
    """Return what would settle when connectivity changed in a place: the signals measured that day."""
    name = country(place).name
    day = Words(*(_day(moment, language) for language in LANGUAGES))
    return Settle(
        Words(
            "les signaux mesurés pour ce pays ({place}), le {day}", "the signals measured for {place} on {day}"
        ).filled(place=name, day=day),
        Words(
            "IODA, Cloudflare Radar, ou les opérateurs du pays", "IODA, Cloudflare Radar, or the country’s operators"
        ),
        Words(
            "Pouvez-vous nous transmettre vos séries pour ce pays ({place}), le {day}, la veille et le lendemain, "
            "en UTC et au pas le plus fin, avec votre méthode de mesure\u202f?",
            "Could you send us your series for {place} on {day}, the day before and the day after, in UTC and at "
            "your "
            "finest step, with the way you measure?",
        ).filled(place=name, day=day),
    )


def _day(moment: dt.datetime, language: Language) -> str:
    from babel.dates import format_date

    return format_date(moment.date(), format="long" if language == "fr" else "d MMMM y", locale=language)
