"""The closing talk of the Z-route: held, put right, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt
from inburgering.queries.termijnen import inburgeringstermijn
from leerroutes.models import Eindgesprek, Traject
from leerroutes.policies.eindgesprek import (
    check_door_gemeente,
    check_gesprek,
    check_klaar_op,
    check_ongedaan_maken,
    check_te_voeren,
    check_wijzigen,
)
from leerroutes.queries.eindgesprek import (
    eindgesprek_van,
    stand_tot,
    stand_van,
    wat_eerder_sloot,
)
from leerroutes.queries.gesloten import hoe_gesloten
from medewerkers.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class EindgesprekGegevens:
    op: date
    verslag: str


def eindgesprek_voeren(
    *, dossier_id: int, gegevens: EindgesprekGegevens, door: Medewerker, nu: datetime
) -> Eindgesprek:
    """Once everything else of the Z-route is done; its day is what DUO hears."""
    check_door_gemeente(door)
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = Inburgeraar.objects.get(pk=dossier_id)
        check_loopt(dossier)
        traject = Traject.objects.filter(inburgeraar=dossier).first()
        check_te_voeren(traject, eindgesprek=eindgesprek_van(dossier_id), stand=stand_van(dossier))
        assert traject is not None  # checked above
        gesprek = Eindgesprek(inburgeraar=dossier, traject=traject, gehouden_door=act.door)
        _vul(act, gesprek, gegevens)
        gesprek.save()
        _meld(act, gesprek, "gevoerd")
    return gesprek


def eindgesprek_wijzigen(
    *,
    eindgesprek_id: int,
    versie: int | None,
    gegevens: EindgesprekGegevens,
    door: Medewerker,
    nu: datetime,
) -> Eindgesprek:
    """Put right, while DUO was not told."""
    with _bestaand(eindgesprek_id, versie=versie, door=door, nu=nu) as (act, gesprek):
        check_wijzigen(gemeld=hoe_gesloten(gesprek.inburgeraar_id).gemeld)
        _vul(act, gesprek, gegevens)
        gesprek.save()
        _meld(act, gesprek, "gewijzigd")
    return gesprek


def eindgesprek_ongedaan_maken(
    *, eindgesprek_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> None:
    """It was recorded by mistake; what it said stays in the history."""
    with _bestaand(eindgesprek_id, versie=versie, door=door, nu=nu, reden=reden) as zaak:
        act, gesprek = zaak
        gesloten = hoe_gesloten(gesprek.inburgeraar_id)
        check_ongedaan_maken(gemeld=gesloten.gemeld, afgerond=gesloten.afgerond, reden=reden)
        _meld(act, gesprek, "ongedaan gemaakt")
        gesprek.delete()


@contextmanager
def _bestaand(
    eindgesprek_id: int,
    *,
    versie: int | None,
    door: Medewerker,
    nu: datetime,
    reden: str = "",
) -> Iterator[tuple[Handeling, Eindgesprek]]:
    """An act on a talk that is there, by the municipality itself."""
    check_door_gemeente(door)
    dossier_id = Eindgesprek.objects.values_list("inburgeraar", flat=True).get(pk=eindgesprek_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        gesprek = act.vergrendel(Eindgesprek, eindgesprek_id, versie=versie)
        check_loopt(gesprek.inburgeraar)
        yield act, gesprek


def _vul(act: Handeling, gesprek: Eindgesprek, gegevens: EindgesprekGegevens) -> None:
    termijn = inburgeringstermijn(gesprek.inburgeraar_id)
    check_gesprek(
        gegevens.op,
        verslag=gegevens.verslag,
        start_termijn=termijn.start_op if termijn else None,
        eerder=wat_eerder_sloot(gesprek.inburgeraar_id),
        vandaag=act.op,
    )
    if gesprek.gehouden_op != gegevens.op:
        check_klaar_op(gegevens.op, stand=stand_tot(gesprek.inburgeraar, gegevens.op))
    gesprek.gehouden_op, gesprek.verslag = gegevens.op, gegevens.verslag


def _meld(act: Handeling, gesprek: Eindgesprek, wat: str) -> None:
    tekst = f"Eindgesprek van de Z-route {wat}"
    act.meld(gesprek.inburgeraar_id, GebeurtenisSoort.WIJZIGING, tekst, op=gesprek.gehouden_op)
