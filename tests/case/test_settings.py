import pytest

from temoin.case.settings import new_text, read_settings
from temoin.errors import CaseError, InputError
from temoin.period import PartialDate


def test_a_new_file_reads_back_as_what_was_said() -> None:
    text = new_text(("KZ", "IR"), PartialDate("2022-01-04"), PartialDate("2022-01-12"))
    settings = read_settings(text)
    assert settings.countries == ("KZ", "IR")
    assert (settings.first_day, settings.last_day) == (PartialDate("2022-01-04"), PartialDate("2022-01-12"))


def test_a_new_file_with_nothing_said_settles_nothing() -> None:
    settings = read_settings(new_text((), None, None))
    assert settings == read_settings("")


def test_every_commented_line_of_a_new_file_is_valid_once_uncommented() -> None:
    lines = [line.removeprefix("# ") for line in new_text((), None, None).splitlines() if " = " in line or "[" in line]
    settings = read_settings("\n".join(line for line in lines if not line.startswith("temoin.toml")))
    assert settings.zone == "Asia/Almaty"
    assert settings.known_events[0].place == "KZ"
    assert settings.methods == {"outages": {"falls_below": 0.8}}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        pytest.param("contry = 'KZ'", "contry", id="a misspelt key"),
        pytest.param("period = { since = '2022' }", "period.since", id="a misspelt key inside"),
        pytest.param("[methods.outages]\nfalls = 1", "methods.outages.falls", id="an unknown parameter"),
        pytest.param("language = ", "TOML", id="not TOML"),
    ],
)
def test_an_unknown_key_is_an_error_that_names_it(text: str, named: str) -> None:
    with pytest.raises(CaseError, match=named.replace(".", r"\.")):
        read_settings(text)


@pytest.mark.parametrize("text", ["zone = 'Asia/Atlantis'", "countries = ['Atlantis']", "language = 'de'"])
def test_a_value_that_cannot_be_is_an_error(text: str) -> None:
    with pytest.raises(InputError):
        read_settings(text)
