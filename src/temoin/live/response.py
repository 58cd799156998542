"""What a client hands over: a response to keep as a source, or an address for whoever must download by hand."""

import datetime as dt
from dataclasses import dataclass

from temoin.words import Words


@dataclass(frozen=True, slots=True)
class Response:
    """One response of the service, byte for byte, ready to become a source.

    Parameters
    ----------
    url : address that answered
    body : bytes received, unpacked where the transport packed them
    retrieved_at : when the answer was whole
    status : HTTP status
    tool : what asked, with its version
    name : file name to propose, such as ``ioda-signals-KZ-20220101-20220112.json``; its days are UTC, both inside
    empty : the service holds no value for that window; the answer is itself evidence of that
    aggregated : the service averaged points over a longer step than the native one, and would not do otherwise
    """

    url: str
    body: bytes
    retrieved_at: dt.datetime
    status: int
    tool: str
    name: str
    empty: bool = False
    aggregated: bool = False

    @property
    def notices(self) -> tuple[Words, ...]:
        """What the person who fetches should know of this response; nothing for an ordinary one."""
        said = []
        if self.empty:
            said.append(
                Words(
                    f"{self.name} : le service n’a rien pour cette période ; la réponse est gardée",
                    f"{self.name}: the service has nothing for that period; the answer is kept",
                )
            )
        if self.aggregated:
            said.append(
                Words(
                    f"{self.name} : points agrégés par le service, plus espacés que ses mesures",
                    f"{self.name}: points aggregated by the service, further apart than its measurements",
                )
            )
        return tuple(said)


@dataclass(frozen=True, slots=True)
class Link:
    """An address where a person can get the data by hand, and what it gives."""

    label: Words
    url: str

    @property
    def words(self) -> Words:
        """The label and the address, on one line."""
        return Words(f"{self.label.fr} : {self.url}", f"{self.label.en}: {self.url}")
