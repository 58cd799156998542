"""A made-up case about Atlasie, a country that does not exist: every kind of piece a dossier may hold."""

import datetime as dt
import hashlib
import math
from typing import Any

from temoin.dossier.report import (
    DocumentView,
    OutageChapter,
    Proposal,
    Report,
    SourceView,
    StatementView,
)
from temoin.evidence import Chars, Finding, Settle, Source, Statement
from temoin.evidence.method import Method
from temoin.outages.tables import EXPECTED, OUTAGES, PICKS, SIGNALS
from temoin.period import PartialDate
from temoin.words import Language, Words, same

UTC = dt.UTC
ZONE = "Etc/GMT-5"
PLACE = "XA"
BEGAN = dt.datetime(2031, 3, 8, 16, 30, tzinfo=UTC)
ENDED = dt.datetime(2031, 3, 9, 22, 0, tzinfo=UTC)
STEP = dt.timedelta(minutes=30)

PRESS = """Atlasie : le réseau s’éteint avant le scrutin

Port-Lumière, 9 mars. L’internet mobile a cessé de fonctionner samedi à 16 h 30 UTC dans toute l’Atlasie, selon l’Observatoire des réseaux d’Atlasie. Environ 6,5 millions d’abonnés étaient privés de connexion dans la soirée.

Le ministère des Postes évoque « une opération de maintenance », sans en donner la durée. L’opérateur Atlas Mobile reconnaît une perte de 97 % de son trafic depuis 21 h 45, heure locale.

Les hôpitaux de la capitale ont dû renvoyer 120 patients. Le service est revenu dimanche 9 mars vers 22 heures UTC, assure l’opérateur."""

REPORT = """Atlasie connectivity report

The Harbour Institute measured a nationwide loss of connectivity in Atlasie. Our probes first failed between 16:00 and 17:00 UTC on 8 March 2031.

By our count 4.1 million mobile subscribers and 1.9 million fixed lines were affected, in all 6.5 million.

Connectivity was back at 06:00 UTC on 10 March 2031. Earlier figures by the Institute spoke of "dozens" of affected towns."""

NOTE = """Appel de A., Port-Lumière. Elle dit que son téléphone n’avait plus de réseau vers 21 h, heure locale, et que la fibre de son bureau marchait encore."""


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
    "atlasie-0903.txt", PRESS, published=PartialDate("2031-03-09"), genre="press", reliability="C",
    retrieved_at=dt.datetime(2031, 3, 10, 8, 12, tzinfo=UTC), url="https://courrier.example/atlasie-0903",
)  # fmt: skip
REPORT_SOURCE = a_source(
    "harbour.pdf", REPORT, title="Atlasie connectivity report", publisher="Harbour Institute", language="en",
    genre="report", reliability="B",
)  # fmt: skip
HOSTILE_SOURCE = a_source("hostile.html", "hostile", title="<script>alert(1)</script> \u202egnp.exe & “more”")
EXPORT_SOURCE = a_source("atlasie-signals.csv", "export", title="Export des signaux, Atlasie", genre="export", reliability="B")
SEALED_SOURCE = Source(id=name_of("sealed"), size=48_213, personal=True, visibility="sealed")
NOTE_SOURCE = a_source("note-1.txt", NOTE, genre="note", who="R. Duval", at="2031-03-08 17:40 UTC", place="Port-Lumière")

CUT = says(
    PRESS_SOURCE, PRESS, "samedi à 16 h 30 UTC", "outage began", kind="datetime", value="2031-03-08T16:30:00Z",
    attributed_to="Observatoire des réseaux d’Atlasie", through="Le Courrier d’Atlasie",
)  # fmt: skip
PEOPLE = says(
    PRESS_SOURCE, PRESS, "6,5 millions", "people affected", value="6500000", low="6450000", high="6550000",
    unit="abonnés", qualifier="about", attributed_to="Observatoire des réseaux d’Atlasie",
)  # fmt: skip
SHARE = says(PRESS_SOURCE, PRESS, "97 %", "traffic lost", kind="percent", value="97", unit="%", attributed_to="Atlas Mobile")
OPERATOR = says(
    PRESS_SOURCE, PRESS, "21 h 45, heure locale", "outage began", kind="datetime", value="2031-03-08T16:45:00Z",
    attributed_to="Atlas Mobile", through="Le Courrier d’Atlasie",
)  # fmt: skip
PATIENTS = says(PRESS_SOURCE, PRESS, "120 patients", "patients turned away", value="120", unit="patients")
BACK = says(
    PRESS_SOURCE, PRESS, "dimanche 9 mars vers 22 heures UTC", "outage ended", kind="datetime",
    value="2031-03-09T22:00:00Z", qualifier="about", attributed_to="Atlas Mobile",
)  # fmt: skip
PROBES = says(
    REPORT_SOURCE, REPORT, "between 16:00 and 17:00 UTC on 8 March 2031", "outage began", kind="datetime",
    low="2031-03-08T16:00:00Z", high="2031-03-08T17:00:00Z", qualifier="range", attributed_to="Harbour Institute",
)  # fmt: skip
MOBILE = says(REPORT_SOURCE, REPORT, "4.1 million", "people affected", value="4100000", low="4050000", high="4150000", unit="subscribers")
FIXED = says(REPORT_SOURCE, REPORT, "1.9 million", "people affected", value="1900000", low="1850000", high="1950000", unit="lines")
TOTAL = says(REPORT_SOURCE, REPORT, "6.5 million", "people affected", value="6500000", low="6450000", high="6550000", unit="subscribers")
RESTORED = says(
    REPORT_SOURCE, REPORT, "06:00 UTC on 10 March 2031", "outage ended", kind="datetime",
    value="2031-03-10T06:00:00Z", attributed_to="Harbour Institute",
)  # fmt: skip
DOZENS = says(REPORT_SOURCE, REPORT, "dozens", "towns affected", low="20", qualifier="vague", unit="towns")


def documents() -> tuple[DocumentView, ...]:
    other = says(REPORT_SOURCE, REPORT, "dozens", "towns affected", low="24", high="99", qualifier="vague", unit="towns")
    return (
        DocumentView(
            PRESS_SOURCE, "Atlasie : le réseau s’éteint avant le scrutin", PRESS,
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
            REPORT_SOURCE, "Atlasie connectivity report", REPORT,
            pages=((1, 0, REPORT.index("By our count")), (2, REPORT.index("By our count"), len(REPORT))),
            statements=(
                StatementView(PROBES, "accepted", "L. Moreau"), StatementView(MOBILE), StatementView(FIXED),
                StatementView(TOTAL), StatementView(RESTORED), StatementView(DOZENS, "review-again", "L. Moreau", reading=other),
            ),
        ),
        DocumentView(HOSTILE_SOURCE, HOSTILE_SOURCE.title or "", "<img src=x onerror=alert(1)> {{ 7*7 }} #eval(\"1\")\n\n\u202eright to left"),
        DocumentView(NOTE_SOURCE, "note-1.txt", NOTE),
    )  # fmt: skip


_SHAPES = {"active probing": (40.0, 0.04, 0), "search": (22.0, 0.02, 2), "telescope": (9.0, 0.3, 1), "bgp": (0.5, 0.93, 3)}


def chapter() -> OutageChapter:
    first = dt.datetime(2031, 3, 6, tzinfo=UTC)
    signals, expected = [], []
    for name, (swing, left, late) in _SHAPES.items():
        for rank in range(240):
            time = first + rank * STEP
            usual = 80 + swing / 2 * math.sin(2 * math.pi * (rank % 48 - 14) / 48)
            down = BEGAN + late * STEP <= time < ENDED
            value = None if name == "telescope" and 150 <= rank < 156 else usual * (left if down else 1) + math.sin(rank * 7.1)
            place = {"source": EXPORT_SOURCE.id, "place": PLACE, "signal": name, "time": time, "value": value}
            signals.append(place | {"row": rank + 1, "scale": "window-maximum"})
            expected.append(place | {"expected": usual, "low": usual - 6, "high": usual + 6, "down": down and name != "bgp"})
    signals_frame, expected_frame = SIGNALS.frame(signals), EXPECTED.frame(expected)
    picks = [a_pick(name, late, left) for name, (_, left, late) in _SHAPES.items() if name != "bgp"]
    event = {
        "id": name_of("event"), "place": PLACE, "began": BEGAN, "ended": ENDED, "began_earliest": BEGAN - STEP,
        "began_latest": BEGAN + 3 * STEP, "state": "ended", "kind": "blackout", "depth": 0.965, "lost_hours": 28.4,
        "confidence": 0.94, "preferred": "active probing", "picks": [pick["id"] for pick in picks],
        "fell": ["active probing", "search", "telescope"], "stayed": ["bgp"], "unmeasured": ["mozilla"],
        "campaign": None, "observed_until": first + 240 * STEP,
    }  # fmt: skip
    return OutageChapter(signals_frame, expected_frame, PICKS.frame(picks), OUTAGES.frame([event]))


def a_pick(signal: str, late: int, left: float) -> dict[str, Any]:
    began = BEGAN + late * STEP
    return {
        "id": name_of("pick " + signal), "source": EXPORT_SOURCE.id, "place": PLACE, "signal": signal,
        "family": "use" if signal == "search" else "reach", "began": began, "began_earliest": began - STEP,
        "began_latest": began + STEP, "ended": ENDED, "ended_earliest": ENDED - STEP, "ended_latest": ENDED + STEP,
        "observed_until": ENDED + 20 * STEP, "depth": 1 - left, "lost_hours": (1 - left) * 29.5, "confidence": 0.9,
        "learned_week": True, "step": 1800, "first_row": 130 + late, "last_row": 188,
    }  # fmt: skip


def findings() -> tuple[Finding, ...]:
    return (
        Finding(
            "outages", "outages.event/1", (name_of("event"), *(name_of("pick " + name) for name in ("active probing", "search", "telescope"))),
            Words(
                "Atlasie : perte de connexion du 8 mars 2031 à 16 h 30 au 9 mars à 22 h 00 UTC, 96 % de la connexion perdue",
                "Atlasie: outage from 8 March 2031, 16:30, to 9 March, 22:00 UTC, 96% of connectivity lost",
            ),
            parameters={"falls_below": 0.8, "least_bins": 3}, numbers={"depth": 0.965, "lost_hours": 28.4, "began": "2031-03-08T16:30:00Z"},
        ),
        Finding(
            "claims", "claims.sum/1", (MOBILE.id, FIXED.id, TOTAL.id),
            Words(
                "4,1 millions d’abonnés mobiles et 1,9 million de lignes fixes font 6,0 millions, et non 6,5 millions",
                "4.1 million mobile subscribers and 1.9 million fixed lines make 6.0 million, not 6.5 million",
            ),
            numbers={"sum_low": 5_900_000, "sum_high": 6_100_000, "stated_low": 6_450_000}, verdict="disagrees", because="sum",
            settle=Settle(
                Words("le détail par opérateur du total annoncé", "the breakdown by operator of the stated total"),
                Words("Institut du Port, service des mesures", "Harbour Institute, measurement desk"),
                Words(
                    "Que comprend le total de 6,5 millions au-delà des abonnés mobiles et des lignes fixes ?",
                    "What does the total of 6.5 million hold beyond mobile subscribers and fixed lines?",
                ),
            ),
            source=REPORT_SOURCE.id,
        ),
        Finding(
            "corroborate", "corroborate.end/1", (BACK.id, RESTORED.id, f"{EXPORT_SOURCE.id}#row=185-191"),
            Words(
                "Deux sources datent la fin à huit heures d’écart : 9 mars à 22 h 00 ou 10 mars à 6 h 00 UTC",
                "Two sources date the end eight hours apart: 9 March, 22:00, or 10 March, 06:00 UTC",
            ),
            parameters={"tolerance_hours": 1}, verdict="disagrees", because="date",
            settle=Settle(
                Words("les journaux de trafic du 9 au 10 mars", "traffic logs of 9 to 10 March"),
                Words("Atlas Mobile, direction technique", "Atlas Mobile, technical department"),
                Words("À quelle heure chaque région a-t-elle retrouvé le service ?", "At what time was each region back in service?"),
            ),
        ),
        Finding(
            "claims", "claims.scope/1", (str(Chars(PRESS_SOURCE.id, PRESS.index("internet mobile"), PRESS.index("internet mobile") + 15)), PROBES.id),
            Words(
                "« Internet mobile » ou perte « nationale » : rien ne dit si les lignes fixes étaient touchées",
                "“Mobile internet” or a “nationwide” loss: nothing tells whether fixed lines were affected",
            ),
            verdict="cannot_tell", because="scope",
            settle=Settle(
                Words("une mesure par réseau", "a measurement by network"),
                Words("les opérateurs de lignes fixes", "fixed-line operators"),
                Words("Vos lignes fixes ont-elles été interrompues le 8 mars 2031 ?", "Were your fixed lines interrupted on 8 March 2031?"),
            ),
        ),
        Finding(
            "corroborate", "corroborate.onset/1", (CUT.id, PROBES.id, name_of("pick active probing")),
            Words(
                "Le début annoncé, 16 h 30 UTC, tient dans l’intervalle mesuré, de 16 h 00 à 17 h 00 UTC",
                "The stated beginning, 16:30 UTC, lies within the measured interval, 16:00 to 17:00 UTC",
            ),
            verdict="agrees", numbers={"gap_minutes": 0},
        ),
    )  # fmt: skip


def methods() -> tuple[Method, ...]:
    return tuple(
        Method(
            method,
            Words(fr, en),
            Words(
                "Compare ce que les sources disent à l’intervalle que porte chaque chiffre imprimé.",
                "Compares what the sources say with the interval that each printed figure stands for.",
            ),
            (("falls_below", "0.8"), ("least_bins", "3")) if method.startswith("outages") else (),
            Words("Ne dit rien de la cause. Le silence n’est pas un accord.", "Tells nothing of the cause. Silence is not agreement."),
            ("Exemple, P. (2031), An example of a paper, doi 10.0000/example",),
        )
        for method, fr, en in (
            ("outages.event/1", "Réunir les signaux d’un lieu en une panne", "From the signals of a place to one outage"),
            ("claims.sum/1", "Refaire une somme imprimée", "Add a printed sum again"),
            ("claims.scope/1", "Comparer le périmètre de deux énoncés", "Compare the scope of two statements"),
            ("corroborate.onset/1", "Comparer un début annoncé aux mesures", "Compare a stated beginning with measurements"),
            ("corroborate.end/1", "Comparer deux fins annoncées", "Compare two stated ends"),
        )
    )  # fmt: skip


def a_proposal(source: Source, text: str, subject: str, value: str, label: Words, quote: str, **more: Any) -> Proposal:
    start = text.index(quote)
    why = Words("première ligne du texte", "first line of the text") if subject == "title" else Words("seule date du texte", "the only date in the text")
    return Proposal(subject, value, label, more.pop("why", why), quote, Chars(source.id, start, start + len(quote)), **more)


def sources() -> tuple[SourceView, ...]:
    added = dt.datetime(2031, 3, 10, 9, 0, tzinfo=UTC)
    text = Words("Texte brut", "Plain text")
    many_words = Words("mots les plus fréquents : le, de, la", "most frequent words: le, de, la")
    return (
        SourceView(
            PRESS_SOURCE, "text", text, added_at=added, added_by="L. Moreau",
            proposals=(
                a_proposal(PRESS_SOURCE, PRESS, "title", "Atlasie : le réseau s’éteint avant le scrutin", same("Atlasie : le réseau s’éteint avant le scrutin"), "Atlasie : le réseau s’éteint avant le scrutin"),
                a_proposal(PRESS_SOURCE, PRESS, "published", "2031-03-09", Words("9 mars 2031", "9 March 2031"), "9 mars", said=True),
                a_proposal(PRESS_SOURCE, PRESS, "language", "fr", Words("français", "French"), "selon l’Observatoire des réseaux", why=many_words),
            ),
        ),
        SourceView(
            REPORT_SOURCE, "pdf", Words("Texte PDF", "PDF text"), added_at=added, added_by="L. Moreau",
            proposals=(a_proposal(REPORT_SOURCE, REPORT, "published", "2031-03-10", Words("10 mars 2031", "10 March 2031"), "10 March 2031"),),
        ),
        SourceView(EXPORT_SOURCE, "csv", Words("CSV time, place, signal, value", "CSV time, place, signal, value"), added_at=added, added_by="L. Moreau"),
        SourceView(HOSTILE_SOURCE, "html", Words("Page HTML", "HTML page"), added_at=added, added_by="<b>L. Moreau</b>", trouble=Words("encodage deviné non", "encoding declared twice")),
        SourceView(SEALED_SOURCE, None, Words("Messages", "Messages"), sealed=True, added_at=added, added_by="L. Moreau"),
    )  # fmt: skip


def a_report(language: Language = "fr", **changes: Any) -> Report:
    said: dict[str, Any] = {
        "language": language,
        "name": "atlasie-2031",
        "title": {"fr": "Atlasie, mars 2031 : le réseau avant le scrutin", "en": "Atlasie, March 2031: the network before the vote"}[language],
        "question": {
            "fr": "Quand la connexion a-t-elle été perdue, pour qui, et les chiffres annoncés tiennent-ils ?",
            "en": "When was connectivity lost, for whom, and do the stated figures hold?",
        }[language],
        "as_of": dt.datetime(2031, 3, 12, 18, 0, tzinfo=UTC),
        "zone": ZONE,
        "heads": (name_of("head"),),
        "program": "temoin 0.1.0",
        "synthetic": True,
        "proposals": (
            a_proposal(PRESS_SOURCE, PRESS, "country", PLACE, Words("Atlasie", "Atlasie"), "toute l’Atlasie", why=Words("nommée 5 fois dans 3 documents", "named 5 times in 3 documents")),
            a_proposal(REPORT_SOURCE, REPORT, "period", "2031-03-08/2031-03-10", Words("du 8 au 10 mars 2031", "8 to 10 March 2031"), "8 March 2031", why=Words("de la première à la dernière date des documents", "from the first to the last date in the documents")),
        ),
        "sources": sources(),
        "documents": documents(),
        "findings": findings(),
        "methods": methods(),
        "outages": chapter(),
        "notes": (SourceView(NOTE_SOURCE, "note", Words("Note", "Note"), added_at=dt.datetime(2031, 3, 9, tzinfo=UTC), added_by="R. Duval"),),
    }  # fmt: skip
    return Report(**(said | changes))


def plain_outage_chart(expected: Any, picks: Any, outages: Any, *, place: str, label: Words, language: Language, zone: str, width: int) -> dict[str, Any]:
    """Stand in for the outage lens's drawing: one line a signal over its expected band."""
    import polars as pl

    rows = expected.filter(pl.col("place") == place).with_columns(pl.col("time").dt.strftime("%Y-%m-%dT%H:%M:%SZ")).to_dicts()
    x = {"field": "time", "type": "temporal", "scale": {"type": "utc"}, "title": "UTC"}
    return {
        "background": "#fffdf8", "data": {"values": rows}, "config": {"font": "Source Sans Pro", "view": {"stroke": None}},
        "facet": {"row": {"field": "signal", "title": None}},
        "spec": {
            "width": width - 60, "height": 70,
            "layer": [
                {"mark": {"type": "area", "clip": True}, "encoding": {"x": x, "y": {"field": "low", "type": "quantitative"}, "y2": {"field": "high"}, "color": {"value": "#d9dee5"}}},
                {"mark": {"type": "line", "strokeWidth": 1.2}, "encoding": {"x": x, "y": {"field": "value", "type": "quantitative"}, "color": {"value": "#1f4e79"}}},
            ],
        },
    }  # fmt: skip
