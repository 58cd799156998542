"""Accepted statements and confirmed payments as FollowTheMoney entities, one a line of JSON.

A source is a Document, or an Article if it is press; whom a statement is about is a Mention in it; what it says is a
Note whose proof it is. A row of a confirmed ledger is a Payment only where its phase is: a budget is no payment.

References
----------
FollowTheMoney 4, followthemoney.tech/explorer
"""

from collections.abc import Iterable, Iterator
from typing import Any

from temoin.dossier.exports.leaving import Cited, Claim, Leaving
from temoin.evidence.digest import digest
from temoin.quantity import plain

Entity = dict[str, object]
# The model knows languages by three letters.
_LANGUAGES = {
    "fr": "fra", "en": "eng", "ar": "ara", "ru": "rus", "zh": "zho", "es": "spa", "pt": "por", "de": "deu",
    "kk": "kaz", "sw": "swa", "fa": "fas", "tr": "tur", "it": "ita", "nl": "nld", "uk": "ukr", "my": "mya",
}  # fmt: skip


def entities(leaving: Leaving) -> Iterator[Entity]:
    """Yield entities, each before what refers to it: sources, then whom they are about, what they say, payments."""
    used = {claim.statement.source for claim in leaving.claims} | {row["source"] for row in _payments(leaving)}
    yield from (_document(cited) for name, cited in leaving.cited.items() if name in used)
    seen: set[str] = set()
    for claim in leaving.claims:
        mention = _mention(claim)
        if mention is not None and str(mention["id"]) not in seen:
            seen.add(str(mention["id"]))
            yield mention
        yield _note(claim)
    yield from _ledger(leaving)


def _document(cited: Cited) -> Entity:
    source = cited.source
    notes = f"sha256:{source.id}"
    return _entity(
        _document_id(source.id),
        "Article" if source.genre == "press" else "Document",
        title=[cited.title],
        fileName=[source.name or cited.title],
        publisher=[cited.publisher],
        author=[cited.author],
        publishedAt=[_date(cited.published)],
        language=[_LANGUAGES.get(cited.language or "")],
        sourceUrl=[_url(cited.url)],
        notes=[notes],
    )


def _mention(claim: Claim) -> Entity | None:
    statement = claim.statement
    if not statement.entity:
        return None
    return _entity(
        f"temoin-mention-{digest([statement.source, statement.entity])[:40]}",
        "Mention",
        document=[_document_id(statement.source)],
        name=[statement.entity],
        contextCountry=[_country(statement.place)],
    )


def _note(claim: Claim) -> Entity:
    statement = claim.statement
    parsed = {name: getattr(statement, name) for name in _PARSED if getattr(statement, name) is not None}
    return _entity(
        f"temoin-statement-{statement.id[:40]}",
        "Note",
        name=[statement.text],
        description=[statement.quote],
        summary=[" ".join(part for part in (statement.entity, statement.attribute, statement.platform) if part)],
        notes=[*(f"{name}={value}" for name, value in parsed.items()), f"reference={statement.locator}"],
        country=[_country(statement.place)],
        publisher=[claim.cited.publisher],
        sourceUrl=[_url(claim.cited.url)],
        proof=[_document_id(statement.source)],
    )


_PARSED = ("kind", "value", "low", "high", "unit", "qualifier", "as_of", "attributed_to", "through", "target", "means")


def _payments(leaving: Leaving) -> list[dict[str, Any]]:
    return [row for row in leaving.ledger.iter_rows(named=True) if _is_payment(row)]


def _is_payment(row: dict[str, Any]) -> bool:
    return row["phase"] == "payment" and bool(row["payer"] and row["payee"]) and row["amount"] is not None


def _ledger(leaving: Leaving) -> Iterator[Entity]:
    seen: set[str] = set()
    for row in _payments(leaving):
        source = str(row["source"])
        parties = [_party(source, str(row[name])) for name in ("payer", "payee")]
        for party in parties:
            if str(party["id"]) not in seen:
                seen.add(str(party["id"]))
                yield party
        place = [source, row["sheet"], row["row"], row["column"]]
        yield _entity(
            f"temoin-payment-{digest(place)[:40]}",
            "Payment",
            payer=[str(parties[0]["id"])],
            beneficiary=[str(parties[1]["id"])],
            amount=[plain(row["amount"])],
            currency=[row["currency"]],
            date=[_date(row["value_date"])],
            purpose=[row["object"]],
            recordId=[row["reference"] or f"{source}#row={row['row']}"],
            proof=[_document_id(source)],
        )


def _party(source: str, name: str) -> Entity:
    return _entity(
        f"temoin-party-{digest([source, name])[:40]}", "LegalEntity", name=[name], proof=[_document_id(source)]
    )


def _document_id(source: str) -> str:
    return f"temoin-source-{source[:40]}"


def _entity(identifier: str, schema: str, /, **properties: Iterable[str | None]) -> Entity:
    said = {key: [value for value in values if value] for key, values in properties.items()}
    return {"id": identifier, "schema": schema, "properties": {key: values for key, values in said.items() if values}}


def _date(text: str | None) -> str | None:
    # The model knows years, months and days, and no weeks.
    return text if text and "W" not in text else None


def _country(code: str | None) -> str | None:
    return code.lower() if code and len(code) == 2 else None


def _url(text: str | None) -> str | None:
    return text if text and text.startswith(("http://", "https://")) else None
