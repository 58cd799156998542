"""The outage lens: when was a network down, where, how deeply, and according to which signals?

Inputs are signals, table ``SIGNALS``: points that an instrument measured, one a bin, from the files that
``temoin.outages.readers`` read. An outage is a measured loss of connectivity; the lens measures it and never says
why, nor who wanted it.

Method, in eight steps:

1. ``expect`` gives what each series' own clean past promises for every bin: the median of the last clean weeks at
   the same local time of the week (of the day, until two weeks are known), set to the level of the last three days.
   Bins flagged as fallen are never learnt, so a long or repeated cut stays a cut.
2. ``find_picks`` gives the stretches during which one signal stayed below that. What is missing adds up until it is
   more than the noise explains: three bins for a clean cut, more for a small loss, never one. A loss of less than half
   must look more like a fall than like the glide of a holiday. Apart from that, the level of each day is compared with
   that of the four weeks before: a fall that stands after two weeks is a change of level, dated by its day. The onset
   is an interval, for a measure has a width.
3. ``measure`` does both, joins the regions and networks of a place into a series of the place, and casts doubt on a
   signal that drops alike in unrelated countries at once: that is the instrument.
4. ``find_outages`` joins the picks of a place: one event, its preferred pick, its bounds, its state and kind
   (``blackout``, ``partial``, ``throttling``, ``service-block``), and what fell, stayed and was not measured. A lone
   signal of several makes no event, and signals of use that share a holiday make none. Parts that fell with their
   place are named by its event.
5. ``outage_findings`` says each one in words, with the rows it rests on.
6. ``find_campaigns`` gives the rule that outages of a place keep in its local time, and the dates it gives next.
7. ``characters`` says how much each loss of connectivity looks like the cuts that analysts confirmed, by a few traits
   with their published base rates: a likeness with its range, never a cause and never a verdict.
8. ``people_findings`` says how many people at least and at most, with the analyst's table of networks.

Lists that others published (table ``REPORTED``) are set beside the outages by ``compare_with_lists``: dates that agree
or not, rows that these signals cannot show, outages that no list holds. Two retrievals of one absolute series are
compared by ``restated_findings``. ``METHODS`` holds a page of each method, with its version, parameters and limits;
``temoin bench outages`` measures them.

Limits: times are as fine as the bins. Before three days of measure nothing is judged; a change of level takes seven
weeks. A loss of less than half that glides over hours is taken for a holiday, and one that stands for four weeks
becomes the new level. At a time of the week never seen, a use signal is judged beyond a loss of 30 % only. Values
in per cent of an export's own maximum say nothing about another export. Throttling and the block of a service are
told by what they leave behind, a lower level or the silence of one service: a failure of that service looks the
same.

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
