"""What might leave a made-up case: one press article, two accepted statements, a confirmed ledger."""

from decimal import Decimal

from temoin.dossier.exports.leaving import Cited, Claim, Leaving
from temoin.evidence import Finding, Source, Statement
from temoin.spending import LEDGER
from temoin.words import Words

SOURCE = Source("a" * 64, 10, name="article.txt", genre="press")
CITED = Cited(SOURCE, "Les bureaux d’Atlasie", "Gazette inventée", "2031-04", "Ada Lune", "fr", "https://example.org/a")


def said(text: str, value: str, **more: str) -> Statement:
    quote = f"Le bureau a coûté {text}."
    return Statement(
        SOURCE.id, "t" * 64, 18, 18 + len(text), text, "money", "cost", "claims.figures/1", quote, 0,
        value=value, unit="EUR", **more,
    )  # fmt: skip


FIRST = said("6,5 millions d’euros", "6500000", entity="Valmora", place="FR", attributed_to="Odile Tavernier")
SECOND = said("41 euros", "41")


def judged(verdict: str) -> Finding:
    words = Words(f"constat {verdict}", f"finding {verdict}")
    return Finding("claims", f"claims.{verdict}/1", (FIRST.id,), words, verdict=verdict)  # type: ignore[arg-type]


def row(**more: object) -> dict[str, object]:
    said = {"source": SOURCE.id, "row": 2, "column": 3, "payer": "Ville de Brume", "payee": "Agence Lune"}
    return (
        said | {"amount": Decimal("120.50"), "currency": "EUR", "value_date": "2031-04-05", "phase": "payment"} | more
    )


def leaving(*rows: dict[str, object], verdicts: tuple[str, ...] = ()) -> Leaving:
    claims = (Claim(CITED, FIRST, tuple(judged(each) for each in verdicts)), Claim(CITED, SECOND))
    return Leaving("atlasie", "2031-05-06T07:08:09Z", claims, LEDGER.frame(list(rows)), {SOURCE.id: CITED}, 3)
