"""The end of the chain: schakel 4 closes on evidence, schakel 5 on DUO's word."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any

from inburgering.enums import GebeurtenisSoort, SchakelNummer
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from inburgering.services.schakels import schakel_afronden, schakel_openen
from leerroutes.models import Afronding
from leerroutes.policies.afronding import (
    Stand,
    check_afronding_verwijderen,
    check_alle_begeleiding_beeindigen,
    check_certificaat,
    check_gemeld,
    check_inburgeren_afronden,
    check_verschil,
)
from leerroutes.queries.afronding import stand_van
from medewerkers.models import Medewerker


def inburgeren_afronden(*, dossier_id: int, door: Medewerker, nu: datetime) -> None:
    """Close schakel 4 and open 5: every requirement of the route holds, in this transaction.

    What DUO was told of an earlier close, maybe on this same day, is to be told again.
    """
    with _aan_het_einde(dossier_id, door=door, nu=nu) as (act, stand, afronding):
        check_inburgeren_afronden(stand)
        wie: dict[str, Any] = {"dossier_id": dossier_id, "door": act.door, "nu": act.nu}
        schakel_afronden(nummer=SchakelNummer.INBURGEREN, **wie)
        schakel_openen(nummer=SchakelNummer.AFRONDEN, **wie)
        afronding.gemeld_op = afronding.gemeld_door = None
        afronding.save()


def gemeld_vastleggen(
    *, dossier_id: int, versie: int | None, op: date, door: Medewerker, nu: datetime
) -> Afronding:
    """DUO was told on `op` that MAP, PVT, hours and the closing talk are done."""
    with _aan_het_einde(dossier_id, door=door, nu=nu, versie=versie) as (act, stand, afronding):
        check_gemeld(stand, op=op, vandaag=act.op)
        afronding.gemeld_op, afronding.gemeld_door = op, act.door
        afronding.save()
        act.meld(dossier_id, GebeurtenisSoort.CONTACT, "Alles gemeld aan DUO", op=op)
    return afronding


def certificaat_uitreiken(
    *, dossier_id: int, versie: int | None, op: date, door: Medewerker, nu: datetime
) -> Afronding:
    """The inburgeringscertificaat was handed over in person on `op`."""
    with _aan_het_einde(dossier_id, door=door, nu=nu, versie=versie) as (act, stand, afronding):
        check_certificaat(stand, op=op, vandaag=act.op)
        afronding.certificaat_uitgereikt_op = op
        afronding.certificaat_uitgereikt_door = act.door
        afronding.save()
        act.meld(dossier_id, GebeurtenisSoort.CONTACT, "Certificaat uitgereikt", op=op)
    return afronding


def alle_begeleiding_beeindigen(
    *,
    dossier_id: int,
    versie: int | None,
    eind_op: date,
    reden: str,
    door: Medewerker,
    nu: datetime,
    onafhankelijk_op: date | None = None,
) -> Afronding:
    """The last day of all guidance, after the plicht; `onafhankelijk_op`: since when without
    benefit. Maatschappelijke begeleiding has an end of its own.
    """
    with _aan_het_einde(dossier_id, door=door, nu=nu, versie=versie) as (act, stand, afronding):
        check_alle_begeleiding_beeindigen(
            stand,
            eind_op=eind_op,
            onafhankelijk_op=onafhankelijk_op,
            reden=reden,
            vandaag=act.op,
        )
        afronding.begeleiding_eind_op, afronding.begeleiding_reden = eind_op, reden
        afronding.onafhankelijk_op = onafhankelijk_op
        afronding.save()
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Einde van alle begeleiding", op=eind_op)
    return afronding


def verschil_toelichten(
    *, dossier_id: int, versie: int | None, toelichting: str, door: Medewerker, nu: datetime
) -> Afronding:
    """Why DUO found the plicht met while our own list was not complete."""
    with _aan_het_einde(dossier_id, door=door, nu=nu, versie=versie) as (act, stand, afronding):
        check_verschil(stand, toelichting=toelichting)
        afronding.verschil_toelichting = toelichting
        afronding.save()
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Verschil met DUO toegelicht")
    return afronding


def afronding_verwijderen(
    *, dossier_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> None:
    """What was recorded of the end was wrong, or is of another dossier; history keeps it."""
    with _aan_het_einde(dossier_id, door=door, nu=nu, versie=versie, reden=reden) as zaak:
        act, stand, afronding = zaak
        check_afronding_verwijderen(stand, reden=reden)
        if afronding.pk is not None:
            afronding.delete()
            act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, "Afronding verwijderd")


@contextmanager
def _aan_het_einde(
    dossier_id: int,
    *,
    door: Medewerker,
    nu: datetime,
    versie: int | None = None,
    reden: str = "",
) -> Iterator[tuple[Handeling, Stand, Afronding]]:
    """An act on the end of one dossier, with where it stands and the row that keeps it."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        pk = Afronding.objects.filter(inburgeraar=dossier).values_list("pk", flat=True).first()
        afronding = (
            act.vergrendel(Afronding, pk, versie=versie) if pk else Afronding(inburgeraar=dossier)
        )
        yield act, stand_van(dossier, op=act.op), afronding
