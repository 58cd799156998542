"""The PDF edition, set by typst: PDF/A-2b for the archive and PDF/UA-1 for whoever does not see it."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from temoin.dossier import wording
from temoin.dossier.charts import ChartMaker
from temoin.dossier.fonts import folders
from temoin.dossier.naming import isolate
from temoin.dossier.report import Report
from temoin.dossier.sheet import lay_out

STANDARDS = ["a-2b", "ua-1"]
_AROUND = 80
_SECTIONS = {"front", "sources", "reproduce"}


def render_pdf(report: Report, charts: ChartMaker) -> bytes:
    """Return the dossier as a PDF; the same report gives the same bytes.

    Documents are shown by their opening lines and their statements, not by their whole text, which is in the HTML
    edition; it says so. What a document or a person wrote reaches typst as data, never as code.

    Parameters
    ----------
    report : the case, ready to be set
    charts : ``temoin.dossier.charts.render_svg`` or a cache around it
    """
    import typst

    sheet = asdict(lay_out(report, charts, page=False))
    for document in sheet["documents"]:
        document["quotes"] = list(_quotes(document.pop("paragraphs")))
    data = {"sheet": _set(sheet, _SECTIONS | set(_anchors(sheet))), "w": dict(wording.words_in(report.language))}
    template = files("temoin.dossier") / "templates" / "dossier.typ"
    made: bytes = typst.compile(
        input=template.read_bytes(),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        font_paths=folders(),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=STANDARDS,
        timestamp=int(report.as_of.timestamp()),
    )
    return made


def _quotes(paragraphs: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for paragraph in paragraphs:
        for sentence in paragraph["sentences"]:
            anchors = [anchor for piece in sentence["pieces"] for anchor in piece["anchors"]]
            if sentence["quoted"] or anchors:
                pieces = [_near(piece, sentence["quoted"]) for piece in sentence["pieces"]]
                yield {"anchors": anchors, "pieces": pieces}


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
