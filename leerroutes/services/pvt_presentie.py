"""Who came to a meeting of the PVT: one list, saved at once. Their hours follow in the same act."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from inburgering.datums import lokale_datum
from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling
from leerroutes.enums import BijeenkomstStatus, PvtDeelnameStatus
from leerroutes.models import Participatieverklaring, PvtBijeenkomst, PvtDeelname
from leerroutes.queries.pvt_presentie import (
    Presentieregel,
    deelnames_voor,
    presentie_weigeringen,
)
from leerroutes.services.pvt import bijeenkomsthandeling
from leerroutes.services.pvt_uren import pvt_uren_bijwerken
from medewerkers.models import Medewerker

_S = PvtDeelnameStatus


def presentie_vastleggen(
    *,
    bijeenkomst_id: int,
    versie: int | None,
    regels: Sequence[Presentieregel],
    door: Medewerker,
    nu: datetime,
) -> PvtBijeenkomst:
    """All of these, or none; of whom this colleague may see. Others stay as they are."""
    with bijeenkomsthandeling(bijeenkomst_id, versie=versie, door=door, nu=nu) as zaak:
        act, bijeenkomst = zaak
        rijen = {
            rij.pk: rij
            for rij in deelnames_voor(door, bijeenkomst_id).select_for_update(of=("self",))
        }
        anders = [r for r in regels if r.deelname_id in rijen and r.wijkt_af(rijen[r.deelname_id])]
        for fout in presentie_weigeringen(bijeenkomst, rijen, anders, door=door, nu=nu):
            raise fout
        anderen = bijeenkomst.deelnames.exclude(pk__in=rijen)
        _houd(bijeenkomst, anders, wacht=anderen.filter(status=_S.UITGENODIGD).exists())
        bijeenkomst.save()  # first: what is told apart is what was there before this act
        for regel in anders:
            _leg_vast(act, rijen[regel.deelname_id], regel)
    return bijeenkomst


def _houd(bijeenkomst: PvtBijeenkomst, regels: Sequence[Presentieregel], *, wacht: bool) -> None:
    """It took place as soon as somebody says who was there, or was not.

    `wacht`: there are others, whom this colleague may not see, to be filled in by somebody else.
    """
    bekend = any(regel.status in (_S.AANWEZIG, _S.AFWEZIG) for regel in regels)
    if bekend and not wacht and bijeenkomst.status == BijeenkomstStatus.GEPLAND:
        bijeenkomst.houden()


def _leg_vast(act: Handeling, rij: PvtDeelname, regel: Presentieregel) -> None:
    was = rij.status
    _breng_naar(rij, regel)
    rij.save()
    pvt_uren_bijwerken(act, rij)
    if regel.ondertekend:
        _onderteken(act, rij, verwijtbaar=regel.verwijtbaar)
    elif rij.status != was and rij.status in (_S.AFWEZIG, _S.AFGEMELD):
        tekst = f"PVT: {str(rij.get_status_display()).lower()}"
        act.meld(
            rij.inburgeraar_id, GebeurtenisSoort.CONTACT, tekst, reden=regel.reden, op=_dag(rij)
        )


def _breng_naar(rij: PvtDeelname, regel: Presentieregel) -> None:
    """Along the moves there are, from wherever the row stands."""
    uren = regel.uren or Decimal(0)
    if rij.status == regel.status:
        rij.uren = regel.uren if regel.status == _S.AANWEZIG else None
        rij.ondertekend, rij.reden = regel.ondertekend, regel.reden
        return
    if rij.status == _S.AANWEZIG and regel.status != _S.AFWEZIG:
        rij.wegblijven(reden="")
    kan_meteen = rij.status == _S.AFWEZIG and regel.status == _S.AANWEZIG
    if rij.status in (_S.AFWEZIG, _S.AFGEMELD) and not kan_meteen:
        rij.opnieuw_uitnodigen()
    if regel.status == _S.AANWEZIG:
        rij.komen(uren=uren, ondertekend=regel.ondertekend)
    elif regel.status == _S.AFWEZIG:
        rij.wegblijven(reden=regel.reden)
    elif regel.status == _S.AFGEMELD:
        rij.afmelden(reden=regel.reden)


def _onderteken(act: Handeling, rij: PvtDeelname, *, verwijtbaar: bool | None) -> None:
    """The day of the meeting is what DUO hears."""
    Participatieverklaring(
        inburgeraar_id=rij.inburgeraar_id,
        pvt_deelname=rij,
        ondertekend_op=_dag(rij),
        ondertekend_door=act.door,
        verwijtbaar=verwijtbaar,
    ).save()
    tekst = "Participatieverklaring ondertekend"
    act.meld(rij.inburgeraar_id, GebeurtenisSoort.WIJZIGING, tekst, op=_dag(rij))


def _dag(rij: PvtDeelname) -> date:
    return lokale_datum(rij.bijeenkomst.begint_at)
