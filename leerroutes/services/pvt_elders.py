"""The PVT followed in another municipality and not signed there: its hours, and the activity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from leerroutes.models import PvtElders, Urenregel
from leerroutes.policies.pvt_elders import check_pvt_elders, check_pvt_elders_verwijderen
from leerroutes.queries.pvtstand import uren_zonder_bron, verklaringen_van
from leerroutes.services.uren import (
    UrenGegevens,
    uren_vastleggen,
    urenregel_wijzigen,
    urenregels_verwijderen,
)
from medewerkers.models import Medewerker
from wet.leerroutes import Urensoort


@dataclass(frozen=True, kw_only=True)
class PvtEldersGegevens:
    """`uren` of all meetings there up to and including `tot_op`, the activity's among them."""

    waar: str
    tot_op: date
    uren: Decimal
    activiteit_op: date | None = None


def pvt_elders_vastleggen(
    *,
    dossier_id: int,
    versie: int | None,
    gegevens: PvtEldersGegevens,
    door: Medewerker,
    nu: datetime,
) -> PvtElders:
    """Once per person; recorded again it is put right, and its hours go along."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        check_pvt_elders(
            Inburgeraar.objects.get(pk=dossier_id),
            verklaring=verklaringen_van([dossier_id]).get(dossier_id),
            waar=gegevens.waar,
            tot_op=gegevens.tot_op,
            activiteit_op=gegevens.activiteit_op,
            vandaag=act.op,
        )
        rij = _rij(act, dossier_id, versie)
        was = uren_zonder_bron(dossier_id, op=rij.tot_op).first() if rij.pk else None
        rij.waar, rij.tot_op = gegevens.waar.strip(), gegevens.tot_op
        rij.activiteit_op = gegevens.activiteit_op
        rij.save()
        _leg_uren_vast(act, rij, gegevens.uren, was=was)
        tekst = f"PVT gevolgd in {rij.waar}, nog niet getekend"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst, op=rij.tot_op)
    return rij


def pvt_elders_verwijderen(
    *, dossier_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> None:
    """It was recorded wrong; its hours go with it."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        rij = _rij(act, dossier_id, versie)
        verklaring = verklaringen_van([dossier_id]).get(dossier_id)
        check_pvt_elders_verwijderen(verklaring, reden=reden)
        uren = uren_zonder_bron(dossier_id, op=rij.tot_op)
        urenregels_verwijderen(
            dossier_id=dossier_id,
            urenregel_ids=list(uren.values_list("pk", flat=True)),
            door=act.door,
            nu=act.nu,
            reden=reden,
        )
        rij.delete()
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "PVT van elders verwijderd")


def _rij(act: Handeling, dossier_id: int, versie: int | None) -> PvtElders:
    pk = PvtElders.objects.filter(inburgeraar=dossier_id).values_list("pk", flat=True).first()
    return (
        act.vergrendel(PvtElders, pk, versie=versie) if pk else PvtElders(inburgeraar_id=dossier_id)
    )


def _leg_uren_vast(act: Handeling, rij: PvtElders, uren: Decimal, *, was: Urenregel | None) -> None:
    """`was` is the line of before, when there was one."""
    regel = UrenGegevens(
        soort=Urensoort.PVT, op=rij.tot_op, uren=uren, opmerking=f"Elders: {rij.waar}"
    )
    wie: dict[str, Any] = {"door": act.door, "nu": act.nu}
    if was is None:
        uren_vastleggen(dossier_id=rij.inburgeraar_id, regels=[regel], **wie)
    else:
        urenregel_wijzigen(urenregel_id=was.pk, versie=None, gegevens=regel, **wie)
