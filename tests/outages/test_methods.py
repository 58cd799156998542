"""The lens's methods as pages."""

from temoin.outages import METHODS, CharacterSettings, Settings


def test_every_method_has_a_version_limits_in_both_languages_and_a_reference() -> None:
    assert all(method.name.startswith("outages.") and method.name.rpartition("/")[2].isdigit() for method in METHODS)
    assert all(method.limits.fr and method.limits.en and method.references for method in METHODS)


def test_every_parameter_belongs_to_one_method() -> None:
    shown = [name for method in METHODS for name, _ in method.parameters]
    own = [*Settings().record(), *CharacterSettings().record(), "near_hours"]
    assert sorted(shown) == sorted(own)
