"""A finding: what one named, versioned method concludes from named evidence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from temoin.evidence.digest import digest
from temoin.words import Words

Verdict = Literal["agrees", "disagrees", "cannot_tell"]
Because = Literal[
    "sum",
    "date",
    "magnitude",
    "unit",
    "scope",
    "stale",
    "denominator",
    "zone",
    "rate",
    "overlap",
    "source",
    "missing",
    "type",
    "rounding",
]
Lens = Literal["audience", "outages", "costs", "messages", "spending", "claims", "corroborate", "documents"]


@dataclass(frozen=True, slots=True)
class Settle:
    """What would settle a disagreement: the evidence that is missing, who holds it, the question to send."""

    missing: Words
    holder: Words
    question: Words


@dataclass(frozen=True, slots=True)
class Finding:
    """What one named, versioned method concludes from named evidence.

    Parameters
    ----------
    lens : the room it comes from
    method : name and version, such as ``outages.event/1``
    evidence : ids and references it rests on
    words : the conclusion, in French and English
    parameters : the method's parameters, plain values
    numbers : its own results, plain values; never part of its id
    verdict, because : closed sets; None where the method judges nothing
    settle : for ``disagrees`` and ``cannot_tell``, what would settle it
    source : the source it is drawn from where there is one; None across sources
    """

    lens: Lens
    method: str
    evidence: tuple[str, ...]
    words: Words
    parameters: Mapping[str, object] = field(default_factory=dict)
    numbers: Mapping[str, object] = field(default_factory=dict)
    verdict: Verdict | None = None
    because: Because | None = None
    settle: Settle | None = None
    source: str | None = None

    @property
    def id(self) -> str:
        """Hash of (method with version, parameters, evidence): never of its numbers."""
        return digest([self.method, dict(self.parameters), list(self.evidence)])

    def record(self) -> dict[str, object]:
        """Return the finding as plain values with the fields of DESIGN, its own numbers at top level."""
        settle = None
        if self.settle is not None:
            settle = {
                part: {"fr": words.fr, "en": words.en}
                for part, words in (
                    ("missing", self.settle.missing),
                    ("holder", self.settle.holder),
                    ("question", self.settle.question),
                )
            }
        return {
            "type": "finding",
            "id": self.id,
            "source": self.source,
            "lens": self.lens,
            "method": self.method,
            "verdict": self.verdict,
            "because": self.because,
            "words": {"fr": self.words.fr, "en": self.words.en},
            "evidence": list(self.evidence),
            "settle": settle,
            "parameters": dict(self.parameters),
            **self.numbers,
        }
