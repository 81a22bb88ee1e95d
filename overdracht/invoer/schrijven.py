"""One household of the list onto record: a new handover, or what was missing of a known one."""

from __future__ import annotations

from datetime import datetime

from inburgering.enums import Gezinsrol
from inburgering.geweigerd import Geweigerd
from inburgering.models import Persoon
from medewerkers.models import Medewerker
from opdrachten.enums import Keuze
from opdrachten.soorten import Eenheid, Rij, Spoor
from overdracht.invoer.gezin import Gezinsrijen, lees_gezin, lees_lid
from overdracht.models import Overdracht, Overdrachtslid, OverdrachtStatus
from overdracht.services.aanvullen import lid_aanvullen, overdracht_aanvullen, persoon_aanvullen
from overdracht.services.leden import lid_toevoegen
from overdracht.services.ontvangen import OverdrachtGegevens, overdracht_ontvangen

_LOOPT = (OverdrachtStatus.ONTVANGEN, OverdrachtStatus.VERWERKT)


def voer_in(*, eenheid: Eenheid, keuze: str, door: Medewerker, nu: datetime) -> list[Spoor]:
    gezin = lees_gezin(eenheid)
    if keuze == Keuze.NIEUW or not any(rij.persoon_id for rij in eenheid.rijen):
        return _nieuw(eenheid, gezin, door, nu)
    return _aanvullen(eenheid, gezin, door, nu)


def _nieuw(eenheid: Eenheid, gezin: Gezinsrijen, door: Medewerker, nu: datetime) -> list[Spoor]:
    overdracht = overdracht_ontvangen(
        gegevens=OverdrachtGegevens(**gezin.gegevens),
        personen=gezin.leden,
        vergunning_vanaf=gezin.vergunning_vanaf,
        door=door,
        nu=nu,
    )
    leden = overdracht.leden.order_by("pk").values_list("persoon", flat=True)
    return [
        Spoor("overdracht.Overdracht", overdracht.pk, None),
        Spoor("inburgering.Gezin", overdracht.gezin_id, None),
        *(
            Spoor("inburgering.Persoon", persoon_id, None, rij.nummer)
            for rij, persoon_id in zip(eenheid.rijen, leden, strict=True)
        ),
    ]


def _aanvullen(eenheid: Eenheid, gezin: Gezinsrijen, door: Medewerker, nu: datetime) -> list[Spoor]:
    """People on record are completed; who is not yet, joins the handover of the others."""
    bekenden = [rij.persoon_id for rij in eenheid.rijen if rij.persoon_id is not None]
    leden = {
        lid.persoon_id: lid
        for lid in Overdrachtslid.objects.filter(
            persoon__in=bekenden, eind_op=None, overdracht__status__in=_LOOPT
        ).select_related("overdracht")
    }
    overdrachten = {lid.overdracht_id for lid in leden.values()}
    if len(overdrachten) > 1:
        raise Geweigerd("Deze mensen staan in verschillende overdrachten. Vul ze met de hand aan.")
    overdracht_id = next(iter(overdrachten), None)
    sporen = []
    for rij in eenheid.rijen:
        if rij.persoon_id is not None:
            sporen += _persoon(rij, leden.get(rij.persoon_id), door, nu)
        elif overdracht_id is None:
            raise Geweigerd(
                "Van dit gezin loopt geen overdracht: voer het nieuwe gezinslid zelf in."
            )
        else:
            sporen.append(_erbij(rij, overdracht_id, gezin, door, nu))
    if overdracht_id is not None:
        sporen += _gezin(overdracht_id, gezin, door, nu)
    return sporen


def _persoon(rij: Rij, lid: Overdrachtslid | None, door: Medewerker, nu: datetime) -> list[Spoor]:
    assert rij.persoon_id is not None  # asked before
    sporen = []
    voor = Persoon.objects.values_list("versie", flat=True).get(pk=rij.persoon_id)
    persoon = persoon_aanvullen(persoon_id=rij.persoon_id, gegevens=rij.waarden, door=door, nu=nu)
    if persoon.versie != voor:
        sporen.append(Spoor("inburgering.Persoon", persoon.pk, voor, rij.nummer))
    if lid is not None:
        na = lid_aanvullen(lid_id=lid.pk, gegevens=rij.waarden, door=door, nu=nu)
        if na.versie != lid.versie:
            sporen.append(Spoor("overdracht.Overdrachtslid", lid.pk, lid.versie))
    return sporen


def _erbij(
    rij: Rij, overdracht_id: int, gezin: Gezinsrijen, door: Medewerker, nu: datetime
) -> Spoor:
    persoon = lid_toevoegen(
        overdracht_id=overdracht_id,
        lid=lees_lid(rij, rol=rij.waarden.get("rol", Gezinsrol.ANDERS)),
        vanaf=gezin.waarden["koppeling_op"],
        vergunning_vanaf=gezin.vergunning_vanaf,
        door=door,
        nu=nu,
    )
    return Spoor("inburgering.Persoon", persoon.pk, None, rij.nummer)


def _gezin(overdracht_id: int, gezin: Gezinsrijen, door: Medewerker, nu: datetime) -> list[Spoor]:
    voor = Overdracht.objects.values_list("versie", flat=True).get(pk=overdracht_id)
    na = overdracht_aanvullen(
        overdracht_id=overdracht_id, gegevens=gezin.gegevens, door=door, nu=nu
    )
    return [Spoor("overdracht.Overdracht", na.pk, voor)] if na.versie != voor else []
