"""The PDF edition, set by typst: PDF/A-2b for the archive and PDF/UA-1 for whoever does not see it."""

import json
import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import asdict, replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from temoin.dossier import place_wording
from temoin.dossier.charts import ChartMaker
from temoin.dossier.fonts import font_folders
from temoin.dossier.naming import isolate
from temoin.dossier.report import DocumentView, Report
from temoin.dossier.sheet import lay_out

if TYPE_CHECKING:
    import typst

_AROUND = 80
_LATIN = "\u017f"
_HOLE = "\u25a1"
_SPECIMEN = (
    b'#set document(title: "specimen")\n#set text(font: "Source Sans Pro", lang: "en")\n'
    b"#for letter in json(bytes(sys.inputs.letters)) [#letter ]"
)
_NO_GLYPH = re.compile(r'the text `"(?:(.)|\\u\{([0-9a-f]+)\})"` could not')
MOST_PLAIN = 3
"""Of a document, so many figures that nobody decided on and no finding cites are printed on paper."""
_SECTIONS = {"front", "sources", "reproduce"}


def render_pdf(report: Report, charts: ChartMaker) -> bytes:
    """Return the dossier as a PDF; the same report gives the same bytes.

    Documents are shown by their opening lines and their statements, not by their whole text, which is in the HTML
    edition; a letter that no face at hand can draw is an empty square. It says so in both cases. What a document or
    a person wrote reaches typst as data, never as code.

    Parameters
    ----------
    report : the case, ready to be set
    charts : ``temoin.dossier.charts.render_svg`` or a cache around it
    """
    sheet = asdict(lay_out(_for_paper(report), charts, page=False))
    pictures: dict[str, bytes] = {}
    for document in sheet["documents"]:
        document["quotes"] = list(_quotes(document.pop("paragraphs"), pictures))
    placed = _set(sheet, _SECTIONS | set(_anchors(sheet)))
    told = json.dumps({"sheet": placed, "w": dict(place_wording.words_in(report.language))}, ensure_ascii=False)
    missing = _undrawn(told)
    for letter in missing:
        told = told.replace(letter, _HOLE)
    template = (files("temoin.dossier") / "templates" / "dossier.typ").read_bytes()
    # Typst takes text alone from outside: a picture reaches it as the numbers of its bytes.
    drawn = json.dumps({name: list(png) for name, png in pictures.items()})
    inputs = {"data": told, "pictures": drawn, "holes": "yes" if missing else ""}
    return _compiled(template, inputs, int(report.as_of.timestamp()))


def _for_paper(report: Report) -> Report:
    """Keep on paper what was decided or is cited, and of the rest the first figures of each document."""
    cited = {reference for finding in report.findings for reference in finding.evidence}
    return replace(report, documents=tuple(_shortened(view, cited) for view in report.documents))


def _shortened(view: DocumentView, cited: set[str]) -> DocumentView:
    plain = [one for one in view.statements if one.decision == "proposed" and one.statement.id not in cited]
    left_out = {one.statement.id for one in plain[MOST_PLAIN:]}
    return replace(view, statements=tuple(one for one in view.statements if one.statement.id not in left_out))


def _compiled(template: bytes, inputs: dict[str, str], timestamp: int) -> bytes:
    import typst

    return typst.compile(
        input=template,
        sys_inputs=inputs,
        font_paths=_fonts(),
        format="pdf",
        pdf_standards=["a-2b", "ua-1"],
        timestamp=timestamp,
    )


def _undrawn(text: str) -> list[str]:
    # No face at hand holds every script, and PDF/A refuses a letter without a glyph: typst itself says which.
    import typst

    rare = sorted(letter for letter in set(text) if letter > _LATIN)
    try:
        _compiled(_SPECIMEN, {"letters": json.dumps(rare, ensure_ascii=False)}, 0)
    except typst.TypstError as error:
        shown = _NO_GLYPH.findall(error.diagnostic)
        return [chr(int(code, 16)) if code else letter for letter, code in shown]
    return []


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[*font_folders()])


def _quotes(paragraphs: list[dict[str, Any]], pictures: dict[str, bytes]) -> Iterator[dict[str, Any]]:
    for paragraph in paragraphs:
        waiting = list(paragraph["facsimiles"])
        for sentence in paragraph["sentences"]:
            anchors = [anchor for piece in sentence["pieces"] for anchor in piece["anchors"]]
            if sentence["quoted"] or anchors:
                pieces = [_near(piece, sentence["quoted"]) for piece in sentence["pieces"]]
                shown = [one for one in waiting if set(anchors).intersection(one["shows"])]
                waiting = [one for one in waiting if one not in shown]
                facsimiles = [_filed(one, pictures) for one in shown]
                yield {"anchors": anchors, "pieces": pieces, "facsimiles": facsimiles}


def _filed(facsimile: dict[str, Any], pictures: dict[str, bytes]) -> dict[str, Any]:
    png = b64decode(facsimile["data"])
    name = sha256(png).hexdigest()
    pictures[name] = png
    kept = ("alternative", "caption", "figure", "target", "width", "warned")
    return {"picture": name, **{key: facsimile[key] for key in kept}}


def _near(piece: dict[str, Any], quoted: bool) -> dict[str, Any]:  # noqa: FBT001
    text = " ".join(piece["text"].split(" "))
    if not quoted and not piece["marked"] and len(text) > 2 * _AROUND:
        text = f"{text[:_AROUND]} […] {text[-_AROUND:]}"
    return {"text": text, "marked": piece["marked"]}


def _anchors(value: Any) -> Iterator[str]:  # noqa: ANN401  (plain data of any depth)
    if isinstance(value, dict):
        yield from value.get("anchors", ())
        if value.get("anchor"):
            yield value["anchor"]
        value = list(value.values())
    if isinstance(value, list | tuple):
        for item in value:
            yield from _anchors(item)


def _set(value: Any, anchors: set[str]) -> Any:  # noqa: ANN401  (plain data of any depth)
    match value:
        case str():
            return isolate(value)
        case dict():
            return {
                name: "" if name == "target" and item not in anchors else _set(item, anchors)
                for name, item in value.items()
            }
        case list() | tuple():
            return [_set(item, anchors) for item in value]
        case _:
            return value
