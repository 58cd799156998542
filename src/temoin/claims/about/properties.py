"""Which property each figure is about: by the noun counted, else by the cue of its clause that stands nearest.

Where no rule knows, the words of the text say it: the noun with its complement for a figure, the verb with its
object for a day.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from temoin.claims.about import vocabulary
from temoin.claims.about.attributes import BEGAN, ENDED, MOBILE, PARTIAL, PERIOD
from temoin.claims.about.passages import Passage, Spot
from temoin.claims.about.vocabulary import AFFECTED, AGE, COST, COUNTED, CUES, DURATION

_S = "[ \u00a0\u202f]"
_OUTAGE = frozenset({BEGAN, ENDED, MOBILE, PARTIAL, PERIOD})
_CROSSING, _AFTER, _FAR = 30, 12, 160
_COMPLEMENT = re.compile(
    rf"{_S}(?:[^\W\d_]+{_S})?(?:de la |de l[’']|du |des |de |d[’']|of the |of )[^\W\d_][\w’'-]*"
    rf"(?:{_S}[a-zà-ÿ]+[eés]s?\b)?"
)
_NO_ADJECTIVE = (
    r"(?:\w*(?:ait|aient|ent|ont|era|eront|ed)|a|est|is|are|in|of|on|and|et|ou|qui|que|en|au|aux|dans|par|pour|sur|was|"
    r"were|has|have|that|which|who)\b"
)
_SHARE_OF = re.compile(
    rf"(?:{_S}[«“\"]?)?(?:de la |de l[’']|du |des |de |d[’']|of the |of )[«“\" ]*"
    rf"(?:(?:ses|son|sa|nos|notre|mes|our|my|leurs?|ces|its|their|les|la|le|the|l[’']){_S}?)?(?P<what>[^\W\d_][\w’'-]*(?:{_S}(?!{_NO_ADJECTIVE})[a-zà-ÿ]+)?)"
)
_CHANGE = re.compile(
    rf"(?:recul|baiss|chut|diminu|réduit|augment|progress|hausse|bond|grimp|mont|multipli|fell|fall|drop|rose|rise|increas"
    rf"|decreas|down|up)\w*{_S}(?:(?!(?:à|to|at|only){_S})\w+{_S}){{0,2}}$"
)
_LESS = re.compile(rf"{_S}(?:de{_S}(?:moins|plus)|less|more|fewer){_S}(?:qu|than)")
_AGE = re.compile(rf"(?:[A-ZÀ-Þ][\w’'-]+,{_S}(?:âgée?{_S}de{_S})?|âgée?s?{_S}d[e’']{_S}?|aged{_S})$")
_YEARS_OLD = re.compile(rf"[- ]?(?:years?)?[- ]old|{_S}?(?:[,.;»)]|et\b|and\b|$)")
_VERB = re.compile(
    rf"\b(?:a|ont|avait|avaient|est|sont|était|étaient|été|has|have|had|was|were|been){_S}(?:été{_S}|\w+ment{_S}|pas{_S})?"
    r"(?P<did>[a-zà-ÿ]+(?:é|ée|és|ées|i|ie|is|it|u|ue|us|ert|ed|pris|mis|fait|told|met|held|won)\b"
    rf"(?:{_S}(?!(?:en|le|au|on|in){_S}(?:\d|[jfmasond][a-zé]+{_S}\d))[^\W\d_][\w’'-]*){{0,6}})"
)
_CONTENT = re.compile(r"(?<![\w’'])(?:(?:[ldnsjmc]|qu)[’'])?(?P<word>[a-zà-ÿ]{4,})(?![\w’'])")
_EMPTY_WORDS = (
    "dans avec pour sans sous mais donc plus moins très tout tous toute toutes leur leurs cette cela ceux celles celui "
    "elle elles nous vous dont lors ainsi alors aussi entre après avant depuis pendant encore déjà même être "
    "avoir sont "
    "était étaient sera seront fait avait avaient aurait ainsi parce comme quand lorsque notamment partir cours "
    "that this "
    "these those with from into over when while after before since during have been were will would their there which "
    "about than then also only more most very such said says jour mois année janvier février mars avril juin "
    "juillet août "
    "septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche"
)
_EMPTY = frozenset(_EMPTY_WORDS.split())
_SINCE = re.compile(rf"\b(?:depuis|dès|since|à partir du){_S}(?:le{_S})?$", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:prend fin|pris fin|prendra fin|se termine|s[’']achève|ends?|ended|clôture)\b")
_CAPACITY = re.compile(rf"^{_S}(?:[a-zà-ÿ]+{_S})?(?:touch|affect|privé|concern|impact|hit\b|with no)")


_NUMBER_OF = re.compile(r"(?:nombre|total|number)[ \u00a0](?:d[e’']s?|of)[ \u00a0]?(?P<noun>[^\W\d_]+)")
_SUM = re.compile(r"\b(?:somme|montant|facture|enveloppe|note|sum|amount|bill)\b")
_FALLEN = re.compile(
    r"\b(?:tomb|chut|recul|retomb|réduit|fell|fall|drop|down|rest|à)\w*[ \u00a0](?:à|to|at|only)?[ \u00a0]?$"
)
_SERVICE = re.compile(
    r"[ \u00a0](?:mobiles?|internet|payants?|numériques?|à (?:la |l[’'])|au (?:mobile|haut)|haut débit)"
)
_STRONG = 45


class Found(NamedTuple):
    """A cue where it stands, with the kinds it speaks to and what it makes them."""

    start: int
    end: int
    kinds: frozenset[str]
    attribute: str


class Properties:
    """What the figures of one passage are about.

    Parameters
    ----------
    passage : the sentence
    earlier : the last property of figures of each kind, in the sentences before
    """

    def __init__(self, passage: Passage, earlier: Mapping[str, str] | None = None) -> None:
        self._passage = passage
        self._earlier = earlier or {}
        self._last: dict[str, str] = {}
        self._cues = list(_cues(passage.text, passage.start, passage.end))

    def of_figures(self, listed: str | None = None) -> list[str | None]:
        """Return the property of each figure that is no time, without its platform; None for a time.

        Parameters
        ----------
        listed : what the list that this line belongs to is said to tell, by the words that open it
        """
        found: list[str | None] = []
        for rank, spot in enumerate(self._passage.spots):
            found.append(None if spot.is_time else self._of_figure(rank, spot, listed))
            if (last := found[-1]) is not None:
                self._last[spot.kind] = last
        return found

    def of_money(self, rank: int) -> str | None:
        """Return what an amount is, by the words around it; None where they do not say."""
        return self._nearest(rank, "money")

    def of_time(self, rank: int, figure: str | None) -> str:
        """Return what happened at a day; ``figure`` is the property of the figure that holds at it, where one does."""
        cue = self._nearest(rank, "date")
        words = self._passage.before(rank)
        if (cue is None or cue == "end of the campaign") and _ENDS.search(words):
            return cue or "end"
        if cue == "start of demonstrations":
            return cue if _SINCE.search(words) else "demonstration"
        if cue and cue != "end of the campaign":
            return cue
        if figure:
            return f"date of {figure}"
        return self._told(rank) or "date"

    def _of_figure(self, rank: int, spot: Spot, listed: str | None) -> str:
        by_kind = {
            "count": self._of_count,
            "percent": self._of_share,
            "ratio": self._of_share,
            "duration": self._of_duration,
            "rank": lambda *_: "rank",
            "money": self._of_money,
        }
        found = by_kind[spot.kind](rank, spot) if spot.kind in by_kind else None
        return found or listed or self._of_before(spot) or self._worded(rank, spot) or spot.kind

    def _of_before(self, spot: Spot) -> str | None:
        return self._last.get(spot.kind) or self._earlier.get(spot.kind) if spot.kind == "money" else None

    def _of_money(self, rank: int, spot: Spot) -> str | None:
        del spot
        return self._nearest(rank, "money")

    def _of_count(self, rank: int, spot: Spot) -> str | None:
        unit = (spot.unit or "").partition("/")[0].lower()
        if not unit and (found := self._of_elided(rank)):
            return found
        counted = self._counted(spot) or counted_noun(unit)
        if counted == "users" and not _PLATFORM_NEAR.search(self._passage.before(rank)):
            return self._people(rank, counted)
        if counted == "followers" and _SERVICE.match(self._passage.after(rank)):
            return "subscribers"
        if counted and counted != "demonstrators":
            return counted
        if unit in _PEOPLE or counted:
            return self._nearest(rank, "count") or counted
        return self._suffered(rank)

    def _suffered(self, rank: int) -> str | None:
        # "Trois journalistes ont été arrêtés": what befell them, where the verb stands right after.
        end = self._passage.spots[rank].end
        near = [cue for cue in self._cues if "count" in cue.kinds and 0 <= cue.start - end < _RIGHT_AFTER]
        return next((cue.attribute for cue in near if cue.attribute in _FATES), None)

    def _counted(self, spot: Spot) -> str | None:
        # The unit has one name for "habitants" and "personnes"; the noun as printed tells more.
        words = _LETTERS.findall(self._passage.text[spot.start : spot.end].lower())
        return next((found for word in words if (found := counted_noun(word))), None)

    def _of_elided(self, rank: int) -> str | None:
        before = self._passage.before(rank)
        if (named := _NUMBER_OF.search(before)) and (counted := counted_noun(named["noun"].lower())):
            return self._people(rank, counted) if counted == "users" else counted
        if _SUM.search(before):
            return self._nearest(rank, "money") or self._last.get("money") or self._earlier.get("money")
        earlier = self._last.get("count") or self._earlier.get("count")
        if earlier and (self._last or earlier in vocabulary.AUDIENCE):
            return earlier
        return self._nearest(rank, "count") or self._nearest(rank, "money")

    def _people(self, rank: int, counted: str) -> str:
        # "des internautes touchés" are people affected; "internautes pour X" among subscribers are subscribers.
        if _CAPACITY.match(self._passage.after(rank)) or self._nearest(rank, "count") == AFFECTED:
            return AFFECTED
        if DURATION in {cue.attribute for cue in self._cues}:
            return AFFECTED
        known = self._last.get("count")
        return known if known in vocabulary.AUDIENCE else counted

    def _of_share(self, rank: int, spot: Spot) -> str | None:
        before, after = self._passage.before(rank), self._passage.after(rank)
        if _CHANGE.search(before) or _LESS.match(after):
            return self._changed(rank)
        cue = self._nearest(rank, spot.kind)
        share = _SHARE_OF.match(after)
        if spot.kind == "ratio" and spot.unit and "times" in spot.unit and not cue:
            cue = self._last.get("count") or self._earlier.get("count")
        if share is None:
            return cue or self._last.get(spot.kind) or ("share of total" if "total" in after else None)
        if cue and cue not in ("connectivity", "share of cost", "share of outages", "votes"):
            return cue
        what = share["what"]
        if counted_noun(what.lower()) in vocabulary.AUDIENCE:
            return cue or f"share of {counted_noun(what.lower())}"
        if cue == "connectivity" and (not what.lower().startswith("traf") or _FALLEN.search(before)):
            return cue
        return _share_by_noun(what) or f"share of {what}"

    def _changed(self, rank: int) -> str:
        figure = self._nearest(rank, "money") or self._last.get("money")
        return "change in cost" if figure == COST else f"change in {figure}" if figure else "change"

    def _of_duration(self, rank: int, spot: Spot) -> str | None:
        before, after = self._passage.before(rank), self._passage.after(rank)
        if spot.unit == "year" and _AGE.search(before) and _YEARS_OLD.match(after):
            return AGE
        if found := self._nearest(rank, "duration"):
            return found
        beside = {*self._last.values(), self._earlier.get("duration")}
        return DURATION if not beside.isdisjoint((COST, AFFECTED, DURATION)) else None

    def _nearest(self, rank: int, kind: str) -> str | None:
        spot = self._passage.spots[rank]
        start, end = spot[:2]
        best, least = None, _FAR
        for cue in self._cues:
            first, last, kinds, attribute = cue
            if kind not in kinds:
                continue
            away = max(start - last, first - end + _AFTER, 0) - (_STRONG if attribute == "fine" else 0)
            if away < least:
                away += _CROSSING * self._crossed(cue, rank) + (40 if self._parted(cue, spot) else 0)
                if away < least:
                    best, least = attribute, away
        return best

    def _parted(self, cue: Found, spot: Spot) -> bool:
        return self._passage.text.find(";", min(cue.end, spot.end), max(cue.start, spot.start)) >= 0

    def _crossed(self, cue: Found, rank: int) -> int:
        spots = self._passage.spots
        step = -1 if cue.start < spots[rank].start else 1
        crossed, at = 0, rank + step
        while 0 <= at < len(spots) and crossed < _MOST_CROSSED:
            if (spots[at].start < cue.start) if step < 0 else (spots[at].start > cue.start):
                break
            crossed, at = crossed + 1, at + step
        return crossed

    def _worded(self, rank: int, spot: Spot) -> str | None:
        after = self._passage.after(rank)
        if spot.kind == "count" and spot.unit:
            complement = _COMPLEMENT.match(after)
            words = _LETTERS.findall(self._passage.text[spot.start : spot.end].lower())
            noun = words[-1] if words and words[-1] not in _MAGNITUDES else spot.unit.partition("/")[0]
            return noun + (complement[0].rstrip() if complement else "")
        if spot.kind in ("percent", "ratio", "duration"):
            complement = _SHARE_OF.match(after)
            name = "duration" if spot.kind == "duration" else "share"
            return f"{name} of {complement['what']}" if complement else None
        return None

    def _told(self, rank: int) -> str | None:
        passage = self._passage
        spot = passage.spots[rank]
        found = _VERB.search(passage.text, spot.end, passage.until(rank))
        if found is None:
            verbs = list(_VERB.finditer(passage.text, passage.segment(rank), spot.start))
            found = verbs[-1] if verbs else None
        if found:
            return _trimmed(found["did"])
        before = _content(passage.text, passage.segment(rank), spot.start)[-_FEW:]
        return " ".join(before + _content(passage.text, spot.end, passage.until(rank))[:_FEW]) or None


def _trimmed(phrase: str) -> str:
    words = phrase.split()
    while len(words) > 1 and words[-1].lower() in _SMALL:
        words.pop()
    return " ".join(words)


_SMALL_WORDS = (
    "le la les l un une des de du d en au aux à dans sur par pour et ou que qui the a an on in at of to by and"
)
_SMALL = frozenset(_SMALL_WORDS.split())


def _content(text: str, start: int, end: int) -> list[str]:
    found = [match["word"] for match in _CONTENT.finditer(text, start, end)]
    return [word for word in found if word not in _EMPTY]


_FEW = 3
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MAGNITUDES = frozenset("million millions milliard milliards billion billions mille thousand k m md".split())
_RIGHT_AFTER = 24
_FATES = frozenset({"deaths", "wounded", "arrests", AFFECTED, "demonstrators"})
_MOST_CROSSED = 4
_PEOPLE = frozenset(
    "personnes personne people habitants citoyens policiers soldats militaires civils police manifestants "
    "protesters demonstrators officers police femmes hommes enfants women men children gens foyers households".split()
)
_PLATFORM_NEAR = re.compile(r"Facebook|Instagram|Twitter|YouTube|TikTok|Telegram|WhatsApp|VK|Snapchat|LinkedIn")


def _share_by_noun(what: str) -> str | None:
    by_noun = {"number of outages": "share of outages", COST: "share of cost"}
    noun = what.partition(" ")[0].lower()
    if noun.startswith(("voix", "suffrage", "vote", "ballot")):
        return "share of votes"
    if noun.startswith("traf"):
        return "share of traffic"
    if noun.startswith(("perte", "coût", "loss", "cost")):
        return "share of cost"
    return by_noun.get(counted_noun(noun) or "")


@cache
def counted_noun(noun: str) -> str | None:
    """Return the property of a counted noun in small letters; None where no rule knows it."""
    if noun in COUNTED:
        return COUNTED[noun]
    for size in range(len(noun), 2, -1):
        if (found := COUNTED.get(noun[:size] + "*")) is not None:
            return found
    return None


def _cues(text: str, start: int, end: int) -> Iterator[Found]:
    pattern, whole, opening = _compiled()
    printed = text[start:end]
    lowered = printed.lower()
    for match in pattern.finditer(lowered if len(lowered) == len(printed) else printed):
        stem = match[0]
        entries = opening.get(stem, ())
        if stem in whole and not lowered[match.end() : match.end() + 1].isalnum():
            entries = (*entries, *whole[stem])
        for kinds, attribute in entries:
            yield Found(start + match.start(), start + match.end(), kinds, attribute)


_Entries = dict[str, tuple[tuple[frozenset[str], str], ...]]


@cache
def _compiled() -> tuple[re.Pattern[str], _Entries, _Entries]:
    whole: _Entries = {}
    opening: _Entries = {}
    for cue in CUES:
        for stem in cue.stems.split():
            told = (frozenset(cue.kinds.split()), cue.attribute)
            words = stem.rstrip("*").replace("_", " ")
            into = opening if stem.endswith("*") else whole
            into[words] = (*into.get(words, ()), told)
    _add_shorter(whole, opening)
    tree: dict[str, object] = {}
    for stem in sorted({*whole, *opening}):
        node = tree
        for char in stem:
            node = node.setdefault(char, {})  # type: ignore[assignment]
        node["*" if stem in opening else ""] = {}
    return re.compile(rf"(?<!\w)(?:{_alternatives(tree)})"), whole, opening


def _add_shorter(whole: _Entries, opening: _Entries) -> None:
    # "arrested" is also a word that begins with "arrest".
    for stems in (whole, opening):
        for words in sorted(stems, key=len, reverse=True):
            for size in range(3, len(words)):
                stems[words] += opening.get(words[:size], ())


def _alternatives(node: dict[str, object]) -> str:
    branches = []
    for char, below in sorted(node.items()):
        if len(char) == 1 and char != "*":
            assert isinstance(below, dict)
            branches.append(re.escape(char) + _alternatives(below))
    if "*" in node:
        branches.append("")
    elif "" in node:
        branches.append(r"(?!\w)")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
