"""The words by which countries are named: variants of names, demonyms, cities, and the phrases that only look so.

``country_forms.csv`` is ours, a row a form: ``iso2,how,language,form``. ``how`` is ``name``, ``demonym`` or ``city``;
``alias`` is a name in lists that nobody writes in a sentence; ``none`` is a phrase that holds the word of a country
and names none, such as the Gulf of Oman, or a name that is a common word or first name as well.
"""

import csv
import re
import unicodedata
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import Literal, NamedTuple, cast

How = Literal["name", "city", "demonym", "alias", "none"]


class Form(NamedTuple):
    """One way to write a country: its code, what kind of word it is, the language, the text."""

    iso2: str
    how: How
    language: str
    text: str


@cache
def read_forms() -> tuple[Form, ...]:
    """Return every form of the table, in its order."""
    table = (files(__package__) / "country_forms.csv").read_text(encoding="utf-8")
    return tuple(
        Form(row["iso2"], cast("How", row["how"]), row["language"], row["form"])
        for row in csv.DictReader(StringIO(table))
    )


def bare_words(text: str) -> list[str]:
    """Return the words of a name in small letters without accents, apostrophes and hyphens taken as spaces.

    Examples
    --------
    >>> bare_words("Côte d’Ivoire")
    ['cote', 'd', 'ivoire']
    """
    split = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i").replace("&", " and "))
    bare = "".join(char for char in split if not unicodedata.combining(char))
    return re.sub(r"[^\w]+", " ", bare).split()
