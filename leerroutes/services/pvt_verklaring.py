"""The participatieverklaring: taken back, or signed where this system was not."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from leerroutes.models import Participatieverklaring, PvtDeelname, Urenregel
from leerroutes.models.uren import BRONNEN
from leerroutes.policies.pvt import (
    check_elders,
    check_termijn,
    check_verklaring_intrekken,
)
from leerroutes.policies.verwijtbaar import check_verwijtbaar
from leerroutes.queries.gesloten import hoe_gesloten
from leerroutes.queries.pvtstand import pvtstand
from leerroutes.queries.verwijtbaar import vlag_voor
from leerroutes.services.uren import UrenGegevens, uren_vastleggen, urenregels_verwijderen
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from wet.leerroutes import Urensoort


def verklaring_elders_vastleggen(
    *,
    dossier_id: int,
    ondertekend_op: date,
    elders: str,
    uren: Decimal | None,
    verwijtbaar: bool | None,
    door: Medewerker,
    nu: datetime,
) -> Participatieverklaring:
    """Signed in another municipality, or before this system. `uren`: all of the PVT there."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        getekend = Participatieverklaring.objects.filter(inburgeraar=dossier_id).exists()
        dossier = Inburgeraar.objects.get(pk=dossier_id)
        check_elders(dossier, op=ondertekend_op, elders=elders, getekend=getekend, vandaag=act.op)
        stand = pvtstand(dossier_id, op=ondertekend_op)
        check_termijn(stand, op=ondertekend_op, veld="ondertekend_op")
        check_verwijtbaar(
            vlag_voor(dossier_id, ondertekend_op),
            verwijtbaar,
            mag=door.heeft(Recht.LEERROUTE_DOEN),
            veld="verwijtbaar",
        )
        verklaring = Participatieverklaring(
            inburgeraar=dossier,
            ondertekend_op=ondertekend_op,
            ondertekend_door=door,
            elders=elders.strip(),
            verwijtbaar=verwijtbaar,
        )
        verklaring.save()
        if uren:
            _uren(act, verklaring, uren)
        tekst = "Participatieverklaring elders ondertekend"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst, op=ondertekend_op)
    return verklaring


def verklaring_intrekken(
    *, dossier_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> None:
    """It was recorded wrong. Who was at the meeting stays recorded."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        pk = (
            Participatieverklaring.objects.filter(inburgeraar=dossier_id)
            .values_list("pk", flat=True)
            .first()
        )
        verklaring = act.vergrendel(Participatieverklaring, pk, versie=versie) if pk else None
        gesloten = hoe_gesloten(dossier_id)
        check_verklaring_intrekken(
            verklaring,
            door=door,
            gemeld=gesloten.gemeld,
            afgerond=gesloten.afgerond,
            reden=reden,
        )
        assert verklaring is not None  # the check saw it
        _maak_los(act, verklaring, reden)
        verklaring.delete()
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Ondertekening van het PVT ingetrokken")


def _maak_los(act: Handeling, verklaring: Participatieverklaring, reden: str) -> None:
    """What goes with the signature: the tick at the meeting, or the hours from elsewhere."""
    if verklaring.pvt_deelname_id is not None:
        rij = act.vergrendel(PvtDeelname, verklaring.pvt_deelname_id)
        rij.ondertekend = False
        rij.save()
        return
    uren = Urenregel.objects.filter(
        inburgeraar=verklaring.inburgeraar_id,
        soort=Urensoort.PVT,
        op=verklaring.ondertekend_op,
        **dict.fromkeys(BRONNEN),
    )
    urenregels_verwijderen(
        dossier_id=verklaring.inburgeraar_id,
        urenregel_ids=list(uren.values_list("pk", flat=True)),
        door=act.door,
        nu=act.nu,
        reden=reden,
    )


def _uren(act: Handeling, verklaring: Participatieverklaring, uren: Decimal) -> None:
    regel = UrenGegevens(
        soort=Urensoort.PVT,
        op=verklaring.ondertekend_op,
        uren=uren,
        opmerking=f"Elders: {verklaring.elders}"[:200],
    )
    uren_vastleggen(dossier_id=verklaring.inburgeraar_id, regels=[regel], door=act.door, nu=act.nu)
