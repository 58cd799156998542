"""Whether a statement gives what a label says: value, unit, and leniently entity and attribute.

Values agree within a thousandth, sign aside. Entity and attribute agree leniently: they share a word once accents,
case and small words are gone, or words that mean the same in French and English; a platform's name alone is no
agreement on an attribute that names a measure.
"""

import datetime as dt
import re
import unicodedata
from functools import cache

from temoin.claims.scoring.labels import Label, LabelledValue
from temoin.evidence import Statement
from temoin.world import find_countries

_WITHIN = 1e-3
_WORD = re.compile(r"[a-z0-9]+")
_SMALL_WORDS = (
    "le la les un une des du de en et au aux par pour sur dans the a an of in to on and for by with at from its "
    "number nombre total"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_PLATFORMS = frozenset("facebook instagram twitter x youtube tiktok telegram whatsapp vk douyin weibo".split())
# One line a meaning: words that agree with one another.
_MEANINGS = """
followers follower abonnes abonne
friends amis ami
likes like aime aiment mentions fans
users utilisateurs internautes user subscribers people personnes habitants affected touches touchees population
views vues consultations fois visionnages consulted times
cost cout couts coute perte pertes loss losses cost economique manque
outage outages coupure coupures blocage blocages panne pannes interruption shutdown shutdowns blackout cut cuts
duration duree heures hours
share part proportion pourcentage percent percentage
rank rang place position classement
deaths death dead killed killing morts mort tues tue
wounded blesses blesse injured
traffic trafic connectivity connectivite connexions
fine fines amende amendes penalty
spending spent depense depenses investment investissement investissements price paid amount montant paye prix invested
election elections vote scrutin
creation created cree creee etabli established founded
onset began begin start since debut depuis cut commence starting
end ended fin ends
return retour restoration restored partial
agreement accord deal contract contrat
publication published publie edition
candidates candidats candidat candidate
members membres membre
conversion converted
age ans years old
countries pays country
networks network reseaux reseau
sanctions sanction
reasons raisons
suspects suspect faux fake false
"""
_MEANING = {word: rank for rank, line in enumerate(_MEANINGS.strip().splitlines()) for word in line.split()}
_UNITS = {
    "h": {"h", "hours", "heures"}, "day": {"day", "days", "jours", "jour"}, "week": {"weeks", "semaines", "week"},
    "month": {"months", "mois", "month"}, "year": {"years", "ans", "an", "year"},
    "min": {"minutes", "min"}, "s": {"seconds", "secondes", "s"},
}  # fmt: skip


def same_value(label: Label, statement: Statement) -> bool:
    """Return whether a statement has the value of a label, or its bounds where the label has two."""
    if label.family == "time":
        return statement.kind in ("date", "datetime") and _same_time(label, statement)
    if statement.kind in ("date", "datetime", "other"):
        return False
    if isinstance(label.value, tuple):
        low, high = label.value
        return _same_number(low, statement.low) and _same_number(high, statement.high)
    share = label.kind in ("percent", "ratio") and statement.kind == "percent"
    return _same_number(label.value, statement.value, 100 if share else 1)


def _same_number(said: LabelledValue, read: str | None, scale: int = 1) -> bool:
    if said is None or read is None:
        return said is None and read is None
    asked = abs(float(said))
    return abs(abs(float(read)) / scale - asked) <= _WITHIN * max(asked, 1e-9)


def _same_time(label: Label, statement: Statement) -> bool:
    if label.value is None:
        return statement.value is None
    if isinstance(label.value, tuple):
        return (statement.low, statement.high) == label.value
    said = str(label.value)
    if statement.kind == "date" or "T" not in said:
        return statement.value == said or (statement.value is None and _spans(said, statement))
    if statement.value is not None:
        return _same_moment(said, statement.value)
    return _spans(said, statement)


def _same_moment(said: str, read: str) -> bool:
    moment = dt.datetime.fromisoformat(said)
    found = dt.datetime.fromisoformat(read)
    if moment.tzinfo is None:
        return moment == found.replace(tzinfo=None)
    return found.tzinfo is not None and moment == found


def _spans(said: str, statement: Statement) -> bool:
    # A clock without a zone keeps no value: its bounds must hold the moment as printed, within the zones on earth.
    if statement.kind != "datetime" or statement.low is None or statement.high is None:
        return False
    day = dt.datetime.fromisoformat(said[:16]).replace(tzinfo=dt.UTC) if said[10:11] == "T" else None
    low, high = dt.datetime.fromisoformat(statement.low), dt.datetime.fromisoformat(statement.high)
    return day is not None and low - dt.timedelta(hours=14) <= day <= high + dt.timedelta(hours=14)


def same_unit(label: Label, statement: Statement) -> bool:
    """Return whether a statement counts what a label counts: the same currency, percent, or a noun that means it."""
    unit = statement.unit
    if label.kind == "money":
        return statement.kind == "money" and label.unit in (unit, "unspecified currency")
    if label.kind == "percent":
        return unit == "%"
    if label.kind in ("rank", "ratio"):
        return statement.kind == label.kind
    if label.kind in ("duration", "age"):
        return unit is not None and (label.unit or "") in _UNITS.get(unit, {unit})
    if label.unit is None:
        return True
    return unit is not None and _alike(label.unit, unit)


def same_entity(label: Label, statement: Statement) -> bool:
    """Return whether a statement is about whom or what a label is about, leniently."""
    if label.entity is None or statement.entity is None:
        return False
    here = {mention.iso2 for mention in find_countries(label.entity)}
    there = {mention.iso2 for mention in find_countries(statement.entity)}
    return bool(here & there) or bool(_words(label.entity) & _words(statement.entity))


def same_attribute(label: Label, statement: Statement) -> bool:
    """Return whether a statement says the property that a label says, leniently."""
    return label.attribute is not None and _alike(label.attribute, statement.attribute)


def _alike(first: str, second: str) -> bool:
    ours, theirs = _meant(first), _meant(second)
    if ours - _PLATFORMS:
        ours, theirs = ours - _PLATFORMS, theirs - _PLATFORMS
    return bool(ours & theirs)


@cache
def _meant(text: str) -> frozenset[object]:
    return frozenset(_MEANING.get(word, word) for word in _words(text))


@cache
def _words(text: str) -> frozenset[str]:
    plain = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return frozenset(word for word in _WORD.findall(letters) if len(word) > 1 and word not in _SMALL)
