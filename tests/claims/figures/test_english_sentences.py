"""Sentences as they come, in English: every figure of each, in order, and nothing else. The facts are made up.

A sentence is followed by its figures: kind, value (bounds with ".." where it has none), unit, and the qualifier where
it is not exact. A country in brackets is the one that the text names.
"""

import pytest

from temoin.claims.figures.figure import Setting
from temoin.claims.figures.find import find_figures
from tests.claims.figures.sentences import dates, parsed, told

SENTENCES = r"""
one in five users, two-thirds of voters, three quarters of a million dollars, half the population, a third of
respondents
    = ratio 0.2 | ratio 0.6667 | money 750000 USD | ratio 0.5 | ratio 0.3333
hundreds of thousands of users, dozens of sites, tens of millions of dollars, thousands were arrested
    = count 200000.. users (vague) | count 24.. sites (vague) | money 10000000.. USD (vague) |
    = count 2000.. (vague)
$12m, $1.5 billion, £3.2bn, €450k, US$2 million, KES 3,000, 12,345 people, 1,234,567.89 dollars
    = money 12000000 USD | money 1500000000 USD | money 3200000000 GBP | money 450000 EUR | money 2000000 USD
    = | money 3000 KES | count 12345 people | money 1234567.89 USD
between 10 and 33 million users, from 10 to 15 percent, 10-15 million, up to 40%, at least six towns, no more
than 3 days
    = count 10000000..33000000 users (range) | percent 10..15 % (range) |
    = count 10000000..15000000 users (range) | percent 40 % (at most) | count 6 cities (at least) |
    = duration 3 day (at most)
a million and a half followers; two and a half years; five-day shutdown; 18-year-old; a 24-hour blackout
    = count 1500000 followers | duration 2.5 year | duration 5 day | duration 18 year | duration 24 h
[IN] 12 lakh users, 3 crore rupees, 5 million Kenyan shillings, 200 Canadian dollars, 300 Hong Kong dollars
    = count 1200000 users | money 30000000 INR | money 5000000 KES | money 200 CAD | money 300 HKD
Facebook has 450,000 followers and Twitter 12,000. Instagram, 3,400.
    = count 450000 followers | count 12000 followers | count 3400 followers
viewed 12 million times a day, 300 calls per hour, ten times more
    = count 12000000 views/day | count 300 calls/hour | ratio 10 times
multiplied by three; doubled; 5 percentage points; 0.5 per cent
    = ratio 3 times | count 5 points | percent 0.5 %
a dozen people, two dozen sites, half a million dollars, a quarter of users
    = count 12 people (about) | count 24 sites (about) | money 500000 USD | ratio 0.25
Meta removed 1,128 accounts, 89 Pages and 12 Groups followed by about 2.3 million people; around $60,000 was
spent on ads.
    = count 1128 accounts | count 89 pages | count 12 groups | count 2300000 people (about) |
    = money 60000 USD (about)
The report documents 283 shutdowns in 39 countries in 2023, up from 201 in 40 countries a year earlier, a 41%
increase.
    = count 283 shutdowns | count 39 countries | count 201 shutdowns | count 40 countries | percent 41 %
At least four people were killed and more than two dozen wounded, witnesses said.
    = count 4 deaths (at least) | count 24 wounded (at least)
The 72-hour blackout cost an estimated $3.02 billion, or $41.9m an hour.
    = duration 72 h | money 3020000000 USD (about) | money 41900000 USD
One in three Kenyans gets news from WhatsApp; nine in 10 own a phone.
    = ratio 0.3333 | ratio 0.9
Between 1.2 and 1.4 million views; 62 per cent from men aged 18 to 24.
    = count 1200000..1400000 views (range) | percent 62 %
Twenty-one candidates, including two women, are vying for 577 seats.
    = count 21 candidates | count 2 women | count 577 seats
Her channel (345K subscribers, 12.4M views) has posted 1,230 videos.
    = count 345000 subscribers | count 12400000 views | count 1230 videos
Download speeds dropped from 25 Mbps to 0.5 Mbps, a 98% decline.
    = count 25 Mbit/s | count 0.5 Mbit/s | percent 98 %
The fine was cut from €75,000 to €50,000 on appeal.
    = money 75000 EUR | money 50000 EUR
Rs 500 crore was sanctioned; the state got Rs. 12,34,567 and ₹3 lakh.
    = money 5000000000 | money 1234567 | money 300000 INR
Some 5,000 to 6,000 protesters gathered, police said; organisers claimed half a million.
    = count 5000..6000 protesters (range) | count 500000 protesters
Half of respondents, and a third of women, said they had been targeted.
    = ratio 0.5 | ratio 0.3333
"""


@pytest.mark.parametrize(("text", "country", "expected"), parsed(SENTENCES))
def test_every_figure_of_a_sentence_is_read(text, country, expected):
    named = frozenset([country] if country else [])
    found = find_figures(text, Setting("en", nearby=lambda _: named, everywhere=named), dates(text))
    assert [told(figure) for figure in found] == expected
