"""Made-up sources and drafts, read as the command reads them."""

import hashlib

from temoin.claims.read import read_statements
from temoin.corroborate.drafts import compare_draft
from temoin.corroborate.marks import Marked, Told
from temoin.evidence import Statement
from temoin.evidence.source import Reading
from temoin.period import PartialDate

SOURCE = """Atlasie : l’argent des bureaux d’influence

Quatre communes du pays fictif d’Atlasie ont ouvert un bureau chargé des réseaux sociaux.

Bureau de la commune de Valmora : 6,5 millions d’euros, ouvert en août 2019.
Bureau de la commune de Brume : 2,9 millions d’euros, ouvert en septembre 2019.
Bureau de la commune de Castelet : 10 millions d’euros, ouvert en décembre 2018.
Bureau de la commune de Dorne : 3,05 millions d’euros, ouvert en mai 2019.

Au total, les communes ont dépensé 22,45 millions d’euros.

La conseillère Odile Tavernier compte 45 200 abonnés sur Facebook et 12 700 sur Instagram.
"""


def told(text: str, *, name: str = "source.txt", published: str | None = None, language: str = "fr") -> Told:
    source = hashlib.sha256(text.encode()).hexdigest()
    found = read_statements(
        text,
        source=source,
        text_hash=source,
        language=language,
        published=PartialDate(published) if published else None,
        reading=Reading(),
    )
    return Told(source, name, published, text, tuple(found))


def marks(draft: str, *sources: Told, language: str = "fr") -> dict[str, Marked]:
    """By the printed figure; a figure that comes twice keeps its last mark."""
    return {each.text: each for each in compare_draft(told(draft, name="draft", language=language), sources)}


def figure(text: str, value: str | None = None, **more: object) -> Statement:
    said = {"kind": "count", "attribute": "count", "low": value, "high": value} | more
    start = (0, len(text), text)
    return Statement("s" * 64, "t" * 64, *start, quote=text, quote_start=0, extractor="x/1", value=value, **said)
