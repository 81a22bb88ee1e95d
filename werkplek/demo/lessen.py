"""Lessons in the demo: offers in every state, schools that migrants chose, and talks as they went.

Told to people whose route runs, on the days on which it would have been; hours come after this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from inburgering.datums import AMSTERDAM, lokale_datum
from inburgering.enums import DossierStatus, SchakelNummer, SchakelStatus
from leerroutes.enums import AanbiederSoort, GesprekStatus, Lessoort, Oordeel, TrajectStatus
from leerroutes.models import Aanbieder, Deelname, Inburgeringsaanbod, Traject, Voortgangsgesprek
from leerroutes.policies.aanbod import AanbodGegevens
from leerroutes.policies.deelname import DeelnameGegevens
from leerroutes.queries.aanbodtermijn import verklaringen_van
from leerroutes.services.aanbod import (
    aanbod_aanvaarden,
    aanbod_beeindigen,
    aanbod_doen,
    aanbod_op_wachtlijst,
    aanbod_starten,
    aanbod_weigeren,
)
from leerroutes.services.aanbodbrief import aanbodbrief_maken, verklaring_maken
from leerroutes.services.deelname import deelname_starten
from leerroutes.services.gesprekken import gesprek_afspreken, gesprek_voeren
from medewerkers.models import Medewerker
from wet.doelgroepen import Doelgroep
from wet.kalender import verleng_naar_werkdag
from wet.leerroutes import Leerroute

_DUO = "De gegevens van DUO volgen nog."
_VERSLAGEN = (
    ("De lessen gaan goed. Lezen is nog lastig.", "Elke week naar het taalcafé in Leek."),
    ("Mist lessen door de zorg voor de kinderen.", "Vraagt kinderopvang aan, met De Schans."),
    ("Wil graag werken naast de lessen.", "Belt met de werkmakelaar over een proefplaatsing."),
    ("Heeft een examen gehaald en is trots.", ""),
)
_UREN = {Leerroute.B: Decimal(12), Leerroute.Z: Decimal("9.5"), Leerroute.O: Decimal(20)}


def vul_lessen(*, door: Medewerker, nu: datetime) -> None:
    """Twice is once: who has an offer or lessons has been told about."""
    trajecten = list(_trajecten())
    asiel = [t for t in trajecten if t.inburgeraar.doelgroep == Doelgroep.ASIEL.value]
    klaar = _met_lessen()
    vertellers = {}
    for n, traject in enumerate(trajecten):
        vertellers[traject.pk] = _Verteller(traject=traject, n=n, door=door, nu=nu)
    for traject, verhaal in _verdeel(asiel, lokale_datum(nu)):
        if traject.inburgeraar_id not in klaar:
            verhaal(vertellers[traject.pk])
    _afgerond(klaar, door=door, nu=nu)
    for traject in trajecten:
        if traject not in asiel and traject.inburgeraar_id not in klaar:
            vertellers[traject.pk].zelf_gekozen()
    for verteller in vertellers.values():
        verteller.gesprekken()


def _trajecten() -> QuerySet[Traject]:
    """That run, and are not done with schakel 4; the youngest first."""
    return _lopend(SchakelStatus.OPEN).order_by("-start_op", "-pk")


def _lopend(status: SchakelStatus) -> QuerySet[Traject]:
    """Of people in this state of schakel 4."""
    return Traject.objects.filter(
        status=TrajectStatus.LOPEND,
        inburgeraar__status=DossierStatus.ACTIEF,
        inburgeraar__schakels__nummer=SchakelNummer.INBURGEREN,
        inburgeraar__schakels__status=status,
    ).select_related("inburgeraar__consulent")


def _afgerond(klaar: set[int], *, door: Medewerker, nu: datetime) -> None:
    """Who finished with exams alone had lessons too: of them the offer was in time."""
    trajecten = _lopend(SchakelStatus.AFGEROND).filter(inburgeraar__doelgroep=Doelgroep.ASIEL.value)
    for n, traject in enumerate(trajecten.exclude(inburgeraar__in=klaar).order_by("pk")):
        _Verteller(traject=traject, n=n, door=door, nu=nu).gewoon()


def _met_lessen() -> set[int]:
    aanboden = Inburgeringsaanbod.objects.values_list("inburgeraar", flat=True)
    return {*aanboden, *Deelname.objects.values_list("inburgeraar", flat=True)}


@dataclass(frozen=True)
class _Verteller:
    """Tells one person's lessons; `n` varies them."""

    traject: Traject
    n: int
    door: Medewerker
    nu: datetime

    # --- What became of an offer -----------------------------------------------------------------
    def gewoon(self) -> None:
        """Offered in the second month, accepted and begun; as far as the days reach."""
        self._loop(aanbod=14 + self.n % 40)

    def alleen_aangeboden(self) -> None:
        self._aanbod(dag=10 + self.n % 20)

    def op_de_wachtlijst(self) -> None:
        aanbod = self._aanbod(dag=20)
        self._doe(aanbod_aanvaarden, aanbod, dag=27)
        straks = lokale_datum(self.nu) + timedelta(days=24)
        self._doe(aanbod_op_wachtlijst, aanbod, dag=34, verwachte_start_op=straks)
        aanbodbrief_maken(aanbod_id=aanbod.pk, **self._wie(34))

    def geweigerd(self) -> None:
        aanbod = self._aanbod(dag=15)
        reden = "De school is te ver weg met de bus."
        self._doe(aanbod_weigeren, aanbod, dag=25, reden=reden)

    def te_laat(self) -> None:
        """After the three months: with a statement of the college."""
        self._loop(aanbod=130)
        if not verklaringen_van([self.traject.inburgeraar_id]):
            verklaring_maken(dossier_id=self.traject.inburgeraar_id, **self._wie(140))

    def geen_aanbod(self) -> None:
        """Nobody thought of it: the term passes, and the night asks for a statement."""

    def gewisseld(self) -> None:
        """The school closed the group; another goes on with it."""
        self._loop(aanbod=20)
        eerste = Inburgeringsaanbod.objects.get(traject=self.traject)
        reden = "De school sluit deze groep."
        self._doe(aanbod_beeindigen, eerste, dag=160, reden=reden)
        self._loop(aanbod=162, school=1)

    def met_alfabetisering(self) -> None:
        """First to read and write, beside the other lessons."""
        self._loop(aanbod=21, lessoort=Lessoort.ALFABETISERING, uren=Decimal(6))
        self._loop(aanbod=30)

    def zelf_gekozen(self) -> None:
        """A gezins- or overige migrant found a school; some are still looking."""
        start = self._dag(28 + self.n % 60)
        if start > lokale_datum(self.nu) or self.n % 5 == 4:
            return
        deelname_starten(
            dossier_id=self.traject.inburgeraar_id,
            gegevens=DeelnameGegevens(
                aanbieder=self._school(Lessoort.TAAL, self.n),
                lessoort=Lessoort.TAAL,
                uren_per_week=Decimal(6),
                start_op=start,
                groep=("avond", "ochtend")[self.n % 2],
            ),
            **self._wie_op(start),
        )

    def _loop(self, *, aanbod: int, school: int = 0, **les: Any) -> None:
        """Offered on that day of the route, accepted a week later, begun two weeks after that."""
        if not self._al(aanbod):
            return
        rij = self._aanbod(dag=aanbod, school=school, **les)
        if self._al(aanbod + 7):
            self._doe(aanbod_aanvaarden, rij, dag=aanbod + 7)
        if self._al(aanbod + 21):
            groep = f"{'ABC'[self.n % 3]}{self.n % 4 + 1}"
            self._doe(aanbod_starten, rij, dag=aanbod + 21, groep=groep)

    def _aanbod(
        self,
        *,
        dag: int,
        school: int = 0,
        lessoort: Lessoort | None = None,
        uren: Decimal | None = None,
    ) -> Inburgeringsaanbod:
        route = Leerroute(self.traject.leerroute)
        les = lessoort or (Lessoort.TAALSCHAKEL if route is Leerroute.O else Lessoort.TAAL)
        return aanbod_doen(
            dossier_id=self.traject.inburgeraar_id,
            gegevens=AanbodGegevens(
                aanbieder=self._school(les, self.n + school),
                lessoort=les,
                uren_per_week=uren or _UREN[route],
                gedaan_op=self._dag(dag),
                verwachte_start_op=self._dag(dag + 21),
            ),
            duo_reden=_DUO,
            **self._wie(dag),
        )

    def _doe(
        self, handeling: Callable[..., Any], aanbod: Inburgeringsaanbod, *, dag: int, **wat: Any
    ) -> None:
        handeling(aanbod_id=aanbod.pk, versie=None, op=self._dag(dag), **wat, **self._wie(dag))

    def _school(self, lessoort: Lessoort, n: int) -> Aanbieder:
        taalschakel = lessoort is Lessoort.TAALSCHAKEL
        soort = AanbiederSoort.TAALSCHAKEL if taalschakel else AanbiederSoort.TAAL
        scholen = Aanbieder.objects.filter(soorten__contains=[soort.value]).order_by("pk")
        return scholen[n % scholen.count()]

    # --- Talks -----------------------------------------------------------------------------------
    def gesprekken(self) -> None:
        """Those that were due are held, but for the last of some; one to come is planned."""
        vandaag = lokale_datum(self.nu)
        gepland = list(
            Voortgangsgesprek.objects.filter(traject=self.traject, status=GesprekStatus.GEPLAND)
        )
        voorbij = [gesprek for gesprek in gepland if gesprek.uiterlijk_op < vandaag]
        for gesprek in voorbij[:-1] if self.n % 7 == 3 else voorbij:
            self._voer(gesprek)
        komt = [gesprek for gesprek in gepland if gesprek.uiterlijk_op >= vandaag]
        if komt and komt[0].afspraak_id is None and self.n % 6 == 1:
            self._spreek_af(komt[0])

    def _voer(self, gesprek: Voortgangsgesprek) -> None:
        dag = verleng_naar_werkdag(gesprek.uiterlijk_op - timedelta(days=4 + self.n % 9))
        verslag, afspraken = _VERSLAGEN[(self.n + gesprek.nummer) % len(_VERSLAGEN)]
        gesprek_voeren(
            gesprek_id=gesprek.pk,
            versie=None,
            op=dag,
            verslag=verslag,
            afspraken=afspraken,
            inspanning=Oordeel.TE_WEINIG if self.n % 11 == 5 else Oordeel.GENOEG,
            **self._wie_op(dag),
        )

    def _spreek_af(self, gesprek: Voortgangsgesprek) -> None:
        dag = verleng_naar_werkdag(lokale_datum(self.nu) + timedelta(days=2 + self.n % 12))
        gesprek_afspreken(
            gesprek_id=gesprek.pk,
            versie=None,
            begint_at=datetime.combine(dag, time(10 + self.n % 5), AMSTERDAM),
            plaats="Gemeentehuis Leek",
            door=self.door,
            nu=self.nu,
        )

    # --- When, and by whom -----------------------------------------------------------------------
    def _al(self, dag: int) -> bool:
        return self._dag(dag) <= lokale_datum(self.nu)

    def _dag(self, dag: int) -> date:
        """That day of the route."""
        return self.traject.start_op + timedelta(days=dag)

    def _wie(self, dag: int) -> dict[str, Any]:
        return self._wie_op(self._dag(dag))

    def _wie_op(self, dag: date) -> dict[str, Any]:
        moment = min(datetime.combine(dag, time(11, self.n % 60), AMSTERDAM), self.nu)
        return {"door": self.traject.inburgeraar.consulent or self.door, "nu": moment}


Verhaal = Callable[[_Verteller], None]

# What is told to the youngest route that has run so many days; to all others the ordinary story.
_BIJZONDER: tuple[tuple[int, Verhaal], ...] = (
    (31, _Verteller.alleen_aangeboden),
    (40, _Verteller.op_de_wachtlijst),
    (45, _Verteller.geweigerd),
    (98, _Verteller.geen_aanbod),
    (155, _Verteller.te_laat),
    (190, _Verteller.gewisseld),
    (60, _Verteller.met_alfabetisering),
)


def _verdeel(trajecten: list[Traject], vandaag: date) -> Iterator[tuple[Traject, Verhaal]]:
    """Each special story once. Who was told one is the same person the next time."""
    bijzonder = list(_BIJZONDER)
    for traject in trajecten:
        dagen = (vandaag - traject.start_op).days
        past = [paar for paar in bijzonder if paar[0] <= dagen and traject.leerroute != "O"]
        if past:
            bijzonder.remove(past[0])
        yield traject, past[0][1] if past else _Verteller.gewoon
