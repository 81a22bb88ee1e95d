"""Month totals and standings: counted anew from the lines, in the transaction that changed them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from inburgering.enums import BeeindigReden
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from inburgering.per_dossier import per_dossier
from leerroutes.models import Maandtotaal, Urenstand
from leerroutes.queries.urentotalen import afwijkende_dossiers, maandsommen, standen
from medewerkers.models import Medewerker
from medewerkers.sporen import huidig_spoor

_STAND = ("cursus", "nederlands", "participatie", "laatste_les_op")


def totalen_bijwerken(
    dossiers: Collection[int], *, maanden: Collection[date] | None = None
) -> None:
    """Count anew for these people, whose dossiers the caller has locked.

    `maanden`: any day in each month that changed; None is all months.
    """
    if not dossiers:
        return
    eerste = None if maanden is None else sorted({dag.replace(day=1) for dag in maanden})
    oud = Maandtotaal._base_manager.filter(inburgeraar__in=dossiers)
    (oud if eerste is None else oud.filter(maand__in=eerste)).delete()
    Maandtotaal._base_manager.bulk_create(
        Maandtotaal(**rij) for rij in maandsommen(dossiers, eerste)
    )
    Urenstand._base_manager.bulk_create(
        [Urenstand(**rij) for rij in standen(dossiers)],
        update_conflicts=True,
        unique_fields=["inburgeraar"],
        update_fields=_STAND,
    )


def dossier_samengevoegd(dossier_id: int) -> None:
    """Hooked to the end of a dossier: of one that went into another, the hours moved along."""
    dossier = Inburgeraar.objects.select_related("persoon__samengevoegd_in__inburgeraar").get(
        pk=dossier_id
    )
    if dossier.beeindigd_reden != BeeindigReden.SAMENGEVOEGD:
        return
    assert dossier.persoon.samengevoegd_in is not None  # the reason says so
    spoor, beide = huidig_spoor(), [dossier_id, dossier.persoon.samengevoegd_in.inburgeraar.pk]
    with handeling(door=spoor.door, nu=spoor.nu, dossiers=beide):
        totalen_bijwerken(beide)


def totalen_controleren(*, door: Medewerker, nu: datetime) -> int:
    """Put right what is not what the lines say; how many people that was. Twice is once."""
    return per_dossier(afwijkende_dossiers(), _tel_opnieuw, door=door, nu=nu)


def _tel_opnieuw(_act: Handeling, dossier_id: int) -> None:
    totalen_bijwerken([dossier_id])
