"""The sittings of an intake: planned, moved, held, not come to, called off."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from inburgering.enums import AfspraakSoort, GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Afspraak, Inburgeraar
from inburgering.services.contacten import afspraak_maken
from intake.models import BredeIntake, TolkSoort, Zitting
from intake.policies.intake import check_alleen_spreken
from intake.policies.zittingen import (
    check_gepland,
    check_houden,
    check_kosten_bijwerken,
    check_niet_verschenen,
    check_ooit,
    check_plannen,
    check_tolk,
)
from medewerkers.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class Tolk:
    """The interpreter of a sitting, with what the hour cost when it was a hired one."""

    soort: TolkSoort = TolkSoort.GEEN
    bureau: str = ""
    minuten: int | None = None
    bedrag: Decimal | None = None


def zitting_plannen(
    *,
    dossier_id: int,
    begint_at: datetime,
    plaats: str,
    door: Medewerker,
    nu: datetime,
    minuten: int = 60,
    met: str = "",
    tolktaal: str = "",
    tolk: Tolk | None = None,
    onderwerpen: str = "",
) -> Zitting:
    """An appointment for the intake. The first one may be made before the intake has begun."""
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = act.vergrendel(Inburgeraar, dossier_id)
        intake = BredeIntake.objects.filter(inburgeraar=dossier).first()
        check_plannen(dossier, intake=intake, begint_at=begint_at, nu=nu)
        if intake is None:
            intake = BredeIntake(inburgeraar=dossier, tolktaal=dossier.persoon.tolktaal)
            intake.save()
        afspraak = afspraak_maken(
            dossiers=[dossier_id],
            soort=AfspraakSoort.INTAKE,
            begint_at=begint_at,
            minuten=minuten,
            plaats=plaats,
            met=met,
            tolktaal=tolktaal,
            consulent=door,
            door=door,
            nu=nu,
        )
        zitting = Zitting(intake=intake, afspraak=afspraak, onderwerpen=onderwerpen)
        _zet_tolk(zitting, tolk or Tolk())
        zitting.save()
    return zitting


def zitting_verzetten(
    *,
    zitting_id: int,
    begint_at: datetime,
    plaats: str,
    reden: str,
    door: Medewerker,
    nu: datetime,
    minuten: int = 60,
) -> Zitting:
    """To another moment or place. It stays the same appointment, also in somebody's calendar."""
    with _zitting(zitting_id, door=door, nu=nu, reden=reden) as (act, zitting, afspraak):
        check_gepland(zitting)
        check_ooit(begint_at, nu=nu)
        afspraak.begint_at, afspraak.plaats, afspraak.minuten = begint_at, plaats, minuten
        afspraak.save()
        _meld(act, zitting, f"Gesprek voor de brede intake verzet naar {begint_at:%d-%m-%Y}")
    return zitting


def zitting_houden(
    *,
    zitting_id: int,
    versie: int | None,
    op: date,
    tolk: Tolk,
    aanwezigen: str,
    alleen_gesproken: bool,
    onderwerpen: str,
    verslag: str,
    door: Medewerker,
    nu: datetime,
    alleen_spreken_gemeld: bool = False,
) -> Zitting:
    """What was talked about, by whom, and the interpreter's hour.

    `alleen_spreken_gemeld`: this day the person heard of the right to speak alone; the first time
    is what counts.
    """
    with _zitting(zitting_id, versie=versie, door=door, nu=nu) as (act, zitting, afspraak):
        check_houden(zitting, op=op, vandaag=act.op)
        afspraak.houden(op=op, door=door, verslag=verslag)
        afspraak.save()
        zitting.aanwezigen, zitting.onderwerpen = aanwezigen, onderwerpen
        zitting.alleen_gesproken = alleen_gesproken
        _zet_tolk(zitting, tolk)
        zitting.save()
        if alleen_spreken_gemeld:
            _alleen_spreken(act, zitting.intake_id, op)
        _meld(act, zitting, "Gesprek voor de brede intake gehouden", op=op)
    return zitting


def tolkkosten_bijwerken(
    *, zitting_id: int, versie: int | None, tolk: Tolk, door: Medewerker, nu: datetime
) -> Zitting:
    """The bill comes later than the talk."""
    with _zitting(zitting_id, versie=versie, door=door, nu=nu) as (act, zitting, _afspraak):
        check_kosten_bijwerken(zitting)
        _zet_tolk(zitting, tolk)
        zitting.save()
        act.meld(
            zitting.intake.inburgeraar_id,
            GebeurtenisSoort.GELD,
            "Kosten van de tolk bijgewerkt",
        )
    return zitting


def zitting_niet_verschenen(
    *, zitting_id: int, reden: str, door: Medewerker, nu: datetime
) -> Zitting:
    with _zitting(zitting_id, door=door, nu=nu, reden=reden) as (act, zitting, afspraak):
        check_niet_verschenen(zitting, vandaag=act.op)
        afspraak.niet_verschijnen(reden=reden)
        afspraak.save()
        _meld(act, zitting, "Niet gekomen op het gesprek voor de brede intake")
    return zitting


def zitting_afzeggen(*, zitting_id: int, reden: str, door: Medewerker, nu: datetime) -> Zitting:
    with _zitting(zitting_id, door=door, nu=nu, reden=reden) as (act, zitting, afspraak):
        check_gepland(zitting)
        afspraak.afzeggen(reden=reden)
        afspraak.save()
        _meld(act, zitting, "Gesprek voor de brede intake afgezegd")
    return zitting


@contextmanager
def _zitting(
    zitting_id: int,
    *,
    door: Medewerker,
    nu: datetime,
    versie: int | None = None,
    reden: str = "",
) -> Iterator[tuple[Handeling, Zitting, Afspraak]]:
    """The sitting and its appointment, both locked."""
    dossiers = list(
        Zitting.objects.filter(pk=zitting_id).values_list("intake__inburgeraar", flat=True)
    )
    with handeling(door=door, nu=nu, dossiers=dossiers, reden=reden) as act:
        zitting = act.vergrendel(Zitting, zitting_id, versie=versie)
        afspraak = act.vergrendel(Afspraak, zitting.afspraak_id)
        zitting.afspraak = afspraak
        yield act, zitting, afspraak


def _zet_tolk(zitting: Zitting, tolk: Tolk) -> None:
    check_tolk(tolk.soort, bureau=tolk.bureau, minuten=tolk.minuten, bedrag=tolk.bedrag)
    zitting.tolk_soort, zitting.tolk_bureau = tolk.soort, tolk.bureau
    zitting.tolk_minuten, zitting.tolk_bedrag = tolk.minuten, tolk.bedrag


def _alleen_spreken(act: Handeling, intake_id: int, op: date) -> None:
    intake = act.vergrendel(BredeIntake, intake_id)
    if intake.alleen_spreken_op is not None and intake.alleen_spreken_op <= op:
        return
    check_alleen_spreken(op, dossier=intake.inburgeraar, vandaag=act.op)
    intake.alleen_spreken_op = op
    intake.save()


def _meld(act: Handeling, zitting: Zitting, tekst: str, *, op: date | None = None) -> None:
    act.meld(zitting.intake.inburgeraar_id, GebeurtenisSoort.CONTACT, tekst, op=op)
