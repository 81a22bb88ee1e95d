"""The pages of schakelen and afschalen: the checks in words, and what would change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inburgering.geweigerd import Geweigerd, weigering
from inburgering.models import Inburgeraar
from leerroutes.models import Voortgangsgesprek
from leerroutes.queries.feiten import Gegevens, gegevens_van
from leerroutes.queries.voortgang import Eisregel, nog_te_doen
from leerroutes.queries.wissel import Wisselfeiten, eisen_na, eisen_nu, laatste_gesprek
from pip_plans.enums import Voortgangsreden
from pip_plans.policies.plan import Feiten, check_bekend, check_opstellen
from pip_plans.policies.wisselen import (
    Schakeling,
    check_afschalen_kan,
    check_wisselen_kan,
    oordeel_schakelen,
)
from pip_plans.queries import feiten_voor_wissel
from wet.bronnen import voluit
from wet.leerroutes import (
    Examenonderdeel,
    Leerroute,
    Urendoel,
    meenemen,
    tel_uren,
)


@dataclass(frozen=True, kw_only=True)
class Keuze:
    """One route to go to: whether the law lets it today, and what it would mean."""

    route: Leerroute
    mag: bool
    stappen: Sequence[str]
    bron: Sequence[str]
    mee: Sequence[str]
    nog: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Wisselpagina:
    """`geen`: why there is nothing to change now; `eind_op` is the last day of the term."""

    geen: str
    nu: Leerroute | None = None
    nog: Sequence[str] = ()
    eind_op: date | None = None
    gesprek: Voortgangsgesprek | None = None
    keuzes: Sequence[Keuze] = ()
    uren_stappen: Sequence[str] = ()
    na: Sequence[Eisregel] = ()
    op_a2: Sequence[str] = ()


def schakelpagina(dossier: Inburgeraar, *, op: date) -> Wisselpagina:
    gegevens = gegevens_van([dossier.pk], op=op).get(dossier.pk, Gegevens())
    feiten = feiten_voor_wissel(dossier, op=op, gegevens=gegevens)
    wissel, geen = feiten.wissel, geen_wissel(feiten)
    if wissel is None:
        return Wisselpagina(geen=geen)
    return Wisselpagina(
        geen=geen,
        nu=wissel.leerroute,
        nog=list(nog_te_doen(eisen_nu(wissel, gegevens))),
        eind_op=wissel.eind_op,
        gesprek=laatste_gesprek(dossier),
        keuzes=[
            _keuze(wissel, gegevens, route, op=op)
            for route in Leerroute
            if route is not wissel.leerroute
        ],
    )


def afschaalpagina(dossier: Inburgeraar, *, op: date) -> Wisselpagina:
    gegevens = gegevens_van([dossier.pk], op=op).get(dossier.pk, Gegevens())
    feiten = feiten_voor_wissel(dossier, op=op, gegevens=gegevens)
    wissel = feiten.wissel
    geen = geen_wissel(feiten) or weigering(check_afschalen_kan, wissel, op=op)
    if wissel is None:
        return Wisselpagina(geen=geen)
    alle = [deel.value for deel in Examenonderdeel]
    return Wisselpagina(
        geen=geen,
        nu=wissel.leerroute,
        nog=list(nog_te_doen(eisen_nu(wissel, gegevens))),
        eind_op=wissel.eind_op,
        gesprek=laatste_gesprek(dossier),
        op_a2=list(wissel.traject.afgeschaald),
        uren_stappen=tel_uren(Urendoel.AFSCHALEN, wissel.uren).stappen,
        na=_examens(eisen_na(wissel, gegevens, leerroute=Leerroute.B, afgeschaald=alle, op=op)),
    )


def geen_wissel(feiten: Feiten) -> str:
    """Why neither can be done now, or ""."""
    try:
        check_opstellen(feiten)
        check_bekend(feiten.geldend)
        check_wisselen_kan(feiten.wissel)
    except Geweigerd as fout:
        return fout.reden
    return ""


def _keuze(wissel: Wisselfeiten, gegevens: Gegevens, route: Leerroute, *, op: date) -> Keuze:
    """As the law sees it when progress differs, which the college still has to judge."""
    wens = Schakeling(naar=route, voortgang=Voortgangsreden.MINDER, motivering="")
    antwoord = oordeel_schakelen(wens, wissel=wissel, op=op)
    return Keuze(
        route=route,
        mag=bool(antwoord.bekend),
        stappen=antwoord.stappen,
        bron=[voluit(bron) for bron in antwoord.bron],
        mee=meenemen(wissel.leerroute, route).stappen,
        nog=list(nog_te_doen(eisen_na(wissel, gegevens, leerroute=route, op=op))),
    )


def _examens(regels: Sequence[Eisregel]) -> list[Eisregel]:
    return [regel for regel in regels if regel.soort.value.startswith("examen_")][:4]
