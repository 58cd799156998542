"""What Office packages declare, with times in one form."""

import io

import pytest

from temoin.documents.readers.office.declared import core_properties, language_of, moment_or_day
from temoin.documents.readers.zipped import open_zip
from temoin.errors import InputError

from ..office_samples import CORE, packed


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2031-03-05", "2031-03-05"), ("2031-03-05T10:00Z", "2031-03-05T10:00:00Z"), ("2031-13-05", ""),
        ("2031-03-05T10:00:00.5-02:00", "2031-03-05T12:00:00Z"), ("0001-01-01T00:00:00+05:00", ""), ("", ""),
        ("2031-03-05t10:00:00z", "2031-03-05T10:00:00Z"), ("2031-03-05T99:00:00Z", ""),
    ],
)  # fmt: skip
def test_a_time_is_in_utc_or_a_day(text, moment):
    assert moment_or_day(text) == moment


def test_properties_without_a_value_are_left_out():
    data = packed(
        {"docProps/core.xml": f"{CORE}<dc:title> </dc:title><dc:creator>Ana\n Lom</dc:creator></cp:coreProperties>"}
    )
    assert core_properties(open_zip(io.BytesIO(data), "a"), "a") == {"author": "Ana Lom"}


def test_damaged_properties_are_said_to_be():
    with pytest.raises(InputError, match=r"a, docProps/core\.xml: XML that is not well formed"):
        core_properties(open_zip(io.BytesIO(packed({"docProps/core.xml": "<a"})), "a"), "a")


def test_a_language_is_its_first_part():
    assert [language_of(tag) for tag in ("fr_FR", "EN", "")] == ["fr", "en", ""]
