"""What ``add`` says of a list: rows read, rows refused."""

from typing import TYPE_CHECKING

from temoin.cli.speech import tell
from temoin.words import Words

if TYPE_CHECKING:
    from temoin.case.adding import Acknowledged

_REFUSALS_TOLD = 5


def tell_listing(done: "Acknowledged") -> None:
    """Print on stderr how many rows of a list were read and the first ones refused; nothing for any other file.

    The rows of a personal list are counted and not quoted.
    """
    if done.listing is None:
        return
    read, refused = done.listing.reported.height, done.listing.refused
    tell(Words(f"lignes lues : {read}, refusées : {len(refused)}", f"rows read: {read}, refused: {len(refused)}"))
    if done.source.personal:
        return
    for each in refused[:_REFUSALS_TOLD]:
        tell(each.words)
    name, more = done.source.id[:10], len(refused) - _REFUSALS_TOLD
    if more > 0:
        tell(
            Words(
                f"et {more} de plus : temoin show AFFAIRE {name} les donne toutes",
                f"and {more} more: temoin show CASE {name} gives them all",
            )
        )
