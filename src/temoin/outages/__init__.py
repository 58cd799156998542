"""The outage lens: when was a network down, where, how deeply, and according to which signals?

Inputs are signals, table ``SIGNALS``: points that an instrument measured, one a bin, from the files that
``temoin.outages.readers`` read. An outage is a measured loss of connectivity; the lens measures it and never says
why, nor who wanted it.

Method, in seven steps:

1. ``expect`` gives what each series' own clean past promises for every bin: the median of the last clean weeks at
   the same time of the week. Bins flagged as fallen are never learnt, so a long or repeated cut stays a cut.
2. ``find_picks`` gives the stretches during which one signal stayed below that, further than its noise explains.
   The onset is an interval, for a measure has a width.
3. ``measure`` does both, joins the regions and networks of a place into a series of the place, and casts doubt on a
   signal that drops alike in unrelated countries at once: that is the instrument.
4. ``find_outages`` joins the picks of a place: one event, its preferred pick, its bounds, and what fell, stayed and
   was not measured. A lone signal of several makes no event, and signals of use that share a holiday make none. Parts
   that fell with their place are named by its event.
5. ``outage_findings`` says each one in words, with the rows it rests on.
6. ``find_campaigns`` gives the rule that outages of a place keep in its local time, and the dates it gives next.
7. ``people_findings`` says how many people at least and at most, with the analyst's table of networks.

``characters`` then says how much each outage looks like the cuts that analysts confirmed, by a few traits with their
published base rates (``outages.character/1``): a likeness with its range, never a cause and never a verdict.

Lists that others published (table ``REPORTED``) are set beside the outages by ``compare_with_lists``: dates that agree
or not, rows that these signals cannot show, outages that no list holds.

Limits: times are as fine as the bins. A loss that glides for hours and stays above half is taken for a holiday. A
partial loss of a use signal that comes back weekly within the first two weeks is taken for the week's shape. Values in
per cent of an export's own maximum say nothing about another export. Throttling and the blocking of one service are
declared kinds that this version never concludes.

References
----------
Bischof et al., Destination Unreachable: Characterizing Internet Outages and Shutdowns, SIGCOMM 2023,
doi 10.1145/3603269.3604883. Guillot et al., Chocolatine, TMA 2019, arXiv 1906.04426. IODA, Help.js in
InetIntel/ioda-ui. Krischer et al., ObsPy, doi 10.1088/1749-4699/8/1/014003, for picks and events.
"""

from temoin.outages.character_findings import character_findings
from temoin.outages.findings import outage_findings
from temoin.outages.listed_findings import compare_with_lists
from temoin.outages.measure.across import measure
from temoin.outages.measure.campaigns import find_campaigns
from temoin.outages.measure.character import (
    CharacterSettings,
    Features,
    character_of,
)
from temoin.outages.measure.character_rows import characters, reported_characters, watched_since
from temoin.outages.measure.detect import Measured, expect, find_picks
from temoin.outages.measure.events import find_outages
from temoin.outages.measure.restated import restated_findings
from temoin.outages.measure.watched import watch
from temoin.outages.methods import METHODS
from temoin.outages.network_tables import NETWORKS, PEOPLE
from temoin.outages.people import people_affected, people_findings
from temoin.outages.recurrence import campaign_findings, with_campaigns
from temoin.outages.settings import DEFAULT, Settings
from temoin.outages.tables import CAMPAIGNS, CHARACTER, EXPECTED, OUTAGES, PICKS, REPORTED, SIGNALS

__all__ = [
    "CAMPAIGNS",
    "CHARACTER",
    "DEFAULT",
    "EXPECTED",
    "METHODS",
    "NETWORKS",
    "OUTAGES",
    "PEOPLE",
    "PICKS",
    "REPORTED",
    "SIGNALS",
    "CharacterSettings",
    "Features",
    "Measured",
    "Settings",
    "campaign_findings",
    "character_findings",
    "character_of",
    "characters",
    "compare_with_lists",
    "expect",
    "find_campaigns",
    "find_outages",
    "find_picks",
    "measure",
    "outage_findings",
    "people_affected",
    "people_findings",
    "reported_characters",
    "restated_findings",
    "watch",
    "watched_since",
    "with_campaigns",
]
