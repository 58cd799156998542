"""A method's page as plain data: what a finding's ``method`` names, kept beside the code that computes it."""

from dataclasses import dataclass

from temoin.words import Words


@dataclass(frozen=True, slots=True)
class Method:
    """What one named, versioned method does, and how far it may be believed.

    Parameters
    ----------
    name : name and version as findings carry it, such as ``outages.event/1``; a new computation is a new version
    title : name for people
    does : what it computes, in a paragraph
    parameters : name and value of each parameter with its unit, as printed
    limits : what it cannot see or gets wrong
    references : papers, documentation or source code it follows

    Examples
    --------
    >>> one_line = Words("somme", "sum")
    >>> Method("claims.sum/1", one_line, one_line, (), one_line, ()).name
    'claims.sum/1'
    """

    name: str
    title: Words
    does: Words
    parameters: tuple[tuple[str, str], ...]
    limits: Words
    references: tuple[str, ...]
