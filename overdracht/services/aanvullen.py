"""What a later list knows of a household that is here already: it fills in what was missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from inburgering.enums import Geslacht
from inburgering.models import Persoon
from inburgering.services.personen import PersoonGegevens, persoon_wijzigen
from medewerkers.models import Medewerker
from overdracht.models import Overdracht, Overdrachtslid
from overdracht.policies.leden import check_gezin_wijzigen
from overdracht.services.ontvangen import OverdrachtGegevens
from overdracht.services.overdrachten import meld_gezin, overdrachtshandeling

GEZINSVELDEN = tuple(veld.name for veld in fields(OverdrachtGegevens))
PERSOONSVELDEN = tuple(veld.name for veld in fields(PersoonGegevens))
LIDVELDEN = ("voorinburgering", "voorinburgering_resultaat")


def overdracht_aanvullen(
    *, overdracht_id: int, gegevens: Mapping[str, Any], door: Medewerker, nu: datetime
) -> Overdracht:
    """Fill in what is empty. What is on record stays as it is, also when the list differs."""
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, stand = zaak
        overdracht = act.vergrendel(Overdracht, overdracht_id)
        check_gezin_wijzigen(overdracht)
        nieuw = ontbrekend(overdracht, gegevens, GEZINSVELDEN)
        if not nieuw:
            return overdracht
        for veld, waarde in nieuw.items():
            setattr(overdracht, veld, waarde)
        overdracht.save()
        meld_gezin(act, stand, "Gegevens van de overdracht aangevuld uit een lijst")
    return overdracht


def lid_aanvullen(
    *, lid_id: int, gegevens: Mapping[str, Any], door: Medewerker, nu: datetime
) -> Overdrachtslid:
    """What was missing of the voorinburgering."""
    overdracht_id = Overdrachtslid.objects.values_list("overdracht", flat=True).get(pk=lid_id)
    with overdrachtshandeling(overdracht_id=overdracht_id, door=door, nu=nu) as zaak:
        act, _stand = zaak
        lid = act.vergrendel(Overdrachtslid, lid_id)
        nieuw = ontbrekend(lid, gegevens, LIDVELDEN)
        for veld, waarde in nieuw.items():
            setattr(lid, veld, waarde)
        if nieuw:
            lid.save()
    return lid


def persoon_aanvullen(
    *, persoon_id: int, gegevens: Mapping[str, Any], door: Medewerker, nu: datetime
) -> Persoon:
    """Fill in what is not known of a person, such as a BSN that came later."""
    persoon = Persoon.objects.get(pk=persoon_id)
    nieuw = ontbrekend(persoon, gegevens, PERSOONSVELDEN)
    if not nieuw:
        return persoon
    return persoon_wijzigen(
        persoon_id=persoon_id,
        versie=persoon.versie,
        gegevens=replace(gegevens_van(persoon), **nieuw),
        door=door,
        nu=nu,
    )


def gegevens_van(persoon: Persoon) -> PersoonGegevens:
    """As it is on record; the BSN is left alone."""
    velden: dict[str, Any] = {veld: getattr(persoon, veld) or "" for veld in PERSOONSVELDEN}
    return PersoonGegevens(**velden | {"talen": tuple(persoon.talen), "bsn": None})


def ontbrekend(rij: Any, gegevens: Mapping[str, Any], velden: tuple[str, ...]) -> dict[str, Any]:
    """What is given and not on record yet. A birth date is complete, or else filled in."""
    return {
        veld: gegevens[veld]
        for veld in velden
        if veld in gegevens and gegevens[veld] and _leeg(rij, veld)
    }


def afwijkend(rij: Any, gegevens: Mapping[str, Any], velden: tuple[str, ...]) -> list[str]:
    """What is given and differs from what is on record."""
    return [
        veld
        for veld in velden
        if veld in gegevens and not _leeg(rij, veld) and _waarde(rij, veld) != gegevens[veld]
    ]


def _leeg(rij: Any, veld: str) -> bool:
    if veld == "geboortedatum":
        return bool(rij.geboortedag is None)
    if veld == "geslacht":
        return bool(rij.geslacht == Geslacht.ANDERS)
    return not _waarde(rij, veld)


def _waarde(rij: Any, veld: str) -> Any:
    waarde = getattr(rij, veld)
    return tuple(waarde) if veld == "talen" else waarde
