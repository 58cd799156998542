"""Accepted statements as ClaimReview, in JSON-LD.

A review is rated only where a method judged the statement. Who says it is a Thing: whether a name is that of a person
or of an organisation is seldom said.

References
----------
schema.org/ClaimReview and schema.org/Claim
"""

from collections.abc import Iterable

from temoin.dossier.exports.leaving import Cited, Claim, Leaving
from temoin.evidence import Finding, Verdict
from temoin.words import Language, Words

_RATINGS: dict[Verdict, tuple[int, Words]] = {
    "disagrees": (1, Words("Diverge", "Disagrees")),
    "cannot_tell": (2, Words("Indécidable", "Cannot tell")),
    "agrees": (3, Words("Concorde", "Agrees")),
}
_BEST, _WORST = 3, 1


def claim_reviews(leaving: Leaving, language: Language, *, publisher: str | None = None) -> dict[str, object]:
    """Return one JSON-LD document with a ``ClaimReview`` an accepted statement.

    Parameters
    ----------
    language : of names of ratings and of explanations
    publisher : who reviews; the case itself where nobody is named
    """
    return {
        "@context": "https://schema.org",
        "@graph": [_review(each, leaving, language, publisher) for each in leaving.claims],
    }


def _review(claim: Claim, leaving: Leaving, language: Language, publisher: str | None) -> dict[str, object]:
    review: dict[str, object] = {
        "@type": "ClaimReview",
        "@id": f"urn:sha256:{claim.statement.id}",
        "claimReviewed": claim.statement.quote,
        "inLanguage": language,
        "author": {"@type": "Organization", "name": publisher or leaving.case},
        "itemReviewed": _claim(claim),
    }
    if leaving.as_of:
        review["datePublished"] = leaving.as_of
    judged = [each for each in claim.findings if each.verdict is not None]
    if judged:
        review["reviewRating"] = _rating(judged, language)
        review["reviewBody"] = " ".join(each.words.in_(language) for each in judged)
    return review


def _rating(judged: Iterable[Finding], language: Language) -> dict[str, object]:
    worst = min(judged, key=lambda each: _RATINGS[each.verdict or "cannot_tell"][0])
    value, name = _RATINGS[worst.verdict or "cannot_tell"]
    return {
        "@type": "Rating",
        "ratingValue": value,
        "bestRating": _BEST,
        "worstRating": _WORST,
        "alternateName": name.in_(language),
        "ratingExplanation": worst.words.in_(language),
    }


def _claim(claim: Claim) -> dict[str, object]:
    said: dict[str, object] = {
        "@type": "Claim",
        "text": claim.statement.quote,
        "appearance": _appearance(claim),
    }
    if claim.statement.attributed_to:
        said["author"] = {"@type": "Thing", "name": claim.statement.attributed_to}
    elif claim.cited.publisher:
        said["author"] = {"@type": "Organization", "name": claim.cited.publisher}
    if claim.cited.published:
        said["datePublished"] = claim.cited.published
    return said


def _appearance(claim: Claim) -> dict[str, object]:
    cited: Cited = claim.cited
    work: dict[str, object] = {
        "@type": "Article" if cited.source.genre == "press" else "CreativeWork",
        "headline": cited.title,
        "identifier": str(claim.statement.locator),
    }
    if cited.url:
        work["url"] = cited.url
    if cited.publisher:
        work["publisher"] = {"@type": "Organization", "name": cited.publisher}
    if cited.author:
        work["author"] = {"@type": "Thing", "name": cited.author}
    if cited.published:
        work["datePublished"] = cited.published
    if cited.language:
        work["inLanguage"] = cited.language
    return work
