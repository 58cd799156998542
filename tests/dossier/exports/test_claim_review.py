import pytest

from temoin.dossier.exports.claim_review import claim_reviews

from .leaving_sample import FIRST, leaving


def first(*verdicts: str, **more: str) -> dict:
    return claim_reviews(leaving(verdicts=verdicts), "en", **more)["@graph"][0]  # type: ignore[index]


def test_a_review_names_the_claim_who_says_it_where_and_when() -> None:
    review = first()
    claim = review["itemReviewed"]
    assert (review["@type"], claim["@type"]) == ("ClaimReview", "Claim")
    assert review["claimReviewed"] == claim["text"] == FIRST.quote
    assert claim["author"] == {"@type": "Thing", "name": "Odile Tavernier"}
    assert claim["datePublished"] == "2031-04"
    assert claim["appearance"]["url"] == "https://example.org/a"
    assert claim["appearance"]["@type"] == "Article"
    assert claim["appearance"]["identifier"] == str(FIRST.locator)


def test_without_a_verdict_there_is_no_rating() -> None:
    assert "reviewRating" not in first()


@pytest.mark.parametrize(
    ("verdicts", "value"),
    [(("agrees",), 3), (("cannot_tell",), 2), (("agrees", "disagrees"), 1), (("agrees", "cannot_tell"), 2)],
)
def test_the_rating_is_that_of_the_worst_finding(verdicts: tuple[str, ...], value: int) -> None:
    rating = first(*verdicts)["reviewRating"]
    assert (rating["ratingValue"], rating["worstRating"], rating["bestRating"]) == (value, 1, 3)
    assert rating["ratingExplanation"] in first(*verdicts)["reviewBody"]


def test_who_reviews_is_the_case_unless_somebody_is_named() -> None:
    assert first()["author"]["name"] == "atlasie"
    assert first(publisher="Observatoire inventé")["author"]["name"] == "Observatoire inventé"


def test_a_statement_that_nobody_says_is_its_publisher_s() -> None:
    second = claim_reviews(leaving(), "fr")["@graph"][1]  # type: ignore[index]
    assert second["itemReviewed"]["author"] == {"@type": "Organization", "name": "Gazette inventée"}
