"""The figures of a text, in digits and in words, each with its unit and its interval (``claims.figures/2``).

A number inside a date or a clock time is no figure, nor is a reference. A bare number counts only where it is
unlikely to be one: from four digits, with a decimal sign or a magnitude, or where the figure beside it, its column or
its sentence says its unit. A number with two readings has a null value between both.
"""

import re
from collections.abc import Iterator, Sequence

from temoin.claims.figures.captions import Captions
from temoin.claims.figures.cleaned import Cleaned, lowered
from temoin.claims.figures.drafts import Draft
from temoin.claims.figures.elided import fill_units
from temoin.claims.figures.figure import Figure, Setting
from temoin.claims.figures.left_alone import counting
from temoin.claims.figures.misread import is_misread, with_misread, with_run_together
from temoin.claims.figures.nouns import is_counted_noun
from temoin.claims.figures.numerals import find_numerals
from temoin.claims.figures.pairs import bounded, paired
from temoin.claims.figures.qualifiers import qualifier_after, qualifier_before
from temoin.claims.figures.repeated import told_once
from temoin.claims.figures.spelled import Numeral
from temoin.claims.figures.tables import fill_columns
from temoin.claims.figures.units import DURATIONS, GLUED, Unit, Units
from temoin.evidence import Kind, Qualifier

_YEAR = re.compile(r"(?:18|19|20)\d\d")
_YEAR_BEFORE = re.compile(
    r"\b(?:en|in|depuis|since|fin|début|année|années|of|by|from|until|mid|of|saison|et|de|l['’]an) \Z"
)
_MINUS_BEFORE = re.compile(r"(?:^|[\s(|:])[-−]\Z|\bnégati(?:f|ve) \Z")
_TIMES_BY = re.compile(r"\b(?:multipli|divis)\w+[ \u00a0](?:par|by)[ \u00a0](?:[\w' ’]{0,16}[ \u00a0])?\Z")
_SPENT = re.compile(r"\b(?:dépens|coût|pay|invest|vers|factur|débours|spen[dt]|cost|donn|engloutit)\w*[^.!?\n]{0,12}\Z")
_ONE_AND = re.compile(
    r"(?<![^\W_])(?:an?|one|une?)[ \u00a0\n](year|month|week|day|hour|minute|an|mois|semaine|jour|heure)[ \u00a0\n]"
    r"(?:and|et)[ \u00a0\n](?:an?[ \u00a0\n])?\Z"
)
_LARGE, _TOLD_YEARS = 100, (1500, 2100)
_STANDS_ALONE = re.compile(r"[ \n](?:were|was|have|had|are|died|fled|ont|sont|étaient|avaient|seraient)\b|[,.;:)\n]|\Z")
_EN_A = re.compile(
    r"\b(?:en (?:a|ont|avait|aurait)(?: eu)?|étaient|sont|furent|seraient|there (?:are|were)|numbered|totall?ed) \Z"
)
_LETTER = re.compile(r"[^\W\d_]")
_SCORES_AFTER = re.compile(r"[,;\n][ \n]?[^\d\n:]{1,40}:[ \u00a0]\d{2,}(?:[,;.\n]|\Z)")
_SCORES_BEFORE = re.compile(r":[ \u00a0]\d{2,}[,;\n][ \n]?[^\d\n:]{1,40}:[ \u00a0]\Z")
_POSTAL = re.compile(r"[ \u00a0][A-ZÉ]")


def find_figures(
    text: str, setting: Setting, taken: Sequence[tuple[int, int]] = (), *, bare: bool = False
) -> list[Figure]:
    """Return the figures of a text, in order, none inside another.

    Parameters
    ----------
    text : the document
    setting : what settles its ambiguities
    taken : spans of dates and clock times, in order: the numbers inside are not figures
    bare : keep the numbers, too, of which nothing says that they count something

    Examples
    --------
    >>> found = find_figures("plus de 6,5 millions de yuans", Setting("fr"))[0]
    >>> found.kind, found.value == 6_500_000, found.unit, found.qualifier
    ('money', True, 'CNY', 'at least')
    """
    cleaned = Cleaned(text)
    page = cleaned.text
    lower = lowered(page)
    taken = cleaned.cleaned(taken)
    numerals = find_numerals(page, lower, setting.language, decimal=setting.decimal, taken=taken)
    numerals = told_once(page, with_run_together(page, with_misread(page, numerals)))
    numerals = counting(page, lower, list(_outside(numerals, taken)))
    drafts = bounded(lower, _Reader(page, lower, setting).drafts(numerals))
    if len(numerals) == 1 and drafts and page.strip() == page[drafts[0].start : drafts[0].end]:
        drafts[0].stands = True  # a text that holds nothing but a number is that number
    fill_columns(page, drafts, Captions(lower, setting))
    fill_units(lower, drafts, setting)
    return [
        draft.figure(cleaned.original(draft.start), cleaned.original_end(draft.end))
        for draft in drafts
        if draft.named or draft.stands or bare
    ]


def _outside(numerals: Sequence[Numeral], taken: Sequence[tuple[int, int]]) -> Iterator[Numeral]:
    rank = 0
    for numeral in numerals:
        while rank < len(taken) and taken[rank][1] <= numeral.start:
            rank += 1
        if rank == len(taken) or numeral.end <= taken[rank][0]:
            yield numeral


class _Reader:
    def __init__(self, text: str, lower: str, setting: Setting) -> None:
        self._text = text
        self._lower = lower
        self._setting = setting
        self._units = Units(text, lower, setting)

    def drafts(self, numerals: Sequence[Numeral]) -> list[Draft]:
        found: list[Draft] = []
        rank = 0
        until = 0
        while rank < len(numerals):
            numeral = numerals[rank]
            following = numerals[rank + 1] if rank + 1 < len(numerals) else None
            pair = paired(self._text, self._lower, numeral, following, self._units)
            if pair is not None and pair.start >= until:
                found.append(pair)
                until = pair.end
                rank += 1
                while rank < len(numerals) and numerals[rank].start < until:
                    rank += 1
                continue
            if numeral.start >= until and (draft := self._single(numeral)):
                found.append(draft)
                until = draft.end
            rank += 1
        return found

    def _single(self, numeral: Numeral) -> Draft | None:
        start, end = numeral.start, numeral.end
        form = numeral.form
        if form == "rank":
            return Draft(numeral, start, end, "rank", None, "exact", named=True, stands=True)
        if form == "share":
            half = self._half_more(numeral)
            if half is not None or self._lower.startswith("demi", start):
                return half
            return Draft(numeral, start, end, "ratio", None, self._qualifier(start), named=True, stands=True)
        unit = self._units.of(start, end, scaled=numeral.scaled)
        if self._text[start - 1 : start] == "K" and start and (unit is None or unit.kind != "money"):
            return None  # kwacha where a country that has them is named; else who knows
        if form in ("words", "dozen", "vague"):
            return self._spelled(numeral, unit)
        return self._digits(numeral, unit)

    def _half_more(self, numeral: Numeral) -> Draft | None:
        # "a year and a half"
        one = _ONE_AND.search(self._lower, max(0, numeral.start - 24), numeral.start)
        if one is None or numeral.readings != ("0.5",):
            return None
        start = one.start()
        whole = numeral._replace(start=start, readings=("1.5",), form="words")
        unit, qualifier = DURATIONS[one[1]], self._qualifier(start)
        return Draft(whole, start, numeral.end, "duration", unit, qualifier, named=True, stands=True)

    def _qualifier(self, start: int) -> Qualifier:
        return qualifier_before(self._text, start)

    def _spelled(self, numeral: Numeral, unit: Unit | None) -> Draft | None:
        start, end = numeral.start, numeral.end
        if unit is None and _TIMES_BY.search(self._lower, max(0, start - 40), start):
            return Draft(numeral, start, end, "ratio", "times", self._qualifier(start), named=True, stands=True)
        if unit is None or (unit.kind == "count" and not numeral.scaled and not self._is_counted(numeral, unit)):
            kind: Kind = (
                "money"
                if numeral.form == "vague" and _SPENT.search(self._lower, max(0, start - 30), start)
                else "count"
            )
            unit = Unit(kind, None, start, end, named=False)
        draft = self._draft(numeral, unit)
        draft.stands = unit.named or (numeral.scaled and numeral.end - numeral.start > len("mille"))
        draft.stands = draft.stands or self._is_large(numeral, draft.qualifier)
        if numeral.form == "dozen" and draft.qualifier == "exact":
            draft.qualifier = "about"
        return draft

    def _is_large(self, numeral: Numeral, qualifier: Qualifier) -> bool:
        # "More than two hundred were held", "il y en a eu mille cent"; years may be told in words.
        value = numeral.value
        if numeral.form != "words" or value is None or value < _LARGE or _TOLD_YEARS[0] <= value <= _TOLD_YEARS[1]:
            return False
        several = " " in self._lower[numeral.start : numeral.end] or "-" in self._lower[numeral.start : numeral.end]
        stands = _STANDS_ALONE.match(self._lower, numeral.end) is not None
        counted = qualifier != "exact" or _EN_A.search(self._lower, max(0, numeral.start - 24), numeral.start)
        return several and stands and bool(counted)

    def _is_counted(self, numeral: Numeral, unit: Unit) -> bool:
        return (
            numeral.readings == ("0",)
            or unit.unit in ("times", "points")
            or is_counted_noun(self._lower[numeral.end : unit.end])
        )

    def _digits(self, numeral: Numeral, unit: Unit | None) -> Draft | None:
        start, end = numeral.start, numeral.end
        text = self._text
        glued = _LETTER.match(text, end)
        if glued and unit is None:
            return None
        if unit is None:
            if _TIMES_BY.search(self._lower, max(0, start - 40), start):
                unit = Unit("ratio", "times", start, end)
            else:
                unit = Unit("count", None, start, end, named=False)
        if glued and unit.kind == "count" and unit.end > end and text[end].isalpha() and unit.unit not in GLUED:
            return None
        printed = text[start:end]
        is_year = unit.kind == "count" and _YEAR.fullmatch(printed) is not None
        if is_year and (not unit.named or _YEAR_BEFORE.search(self._lower, max(0, start - 9), start)):
            return None
        if not unit.named and end - start == 5 and printed.isdigit() and _POSTAL.match(text, end):
            return None
        draft = self._draft(numeral, unit)
        draft.doubtful = is_misread(text, numeral)
        qualified = draft.qualifier != "exact" and numeral.end - numeral.start > 1
        draft.stands = unit.named or qualified or self._stands(numeral) or self._is_scored(numeral)
        return draft

    def _draft(self, numeral: Numeral, unit: Unit) -> Draft:
        start = unit.start
        qualifier = self._qualifier(start)
        if unit.kind == "duration" and qualifier == "at least" and self._lower.endswith("over ", 0, start):
            qualifier = "exact"
        end = unit.end
        if qualifier in ("exact", "about") and (after := qualifier_after(self._lower, end)):
            qualifier = after[0]
        if unit.kind == "duration" and self._lower.startswith((" et dem", " and a half"), end):
            numeral, end = self._and_half(numeral, end)
        settled = self._settled(numeral, unit)
        draft = Draft(settled, start, end, unit.kind, unit.unit, qualifier, unit.named, stands=False)
        last = self._lower[start - 1 : start]
        may = start > 0 and (last in ("-", "−") or (last == " " and self._lower[start - 2 : start - 1] in ("f", "e")))
        minus = _MINUS_BEFORE.search(self._lower, max(0, start - 10), start) if may else None
        if minus is not None:
            draft.sign = -1
            draft.start -= 1 if last in ("-", "−") else len(minus[0])
        return draft

    def _and_half(self, numeral: Numeral, end: int) -> tuple[Numeral, int]:
        if len(numeral.readings) > 1 or not numeral.readings[0].isdigit() or numeral.scaled:
            return numeral, end
        half = " and a half" if self._lower.startswith(" and", end) else " et demi"
        stop = end + len(half) + (half == " et demi" and self._lower[end + 8 : end + 9] == "e")
        return numeral._replace(readings=(numeral.readings[0] + ".5",)), stop

    def _settled(self, numeral: Numeral, unit: Unit) -> Numeral:
        if len(numeral.readings) != 2:
            return self._whole(numeral, unit)
        # Nobody counts thousandths of a person, nor prints a percentage in thousands with a French decimal comma.
        if unit.kind == "count" and unit.named and unit.unit not in GLUED and "/" not in (unit.unit or ""):
            return numeral._replace(readings=numeral.readings[1:])
        if unit.kind == "percent":
            return numeral._replace(readings=numeral.readings[:1])
        return numeral

    def _is_scored(self, numeral: Numeral) -> bool:
        # Names and their scores, one after the other, as in "Alpha : 400, Bêta : 230".
        start, end = numeral.start, numeral.end
        colon = self._lower[start - 2 : start] in (": ", ":\u00a0") and end - start > 1
        return colon and bool(
            _SCORES_AFTER.match(self._lower, end) or _SCORES_BEFORE.search(self._lower, max(0, start - 60), start)
        )

    def _whole(self, numeral: Numeral, unit: Unit) -> Numeral:
        reading = numeral.readings[0]
        thousandths = reading[-4:-3] == "." and len(reading) <= 7 and reading[0] != "0" and not numeral.scaled
        if (
            thousandths
            and unit.kind == "count"
            and unit.named
            and unit.unit not in GLUED
            and "/" not in (unit.unit or "")
        ):
            return numeral._replace(readings=(reading.replace(".", ""),))
        return numeral

    def _stands(self, numeral: Numeral) -> bool:
        if numeral.scaled or len(numeral.readings) > 1 or "." in numeral.readings[0]:
            return True
        return len(numeral.readings[0]) >= 4
