"""A made-up case about Atlasie, a country that does not exist: every kind of piece a dossier may hold."""

import datetime as dt
from typing import Any

from temoin.dossier.report import Act, Custody, Proposal, Report, SourceView
from temoin.evidence import Chars, Source
from temoin.words import Language, Words, same

from .sample_documents import (
    EXPORT_SOURCE,
    HOSTILE_SOURCE,
    LIST_SOURCE,
    NOTE_SOURCE,
    PLACE,
    PRESS,
    PRESS_SOURCE,
    REPORT,
    REPORT_SOURCE,
    SEALED_SOURCE,
    UTC,
    documents,
    name_of,
)
from .sample_findings import FINDINGS, METHODS
from .sample_outage import chapter

ZONE = "Etc/GMT-5"


def a_proposal(source: Source, text: str, subject: str, value: str, label: Words, quote: str, **more: Any) -> Proposal:
    start = text.index(quote)
    why = (
        Words("première ligne du texte", "first line of the text")
        if subject == "title"
        else Words("seule date du texte", "the only date in the text")
    )
    return Proposal(
        subject, value, label, more.pop("why", why), quote, Chars(source.id, start, start + len(quote)), **more
    )


ADDED = dt.datetime(2031, 3, 10, 9, 0, tzinfo=UTC)
TEXT = Words("Texte brut", "Plain text")
MANY_WORDS = Words("mots les plus fréquents : le, de, la", "most frequent words: le, de, la")
CUSTODY = Custody(
    captured="2031-03-10T07:55:00Z",
    captured_by="moissonneur inventé 2.1",
    recognised_by="moteur inventé 1.0 (fra, eng)",
    reader="pdf/1",
    libraries=("pypdfium2 5.15.2",),
    text_hash=name_of("text"),
    acts=(
        Act(name_of("entry 1"), ADDED, "L. Moreau", Words("ajoutée", "added")),
        Act(
            name_of("entry 2"),
            ADDED + dt.timedelta(hours=2),
            "<b>A. Diallo</b>",
            Words("donnée acceptée : « 6.5 million »", "figure accepted: “6.5 million”"),
        ),
    ),
)
SOURCES = (
    SourceView(
        PRESS_SOURCE,
        "text",
        TEXT,
        added_at=ADDED,
        added_by="L. Moreau",
        proposals=(
            a_proposal(
                PRESS_SOURCE,
                PRESS,
                "title",
                "Atlasie : le réseau s’éteint avant le scrutin",
                same("Atlasie : le réseau s’éteint avant le scrutin"),
                "Atlasie : le réseau s’éteint avant le scrutin",
            ),
            a_proposal(
                PRESS_SOURCE,
                PRESS,
                "published",
                "2031-03-09",
                Words("9 mars 2031", "9 March 2031"),
                "9 mars",
                said=True,
            ),
            a_proposal(
                PRESS_SOURCE,
                PRESS,
                "language",
                "fr",
                Words("français", "French"),
                "selon l’Observatoire des réseaux",
                why=MANY_WORDS,
            ),
        ),
    ),
    SourceView(
        REPORT_SOURCE,
        "pdf",
        Words("Texte PDF", "PDF text"),
        added_at=ADDED,
        added_by="L. Moreau",
        custody=CUSTODY,
        proposals=(
            a_proposal(
                REPORT_SOURCE,
                REPORT,
                "published",
                "2031-03-10",
                Words("10 mars 2031", "10 March 2031"),
                "10 March 2031",
            ),
        ),
    ),
    SourceView(
        EXPORT_SOURCE,
        "csv",
        Words("CSV time, place, signal, value", "CSV time, place, signal, value"),
        added_at=ADDED,
        added_by="L. Moreau",
    ),
    SourceView(
        LIST_SOURCE,
        "stop",
        Words("liste STOP", "STOP list"),
        added_at=ADDED,
        added_by="L. Moreau",
        rows_read=42,
        refused=tuple(Words(f"ligne {row} refusée : inventée", f"row {row} refused: made up") for row in range(1, 9)),
    ),
    SourceView(
        HOSTILE_SOURCE,
        "html",
        Words("Page HTML", "HTML page"),
        added_at=ADDED,
        added_by="<b>L. Moreau</b>",
        trouble=Words("encodage deviné non", "encoding declared twice"),
    ),
    SourceView(SEALED_SOURCE, None, Words("Messages", "Messages"), sealed=True, added_at=ADDED, added_by="L. Moreau"),
)


PROPOSALS = (
    a_proposal(
        PRESS_SOURCE,
        PRESS,
        "country",
        PLACE,
        Words("Atlasie", "Atlasie"),
        "toute l’Atlasie",
        why=Words("nommée 5 fois dans 3 documents", "named 5 times in 3 documents"),
    ),
    a_proposal(
        REPORT_SOURCE,
        REPORT,
        "period",
        "2031-03-08/2031-03-10",
        Words("du 8 au 10 mars 2031", "8 to 10 March 2031"),
        "8 March 2031",
        why=Words(
            "de la première à la dernière date des documents",
            "from the first to the last date in the documents",
        ),
    ),
)


def a_report(language: Language = "fr", **changes: Any) -> Report:
    said: dict[str, Any] = {
        "language": language,
        "name": "atlasie-2031",
        "title": {
            "fr": "Atlasie, mars 2031 : le réseau avant le scrutin",
            "en": "Atlasie, March 2031: the network before the vote",
        }[language],
        "question": {
            "fr": "Quand la connexion a-t-elle été perdue, pour qui, et les chiffres annoncés tiennent-ils ?",
            "en": "When was connectivity lost, for whom, and do the stated figures hold?",
        }[language],
        "as_of": dt.datetime(2031, 3, 12, 18, 0, tzinfo=UTC),
        "zone": ZONE,
        "heads": (name_of("head"),),
        "program": "temoin 0.1.0",
        "synthetic": True,
        "proposals": PROPOSALS,
        "sources": SOURCES,
        "documents": documents(),
        "findings": FINDINGS,
        "methods": METHODS,
        "outages": chapter(),
        "notes": (
            SourceView(
                NOTE_SOURCE,
                "note",
                Words("Note", "Note"),
                added_at=dt.datetime(2031, 3, 9, tzinfo=UTC),
                added_by="R. Duval",
            ),
        ),
    }
    return Report(**(said | changes))
