"""No new offer of lessons is needed: said with a reason, and taken back."""

from __future__ import annotations

from datetime import date, datetime

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from leerroutes.models import Traject, TrajectStatus
from leerroutes.policies.afzien import check_afzien, check_afzien_kan, check_toch_aanbieden
from leerroutes.queries.afzien import er_was_iets, loopt_iets
from medewerkers.models import Medewerker

_SOORT = GebeurtenisSoort.WIJZIGING


def aanbod_afzien(
    *, dossier_id: int, op: date, reden: str, door: Medewerker, nu: datetime
) -> Traject:
    """The lessons stopped early and since `op` no others are needed. Raises Geweigerd.

    It holds until a new offer is made, lessons go on, or another traject begins.
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        traject = check_afzien_kan(
            Inburgeraar.objects.get(pk=dossier_id),
            _lopend(dossier_id),
            loopt=loopt_iets(dossier_id),
            eerder=er_was_iets(dossier_id),
        )
        check_afzien(traject, op=op, reden=reden, vandaag=act.op)
        traject.afgezien_op, traject.afgezien_door = op, act.door
        traject.afgezien_reden = reden
        traject.save()
        act.meld(dossier_id, _SOORT, "Geen nieuw aanbod van lessen nodig", op=op, reden=reden)
    return traject


def toch_aanbieden(*, dossier_id: int, door: Medewerker, nu: datetime) -> Traject:
    """A new offer is needed after all."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        traject = check_toch_aanbieden(_lopend(dossier_id))
        afzien_vervalt(act, traject)
    return traject


def afzien_vervalt(act: Handeling, traject: Traject) -> None:
    """Part of the caller's act: lessons are offered or followed again."""
    if traject.afgezien_op is None:
        return
    traject.afgezien_op, traject.afgezien_door, traject.afgezien_reden = None, None, ""
    traject.save()
    act.meld(traject.inburgeraar_id, _SOORT, "Toch weer een aanbod van lessen nodig")


def _lopend(dossier_id: int) -> Traject | None:
    return (
        Traject.objects.select_for_update(of=("self",))
        .filter(inburgeraar=dossier_id, status=TrajectStatus.LOPEND)
        .first()
    )
