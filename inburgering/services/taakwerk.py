"""What people do with tasks: add their own, take one up, hand it on, say it is done."""

from __future__ import annotations

from datetime import date, datetime

from inburgering.geweigerd import Geweigerd, weigering
from inburgering.handelingen import handeling
from inburgering.models import Taak
from inburgering.policies import check_taak_geven, check_taak_open
from inburgering.queries.taken import wie_kan
from medewerkers.models import Medewerker


def taak_toevoegen(
    *,
    dossier_id: int,
    titel: str,
    uiterlijk_op: date | None,
    door: Medewerker,
    nu: datetime,
    eigenaar: Medewerker | None = None,
) -> Taak:
    """A task of one's own; it ends when somebody says it is done."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]):
        taak = Taak(
            inburgeraar_id=dossier_id,
            soort="eigen",
            titel=titel,
            waarom=f"Toegevoegd door {door.naam}.",
            uiterlijk_op=uiterlijk_op,
            pagina="overzicht",
            eigenaar=eigenaar or door,
            ontstaan_at=nu,
        )
        taak.save()
    return taak


def taak_geven(
    *, taak_id: int, aan: Medewerker | None, door: Medewerker, nu: datetime, notitie: str = ""
) -> Taak:
    """Take up (`aan` is oneself), hand on to a colleague, or put back (`aan` is None)."""
    dossier_id = Taak.objects.values_list("inburgeraar", flat=True).get(pk=taak_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        taak = act.vergrendel(Taak, taak_id)
        check_taak_open(taak)
        if aan is not None:
            check_taak_geven(aan, kan=_kan(taak, aan))
        taak.eigenaar = aan
        taak.notitie = notitie or taak.notitie
        taak.save()
    return taak


def geen_taak_geven(taak: Taak, *, aan: Medewerker) -> str:
    """Why this colleague cannot take the task up, or ""."""
    return weigering(check_taak_geven, aan, kan=_kan(taak, aan))


def _kan(taak: Taak, medewerker: Medewerker) -> bool:
    return wie_kan(taak).filter(pk=medewerker.pk).exists()


def taak_afdoen(*, taak_id: int, door: Medewerker, nu: datetime) -> Taak:
    """Only an own task: a derived one ends by doing what it asks."""
    dossier_id = Taak.objects.values_list("inburgeraar", flat=True).get(pk=taak_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        taak = act.vergrendel(Taak, taak_id)
        if taak.afgeleid:
            raise Geweigerd("Deze taak verdwijnt vanzelf zodra gedaan is wat hij vraagt.")
        taak.afdoen(nu=nu)
        taak.save()
    return taak
