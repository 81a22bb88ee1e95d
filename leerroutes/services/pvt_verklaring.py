"""The participatieverklaring: taken back, or signed where this system was not."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from leerroutes.models import Participatieverklaring, PvtDeelname, Urenregel
from leerroutes.policies.pvt import (
    check_elders,
    check_elders_wijzigen,
    check_termijn,
    check_uren_elders,
    check_verklaring_intrekken,
)
from leerroutes.policies.verwijtbaar import check_verwijtbaar_elders
from leerroutes.queries.gesloten import hoe_gesloten
from leerroutes.queries.pvtstand import pvtstand, uren_van_elders
from leerroutes.queries.verwijtbaar import vlag_voor
from leerroutes.services.uren import (
    UrenGegevens,
    uren_vastleggen,
    urenregel_wijzigen,
    urenregels_verwijderen,
)
from medewerkers.models import Medewerker
from wet.leerroutes import Urensoort


def verklaring_elders_vastleggen(
    *,
    dossier_id: int,
    ondertekend_op: date,
    elders: str,
    uren: Decimal,
    gemeld: bool,
    verwijtbaar: bool | None,
    door: Medewerker,
    nu: datetime,
) -> Participatieverklaring:
    """Signed in another municipality, or before this system. `uren`: all of the PVT there.

    `gemeld`: DUO heard it from there.
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        getekend = Participatieverklaring.objects.filter(inburgeraar=dossier_id).exists()
        dossier = Inburgeraar.objects.get(pk=dossier_id)
        check_elders(dossier, op=ondertekend_op, elders=elders, getekend=getekend, vandaag=act.op)
        verklaring = Participatieverklaring(inburgeraar=dossier, ondertekend_door=door)
        verklaring.elders, verklaring.elders_gemeld = elders.strip(), gemeld
        _vul(verklaring, op=ondertekend_op, verwijtbaar=verwijtbaar)
        _leg_uren_vast(act, verklaring, uren, was=None)
        tekst = "Participatieverklaring elders ondertekend"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst, op=ondertekend_op)
    return verklaring


def verklaring_elders_wijzigen(
    *,
    verklaring_id: int,
    versie: int | None,
    ondertekend_op: date,
    elders: str,
    uren: Decimal,
    gemeld: bool,
    verwijtbaar: bool | None,
    reden: str,
    door: Medewerker,
    nu: datetime,
) -> Participatieverklaring:
    """Put right what was recorded of elsewhere; its hours go along."""
    rijen = Participatieverklaring.objects.values_list("inburgeraar", flat=True)
    dossier_id = rijen.get(pk=verklaring_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        verklaring = act.vergrendel(Participatieverklaring, verklaring_id, versie=versie)
        gesloten = hoe_gesloten(dossier_id)
        check_elders_wijzigen(
            verklaring, gemeld=gesloten.gemeld, afgerond=gesloten.afgerond, reden=reden
        )
        dossier = Inburgeraar.objects.get(pk=dossier_id)
        check_elders(dossier, op=ondertekend_op, elders=elders, getekend=False, vandaag=act.op)
        was = uren_van_elders(verklaring).first()
        verklaring.elders, verklaring.elders_gemeld = elders.strip(), gemeld
        _vul(verklaring, op=ondertekend_op, verwijtbaar=verwijtbaar)
        _leg_uren_vast(act, verklaring, uren, was=was)
        tekst = "Participatieverklaring van elders gewijzigd"
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
    uren = uren_van_elders(verklaring)
    urenregels_verwijderen(
        dossier_id=verklaring.inburgeraar_id,
        urenregel_ids=list(uren.values_list("pk", flat=True)),
        door=act.door,
        nu=act.nu,
        reden=reden,
    )


def _vul(verklaring: Participatieverklaring, *, op: date, verwijtbaar: bool | None) -> None:
    dossier_id = verklaring.inburgeraar_id
    check_termijn(pvtstand(dossier_id, op=op), op=op, veld="ondertekend_op")
    check_verwijtbaar_elders(
        vlag_voor(dossier_id, op), verwijtbaar, gemeld=verklaring.elders_gemeld
    )
    verklaring.ondertekend_op, verklaring.verwijtbaar = op, verwijtbaar
    verklaring.save()


def _leg_uren_vast(
    act: Handeling, verklaring: Participatieverklaring, uren: Decimal, *, was: Urenregel | None
) -> None:
    """`was` is the line of before, when there was one."""
    dossier_id, op = verklaring.inburgeraar_id, verklaring.ondertekend_op
    regel = UrenGegevens(
        soort=Urensoort.PVT, op=op, uren=uren, opmerking=f"Elders: {verklaring.elders}"[:200]
    )
    if was is None:
        uren_vastleggen(dossier_id=dossier_id, regels=[regel], door=act.door, nu=act.nu)
    else:
        urenregel_wijzigen(
            urenregel_id=was.pk, versie=None, gegevens=regel, door=act.door, nu=act.nu
        )
    check_uren_elders(pvtstand(dossier_id, op=op), op=op)
