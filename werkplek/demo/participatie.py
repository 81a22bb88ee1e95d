"""Taking part in the demo: the places of the policy, employers with vacancies, and who is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from inburgering.datums import lokale_datum
from inburgering.enums import DossierStatus, Regime
from inburgering.models import Inburgeraar
from leerroutes.enums import PlaatsingUitkomst, PlekSoort, SubsidieSoort
from leerroutes.models import Participatieplek, Plaatsing, Traject, TrajectStatus, Vacature
from leerroutes.services.plaatsingen import (
    plaatsen,
    plaatsing_beeindigen,
    plaatsing_niet_doorgaan,
    plaatsing_starten,
    plaatsing_wijzigen,
)
from leerroutes.services.plekken import PlekGegevens, plek_stoppen, plek_toevoegen
from leerroutes.services.uren import UrenGegevens, uren_vastleggen
from leerroutes.services.werkgevers import (
    VacatureGegevens,
    WerkgeverGegevens,
    vacature_laten_vervallen,
    vacature_openen,
    vacature_vervullen,
    werkgever_toevoegen,
)
from medewerkers.models import Medewerker
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute, Urensoort

_DAGEN = 110  # how far back somebody may have been put forward
_EIGEN = PlekSoort.EIGEN
_PLEKKEN: tuple[tuple[str, PlekSoort, str, str, int | None], ...] = (
    ("Novatec", _EIGEN, "Zuidhorn", "Inpakken, monteren en schoonmaken.", 20),
    ("Groenproject de Peebos", _EIGEN, "Opende", "Werken in de tuin en het groen.", 8),
    ("Waste Train", _EIGEN, "Leek", "Afval scheiden en zwerfafval opruimen.", 6),
    ("Sport en Bewegen", _EIGEN, "Marum", "Helpen bij sportlessen en op het sportveld.", 5),
    ("Ambachtenproject", _EIGEN, "Grootegast", "Hout, fietsen en textiel maken en repareren.", 4),
    ("Dorpshuis Tolbert", PlekSoort.VRIJWILLIGERSWERK, "Tolbert", "Koken en gastheer zijn.", 2),
    ("Kringloop Leek", PlekSoort.VRIJWILLIGERSWERK, "Leek", "Sorteren en verkopen.", None),
    ("Werkleerplek zorg", PlekSoort.INGEKOCHT, "Groningen", "Meelopen in een zorghuis.", 3),
)
_GESTOPT = ("Naaiatelier Oldehove", PlekSoort.VRIJWILLIGERSWERK, "Oldehove", "Kleding maken.", 3)
_WERKGEVERS: tuple[tuple[str, str, str, tuple[tuple[str, int, int], ...]], ...] = (
    ("Bakkerij Bolt", "Voeding", "Zuidhorn", (("Bakkershulp", 24, 1), ("Verkoper", 16, 1))),
    ("Hoveniersbedrijf Smid", "Groen", "Marum", (("Medewerker groen", 32, 2),)),
    ("Zorghuis de Linde", "Zorg", "Leek", (("Huishoudelijke hulp", 20, 2), ("Kok", 28, 1))),
    ("Bouwbedrijf Veenstra", "Bouw", "Grootegast", (("Timmerman in opleiding", 36, 1),)),
    ("Transport Wold", "Vervoer", "Leek", (("Magazijnmedewerker", 32, 3),)),
    ("Restaurant de Oude Haven", "Horeca", "Zoutkamp", (("Afwashulp", 12, 1),)),
)


@dataclass(frozen=True, kw_only=True)
class _Mens:
    """Somebody to place, from a day on which that could be."""

    dossier_id: int
    vanaf: date


Verhaal = Callable[[_Mens, int], None]


@dataclass(frozen=True, kw_only=True)
class _Plaatser:
    """Tells what became of people, one after another."""

    vandaag: date
    wie: dict[str, Any]
    plekken: list[Participatieplek]
    vacatures: list[Vacature]

    def aangemeld(self, mens: _Mens, n: int) -> None:
        self._op_plek(mens, n)

    def gestart(self, mens: _Mens, n: int) -> None:
        self._met_uren(self._gestart(self._op_plek(mens, n), mens))

    def verder(self, mens: _Mens, n: int) -> None:
        """One place ended, and another followed."""
        eerste = self._gestart(self._op_plek(mens, n), mens)
        eind_op = min(self.vandaag, mens.vanaf + timedelta(days=45))
        self._met_uren(eerste, tot=eind_op)
        self._einde(eerste, eind_op, PlaatsingUitkomst.ANDERE_PLEK)
        tweede = self._op_plek(mens, n + 1, later=46)
        if tweede.aangemeld_op <= self.vandaag:
            self._begin(tweede, self.vandaag)

    def niet_doorgegaan(self, mens: _Mens, n: int) -> None:
        reden = "Kreeg op het laatste moment geen oppas."
        plaatsing = self._op_plek(mens, n)
        plaatsing_niet_doorgaan(plaatsing_id=plaatsing.pk, versie=None, reden=reden, **self.wie)

    def met_subsidie(self, mens: _Mens, n: int) -> None:
        plaatsing = self._gestart(self._op_werk(mens, n), mens)
        soort = (SubsidieSoort.LOONKOSTEN, SubsidieSoort.PROEFPLAATSING)[n % 2]
        plaatsing_wijzigen(
            plaatsing_id=plaatsing.pk,
            versie=None,
            uren_per_week=plaatsing.uren_per_week,
            subsidie=soort,
            subsidie_bedrag=Decimal("640.00") if soort == SubsidieSoort.LOONKOSTEN else None,
            subsidie_eind_op=self.vandaag + timedelta(days=25 + n),
            **self.wie,
        )

    def aan_het_werk(self, mens: _Mens, n: int) -> None:
        """The placement ended because the person got the job."""
        plaatsing = self._gestart(self._op_werk(mens, n), mens)
        self._einde(plaatsing, self.vandaag, PlaatsingUitkomst.WERK)

    def gestopt(self, mens: _Mens, n: int) -> None:
        plaatsing = self._gestart(self._op_plek(mens, n), mens)
        eind_op = min(self.vandaag, mens.vanaf + timedelta(days=30))
        self._einde(plaatsing, eind_op, PlaatsingUitkomst.GESTOPT, "Het werk was te zwaar.")

    def _op_plek(self, mens: _Mens, n: int, *, later: int = 2) -> Plaatsing:
        return plaatsen(
            dossier_id=mens.dossier_id,
            plek_id=self.plekken[n % len(self.plekken)].pk,
            uren_per_week=Decimal(16),
            aangemeld_op=min(self.vandaag, mens.vanaf + timedelta(days=later)),
            **self.wie,
        )

    def _op_werk(self, mens: _Mens, n: int) -> Plaatsing:
        vacature = self.vacatures[n % len(self.vacatures)]
        return plaatsen(
            dossier_id=mens.dossier_id,
            vacature_id=vacature.pk,
            uren_per_week=vacature.uren_per_week,
            aangemeld_op=min(self.vandaag, mens.vanaf + timedelta(days=2)),
            **self.wie,
        )

    def _gestart(self, plaatsing: Plaatsing, mens: _Mens) -> Plaatsing:
        return self._begin(plaatsing, min(self.vandaag, mens.vanaf + timedelta(days=7)))

    def _begin(self, plaatsing: Plaatsing, op: date) -> Plaatsing:
        return plaatsing_starten(plaatsing_id=plaatsing.pk, versie=None, op=op, **self.wie)

    def _einde(
        self, plaatsing: Plaatsing, op: date, uitkomst: PlaatsingUitkomst, reden: str = ""
    ) -> None:
        plaatsing_beeindigen(
            plaatsing_id=plaatsing.pk,
            versie=None,
            op=op,
            uitkomst=uitkomst,
            reden=reden,
            **self.wie,
        )

    def _met_uren(self, plaatsing: Plaatsing, tot: date | None = None) -> None:
        """One line a week, on the weekday it began."""
        assert plaatsing.start_op is not None  # it began
        weken = ((tot or self.vandaag) - plaatsing.start_op).days // 7
        regels = [
            UrenGegevens(
                soort=Urensoort.PARTICIPATIE,
                op=plaatsing.start_op + timedelta(weeks=week),
                uren=Decimal(8),
                plaatsing=plaatsing,
            )
            for week in range(weken)
        ]
        uren_vastleggen(dossier_id=plaatsing.inburgeraar_id, regels=regels, **self.wie)


def vul_participatie(*, door: Medewerker, nu: datetime) -> None:
    """Twice is once. After the plans: who follows a route can be placed."""
    if Participatieplek.objects.exists():
        return
    wie: dict[str, Any] = {"door": door, "nu": nu}
    toen: dict[str, Any] = {"door": door, "nu": nu - timedelta(days=_DAGEN + 30)}
    vandaag = lokale_datum(nu)
    vertel = _Plaatser(
        vandaag=vandaag,
        wie=wie,
        plekken=_plekken(toen, wie),
        vacatures=_vacatures(toen, wie),
    )
    op_plek = (vertel.gestart, vertel.aangemeld, vertel.verder, vertel.niet_doorgegaan)
    aan_werk = (vertel.met_subsidie, vertel.aan_het_werk)
    verhalen: tuple[Verhaal, ...] = (*op_plek[:2], aan_werk[0], *op_plek[2:], aan_werk[1])
    te_vergeven = iter(range(len(vertel.vacatures)))
    for n, mens in enumerate(_mensen(vandaag)):
        verhaal = verhalen[n % len(verhalen)] if n % 9 != 8 else vertel.gestopt
        nummer = next(te_vergeven, None) if verhaal in aan_werk else n
        if nummer is not None:
            verhaal(mens, nummer)


def _mensen(vandaag: date) -> list[_Mens]:
    """Those of the Z-route first, then some of the B1-route and of the ondertussengroep."""
    vroegst = vandaag - timedelta(days=_DAGEN)
    trajecten = Traject.objects.filter(
        status=TrajectStatus.LOPEND,
        inburgeraar__status=DossierStatus.ACTIEF,
        inburgeraar__gesloten=False,
    ).order_by("inburgeraar__dossiernummer")
    z_route = trajecten.filter(
        leerroute=Leerroute.Z.value, inburgeraar__doelgroep=Doelgroep.ASIEL.value
    )
    anderen = trajecten.filter(leerroute=Leerroute.B.value)
    mensen = [
        _Mens(dossier_id=traject.inburgeraar_id, vanaf=max(_vanaf(traject), vroegst))
        for traject in [*z_route[:16], *anderen[:6]]
    ]
    oud = Inburgeraar.objects.filter(
        regime=Regime.WI2013, status=DossierStatus.ACTIEF, gesloten=False
    ).order_by("dossiernummer")
    return [*mensen, *(_Mens(dossier_id=rij.pk, vanaf=vroegst) for rij in oud[:6])]


def _vanaf(traject: Traject) -> date:
    """What was followed before stands in the opening balance."""
    if traject.eerdere_uren_op is None:
        return traject.start_op
    return max(traject.start_op, traject.eerdere_uren_op + timedelta(days=1))


def _plekken(toen: dict[str, Any], wie: dict[str, Any]) -> list[Participatieplek]:
    """All but the one that stopped."""
    *plekken, gestopt = [
        plek_toevoegen(
            gegevens=PlekGegevens(
                naam=naam, soort=soort, plaats=plaats, wat=wat, capaciteit=capaciteit
            ),
            **toen,
        )
        for naam, soort, plaats, wat, capaciteit in (*_PLEKKEN, _GESTOPT)
    ]
    op = lokale_datum(wie["nu"]) - timedelta(days=60)
    plek_stoppen(plek_id=gestopt.pk, versie=None, op=op, **wie)
    return plekken


def _vacatures(toen: dict[str, Any], wie: dict[str, Any]) -> list[Vacature]:
    """The open ones; of the eight one was filled elsewhere and one lapsed."""
    vacatures = []
    for naam, branche, plaats, werk in _WERKGEVERS:
        gegevens = WerkgeverGegevens(naam=naam, branche=branche, plaats=plaats)
        werkgever = werkgever_toevoegen(gegevens=gegevens, **toen)
        vacatures += [
            vacature_openen(
                werkgever_id=werkgever.pk,
                gegevens=VacatureGegevens(
                    functie=functie, uren_per_week=Decimal(uren), plaatsen=plaatsen
                ),
                **toen,
            )
            for functie, uren, plaatsen in werk
        ]
    *open_, vervuld, vervallen = vacatures
    vacature_vervullen(vacature_id=vervuld.pk, versie=None, **wie)
    vacature_laten_vervallen(vacature_id=vervallen.pk, versie=None, **wie)
    return open_
