"""From the rows of one household to what the service asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from inburgering.enums import Gezinsrol
from inburgering.services.personen import PersoonGegevens
from opdrachten.soorten import Eenheid, Rij
from overdracht.invoer.kolommen import NAMEN_GEZIN, NAMEN_PERSOON
from overdracht.models import Voorinburgering
from overdracht.services.ontvangen import LidGegevens, OverdrachtGegevens

_VAN_OVERDRACHT = {veld.name for veld in fields(OverdrachtGegevens)}


@dataclass(frozen=True)
class Gezinsrijen:
    """What the rows say together; `strijdig` names columns in which they contradict each other."""

    waarden: dict[str, Any]
    strijdig: tuple[tuple[str, int], ...]
    leden: tuple[LidGegevens, ...]

    @property
    def vergunning_vanaf(self) -> date | None:
        return self.waarden.get("vergunning_vanaf")

    @property
    def gegevens(self) -> dict[str, Any]:
        """Of the household, as far as it is filled in."""
        return {naam: w for naam, w in self.waarden.items() if naam in _VAN_OVERDRACHT}


def lees_gezin(eenheid: Eenheid) -> Gezinsrijen:
    waarden: dict[str, Any] = {}
    strijdig = []
    for rij in eenheid.rijen:
        for naam in NAMEN_GEZIN:
            if naam not in rij.waarden:
                continue
            if waarden.setdefault(naam, rij.waarden[naam]) != rij.waarden[naam]:
                strijdig.append((naam, rij.nummer))
    return Gezinsrijen(waarden, tuple(strijdig), tuple(_leden(eenheid.rijen)))


def _leden(rijen: Sequence[Rij]) -> list[LidGegevens]:
    """Who has no role: the first is the main person, unless another row says it is."""
    hoofd = any(rij.waarden.get("rol") == Gezinsrol.REFERENT for rij in rijen)
    standaard = Gezinsrol.ANDERS if hoofd else Gezinsrol.REFERENT
    leden = []
    for rij in rijen:
        leden.append(lees_lid(rij, rol=rij.waarden.get("rol", standaard)))
        if "rol" not in rij.waarden:
            standaard = Gezinsrol.ANDERS
    return leden


def lees_lid(rij: Rij, *, rol: Gezinsrol) -> LidGegevens:
    waarden = rij.waarden
    return LidGegevens(
        persoon=PersoonGegevens(**persoonsgegevens(rij)),
        rol=rol,
        dossier=waarden.get("dossier", True),
        grond=waarden.get("grond"),
        voorinburgering=waarden.get("voorinburgering", Voorinburgering.ONBEKEND),
        voorinburgering_resultaat=waarden.get("voorinburgering_resultaat", ""),
    )


def persoonsgegevens(rij: Rij) -> dict[str, Any]:
    return {naam: rij.waarden[naam] for naam in NAMEN_PERSOON if naam in rij.waarden}
