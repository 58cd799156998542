import datetime as dt

import pytest

from temoin.claims.times.clock_zones import zone_words


@pytest.mark.parametrize(
    ("words", "said", "hours", "city"),
    [
        (" (UTC)", "utc", 0, None),
        (" UTC+5:30", "utc", 5.5, None),
        (" GMT–3", "utc", -3, None),
        ("+06:00", "utc", 6, None),
        (" +0600", "utc", 6, None),
        (", temps universel", "utc", 0, None),
        (" CEST", "utc", 2, None),
        (" heure de Paris", "named", 0, "Paris"),
        (" (heure d’Almaty)", "named", 0, "Almaty"),
        (" heure française", "named", 0, "France"),
        (" Moscow time", "named", 0, "Moscow"),
        (" dans le pays", "local", 0, None),
        (" locales", "local", 0, None),
        (" EST", "unknown", 0, None),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_the_words_behind_a_clock_say_its_zone(words, said, hours, city):
    found = zone_words(f"10h30{words}", 5)
    assert (found.said, found.shift, found.city) == (said, dt.timedelta(hours=hours), city)
    assert found.end == len(f"10h30{words}")


@pytest.mark.parametrize(
    "words", ["", " NATO", " heures de coupure", " +5", " et UTC"], ids=lambda words: words or "nothing"
)
def test_other_words_say_none(words):
    assert zone_words(f"10h30{words}", 5) is None
