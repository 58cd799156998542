"""What settles a text, and the name under which figures are read."""

from temoin.claims import METHODS
from temoin.claims.figures.figure import METHOD, Setting


def test_the_method_of_figures_has_a_page():
    assert METHOD in {method.name for method in METHODS}


def test_nothing_is_settled_unless_it_is_said():
    setting = Setting()
    assert (setting.language, setting.decimal, setting.currency) == (None, None, None)
    assert setting.nearby(0) == setting.everywhere == frozenset()
