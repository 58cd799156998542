"""The dateline of a press text: "Dakar, 14 novembre 2023 – Le gouvernement ...": where and when it was written."""

import re
from typing import NamedTuple

_OPENING = 900
_CITY = r"(?P<city>[A-ZÀ-Þ][\w’'-]+(?: (?:de |du |el |al-)?[A-ZÀ-Þ][\w’'-]+){0,2})(?: \([^()\n]{2,30}\))?"
_DAY = (
    r"(?P<day>(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche |(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:\d{1,2}(?:er|ᵉʳ|st|nd|rd|th)?[ \u00a0][^\W\d_]{3,9}\.?|[A-Z][a-z]{2,8}\.?[ \u00a0]\d{1,2}(?:st|nd|rd|th)?)"
    r"(?:,?[ \u00a0]\d{4})?)"
)
_DATELINE = re.compile(
    rf"^[ \t\u00a0]*{_CITY}(?:, [A-ZÀ-Þ][\w’'-]+)?,? (?:le )?{_DAY}[ \u00a0\u202f]?"
    rf"(?:\([A-Z][\w ,/.-]{{1,30}}\)[ \u00a0]?)?(?:[–—-]{{1,2}}|:)[ \u00a0\u202f]+(?=[A-ZÀ-Þ«“\"])",
    re.MULTILINE,
)


class Dateline(NamedTuple):
    """Where its city and its day stand, in code points."""

    city: tuple[int, int]
    day: tuple[int, int]


def dateline_of(text: str) -> Dateline | None:
    """Return the dateline that opens a text; None without one, and where several lines look so: a chronology.

    Examples
    --------
    >>> dateline_of("Dakar, 14 novembre 2023 – Le réseau est coupé.")
    Dateline(city=(0, 5), day=(7, 23))
    """
    found = list(_DATELINE.finditer(text, 0, 2 * _OPENING))
    if len(found) != 1 or found[0].start() > _OPENING:
        return None
    return Dateline(found[0].span("city"), found[0].span("day"))
