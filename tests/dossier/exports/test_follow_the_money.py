"""Entities are held to the model of FollowTheMoney: by the package where it is installed, else by what we use of it."""

import importlib
import importlib.util
from decimal import Decimal

import pytest

from temoin.dossier.exports.follow_the_money import Entity, entities

from .leaving_sample import leaving, row

# Of followthemoney 4.11: the schemata we write, with the properties we use and those that are required. The package is
# no dependency: it needs a dozen others, and only tests would use it.
_DOCUMENT = "title fileName publisher author publishedAt language sourceUrl notes"
SCHEMATA = {
    "Document": (_DOCUMENT, "fileName"),
    "Article": (_DOCUMENT, ""),
    "Mention": ("document name contextCountry", "document name"),
    "Note": ("name description summary notes country publisher sourceUrl proof", ""),
    "LegalEntity": ("name proof", "name"),
    "Payment": ("payer beneficiary amount currency date purpose recordId proof", "payer beneficiary"),
}
REFERS = {"document", "proof", "payer", "beneficiary"}
FOUND = list(entities(leaving(row(), row(row=3, payee="Agence Lune", amount=Decimal(3)))))


@pytest.mark.parametrize("entity", FOUND, ids=[f"{each['schema']} {rank}" for rank, each in enumerate(FOUND)])
def test_an_entity_keeps_to_its_schema(entity: Entity) -> None:
    known, required = (set(names.split()) for names in SCHEMATA[str(entity["schema"])])
    properties = entity["properties"]
    assert isinstance(properties, dict)
    assert required <= set(properties) <= known
    assert all(isinstance(value, str) and value for values in properties.values() for value in values)


def test_what_an_entity_refers_to_comes_before_it() -> None:
    seen: set[str] = set()
    for entity in FOUND:
        properties = entity["properties"]
        assert isinstance(properties, dict)
        assert {value for name in REFERS for value in properties.get(name, ())} <= seen
        assert entity["id"] not in seen
        seen.add(str(entity["id"]))


def test_statements_are_notes_with_their_proof_and_their_reference() -> None:
    note = next(each for each in FOUND if each["schema"] == "Note")
    properties = note["properties"]
    assert isinstance(properties, dict)
    assert {"value=6500000", "unit=EUR", "attributed_to=Odile Tavernier"} <= set(properties["notes"])
    assert any("#char=18," in each for each in properties["notes"])


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"phase": "budget"}, id="a budget"),
        pytest.param({"phase": "unstated"}, id="a phase nobody stated"),
        pytest.param({"payer": None}, id="no payer"),
        pytest.param({"amount": None}, id="no amount"),
    ],
)
def test_what_is_no_payment_is_none(more: dict[str, object]) -> None:
    assert "Payment" not in {each["schema"] for each in entities(leaving(row(**more)))}


@pytest.mark.skipif(importlib.util.find_spec("followthemoney") is None, reason="followthemoney is not installed")
def test_the_model_itself_takes_every_entity() -> None:
    model = importlib.import_module("followthemoney").model
    for entity in FOUND:
        proxy = model.get_proxy(entity, cleaned=False)
        proxy.schema.validate(entity)
        assert set(proxy.to_dict()["properties"]) == set(entity["properties"])  # type: ignore[call-overload]
