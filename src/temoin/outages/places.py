"""Places by name: the only file of the lens that asks the world for a country."""

from temoin.errors import InputError
from temoin.words import Words, same
from temoin.world import country


def place_code(name: str) -> str:
    """Return the ISO 3166 code of a country by its name or code.

    Raises
    ------
    InputError : no country of that name
    """
    return country(name).iso2


def place_label(place: str) -> Words:
    """Return a place's name for people; a region, an AS or a made-up place is its own name.

    Examples
    --------
    >>> place_label("Atlasie").fr
    'Atlasie'
    """
    if len(place) != 2:
        return same(place)
    try:
        return country(place).name
    except InputError:
        return same(place)
