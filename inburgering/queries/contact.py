"""What the pages Contact and Documenten show."""

from __future__ import annotations

from dataclasses import dataclass

from inburgering.enums import AfspraakStatus
from inburgering.models import Afspraak, Contactmoment, Document, Inburgeraar, Notitie


@dataclass(frozen=True)
class Contacttab:
    gepland: list[Afspraak]
    geweest: list[Afspraak]
    contactmomenten: list[Contactmoment]
    notities: list[Notitie]


def contacttab(dossier: Inburgeraar) -> Contacttab:
    afspraken = list(dossier.afspraken.select_related("consulent"))
    return Contacttab(
        gepland=[a for a in afspraken if a.status == AfspraakStatus.GEPLAND],
        geweest=[a for a in reversed(afspraken) if a.status != AfspraakStatus.GEPLAND],
        contactmomenten=list(dossier.contactmomenten.select_related("door")),
        notities=list(dossier.notities.select_related("door")),
    )


def documenten_van(dossier: Inburgeraar) -> list[Document]:
    return list(dossier.documenten.select_related("toegevoegd_door"))
