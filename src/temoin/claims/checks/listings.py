"""Counts of things that the text goes on to list (``claims.list/1``): nine counties and nine lines, seven candidates.

A list of lines, or the members that follow a colon, is counted. Of people, the names that stand with the same word are:
a text that names fewer than it counts does not contradict itself, it leaves the others to be found.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from temoin.claims.checks.amounts import quoted, value_of
from temoin.claims.checks.page import Page
from temoin.claims.checks.rows import only_some
from temoin.claims.checks.services import NAMES, SERVICE
from temoin.evidence import Because, Finding, Settle, Statement, Verdict
from temoin.words import Words, same

METHOD = "claims.list/1"

_MOST = 60
_REACH = 3500
_NEAR = 2500
_ALL_OF = re.compile(
    r"(?:\b(?:les|des|ces|aux|ses|nos|leurs|the|these|those|its|all|tous les|toutes les)|ci-dessous|"
    r"suivants?)[ \u00a0]$",
    re.IGNORECASE,
)
_MOST_APART = 3
_TO_COLON = re.compile(r"[^:.;,()\d]{0,60}?[ \u00a0]?:[ \u00a0]")
_NAMED_THINGS = re.compile(
    r"candidat|opérateur|operator|pays\b|countr|villes?\b|\bcit(?:y|ies)\b|\btowns?\b|entreprise|sociétés?\b|compan|"
    r"médias?\b|journaux|newspaper|\bpartis?\b|part(?:y|ies)\b|plateforme|platform|chaînes?\b|channel|agences?\b|"
    r"agenc|ministre|minister|journalist|député|régions?\b|regions?\b|province|banques?\b|\bbanks?\b|vallées?\b",
    re.IGNORECASE,
)
_NAME_JOINT = re.compile(r", (?:et |and )?| (?:et|and) ")
_LAST_NAME = re.compile(r" (?:et|and) (?:l[ea] |l[’']|the )?[A-ZÀ-ÖØ-Þ][^,]*$")
_ONE_NAME = re.compile(
    r"(?:l[ea] |l[’']|the )?[A-ZÀ-ÖØ-Þ][\wà-ÿ’'&-]*(?: (?:de |d[’']|du |of |al |el )?[A-ZÀ-ÖØ-Þ][\wà-ÿ’'&-]*){0,3}"
)
_THESE = re.compile(r"\b(?:ces|these|those)[ \u00a0]$", re.IGNORECASE)
_UNNARROWED = re.compile(
    r"[ \u00a0]*(?:$|[,.:;!?)»”]|(?:ont|sont|avaient|étaient|auront|seront|se|s[’']|y|n[’']|ne|dans|reçoivent|"
    r"figurent|"
    r"have|are|were|had|will|in|spent|received)\b)",
    re.IGNORECASE,
)
_WORD_OF_COUNT = re.compile(r"[^\W\d_][\w’-]{2,}")
_PEOPLE = re.compile(
    r"candidat|prétendant|concurrent|ministre|député|opposant|militant|journaliste|blogueu|suspect|prévenu|accusé|"
    r"candidate|contender|minister|activist|journalist|blogger|defendant",
    re.IGNORECASE,
)
_SERVICES = re.compile(r"réseaux|plateformes?|plates-formes|platforms?|networks?", re.IGNORECASE)
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\wà-ÿ’'-]+"
_NAME = re.compile(rf"\b{_CAPITAL}(?:-{_CAPITAL})?(?: (?:[Ll]e|de|ben|El|Al|al|bin|von|van))?(?: {_CAPITAL}){{1,2}}")
_NOT_FIRST = frozenset(
    (
        "Le La Les Un Une Des Du Au Aux Sur En Dans Pour Par Selon Avec Mais Et Ou The A An In On At Of For By "
        "With But "
        "And Or To Parti Party President Président Monsieur Madame Mr Mrs Ms Dr L D National Nations Union"
    ).split()
)
_SERVICE_NAMES = frozenset(name.casefold() for name in NAMES)
_QUOTES = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"\n]*\"")
_AGREES = Words(
    "Le texte dit {said} et en donne {count}\u00a0: {names}.", "The text says {said} and gives {count}: {names}."
)
_FEWER = Words(
    "Le texte dit {said} mais n’en nomme que {count}\u00a0: {names}.",
    "The text says {said} but names only {count}: {names}.",
)
_OTHER = Words(
    "Le texte dit {said}, mais sa liste en compte {count}\u00a0: {names}.",
    "The text says {said}, but its list has {count}: {names}.",
)
_SETTLE = Settle(
    Words("la liste complète", "the complete list"),
    Words(
        "l’autorité qui l’a arrêtée, ou l’auteur du texte", "the authority that drew it up, or the author of the text"
    ),
    Words("Pouvez-vous donner la liste complète de {said}\u202f?", "Could you give the complete list of {said}?"),
)


@dataclass(frozen=True, slots=True)
class _Counted:
    statement: Statement
    number: int
    names: tuple[str, ...]
    evidence: tuple[str, ...]
    verdict: Verdict
    because: Because | None


def check_listings(page: Page) -> list[Finding]:
    """Return one finding a count whose members the text lists.

    Returns
    -------
    findings in the order of the text; ``numbers`` holds ``said listed names``
    """
    return [_finding(page, counted) for counted in _counted(page)]


def _counted(page: Page) -> Iterator[_Counted]:
    for one in page.statements:
        value = value_of(one)
        if one.kind != "count" or one.qualifier != "exact" or value is None or not 2 <= value <= _MOST:
            continue
        number = int(value)
        if number != value:
            continue
        found = (
            _of_colon(page, one, number)
            or _of_lines(page, one, number)
            or _of_people(page, one, number)
            or _of_services(page, one, number)
        )
        if found:
            yield found


def _of_colon(page: Page, statement: Statement, number: int) -> _Counted | None:
    """ "Quatre candidats sont en lice : A, B et C": names after a colon, and nothing after them."""
    sentence = page.sentence(statement.start)
    head = _TO_COLON.match(page.text, statement.end, sentence.end)
    first = next(iter(page.inside(sentence.start, sentence.end)), statement)
    if head is None or first.id != statement.id or not _NAMED_THINGS.search(statement.text):
        return None
    told = page.text[head.end() : sentence.end].rstrip(" .\u00a0\n")
    names = _NAME_JOINT.split(re.sub(r" ?\([^()]*\)", "", told))
    if (
        len(names) < 2
        or len(re.findall(r" (?:et|and) ", told)) > 1
        or not _LAST_NAME.search(told)
        or not all(_ONE_NAME.fullmatch(name) for name in names)
    ):
        return None
    if only_some(page.text, head.end(), sentence.start) or page.text[sentence.end :][:1] == ";":
        return None
    place = page.reference(head.end(), head.end() + len(told))
    verdict: Verdict = "agrees" if len(names) == number else "disagrees"
    if verdict == "disagrees" and abs(len(names) - number) > _MOST_APART:
        return None
    return _Counted(
        statement, number, tuple(names), (statement.id, place), verdict, None if verdict == "agrees" else "sum"
    )


def _of_lines(page: Page, statement: Statement, number: int) -> _Counted | None:
    words = [word.casefold().rstrip("sx") for word in _WORD_OF_COUNT.findall(statement.unit or statement.text)]
    if not words or not (_ALL_OF.search(page.before(statement)) or _opens(page, statement)):
        return None
    for each in page.lists_near(statement.end - _NEAR, statement.end + _NEAR):
        if each.start <= statement.start < each.end:
            continue
        lines = [page.text[row.start : row.end] for row in each.rows]
        holding = [line for line in lines if words[-1] in line.casefold() or words[0] in line.casefold()]
        if 2 * len(holding) < len(lines):
            continue
        names = tuple(_label(line) for line in lines)
        evidence = (statement.id, *(row.figures[0].id for row in each.rows))
        if number == len(lines):
            return _Counted(statement, number, names, evidence, "agrees", None)
        if number < len(lines) and _THESE.search(page.before(statement)):
            return None
        called = _all_called(page, each.start, each.end, words[0])
        partly = only_some(page.text, each.start) if number > len(lines) else not _all_of_them(page, statement)
        unsure = partly or (number == len(holding) and not called)
        return _Counted(statement, number, names, evidence, "cannot_tell" if unsure else "disagrees", "sum")
    return None


def _all_of_them(page: Page, statement: Statement) -> bool:
    """Whether nothing narrows a count after its noun: "les trois vallées du nord" are not all of them."""
    return _UNNARROWED.match(page.after(statement)) is not None


def _all_called(page: Page, start: int, end: int, word: str) -> bool:
    """Whether what leads to a list, or concludes it, calls all its lines by a word."""
    around = page.text[max(0, start - 200) : start] + page.text[end : end + 120]
    return re.search(rf"\b(?:les|des|the) {re.escape(word)}s?\b", around, re.IGNORECASE) is not None


def _opens(page: Page, statement: Statement) -> bool:
    return page.after(statement, 120).rstrip().endswith(":")


def _label(line: str) -> str:
    head = re.split(r"[:|\t]|\s\d", line.strip(" •*–—-\t|"), maxsplit=1)[0].strip()
    capital = re.findall(rf"{_CAPITAL}(?: {_CAPITAL})*", head)
    return capital[-1] if capital else head[:40]


def _of_people(page: Page, statement: Statement, number: int) -> _Counted | None:
    word = _PEOPLE.search(statement.unit or statement.text)
    if word is None:
        return None
    names: dict[str, tuple[str, int]] = {}
    for sentence in _sentences_with(page, statement, word[0].casefold()):
        text = _QUOTES.sub(lambda match: " " * len(match[0]), page.text[sentence[0] : sentence[1]])
        for name, start in _people(text):
            names.setdefault(name.split()[-1].casefold(), (name, sentence[0] + start))
    if len(names) < 2 or len(names) > number:
        return None
    verdict: Verdict = "agrees" if len(names) == number else "cannot_tell"
    places = (page.reference(start, start + len(name)) for name, start in names.values())
    because: Because | None = None if verdict == "agrees" else "missing"
    called = tuple(name for name, _ in names.values())
    return _Counted(statement, number, called, (statement.id, *places), verdict, because)


def _sentences_with(page: Page, statement: Statement, word: str) -> Iterator[tuple[int, int]]:
    """Sentences around a count that hold the same word, or an audience figure, up to a few paragraphs."""
    low, high = page.paragraph(statement.start)[0], statement.start + _REACH
    missing = 0
    position = low
    while position < min(high, len(page.text)) and missing < 2:
        start, end = page.paragraph(position)
        sentences = dict.fromkeys(
            (page.sentence(spot).start, page.sentence(spot).end) for spot in range(start, max(end, start + 1), 40)
        )
        about = word in page.text[start:end].casefold()
        missing = 0 if about else missing + 1
        for span in sentences:
            figures = any(one.kind == "count" for one in page.inside(*span))
            if span[0] >= low and about and (word in page.text[span[0] : span[1]].casefold() or figures):
                yield span
        position = max(end, position + 1)
        while position < len(page.text) and page.text[position].isspace():
            position += 1


def _people(text: str) -> Iterator[tuple[str, int]]:
    for match in _NAME.finditer(text):
        words = match[0].split()
        while words and words[0].split("’")[-1].split("'")[-1] in _NOT_FIRST:
            words = words[1:]
        known = _SERVICE_NAMES.intersection(word.casefold() for word in words)
        if len(words) >= 2 and not known:
            yield " ".join(words), match.end() - len(" ".join(words))


def _of_services(page: Page, statement: Statement, number: int) -> _Counted | None:
    if not _SERVICES.search(statement.unit or statement.text):
        return None
    start, end = page.paragraph(statement.start)
    named = tuple(dict.fromkeys(match[0].capitalize() for match in SERVICE.finditer(page.text, start, end)))
    if len(named) != number:
        return None
    return _Counted(statement, number, named, (statement.id,), "agrees", None)


def _finding(page: Page, counted: _Counted) -> Finding:
    said = quoted(counted.statement)
    fewer = counted.verdict == "cannot_tell" and len(counted.names) < counted.number
    wording = _AGREES if counted.verdict == "agrees" else _FEWER if fewer else _OTHER
    settle = Settle(_SETTLE.missing, _SETTLE.holder, _SETTLE.question.filled(said=said))
    return Finding(
        "claims",
        METHOD,
        counted.evidence,
        wording.filled(said=said, count=len(counted.names), names=same(", ".join(counted.names))),
        numbers={"said": counted.number, "listed": len(counted.names), "names": list(counted.names)},
        verdict=counted.verdict,
        because=counted.because,
        settle=None if counted.verdict == "agrees" else settle,
        source=page.source,
    )
