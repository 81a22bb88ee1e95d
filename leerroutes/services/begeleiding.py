"""Maatschappelijke begeleiding: that it runs, and each time somebody was helped.

What counts as participation is an Urenregel of its moment, written in the same act.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from inburgering.policies import check_reden
from leerroutes.enums import BegeleidingSoort
from leerroutes.models import Begeleidingsmoment, MaatschappelijkeBegeleiding, Urenregel
from leerroutes.policies.begeleiding import (
    check_begeleiding_beeindigen,
    check_begeleiding_hervatten,
    check_begeleiding_starten,
    check_begeleiding_verwijderen,
    check_begeleiding_wijzigen,
    check_eerste_dag,
    check_moment,
    check_moment_van,
    check_nieuw_moment,
)
from leerroutes.queries.begeleiding import eerste_dag, laatste_moment
from leerroutes.services.uren import (
    UrenGegevens,
    uren_vastleggen,
    urenregel_wijzigen,
    urenregels_verwijderen,
)
from medewerkers.models import Medewerker, Partnerorganisatie
from medewerkers.rechten import Recht
from wet.leerroutes import Urensoort


@dataclass(frozen=True, kw_only=True)
class MomentGegevens:
    """Once that somebody was helped; `uren` in hours, quarters as 0,25."""

    op: date
    soort: BegeleidingSoort
    onderwerp: str
    uren: Decimal
    tekst: str = ""
    telt_mee: bool = False


def begeleiding_starten(
    *,
    dossier_id: int,
    start_op: date,
    begeleider: str,
    door: Medewerker,
    nu: datetime,
    partner: Partnerorganisatie | None = None,
) -> MaatschappelijkeBegeleiding:
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = Inburgeraar.objects.get(pk=dossier_id)
        check_begeleiding_starten(
            dossier,
            loopt_al=MaatschappelijkeBegeleiding.objects.filter(inburgeraar=dossier_id).exists(),
            eerste_dag=eerste_dag(dossier),
            op=start_op,
            vandaag=act.op,
        )
        begeleiding = MaatschappelijkeBegeleiding(
            inburgeraar=dossier,
            start_op=start_op,
            begeleider=begeleider,
            partner=_van(door, partner),
        )
        begeleiding.save()
        tekst = "Maatschappelijke begeleiding gestart"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst, op=start_op)
    return begeleiding


def begeleiding_wijzigen(
    *,
    begeleiding_id: int,
    versie: int | None,
    start_op: date,
    begeleider: str,
    door: Medewerker,
    nu: datetime,
    partner: Partnerorganisatie | None = None,
) -> MaatschappelijkeBegeleiding:
    """Another guide or organisation, or a first day that was recorded wrong."""
    with _begeleidingshandeling(begeleiding_id, versie=versie, door=door, nu=nu) as zaak:
        act, begeleiding = zaak
        check_begeleiding_wijzigen(begeleiding, door=door)
        if start_op != begeleiding.start_op:
            check_eerste_dag(start_op, eerste_dag=eerste_dag(begeleiding.inburgeraar))
        begeleiding.start_op, begeleiding.begeleider = start_op, begeleider
        begeleiding.partner = _van(door, partner)
        begeleiding.save()
        tekst = "Maatschappelijke begeleiding gewijzigd"
        act.meld(begeleiding.inburgeraar_id, GebeurtenisSoort.WIJZIGING, tekst)
    return begeleiding


def begeleiding_beeindigen(
    *,
    begeleiding_id: int,
    versie: int | None,
    eind_op: date,
    reden: str,
    door: Medewerker,
    nu: datetime,
) -> MaatschappelijkeBegeleiding:
    """`eind_op` is the last day (inclusive). The law names none: this is an agreement."""
    with _begeleidingshandeling(
        begeleiding_id, versie=versie, door=door, nu=nu, reden=reden
    ) as zaak:
        act, begeleiding = zaak
        check_begeleiding_beeindigen(
            begeleiding,
            door=door,
            op=eind_op,
            laatste_moment=laatste_moment(begeleiding),
            reden=reden,
            vandaag=act.op,
        )
        begeleiding.eind_op, begeleiding.reden = eind_op, reden
        begeleiding.save()
        tekst = "Maatschappelijke begeleiding beëindigd"
        act.meld(begeleiding.inburgeraar_id, GebeurtenisSoort.WIJZIGING, tekst, op=eind_op)
    return begeleiding


def begeleiding_hervatten(
    *, begeleiding_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> MaatschappelijkeBegeleiding:
    with _begeleidingshandeling(
        begeleiding_id, versie=versie, door=door, nu=nu, reden=reden
    ) as zaak:
        act, begeleiding = zaak
        check_begeleiding_hervatten(begeleiding, door=door, reden=reden)
        begeleiding.eind_op, begeleiding.reden = None, ""
        begeleiding.save()
        tekst = "Maatschappelijke begeleiding gaat verder"
        act.meld(begeleiding.inburgeraar_id, GebeurtenisSoort.WIJZIGING, tekst)
    return begeleiding


def begeleiding_verwijderen(
    *, begeleiding_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> None:
    """It never was, or belongs to another dossier of the same person."""
    with _begeleidingshandeling(
        begeleiding_id, versie=versie, door=door, nu=nu, reden=reden
    ) as zaak:
        act, begeleiding = zaak
        momenten = begeleiding.momenten.count()
        check_begeleiding_verwijderen(begeleiding, door=door, momenten=momenten, reden=reden)
        dossier_id = begeleiding.inburgeraar_id
        begeleiding.delete()
        tekst = "Maatschappelijke begeleiding verwijderd"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst)


def moment_vastleggen(
    *, begeleiding_id: int, gegevens: MomentGegevens, door: Medewerker, nu: datetime
) -> Begeleidingsmoment:
    with _begeleidingshandeling(begeleiding_id, door=door, nu=nu) as (act, begeleiding):
        check_begeleiding_wijzigen(begeleiding, door=door)
        _check(begeleiding, gegevens, vandaag=act.op)
        check_nieuw_moment(
            staat_er_al=begeleiding.momenten.filter(
                op=gegevens.op,
                soort=gegevens.soort,
                onderwerp=gegevens.onderwerp,
                uren=gegevens.uren,
                door=door,
            ).exists()
        )
        moment = Begeleidingsmoment(begeleiding=begeleiding, door=door, **asdict(gegevens))
        moment.save()
        _uren_bijwerken(act, moment)
        tekst = f"Begeleiding: {gegevens.soort.label.lower()}"
        act.meld(begeleiding.inburgeraar_id, GebeurtenisSoort.CONTACT, tekst, op=gegevens.op)
    return moment


def moment_wijzigen(
    *,
    moment_id: int,
    versie: int | None,
    gegevens: MomentGegevens,
    reden: str,
    door: Medewerker,
    nu: datetime,
) -> Begeleidingsmoment:
    with _momenthandeling(moment_id, versie=versie, door=door, nu=nu, reden=reden) as zaak:
        act, moment = zaak
        check_moment_van(moment, door=door)
        check_reden(reden)
        _check(moment.begeleiding, gegevens, vandaag=act.op)
        for naam, waarde in asdict(gegevens).items():
            setattr(moment, naam, waarde)
        moment.save()
        _uren_bijwerken(act, moment, reden=reden)
        tekst = "Moment van begeleiding gewijzigd"
        act.meld(moment.begeleiding.inburgeraar_id, GebeurtenisSoort.WIJZIGING, tekst, op=moment.op)
    return moment


def moment_verwijderen(
    *, moment_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> None:
    """It was recorded wrong; its hours go with it."""
    with _momenthandeling(moment_id, versie=versie, door=door, nu=nu, reden=reden) as zaak:
        act, moment = zaak
        check_moment_van(moment, door=door)
        check_reden(reden)
        dossier_id = moment.begeleiding.inburgeraar_id
        moment.telt_mee = False
        _uren_bijwerken(act, moment, reden=reden)
        moment.delete()
        tekst = "Moment van begeleiding verwijderd"
        act.meld(dossier_id, GebeurtenisSoort.WIJZIGING, tekst)


def _van(door: Medewerker, partner: Partnerorganisatie | None) -> Partnerorganisatie | None:
    """What a partner records is guidance by that partner."""
    return partner if door.heeft(Recht.LEERROUTE_DOEN) else door.partnerorganisatie


def _check(
    begeleiding: MaatschappelijkeBegeleiding, gegevens: MomentGegevens, *, vandaag: date
) -> None:
    check_moment(
        begeleiding,
        op=gegevens.op,
        uren=gegevens.uren,
        telt_mee=gegevens.telt_mee,
        vandaag=vandaag,
    )


def _uren_bijwerken(act: Handeling, moment: Begeleidingsmoment, *, reden: str = "") -> None:
    """The hours of a moment follow it: there, as they are now, or gone."""
    dossier_id = moment.begeleiding.inburgeraar_id
    regel = Urenregel.objects.filter(begeleiding=moment.pk).first()
    gegevens = UrenGegevens(
        soort=Urensoort.BEGELEIDING, op=moment.op, uren=moment.uren, begeleiding=moment
    )
    if regel is None:
        if moment.telt_mee:
            uren_vastleggen(dossier_id=dossier_id, regels=[gegevens], door=act.door, nu=act.nu)
    elif not moment.telt_mee:
        urenregels_verwijderen(
            dossier_id=dossier_id,
            urenregel_ids=[regel.pk],
            door=act.door,
            nu=act.nu,
            reden=reden or "Telt niet mee",
        )
    elif (regel.op, regel.uren) != (moment.op, moment.uren):
        urenregel_wijzigen(
            urenregel_id=regel.pk, versie=None, gegevens=gegevens, door=act.door, nu=act.nu
        )


@contextmanager
def _begeleidingshandeling(
    begeleiding_id: int,
    *,
    door: Medewerker,
    nu: datetime,
    versie: int | None = None,
    reden: str = "",
) -> Iterator[tuple[Handeling, MaatschappelijkeBegeleiding]]:
    rijen = MaatschappelijkeBegeleiding.objects.values_list("inburgeraar", flat=True)
    dossier_id = rijen.get(pk=begeleiding_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        yield act, act.vergrendel(MaatschappelijkeBegeleiding, begeleiding_id, versie=versie)


@contextmanager
def _momenthandeling(
    moment_id: int, *, versie: int | None, door: Medewerker, nu: datetime, reden: str
) -> Iterator[tuple[Handeling, Begeleidingsmoment]]:
    rijen = Begeleidingsmoment.objects.values_list("begeleiding__inburgeraar", flat=True)
    dossier_id = rijen.get(pk=moment_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        yield act, act.vergrendel(Begeleidingsmoment, moment_id, versie=versie)
