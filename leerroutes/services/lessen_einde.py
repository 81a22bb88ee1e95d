"""What stops when a dossier ends or is done: lessons and offers. A dossier at rest keeps them."""

from __future__ import annotations

from datetime import date

from inburgering.enums import DossierStatus, GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from leerroutes.enums import DeelnameStatus
from leerroutes.models import Deelname, Inburgeringsaanbod
from leerroutes.models.aanbod import LOPEND_AANBOD
from leerroutes.queries.aanbod import eerste_en_laatste_uren
from leerroutes.queries.lessen_gestopt import REDENEN
from medewerkers.sporen import huidig_spoor


def lessen_stoppen(dossier_id: int) -> None:
    """Hooked to the end or rest of a dossier."""
    dossier = Inburgeraar.objects.get(pk=dossier_id)
    reden = REDENEN.get(DossierStatus(dossier.status))
    op = dossier.beeindigd_op or dossier.voltooid_op
    if reden is None or op is None:
        return
    spoor = huidig_spoor()
    with handeling(door=spoor.door, nu=spoor.nu, dossiers=[dossier_id]) as act:
        _sluit_lessen(act, dossier_id, op=op, reden=reden)
        _sluit_aanbod(act, dossier_id, op=op, reden=reden)


def _sluit_lessen(act: Handeling, dossier_id: int, *, op: date, reden: str) -> None:
    """Never before they began, nor before hours that are recorded."""
    rijen = Deelname.objects.select_for_update(of=("self",)).select_related("aanbieder")
    for rij in rijen.filter(inburgeraar=dossier_id, status=DeelnameStatus.GESTART):
        _eerste, laatste = eerste_en_laatste_uren(rij.pk)
        dag = max(op, rij.start_op, laatste or rij.start_op)
        rij.beeindigen(op=dag, reden=reden)
        rij.save()
        tekst = f"Lessen beëindigd: {rij.get_lessoort_display()} bij {rij.aanbieder}"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst, op=dag, reden=reden)


def _sluit_aanbod(act: Handeling, dossier_id: int, *, op: date, reden: str) -> None:
    rijen = Inburgeringsaanbod.objects.select_for_update(of=("self",)).select_related("aanbieder")
    for rij in rijen.filter(inburgeraar=dossier_id, status__in=LOPEND_AANBOD):
        dag = max(op, rij.gestart_op or rij.gedaan_op)
        rij.beeindigen(op=dag, reden=reden)
        rij.save()
        tekst = f"Aanbod beëindigd: {rij.get_lessoort_display()} bij {rij.aanbieder}"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst, op=dag, reden=reden)
