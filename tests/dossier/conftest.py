"""What the dossier's tests share: the made-up case laid out without drawing anything."""

import pytest

from temoin.dossier.sheet import lay_out
from temoin.words import LANGUAGES

from .sample_large import a_large_report
from .sample_report import a_report

BLANK = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"></svg>'


@pytest.fixture
def blank():
    return lambda spec: BLANK


@pytest.fixture(params=LANGUAGES)
def sheet(request, blank):
    return lay_out(a_report(request.param), blank, page=True)


@pytest.fixture(scope="session")
def large_report():
    return a_large_report()
