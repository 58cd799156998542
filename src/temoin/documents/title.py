"""The title that a document proposes: its headline, else the title the file declares, else its opening words."""

import re
import statistics
from collections.abc import Mapping

from temoin.documents.dateline import Dateline, is_date_line
from temoin.documents.dates import DateMention
from temoin.documents.file_properties import meant_title
from temoin.documents.layout import Block, Layout
from temoin.documents.proposed import Proposed, proposed
from temoin.words import Words

_LONGEST = 250
_OPENING_SENTENCE = 120
_OPENING_WORDS = 90
_FEWEST_WORDS = 4
_SHORTEST = 6
_LARGER = 1.2
_NO_HEADLINE_END = re.compile(r"[.,;:]['\"”’»)\]\xa0 ]*$")
_SENTENCE = re.compile(r".+?(?<!\b[A-ZÀ-Þ])[.!?…]['\"”’»)\]\xa0\u202f]*(?=\s+[A-ZÀ-Þ«“\"'‘0-9]|\s*$)", re.DOTALL)
_NAME = r"(?:[A-ZÀ-Þ][\w’'.\-]*)"
_NOT_TITLES = (
    rf"(?i:par|by|propos recueillis par)\s+{_NAME}(?:[\s,]+(?:(?:et|and|de|du|pour|for|avec)\s+)?{_NAME}){{0,6}}",
    r"(?i:par|by)\s+(?i:la rédaction|notre \w+|l[’']équipe)\b.*",
    r"(?i:photos?|crédits?|sources?|contacts?|date|tags?|mots[- ]clés|catégories?|rubrique|réf\.?|url|lien)\s*:.*",
    r"(?i:auteurs?|authors?|from|to|de|à|cc)\s*:.*",
    r"(?i:publié|posté|mis à jour|mis en ligne|published|posted|updated|abonnez-vous|s[’']abonner|subscribe)\b.{0,70}",
    r"(?i:accueil|home|menu|partager|imprimer|share|print|lire aussi|read more|commentaires?|comments?)\b.{0,25}",
    r"(?i:temps de lecture|lecture)\b.{0,20}",
    r"(?i:\d+ ?min(?:utes?)?\b.{0,20})",
    r"(?i:communiqué(?: de presse)?|press release|media release|for immediate release|pour diffusion immédiate)\W*",
    r"(?:https?://|www\.)\S+.*",
    r"\S+@\S+",
    # A trail of sections: Accueil > Monde > Afrique.
    r"[^>›|]*(?:[>›|][^>›|]*){2,}",
)
_NOT_A_TITLE = re.compile("|".join(f"(?:{shape})" for shape in _NOT_TITLES))
_SUBJECT_LINE = re.compile(r"(?i)(?:objet|titre|title|subject|re)\s*:\s*(?P<title>\S.*)")
_HANGING = re.compile(
    r"(?i)(?:[\s,;:–«\xa0\u202f-]+(?:l[ea]s?|d[eu]s?|aux?|à|et|ou|une?|en|dans|sur|par|pour|selon|avec|qu[ei]|ce|ces"
    r"|the|an?|of|to|in|on|at|by|for|and|or|with|that))*[\s,;:–«\xa0\u202f-]*$"
)
_LOOSE = re.compile(r"\W+")


def propose_title(
    text: str, layout: Layout, properties: Mapping[str, str], dates: list[DateMention], dateline: Dateline | None
) -> Proposed | None:
    """Return the title that a document proposes; None only for a text without a word.

    What the file sets in the style of a headline, ``properties["headline"]``, is one. Else it is a short block before
    the body that does not end as a sentence and is neither byline, date line, kicker nor navigation; on pages with
    boxes, the tallest letters. Without one, ``why`` says that there is none.
    """
    declared = meant_title(properties)
    for block in layout.near_title:
        if subject := _SUBJECT_LINE.fullmatch(block.text):
            start = block.start + subject.start("title")
            why = Words("objet ou titre annoncé comme tel", "subject or title announced as such")
            return proposed("title", subject["title"], why, (start, block.end))
    headline = _styled(layout, properties) or _headline(layout, dates, declared)
    if headline is not None:
        return proposed(
            "title", _one_line(headline.text), _why(headline.text, declared), (headline.start, headline.end)
        )
    if declared is not None:
        return proposed(
            "title",
            declared,
            Words(
                "titre déclaré par le fichier\u202f; le texte n’en porte pas",
                "declared by the file; the text bears none",
            ),
        )
    return _opening_words(text, _first_words(layout, dates), dateline)


def _why(headline: str, declared: str | None) -> Words:
    why = Words("titre en tête du texte", "headline at the top of the text")
    if declared is None or _loose(declared).startswith(_loose(headline)) or _loose(headline) in _loose(declared):
        return why
    return Words(
        f"{why.fr}\u202f; le fichier déclare un autre titre, «\xa0{declared}\xa0»",
        f"{why.en}; the file declares another title, “{declared}”",
    )


def _styled(layout: Layout, properties: Mapping[str, str]) -> Block | None:
    said = _loose(properties.get("headline", ""))
    return next((block for block in layout.head if said and _loose(block.text) == said), None)


def _headline(layout: Layout, dates: list[DateMention], declared: str | None) -> Block | None:
    candidates = [block for block in layout.head if _may_be_headline(block, dates)]
    if len(layout.blocks) < 2 or not candidates:
        return None
    for block in candidates:
        if declared is not None and _loose(block.text) == _loose(declared):
            return block
    tall = _tallest(candidates, layout)
    if tall is not None:
        return tall
    long_enough = [block for block in candidates if len(block.text.split()) >= _FEWEST_WORDS]
    if long_enough:
        return long_enough[0]
    first = candidates[0]
    return first if first is layout.blocks[0] and len(first.text.split()) > 1 else None


def _tallest(candidates: list[Block], layout: Layout) -> Block | None:
    sizes = [block.size for block in layout.blocks if block.size is not None and block.is_body]
    tall = [block for block in candidates if block.size is not None and len(block.text) >= _SHORTEST]
    if not sizes or not tall:
        return None
    best = max(tall, key=lambda block: block.size or 0)
    return best if (best.size or 0) >= _LARGER * statistics.median(sizes) else None


def _may_be_headline(block: Block, dates: list[DateMention]) -> bool:
    text = block.text
    return (
        len(text) <= _LONGEST
        and any(letter.isalpha() for letter in text)
        and not text[:1].islower()
        and _NO_HEADLINE_END.search(text) is None
        and _NOT_A_TITLE.fullmatch(text) is None
        and not is_date_line(block, dates)
    )


def _first_words(layout: Layout, dates: list[DateMention]) -> Block | None:
    for block in layout.head:
        is_margin = _NOT_A_TITLE.fullmatch(block.text) is not None or is_date_line(block, dates)
        if not is_margin and len(block.text.split()) >= _FEWEST_WORDS:
            return block
    return layout.opening


def _opening_words(text: str, block: Block | None, dateline: Dateline | None) -> Proposed | None:
    if block is None:
        return None
    start = dateline.end if dateline is not None and block.start <= dateline.end < block.end else block.start
    sentence = _SENTENCE.match(text, start, block.end)
    end = sentence.end() if sentence else block.end
    cut = end - start > _OPENING_SENTENCE
    if cut:
        room = text[start : start + _OPENING_WORDS]
        end = start + len(_HANGING.sub("", room.rsplit(None, 1)[0], count=1))
    value = _one_line(text[start:end]) + ("…" if cut else "")
    return proposed(
        "title",
        value,
        Words("le texte n’a pas de titre\xa0: ses premiers mots", "the text has no headline: its opening words"),
        (start, end),
    )


def _one_line(text: str) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text)


def _loose(text: str) -> str:
    return _LOOSE.sub("", text).casefold()
