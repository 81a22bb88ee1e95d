"""When a course may be offered, answered and begun (Wi 16)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from inburgering.enums import Regime
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt, check_reden
from leerroutes.enums import AanbiederSoort, AanbodStatus, KeurmerkSoort, Lessoort
from leerroutes.models import Aanbieder, Inburgeringsaanbod, Traject
from wet.doelgroepen import Doelgroep
from wet.duo import Bevinding
from wet.leerroutes import Leerroute

GEEN_TRAJECT = "Er loopt geen leerroute. Stel eerst het PIP vast."
HOOGSTE_UREN = 60


@dataclass(frozen=True, kw_only=True)
class Les:
    """What is offered or followed: at which school, which lessons, how many hours a week."""

    aanbieder: Aanbieder
    lessoort: Lessoort
    uren_per_week: Decimal


@dataclass(frozen=True, kw_only=True)
class Aanboddagen:
    """Expected days are inclusive."""

    gedaan_op: date
    verwachte_start_op: date | None = None
    verwacht_eind_op: date | None = None


@dataclass(frozen=True, kw_only=True)
class AanbodGegevens(Les, Aanboddagen):
    """What is offered, and when."""


@dataclass(frozen=True, kw_only=True)
class AanbodCorrectie(Aanboddagen):
    """What can be put right of an offer. Another school or lesson is another offer."""

    uren_per_week: Decimal


@dataclass(frozen=True, kw_only=True)
class Aanbodcontext:
    """`keurmerk`: for these lessons on the day of the offer; `dubbel`: the same offer runs."""

    dossier: Inburgeraar
    traject: Traject | None
    keurmerk: bool
    dubbel: bool
    duo: Sequence[Bevinding]


def check_lessen(dossier: Inburgeraar, traject: Traject | None) -> Traject:
    """Lessons are followed on a route that runs."""
    check_loopt(dossier)
    if dossier.regime == Regime.WI2013:
        raise Geweigerd("Deze persoon valt onder de Wet inburgering 2013: daar hoort geen PIP bij.")
    if traject is None:
        raise Geweigerd(GEEN_TRAJECT)
    return traject


def check_doelgroep(dossier: Inburgeraar, traject: Traject | None) -> Traject:
    if dossier.doelgroep != Doelgroep.ASIEL.value:
        raise Geweigerd(
            "Alleen een asielstatushouder krijgt een aanbod van de gemeente (Wi 16). Deze persoon "
            "kiest en betaalt zelf een school."
        )
    return check_lessen(dossier, traject)


def check_aanbod_doen(
    gegevens: AanbodGegevens, context: Aanbodcontext, *, duo_reden: str, vandaag: date
) -> Traject:
    """A rule of law refuses; a rule of DUO's contract asks for a reason."""
    traject = check_doelgroep(context.dossier, context.traject)
    check_gedaan_op(gegevens.gedaan_op, pip_op=traject.start_op, vandaag=vandaag)
    check_les(gegevens, leerroute=Leerroute(traject.leerroute), op=gegevens.gedaan_op)
    check_verwacht(gegevens)
    if context.dubbel:
        raise Geweigerd(
            f"{gegevens.aanbieder} heeft al een lopend aanbod voor deze les.", veld="aanbieder"
        )
    if not context.keurmerk:
        raise Geweigerd(zonder_keurmerk(gegevens, op=gegevens.gedaan_op), veld="aanbieder")
    _check_duo(context.duo, duo_reden)
    return traject


def check_gedaan_op(op: date, *, pip_op: date, vandaag: date) -> None:
    check_dag(op, vandaag=vandaag, veld="gedaan_op")
    if op < pip_op:
        raise Geweigerd(
            f"Het PIP is van {pip_op:%d-%m-%Y}. Het aanbod komt daarna.", veld="gedaan_op"
        )


def check_les(les: Les, *, leerroute: Leerroute, op: date) -> None:
    """The lessons fit the route, and the school gives them on that day."""
    if les.lessoort == Lessoort.TAALSCHAKEL and leerroute is not Leerroute.O:
        raise Geweigerd(
            "Een taalschakeltraject hoort alleen bij de onderwijsroute.", veld="lessoort"
        )
    check_uren_per_week(les.uren_per_week)
    gestopt = les.aanbieder.gestopt_op
    if gestopt is not None and gestopt <= op:
        raise Geweigerd(
            f"{les.aanbieder} wordt sinds {gestopt:%d-%m-%Y} niet meer gebruikt.", veld="aanbieder"
        )
    if soort_voor(les.lessoort) not in les.aanbieder.soorten:
        wat = les.lessoort.label.lower()
        raise Geweigerd(f"{les.aanbieder} geeft dit niet: {wat}.", veld="aanbieder")


def soort_voor(lessoort: Lessoort) -> AanbiederSoort:
    """What a school must give."""
    taalschakel = lessoort == Lessoort.TAALSCHAKEL
    return AanbiederSoort.TAALSCHAKEL if taalschakel else AanbiederSoort.TAAL


def check_uren_per_week(uren: Decimal) -> None:
    if not 0 < uren <= HOOGSTE_UREN:
        raise Geweigerd(
            f"Vul een aantal uren per week in van 0,5 tot en met {HOOGSTE_UREN}.",
            veld="uren_per_week",
        )


def check_verwacht(gegevens: Aanboddagen) -> None:
    start, eind = gegevens.verwachte_start_op, gegevens.verwacht_eind_op
    if start is not None and start < gegevens.gedaan_op:
        raise Geweigerd("De les begint niet voor het aanbod.", veld="verwachte_start_op")
    if eind is not None and eind < (start or gegevens.gedaan_op):
        raise Geweigerd("De laatste les ligt vóór de eerste les.", veld="verwacht_eind_op")


def zonder_keurmerk(les: Les, *, op: date) -> str:
    taalschakel = les.lessoort == Lessoort.TAALSCHAKEL
    soort = KeurmerkSoort.DIPLOMA_ERKENNING if taalschakel else KeurmerkSoort.BLIK_OP_WERK
    return (
        f"{les.aanbieder} heeft op {op:%d-%m-%Y} geen geldig bewijs: {soort.label}. "
        "Zonder dat bewijs mag de gemeente deze les niet aanbieden (Wi 16) en neemt DUO het "
        "aanbod niet aan."
    )


def _check_duo(duo: Sequence[Bevinding], reden: str) -> None:
    if duo and not reden.strip():
        wat = " ".join(bevinding.tekst for bevinding in duo)
        raise Geweigerd(
            f"DUO zal dit aanbod niet aannemen: {wat} Geef een reden om toch door te gaan.",
            veld="duo_reden",
        )


def check_dag(op: date, *, vandaag: date, veld: str = "op") -> None:
    if op > vandaag:
        raise Geweigerd("Deze datum ligt in de toekomst.", veld=veld)


def check_na_aanbod(aanbod: Inburgeringsaanbod, *, op: date, vandaag: date) -> None:
    check_dag(op, vandaag=vandaag)
    if op < aanbod.gedaan_op:
        raise Geweigerd(f"Het aanbod is van {aanbod.gedaan_op:%d-%m-%Y}.", veld="op")


def check_aanvaarden(aanbod: Inburgeringsaanbod, *, op: date, vandaag: date) -> None:
    _check_onbeantwoord(aanbod)
    check_na_aanbod(aanbod, op=op, vandaag=vandaag)


def check_weigeren(aanbod: Inburgeringsaanbod, *, op: date, reden: str, vandaag: date) -> None:
    _check_onbeantwoord(aanbod)
    check_na_aanbod(aanbod, op=op, vandaag=vandaag)
    check_reden(reden)


def _check_onbeantwoord(aanbod: Inburgeringsaanbod) -> None:
    check_loopt(aanbod.inburgeraar)
    if aanbod.status != AanbodStatus.GEDAAN:
        raise Geweigerd("Op dit aanbod is al gereageerd.")


def check_op_wachtlijst(aanbod: Inburgeringsaanbod, *, op: date, vandaag: date) -> None:
    _check_aanvaard(aanbod)
    check_na_aanbod(aanbod, op=op, vandaag=vandaag)


def check_starten(aanbod: Inburgeringsaanbod, *, op: date, vandaag: date) -> None:
    _check_aanvaard(aanbod)
    check_na_aanbod(aanbod, op=op, vandaag=vandaag)


def _check_aanvaard(aanbod: Inburgeringsaanbod) -> None:
    check_loopt(aanbod.inburgeraar)
    if aanbod.status != AanbodStatus.AANVAARD:
        raise Geweigerd("Dit kan pas als het aanbod is aanvaard, en tot de lessen beginnen.")


def check_beeindigen(aanbod: Inburgeringsaanbod, *, op: date, reden: str, vandaag: date) -> None:
    if aanbod.status in (AanbodStatus.GEWEIGERD, AanbodStatus.BEEINDIGD):
        raise Geweigerd("Dit aanbod loopt niet meer.")
    check_na_aanbod(aanbod, op=op, vandaag=vandaag)
    if aanbod.gestart_op is not None and op < aanbod.gestart_op:
        raise Geweigerd(f"De lessen begonnen op {aanbod.gestart_op:%d-%m-%Y}.", veld="op")
    check_reden(reden)


def check_aanbod_wijzigen(
    aanbod: Inburgeringsaanbod,
    correctie: AanbodCorrectie,
    *,
    pip_op: date,
    keurmerk: bool,
    reden: str,
    vandaag: date,
) -> None:
    """`keurmerk`: whether the day is as it was, or the school had its mark on the new one.
    `pip_op`: the day of the plan under which it was offered.
    """
    op = correctie.gedaan_op
    check_gedaan_op(op, pip_op=pip_op, vandaag=vandaag)
    daarna = _eerste_daarna(aanbod)
    if daarna is not None and op > daarna:
        raise Geweigerd(
            f"Wat op het aanbod volgde, is van {daarna:%d-%m-%Y}. Het aanbod komt daarvoor.",
            veld="gedaan_op",
        )
    check_uren_per_week(correctie.uren_per_week)
    check_verwacht(correctie)
    if not keurmerk:
        raise Geweigerd(
            f"{aanbod.aanbieder} had op {op:%d-%m-%Y} geen geldig keurmerk.", veld="gedaan_op"
        )
    check_reden(reden)


def _eerste_daarna(aanbod: Inburgeringsaanbod) -> date | None:
    """The first day on which something was done with the offer."""
    dagen = (
        aanbod.aanvaard_op,
        aanbod.geweigerd_op,
        aanbod.wachtlijst_op,
        aanbod.gestart_op,
        aanbod.beeindigd_op,
    )
    return min((dag for dag in dagen if dag is not None), default=None)


def check_antwoord_terugnemen(aanbod: Inburgeringsaanbod, *, dubbel: bool, reden: str) -> None:
    check_loopt(aanbod.inburgeraar)
    if aanbod.status not in (AanbodStatus.AANVAARD, AanbodStatus.GEWEIGERD):
        raise Geweigerd("Er is geen antwoord om terug te nemen, of de lessen zijn al begonnen.")
    if dubbel:
        raise Geweigerd(f"{aanbod.aanbieder} heeft al een nieuw aanbod voor deze les.")
    check_reden(reden)


def check_brief(aanbod: Inburgeringsaanbod, *, al_gemaakt: bool) -> None:
    if aanbod.status not in (AanbodStatus.GEDAAN, AanbodStatus.AANVAARD):
        raise Geweigerd("De brief gaat over een aanbod dat nog moet beginnen.")
    if al_gemaakt:
        raise Geweigerd("De brief bij dit aanbod is er al. U vindt die bij de brieven.")


def check_verklaring(*, te_laat_sinds: date | None, geldt_nog: date | None) -> None:
    """`geldt_nog`: the dagtekening of the last statement, when it says what is so now."""
    if te_laat_sinds is None:
        raise Geweigerd("Een verklaring is niet nodig: het aanbod is op tijd, of kan dat nog zijn.")
    if geldt_nog is not None:
        raise Geweigerd(f"De verklaring van {geldt_nog:%d-%m-%Y} geldt nog: er is niets veranderd.")
