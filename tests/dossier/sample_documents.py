"""Made-up documents about Atlasie, a country that does not exist, with statements in every state of review."""

import datetime as dt
import hashlib
import io
from dataclasses import replace
from typing import Any

from PIL import Image

from temoin.dossier.report import DocumentView, FigurePlace, Picture, StatementView
from temoin.evidence import Source, Statement
from temoin.period import PartialDate

UTC = dt.UTC
PLACE = "XA"

PRESS = """Atlasie : le réseau s’éteint avant le scrutin

Port-Lumière, 9 mars. L’internet mobile a cessé de fonctionner samedi à 16 h 30 UTC dans toute l’Atlasie, \
selon l’Observatoire des réseaux d’Atlasie. Environ 6,5 millions d’abonnés étaient privés de connexion dans la \
soirée.

Le ministère des Postes évoque « une opération de maintenance », sans en donner la durée. L’opérateur Atlas \
Mobile reconnaît une perte de 97 % de son trafic depuis 21 h 45, heure locale.

Les hôpitaux de la capitale ont dû renvoyer 120 patients. Le service est revenu dimanche 9 mars vers 22 heures \
UTC, assure l’opérateur."""

REPORT = """Atlasie connectivity report

The Harbour Institute measured a nationwide loss of connectivity in Atlasie. Our probes first failed between \
16:00 and 17:00 UTC on 8 March 2031.

By our count 4.1 million mobile subscribers and 1.9 million fixed lines were affected, in all 6.5 million.

Connectivity was back at 06:00 UTC on 10 March 2031. Earlier figures by the Institute spoke of "dozens" of \
affected towns."""

NOTE = """Appel de A., Port-Lumière. Elle dit que son téléphone n’avait plus de réseau vers 21 h, heure \
locale, et que la fibre de son bureau marchait encore."""


def name_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def a_source(name: str, text: str, **said: Any) -> Source:
    return Source(id=name_of(text), size=len(text.encode()), name=name, **said)


def says(source: Source, text: str, figure: str, attribute: str, **read: Any) -> Statement:
    start = text.index(figure)
    begin = max(text.rfind(". ", 0, start) + 2, text.rfind("\n", 0, start) + 1)
    end = min(at for at in (text.find(". ", start) + 1, text.find("\n", start), len(text)) if at > 0)
    return Statement(
        source=source.id,
        text_hash=name_of(text),
        start=start,
        end=start + len(figure),
        text=figure,
        attribute=attribute,
        extractor="claims.figures/1",
        quote=text[begin:end],
        quote_start=begin,
        **{"kind": "count", "place": PLACE, **read},
    )


PRESS_SOURCE = a_source(
    "atlasie-0903.txt",
    PRESS,
    published=PartialDate("2031-03-09"),
    genre="press",
    reliability="C",
    retrieved_at=dt.datetime(2031, 3, 10, 8, 12, tzinfo=UTC),
    url="https://courrier.example/atlasie-0903",
)
REPORT_SOURCE = a_source(
    "harbour.pdf",
    REPORT,
    title="Atlasie connectivity report",
    publisher="Harbour Institute",
    language="en",
    genre="report",
    reliability="B",
)
HOSTILE_SOURCE = a_source("hostile.html", "hostile", title="<script>alert(1)</script> \u202egnp.exe & “more”")
EXPORT_SOURCE = a_source(
    "atlasie-signals.csv", "export", title="Export des signaux, Atlasie", genre="export", reliability="B"
)
LIST_SOURCE = a_source("coupures.csv", "a list", title="Liste inventée des coupures", genre="export", reliability="C")
SEALED_SOURCE = Source(id=name_of("sealed"), size=48_213, personal=True, visibility="sealed")
NOTE_SOURCE = a_source(
    "note-1.txt", NOTE, genre="note", who="R. Duval", at="2031-03-08 17:40 UTC", place="Port-Lumière"
)

CUT = says(
    PRESS_SOURCE,
    PRESS,
    "samedi à 16 h 30 UTC",
    "outage began",
    kind="datetime",
    value="2031-03-08T16:30:00Z",
    attributed_to="Observatoire des réseaux d’Atlasie",
    through="Le Courrier d’Atlasie",
)
PEOPLE = says(
    PRESS_SOURCE,
    PRESS,
    "6,5 millions",
    "people affected",
    value="6500000",
    low="6450000",
    high="6550000",
    unit="abonnés",
    qualifier="about",
    attributed_to="Observatoire des réseaux d’Atlasie",
)
SHARE = says(
    PRESS_SOURCE, PRESS, "97 %", "traffic lost", kind="percent", value="97", unit="%", attributed_to="Atlas Mobile"
)
OPERATOR = says(
    PRESS_SOURCE,
    PRESS,
    "21 h 45, heure locale",
    "outage began",
    kind="datetime",
    value="2031-03-08T16:45:00Z",
    attributed_to="Atlas Mobile",
    through="Le Courrier d’Atlasie",
)
PATIENTS = says(PRESS_SOURCE, PRESS, "120 patients", "patients turned away", value="120", unit="patients")
BACK = says(
    PRESS_SOURCE,
    PRESS,
    "dimanche 9 mars vers 22 heures UTC",
    "outage ended",
    kind="datetime",
    value="2031-03-09T22:00:00Z",
    qualifier="about",
    attributed_to="Atlas Mobile",
)
PROBES = says(
    REPORT_SOURCE,
    REPORT,
    "between 16:00 and 17:00 UTC on 8 March 2031",
    "outage began",
    kind="datetime",
    low="2031-03-08T16:00:00Z",
    high="2031-03-08T17:00:00Z",
    qualifier="range",
    attributed_to="Harbour Institute",
)
MOBILE = says(
    REPORT_SOURCE,
    REPORT,
    "4.1 million",
    "people affected",
    value="4100000",
    low="4050000",
    high="4150000",
    unit="subscribers",
)
FIXED = says(
    REPORT_SOURCE,
    REPORT,
    "1.9 million",
    "people affected",
    value="1900000",
    low="1850000",
    high="1950000",
    unit="lines",
)
TOTAL = says(
    REPORT_SOURCE,
    REPORT,
    "6.5 million",
    "people affected",
    value="6500000",
    low="6450000",
    high="6550000",
    unit="subscribers",
)
RESTORED = says(
    REPORT_SOURCE,
    REPORT,
    "06:00 UTC on 10 March 2031",
    "outage ended",
    kind="datetime",
    value="2031-03-10T06:00:00Z",
    attributed_to="Harbour Institute",
)
DOZENS = says(REPORT_SOURCE, REPORT, "dozens", "towns affected", low="20", qualifier="vague", unit="towns")


def a_png(width: int = 320, height: int = 90, grey: int = 240) -> bytes:
    """Return a small picture, made here and of nothing."""
    buffer = io.BytesIO()
    Image.new("L", (width, height), grey).save(buffer, "PNG")
    return buffer.getvalue()


PAGES = ((1, 0, REPORT.index("By our count")), (2, REPORT.index("By our count"), len(REPORT)))
GUESSED = replace(MOBILE, recognised=0.87)
PLACES = {
    PROBES.id: FigurePlace((1,), (Picture(1, a_png()),)),
    MOBILE.id: FigurePlace((2,), (Picture(2, a_png(grey=200)),)),
    FIXED.id: FigurePlace((2,), left_out=True),
    TOTAL.id: FigurePlace(
        cells=(("Relevés", 7, 28), ("", 8, 1), ("", 8, 2)), part="tableau.xlsx", captured="2031-03-09T10:00:00Z"
    ),
}


def documents() -> tuple[DocumentView, ...]:
    other = replace(DOZENS, low="24", high="99")
    return (
        DocumentView(
            PRESS_SOURCE,
            "Atlasie : le réseau s’éteint avant le scrutin",
            PRESS,
            statements=(
                StatementView(CUT, "accepted", "L. Moreau", "heure confirmée par deux opérateurs"),
                StatementView(PEOPLE),
                StatementView(SHARE, "corrected", "L. Moreau", "le trafic mobile seulement"),
                StatementView(OPERATOR),
                StatementView(PATIENTS, "rejected", "L. Moreau", "hors sujet"),
                StatementView(BACK, "accepted", "L. Moreau"),
            ),
        ),
        DocumentView(
            REPORT_SOURCE,
            "Atlasie connectivity report",
            REPORT,
            pages=PAGES,
            statements=(
                StatementView(PROBES, "accepted", "L. Moreau"),
                StatementView(GUESSED),
                StatementView(FIXED),
                StatementView(TOTAL),
                StatementView(RESTORED),
                StatementView(DOZENS, "review-again", "L. Moreau", reading=other),
            ),
            places=PLACES,
            page_pictures=(Picture(2, a_png(300, 420)),),
        ),
        DocumentView(
            HOSTILE_SOURCE,
            HOSTILE_SOURCE.title or "",
            '<img src=x onerror=alert(1)> {{ 7*7 }} #eval("1")\n\n\u202eright to left',
        ),
        DocumentView(NOTE_SOURCE, "note-1.txt", NOTE),
    )
