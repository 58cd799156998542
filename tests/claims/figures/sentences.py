"""How the sentences of the tests are written down: a sentence, then its figures."""

import re

import pytest

_DATES = re.compile(
    r"(?:le )?[0-9]{1,2} (?:février|March) 2024|1er trimestre|14h30|"
    r"(?:en |depuis |Depuis |En |in |Budget )?(?<![0-9])20[0-9]{2}\b"
)


def parsed(sentences):
    """Return one parameter a sentence: its text, the country it names, its figures as told."""
    found, text, expected = [], [], []
    for line in [*sentences.strip().splitlines(), ""]:
        if line.startswith("    = "):
            expected.append(line.removeprefix("    = "))
            continue
        if expected:
            found.append(_case(" ".join(text), " ".join(expected)))
            text, expected = [], []
        text.append(line)
    return found


def _case(text, expected):
    country = re.match(r"\[([A-Z]{2})\] ", text)
    text = text[country.end() :] if country else text
    for name, sign in (("\\n", "\n"), ("\\u00ad", "\u00ad"), ("\\u200b", "\u200b")):
        text = text.replace(name, sign)
    return pytest.param(text, country and country[1], expected.split(" | "), id=text[:40].replace("\n", " "))


def dates(text):
    """Return the spans of what another room reads: days, years, clock times."""
    return [match.span() for match in _DATES.finditer(text)]


def told(figure):
    """Return a figure as the sentences tell it."""
    value = _plain(figure.value) if figure.value is not None else f"{_plain(figure.low)}..{_plain(figure.high)}"
    parts = [figure.kind, value, *([figure.unit] if figure.unit else [])]
    return " ".join(parts) + ("" if figure.qualifier == "exact" else f" ({figure.qualifier})")


def _plain(number):
    return "" if number is None else format(number.normalize(), "f")
