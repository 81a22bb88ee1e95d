"""The evidence of who finished: lessons, exams, PVT, MAP and talks, as the route asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from inburgering.enums import Herkomst, Onderdeel
from inburgering.models import Inburgeraar
from leerroutes.enums import AanbiederSoort, ExamenUitslag, Lessoort
from leerroutes.models import Aanbieder, Deelname, Traject, TrajectStatus
from leerroutes.policies.aanbod import AanbodGegevens
from leerroutes.policies.deelname import DeelnameGegevens
from leerroutes.services.aanbod import aanbod_aanvaarden, aanbod_doen, aanbod_starten
from leerroutes.services.deelname import deelname_starten
from leerroutes.services.eindgesprek import EindgesprekGegevens, eindgesprek_voeren
from leerroutes.services.examens import ExamenGegevens, UitslagGegevens, examen_aanmelden
from leerroutes.services.map import MapEindgesprek, map_eindgesprek_voeren
from leerroutes.services.pvt_verklaring import verklaring_elders_vastleggen
from leerroutes.services.taalschakel import (
    TaalschakelGegevens,
    taalschakel_behalen,
    taalschakel_starten,
)
from leerroutes.services.uren import UrenGegevens, uren_vastleggen
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute, Urensoort

DAG, WEEK = timedelta(days=1), timedelta(days=7)
_REDEN = "Overgenomen uit het oude dossier."


def volbreng(dossier: Inburgeraar, *, op: date, wie: dict[str, Any]) -> None:
    """Everything that closes the route, done by `op`; `wie` is who records it, and when."""
    traject = Traject.objects.get(inburgeraar=dossier, status=TrajectStatus.LOPEND)
    route = Leerroute(traject.leerroute)
    pvt_op, map_op = traject.start_op + 20 * WEEK + 2 * DAG, op - 3 * WEEK
    verklaring_elders_vastleggen(
        dossier_id=dossier.pk,
        ondertekend_op=pvt_op,
        elders="Uit het oude dossier: gevolgd bij De Schans",
        uren=Decimal(12),
        gemeld=False,
        verwijtbaar=None,
        **wie,
    )
    if route is Leerroute.O:
        _taalschakel(dossier, traject, op=op - 2 * WEEK, wie=wie)
        return
    _map(dossier, traject, op=map_op, wie=wie)
    if route is Leerroute.B:
        _examens(dossier, op=op - 8 * WEEK, wie=wie)
        return
    _uren(dossier, traject, wie=wie)
    gesprek = EindgesprekGegevens(op=op - WEEK, verslag="Teruggekeken en vooruitgekeken.")
    eindgesprek_voeren(dossier_id=dossier.pk, gegevens=gesprek, **wie)


def _examens(dossier: Inburgeraar, *, op: date, wie: dict[str, Any]) -> None:
    for nummer, onderdeel in enumerate(Onderdeel):
        examen_op = op - nummer * 5 * WEEK
        niveau = "" if onderdeel is Onderdeel.KNM else "B1"
        examen_aanmelden(
            dossier_id=dossier.pk,
            onderdeel=onderdeel,
            gegevens=ExamenGegevens(examen_op=examen_op, niveau=niveau),
            uitslag=UitslagGegevens(
                uitslag=ExamenUitslag.GESLAAGD, uitslag_op=examen_op + 6 * WEEK
            ),
            herkomst=Herkomst.DUO,
            **wie,
        )


def _map(dossier: Inburgeraar, traject: Traject, *, op: date, wie: dict[str, Any]) -> None:
    dagen = [traject.start_op + timedelta(days=2) + (30 + n) * WEEK for n in range(5)]
    praktijk = [
        UrenGegevens(soort=Urensoort.MAP_PRAKTIJK, op=dag, uren=Decimal(8)) for dag in dagen
    ]
    uren_vastleggen(dossier_id=dossier.pk, regels=praktijk, **wie)
    gesprek = MapEindgesprek(op=op, verslag="Wil verder in de zorg; zoekt een leerwerkplek.")
    map_eindgesprek_voeren(dossier_id=dossier.pk, gegevens=gesprek, **wie)


def _taalschakel(dossier: Inburgeraar, traject: Traject, *, op: date, wie: dict[str, Any]) -> None:
    gegevens = TaalschakelGegevens(
        aanbieder=_school(AanbiederSoort.TAALSCHAKEL), start_op=traject.start_op + 4 * WEEK
    )
    schakel = taalschakel_starten(dossier_id=dossier.pk, gegevens=gegevens, **wie)
    taalschakel_behalen(taalschakel_id=schakel.pk, versie=None, op=op, **wie)


def _uren(dossier: Inburgeraar, traject: Traject, *, wie: dict[str, Any]) -> None:
    """Lessons of a year and a half; for an asielstatushouder as much taking part."""
    lessen = _lessen(dossier, traject, wie=wie)
    regels = list(_per_week(lessen.start_op, Urensoort.NEDERLANDS, 800, deelname=lessen))
    if dossier.doelgroep == Doelgroep.ASIEL.value:
        begin = lessen.start_op + timedelta(days=1)
        regels += _per_week(begin, Urensoort.PARTICIPATIE, 752)
    uren_vastleggen(dossier_id=dossier.pk, regels=regels, **wie)


def _per_week(
    begin: date, soort: Urensoort, totaal: int, deelname: Deelname | None = None
) -> Iterator[UrenGegevens]:
    per_week = 16
    for week in range(totaal // per_week):
        yield UrenGegevens(
            soort=soort, op=begin + week * WEEK, uren=Decimal(per_week), deelname=deelname
        )


def _lessen(dossier: Inburgeraar, traject: Traject, *, wie: dict[str, Any]) -> Deelname:
    school, start = _school(AanbiederSoort.TAAL), traject.start_op + 6 * WEEK
    les: dict[str, Any] = {
        "aanbieder": school,
        "lessoort": Lessoort.TAAL,
        "uren_per_week": Decimal(16),
    }
    if dossier.doelgroep != Doelgroep.ASIEL.value:
        gegevens = DeelnameGegevens(start_op=start, **les)
        return deelname_starten(dossier_id=dossier.pk, gegevens=gegevens, **wie)
    aanbod = aanbod_doen(
        dossier_id=dossier.pk,
        gegevens=AanbodGegevens(gedaan_op=traject.start_op + 2 * WEEK, **les),
        duo_reden=_REDEN,
        **wie,
    )
    aanbod_aanvaarden(aanbod_id=aanbod.pk, versie=None, op=traject.start_op + 3 * WEEK, **wie)
    aanbod_starten(aanbod_id=aanbod.pk, versie=None, op=start, **wie)
    return Deelname.objects.get(aanbod=aanbod)


def _school(soort: AanbiederSoort) -> Aanbieder:
    """The one that gives this longest."""
    return Aanbieder.objects.filter(soorten__contains=[soort]).order_by("keurmerken__start_op")[0]
