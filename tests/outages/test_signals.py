"""Declared signals: each alias means one of them."""

from temoin.outages.signals import KNOWN, signal_named


def test_every_alias_means_one_signal() -> None:
    names = [(name, signal.name) for signal in KNOWN for name in (signal.name, *signal.aliases)]
    assert [signal_named(name).name for name, _ in names] == [name for _, name in names]


def test_every_signal_has_both_languages_and_a_unit() -> None:
    assert all(signal.label.fr and signal.label.en and signal.unit.fr and signal.unit.en for signal in KNOWN)


def test_case_and_punctuation_do_not_matter_and_an_unknown_name_is_kept() -> None:
    assert signal_named(" GTR_search ").name == "search"
    assert signal_named("Taux  de réponse").name == "Taux de réponse"
    assert signal_named("Taux de réponse").family == "other"


def test_a_service_is_not_a_network() -> None:
    assert {signal.name for signal in KNOWN if signal.service} == {"youtube", "tor_users", "tor_bridge_users"}
    assert signal_named("search").service is None
