"""The HTML edition: one file that holds everything it needs and asks nobody for anything."""

import base64
import hashlib
from functools import cache

import jinja2

from temoin.dossier import place_wording
from temoin.dossier.charts import ChartMaker
from temoin.dossier.fonts import font_css
from temoin.dossier.report import Report
from temoin.dossier.sheet import lay_out

_TEMPLATES = "templates"


def render_html(report: Report, charts: ChartMaker) -> bytes:
    """Return the dossier as one self-contained HTML file in UTF-8; the same report gives the same bytes.

    It opens with no request to anywhere and holds no script: its policy allows only its own one style sheet, by
    hash, and the fonts embedded in it. Whatever a document or a person wrote is escaped and set apart from the
    direction of the text around it.

    Parameters
    ----------
    report : the case, ready to be set
    charts : ``temoin.dossier.charts.render_svg`` or a cache around it
    """
    sheet = lay_out(report, charts, page=True)
    css = _style()
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    page = _environment().get_template("dossier.html.j2")
    text = page.render(sheet=sheet, w=place_wording.words_in(report.language), css=css, css_hash=digest)
    return text.encode()


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("temoin.dossier", _TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style() -> str:
    loader = _environment().loader
    assert loader is not None
    css, _, _ = loader.get_source(_environment(), "dossier.css")
    return f"{font_css()}\n{css}"
