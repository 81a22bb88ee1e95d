"""The leerbaarheidstoets: its result, or why it is not needed."""

from __future__ import annotations

from datetime import date, datetime

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import handeling
from intake.models import BredeIntake, Leerbaarheidstoets, ToetsUitslag
from intake.policies.intake import (
    check_invullen,
)
from intake.policies.toets import check_ontheffen, check_uitslag
from medewerkers.models import Medewerker


def toets_uitslag_vastleggen(
    *,
    toets_id: int,
    versie: int | None,
    uitslag: ToetsUitslag,
    uitslag_op: date,
    door: Medewerker,
    nu: datetime,
) -> Leerbaarheidstoets:
    """The result as DUO gives it, on the day DUO registered it; also to put a result right."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van_toets(toets_id)]) as act:
        toets = act.vergrendel(Leerbaarheidstoets, toets_id, versie=versie)
        check_invullen(_intake_van(toets))
        check_uitslag(uitslag_op, vandaag=act.op)
        toets.uitslag_vastleggen(uitslag=uitslag, op=uitslag_op)
        toets.save()
        act.meld(
            toets.inburgeraar_id,
            GebeurtenisSoort.WIJZIGING,
            f"Leerbaarheidstoets: {uitslag.label}",
            op=uitslag_op,
        )
    return toets


def toets_ontheffen(
    *, toets_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Leerbaarheidstoets:
    """The municipality decides that the test is not needed (Wi 14.6)."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van_toets(toets_id)], reden=reden) as act:
        toets = act.vergrendel(Leerbaarheidstoets, toets_id, versie=versie)
        check_invullen(_intake_van(toets))
        check_ontheffen(toets, reden=reden)
        toets.ontheffen(reden=reden)
        toets.save()
        act.meld(toets.inburgeraar_id, GebeurtenisSoort.WIJZIGING, "Leerbaarheidstoets niet nodig")
    return toets


def _intake_van(toets: Leerbaarheidstoets) -> BredeIntake | None:
    return BredeIntake.objects.filter(inburgeraar=toets.inburgeraar_id).first()


def _dossier_van_toets(toets_id: int) -> int:
    dossier_id: int = Leerbaarheidstoets.objects.values_list("inburgeraar", flat=True).get(
        pk=toets_id
    )
    return dossier_id
