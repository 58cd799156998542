"""Documents so large that they must not fill a machine: each written piece by piece, made up, of any size."""

import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from temoin.documents.scorecard.made_up import dense_pdf, page_lines

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats"


@dataclass(frozen=True, slots=True)
class Large:
    """A large document: its reader's kind, what it holds in words, its file name, and what writes it."""

    kind: str
    holds: str
    name: str
    write: Callable[[Path], None]


def _write_pdf(path: Path) -> None:
    with path.open("wb") as stream:
        stream.writelines(dense_pdf(5_000))


def _write_text(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(f"{line}\n" for number in range(13_000) for line in page_lines(number))


def _write_html(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write('<!doctype html><html><head><meta charset="utf-8"><title>Atlasie</title></head><body><article>')
        stream.writelines(f"<p>{' '.join(page_lines(number))}</p>\n" for number in range(5_000))
        stream.write("</article></body></html>")


def _write_docx(path: Path) -> None:
    def body() -> Iterator[str]:
        yield f'<w:document xmlns:w="{_WORD}"><w:body>'
        for number in range(5_000):
            yield from (f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in page_lines(number))
        yield "</w:body></w:document>"

    main = f"{_TYPES}-officedocument.wordprocessingml.document.main+xml"
    _write_package(path, "word/document.xml", main, {"word/document.xml": body()})


def _write_xlsx(path: Path) -> None:
    def rows() -> Iterator[str]:
        yield f'<worksheet xmlns="{_SHEET}"><sheetData>'
        yield '<row r="1"><c r="A1" t="inlineStr"><is><t>Poste</t></is></c><c r="B1" t="inlineStr"><is><t>Montant</t>'
        yield "</is></c></row>"
        for row in range(2, 500_000):
            yield f'<row r="{row}"><c r="A{row}" t="inlineStr"><is><t>poste {row}</t></is></c>'
            yield f'<c r="B{row}"><v>{row}.5</v></c></row>'
        yield "</sheetData></worksheet>"

    book = (
        f'<workbook xmlns="{_SHEET}" xmlns:r="{_OFFICE}"><sheets><sheet name="Postes" sheetId="1" r:id="r1"/></sheets>'
        "</workbook>"
    )
    links = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/worksheet" '
        'Target="worksheets/sheet1.xml"/></Relationships>'
    )
    parts = {
        "xl/workbook.xml": iter([book]),
        "xl/_rels/workbook.xml.rels": iter([links]),
        "xl/worksheets/sheet1.xml": rows(),
    }
    _write_package(path, "xl/workbook.xml", f"{_TYPES}-officedocument.spreadsheetml.sheet.main+xml", parts)


def _write_package(path: Path, first: str, media: str, parts: Mapping[str, Iterator[str]]) -> None:
    sheet = f"{_TYPES}-officedocument.spreadsheetml.worksheet+xml"
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{_TYPES}-package.'
        f'relationships+xml"/><Default Extension="xml" ContentType="{sheet}"/><Override PartName="/{first}" '
        f'ContentType="{media}"/></Types>'
    )
    links = (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
        f'Target="{first}"/></Relationships>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("_rels/.rels", links)
        for name, pieces in parts.items():
            with archive.open(name, "w") as member:
                member.writelines(piece.encode() for piece in pieces)


def _write_csv(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write("Compte;Plateforme;Abonnés;Relevé le\n")
        stream.writelines(f"compte {row};Facebook;{row * 7 % 99_991};2024-03-05\n" for row in range(1_000_000))


def _write_eml(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write("From: a@example.org\nTo: b@example.org\nSubject: message\n")
        stream.write("Date: Tue, 05 Mar 2024 10:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n")
        stream.writelines(f"{line}\n" for number in range(12_000) for line in page_lines(number))


def _write_mbox(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        for number in range(20_000):
            stream.write("From a@example.org Tue Mar  5 10:00:00 2024\nFrom: a@example.org\nTo: b@example.org\n")
            stream.write(f"Subject: message {number}\nDate: Tue, 05 Mar 2024 10:00:00 +0000\n")
            stream.write(f"Message-ID: <{number}@example.org>\nContent-Type: text/plain; charset=utf-8\n\n")
            stream.writelines(f"{line}\n" for line in page_lines(number)[:12])
            stream.write("\n")


def _write_warc(path: Path) -> None:
    with path.open("wb") as stream:
        for number in range(5_000):
            page = f"<html><body><p>{'</p><p>'.join(page_lines(number))}</p></body></html>".encode()
            block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
            head = (
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-03-05T10:00:00Z\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>\r\n"
                f"WARC-Target-URI: https://example.org/{number}\r\n"
                f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
            )
            stream.write(head.encode() + block + b"\r\n\r\n")


LARGE: tuple[Large, ...] = (
    Large("pdf", "5,000 dense pages", "large.pdf", _write_pdf),
    Large("text", "48 MB of text", "large.txt", _write_text),
    Large("html", "a page of 19 MB", "large.html", _write_html),
    Large("docx", "290,000 paragraphs", "large.docx", _write_docx),
    Large("xlsx", "500,000 rows", "large.xlsx", _write_xlsx),
    Large("table", "1,000,000 rows", "large.csv", _write_csv),
    Large("eml", "a message of 45 MB", "large.eml", _write_eml),
    Large("mbox", "20,000 messages", "large.mbox", _write_mbox),
    Large("warc", "5,000 captured pages", "large.warc", _write_warc),
)
