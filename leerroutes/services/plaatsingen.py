"""Somebody at a place or at work: put forward, begun, ended, or never begun.

A place is never given to more people than it has room for: who puts somebody forward locks the
place first.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Max

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from leerroutes.enums import PlaatsingStatus, PlaatsingUitkomst, SubsidieSoort
from leerroutes.models import (
    Participatieplek,
    Plaatsing,
    Traject,
    TrajectStatus,
    Urenregel,
    Vacature,
)
from leerroutes.policies.plaatsingen import (
    check_aanmelden,
    check_beeindigen,
    check_hervatten,
    check_mag_plaatsen,
    check_niet_doorgaan,
    check_op_plek,
    check_op_vacature,
    check_periode,
    check_starten,
    check_subsidie,
    check_subsidie_bespreken,
    check_wijzigen,
)
from leerroutes.policies.plekken import check_uren_per_week
from leerroutes.queries.bezetting import NU_DAAR, bezet_op_plek, bezet_op_vacature
from medewerkers.models import Medewerker
from medewerkers.sporen import huidig_spoor


def plaatsen(
    *,
    dossier_id: int,
    uren_per_week: Decimal,
    door: Medewerker,
    nu: datetime,
    plek_id: int | None = None,
    vacature_id: int | None = None,
    aangemeld_op: date | None = None,
) -> Plaatsing:
    """Put somebody forward for a place or for a vacancy, one of the two; `aangemeld_op` or today.

    The place is taken from now on.
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        traject = _lopend_traject(dossier_id)
        check_mag_plaatsen(Inburgeraar.objects.get(pk=dossier_id), traject=traject)
        dag = aangemeld_op or act.op
        check_aanmelden(aangemeld_op=dag, uren_per_week=uren_per_week, vandaag=act.op)
        plaatsing = Plaatsing(
            inburgeraar_id=dossier_id,
            traject=traject,
            plek=_neem_plek(act, dossier_id, plek_id),
            vacature=_neem_vacature(act, dossier_id, vacature_id),
            uren_per_week=uren_per_week,
            aangemeld_op=dag,
        )
        plaatsing.save()
        _meld(act, plaatsing, "Aangemeld bij", op=dag)
    return plaatsing


def plaatsing_starten(
    *, plaatsing_id: int, versie: int | None, op: date, door: Medewerker, nu: datetime
) -> Plaatsing:
    with _plaatsinghandeling(plaatsing_id, versie=versie, door=door, nu=nu) as (act, plaatsing):
        check_starten(plaatsing, op=op, vandaag=act.op)
        plaatsing.starten(op=op)
        plaatsing.save()
        _meld(act, plaatsing, "Begonnen bij", op=op)
    return plaatsing


def plaatsing_niet_doorgaan(
    *, plaatsing_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Plaatsing:
    """It never began; the place is free again."""
    with _plaatsinghandeling(plaatsing_id, versie=versie, door=door, nu=nu) as (act, plaatsing):
        check_niet_doorgaan(plaatsing, reden=reden)
        plaatsing.niet_doorgaan(reden=reden)
        plaatsing.save()
        _meld(act, plaatsing, "Gaat niet door:", reden=reden)
    return plaatsing


def plaatsing_beeindigen(
    *,
    plaatsing_id: int,
    versie: int | None,
    op: date,
    uitkomst: PlaatsingUitkomst,
    door: Medewerker,
    nu: datetime,
    reden: str = "",
) -> Plaatsing:
    """`op` is the last day (inclusive)."""
    with _plaatsinghandeling(plaatsing_id, versie=versie, door=door, nu=nu) as (act, plaatsing):
        check_beeindigen(
            plaatsing,
            op=op,
            uitkomst=uitkomst,
            reden=reden,
            laatste_uren_op=_laatste_uren_op(plaatsing),
            vandaag=act.op,
        )
        plaatsing.beeindigen(op=op, uitkomst=uitkomst, reden=reden)
        plaatsing.save()
        _meld(act, plaatsing, f"Gestopt ({str(uitkomst.label).lower()}) bij", op=op, reden=reden)
    return plaatsing


def plaatsing_hervatten(
    *, plaatsing_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Plaatsing:
    """The end, or that it did not go on, was recorded by mistake, or it goes on after all. The
    place is taken again, if there is room.
    """
    with _plaatsinghandeling(plaatsing_id, versie=versie, door=door, nu=nu) as (act, plaatsing):
        traject = _lopend_traject(plaatsing.inburgeraar_id)
        check_hervatten(plaatsing, traject=traject, reden=reden)
        _neem_plek(act, plaatsing.inburgeraar_id, plaatsing.plek_id, zonder=plaatsing.pk)
        _neem_vacature(act, plaatsing.inburgeraar_id, plaatsing.vacature_id, zonder=plaatsing.pk)
        if plaatsing.status == PlaatsingStatus.BEEINDIGD:
            plaatsing.hervatten()
        else:
            plaatsing.opnieuw_aanmelden()
        plaatsing.traject = traject
        plaatsing.save()
        _meld(act, plaatsing, "Gaat toch door:", reden=reden)
    return plaatsing


def plaatsing_wijzigen(
    *,
    plaatsing_id: int,
    versie: int | None,
    uren_per_week: Decimal,
    door: Medewerker,
    nu: datetime,
    start_op: date | None = None,
    eind_op: date | None = None,
    subsidie: SubsidieSoort = SubsidieSoort.GEEN,
    subsidie_bedrag: Decimal | None = None,
    subsidie_eind_op: date | None = None,
) -> Plaatsing:
    """Hours per week; with work the subsidy, euro per month, to and including a day. The first and
    the last day are put right where the placement has them; None: they stay.
    """
    with _plaatsinghandeling(plaatsing_id, versie=versie, door=door, nu=nu) as (act, plaatsing):
        check_wijzigen(plaatsing)
        check_uren_per_week(uren_per_week)
        _zet_periode(plaatsing, start_op=start_op, eind_op=eind_op, vandaag=act.op)
        check_subsidie(
            plaatsing, subsidie=subsidie, bedrag=subsidie_bedrag, eind_op=subsidie_eind_op
        )
        plaatsing.uren_per_week = uren_per_week
        plaatsing.subsidie = subsidie
        plaatsing.subsidie_bedrag = subsidie_bedrag
        if plaatsing.subsidie_eind_op != subsidie_eind_op:
            plaatsing.subsidie_besproken_op = None  # it ends on another day: to discuss again
        plaatsing.subsidie_eind_op = subsidie_eind_op
        plaatsing.save()
        _meld(act, plaatsing, "Afspraken gewijzigd:")
    return plaatsing


def subsidie_bespreken(
    *, plaatsing_id: int, versie: int | None, op: date, door: Medewerker, nu: datetime
) -> Plaatsing:
    """On `op` was discussed how it goes on after the subsidy."""
    with _plaatsinghandeling(plaatsing_id, versie=versie, door=door, nu=nu) as (act, plaatsing):
        check_subsidie_bespreken(plaatsing, op=op, vandaag=act.op)
        plaatsing.subsidie_besproken_op = op
        plaatsing.save()
        _meld(act, plaatsing, "Einde van de subsidie besproken:", op=op)
    return plaatsing


def dossier_stopt(dossier_id: int) -> None:
    """Hooked to the end or rest of a dossier. Who moves or leaves gives the place back; a dossier
    that rests, or whose duty is met, does not take somebody from work.
    """
    spoor = huidig_spoor()
    with handeling(door=spoor.door, nu=spoor.nu, dossiers=[dossier_id]) as act:
        dossier = Inburgeraar.objects.get(pk=dossier_id)
        if dossier.beeindigd_op is None:
            return
        for plaatsing in _daar(dossier_id):
            _geef_terug(plaatsing, op=dossier.beeindigd_op)
            _meld(act, plaatsing, "Gestopt met het dossier:", op=dossier.beeindigd_op)


def _zet_periode(
    plaatsing: Plaatsing, *, start_op: date | None, eind_op: date | None, vandaag: date
) -> None:
    """A day that the placement does not have yet comes by starting or ending it."""
    begin = plaatsing.start_op and (start_op or plaatsing.start_op)
    eind = plaatsing.eind_op and (eind_op or plaatsing.eind_op)
    uren_op = Urenregel.objects.filter(plaatsing=plaatsing).values_list("op", flat=True)
    check_periode(plaatsing, start_op=begin, eind_op=eind, uren_op=set(uren_op), vandaag=vandaag)
    plaatsing.start_op, plaatsing.eind_op = begin, eind


_DOSSIER_EINDE = "Het dossier is beëindigd"


def _geef_terug(plaatsing: Plaatsing, *, op: date) -> None:
    """Never before it began, nor before hours that are recorded."""
    if plaatsing.start_op is None:
        plaatsing.niet_doorgaan(reden=_DOSSIER_EINDE)
    else:
        plaatsing.beeindigen(
            op=max(op, plaatsing.start_op, _laatste_uren_op(plaatsing) or op),
            uitkomst=PlaatsingUitkomst.GESTOPT,
            reden=_DOSSIER_EINDE,
        )
    plaatsing.save()


def _laatste_uren_op(plaatsing: Plaatsing) -> date | None:
    laatste: date | None = Urenregel.objects.filter(plaatsing=plaatsing).aggregate(op=Max("op"))[
        "op"
    ]
    return laatste


def _daar(dossier_id: int) -> list[Plaatsing]:
    return list(
        Plaatsing.objects.select_for_update(of=("self",))
        .filter(inburgeraar=dossier_id, status__in=NU_DAAR)
        .select_related("plek", "vacature__werkgever")
    )


def _lopend_traject(dossier_id: int) -> Traject | None:
    return Traject.objects.filter(inburgeraar=dossier_id, status=TrajectStatus.LOPEND).first()


def _neem_plek(
    act: Handeling, dossier_id: int, plek_id: int | None, *, zonder: int = 0
) -> Participatieplek | None:
    """`zonder`: the placement that takes its place back."""
    if plek_id is None:
        return None
    plek = act.vergrendel(Participatieplek, plek_id)
    al_daar = Plaatsing.objects.filter(inburgeraar=dossier_id, plek=plek, status__in=NU_DAAR)
    check_op_plek(plek, bezet=bezet_op_plek(plek.pk, zonder=zonder), al_daar=al_daar.exists())
    return plek


def _neem_vacature(
    act: Handeling, dossier_id: int, vacature_id: int | None, *, zonder: int = 0
) -> Vacature | None:
    if vacature_id is None:
        return None
    vacature = act.vergrendel(Vacature, vacature_id)
    al_daar = Plaatsing.objects.filter(
        inburgeraar=dossier_id, vacature=vacature, status__in=NU_DAAR
    )
    bezet = bezet_op_vacature(vacature.pk, zonder=zonder)
    check_op_vacature(vacature, bezet=bezet, al_daar=al_daar.exists())
    return vacature


@contextmanager
def _plaatsinghandeling(
    plaatsing_id: int, *, versie: int | None, door: Medewerker, nu: datetime
) -> Iterator[tuple[Handeling, Plaatsing]]:
    dossier_id = Plaatsing.objects.values_list("inburgeraar", flat=True).get(pk=plaatsing_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        yield act, act.vergrendel(Plaatsing, plaatsing_id, versie=versie)


def _meld(
    act: Handeling, plaatsing: Plaatsing, wat: str, *, op: date | None = None, reden: str = ""
) -> None:
    act.meld(
        plaatsing.inburgeraar_id,
        GebeurtenisSoort.WIJZIGING,
        f"{wat} {plaatsing.waar}",
        op=op,
        reden=reden,
    )
