"""Complaints about a provider."""

from __future__ import annotations

from datetime import date, datetime

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import handeling
from leerroutes.models import Aanbieder, Klacht
from leerroutes.policies.klachten import check_klacht_afhandelen, check_klacht_vastleggen
from medewerkers.models import Medewerker


def klacht_vastleggen(
    *,
    aanbieder_id: int,
    ontvangen_op: date,
    onderwerp: str,
    tekst: str,
    door: Medewerker,
    nu: datetime,
    dossier_id: int | None = None,
) -> Klacht:
    """With `dossier_id` when it is somebody's who wants that known to their consulent."""
    dossiers = [] if dossier_id is None else [dossier_id]
    with handeling(door=door, nu=nu, dossiers=dossiers) as act:
        check_klacht_vastleggen(ontvangen_op=ontvangen_op, op=act.op)
        aanbieder = act.vergrendel(Aanbieder, aanbieder_id)
        klacht = Klacht(
            aanbieder=aanbieder,
            inburgeraar_id=dossier_id,
            ontvangen_op=ontvangen_op,
            onderwerp=onderwerp,
            tekst=tekst,
        )
        klacht.save()
        for dossier in dossiers:
            regel = f"Klacht over {aanbieder.naam}: {onderwerp}"
            act.meld(dossier, GebeurtenisSoort.CONTACT, regel, op=ontvangen_op)
    return klacht


def klacht_afhandelen(
    *, klacht_id: int, versie: int | None, uitkomst: str, door: Medewerker, nu: datetime
) -> Klacht:
    van = Klacht.objects.get(pk=klacht_id).inburgeraar_id
    dossiers = [] if van is None else [van]
    with handeling(door=door, nu=nu, dossiers=dossiers) as act:
        klacht = act.vergrendel(Klacht, klacht_id, versie=versie)
        check_klacht_afhandelen(klacht, uitkomst=uitkomst)
        klacht.afhandelen(op=act.op, door=door, uitkomst=uitkomst)
        klacht.save()
        for dossier in dossiers:
            regel = f"Klacht afgehandeld: {klacht.onderwerp}"
            act.meld(dossier, GebeurtenisSoort.CONTACT, regel)
    return klacht
