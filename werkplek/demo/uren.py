"""Hours in the demo: a line a week for who takes lessons, some on course and some not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import cycle

from inburgering.datums import lokale_datum
from inburgering.enums import DossierStatus
from leerroutes.enums import Aanwezigheid, DeelnameStatus, Lessoort
from leerroutes.models import Deelname, TrajectStatus, Urenregel
from leerroutes.services.uren import UrenGegevens, uren_vastleggen
from medewerkers.models import Medewerker
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute, Urensoort

_WEEK = timedelta(days=7)
_DINSDAG, _DONDERDAG = 1, 3
_ZIEK, _WEGGEBLEVEN = 9, 13  # one week in so many
_SOORT = {Lessoort.ALFABETISERING: Urensoort.ALFABETISERING, Lessoort.KNM: Urensoort.KNM}
_WEEKSTAAT = "Weekstaat van de school"


@dataclass(frozen=True)
class _Gang:
    """How somebody goes on: the part of the hours agreed, in the lessons and in taking part."""

    les: Decimal
    mee: Decimal


_GANGEN = (
    _Gang(les=Decimal(1), mee=Decimal(8)),
    _Gang(les=Decimal("0.75"), mee=Decimal(5)),
    _Gang(les=Decimal("0.4"), mee=Decimal(2)),
)


def vul_uren(*, door: Medewerker, nu: datetime) -> None:
    """Everybody who takes lessons and has no hours yet, by turns in three ways. Twice is once."""
    deelnames = (
        Deelname.objects.filter(
            status=DeelnameStatus.GESTART,
            traject__status=TrajectStatus.LOPEND,
            inburgeraar__status=DossierStatus.ACTIEF,
            urenregels=None,
        )
        .select_related("traject", "inburgeraar")
        .order_by("pk")
    )
    for deelname, gang in zip(deelnames, cycle(_GANGEN), strict=False):
        regels = list(_regels(deelname, gang, lokale_datum(nu)))
        uren_vastleggen(dossier_id=deelname.inburgeraar_id, regels=regels, door=door, nu=nu)


def _regels(deelname: Deelname, gang: _Gang, vandaag: date) -> Iterator[UrenGegevens]:
    """Not on days that have hours already."""
    bezet = set(
        Urenregel.objects.filter(inburgeraar=deelname.inburgeraar_id).values_list("op", flat=True)
    )
    uren = round(deelname.uren_per_week * gang.les * 2) / Decimal(2)
    for nummer, dag in enumerate(_weken(deelname, _DINSDAG, vandaag), start=1):
        if dag not in bezet:
            yield UrenGegevens(
                soort=_SOORT.get(Lessoort(deelname.lessoort), Urensoort.NEDERLANDS),
                op=dag,
                uren=max(uren, Decimal(1)),
                aanwezigheid=_aanwezigheid(nummer),
                deelname=deelname,
                opmerking=_WEEKSTAAT,
            )
    if not _doet_mee(deelname):
        return
    for dag in _weken(deelname, _DONDERDAG, vandaag):
        if dag not in bezet:
            yield UrenGegevens(soort=Urensoort.PARTICIPATIE, op=dag, uren=gang.mee)


def _weken(deelname: Deelname, weekdag: int, vandaag: date) -> Iterator[date]:
    """That day of every week since the first lesson on the route, up to today."""
    dag = max(deelname.start_op, deelname.traject.start_op)
    dag += timedelta(days=(weekdag - dag.weekday()) % 7)
    while dag <= min(vandaag, deelname.eind_op or vandaag):
        yield dag
        dag += _WEEK


def _aanwezigheid(week: int) -> Aanwezigheid:
    if week % _WEGGEBLEVEN == 0:
        return Aanwezigheid.ONGEOORLOOFD
    return Aanwezigheid.GEOORLOOFD if week % _ZIEK == 0 else Aanwezigheid.AANWEZIG


def _doet_mee(deelname: Deelname) -> bool:
    """Taking part belongs to the Z-route of asielstatushouders; once, with the lessons."""
    return (
        deelname.traject.leerroute == Leerroute.Z.value
        and deelname.inburgeraar.doelgroep == Doelgroep.ASIEL.value
        and deelname.lessoort == Lessoort.TAAL
    )
