"""What stops when a dossier ends: guidance, pairs and invitations. A dossier at rest keeps them."""

from __future__ import annotations

from datetime import date

from inburgering.enums import DossierStatus
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar
from leerroutes.enums import BijeenkomstStatus, PvtDeelnameStatus
from leerroutes.models import MaatschappelijkeBegeleiding, PvtDeelname, Taalkoppel
from leerroutes.queries.vrijwilligers import laatste_uren
from medewerkers.sporen import huidig_spoor

REDEN = "Het dossier is beëindigd"


def begeleiding_stopt(dossier_id: int) -> None:
    """Hooked to the end or rest of a dossier. Who met the duty is still guided."""
    dossier = Inburgeraar.objects.get(pk=dossier_id)
    if dossier.status != DossierStatus.BEEINDIGD or dossier.beeindigd_op is None:
        return
    spoor = huidig_spoor()
    with handeling(door=spoor.door, nu=spoor.nu, dossiers=[dossier_id]):
        open_ = {"inburgeraar": dossier_id, "eind_op": None}
        for rij in MaatschappelijkeBegeleiding.objects.select_for_update().filter(**open_):
            _sluit(rij, dossier.beeindigd_op)
        for koppel in Taalkoppel.objects.select_for_update().filter(**open_):
            gedaan = laatste_uren(Taalkoppel.objects.filter(pk=koppel.pk))
            _sluit(koppel, max(dossier.beeindigd_op, gedaan or dossier.beeindigd_op))
        _meld_af(dossier_id)


def _sluit(rij: MaatschappelijkeBegeleiding | Taalkoppel, op: date) -> None:
    """Never before it began, nor before hours that are recorded."""
    rij.eind_op, rij.reden = max(op, rij.start_op), REDEN
    rij.save()


def _meld_af(dossier_id: int) -> None:
    """The seat at a meeting that is still planned is free for somebody else."""
    rijen = PvtDeelname.objects.select_for_update().filter(
        inburgeraar=dossier_id,
        status=PvtDeelnameStatus.UITGENODIGD,
        bijeenkomst__status=BijeenkomstStatus.GEPLAND,
    )
    for rij in rijen:
        rij.afmelden(reden=REDEN)
        rij.save()
