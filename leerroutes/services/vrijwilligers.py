"""Taalcoaches and taalmaatjes: who they are, and with whom they practise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime

from django.db.models import Max

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from leerroutes.enums import VrijwilligerSoort
from leerroutes.models import Taalkoppel, Vrijwilliger
from leerroutes.policies.vrijwilligers import (
    check_helpt,
    check_hervatten,
    check_koppel_beeindigen,
    check_koppelen,
    check_stoppen,
    check_via,
    check_vrijwilliger,
)
from leerroutes.queries.vrijwilligers import laatste_uren
from medewerkers.models import Medewerker, Partnerorganisatie
from medewerkers.rechten import Recht


@dataclass(frozen=True, kw_only=True)
class VrijwilligerGegevens:
    """`hoogstens`: how many people at once. `vog_op`: the day of the certificate."""

    naam: str
    soort: VrijwilligerSoort
    dorp: str
    talen: Sequence[str] = ()
    telefoon: str = ""
    email: str = ""
    partner: Partnerorganisatie | None = None
    vog_op: date | None = None
    hoogstens: int = 1


def vrijwilliger_toevoegen(
    *, gegevens: VrijwilligerGegevens, door: Medewerker, nu: datetime
) -> Vrijwilliger:
    with handeling(door=door, nu=nu) as act:
        vrijwilliger = Vrijwilliger()
        _vul(vrijwilliger, gegevens, door=door)
        check_vrijwilliger(
            vog_op=gegevens.vog_op, hoogstens=gegevens.hoogstens, gekoppeld=0, vandaag=act.op
        )
        vrijwilliger.save()
    return vrijwilliger


def vrijwilliger_wijzigen(
    *,
    vrijwilliger_id: int,
    versie: int | None,
    gegevens: VrijwilligerGegevens,
    door: Medewerker,
    nu: datetime,
) -> Vrijwilliger:
    with handeling(door=door, nu=nu) as act:
        vrijwilliger = act.vergrendel(Vrijwilliger, vrijwilliger_id, versie=versie)
        check_via(vrijwilliger, door=door)
        check_helpt(vrijwilliger)
        check_vrijwilliger(
            vog_op=gegevens.vog_op,
            hoogstens=gegevens.hoogstens,
            gekoppeld=_gekoppeld(vrijwilliger),
            vandaag=act.op,
        )
        _vul(vrijwilliger, gegevens, door=door)
        vrijwilliger.save()
    return vrijwilliger


def vrijwilliger_stoppen(
    *,
    vrijwilliger_id: int,
    versie: int | None,
    gestopt_op: date,
    reden: str,
    door: Medewerker,
    nu: datetime,
) -> Vrijwilliger:
    """`gestopt_op` is the last day (inclusive), also of everybody this volunteer helped."""
    lopend = Taalkoppel.objects.filter(vrijwilliger=vrijwilliger_id, eind_op=None)
    dossiers = list(lopend.values_list("inburgeraar", flat=True))
    with handeling(door=door, nu=nu, dossiers=dossiers, reden=reden) as act:
        vrijwilliger = act.vergrendel(Vrijwilliger, vrijwilliger_id, versie=versie)
        check_via(vrijwilliger, door=door)
        check_stoppen(
            vrijwilliger,
            op=gestopt_op,
            reden=reden,
            laatste_start=lopend.aggregate(laatste=Max("start_op"))["laatste"],
            laatste_uren=laatste_uren(lopend),
            vandaag=act.op,
        )
        for koppel in lopend.select_for_update():
            _beeindig(act, koppel, op=gestopt_op, reden=reden)
        vrijwilliger.gestopt_op = gestopt_op
        vrijwilliger.save()
    return vrijwilliger


def vrijwilliger_hervatten(
    *, vrijwilliger_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Vrijwilliger:
    """Helps again, or never stopped; the pairs that ended stay so."""
    with handeling(door=door, nu=nu, reden=reden) as act:
        vrijwilliger = act.vergrendel(Vrijwilliger, vrijwilliger_id, versie=versie)
        check_via(vrijwilliger, door=door)
        check_hervatten(vrijwilliger, reden=reden)
        vrijwilliger.gestopt_op = None
        vrijwilliger.save()
    return vrijwilliger


def koppelen(
    *,
    dossier_id: int,
    vrijwilliger_id: int,
    doel: str,
    start_op: date,
    door: Medewerker,
    nu: datetime,
) -> Taalkoppel:
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        vrijwilliger = act.vergrendel(Vrijwilliger, vrijwilliger_id)
        check_via(vrijwilliger, door=door)
        samen = Taalkoppel.objects.filter(
            inburgeraar=dossier_id, vrijwilliger=vrijwilliger, eind_op=None
        )
        check_koppelen(
            Inburgeraar.objects.get(pk=dossier_id),
            vrijwilliger,
            op=start_op,
            gekoppeld=_gekoppeld(vrijwilliger),
            al_samen=samen.exists(),
            vandaag=act.op,
        )
        koppel = Taalkoppel(
            inburgeraar_id=dossier_id, vrijwilliger=vrijwilliger, doel=doel, start_op=start_op
        )
        koppel.save()
        tekst = f"{vrijwilliger.get_soort_display()} gekoppeld: {vrijwilliger.naam}"
        act.meld(dossier_id, GebeurtenisSoort.CONTACT, tekst, op=start_op)
    return koppel


def koppel_beeindigen(
    *,
    taalkoppel_id: int,
    versie: int | None,
    eind_op: date,
    reden: str,
    door: Medewerker,
    nu: datetime,
) -> Taalkoppel:
    """`eind_op` is the last day (inclusive)."""
    dossier_id = Taalkoppel.objects.values_list("inburgeraar", flat=True).get(pk=taalkoppel_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        koppel = act.vergrendel(Taalkoppel, taalkoppel_id, versie=versie)
        check_via(koppel.vrijwilliger, door=door)
        check_koppel_beeindigen(
            koppel,
            op=eind_op,
            reden=reden,
            laatste_uren=laatste_uren(Taalkoppel.objects.filter(pk=koppel.pk)),
            vandaag=act.op,
        )
        _beeindig(act, koppel, op=eind_op, reden=reden)
    return koppel


def _vul(vrijwilliger: Vrijwilliger, gegevens: VrijwilligerGegevens, *, door: Medewerker) -> None:
    """What a partner adds is a volunteer of that partner."""
    for naam in asdict(replace(gegevens, partner=None)):
        setattr(vrijwilliger, naam, getattr(gegevens, naam))
    vrijwilliger.talen = list(gegevens.talen)
    if not door.heeft(Recht.PARTICIPATIE):
        vrijwilliger.partner = door.partnerorganisatie


def _gekoppeld(vrijwilliger: Vrijwilliger) -> int:
    return Taalkoppel.objects.filter(vrijwilliger=vrijwilliger, eind_op=None).count()


def _beeindig(act: Handeling, koppel: Taalkoppel, *, op: date, reden: str) -> None:
    koppel.eind_op, koppel.reden = op, reden
    koppel.save()
    act.meld(koppel.inburgeraar_id, GebeurtenisSoort.CONTACT, "Taalkoppel beëindigd", op=op)
