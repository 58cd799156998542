"""Ranks and superlatives against the figures that the text gives (``claims.rank/1``).

A rank is set against a list of lines that holds the one it is said of, against the figures of its sentence, or, for
audiences, against what the same paragraph and the next give on the same service. With no other figure to compare, it
cannot be told: "en tête" with 376,000 followers on a service on which nobody else is counted.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from temoin.claims.checks.amounts import quoted, reach, same_unit, value_of
from temoin.claims.checks.page import Page
from temoin.claims.checks.rows import RowList
from temoin.claims.checks.services import audience_class, service_of
from temoin.claims.sentences import Sentence
from temoin.evidence import Because, Finding, Settle, Statement, Verdict
from temoin.words import Words

METHOD = "claims.rank/1"

_LAST = 0
_SUPERLATIVES: tuple[tuple[int, re.Pattern[str]], ...] = (
    (
        1,
        re.compile(
            r"\ben tête\b|\bau premier rang\b|\bcaracole\b|\bdomine\b|\bmène\b|\bla palme\b|"
            r"\b(?:le|la|les|l[’']) ?(?:\w+ )?(?:plus|mieux) (?:gros|grosse|grand|grande|important|importante|"
            r"élevée?|chère?|"
            r"dépensi\w+|suivie?|populaire|lourde?|coûteu\w+|dotée?)s?\b|"
            r"\b(?:in the lead|ranks? first|tops the list|the (?:largest|highest|biggest|most expensive|"
            r"most followed|costliest))\b",
            re.IGNORECASE,
        ),
    ),
    (
        _LAST,
        re.compile(
            r"\ben dernière position\b|\bferme la marche\b|"
            r"\b(?:le|la|les|l[’']) ?(?:\w+ )?(?:plus (?:petite?|faible|modeste|bas|basse|légère?)|"
            r"moins (?:élevée?|chère?|important\w*|"
            r"suivie?|dépensi\w+))s?\b|\b(?:ranks? last|the (?:smallest|lowest|least \w+))\b",
            re.IGNORECASE,
        ),
    ),
)
_HINTS = (
    *("tête", "rang", "caracole", "domine", "mène", "palme", " plus ", "mieux", "moins", "dernière", "marche"),
    *(" lead", "rank", "tops", "largest", "highest", "biggest", "costliest", "smallest", "lowest", "most", "least"),
)
_TO_DO = re.compile(
    r"[ \u00a0](?:\w+[ \u00a0])?(?:à|to|fois|time|tour|round|jour|day|manquement|débat)\b", re.IGNORECASE
)
_MEASURES = re.compile(
    r"invest|dépens|montant|budget|coût|perte|cost|\bloss|spen[dt]|amount|subvention|enveloppe|financ|somme|"
    r"dotation|"
    r"dotée?s?\b|paid|versé|abonn|suivi|follow|chère?s?\b|expensive|facture|durée|heures",
    re.IGNORECASE,
)
_RANKS = re.compile(
    r"\brang\b|\bclass(?:e|é)|\bposition\b|\bplace\b|\brank|\bliste\b|\blist\b|\btop\b|en tête", re.IGNORECASE
)
_BY_ANOTHER = re.compile(
    r"\b(?:par|en termes? de|in terms of|by)[ \u00a0](?:sa |son |la |le |leur |its |nombre )?(?:population|"
    r"superficie|taille|"
    r"habitants?|size|area|date|ancienneté|ordre)",
    re.IGNORECASE,
)
# "Le premier investissement, en 2018" is the first in time: an ordinal alone is no rank.
_IS_A_PLACE = re.compile(
    r"\brang|\bplace\b|\bposition\b|\bclass|\barriv|\bplus (?:gros|grand|import|élev|cher|dépens|petit|faible|suivi)|"
    r"\bpar (?:le|la|son|sa|leur) (?:montant|budget|nombre|dépense|somme|coût|durée)|\bderrière\b|\bdevant\b|"
    r"\baprès\b|"
    r"investisseu|dépensi|bénéficiaire|\brank|\blargest|\bbiggest|\bhighest|\bsmallest|\blowest|\bby amount|"
    r"\bbehind\b|"
    r"spender|mondial|au monde",
    re.IGNORECASE,
)
_WIDER = re.compile(
    r"\b(?:au monde|du monde|mondial\w*|d[’']Afrique|d[’']Europe|d[’']Asie|du continent|de l[’']histoire|jamais|"
    r"depuis \d{4}|"
    r"in the world|worldwide|ever|since \d{4}|of all time)\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[;:]|, (?:et|and|mais|but|tandis que|while)\b")
_UP = re.compile(
    r"\b(?:plus (?:petit|faible|bas)|moins|dernier|smallest|lowest|least|from the bottom)\b", re.IGNORECASE
)
_BEHIND = re.compile(
    r"\b(?:derrière|après|devancée?s? par|behind|after)[ \u00a0](?:le|la|les|l[’']|the)?[ \u00a0]?", re.IGNORECASE
)
_BESIDE_ANOTHER = re.compile(
    r"\b(?:derrière|devant|après|avant|devancée?s? par|behind|ahead of|after|before)\b", re.IGNORECASE
)
_AHEAD_OF = re.compile(r"\b(?:devant|contre|loin devant|ahead of|before|against)\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\wà-ÿ’'-]{2,}")
_RIVALS = re.compile(
    r"\b(?:les autres|autres candidat|candidat|adversaire|riva(?:l|ux)|concurrent|challenger|opposant|others?\b|"
    r"competitor|"
    r"opponent|candidate)",
    re.IGNORECASE,
)
_NEAR_LIST = 6000
_BESIDE_LIST = 2000
_HOLDS = Words(
    "Le rang tient\u00a0: {figure} est bien {place}, parmi {others}.",
    "The rank holds: {figure} is indeed {place}, among {others}.",
)
_OTHER_RANK = Words(
    "Le texte place {figure} {said}\u00a0; d’après ses propres chiffres, c’est {place}, parmi {others}.",
    "The text puts {figure} {said}; by its own figures it is {place}, among {others}.",
)
_ALONE = Words(
    "Le texte met {figure} {said} ({service}), mais n’en donne aucun autre sur cette plateforme\u00a0: rien ne "
    "permet de "
    "comparer.",
    "The text puts {figure} {said} ({service}), but gives no other on that platform: nothing can be compared.",
)
_SETTLE = Settle(
    Words("les chiffres des autres, dans la même unité", "the figures of the others, in the same unit"),
    Words("l’auteur du texte, ou la source qu’il cite", "the author of the text, or the source it cites"),
    Words(
        "Quels chiffres, de qui et à quelle date, fondent ce classement\u202f?",
        "Which figures, of whom and as of when, is this ranking made from?",
    ),
)


@dataclass(frozen=True, slots=True)
class _Ranked:
    """``said`` is the place from the top; 0 is the last. ``by`` is the statement of a rank where one was read."""

    said: int
    start: int
    figure: Statement
    others: tuple[Statement, ...]
    by: Statement | None = None
    service: str | None = None


def check_ranks(page: Page) -> list[Finding]:
    """Return one finding a rank or a superlative that the figures of the text bear upon.

    Returns
    -------
    findings in the order of the text; ``numbers`` holds ``said``, ``place_first place_last`` and ``of``
    """
    return [_judged(page, ranked) for ranked in sorted(_ranked(page), key=lambda each: each.start)]


def _ranked(page: Page) -> Iterator[_Ranked]:
    for sentence, together in _sentences(page):
        if together and all(one.kind in ("date", "datetime") for one in together):
            continue
        for said, start, by in _told(page, sentence, together):
            ranked = (
                _in_list(page, sentence, together, (said, start, by))
                or _beside(page, together, (said, start, by))
                or _behind(page, sentence, together, (said, start, by))
            )
            if ranked is not None:
                yield ranked
            elif said == 1:
                yield from _audiences(page, sentence, together, start)


def _sentences(page: Page) -> Iterator[tuple[Sentence, Sequence[Statement]]]:
    """Those that hold statements, and, around a list, those that hold none."""
    known = {sentence.start for sentence, _ in page.by_sentence}
    yield from page.by_sentence
    for each in page.lists:
        spot = max(0, each.start - _BESIDE_LIST)
        while spot < min(len(page.text), each.end + _BESIDE_LIST):
            sentence = page.sentence(spot)
            if sentence.start not in known and sentence.end > spot:
                known.add(sentence.start)
                yield sentence, ()
            spot = max(sentence.end, spot) + 1


def _told(page: Page, sentence: Sentence, together: Sequence[Statement]) -> Iterator[tuple[int, int, Statement | None]]:
    ranks = [one for one in together if one.kind == "rank" and value_of(one) and value_of(one) != 0]
    for one in ranks:
        if not _TO_DO.match(page.text, one.end):
            yield int(value_of(one) or 0), one.start, one
    words = page.text[sentence.start : sentence.end].casefold()
    if not any(hint in words for hint in _HINTS):
        return
    for said, pattern in _SUPERLATIVES:
        match = pattern.search(page.text, sentence.start, sentence.end)
        if match and not any(abs(one.end - match.start()) < 25 for one in ranks):
            yield said, match.start(), None


def _in_list(
    page: Page, sentence: Sentence, together: Sequence[Statement], told: tuple[int, int, Statement | None]
) -> _Ranked | None:
    said, start, by = told
    begin, end = _clause(page, sentence, start)
    clause = page.text[begin:end]
    if not page.lists or not _ranks_figures(clause) or _WIDER.search(clause):
        return None
    if by is not None and not _IS_A_PLACE.search(clause):
        return None
    figures = [one for one in together if begin <= one.start < end and value_of(one)]
    others = _BESIDE_ANOTHER.search(page.text, begin, end)
    names = [match[0] for match in _NAME.finditer(page.text, begin, others.start() if others else end)]
    for each in page.lists_near(start - _NEAR_LIST, start + _NEAR_LIST):
        if each.start <= start < each.end:
            continue
        for unit in sorted(each.units, key=str):
            column = each.figures(unit)
            row = _row_of(page, each, column, names, figures)
            if row is not None:
                rest = tuple(one for one in column if one.id != row.id)
                up = said > 1 and _UP.search(page.text, begin, end)
                return _Ranked(-said if up else said, start, row, rest, by)
    return None


def _clause(page: Page, sentence: Sentence, start: int) -> tuple[int, int]:
    begin = sentence.start
    for match in _CLAUSE_ENDS.finditer(page.text, sentence.start, start):
        begin = match.end()
    after = _CLAUSE_ENDS.search(page.text, start, sentence.end)
    return begin, after.start() if after else sentence.end


def _ranks_figures(clause: str) -> bool:
    """Whether the words of a clause rank by an amount, or do not say by what."""
    if _MEASURES.search(clause):
        return True
    return bool(_RANKS.search(clause)) and not _BY_ANOTHER.search(clause)


def _row_of(
    page: Page, rows: RowList, column: Sequence[Statement], names: Sequence[str], figures: Sequence[Statement]
) -> Statement | None:
    """The figure of the one line that the sentence names; else the one figure of the list that it repeats."""
    lines = [page.text[row.start : row.end] for row in rows.rows]
    for name in names:
        holding = [rank for rank, line in enumerate(lines) if re.search(rf"\b{re.escape(name)}\b", line)]
        if len(holding) == 1 and len(column) == len(lines):
            return column[holding[0]]
    equal = [one for one in column for figure in figures if same_unit(one, figure) and one.value == figure.value]
    return equal[0] if len(equal) == 1 else None


def _beside(page: Page, together: Sequence[Statement], told: tuple[int, int, Statement | None]) -> _Ranked | None:
    """ "759 600 celle de Jean-Luc Mélenchon (deuxième)": the figure before a rank in brackets, among its sentence."""
    said, start, by = told
    if by is None or "(" not in page.text[max(0, start - 3) : start]:
        return None
    before = [one for one in together if one.end <= start and one.kind in ("count", "money") and value_of(one)]
    if not before:
        return None
    figure = before[-1]
    others = tuple(one for one in together if one.id != figure.id and same_unit(one, figure) and value_of(one))
    return _Ranked(said, start, figure, others, by) if len(others) >= 2 else None


def _behind(
    page: Page, sentence: Sentence, together: Sequence[Statement], told: tuple[int, int, Statement | None]
) -> _Ranked | None:
    """ "3ᵉ mondial, après A (1,62 milliard) et B (1,58 milliard)": those before it, and its own in the sentence "
    "before."""
    said, start, by = told
    after = _BEHIND.search(page.text, start, sentence.end)
    if by is None or after is None or after.start() - by.end > 30:
        return None
    ahead = [one for one in together if one.start > after.start() and one.kind in ("money", "count") and value_of(one)]
    paragraph = page.paragraph(start)[0]
    own = [one for one in page.inside(paragraph, start) if ahead and same_unit(one, ahead[0]) and value_of(one)]
    if len(ahead) != said - 1 or not own or any(not same_unit(one, ahead[0]) for one in ahead):
        return None
    return _Ranked(said, start, own[0], tuple(ahead), by)


def _audiences(page: Page, sentence: Sentence, together: Sequence[Statement], start: int) -> Iterator[_Ranked]:
    begin, end = page.paragraph(sentence.start)
    following = page.paragraph(min(end + 3, len(page.text) - 1))[1] if end + 3 < len(page.text) else end
    around = [one for one in page.inside(begin, following) if one.kind == "count" and value_of(one)]
    mine = [one for one in together if one.start > start and audience_class(one) and value_of(one)]
    seen: set[str | None] = set()
    for figure in mine:
        if _AHEAD_OF.search(page.text, start, figure.start):
            return
        service = service_of(page, figure, together)
        if service is None or service in seen:
            continue
        seen.add(service)
        others = tuple(
            one
            for one in around
            if one.id != figure.id
            and _comparable(page, one, figure)
            and _is_peer(page, one, figure)
            and service_of(page, one, _beside_it(page, one)) == service
        )
        yield _Ranked(1, start, figure, others, None, service)


def _comparable(page: Page, one: Statement, figure: Statement) -> bool:
    """The same unit; or, in the same sentence, a count of nothing else: "242 000 abonnés, contre 17 000"."""
    counted = audience_class(one)
    together = page.sentence(one.start) == page.sentence(figure.start)
    return counted == audience_class(figure) or (counted is None and together)


def _is_peer(page: Page, one: Statement, figure: Statement) -> bool:
    """In the same sentence, or in a paragraph that speaks of rivals: a city’s page is no rival of a candidate."""
    if page.sentence(one.start) == page.sentence(figure.start):
        return True
    return _RIVALS.search(page.text, *page.paragraph(one.start)) is not None


def _beside_it(page: Page, statement: Statement) -> Sequence[Statement]:
    sentence = page.sentence(statement.start)
    return page.inside(sentence.start, sentence.end)


def _judged(page: Page, ranked: _Ranked) -> Finding:
    higher, at_most = _places(ranked)
    total = len(ranked.others) + 1
    said = ranked.said if ranked.said > 0 else total + 1 + ranked.said if ranked.said < 0 else total
    verdict: Verdict
    because: Because | None
    if not ranked.others:
        verdict, because, wording = "cannot_tell", "missing", _ALONE
    elif higher + 1 <= said <= at_most:
        verdict, because, wording = "agrees", None, _HOLDS
    else:
        verdict, because, wording = "disagrees", "scope", _OTHER_RANK
    words = wording.filled(
        figure=quoted(ranked.figure),
        said=_ordinal(said, last=ranked.said == _LAST),
        place=_ordinal(higher + 1, last=ranked.said == _LAST and higher + 1 == total),
        others=quoted(*ranked.others),
        service=ranked.service or "",
    )
    numbers: dict[str, object] = {
        "said": said,
        "place_first": higher + 1,
        "place_last": at_most,
        "of": total,
        "service": ranked.service,
    }
    evidence = ((ranked.by.id,) if ranked.by else ()) + (ranked.figure.id, *(one.id for one in ranked.others))
    return Finding(
        "claims",
        METHOD,
        evidence,
        words,
        parameters={"said": ranked.said},
        numbers=numbers,
        verdict=verdict,
        because=because,
        settle=None if verdict == "agrees" else _SETTLE,
        source=page.source,
    )


def _places(ranked: _Ranked) -> tuple[int, int]:
    """How many are surely higher, and the lowest place that rounding leaves open."""
    own = reach(ranked.figure)
    higher = lower = 0
    for one in ranked.others:
        other = reach(one)
        higher += own.high is not None and other.low is not None and other.low > own.high
        lower += own.low is not None and other.high is not None and other.high < own.low
    return higher, len(ranked.others) + 1 - lower


def _ordinal(place: int, *, last: bool) -> Words:
    if last:
        return Words("au dernier rang", "last")
    return Words("en tête", "first") if place == 1 else Words(f"au {place}ᵉ rang", f"at rank {place}")
