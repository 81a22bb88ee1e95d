"""Exams, the taalschakeltraject and the MAP in the demo: every state that a page can show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import cycle
from typing import Any

from inburgering.datums import lokale_datum
from inburgering.enums import (
    DossierStatus,
    Herkomst,
    Onderdeel,
    SchakelNummer,
    SchakelStatus,
)
from inburgering.models import Inburgeraar
from leerroutes.enums import (
    AanbiederSoort,
    ExamenUitslag,
    KeurmerkSoort,
    Lessoort,
    MapThemaSoort,
    RedenGeenUitslag,
    TaalschakelDeel,
)
from leerroutes.models import (
    Aanbieder,
    Examenresultaat,
    Taalschakeltraject,
    Traject,
    TrajectStatus,
)
from leerroutes.queries.examens import onderdeelblad
from leerroutes.queries.keurmerken import heeft_keurmerk
from leerroutes.queries.taalschakel import lopende_deelname
from leerroutes.queries.verwijtbaar import vlag_voor
from leerroutes.services.examens import ExamenGegevens, UitslagGegevens, examen_aanmelden
from leerroutes.services.map import MapEindgesprek, map_eindgesprek_voeren, map_thema_vastleggen
from leerroutes.services.taalschakel import (
    TaalschakelGegevens,
    taalschakel_behalen,
    taalschakel_starten,
    taalschakel_verlaten,
    taalschakeldelen_vastleggen,
)
from leerroutes.services.uren import UrenGegevens, uren_vastleggen
from medewerkers.models import Medewerker
from wet.duo import Vlag
from wet.leerroutes import Leerroute, Urensoort

_DAG = timedelta(days=1)
_LANG_GENOEG = timedelta(days=14)  # to have done the practice before the talk
_TAAL = (Onderdeel.LEZEN, Onderdeel.LUISTEREN, Onderdeel.SCHRIJVEN, Onderdeel.SPREKEN)
_GEDAAN = (
    "Beroepentest gemaakt en besproken.",
    "Geoefend met samenwerken in de kringloopwinkel.",
    "Meegekeken bij een thuiszorgteam.",
    "Vacatures gezocht in de eigen buurt.",
    "Cursus hygiëne in de keuken.",
    "Naar de banenmarkt in Leek geweest.",
    "Brief en cv gemaakt.",
    "Gepraat over op tijd komen en ziek melden.",
)
_PLEKKEN = ("Kringloop Leek", "Bakkerij Bolt", "Zorghuis de Linde", "Hoveniersbedrijf Smid")
_VERSLAG = (
    "Wil in de zorg werken. Weet welke opleiding daarbij hoort en heeft een adres voor een stage."
)


def vul_examens(*, door: Medewerker, nu: datetime) -> None:
    """Everybody on a route gets a story by turns. Twice is once: here they are our own record."""
    if Examenresultaat.objects.filter(herkomst=Herkomst.EIGEN).exists():
        return
    verteller = _Verteller(vandaag=lokale_datum(nu), wie={"door": door, "nu": nu})
    for route, verhalen in (
        (Leerroute.B, (*_OVER_EXAMENS, *_OVER_EXAMENS[:2])),
        (Leerroute.Z, (_Verteller.wens, _Verteller.niets, _Verteller.niets)),
        (Leerroute.O, _OVER_TAALSCHAKEL),
    ):
        verteller.vertel(verhalen, _trajecten([route]))
    verteller.vertel(_OVER_DE_MAP, _trajecten([Leerroute.B, Leerroute.Z]))


def _trajecten(routes: Iterable[Leerroute]) -> list[Traject]:
    """Who follows one of these routes and is not done, in the order in which they came."""
    trajecten = Traject.objects.filter(
        leerroute__in=[route.value for route in routes],
        status=TrajectStatus.LOPEND,
        inburgeraar__status=DossierStatus.ACTIEF,
        inburgeraar__schakels__nummer=SchakelNummer.INBURGEREN,
        inburgeraar__schakels__status=SchakelStatus.OPEN,
    ).select_related("inburgeraar")
    return list(trajecten.order_by("pk"))


Verhaal = Callable[["_Verteller", Traject], None]


@dataclass(frozen=True, kw_only=True)
class _Verteller:
    vandaag: date
    wie: dict[str, Any]

    def vertel(self, verhalen: Iterable[Verhaal], trajecten: Iterable[Traject]) -> None:
        for verhaal, traject in zip(cycle(verhalen), trajecten, strict=False):
            verhaal(self, traject)

    def niets(self, traject: Traject) -> None:
        """Nothing yet."""

    # --- Exams -----------------------------------------------------------------------------------
    def aangemeld(self, traject: Traject) -> None:
        self._examen(traject, Onderdeel.LEZEN, self.vandaag + 21 * _DAG)

    def wacht(self, traject: Traject) -> None:
        self._examen(traject, Onderdeel.LUISTEREN, self._toen(traject, 9))
        self._examen(traject, Onderdeel.KNM, self.vandaag + 12 * _DAG)

    def opnieuw(self, traject: Traject) -> None:
        """Failed, passed the second time; did not come to another."""
        self._examen(traject, Onderdeel.SPREKEN, self._toen(traject, 5), ExamenUitslag.GEZAKT)
        self._examen(traject, Onderdeel.SPREKEN, self._toen(traject, 8), ExamenUitslag.GESLAAGD)
        self._examen(traject, Onderdeel.SCHRIJVEN, self._toen(traject, 8), ExamenUitslag.GEEN)

    def bijna(self, traject: Traject) -> None:
        for deel in (Onderdeel.LEZEN, Onderdeel.LUISTEREN, Onderdeel.KNM):
            self._examen(traject, deel, self._toen(traject, 7), ExamenUitslag.GESLAAGD)
        self._examen(traject, Onderdeel.SCHRIJVEN, self._toen(traject, 7), ExamenUitslag.GEZAKT)
        self._examen(traject, Onderdeel.SCHRIJVEN, self.vandaag + 30 * _DAG)

    def alles(self, traject: Traject) -> None:
        for deel in (*_TAAL, Onderdeel.KNM):
            self._examen(traject, deel, self._toen(traject, 8), ExamenUitslag.GESLAAGD)

    def van_eerder(self, traject: Traject) -> None:
        """Passed before the term: it counts when DUO says so."""
        dag = traject.start_op - 40 * _DAG
        self._examen(traject, Onderdeel.LEZEN, dag, ExamenUitslag.GESLAAGD)

    def wens(self, traject: Traject) -> None:
        """On the Z-route by choice."""
        self._examen(traject, Onderdeel.LEZEN, self._toen(traject, 6), ExamenUitslag.GESLAAGD)

    # --- The taalschakeltraject ------------------------------------------------------------------
    def op_school(self, traject: Traject) -> None:
        schakel = self._naar_school(traject)
        if schakel is not None:
            self._delen(schakel, traject, TaalschakelDeel.REKENEN)

    def met_diploma(self, traject: Traject) -> None:
        schakel = self._naar_school(traject)
        if schakel is not None:
            self._delen(schakel, traject, *TaalschakelDeel)
            op = max(schakel.start_op, self._toen(traject, 9))
            taalschakel_behalen(taalschakel_id=schakel.pk, versie=None, op=op, **self.wie)

    def van_school(self, traject: Traject) -> None:
        """Left without a diploma; the exams are the other way."""
        schakel = self._naar_school(traject)
        if schakel is not None:
            reden = "Ging werken om het gezin te onderhouden."
            op = max(schakel.start_op, self._toen(traject, 8))
            taalschakel_verlaten(
                taalschakel_id=schakel.pk, versie=None, op=op, reden=reden, **self.wie
            )
            self._examen(traject, Onderdeel.LEZEN, self.vandaag + 18 * _DAG)

    # --- The MAP ---------------------------------------------------------------------------------
    def themas(self, traject: Traject) -> None:
        self._themas(traject, 3)

    def halverwege(self, traject: Traject) -> None:
        self._themas(traject, 6)
        self._praktijk(traject, dagen=3)

    def gesprek_nodig(self, traject: Traject) -> None:
        self._themas(traject, 8)
        self._praktijk(traject, dagen=5)

    def afgerond(self, traject: Traject) -> None:
        self.gesprek_nodig(traject)
        if self.vandaag - traject.start_op < _LANG_GENOEG:
            return
        op = self._toen(traject, 9)
        te_laat = vlag_voor(traject.inburgeraar_id, op) is not Vlag.NIET_VRAGEN
        gesprek = MapEindgesprek(op=op, verslag=_VERSLAG, verwijtbaar=te_laat or None)
        map_eindgesprek_voeren(dossier_id=traject.inburgeraar_id, gegevens=gesprek, **self.wie)

    # --- How -------------------------------------------------------------------------------------
    def _toen(self, traject: Traject, deel: int) -> date:
        """A day `deel` tenths along the route; not after today, nor before the term."""
        dag = traject.start_op + (self.vandaag - traject.start_op) * deel // 10
        return min(max(dag, traject.start_op + _DAG), self.vandaag)

    def _examen(
        self, traject: Traject, deel: Onderdeel, op: date, uitslag: ExamenUitslag | None = None
    ) -> None:
        dossier: Inburgeraar = traject.inburgeraar
        if Examenresultaat.objects.filter(
            inburgeraar=dossier, onderdeel=deel, examen_op=op
        ).exists():
            return  # a route so young that two attempts fall on one day
        blad = onderdeelblad(dossier, deel, op=self.vandaag)
        taal = deel != Onderdeel.KNM
        examen_aanmelden(
            dossier_id=dossier.pk,
            onderdeel=deel,
            gegevens=ExamenGegevens(
                examen_op=op,
                niveau=(blad.niveau or "A2") if taal else "",
                gratis=blad.gratis_over > 0,
                toch=True,
                lager=True,
            ),
            uitslag=self._uitslag(op, uitslag),
            **self.wie,
        )

    def _uitslag(self, op: date, uitslag: ExamenUitslag | None) -> UitslagGegevens | None:
        if uitslag is None:
            return None
        geen = uitslag == ExamenUitslag.GEEN
        return UitslagGegevens(
            uitslag=uitslag,
            uitslag_op=min(op + 40 * _DAG, self.vandaag),
            reden_geen=RedenGeenUitslag.NIET_VERSCHENEN if geen else None,
        )

    def _naar_school(self, traject: Traject) -> Taalschakeltraject | None:
        """Where the lessons are that run, else at a school that may give the diploma."""
        les = lopende_deelname(traject.inburgeraar_id)
        start_op = les.start_op if les else self._toen(traject, 1)
        school = les.aanbieder if les else _school(start_op)
        if school is None or not _erkend(school, start_op):
            return None
        gegevens = TaalschakelGegevens(
            aanbieder=school,
            start_op=start_op,
            verwacht_eind_op=start_op + 540 * _DAG,
        )
        return taalschakel_starten(dossier_id=traject.inburgeraar_id, gegevens=gegevens, **self.wie)

    def _delen(
        self, schakel: Taalschakeltraject, traject: Traject, *delen: TaalschakelDeel
    ) -> None:
        behaald = {deel: max(schakel.start_op, self._toen(traject, 7)) for deel in delen}
        taalschakeldelen_vastleggen(taalschakel_id=schakel.pk, behaald=behaald, **self.wie)

    def _themas(self, traject: Traject, aantal: int) -> None:
        for n, (soort, wat) in enumerate(zip(MapThemaSoort, _GEDAAN, strict=True)):
            if n < aantal:
                map_thema_vastleggen(
                    dossier_id=traject.inburgeraar_id,
                    soort=soort,
                    gedaan_op=self._toen(traject, n + 1),
                    toelichting=wat,
                    **self.wie,
                )

    def _praktijk(self, traject: Traject, *, dagen: int) -> None:
        """Eight hours a day, up to the day on which a closing talk may be."""
        laatste = self._toen(traject, 9)
        plek = _PLEKKEN[traject.pk % len(_PLEKKEN)]
        regels = [
            UrenGegevens(
                soort=Urensoort.MAP_PRAKTIJK,
                op=dag,
                uren=Decimal(8),
                opmerking=plek,
            )
            for n in range(dagen)
            if (dag := laatste - n * _DAG) > traject.start_op
        ]
        uren_vastleggen(dossier_id=traject.inburgeraar_id, regels=regels, **self.wie)


def _erkend(school: Aanbieder, op: date) -> bool:
    return heeft_keurmerk(school.pk, voor=Lessoort.TAALSCHAKEL, op=op)


def _school(op: date) -> Aanbieder | None:
    """One that may give the diploma on that day."""
    return (
        Aanbieder.objects.filter(
            soorten__contains=[AanbiederSoort.TAALSCHAKEL],
            keurmerken__soort=KeurmerkSoort.DIPLOMA_ERKENNING,
            keurmerken__start_op__lte=op,
        )
        .exclude(keurmerken__eind_op__lt=op)
        .first()
    )


_OVER_EXAMENS: tuple[Verhaal, ...] = (
    _Verteller.bijna,
    _Verteller.aangemeld,
    _Verteller.opnieuw,
    _Verteller.wacht,
    _Verteller.alles,
    _Verteller.van_eerder,
    _Verteller.niets,
)
_OVER_TAALSCHAKEL: tuple[Verhaal, ...] = (
    _Verteller.op_school,
    _Verteller.met_diploma,
    _Verteller.van_school,
)
_OVER_DE_MAP: tuple[Verhaal, ...] = (
    _Verteller.halverwege,
    _Verteller.afgerond,
    _Verteller.gesprek_nodig,
    _Verteller.themas,
    _Verteller.niets,
)
