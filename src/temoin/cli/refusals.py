"""What is refused and how that is told: a command, files among others, rows of a list, a disk that says no."""

import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from temoin.cli.speech import language, tell
from temoin.errors import CaseError, InputError, TemoinError
from temoin.words import Words

if TYPE_CHECKING:
    from temoin.case.adding import Acknowledged

_REFUSALS_TOLD = 5
# What a person mends: rights, room, the medium, a file where a folder should be. A missing file stays a bug.
_OF_STORAGE = frozenset((
    errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENOTDIR,
    errno.EISDIR, errno.EEXIST, errno.ENAMETOOLONG, errno.ELOOP,
))  # fmt: skip


def print_refusal(error: TemoinError) -> None:
    """Print on stderr, on one line, why something is refused."""
    try:
        message = error.in_(language())
    except TemoinError:
        message = error.in_("en")
    print(f"temoin: {message}", file=sys.stderr, flush=True)


def mendable(error: TemoinError | OSError) -> TemoinError:
    """Return an error that a person can mend: itself, or what a disk says no to, with its path and its reason.

    Raises
    ------
    OSError : of any other sort, which is a bug and shows
    """
    if isinstance(error, TemoinError):
        return error
    if error.errno not in _OF_STORAGE:
        raise error
    reason = error.strerror or str(error)
    fr, en = ("écriture", "writing") if error.filename is None else (str(error.filename),) * 2
    return CaseError(
        Words(
            f"{fr} : impossible ({reason}) ; vérifiez la place et les droits",
            f"{en}: cannot be done ({reason}); check the space left and the permissions",
        )
    )


def not_added(error: TemoinError, path: Path, rank: int, total: int) -> TemoinError:
    """Return why one file of an ``add`` was not added; one that its error does not name is told by its rank.

    Parameters
    ----------
    rank : counted from one
    total : how many files were asked for
    """
    fr, en = error.words.fr, error.words.en
    if not isinstance(error, InputError):
        fr, en = (f"{fr} ; rien n’a été ajouté", f"{en}; nothing was added") if total == 1 else (fr, en)
    if total > 1 and path.name not in en:
        fr, en = f"fichier {rank} sur {total} : {fr}", f"file {rank} of {total}: {en}"
    return TemoinError(Words(fr, en))


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
