"""Going on after the six months: agreed, stopped, or taken back before it began."""

from __future__ import annotations

from datetime import date, datetime

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import handeling
from medewerkers.models import Medewerker
from ontzorgen.enums import BatchStatus
from ontzorgen.models import Betaling, Uitkering, Voortzetting
from ontzorgen.policies.voortzetting import (
    VoortzettingGegevens,
    check_voortzetten,
    check_voortzetting_beeindigen,
    check_voortzetting_intrekken,
)
from ontzorgen.services.grendel import betaalgrendel


def voortzetten(
    *, uitkering_id: int, gegevens: VoortzettingGegevens, door: Medewerker, nu: datetime
) -> Voortzetting:
    """By a signed agreement, for a year at most; the costs are paid as before."""
    dossier_id = Uitkering.objects.values_list("inburgeraar", flat=True).get(pk=uitkering_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=gegevens.reden) as act:
        uitkering = act.vergrendel(Uitkering, uitkering_id)
        periode = getattr(uitkering, "ontzorgperiode", None)
        check_voortzetten(
            uitkering.inburgeraar,
            gegevens,
            periode=periode,
            andere=Voortzetting.objects.filter(uitkering=uitkering),
            bijstand_tot=uitkering.eind_op,
            vandaag=act.op,
        )
        samen = periode is not None and periode.partner_id is not None
        voortzetting = Voortzetting(
            uitkering=uitkering,
            start_op=gegevens.start_op,
            eind_op=gegevens.eind_op,
            overeenkomst_op=gegevens.overeenkomst_op,
            overeenkomst_partner_op=gegevens.overeenkomst_partner_op if samen else None,
            reden=gegevens.reden,
        )
        voortzetting.save()
        act.meld(
            dossier_id,
            GebeurtenisSoort.GELD,
            f"Vrijwillig voortgezet van {gegevens.start_op:%d-%m-%Y} tot en met "
            f"{gegevens.eind_op:%d-%m-%Y}",
        )
    return voortzetting


def voortzetting_beeindigen(
    *,
    voortzetting_id: int,
    versie: int | None,
    op: date,
    reden: str,
    door: Medewerker,
    nu: datetime,
) -> Voortzetting:
    """`op` is the last day; from then on another may be agreed."""
    dossier_id = _dossier_van(voortzetting_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        voortzetting = act.vergrendel(Voortzetting, voortzetting_id, versie=versie)
        check_voortzetting_beeindigen(voortzetting, op=op, reden=reden, vandaag=act.op)
        voortzetting.beeindigen(op=op, reden=reden)
        voortzetting.eind_op = op
        voortzetting.save()
        act.meld(dossier_id, GebeurtenisSoort.GELD, "Voortzetting beëindigd", op=op)
    return voortzetting


def voortzetting_intrekken(
    *, voortzetting_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> None:
    """It did not begin, and will not."""
    dossier_id = _dossier_van(voortzetting_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        betaalgrendel()
        voortzetting = act.vergrendel(Voortzetting, voortzetting_id, versie=versie)
        betaald = Betaling.objects.filter(
            last__uitkering=voortzetting.uitkering_id,
            maand__gte=voortzetting.start_op.replace(day=1),
        ).exclude(batch__status=BatchStatus.CONCEPT)
        check_voortzetting_intrekken(
            voortzetting, betaald=betaald.exists(), reden=reden, vandaag=act.op
        )
        voortzetting.delete()
        act.meld(dossier_id, GebeurtenisSoort.GELD, "Voortzetting ingetrokken")


def _dossier_van(voortzetting_id: int) -> int:
    dossier_id: int = Voortzetting.objects.values_list("uitkering__inburgeraar", flat=True).get(
        pk=voortzetting_id
    )
    return dossier_id
