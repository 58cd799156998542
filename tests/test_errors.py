"""An error says the same thing in both languages, and again in another process."""

import pickle

import pytest

from temoin.errors import InputError, LiveError, TemoinError, UnknownKindError
from temoin.live.client import PassingError
from temoin.words import Words, typeset

WHAT = Words("date ISO attendue", "expected an ISO time")
REMEDY = Words("passez --dates dmy", "pass --dates dmy")


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(TemoinError(WHAT), id="the root"),
        pytest.param(LiveError(WHAT), id="a subclass with the same arguments"),
        pytest.param(InputError("march.csv", WHAT, REMEDY, where=Words("ligne 41", "line 41")), id="several arguments"),
        pytest.param(UnknownKindError("march.csv", WHAT, REMEDY), id="a subclass of that one"),
        pytest.param(PassingError(WHAT, 30.0), id="an attribute of its own"),
    ],
)
def test_an_error_survives_the_way_between_two_processes(error):
    error.add_note("seen in another process")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert again.words == error.words
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_a_message_stands_on_one_line():
    error = TemoinError(Words("deux\nlignes", "two\n  lines"))
    assert (error.in_("fr"), error.in_("en")) == ("deux lignes", "two lines")


def test_an_input_error_says_what_where_and_the_remedy_in_french():
    error = InputError("mars.csv", WHAT, REMEDY, where=Words("ligne 41", "line 41"))
    assert error.in_("fr") == typeset("mars.csv, ligne 41 : date ISO attendue ; passez --dates dmy")
