"""A checked draft as comments for its copy, as a fact-check table, and as plain values."""

from collections.abc import Iterable, Sequence

from temoin.claims.attribute_words import attribute_words
from temoin.corroborate.draft_words import VERDICTS
from temoin.corroborate.marks import Held, Marked
from temoin.dossier.office.word_comments import Comment
from temoin.dossier.office.workbook import Field, Sheet, cell_text
from temoin.evidence import Finding
from temoin.evidence.digest import digest, short
from temoin.period import PartialDate, print_date
from temoin.words import LANGUAGES, Language, Words

Own = tuple[int, int, Finding]
"""A finding on the draft's own figures, with where in its text it is about."""

INSIDE = {
    "disagrees": Words("ne tient pas dans le brouillon", "does not hold within the draft"),
    "cannot_tell": Words("à vérifier dans le brouillon", "to be checked within the draft"),
    "agrees": Words("tient dans le brouillon", "holds within the draft"),
}
_LONGEST_QUOTE = 400
_LABELLED = Words("{label} : {text}", "{label}: {text}")
_QUOTED = Words("« {quote} »", "“{quote}”")
_DIFFERENCE = Words("Écart : {apart}", "Difference: {apart}")
_TO_SETTLE = Words("Pour trancher : {how}", "To settle it: {how}")
_COLOURS = {"supported": "FFDCEFE1", "contradicted": "FFF8D7D3", "restated": "FFFBE7C6", "unsupported": "FFE8E8EC"}
_TINTS = {cell_text(words.in_(each)): _COLOURS[name] for name, words in VERDICTS.items() for each in LANGUAGES} | {
    cell_text(words.in_(each)): _COLOURS[colour]
    for words, colour in ((INSIDE["disagrees"], "contradicted"), (INSIDE["cannot_tell"], "restated"))
    for each in LANGUAGES
}
_SUPERLATIVE = Words("superlatif", "superlative")
_FIELDS = (
    Field("figure", Words("chiffre", "figure"), 22),
    Field("kind", Words("nature", "kind"), 14),
    Field("sentence", Words("phrase du brouillon", "sentence of the draft"), 48),
    Field("verdict", Words("verdict", "verdict"), 17, tints=_TINTS),
    Field("words", Words("raison", "reason"), 44),
    Field("difference", Words("écart calculé", "difference computed"), 22),
    Field("title", Words("source", "source"), 30),
    Field("published", Words("date de la source", "date of the source"), 13),
    Field("quote", Words("citation", "quote"), 48),
    Field("reference", Words("référence", "reference"), 26),
    Field("others", Words("autres références", "other references"), 26),
    Field("settle", Words("ce qui trancherait", "what would settle it"), 40),
    Field("start", Words("début", "start"), 8, hidden=True, counts=True),
    Field("end", Words("fin", "end"), 8, hidden=True, counts=True),
)
_MANUAL = (
    Words(
        "Étayé : une source de l’affaire donne un chiffre de la même chose qui s’accorde avec celui du brouillon, à la "
        "précision imprimée.",
        "Supported: a source of the case gives a figure of the same thing that fits the draft’s, as far as printed.",
    ),
    Words(
        "Contredit : les sources donnent de la même chose un autre chiffre. Révisé depuis : une source plus récente en "
        "donne un autre. Non étayé par l’affaire : aucune source n’en parle, ou un chiffre semblable y vaut "
        "pour autre chose ; ce n’est pas dire qu’il est faux.",
        "Contradicted: the sources give another figure of the same thing. Restated since: a later source gives another "
        "one. Unsupported by the case: no source speaks of it, or a like figure "
        "stands there for something else; which is not to say that it is wrong.",
    ),
    Words(
        "« La même chose » se reconnaît aux noms, aux chiffres voisins et aux mots rares : relisez la citation avant "
        "de corriger.",
        "“The same thing” is told by names, neighbouring figures and rare words: read the quote before correcting.",
    ),
)


def draft_comments(marked: Iterable[Marked], own: Iterable[Own], text: str, language: Language) -> list[Comment]:
    """Return the comments that a checked draft carries, one a place of its text, in order.

    Parameters
    ----------
    marked : its figures with their verdicts
    own : findings on its own figures
    text : of the draft
    """
    by_place: dict[tuple[int, int], list[str]] = {}
    for each in marked:
        by_place.setdefault((each.start, each.end), []).extend(_told(each, language))
    for start, end, finding in own:
        by_place.setdefault((start, end), []).extend(_found(finding, text[start:end], language))
    return [Comment(start, end, tuple(lines)) for (start, end), lines in sorted(by_place.items())]


def draft_sheet(marked: Iterable[Marked], own: Iterable[Own], text: str, language: Language) -> Sheet:
    """Return the fact-check table of a draft: a row a figure, then a row a finding on the draft itself."""
    rows = [_row(each, language) for each in marked]
    rows += [_own_row(start, end, finding, text, language) for start, end, finding in own]
    return Sheet(Words("Vérification", "Fact-check"), _FIELDS, rows, _MANUAL)


def draft_records(marked: Iterable[Marked], own: Iterable[Own], text: str, source: str) -> list[dict[str, object]]:
    """Return a checked draft as plain values, an object a figure and an object a finding on the draft itself.

    Parameters
    ----------
    source : id of the draft
    """
    records: list[dict[str, object]] = [_record(each, source) for each in marked]
    records += [{"start": start, "end": end, "text": text[start:end]} | finding.record() for start, end, finding in own]
    return records


def verdict_line(each: Marked, language: Language) -> str:
    """Return a figure, its verdict and the nearest evidence on one line."""
    held = f" → {each.evidence[0].statement.text} ({_reference(each.evidence[0])})" if each.evidence else ""
    return labelled(VERDICTS[each.verdict], f"{each.text}{held}", language)


def labelled(label: Words, text: str, language: Language) -> str:
    """Return a label and what it labels, with the colon of the language.

    Examples
    --------
    >>> labelled(VERDICTS["supported"], "33 people", "en")
    'supported: 33 people'
    """
    return _LABELLED.filled(label=label, text=text).in_(language)


def _told(each: Marked, language: Language) -> list[str]:
    lines = [_opened(labelled(VERDICTS[each.verdict], each.text, language)), each.words.in_(language)]
    if each.difference.en:
        lines.append(_DIFFERENCE.filled(apart=each.difference).in_(language))
    lines += [_cited(held, language) for held in each.evidence]
    if each.settle.en:
        lines.append(_TO_SETTLE.filled(how=each.settle).in_(language))
    return lines


def _found(finding: Finding, text: str, language: Language) -> list[str]:
    lines = [_opened(labelled(INSIDE[finding.verdict or "cannot_tell"], text, language)), finding.words.in_(language)]
    if finding.settle is not None:
        lines.append(_TO_SETTLE.filled(how=finding.settle.missing).in_(language))
    return lines


def _opened(line: str) -> str:
    return line[:1].upper() + line[1:]


def _cited(held: Held, language: Language) -> str:
    parts = [held.title, _dated(held, language), _reference(held)]
    quote = _cut(held.statement.quote)
    return f"{_QUOTED.filled(quote=quote).in_(language)} – " + ", ".join(part for part in parts if part)


def _dated(held: Held, language: Language) -> str:
    return print_date(PartialDate(held.published), language) if held.published else ""


def _reference(held: Held) -> str:
    return f"{short(held.statement.source)}#char={held.statement.start},{held.statement.end}"


def _cut(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"


def _row(each: Marked, language: Language) -> dict[str, str]:
    first = each.evidence[0] if each.evidence else None
    return {
        "figure": each.text,
        "kind": _kind(each.kind).in_(language),
        "sentence": _cut(each.sentence),
        "verdict": VERDICTS[each.verdict].in_(language),
        "words": each.words.in_(language),
        "difference": each.difference.in_(language),
        "title": first.title if first else "",
        "published": (first.published or "") if first else "",
        "quote": _cut(first.statement.quote) if first else "",
        "reference": str(first.statement.locator) if first else "",
        "others": "\n".join(str(held.statement.locator) for held in each.evidence[1:]),
        "settle": each.settle.in_(language),
        "start": str(each.start),
        "end": str(each.end),
    }


def _kind(kind: str) -> Words:
    return _SUPERLATIVE if kind == "superlative" else attribute_words(kind)


def _own_row(start: int, end: int, finding: Finding, text: str, language: Language) -> dict[str, str]:
    return {
        "figure": text[start:end],
        "kind": finding.method,
        "verdict": INSIDE[finding.verdict or "cannot_tell"].in_(language),
        "words": finding.words.in_(language),
        "settle": finding.settle.missing.in_(language) if finding.settle else "",
        "start": str(start),
        "end": str(end),
    }


def _record(each: Marked, source: str) -> dict[str, object]:
    return {
        "type": "figure",
        "id": digest([source, each.start, each.end, each.kind, each.verdict]),
        "source": source,
        "start": each.start,
        "end": each.end,
        "text": each.text,
        "kind": each.kind,
        "verdict": each.verdict,
        "evidence": [str(held.statement.locator) for held in each.evidence],
        "words": _both(each.words),
        "difference": _both(each.difference) if each.difference.en else None,
        "settle": _both(each.settle) if each.settle.en else None,
        "quotes": [_quoted(held) for held in each.evidence],
    }


def _quoted(held: Held) -> dict[str, object]:
    return {
        "text": held.statement.text,
        "quote": held.statement.quote,
        "title": held.title,
        "published": held.published,
        "likeness": held.likeness,
    }


def _both(words: Words) -> dict[str, str]:
    return {"fr": words.fr, "en": words.en}


def count_verdicts(marked: Sequence[Marked], language: Language) -> str:
    """Return how many figures have each verdict, for people."""
    counts = ((words, sum(each.verdict == verdict for each in marked)) for verdict, words in VERDICTS.items())
    return ", ".join(labelled(words, str(count), language) for words, count in counts)
