import io
import zipfile

import pytest

from temoin.documents.readers.sheets.parts import Package
from temoin.documents.readers.zipped import MOST_ENTRIES
from temoin.errors import InputError


def a_zip(*names: str) -> io.BytesIO:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "<a/>")
    return made


def test_a_name_is_a_key_and_never_a_path():
    package = Package(a_zip("../../outside.xml", "content.xml"), "x.ods")
    assert "content.xml" in package
    assert "../../outside.xml" in package.names


def test_too_many_parts_are_a_bomb():
    with pytest.raises(InputError, match="archive"):
        Package(a_zip(*(f"{rank}.xml" for rank in range(MOST_ENTRIES + 1))), "x.xlsx")
