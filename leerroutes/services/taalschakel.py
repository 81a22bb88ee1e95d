"""The taalschakeltraject: started, its parts passed, its diploma, or left without one (Wi 8.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt
from leerroutes.enums import Lessoort, TaalschakelDeel
from leerroutes.models import Aanbieder, TaalschakelOnderdeel, Taalschakeltraject, Traject
from leerroutes.policies.taalschakel import (
    check_dag_na_start,
    check_delen,
    check_hervatten,
    check_looptijd,
    check_school,
    check_te_starten,
    check_verlaten,
)
from leerroutes.queries.gesloten import hoe_gesloten
from leerroutes.queries.keurmerken import heeft_keurmerk
from leerroutes.queries.taalschakel import lopend_traject, lopende_deelname, lopende_schakel
from leerroutes.services.aanbodtermijn import aanbodtermijnen_bijwerken
from medewerkers.models import Medewerker, maak_aan, werk_bij
from wet.leerroutes import Niveau


@dataclass(frozen=True, kw_only=True)
class TaalschakelGegevens:
    """School and first day are those of the lessons that run; given here when there are none."""

    niveau: Niveau = Niveau.B1
    aanbieder: Aanbieder | None = None
    start_op: date | None = None
    verwacht_eind_op: date | None = None


def taalschakel_starten(
    *, dossier_id: int, gegevens: TaalschakelGegevens, door: Medewerker, nu: datetime
) -> Taalschakeltraject:
    """With all its parts, none of them passed yet."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        check_loopt(Inburgeraar.objects.get(pk=dossier_id))
        traject = lopend_traject(dossier_id)
        check_te_starten(traject, lopend=lopende_schakel(dossier_id))
        assert traject is not None  # checked above
        schakel = Taalschakeltraject(inburgeraar_id=dossier_id, traject=traject)
        _vul(act, schakel, gegevens)
        schakel.save()
        delen = [TaalschakelOnderdeel(soort=deel) for deel in TaalschakelDeel.values]
        for deel in delen:
            deel.taalschakeltraject = schakel
        maak_aan(delen)
        _meld(act, schakel, "gestart", op=schakel.start_op)
        aanbodtermijnen_bijwerken(act, dossier_id)
    return schakel


def taalschakel_wijzigen(
    *,
    taalschakel_id: int,
    versie: int | None,
    gegevens: TaalschakelGegevens,
    door: Medewerker,
    nu: datetime,
) -> Taalschakeltraject:
    """Another level, school or day than was recorded."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(taalschakel_id)]) as act:
        schakel = _open(act, taalschakel_id, versie)
        _vul(act, schakel, gegevens)
        schakel.save()
        _meld(act, schakel, "gewijzigd")
        aanbodtermijnen_bijwerken(act, schakel.inburgeraar_id)
    return schakel


def taalschakeldelen_vastleggen(
    *,
    taalschakel_id: int,
    behaald: Mapping[TaalschakelDeel, date | None],
    door: Medewerker,
    nu: datetime,
) -> None:
    """Per part the day on which it was passed; None: not yet. A part not named stays as it is."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(taalschakel_id)]) as act:
        schakel = _open(act, taalschakel_id, None)
        check_delen(schakel, behaald.items(), vandaag=act.op)
        rijen = [
            rij
            for rij in TaalschakelOnderdeel.objects.filter(taalschakeltraject=schakel)
            if rij.soort in behaald and rij.behaald_op != behaald[TaalschakelDeel(rij.soort)]
        ]
        for rij in rijen:
            rij.behaald_op = behaald[TaalschakelDeel(rij.soort)]
        werk_bij(rijen, ["behaald_op"])
        if rijen:
            _meld(act, schakel, "onderdelen bijgewerkt")


def taalschakel_behalen(
    *, taalschakel_id: int, versie: int | None, op: date, door: Medewerker, nu: datetime
) -> Taalschakeltraject:
    """The diploma is there."""
    with handeling(door=door, nu=nu, dossiers=[_dossier_van(taalschakel_id)]) as act:
        schakel = _open(act, taalschakel_id, versie)
        check_dag_na_start(schakel, op, vandaag=act.op)
        schakel.behalen(op=op)
        schakel.save()
        _meld(act, schakel, "diploma behaald", op=op)
    return schakel


def taalschakel_verlaten(
    *,
    taalschakel_id: int,
    versie: int | None,
    op: date,
    reden: str,
    door: Medewerker,
    nu: datetime,
) -> Taalschakeltraject:
    """Left without the diploma: the exams at B1 and KNM are the other way, and the MAP is due."""
    dossier_id = _dossier_van(taalschakel_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        schakel = _open(act, taalschakel_id, versie)
        check_verlaten(schakel, op, reden=reden, vandaag=act.op)
        schakel.verlaten(op=op, reden=reden)
        schakel.save()
        _meld(act, schakel, "gestopt zonder diploma", op=op)
    return schakel


def taalschakel_hervatten(
    *, taalschakel_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Taalschakeltraject:
    """The end was recorded wrong, or it goes on after all."""
    dossier_id = _dossier_van(taalschakel_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        schakel = _open(act, taalschakel_id, versie)
        laatste = Taalschakeltraject.objects.filter(inburgeraar=dossier_id).first()
        check_hervatten(
            schakel,
            lopend=lopende_schakel(dossier_id),
            laatste=schakel == laatste,
            afgerond=hoe_gesloten(dossier_id).afgerond,
            reden=reden,
        )
        schakel.hervatten()
        schakel.save()
        _meld(act, schakel, "hervat")
    return schakel


def _dossier_van(taalschakel_id: int) -> int:
    rijen = Taalschakeltraject.objects.values_list("inburgeraar", flat=True)
    dossier_id: int = rijen.get(pk=taalschakel_id)
    return dossier_id


def _open(act: Handeling, taalschakel_id: int, versie: int | None) -> Taalschakeltraject:
    schakel = act.vergrendel(Taalschakeltraject, taalschakel_id, versie=versie)
    check_loopt(schakel.inburgeraar)
    return schakel


def _vul(act: Handeling, schakel: Taalschakeltraject, gegevens: TaalschakelGegevens) -> None:
    """One truth: where lessons run, school and first day are theirs."""
    deelname = lopende_deelname(schakel.inburgeraar_id)
    aanbieder = deelname.aanbieder if deelname else gegevens.aanbieder
    start_op = deelname.start_op if deelname else gegevens.start_op
    traject: Traject = schakel.traject
    check_looptijd(
        traject,
        start_op=start_op,
        verwacht_eind_op=gegevens.verwacht_eind_op,
        vandaag=act.op,
    )
    assert start_op is not None  # checked above
    check_school(
        aanbieder,
        start_op=start_op,
        erkend=aanbieder is not None
        and heeft_keurmerk(aanbieder.pk, voor=Lessoort.TAALSCHAKEL, op=start_op),
    )
    assert aanbieder is not None  # checked above
    schakel.aanbieder, schakel.start_op = aanbieder, start_op
    schakel.niveau = gegevens.niveau.value
    schakel.verwacht_eind_op = gegevens.verwacht_eind_op


def _meld(act: Handeling, schakel: Taalschakeltraject, wat: str, *, op: date | None = None) -> None:
    act.meld(schakel.inburgeraar_id, GebeurtenisSoort.WIJZIGING, f"Taalschakeltraject {wat}", op=op)
