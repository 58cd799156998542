"""Charts set with what must stand beside them: title, zone, source, date, short id, and the synthetic mark."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from temoin.dossier import wording
from temoin.dossier.charts import ChartMaker, for_page, for_paper
from temoin.dossier.naming import print_utc
from temoin.dossier.parts import Chart
from temoin.dossier.report import Report
from temoin.evidence.digest import short
from temoin.period import offset

WIDE = 900
NARROW = 320
MOST_TWICE = 4
"""Charts drawn twice, for wide and for small screens; further ones scroll inside their figure."""

SpecMaker = Callable[[int], dict[str, Any] | None]


@dataclass(slots=True)
class Draw:
    """Draws the charts of one dossier.

    Parameters
    ----------
    report : the case
    maker : what turns a specification into SVG
    page : made fit for an HTML page, with a narrow twin; otherwise the SVG as it comes
    """

    report: Report
    maker: ChartMaker
    page: bool
    drawn: int = 0

    def chart(self, anchor: str, title: str, spec: SpecMaker, sources: list[str], about: str) -> Chart | None:
        """Return a chart with its facts, or None where there is nothing to draw.

        Parameters
        ----------
        anchor : where links find it
        spec : gives the Vega-Lite specification for a width in pixels
        sources : titles of what it is drawn from
        about : id that ``temoin show`` takes
        """
        wide = spec(WIDE)
        if wide is None:
            return None
        twice = self.page and self.drawn < MOST_TWICE
        self.drawn += 1
        return Chart(
            anchor=anchor,
            title=title,
            alternative=wording.CHART_ALTERNATIVE.filled(title=title).in_(self.report.language),
            drawing=self._drawn(wide, f"{anchor}w", title),
            narrow=self._drawn(spec(NARROW), f"{anchor}n", title) if twice else "",
            facts=self._facts(sources, about),
            titled="title" in wide,
        )

    def _drawn(self, spec: dict[str, Any] | None, prefix: str, title: str) -> str:
        if spec is None:
            return ""
        svg = self.maker(spec)
        alternative = wording.CHART_ALTERNATIVE.filled(title=title).in_(self.report.language)
        return for_page(svg, prefix, alternative) if self.page else for_paper(svg)

    def _facts(self, sources: list[str], about: str) -> tuple[str, ...]:
        report, language = self.report, self.report.language
        zone = f"{report.zone}, {offset(report.as_of, report.zone)}" if report.zone != "UTC" else "UTC"
        facts = [
            wording.FACT_ZONE.filled(zone=zone),
            wording.FACT_SOURCES.filled(titles=" · ".join(sources) or "—"),
            wording.FACT_DATE.filled(moment=print_utc(report.as_of, language)),
            wording.FACT_ID.filled(id=short(about), name=report.name),
        ]
        if report.synthetic:
            facts.insert(0, wording.SYNTHETIC_MARK)
        return tuple(fact.in_(language) for fact in facts)
