"""Audiences and people against how many there are (``claims.proportion/1``).

The followers of one account against all the users that the text itself gives the service; the views of a day, a head;
the people concerned against the population of their country, by the tables of :mod:`temoin.world`. What is beyond its
base may count contacts, or people abroad: it is told with its question.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from temoin.claims.checks.amounts import divided, plain_bounds, quoted, reach, tell, value_of
from temoin.claims.checks.page import Page
from temoin.claims.checks.services import audience_class, service_of
from temoin.evidence import Because, Finding, Settle, Statement, Verdict
from temoin.quantity import Interval
from temoin.words import Words
from temoin.world import Figure, country, figure, find_countries

METHOD = "claims.proportion/1"

MOST_OF_A_SERVICE = Decimal("0.5")
MOST_VIEWS_A_HEAD = Decimal(50)
_PEOPLE = re.compile(
    r"personnes?|habitants?|internautes?|utilisateurs?|électeurs?|citoyens?|people|inhabitants?|users?|voters?|"
    r"citizens?|"
    r"individus?|abonnés uniques",
    re.IGNORECASE,
)
_WIDER = re.compile(
    r"\bmond\w+|\bglob\w+|\bworld\w*|\bcontinents?\b|\bpays\b|\bcountries\b|\bAfri\w+|\bEurop\w+|\bAsi\w+|"
    r"\bAmérique\w*|"
    r"\bmillions de contacts\b|\brégions?\b|\bregions?\b",
    re.IGNORECASE,
)
_A_DAY = re.compile(r"/ ?(?:day|jour)|par jour|a day|per day|quotidien", re.IGNORECASE)
_INTERNET = re.compile(r"internet|en ligne|online|connectés?\b", re.IGNORECASE)
_EARLIEST, _LATEST = 2010, 2024
_OF_SERVICE = Words(
    "{figure} sur {service}, c’est {percent} de tous les utilisateurs que le texte y compte ({base})\u00a0: "
    "peu vraisemblable pour un seul compte{others}.",
    "{figure} on {service} is {percent} of all the users that the text counts there ({base}): implausible for one "
    "account{others}.",
)
_OTHERS = Words("\u202f; les autres comptes de la même phrase vont de {low} à {high}",
                "; the other accounts of the same sentence run from {low} to {high}")  # fmt: skip
_A_HEAD = Words(
    "{figure} pour {base}, cela fait {each} par personne et par jour.",
    "{figure} for {base} makes {each} a person and day.",
)
_A_HEAD_TOO_MANY = Words(
    "{figure} pour {base}, cela ferait {each} par personne et par jour\u00a0: l’unité ou l’ordre de grandeur est "
    "à vérifier.",
    "{figure} for {base} would make {each} a person and day: the unit or the magnitude is to be checked.",
)
_BEYOND = Words(
    "{figure}, c’est plus que toute la population ({place}, {year}\u00a0: {base})\u00a0: des contacts, "
    "peut-être, pas des "
    "personnes.",
    "{figure} is more than the whole population ({place}, {year}: {base}): contacts perhaps, not people.",
)
_SETTLE = Settle(
    Words(
        "ce que chaque chiffre compte (comptes, personnes, contacts), où et à quelle date",
        "what each figure counts (accounts, people, contacts), where and as of when",
    ),
    Words("qui a publié ces chiffres, ou la plateforme", "whoever published these figures, or the platform"),
    Words(
        "Que compte ce chiffre, sur quel territoire et à quelle date\u202f?",
        "What does this figure count, over which territory and as of when?",
    ),
)


@dataclass(frozen=True, slots=True)
class _Counted:
    statement: Statement
    counted: str
    service: str | None


@dataclass(frozen=True, slots=True)
class _Online:
    people: Decimal
    words: Words
    source: str
    evidence: tuple[Statement, ...] = ()


def check_proportions(page: Page) -> list[Finding]:
    """Return the findings on audiences and people that exceed, or fill, what they are part of.

    Returns
    -------
    findings; ``numbers`` holds ``share_low share_high`` (per cent) or ``each`` (per head), and ``base``
    """
    counted = list(_counted(page))
    return [*_of_services(page, counted), *_views(page, counted), *_people(page)]


def _counted(page: Page) -> Iterator[_Counted]:
    for _, together in page.by_sentence:
        for one in together:
            counted = audience_class(one)
            if counted and value_of(one):
                yield _Counted(one, counted, service_of(page, one, together))


def _of_services(page: Page, counted: list[_Counted]) -> Iterator[Finding]:
    users = {one.service: one.statement for one in reversed(counted) if one.counted == "users" and one.service}
    for one in counted:
        base = users.get(one.service or "")
        if base is None or one.counted not in ("followers", "likes", "members", "friends"):
            continue
        share = divided(reach(one.statement), reach(base))
        if share.low is None or share.low <= MOST_OF_A_SERVICE:
            continue
        percent = Interval(share.low * 100, None if share.high is None else share.high * 100, closed=True)
        yield _finding(
            page,
            (one.statement, base),
            ("cannot_tell", "denominator"),
            _OF_SERVICE.filled(
                figure=quoted(one.statement),
                service=one.service,
                percent=tell(_point(one.statement, base) * 100, "%", decimals=0),
                base=quoted(base),
                others=_beside(page, one.statement),
            ),
            plain_bounds("share", percent, decimals=1) | {"base": float(value_of(base) or 0), "service": one.service},
        )


def _point(over: Statement, under: Statement) -> Decimal:
    return (value_of(over) or Decimal(0)) / (value_of(under) or Decimal(1))


def _beside(page: Page, statement: Statement) -> Words:
    sentence = page.sentence(statement.start)
    others = [
        value
        for one in page.inside(sentence.start, sentence.end)
        if one.id != statement.id and audience_class(one) == audience_class(statement) and (value := value_of(one))
    ]
    if not others:
        return Words("", "")
    return _OTHERS.filled(low=tell(min(others)), high=tell(max(others)))


def _views(page: Page, counted: list[_Counted]) -> Iterator[Finding]:
    for one in counted:
        said = f"{one.statement.unit or ''} {one.statement.text} {page.after(one.statement, 12)}"
        if one.counted != "views" or not _A_DAY.search(said):
            continue
        base = page.once(_implied_online) or _online(page, one.statement)
        if base is None:
            continue
        value = value_of(one.statement) or Decimal(0)
        each = round(value / base.people, 2)
        fine = each <= MOST_VIEWS_A_HEAD
        yield _finding(
            page,
            (one.statement, *base.evidence),
            ("agrees", None) if fine else ("cannot_tell", "denominator"),
            (_A_HEAD if fine else _A_HEAD_TOO_MANY).filled(
                figure=quoted(one.statement), base=base.words, each=tell(each)
            ),
            {"each": float(each), "base": float(base.people), "base_source": base.source},
        )


def _implied_online(page: Page) -> _Online | None:
    """Internet users as the text gives them: a share of a population, in a sentence that speaks of the Internet."""
    for sentence, together in page.by_sentence:
        if not _INTERNET.search(page.text, sentence.start, sentence.end):
            continue
        for share, people in pairwise(together):
            part, whole = value_of(share), value_of(people)
            joined = people.start - share.end <= 20 and _PEOPLE.search(f"{people.unit or ''} {people.text}")
            if share.kind not in ("ratio", "percent") or not part or not whole or not joined:
                continue
            users = Decimal(f"{whole * part / (100 if share.kind == 'percent' else 1):.3g}")
            told = Words(
                f"{tell(users).fr} d’internautes ({quoted(share).fr} de {quoted(people).fr})",
                f"{tell(users).en} internet users ({quoted(share).en} of {quoted(people).en})",
            )
            return _Online(users, told, "the text", (share, people))
    return None


def _people(page: Page) -> Iterator[Finding]:
    for one in page.statements:
        value = value_of(one)
        if one.kind != "count" or not value or not _PEOPLE.search(f"{one.unit or ''} {one.text}"):
            continue
        place = _only_country(page, one)
        base = _known(place, "population", _year(page, one)) if place else None
        low = reach(one).low
        if base is None or low is None or low <= base.value * 2 or value < 10_000:
            continue
        yield _finding(
            page,
            (one,),
            ("cannot_tell", "denominator"),
            _BEYOND.filled(
                figure=quoted(one),
                place=country(base.iso2).name,
                year=base.year,
                base=tell(Decimal(f"{base.value:.3g}")),
            ),
            {"base": float(base.value), "base_source": base.source, "place": base.iso2},
        )


def _only_country(page: Page, statement: Statement) -> str | None:
    """The one country that the sentence names; None where it also speaks of something wider."""
    sentence = page.sentence(statement.start)
    words = page.text[sentence.start : sentence.end]
    named = {mention.iso2 for mention in find_countries(words)}
    if len(named) != 1 or _WIDER.search(words):
        return None
    return named.pop()


def _online(page: Page, statement: Statement) -> _Online | None:
    place, year = statement.place or page.place, _year(page, statement)
    if place is None:
        return None
    people, share = _known(place, "population", year), _known(place, "internet_users_share", year)
    if people is not None and share is not None:
        users = people.value * share.value / 100
        source = f"{people.source}; {share.source}"
    elif (found := _known(place, "internet_users", year)) is not None:
        people, users, source = found, found.value, found.source
    else:
        return None
    users = Decimal(f"{users:.3g}")
    where = country(place).name
    told = Words(
        f"{tell(users).fr} d’internautes ({where.fr}, {people.year})",
        f"{tell(users).en} internet users ({where.en}, {people.year})",
    )
    return _Online(users, told, source)


def _known(place: str, indicator: str, year: int | None) -> Figure | None:
    if year is None:
        return None
    nearest = min(max(year, _EARLIEST), _LATEST)
    found = (figure(place, indicator, nearest + step) for step in (0, -1, 1, -2))
    return next((one for one in found if one is not None), None)


def _year(page: Page, statement: Statement) -> int | None:
    if statement.as_of:
        return int(statement.as_of[:4])
    return page.published.first.year if page.published else None


def _finding(
    page: Page,
    evidence: tuple[Statement, ...],
    judged: tuple[Verdict, Because | None],
    words: Words,
    numbers: dict[str, object],
) -> Finding:
    verdict, because = judged
    return Finding(
        "claims",
        METHOD,
        tuple(one.id for one in evidence),
        words,
        parameters={"most_of_a_service": float(MOST_OF_A_SERVICE), "most_views_a_head": float(MOST_VIEWS_A_HEAD)},
        numbers=numbers,
        verdict=verdict,
        because=because,
        settle=None if verdict == "agrees" else _SETTLE,
        source=page.source,
    )
