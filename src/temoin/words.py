"""Words for people, in the two languages of the project, kept beside the thing they name."""

import re
from dataclasses import dataclass
from typing import Literal

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")


_GAPS = (
    (re.compile(r" (?=[:»])|(?<=«) "), "\u00a0"),
    (re.compile(r" (?=[;!?])"), "\u202f"),
    (re.compile(r"(?<=\d) h (?=\d\d)"), "\u00a0h\u00a0"),
)


def typeset(french: str) -> str:
    """Return a French text whose signs and hours keep to their neighbour, by no-break spaces.

    Examples
    --------
    >>> typeset("début : 16 h 30 ?")
    'début\\xa0: 16\\xa0h\\xa030\\u202f?'
    """
    for pattern, gap in _GAPS:
        french = pattern.sub(gap, french)
    return french


_WHITE = re.compile(r"[ \t\r\n\v\f]+")  # no-break spaces are French typography and stay
# Control characters, lone surrogates, separators of lines and paragraphs, and what turns the direction of a line:
# a name or a quotation may hold them, and a terminal obeys them. Unicode Standard Annex 9, section 2.
_OBEYED = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_SHOWN_INSTEAD = "\ufffd"


def harmless(text: str) -> str:
    """Return a text in which every sign that a terminal or a page would obey is shown as U+FFFD; lengths stay.

    Tabs and newlines stay.

    Examples
    --------
    >>> harmless("notice\u202efdp.txt")
    'notice\ufffdfdp.txt'
    """
    return _OBEYED.sub(_SHOWN_INSTEAD, text)


def one_line(text: str) -> str:
    """Return a text on one line, harmless to a terminal.

    Examples
    --------
    >>> one_line("two\\nlines\\x1b[31m")
    'two lines\ufffd[31m'
    """
    return harmless(_WHITE.sub(" ", text)).strip(" ")


@dataclass(frozen=True, slots=True)
class Words:
    """A wording in French and in English; neither is a translation of lesser rank.

    The French is typeset as it comes in: whoever prints it, on a page, a terminal or in JSON, prints it right.

    Examples
    --------
    >>> Words("panne", "outage").in_("fr")
    'panne'
    """

    fr: str
    en: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "fr", typeset(self.fr))

    def in_(self, language: Language) -> str:
        """Return the wording in one language."""
        return self.fr if language == "fr" else self.en

    def filled(self, **values: object) -> "Words":
        """Return the wording with ``{name}`` places filled; a value that is itself ``Words`` is put in by language.

        Examples
        --------
        >>> Words("{n} lignes", "{n} rows").filled(n=3).en
        '3 rows'
        """
        by_language = {
            language: {
                name: value.in_(language) if isinstance(value, Words) else value for name, value in values.items()
            }
            for language in LANGUAGES
        }
        return Words(self.fr.format(**by_language["fr"]), self.en.format(**by_language["en"]))


def same(text: str) -> Words:
    """Return a wording that is the same in both languages: a name, a quotation, a code."""
    return Words(text, text)


def quoted(text: str) -> Words:
    """Return a text between the quotation marks of each language.

    Examples
    --------
    >>> quoted("12 h").fr
    '«\\xa012 h\\xa0»'
    """
    return Words(f"«\u00a0{text}\u00a0»", f"“{text}”")
