"""What is said to be done, without a figure: who does what, to whom, by what means (``claims.acts/1``).

Only acts that matter to one of the five lenses are read: a network cut or slowed, services blocked, personal data
obtained or sold, accounts reached, people located or written to unasked, platforms paid, agreements concluded,
followings made up. Each is a statement of kind ``other``: ``entity`` acts, ``attribute`` is the act, ``target`` bears
it, ``means`` serves it; its quote is the sentence.
"""

from temoin.claims.acts.find import METHOD, Act, find_acts
from temoin.claims.acts.vocabulary import ACTS, ActRule

__all__ = ["ACTS", "METHOD", "Act", "ActRule", "find_acts"]
