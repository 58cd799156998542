"""Three French spreadsheets as people keep them, made up: fictional places, fictional parties, invented figures."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

_FICTION = "Atlasie, pays fictif : chiffres inventés"
_SAVED_AT = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_MANIFEST = "application/vnd.oasis.opendocument.spreadsheet"


def followers_xlsx() -> bytes:
    """Return followers by account and platform: title rows, two levels merged, dates as serials, notes, a total.

    Sheet "Relevé": accounts in rows 6 to 10; Facebook and Instagram each with "Abonnés" and "J’aime".
    """
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Relevé"
    sheet["A1"] = f"Comptes suivis pendant la campagne ({_FICTION})"
    sheet["A2"] = "Équipe d’observation de Port-Fictif"
    sheet.merge_cells("A1:G1")
    sheet.append([])
    sheet.append(["Compte", "Parti", "Facebook", None, "Instagram", None, "Relevé le"])
    sheet.append([None, None, "Abonnés", "J’aime", "Abonnés", "J’aime", None])
    for merged in ("C4:D4", "E4:F4", "A4:A5", "B4:B5", "G4:G5"):
        sheet.merge_cells(merged)
    rows = [
        ("Ada Lumen", "Parti du Phare", 45_210, 1_204, 12_050, "n.d.", 47_947),
        ("Boris Brume", "Parti du Phare", 8_015, 96, "–", 310, 47_947),
        ("Cléo Rivage", "Ligue des Îles", "131 500*", 9_870, 87_412, 15_003, 47_948),
        ("Dan Marée", "Ligue des Îles", 0, 0, 402, 12, 47_948),
        ("Eva Sablon", "Sans étiquette", 5_120, 77, 2_009, 54, 47_949),
    ]
    for row in rows:
        sheet.append(list(row))
    for number in range(6, 11):
        sheet[f"G{number}"].number_format = "DD/MM/YYYY"
    sheet.append(["Total", None, "=SUM(C6:C10)", "=SUM(D6:D10)", "=SUM(E6:E10)", "=SUM(F6:F10)"])
    sheet.append([])
    sheet.append(["* chiffre arrondi par la plateforme"])
    return _saved(book)


def ledger_ods() -> bytes:
    """Return a ledger in dirhams: sub-totals by ministry, a grand total, a missing amount, an ISO date a row.

    Sheet "Engagements": header in row 4, five payments in rows 5, 6, 8, 9 and 10.
    """
    rows: list[list[object]] = [
        [f"Dépenses de communication ({_FICTION})"],
        ["Exercice 2031"],
        [],
        ["Réf.", "Ministère", "Bénéficiaire", "Objet", "Montant engagé (DH)", "Date d’engagement"],
        ["E-001", "Ministère des Phares", "Studio Imaginaire", "Spots vidéo", 125_000.5, dt.date(2031, 1, 14)],
        ["E-002", "Ministère des Phares", "Agence Chimère", "Campagne en ligne", 48_300, dt.date(2031, 2, 3)],
        ["Sous-total Ministère des Phares", None, None, None, 173_300.5, None],
        ["E-003", "Ministère des Marées", "Studio Imaginaire", "Affiches", "n.d.", dt.date(2031, 2, 20)],
        ["E-004", "Ministère des Marées", "Radio Inventée", "Messages radio", 20_000, dt.date(2031, 3, 1)],
        ["E-005", "Ministère des Marées", "Agence Chimère", "Tournée", 10_100, dt.date(2031, 3, 9)],
        ["Sous-total Ministère des Marées", None, None, None, 30_100, None],
        ["Total général", None, None, None, 203_400.5, None],
        ["Source : registre inventé"],
    ]
    body = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.3"><office:body>'
        f'<office:spreadsheet><table:table table:name="Engagements">{body}'
        '<table:table-row table:number-rows-repeated="1048563"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(_part("mimetype"), _MANIFEST)
        archive.writestr(_part("content.xml"), content)
    return made.getvalue()


def two_tables_csv() -> bytes:
    """Return two tables one above the other, between semicolons, with decimal commas and day-first dates.

    First followers in thousands by platform (rows 4 to 6), then payments in euros (rows 10 to 12).
    """
    lines = [
        f"Ligue des Îles : présence en ligne ({_FICTION});;;",
        ";;;",
        "Plateforme;Compte;Abonnés (en milliers);Date du relevé",
        "Facebook;@ligue-fictive;12,5;05/04/2031",
        "TikTok;@ligue-fictive;1 204,25;21/04/2031",
        "Telegram;@ligue-fictive;n.d.;21/04/2031",
        ";;;",
        "Achats d’espace;;;",
        "Annonceur;Fournisseur;Montant payé (€);Date de paiement",
        "Ligue des Îles;Régie Imaginaire;1 250,75;02/04/2031",
        "Ligue des Îles;Régie Imaginaire;300,00;15/04/2031",
        "Amis des Îles;Studio Imaginaire;99,90;30/04/2031",
        ";;1 650,65;",
    ]
    return "\ufeff".encode() + "\r\n".join(lines).encode() + b"\r\n"


def _part(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, (2031, 1, 1, 0, 0, 0))


def _saved(book: object) -> bytes:
    """The workbook with the same bytes each time: its parts written again under one date."""
    from openpyxl import Workbook

    assert isinstance(book, Workbook)
    book.properties.created = book.properties.modified = dt.datetime(2031, 4, 12)  # noqa: DTZ001 - openpyxl takes none
    raw, made = io.BytesIO(), io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as parts, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            # openpyxl notes when it saved, whatever the properties say.
            archive.writestr(_part(name), _SAVED_AT.sub(rb"\g<1>2031-04-12T00:00:00Z", parts.read(name)))
    return made.getvalue()


def _ods_cell(value: object) -> str:
    match value:
        case None:
            return "<table:table-cell/>"
        case dt.date():
            day = value.isoformat()
            return (
                f'<table:table-cell office:value-type="date" office:date-value="{day}">'
                f"<text:p>{value:%d/%m/%Y}</text:p></table:table-cell>"
            )
        case int() | float():
            return (
                f'<table:table-cell office:value-type="float" office:value={quoteattr(str(value))}>'
                f"<text:p>{value}</text:p></table:table-cell>"
            )
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'


@dataclass(frozen=True, slots=True)
class Known:
    """A sample file and what a query of its rows must answer: each value as JSON gives it, in order."""

    name: str
    made: Callable[[], bytes]
    query: str
    answers: tuple[float | str | None, ...]


# fmt: off
KNOWN: tuple[Known, ...] = (
    Known("followers.xlsx", followers_xlsx, 'SELECT value FROM audience ORDER BY row, "column"', (
        45_210, 1_204, 12_050, None, 8_015, 96, None, 310, 131_500, 9_870, 87_412, 15_003, 0, 0, 402, 12,
        5_120, 77, 2_009, 54,
    )),
    Known("ledger.ods", ledger_ods, "SELECT amount FROM ledger ORDER BY row",
          ("125000.5", "48300", None, "20000", "10100")),
    Known("two.csv", two_tables_csv, "SELECT value FROM audience ORDER BY row", (12_500, 1_204_250, None)),
)
# fmt: on
"""The three files, each with one query and its answers."""
