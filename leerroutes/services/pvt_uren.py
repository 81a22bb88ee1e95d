"""The hours of a meeting of the PVT follow who came: there, as they are now, or gone."""

from __future__ import annotations

from inburgering.datums import lokale_datum
from inburgering.handelingen import Handeling
from leerroutes.models import PvtDeelname, Urenregel
from leerroutes.services.uren import (
    UrenGegevens,
    uren_vastleggen,
    urenregel_wijzigen,
    urenregels_verwijderen,
)
from wet.leerroutes import Urensoort


def pvt_uren_bijwerken(act: Handeling, rij: PvtDeelname) -> None:
    """`rij` and its meeting as they are from now on."""
    bekend = Urenregel.objects.filter(pvt_deelname=rij.pk).first()
    if rij.uren is None:
        if bekend is not None:
            urenregels_verwijderen(
                dossier_id=rij.inburgeraar_id,
                urenregel_ids=[bekend.pk],
                door=act.door,
                nu=act.nu,
                reden="Was niet bij het PVT",
            )
        return
    op = lokale_datum(rij.bijeenkomst.begint_at)
    gegevens = UrenGegevens(soort=Urensoort.PVT, op=op, uren=rij.uren, pvt_deelname=rij)
    if bekend is None:
        uren_vastleggen(dossier_id=rij.inburgeraar_id, regels=[gegevens], door=act.door, nu=act.nu)
    elif (bekend.op, bekend.uren) != (op, rij.uren):
        urenregel_wijzigen(
            urenregel_id=bekend.pk, versie=None, gegevens=gegevens, door=act.door, nu=act.nu
        )
