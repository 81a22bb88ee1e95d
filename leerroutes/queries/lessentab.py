"""The page Lessen: what was offered, what is followed, and what may be done about it now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from besluiten.models import Brief
from inburgering.dossierpagina import TermijnRegel, termijnregel
from inburgering.enums import Regime, TermijnStatus
from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar
from leerroutes.enums import AanbodStatus, DeelnameStatus, Lessoort, TrajectEinde
from leerroutes.models import Deelname, Inburgeringsaanbod, Traject, TrajectStatus
from leerroutes.policies.aanbod import check_doelgroep, check_lessen
from leerroutes.policies.afzien import check_afzien_kan
from leerroutes.policies.deelname import check_zelf_gekozen
from leerroutes.queries.aanbodbrief import brieven_van, kenmerk_van
from leerroutes.queries.aanbodtermijn import termijnen_van
from leerroutes.queries.keurmerken import Keurmerken, keurmerken_van
from leerroutes.queries.lessen_gestopt import lessen_gestopt
from leerroutes.queries.scholen import Bezetting, bezettingen
from leerroutes.queries.verklaring import Verklaringstand, verklaring_voor
from wet.doelgroepen import Doelgroep

_SOORT = {
    AanbodStatus.GEDAAN: "let_op",
    AanbodStatus.AANVAARD: "info",
    AanbodStatus.GEWEIGERD: "fout",
    AanbodStatus.GESTART: "goed",
    AanbodStatus.BEEINDIGD: "neutraal",
}


@dataclass(frozen=True, kw_only=True)
class Aanbodregel:
    """`let_op`: what DUO or the school may make of it. `vorig`: of a traject that ended."""

    aanbod: Inburgeringsaanbod
    brief: Brief | None
    soort: str
    let_op: Sequence[str]
    vorig: bool

    @property
    def wacht(self) -> bool:
        return (
            AanbodStatus(self.aanbod.status) is AanbodStatus.AANVAARD
            and self.aanbod.wachtlijst_op is not None
        )

    @property
    def loopt(self) -> bool:
        status = AanbodStatus(self.aanbod.status)
        return status not in (AanbodStatus.GEWEIGERD, AanbodStatus.BEEINDIGD)


@dataclass(frozen=True, kw_only=True)
class Deelnameregel:
    deelname: Deelname
    let_op: Sequence[str]
    hervatten: bool

    @property
    def loopt(self) -> bool:
        return DeelnameStatus(self.deelname.status) is DeelnameStatus.GESTART


@dataclass(frozen=True, kw_only=True)
class Bewaking:
    """A term of the offer, and on which day it was met."""

    regel: TermijnRegel
    gehaald_op: date | None
    te_laat: bool


@dataclass(frozen=True, kw_only=True)
class Lessentab:
    """`geen_aanbod`, `geen_deelname`: why the act cannot be done now, or "". `afzien`: lessons were
    offered, none run, and nobody said that no others are needed. `zonder_pip`: the plan was taken
    back and the dossier goes on.
    """

    traject: Traject | None
    asiel: bool
    wi2013: bool
    aanboden: Sequence[Aanbodregel]
    deelnames: Sequence[Deelnameregel]
    bewaking: Sequence[Bewaking]
    verklaring: Verklaringstand | None
    geen_aanbod: str
    geen_deelname: str
    geen_handeling: str
    afzien: bool
    zonder_pip: bool
    gestopt: str


def lessentab(dossier: Inburgeraar, *, op: date) -> Lessentab:
    laatste = Traject.objects.filter(inburgeraar=dossier).first()
    traject = laatste if laatste and laatste.status == TrajectStatus.LOPEND else None
    asiel = dossier.doelgroep == Doelgroep.ASIEL.value
    aanboden = list(
        Inburgeringsaanbod.objects.filter(inburgeraar=dossier).select_related("aanbieder")
    )
    deelnames = list(
        Deelname.objects.filter(inburgeraar=dossier).select_related("aanbieder", "aanbod")
    )
    return Lessentab(
        traject=traject,
        asiel=asiel,
        wi2013=dossier.regime == Regime.WI2013,
        aanboden=_aanbodregels(dossier, aanboden, traject, op),
        deelnames=_deelnameregels(deelnames, op),
        bewaking=_bewaking(traject, op) if traject and asiel else [],
        verklaring=verklaring_voor(traject, op=op) if traject and asiel else None,
        geen_aanbod=weigering(check_doelgroep, dossier, traject),
        geen_deelname=weigering(check_zelf_gekozen, dossier, traject),
        geen_handeling=weigering(check_lessen, dossier, traject),
        afzien=not _afzien_dicht(dossier, traject, aanboden, deelnames),
        zonder_pip=dossier.loopt
        and laatste is not None
        and laatste.einde == TrajectEinde.INGETROKKEN,
        gestopt=lessen_gestopt(dossier) if traject else "",
    )


def _afzien_dicht(
    dossier: Inburgeraar,
    traject: Traject | None,
    aanboden: Sequence[Inburgeringsaanbod],
    deelnames: Sequence[Deelname],
) -> str:
    wacht = (AanbodStatus.GEDAAN, AanbodStatus.AANVAARD)
    loopt = any(aanbod.status in wacht for aanbod in aanboden) or any(
        deelname.status == DeelnameStatus.GESTART for deelname in deelnames
    )
    return weigering(check_afzien_kan, dossier, traject, loopt=loopt, eerder=bool(aanboden))


def _bewaking(traject: Traject, op: date) -> list[Bewaking]:
    return [
        Bewaking(
            regel=termijnregel(termijn, op),
            gehaald_op=termijn.gehaald_op,
            te_laat=(termijn.gehaald_op or op) > termijn.eind_op,
        )
        for termijn in termijnen_van(traject)
        if termijn.status != TermijnStatus.VERVALLEN
    ]


def _aanbodregels(
    dossier: Inburgeraar,
    aanboden: Sequence[Inburgeringsaanbod],
    traject: Traject | None,
    op: date,
) -> list[Aanbodregel]:
    for aanbod in aanboden:
        aanbod.inburgeraar = dossier
    scholen = {aanbod.aanbieder_id for aanbod in aanboden}
    vol, keurmerken = bezettingen(scholen, op=op), keurmerken_van(scholen)
    brieven = brieven_van(aanboden)
    return [
        Aanbodregel(
            aanbod=aanbod,
            brief=brieven.get(kenmerk_van(aanbod)),
            soort=_SOORT[AanbodStatus(aanbod.status)],
            let_op=_let_op(aanbod, vol.get(aanbod.aanbieder_id), keurmerken, op),
            vorig=traject is not None and aanbod.traject_id != traject.pk,
        )
        for aanbod in aanboden
    ]


def _let_op(
    aanbod: Inburgeringsaanbod, bezetting: Bezetting | None, keurmerken: Keurmerken, op: date
) -> list[str]:
    """Only while somebody still waits for the first lesson."""
    if aanbod.status not in (AanbodStatus.GEDAAN, AanbodStatus.AANVAARD):
        return []
    regels = []
    if bezetting is not None and bezetting.bezet > bezetting.plaatsen:
        regels.append(f"{aanbod.aanbieder} heeft meer mensen dan plaatsen: {bezetting.tekst}.")
    if not keurmerken.geldt(aanbod.aanbieder_id, voor=Lessoort(aanbod.lessoort), op=op):
        regels.append(f"Het keurmerk van {aanbod.aanbieder} is nu niet geldig.")
    return regels


def _deelnameregels(deelnames: Sequence[Deelname], op: date) -> list[Deelnameregel]:
    keurmerken = keurmerken_van({deelname.aanbieder_id for deelname in deelnames})
    return [
        Deelnameregel(
            deelname=deelname,
            let_op=_telt_niet(deelname, keurmerken, op),
            hervatten=deelname.status == DeelnameStatus.BEEINDIGD
            and (deelname.aanbod is None or deelname.aanbod.status == AanbodStatus.GESTART),
        )
        for deelname in deelnames
    ]


def _telt_niet(deelname: Deelname, keurmerken: Keurmerken, op: date) -> list[str]:
    """What takes away from the hours of lessons that run."""
    if deelname.status != DeelnameStatus.GESTART:
        return []
    if keurmerken.geldt(deelname.aanbieder_id, voor=Lessoort(deelname.lessoort), op=op):
        return []
    return [f"{deelname.aanbieder} heeft geen geldig keurmerk: deze uren tellen niet mee."]
