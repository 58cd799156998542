"""Seeds of documents of every kind, made up: a few words of a fictional country in each container."""

import io
import json
import zipfile
import zlib
from collections.abc import Iterator

from fuzz.old_sheet import old_sheet
from fuzz.seed import Seed, chunked, pdf, pdf_stream, plain, warc, zipped

_TEXT = (
    "Atlasie, pays fictif : le 5 mars 2024, 450 000 abonnés et 6,5 millions d’euros.\n\n"
    "مرحبا بالعالم 12 %\n合计 3.5 万元\n"
)
_HTML = (
    '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Un avis</title>'
    '<meta property="og:title" content="Un avis inventé"><meta name="date" content="2024-03-05">'
    '<link rel="canonical" href="https://example.org/a"><script type="application/ld+json">'
    '{"@type": "NewsArticle", "headline": "Un avis", "datePublished": "2024-03-05", "author": [{"name": "A"}]}'
    "</script></head><body><article><h1>Un avis inventé</h1><p>En Atlasie, pays fictif, 450 000 abonnés.</p>"
    '<table><tr><th>Poste</th><td>6,5 millions</td></tr></table><img src="http://example.org/x.png"></article>'
    "</body></html>"
)
_CONTENT = (
    b"BT /F1 12 Tf 72 720 Td (Atlasie, pays fictif : 450 000 abonnes) Tj 0 -20 Td (5 mars 2024) Tj ET\n"
    b"q 100 0 0 100 72 400 cm /I1 Do Q 72 300 200 50 re S"
)
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_ODF_META = (
    f"<office:document-meta {_ODF}><office:meta><dc:title>Un avis</dc:title><dc:creator>A</dc:creator>"
    "<meta:creation-date>2024-03-05T10:00:00</meta:creation-date></office:meta></office:document-meta>"
)
_ODF_TABLE = (
    '<table:table table:name="Poste"><table:table-row><table:table-cell office:value-type="string"><text:p>Montant'
    '</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell '
    'office:value-type="float" office:value="6.5" table:number-columns-repeated="2" table:formula="of:=1+1"><text:p>6,5'
    "</text:p></table:table-cell></table:table-row></table:table>"
)
_HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + _HTML.encode()
_MAIL = (
    "From: Une Personne Fictive <a@example.org>\r\nTo: b@example.org\r\nSubject: =?utf-8?q?Un_avis_invent=C3=A9?=\r\n"
    "Date: Tue, 05 Mar 2024 10:00:00 +0100\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n"
)


def _mail() -> str:
    return _MAIL + (
        'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\n\r\nEn Atlasie, 450=C2=A0000 abonn=C3=A9s.\r\n--b\r\n"
        'Content-Type: text/html; charset=iso-8859-1\r\nContent-Disposition: attachment; filename="../x.html"\r\n'
        "Content-Transfer-Encoding: base64\r\n\r\nPHA+NiwzIG1pbGxpb25zPC9wPg==\r\n--b--\r\n"
    )


_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 6 0 R >>"
_GREY = b" /Type /XObject /Subtype /Image /Width 4 /Height 4 /BitsPerComponent 8 /ColorSpace /DeviceGray"


_TABLE = (
    b"72 700 m 400 700 l S 72 670 m 400 670 l S 72 640 m 400 640 l S 72 610 m 400 610 l S "
    b"72 700 m 72 610 l S 236 700 m 236 610 l S 400 700 m 400 610 l S BT /F1 10 Tf 80 680 Td (Abonnes) Tj 164 0 Td "
    b"(Montant) Tj -164 -30 Td (450) Tj 164 0 Td (6,5) Tj -164 -30 Td (900) Tj 164 0 Td (7,5) Tj ET"
)


def _pdf(*, packed: bool, content: bytes = _CONTENT) -> Seed:
    return pdf(
        (
            b"<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>",
            b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
            _PAGE + b" /XObject << /I1 7 0 R >> >> >>",
            _PAGE + b" >> /Rotate 90 >>",
            pdf_stream(content, packed=packed),
            _FONT,
            pdf_stream(b"\x00\x80\xff\x10" * 4, _GREY),
            b"<< /Title (Un avis) /Author <FEFF0041> /CreationDate (D:20240305100000+01'00') >>",
        ),
        info=8,
    )


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_LINKS = "application/vnd.openxmlformats-package.relationships+xml"


def _docx() -> Seed:
    body = (
        "<w:p><w:r><w:t>En Atlasie, 450 000 abonnés.</w:t></w:r><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Montant</w:t><w:tab/><w:br/></w:r></w:p></w:tc><w:tc><w:tcPr>"
        "<w:gridSpan w:val='2'/><w:vMerge/></w:tcPr><w:p><w:ins><w:r><w:t>6,5 millions</w:t></w:r></w:ins></w:p>"
        "</w:tc></w:tr></w:tbl>"
    )
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{_LINKS}"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
    )
    links = (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    notes = '<w:footnote w:id="1"><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote>'
    about = (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dc:title>Un avis</dc:title><dcterms:created>2024-03-05T10:00:00Z</dcterms:created></cp:coreProperties>"
    )
    return zipped(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": links,
            "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
            "word/footnotes.xml": f'<w:footnotes xmlns:w="{_WORD}">{notes}</w:footnotes>',
            "docProps/core.xml": about,
        }
    )


def _opendocument(kind: str, body: str) -> Seed:
    media = f"application/vnd.oasis.opendocument.{kind}"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entry = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{media}"/>'
    content = f"<office:document-content {_ODF}><office:body>{body}</office:body></office:document-content>"
    listed = f'<manifest:manifest xmlns:manifest="{manifest}">{entry}</manifest:manifest>'
    return zipped({"mimetype": media, "content.xml": content, "meta.xml": _ODF_META, "META-INF/manifest.xml": listed})


def _xlsx() -> Seed:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Un tableau inventé"],
        ["Abonnés", "Relevé le", "Montant engagé (DH)"],
        [450, 45356, "=1+1"],
        ["Total", 9],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})


def _warc(*, packed: bool) -> Seed:
    when = "WARC-Date: 2024-03-05T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-00000000000"
    target = "WARC-Target-URI: https://example.org/a\r\n"
    return warc(
        (
            (f"WARC-Type: warcinfo\r\n{when}1>\r\nContent-Type: application/warc-fields", b"software: made-up/1\r\n"),
            (f"WARC-Type: response\r\n{when}2>\r\n{target}Content-Type: application/http; msgtype=response", _HTTP),
            (f"WARC-Type: request\r\n{when}3>\r\n{target}Content-Type: application/http", b"GET /a HTTP/1.1\r\n\r\n"),
        ),
        packed=packed,
    )


def _wacz() -> Seed:
    when = "2024-03-05T10:00:00Z"
    page = '{"format": "json-pages-1.0", "id": "pages"}\n' + json.dumps({"url": "https://example.org/a", "ts": when})
    resources = [{"name": "a.warc.gz", "path": "archive/a.warc.gz"}]
    package = json.dumps({"profile": "data-package", "software": "made-up", "created": when, "resources": resources})
    members = {"archive/a.warc.gz": _warc(packed=True).whole(), "pages/pages.jsonl": page, "datapackage.json": package}
    return zipped(members, method=zipfile.ZIP_STORED)


def _pictures() -> Iterator[Seed]:
    from PIL import Image, ImageDraw

    signature = b"\x89PNG\r\n\x1a\n"
    rows = b"".join(b"\0" + bytes([0 if 8 < x < 12 else 255 for x in range(48)]) for _ in range(16))
    header = (48).to_bytes(4, "big") + (16).to_bytes(4, "big") + b"\x08\x00\x00\x00\x00"
    yield chunked(signature, [("IHDR", header), ("tEXt", b"Title\0avis"), ("IDAT", zlib.compress(rows)), ("IEND", b"")])
    picture = Image.new("RGB", (64, 24), "white")
    ImageDraw.Draw(picture).text((4, 4), "450 000", fill="black")
    for form in ("JPEG", "WEBP", "TIFF", "GIF"):
        buffer = io.BytesIO()
        picture.save(buffer, form)
        yield plain(buffer.getvalue())


def document_seeds(kind: str) -> tuple[Seed, ...]:
    """Return the seeds of a kind of document; of a kind that nobody thought of, those of every kind."""
    mail = _mail()
    table = f"<office:spreadsheet>{_ODF_TABLE}</office:spreadsheet>"
    words = "<text:h>Un avis</text:h><text:p>450<text:s text:c='2'/>000<text:tab/></text:p>"
    written = f"<office:text>{words}{_ODF_TABLE}</office:text>"
    saved = f"{_MAIL}Content-Type: text/html\r\nSnapshot-Content-Location: https://example.org/a\r\n\r\n{_HTML}"
    made = {
        "text": lambda: (plain(_TEXT), plain(_TEXT.encode("utf-16")), plain(_TEXT.encode("utf-8-sig"))),
        "html": lambda: (plain(_HTML), plain("<html><body><p>450 000</p></body></html>")),
        "html-tables": lambda: (
            plain(
                "<html><h3>Titre</h3><table><tr><th colspan=2>Compte</th><th rowspan=2>Abonnés</th></tr></table></html>"
            ),
            plain("<table><tr><td>Compte<td>Abonnés<tr><td>Ada<td>1 200,5</table>"),
        ),
        "pdf": lambda: (_pdf(packed=False), _pdf(packed=True)),
        "pdf-tables": lambda: (_pdf(packed=False, content=_TABLE), _pdf(packed=True, content=_TABLE)),
        "docx": lambda: (_docx(),),
        "odt": lambda: (_opendocument("text", written),),
        "ods": lambda: (_opendocument("spreadsheet", table),),
        "xlsx": lambda: (_xlsx(),),
        "xls": lambda: (old_sheet(),),
        "table": lambda: (plain("Un tableau;;\nAbonnés;Relevé le;Montant\n450;05/03/2024;6,5\nTotal;;6,5\n"),),
        "eml": lambda: (plain(mail), plain(_MAIL + "\r\nEn Atlasie, 450 000 abonnes.\r\n")),
        "mbox": lambda: (plain(f"From a@example.org Tue Mar  5 10:00:00 2024\n{mail}\n" * 2),),
        "mhtml": lambda: (plain(saved),),
        "warc": lambda: (_warc(packed=False), _warc(packed=True)),
        "wacz": lambda: (_wacz(),),
        "photo": lambda: tuple(_pictures()),
    }
    if kind in made:
        return made[kind]()
    return tuple(seed for make in made.values() for seed in make())
