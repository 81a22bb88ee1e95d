"""Intakes half-way in the demo: sittings with an interpreter, goals, one ladder of summonses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from besluiten.models import Verzending
from besluiten.services.brieven import brief_verzenden
from inburgering.datums import AMSTERDAM
from inburgering.models import Inburgeraar
from intake.models import (
    AandachtspuntSoort,
    BredeIntake,
    Doel,
    IntakeStatus,
    OntwikkelwensSoort,
    Oproep,
    OproepVoor,
    TolkSoort,
)
from intake.services.doelen import (
    aandachtspunt_toevoegen,
    hoofddoel_kiezen,
    ontwikkelwens_toevoegen,
    subdoel_toevoegen,
)
from intake.services.oproepen import OproepGegevens, oproep_niet_gekomen, oproepen
from intake.services.zittingen import Tolk, zitting_houden, zitting_plannen
from medewerkers.models import Medewerker
from wet.kalender import verleng_naar_werkdag

PLAATS = "Gemeentehuis Leek"
BUREAU = "Tolkbureau Noord"

Moment = Callable[[date], datetime]


def gesprekken_voeren(
    dossier: Inburgeraar, *, dag: date, peildatum: date, door: Medewerker, nu: Moment
) -> None:
    """Two sittings as far as the days reach, a third ahead, and what came out of them."""
    soort = TolkSoort.LOCATIE if dossier.persoon.tolktaal else TolkSoort.GEEN
    for keer, eerder in enumerate((dag, dag + timedelta(days=7)), start=1):
        op = verleng_naar_werkdag(eerder)
        if op >= peildatum:
            break
        zitting = _plan(dossier, op, vooraf=eerder - timedelta(days=1), door=door, nu=nu)
        bureau = BUREAU if soort != TolkSoort.GEEN else ""
        betaald: dict[str, Any] = (
            {"minuten": 75, "bedrag": Decimal("68.40") if keer == 1 else None} if bureau else {}
        )
        zitting_houden(
            zitting_id=zitting.pk,
            versie=None,
            op=op,
            tolk=Tolk(soort=soort, bureau=bureau, **betaald),
            aanwezigen="partner, tolk" if bureau else "",
            alleen_gesproken=keer == 2,
            onderwerpen=("Kennismaken, gezin en opleiding.", "Gezondheid, werk en wensen.")[
                keer - 1
            ],
            verslag="",
            alleen_spreken_gemeld=keer == 1,
            door=door,
            nu=nu(op),
        )
    vooruit = verleng_naar_werkdag(peildatum + timedelta(days=4))
    _plan(dossier, vooruit, vooraf=peildatum, door=door, nu=nu)
    _doelen(dossier, dag=peildatum, door=door, nu=nu)


def niet_komen(*, dossiers: Any, peildatum: date, door: Medewerker, nu: Moment) -> None:
    """One who did not come: the first summons had no effect, the warning is on its way."""
    intake = (
        BredeIntake.objects.filter(status=IntakeStatus.GESTART, inburgeraar__in=dossiers)
        .select_related("inburgeraar")
        .order_by("gestart_op", "pk")
        .first()
    )
    if intake is None or Oproep.objects.exists():
        return
    eerste = verleng_naar_werkdag(peildatum - timedelta(days=12))
    oproep = _oproep(intake.inburgeraar, eerste, op=eerste - timedelta(days=9), door=door, nu=nu)
    oproep_niet_gekomen(
        oproep_id=oproep.pk,
        versie=None,
        reden="Neemt de telefoon niet op.",
        door=door,
        nu=nu(eerste + timedelta(days=2)),
    )
    tweede = verleng_naar_werkdag(peildatum + timedelta(days=9))
    _oproep(intake.inburgeraar, tweede, op=peildatum, door=door, nu=nu)


def _plan(dossier: Inburgeraar, op: date, *, vooraf: date, door: Medewerker, nu: Moment) -> Any:
    taal = dossier.persoon.tolktaal
    return zitting_plannen(
        dossier_id=dossier.pk,
        begint_at=datetime.combine(op, time(10), tzinfo=AMSTERDAM),
        plaats=PLAATS,
        tolktaal=taal,
        tolk=Tolk(soort=TolkSoort.LOCATIE, bureau=BUREAU) if taal else None,
        onderwerpen="Wat nog open staat.",
        door=door,
        nu=nu(vooraf),
    )


def _doelen(dossier: Inburgeraar, *, dag: date, door: Medewerker, nu: Moment) -> None:
    wie: dict[str, Any] = {"dossier_id": dossier.pk, "door": door, "nu": nu(dag)}
    hoofddoel_kiezen(soort=Doel.BETAALD_WERKEN, start_op=dag, **wie)
    punt = aandachtspunt_toevoegen(
        soort=AandachtspuntSoort.FINANCIEN,
        toelichting="Eerste maanden samen met De Schans.",
        start_op=dag,
        **wie,
    )
    wens = ontwikkelwens_toevoegen(soort=OntwikkelwensSoort.OPLEIDING, start_op=dag, **wie)
    for bij, soort in (
        (punt, "IK_HEB_HULP_BIJ_HET_REGELEN_VAN_MIJN_FINANCIEN"),
        (wens, "IK_WEET_WELKE_OPLEIDING_PAST_BIJ_MIJN_MOGELIJKHEDEN"),
    ):
        subdoel_toevoegen(bij=bij, soort=soort, start_op=dag, door=door, nu=nu(dag))


def _oproep(dossier: Inburgeraar, dag: date, *, op: date, door: Medewerker, nu: Moment) -> Oproep:
    gegevens = OproepGegevens(
        voor=OproepVoor.GESPREK, verschijnen_op=dag, tijd=time(10), plaats=PLAATS
    )
    oproep = oproepen(dossier_id=dossier.pk, gegevens=gegevens, door=door, nu=nu(op))
    brief_verzenden(
        brief_id=oproep.brief_id,
        versie=None,
        wijze=Verzending.POST,
        op=op,
        door=door,
        nu=nu(op),
    )
    return oproep
