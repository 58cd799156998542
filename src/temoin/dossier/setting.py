"""Charts set with what must stand beside them: title, zone, source, date, short id, and the synthetic mark."""

import datetime as dt
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


@dataclass(frozen=True, slots=True)
class About:
    """What a chart is about: titles of its sources, the id that ``temoin show`` takes, a moment that it shows."""

    sources: tuple[str, ...]
    id: str
    when: dt.datetime


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

    def chart(self, anchor: str, title: str, spec: SpecMaker, about: About) -> Chart | None:
        """Return a chart with its facts, or None where there is nothing to draw.

        Parameters
        ----------
        anchor : where links find it
        spec : gives the Vega-Lite specification for a width in pixels
        about : sources, id and moment
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
            facts=self._facts(about),
            titled="title" in wide,
        )

    def _drawn(self, spec: dict[str, Any] | None, prefix: str, title: str) -> str:
        if spec is None:
            return ""
        svg = self.maker(spec)
        alternative = wording.CHART_ALTERNATIVE.filled(title=title).in_(self.report.language)
        return for_page(svg, prefix, alternative) if self.page else for_paper(svg)

    def _facts(self, about: About) -> tuple[str, ...]:
        report, language = self.report, self.report.language
        facts = [
            wording.FACT_UTC
            if report.zone == "UTC"
            else wording.FACT_ZONE.filled(zone=f"{report.zone}, {offset(about.when, report.zone)}"),
            wording.FACT_SOURCES.filled(titles=" · ".join(about.sources) or "—"),
            wording.FACT_DATE.filled(moment=print_utc(report.as_of, language)),
            wording.FACT_ID.filled(id=short(about.id), name=report.name),
        ]
        if report.synthetic:
            facts.insert(0, wording.SYNTHETIC_MARK)
        return tuple(fact.in_(language) for fact in facts)
