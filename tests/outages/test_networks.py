"""Networks after the analyst's table."""

import polars as pl
import pytest

from temoin.outages import NETWORKS
from temoin.outages.networks import holders_of, networks_named


def table(*rows: tuple[int, str, str | None, str]) -> pl.DataFrame:
    return NETWORKS.frame(
        [
            {"source": "t", "row": rank, "asn": asn, "country": country, "operator": operator, "access": access}
            for rank, (asn, country, operator, access) in enumerate(rows, start=1)
        ]
    )


def test_a_bare_network_is_held_by_its_country() -> None:
    holders = holders_of(table((1, "IR", None, "unknown"), (2, "KZ", None, "unknown")))
    assert (holders.parent("AS1"), holders.whole("AS2"), holders.parent("AS3")) == ("IR", "KZ", None)
    assert holders.above("IR/AS1") == ("IR",)


def test_a_network_of_two_countries_is_held_by_none() -> None:
    assert holders_of(table((1, "IR", None, "unknown"), (1, "KZ", None, "unknown"))).parent("AS1") is None


def test_no_table_leaves_paths() -> None:
    assert holders_of(None).parent("AS1") is None
    assert holders_of(NETWORKS.empty()).parent("IR/AS1") == "IR"


@pytest.mark.parametrize(
    ("operator", "access", "called"),
    [
        pytest.param("Réseau d’Atlasie", "mobile", "Réseau d’Atlasie, mobile", id="both"),
        pytest.param("Réseau d’Atlasie", "unknown", "Réseau d’Atlasie", id="operator alone"),
        pytest.param(None, "fixed", "fixe", id="access alone"),
    ],
)
def test_a_network_is_called_by_operator_and_access(operator: str | None, access: str, called: str) -> None:
    (network,) = networks_named(table((7, "IR", operator, access)), ["AS7"]).values()
    assert network.called is not None
    assert network.called.fr == called


def test_a_network_of_which_nothing_is_said_is_not_called() -> None:
    assert networks_named(table((7, "IR", None, "unknown")), ["AS7"])["AS7"].called is None


def test_a_path_picks_the_row_of_its_country() -> None:
    told = table((7, "IR", "North", "fixed"), (7, "KZ", "South", "mobile"))
    assert networks_named(told, ["KZ/AS7"])["KZ/AS7"].operator == "South"
    assert networks_named(told, ["FR/AS7", "AS7", "IR", "AS8"]) == {}
