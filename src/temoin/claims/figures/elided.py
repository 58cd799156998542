"""The unit of a figure that does not print it: that of the figure it goes with, or of the words of its sentence."""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Sequence
from decimal import Decimal

from temoin.claims.figures.currencies import CURRENCIES, money_word
from temoin.claims.figures.drafts import Draft
from temoin.claims.figures.figure import Setting
from temoin.claims.figures.nouns import NOUNS, canonical
from temoin.claims.figures.units import GLUED
from temoin.claims.figures.vocabulary import MAGNITUDES

_LENDERS = 4
_REACH = 220
_FARTHEST = 480
# A title before a name ("M. Untel") ends no sentence.
_STOP = re.compile(r"[.!?…\n](?:(?<=\n)|(?<!\bm.)(?<!\bmm.)(?<!\bmr.)(?<!\bmrs.)(?<!\bdr.)[»”\")]?[ \u00a0\n])")
_S = "[ \u00a0\u202f\n]"
_LINK = re.compile(
    rf",?{_S}(?:(?P<and>et|and|ou|or|puis|then|à|to|des|of{_S}the|sur{_S}les)|)"
    rf"(?:{_S}(?:environ|près de|plus de|autour de|nearly|about|over))?{_S}?\Z|,{_S}\Z"
)
_PRONOUN = re.compile(
    rf"\ben{_S}(?:a|ont|avait|avaient|aura|compte|comptent|comptait|totalise|totalisait|revendique|affiche|recense|"
    rf"dénombre|possède|cumule|réunit)\b[^.!?\n]{{0,24}}\Z"
)
_NUMBER_OF = re.compile(
    rf"\b(?:nombre|total|number|totaux){_S}(?:total{_S})?(?:de{_S}|d['’]|des{_S}|of{_S})([^\W\d_]+)[^.!?\n]*\Z"
)
_NOUN_OF = re.compile(rf"(?<![^\W_])([^\W\d_]+s){_S}of{_S}(?:about{_S}|over{_S}|nearly{_S}|just{_S})?\Z")
_OUT_OF = re.compile(rf"{_S}(?:sur|out{_S}of|of)(?:{_S}(?:un{_S}total{_S}de|a{_S}total{_S}of|les|the))?{_S}")
_IN_MONEY = re.compile(
    rf"(?:\A|[\s(,;])(?:en|in){_S}(?:(?P<scale>milliers|millions|milliards|millions|billions){_S}(?:de{_S}|of{_S}|d['’])?)?"
    rf"(?:f{_S}?)?(?P<money>[^\W\d_]+)[^.!?\n]*\Z"
)
# "Instagram, 3 400." after a sentence that counted followers.
_NAME_ONLY = re.compile(
    r"[^\w]*(?:et |and )?(?!(?:le|la|les|au|en|the|in|a|un|une|soit|total)\b)"
    r"[^\W\d_]+(?:[ '’-][^\W\d_]+){0,3}(?:,| :)[ \u00a0]\Z"
)
# "Contre 201", "ramenée à 50 000", "passant de 88 000 à 100 000".
_COMPARED = re.compile(
    rf"\b(?:contre|against|versus|vs|up{_S}from|down{_S}from)(?:{_S}[^\W\d_]+){{0,2}}{_S}(?:d['’])?\Z"
    rf"|\b(?:ramen|port|rédui|relev|abaiss|pass|grimp|mont|tomb|chut|cut|rais|reduc|increas)[a-zà-ÿ]*"
    rf"(?:{_S}[^\W\d_]+)?{_S}(?:à|de|to)(?:{_S}(?:environ|près{_S}de|plus{_S}de|about))?{_S}\Z"
    rf"|{_S}de{_S}[0-9][0-9 \u00a0\u202f.,]*{_S}à{_S}\Z"
)
_ACTING = re.compile(rf"{_S}(?:ont|sont|étaient|avaient|auraient|seraient|were|have|had|are)\b")
_AGAINST = re.compile(rf"\b(?:contre|against|versus|vs){_S}(?:[^\W\d_]+{_S}){{0,2}}(?:d['’])?\Z")
_LIKING = re.compile(
    rf"{_S}(?:[^\W\d_]+{_S}){{0,2}}(?:aiment|aimaient|ont{_S}aimé|ont{_S}liké|likent|like|liked|likes){_S}"
)
_FOLLOWING = re.compile(rf"{_S}(?:[^\W\d_]+{_S}){{0,2}}(?:suivent|suivaient|follow|followed|sont{_S}abonnée?s){_S}")
_DYING = re.compile(
    rf"{_S}(?:[^\W\d_]+{_S}){{0,1}}(?:(?:ont|auraient|avaient){_S}été{_S}(?:[^\W\d_]+{_S})?tuée?s|"
    rf"sont{_S}mort|seraient{_S}mort|ont{_S}péri|"
    rf"(?:were|have{_S}been|had{_S}been|was){_S}(?:[^\W\d_]+{_S})?killed|died|have{_S}died|killed)"
)
_ANYBODY = frozenset(("people", "internet users", "users"))
_PARTICIPLE = re.compile(r"ée?s\Z")
_GOES_ON = frozenset((" ", "\n", "\u00a0", ","))
_AUDIENCE = frozenset(("followers", "friends", "likes", "subscribers", "members", "views"))


def fill_units(lower: str, drafts: Sequence[Draft], setting: Setting) -> None:
    """Give the figures without a unit the one that their sentence says, in place.

    A figure coordinated with a later one takes its unit ("365 000 et 339 000 abonnés"); else the sentence's words do
    ("le nombre d’internautes", "en FCFA"); else the last figure's, in the same sentence, or in the one before where a
    pronoun says so ("en a 70 793").
    """
    _from_the_next(lower, drafts)
    stops = [match.end() for match in _STOP.finditer(lower)] if any(draft.is_bare for draft in drafts) else []
    recent: deque[Draft] = deque(maxlen=_LENDERS)
    for rank, draft in enumerate(drafts):
        if draft.is_bare:
            following = drafts[rank + 1] if rank + 1 < len(drafts) else None
            rank_of_stop = bisect_right(stops, draft.start) - 1
            begin = max(0, draft.start - _REACH)
            sentence = max(begin, stops[rank_of_stop]) if rank_of_stop >= 0 else begin
            _from_the_sentence(lower, draft, (recent, following), sentence, setting)
        elif draft.kind == "count" and (draft.unit in _ANYBODY or lower[draft.end : draft.end + 1] in _GOES_ON):
            _by_verb(lower, draft, recent[-1] if recent else None)
        if draft.unit is not None and draft.kind in ("count", "money", "percent", "duration"):
            recent.append(draft)


def _from_the_next(lower: str, drafts: Sequence[Draft]) -> None:
    linked = False
    for rank in range(len(drafts) - 2, -1, -1):
        draft, following = drafts[rank], drafts[rank + 1]
        gap = following.start - draft.end
        if not draft.is_bare or following.unit is None or following.kind == "rank" or not 0 < gap <= 24:
            linked = False
            continue
        link = _LINK.fullmatch(lower, draft.end, following.start)
        if link is None or not (link["and"] or linked):
            linked = False
            continue
        draft.named_by(following.kind, following.unit)
        _share_magnitude(draft, following)
        linked = True


def _share_magnitude(draft: Draft, following: Draft) -> None:
    # "de 3,2 à 4,5 milliards": the magnitude is given once for both.
    own, other = draft.numeral, following.numeral
    once = not own.scaled and other.scaled and other.form == "digits" and len(own.readings) == 1
    if once and Decimal(own.readings[0]) < 1000:
        draft.numeral = own._replace(ones=other.ones)


def _from_the_sentence(
    lower: str, draft: Draft, beside: tuple[Sequence[Draft], Draft | None], sentence: int, setting: Setting
) -> None:
    recent, following = beside
    start = draft.start
    last = recent[-1].end if recent and recent[-1].end > sentence else 0
    if recent and _is_out_of(lower, recent[-1], draft):
        draft.named_by("count", recent[-1].unit)
    elif noun := _noun_of(lower, draft, sentence):
        draft.named_by("count", noun)
    elif (draft.stands or last) and (named := _NUMBER_OF.search(lower, max(sentence, last), start)):
        draft.named_by("count", canonical(named[1]))
    elif not _from_money(lower, draft, sentence, setting) and recent:
        lender = (
            _lender(lower, draft, recent, following, sentence) if last else _afar(lower, draft, recent[-1], sentence)
        )
        if lender is not None:
            draft.named_by(lender.kind, lender.unit)
            if "." in draft.numeral.readings[0] and lender.kind == "count":
                _share_magnitude(draft, lender)  # nobody has half a subscriber


def _is_out_of(lower: str, part: Draft, whole: Draft) -> bool:
    # "7 communes sur 15": the whole is counted as its part is.
    if not _lends(part) or part.numeral.value is None or not _OUT_OF.fullmatch(lower, part.end, whole.start):
        return False
    return whole.numeral.value is not None and whole.numeral.value > part.numeral.value


def _noun_of(lower: str, draft: Draft, sentence: int) -> str | None:
    # "the highest posts of 411"
    noun = _NOUN_OF.search(lower, max(sentence, draft.start - 40), draft.start)
    return NOUNS.get(noun[1]) if noun else None


def _from_money(lower: str, draft: Draft, sentence: int, setting: Setting) -> bool:
    said = _IN_MONEY.search(lower, max(0, sentence - 1), draft.start)
    if said is None or said["money"] not in CURRENCIES or not (draft.stands or said["scale"]):
        return False
    money = money_word(lower, said["money"], said.start("money"), said.end("money"))
    if money is None:
        return False
    code = money.said or money.word.code(setting.nearby(draft.start), setting.everywhere)
    draft.named_by("money", code or setting.currency)
    if said["scale"] and not draft.numeral.scaled:
        draft.factor = Decimal(10) ** MAGNITUDES[said["scale"]]
    return True


def _afar(lower: str, draft: Draft, before: Draft, sentence: int) -> Draft | None:
    if before.kind != "count" or draft.start - before.end > _FARTHEST:
        return None
    if draft.stands and _NAME_ONLY.fullmatch(lower, sentence, draft.start):
        return before
    return before if _PRONOUN.search(lower, max(0, draft.start - 48), draft.start) else None


def _lender(lower: str, draft: Draft, recent: Sequence[Draft], following: Draft | None, sentence: int) -> Draft | None:
    compared = _COMPARED.search(lower, max(sentence, draft.start - 48), draft.start) is not None
    for before in reversed(recent):
        if before.end <= sentence:
            break
        between = lower[before.end : draft.start]
        if compared:
            # "283 coupures dans 39 pays, contre 201 dans 40 pays": what comes next is not what is compared.
            if before.kind != "duration" and not (following and _is_next(draft, following, before)):
                return before
        elif before.kind == "money":
            return before if _is_amount(draft) and len(between) <= 60 else None
        elif _lends(before):
            return before if _may_borrow(lower, draft, between) else None
    return None


def _is_next(draft: Draft, following: Draft, before: Draft) -> bool:
    return following.unit == before.unit and 0 < following.start - draft.end <= 24


def _lends(before: Draft) -> bool:
    unit = before.unit or ""
    return before.kind == "count" and unit not in ("times", "points") and unit not in GLUED and "/" not in unit


def _may_borrow(lower: str, draft: Draft, between: str) -> bool:
    if ";" in between and _ACTING.match(lower, draft.end):
        return False
    return draft.stands or _PRONOUN.search(between) is not None or _is_listed(between)


def _is_amount(draft: Draft) -> bool:
    return draft.numeral.scaled and (draft.numeral.form != "vague" or draft.numeral.ones[0] >= 10**6)


def _is_listed(between: str) -> bool:
    # "12 villes au nord, 8 au sud": a small number in a list of counts.
    return 2 < len(between) <= 40 and between.endswith((", ", " et ", " and ")) and between.count(",") <= 2


def _by_verb(lower: str, draft: Draft, before: Draft | None) -> None:
    if draft.unit in _ANYBODY:
        if _LIKING.match(lower, draft.end):
            draft.unit = "likes"
        elif _FOLLOWING.match(lower, draft.end):
            draft.unit = "followers"
        elif before is not None and _is_against(lower, draft, before):
            draft.unit = before.unit
    if before is not None and before.kind == "count" and _is_participle(lower, draft):
        draft.unit = before.unit  # "1 215 plaintes, dont 432 fondées"
    if _DYING.match(lower, draft.end):
        draft.unit = "deaths"


def _is_against(lower: str, draft: Draft, before: Draft) -> bool:
    near = before.unit in _AUDIENCE and draft.start - before.end <= _REACH
    return near and _AGAINST.search(lower, before.end, draft.start) is not None


def _is_participle(lower: str, draft: Draft) -> bool:
    unit = draft.unit or ""
    of_which = lower.endswith("dont ", 0, draft.numeral.start)
    return of_which and _PARTICIPLE.search(unit) is not None and unit not in NOUNS.values()
