"""Wholes told with their parts in one breath (``claims.sum/1``): "300 agents : 120 à Paris, 100 à Dakar et 80 à Lomé".

A count before a colon and the counts that share it out; percentages of one breakdown, which make a hundred; a total in
the sentence after its parts. Only what the colon and the commas show whole is judged wrong.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from temoin.claims.checks.amounts import added, bare_unit, exactly, quoted, reach, same_unit, tell, value_of
from temoin.claims.checks.page import Page
from temoin.claims.checks.rows import only_some
from temoin.claims.checks.sums import METHOD, find_totals
from temoin.evidence import Because, Finding, Settle, Statement, Verdict
from temoin.quantity import Interval
from temoin.words import Words, same

_WHOLE_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f,]\d{3})+|\d+"
_PLACED = r"(?:in|at|from|for|by|à|au|aux|en|dans|pour|chez|sur|hommes|femmes|filles|garçons|men|women|boys|girls)\b"
_SHARED_OUT = re.compile(rf"(?P<number>{_WHOLE_NUMBER})(?:[ \u00a0](?P<words>[^\d%]{{1,60}}))?")
_HEAD = re.compile(r"(?P<words>[^:.;,()\d]{0,60}?)[ \u00a0]?:[ \u00a0]")
_JOINTS = re.compile(r", (?:and|et) |, (?=\d)| (?:and|et) ")
_LAST_JOINT = re.compile(r" (?:and|et) \d[^,]*$")
_NARROWS = re.compile(r"\b(?:dont|notamment|surtout|of which|including|such as|par|per|chaque|each)\b", re.IGNORECASE)
_BREAKDOWN = re.compile(r"\b(?:répartition|ventilation|breakdown)\b[^:.;\d]{0,80}:[ \u00a0]", re.IGNORECASE)
_SHARE = re.compile(r"[^\d%,;:()+-]{2,50}?[ \u00a0](?P<share>\d{1,3}(?:[.,]\d{1,2})?)[ \u00a0\u202f]?%")
_SHARE_JOINT = re.compile(r"[ \u00a0]?[,;][ \u00a0](?:et |and )?|[ \u00a0](?:et|and)[ \u00a0]")
_OVERLAPS = re.compile(
    r"plusieurs|multiple|cumul|hausse|baisse|évolution|dont|contre|\brise|\bfall|\bup\b|\bdown\b|more than one",
    re.IGNORECASE,
)
_OPENS_TOTAL = re.compile(r"\W*(?:au total|en tout|in total|in all|altogether)\b", re.IGNORECASE)
_NOT_PARTS = re.compile(
    r"\b(?:dont|pass\w+|contre|au lieu|of which|including|from|against|instead|puis|then|sur)\b|%", re.IGNORECASE
)
_HUNDRED = Interval(Decimal(100), Decimal(100), closed=True)
_AGREES = Words("{parts} = {sum}, et le texte dit {whole}\u00a0: le compte y est.",
                "{parts} = {sum}, and the text says {whole}: it adds up.")  # fmt: skip
_DISAGREES = Words(
    "{parts} = {sum}, mais le texte dit {whole}\u00a0: la liste ne fait pas le compte.",
    "{parts} = {sum}, but the text says {whole}: the list does not add up.",
)
_UNSURE = Words(
    "{parts} = {sum}, mais le texte dit {whole}\u00a0; il ne dit pas s’il donne toutes les parties.",
    "{parts} = {sum}, but the text says {whole}; it does not say whether it gives all the parts.",
)
_ALL_OF_IT = Words("100\u00a0% en tout", "100% in all")
_SETTLE = Settle(
    Words("la liste complète des parties", "the whole list of the parts"),
    Words("l’auteur du texte, ou le document qu’il cite", "the author of the text, or the document it cites"),
    Words("Quelles sont toutes les parties, et combien compte chacune\u202f?",
          "What are all the parts, and how many is each?"),
)  # fmt: skip


def check_breakdowns(page: Page) -> list[Finding]:
    """Return one finding a whole that a sentence shares out, or that the next sentence totals.

    Returns
    -------
    findings in the order of the text; ``numbers`` holds ``sum total parts``
    """
    found: list[Finding] = []
    previous: tuple[int, int, Sequence[Statement]] | None = None
    for sentence, together in page.by_sentence:
        for one in together:
            found += _shared_out(page, one, sentence.end)
        found += _percentages(page, sentence.start, sentence.end, together)
        if previous is not None:
            found += _totalled_next(page, previous, (sentence.start, together))
        previous = (sentence.start, sentence.end, together)
    return found


def _shared_out(page: Page, stated: Statement, end: int) -> Iterator[Finding]:
    head = _HEAD.match(page.text, stated.end, end)
    whole = value_of(stated)
    if stated.kind != "count" or not whole or head is None or _NARROWS.search(head["words"]):
        return
    told = page.text[head.end() : end].rstrip(" .\u00a0")
    if not _LAST_JOINT.search(told) or _NARROWS.search(told) or only_some(page.text, stated.start):
        return
    items = [_SHARED_OUT.fullmatch(item) for item in _JOINTS.split(told)]
    parts = [Decimal(re.sub(r"\D", "", item["number"])) for item in items if item and _is_part(item["words"], stated)]
    if len(parts) < 2 or len(parts) != len(items) or max(parts) >= whole:
        return
    made = sum(parts, Decimal(0))
    holds = made == whole or Interval(made, made, closed=True).meets(reach(stated))
    sure = stated.qualifier == "exact" and (len(parts) > 2 or made > whole)
    evidence = (stated.id, page.reference(head.end(), head.end() + len(told)))
    yield _finding(page, evidence, _judged(holds=holds, sure=sure), (parts, quoted(stated), whole, None))


def _is_part(words: str | None, stated: Statement) -> bool:
    if words is None or re.match(_PLACED, words, re.IGNORECASE):
        return True
    unit = bare_unit(stated.unit)
    return bool(unit) and bare_unit(words.split()[0]) == unit


def _percentages(page: Page, start: int, end: int, together: Sequence[Statement]) -> Iterator[Finding]:
    head = _BREAKDOWN.search(page.text, start, end)
    told = page.text[head.end() : end].rstrip(" .\u00a0") if head else ""
    if head is None or _OVERLAPS.search(page.text, start, min(len(page.text), end + 60)) or not told.endswith("%"):
        return
    items = [_SHARE.fullmatch(item) for item in _SHARE_JOINT.split(told)]
    shares = [one for one in together if one.kind == "percent" and one.start >= head.end()]
    exact = all(one.qualifier == "exact" and value_of(one) for one in shares)
    if len(items) < 3 or not all(items) or len(shares) != len(items) or not exact:
        return
    made = added([reach(one) for one in shares])
    over = made.low is not None and made.low > 100
    others = re.search(r"\b(?:autres?|others?|le reste|the rest)\b", told, re.IGNORECASE)
    if not (over or others or made.meets(_HUNDRED)):
        return
    values = [value for one in shares if (value := value_of(one)) is not None]
    judged = _judged(holds=made.meets(_HUNDRED), sure=over)
    yield _finding(page, tuple(one.id for one in shares), judged, (values, _ALL_OF_IT, Decimal(100), "%"))


def _totalled_next(
    page: Page, previous: tuple[int, int, Sequence[Statement]], here: tuple[int, Sequence[Statement]]
) -> Iterator[Finding]:
    """ "120 en 2022 et 80 en 2023. Au total, 230": never wrong for sure, the total may be of more than its parts."""
    start, end, before = previous
    begin, together = here
    stated = next((one for one in together if one.kind in ("count", "money")), None)
    if stated is None or not _OPENS_TOTAL.match(page.text, begin) or page.text[end:begin].strip():
        return
    alike = [one for one in page.inside(page.paragraph(begin)[0], begin) if same_unit(one, stated)]
    parts = [one for one in before if same_unit(one, stated) and one.qualifier == "exact" and value_of(one)]
    if len(parts) < 2 or len(parts) != len(alike) or _NOT_PARTS.search(page.text, start, end):
        return
    whole = value_of(stated)
    if not whole or stated.id in {total.stated.id for total in page.once(find_totals)}:
        return
    if added([exactly(one) for one in parts]).meets(reach(stated)):
        return
    values = [value for one in parts if (value := value_of(one)) is not None]
    evidence = (*(one.id for one in parts), stated.id)
    yield _finding(page, evidence, _judged(holds=False, sure=False), (values, quoted(stated), whole, None))


def _judged(*, holds: bool, sure: bool) -> tuple[Verdict, Because | None, Words]:
    if holds:
        return "agrees", None, _AGREES
    return ("disagrees", "sum", _DISAGREES) if sure else ("cannot_tell", "missing", _UNSURE)


def _finding(
    page: Page,
    evidence: tuple[str, ...],
    judged: tuple[Verdict, Because | None, Words],
    sums: tuple[Sequence[Decimal], Words, Decimal, str | None],
) -> Finding:
    verdict, because, wording = judged
    parts, whole, total, unit = sums
    made = sum(parts, Decimal(0))
    shown = [tell(one) for one in parts]
    told = Words(" + ".join(one.fr for one in shown), " + ".join(one.en for one in shown))
    return Finding(
        "claims",
        METHOD,
        evidence,
        wording.filled(parts=told, sum=tell(made, unit) if unit else tell(made), whole=whole or same("")),
        numbers={"sum": float(made), "total": float(total), "parts": len(parts)},
        verdict=verdict,
        because=because,
        settle=None if verdict == "agrees" else _SETTLE,
        source=page.source,
    )
