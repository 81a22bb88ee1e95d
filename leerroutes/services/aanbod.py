"""The course the municipality offers: made, answered, begun, ended (Wi 16)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal

from inburgering.enums import GebeurtenisSoort
from inburgering.handelingen import Handeling, handeling
from inburgering.models import Inburgeraar
from leerroutes.enums import AanbodStatus, DeelnameStatus, Lessoort
from leerroutes.models import Deelname, Inburgeringsaanbod
from leerroutes.policies.aanbod import (
    AanbodCorrectie,
    AanbodGegevens,
    check_aanbod_doen,
    check_aanbod_wijzigen,
    check_aanvaarden,
    check_antwoord_terugnemen,
    check_beeindigen,
    check_op_wachtlijst,
    check_starten,
    check_uren_per_week,
    check_weigeren,
)
from leerroutes.queries.aanbod import aanbodcontext, aangeboden_onder, loopt_al
from leerroutes.queries.keurmerken import heeft_keurmerk
from leerroutes.services.aanbodtermijn import aanbodtermijnen_bijwerken
from leerroutes.services.afzien import afzien_vervalt
from leerroutes.services.deelname import einde_van_lessen
from medewerkers.models import Medewerker

_SOORT = GebeurtenisSoort.WIJZIGING


def aanbod_doen(
    *,
    dossier_id: int,
    gegevens: AanbodGegevens,
    door: Medewerker,
    nu: datetime,
    duo_reden: str = "",
) -> Inburgeringsaanbod:
    """Offer a course, on the day it was offered. Raises Geweigerd.

    The dossier is locked first, so of two colleagues who offer the same one is told.
    """
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        dossier = Inburgeraar.objects.get(pk=dossier_id)
        context = aanbodcontext(dossier, gegevens)
        traject = check_aanbod_doen(gegevens, context, duo_reden=duo_reden, vandaag=act.op)
        aanbod = Inburgeringsaanbod(
            inburgeraar=dossier,
            traject=traject,
            aanbieder=gegevens.aanbieder,
            lessoort=gegevens.lessoort,
            uren_per_week=gegevens.uren_per_week,
            gedaan_op=gegevens.gedaan_op,
            verwachte_start_op=gegevens.verwachte_start_op,
            verwacht_eind_op=gegevens.verwacht_eind_op,
        )
        aanbod.save()
        afzien_vervalt(act, traject)
        act.meld(
            dossier_id,
            _SOORT,
            f"Aanbod gedaan: {_wat(aanbod)}",
            op=aanbod.gedaan_op,
            reden=duo_reden if context.duo else "",
        )
        aanbodtermijnen_bijwerken(act, dossier_id)
    return aanbod


def aanbod_aanvaarden(
    *, aanbod_id: int, versie: int | None, op: date, door: Medewerker, nu: datetime
) -> Inburgeringsaanbod:
    with _handeling(aanbod_id, versie, door=door, nu=nu) as (act, aanbod):
        check_aanvaarden(aanbod, op=op, vandaag=act.op)
        aanbod.aanvaarden(op=op)
        aanbod.save()
        act.meld(aanbod.inburgeraar_id, _SOORT, f"Aanbod aanvaard: {_wat(aanbod)}", op=op)
    return aanbod


def aanbod_weigeren(
    *, aanbod_id: int, versie: int | None, op: date, reden: str, door: Medewerker, nu: datetime
) -> Inburgeringsaanbod:
    """The person does not want it. What follows from that is for handhaving."""
    with _handeling(aanbod_id, versie, door=door, nu=nu, reden=reden) as (act, aanbod):
        check_weigeren(aanbod, op=op, reden=reden, vandaag=act.op)
        aanbod.weigeren(op=op, reden=reden)
        aanbod.save()
        act.meld(aanbod.inburgeraar_id, _SOORT, f"Aanbod geweigerd: {_wat(aanbod)}", op=op)
    return aanbod


def aanbod_op_wachtlijst(
    *,
    aanbod_id: int,
    versie: int | None,
    op: date,
    door: Medewerker,
    nu: datetime,
    verwachte_start_op: date | None = None,
) -> Inburgeringsaanbod:
    """There is no place yet. Said again: from another day, or another start is expected."""
    with _handeling(aanbod_id, versie, door=door, nu=nu) as (act, aanbod):
        check_op_wachtlijst(aanbod, op=op, vandaag=act.op)
        aanbod.wachtlijst_op = op
        aanbod.verwachte_start_op = verwachte_start_op
        aanbod.verwacht_eind_op = _nog_goed(aanbod)
        aanbod.save()
        act.meld(aanbod.inburgeraar_id, _SOORT, f"Op de wachtlijst: {_wat(aanbod)}", op=op)
    return aanbod


def aanbod_starten(
    *,
    aanbod_id: int,
    versie: int | None,
    op: date,
    door: Medewerker,
    nu: datetime,
    groep: str = "",
    uren_per_week: Decimal | None = None,
) -> Deelname:
    """The first lesson was on `op`. `uren_per_week`: when it became other than was offered."""
    with _handeling(aanbod_id, versie, door=door, nu=nu) as (act, aanbod):
        check_starten(aanbod, op=op, vandaag=act.op)
        uren = aanbod.uren_per_week if uren_per_week is None else uren_per_week
        check_uren_per_week(uren)
        aanbod.starten(op=op)
        aanbod.save()
        deelname = Deelname(
            inburgeraar_id=aanbod.inburgeraar_id,
            traject=aanbod.traject,
            aanbieder=aanbod.aanbieder,
            aanbod=aanbod,
            lessoort=aanbod.lessoort,
            groep=groep,
            uren_per_week=uren,
            start_op=op,
        )
        deelname.save()
        act.meld(aanbod.inburgeraar_id, _SOORT, f"Lessen begonnen: {_wat(aanbod)}", op=op)
        aanbodtermijnen_bijwerken(act, aanbod.inburgeraar_id)
    return deelname


def aanbod_beeindigen(
    *, aanbod_id: int, versie: int | None, op: date, reden: str, door: Medewerker, nu: datetime
) -> Inburgeringsaanbod:
    """Begun or not. Lessons that still run end with it."""
    with _handeling(aanbod_id, versie, door=door, nu=nu, reden=reden) as (act, aanbod):
        check_beeindigen(aanbod, op=op, reden=reden, vandaag=act.op)
        lopend = Deelname.objects.filter(aanbod=aanbod, status=DeelnameStatus.GESTART).first()
        if lopend is not None:
            einde_van_lessen(act, lopend, op=op, reden=reden[:200])
        aanbod.beeindigen(op=op, reden=reden)
        aanbod.save()
        act.meld(aanbod.inburgeraar_id, _SOORT, f"Aanbod beëindigd: {_wat(aanbod)}", op=op)
    return aanbod


def aanbod_wijzigen(
    *,
    aanbod_id: int,
    versie: int | None,
    gedaan_op: date,
    uren_per_week: Decimal,
    reden: str,
    door: Medewerker,
    nu: datetime,
    verwachte_start_op: date | None = None,
    verwacht_eind_op: date | None = None,
) -> Inburgeringsaanbod:
    """Put right what was typed wrong; whether the offer was in time is worked out anew."""
    with _handeling(aanbod_id, versie, door=door, nu=nu, reden=reden) as (act, aanbod):
        correctie = AanbodCorrectie(
            gedaan_op=gedaan_op,
            uren_per_week=uren_per_week,
            verwachte_start_op=verwachte_start_op,
            verwacht_eind_op=verwacht_eind_op,
        )
        lessoort = Lessoort(aanbod.lessoort)
        keurmerk = gedaan_op == aanbod.gedaan_op or heeft_keurmerk(
            aanbod.aanbieder_id, voor=lessoort, op=gedaan_op
        )
        check_aanbod_wijzigen(
            aanbod,
            correctie,
            pip_op=aangeboden_onder(aanbod),
            keurmerk=keurmerk,
            reden=reden,
            vandaag=act.op,
        )
        for veld in fields(correctie):
            setattr(aanbod, veld.name, getattr(correctie, veld.name))
        aanbod.save()
        act.meld(aanbod.inburgeraar_id, _SOORT, f"Aanbod gewijzigd: {_wat(aanbod)}", op=gedaan_op)
        aanbodtermijnen_bijwerken(act, aanbod.inburgeraar_id)
    return aanbod


def aanbod_antwoord_terugnemen(
    *, aanbod_id: int, versie: int | None, reden: str, door: Medewerker, nu: datetime
) -> Inburgeringsaanbod:
    """Accepted or refused was recorded by mistake: the offer waits for an answer again."""
    with _handeling(aanbod_id, versie, door=door, nu=nu, reden=reden) as (act, aanbod):
        dubbel = aanbod.status == AanbodStatus.GEWEIGERD and loopt_al(
            aanbod.inburgeraar_id, aanbod.aanbieder_id, aanbod.lessoort
        )
        check_antwoord_terugnemen(aanbod, dubbel=dubbel, reden=reden)
        aanbod.antwoord_terugnemen()
        aanbod.save()
        act.meld(aanbod.inburgeraar_id, _SOORT, f"Antwoord teruggenomen: {_wat(aanbod)}")
        aanbodtermijnen_bijwerken(act, aanbod.inburgeraar_id)
    return aanbod


@contextmanager
def _handeling(
    aanbod_id: int, versie: int | None, *, door: Medewerker, nu: datetime, reden: str = ""
) -> Iterator[tuple[Handeling, Inburgeringsaanbod]]:
    dossier_id = Inburgeringsaanbod.objects.values_list("inburgeraar", flat=True).get(pk=aanbod_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id], reden=reden) as act:
        yield act, act.vergrendel(Inburgeringsaanbod, aanbod_id, versie=versie)


def _wat(aanbod: Inburgeringsaanbod) -> str:
    return f"{aanbod.get_lessoort_display()} bij {aanbod.aanbieder}"


def _nog_goed(aanbod: Inburgeringsaanbod) -> date | None:
    """An expected end before the new start says nothing any more."""
    start, eind = aanbod.verwachte_start_op, aanbod.verwacht_eind_op
    return None if start and eind and eind < start else eind
