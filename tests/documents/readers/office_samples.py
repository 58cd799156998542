"""Office files made in code: fictional places and parties."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
V = "urn:schemas-microsoft-com:vml"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
)


def packed(parts: dict[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def w(inner: str, root: str, space: str = W) -> str:
    return (
        f'<w:{root} xmlns:w="{space}" xmlns:mc="{MC}" xmlns:wps="{WPS}" xmlns:v="{V}" xmlns:m="{M}" '
        f'xmlns:r="{RELATIONS}">{inner}</w:{root}>'
    )


def run(text: str, style: str = "") -> str:
    return f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inner: str, style: str = "") -> str:
    pieces = "".join(piece if piece.startswith("<") else run(piece) for piece in inner)
    return f"<w:p><w:pPr>{style}</w:pPr>{pieces}</w:p>"


def cell(*inner: str, style: str = "") -> str:
    return f"<w:tc><w:tcPr>{style}</w:tcPr>{''.join(inner) or '<w:p/>'}</w:tc>"


def row(*cells: str, style: str = "") -> str:
    return f"<w:tr><w:trPr>{style}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def relations(*pairs: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{rank}" Type="{RELATIONS}/{kind}" Target="{target}"/>'
        for rank, (kind, target) in enumerate(pairs)
    )
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def docx(*body: str, space: str = W, more: dict[str, str | bytes] | None = None) -> bytes:
    """A Word file; further parts of ``word/`` are tied to the document by their names."""
    more = more or {}
    kinds = [(name.removeprefix("word/").partition(".")[0].rstrip("123456789"), name) for name in more]
    tied = [(kind, "/" + name) for kind, name in kinds if name.startswith("word/") and "/" not in name[5:]]
    return packed(
        {
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/document.xml": w(f"<w:body>{''.join(body)}</w:body>", "document", space),
            "word/_rels/document.xml.rels": relations(*tied),
            **more,
        }
    )


ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{room}:1.0"'
    for name, room in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing", "meta": "meta",
        "fo": "xsl-fo-compatible",
    }.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip


def odt(body: str, styles: str = "", more: dict[str, str | bytes] | None = None) -> bytes:
    """An OpenDocument text."""
    content = (
        f"<office:document-content {ODF}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **(more or {})})


def t(text: str) -> str:
    """A paragraph of an OpenDocument text."""
    return f"<text:p>{text}</text:p>"
