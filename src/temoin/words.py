"""Words for people, in the two languages of the project, kept beside the thing they name."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Words:
    """A wording in French and in English; neither is a translation of lesser rank.

    Examples
    --------
    >>> Words("panne", "outage").in_("fr")
    'panne'
    """

    fr: str
    en: str

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
