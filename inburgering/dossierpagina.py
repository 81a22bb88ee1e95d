"""One dossier page of any room: reached through what one may see, logged, under one head."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from inburgering.datums import lokale_datum
from inburgering.enums import (
    DossierStatus,
    SchakelNummer,
    SchakelStatus,
    TaakStatus,
    TermijnSoort,
    TermijnStatus,
)
from inburgering.models import Inburgeraar, Schakel, Taak, Termijn
from inburgering.services.sporen import raadplegen
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from medewerkers.verzoek import Verzoek
from wet.bronnen import voluit
from wet.datums import zonder_weekdag
from wet.doelgroepen import Doelgroep

_KORT = {
    SchakelNummer.PLICHT: "Plicht",
    SchakelNummer.VOORBEREIDEN: "Voorbereiden",
    SchakelNummer.INTAKE_EN_PIP: "Intake en PIP",
    SchakelNummer.INBURGEREN: "Inburgeren",
    SchakelNummer.AFRONDEN: "Afronden",
}
_STATUS_SOORT = {
    DossierStatus.ACTIEF: "goed",
    DossierStatus.OPGESCHORT: "let_op",
    DossierStatus.VOLTOOID: "info",
    DossierStatus.BEEINDIGD: "neutraal",
}
_GEEINDIGD = (DossierStatus.VOLTOOID, DossierStatus.BEEINDIGD)
DRINGEND_DAGEN = 14


@dataclass(frozen=True)
class SchakelRegel:
    nummer: int
    naam: str
    status: str
    status_label: str
    datum: date | None
    reden: str


@dataclass(frozen=True)
class TermijnRegel:
    naam: str
    eind_op: date
    dagen_over: int
    status_label: str
    status_soort: str
    regel: str
    bron: list[str]
    stappen: list[str]
    zekerheid: str
    herkomst: str


@dataclass(frozen=True)
class Alarm:
    """What may not be missed on any page; `url` is where it is done, "" on that page itself."""

    titel: str
    waarom: str
    url: str


@dataclass(frozen=True)
class Dossierkop:
    nummer: str
    naam: str
    leeftijd: int | None
    geboortedatum: str
    vnummer: str
    doelgroep: str
    regime: str
    consulent: str
    status: str
    status_soort: str
    gevoelig: bool
    schakels: list[SchakelRegel]
    einde: str
    termijnen: list[TermijnRegel]
    alarmen: list[Alarm]


def open_dossier(request: Verzoek, nummer: str, onderdeel: str) -> Inburgeraar:
    """The dossier, when this colleague may see it; else 404. Opening a page is logged."""
    dossiers = Inburgeraar.objects.zichtbaar_voor(request.user)
    dossier = get_object_or_404(
        dossiers.select_related("persoon", "consulent"), dossiernummer=nummer
    )
    if request.method == "GET":
        raadplegen(dossier=dossier, onderdeel=onderdeel, medewerker=request.user, nu=request.nu)
    return dossier


def toon_dossier(
    request: Verzoek,
    dossier: Inburgeraar,
    template: str,
    context: Mapping[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    return render(
        request, template, dossiercontext(request, dossier) | dict(context or {}), status=status
    )


def dossiercontext(request: Verzoek, dossier: Inburgeraar) -> dict[str, Any]:
    """What `inburgering/dossier.html` needs, for pages that are rendered elsewhere."""
    kop = dossierkop(dossier, voor=request.user, op=lokale_datum(request.nu), pad=request.path)
    return {"dossier": kop, "inburgeraar": dossier}


def dossierkop(dossier: Inburgeraar, *, voor: Medewerker, op: date, pad: str = "") -> Dossierkop:
    overzicht = voor.heeft(Recht.OVERZICHT_ZIEN)
    persoon = dossier.persoon
    schakels = list(dossier.schakels.all())
    return Dossierkop(
        nummer=dossier.dossiernummer,
        naam=persoon.naam,
        leeftijd=None if persoon.overleden_op else persoon.geboortedatum.leeftijd_op(op),
        geboortedatum=str(persoon.geboortedatum),
        vnummer=(persoon.v_nummer or "") if voor.heeft(Recht.PERSOON_ZIEN) else "",
        doelgroep=Doelgroep(dossier.doelgroep).label,
        regime=dossier.get_regime_display(),
        consulent=dossier.consulent.naam if dossier.consulent else "",
        status=str(dossier.get_status_display()),
        status_soort=_STATUS_SOORT[DossierStatus(dossier.status)],
        gevoelig=dossier.gesloten,
        schakels=[
            _schakelregel(schakel, geeindigd=dossier.status in _GEEINDIGD) for schakel in schakels
        ],
        einde=_einde(dossier),
        termijnen=_lopend(dossier, schakels, op) if overzicht else [],
        alarmen=_alarmen(dossier, pad) if overzicht else [],
    )


def _alarmen(dossier: Inburgeraar, pad: str) -> list[Alarm]:
    taken = Taak.objects.filter(inburgeraar=dossier, status=TaakStatus.OPEN, alarm=True)
    plekken = [(taak, reverse(taak.pagina, args=[dossier.dossiernummer])) for taak in taken]
    return [
        Alarm(titel=taak.titel, waarom=taak.waarom, url="" if url == pad else url)
        for taak, url in plekken
    ]


def _einde(dossier: Inburgeraar) -> str:
    """Since when nothing here runs any more, and why; "" while the dossier runs or rests."""
    if dossier.voltooid_op:
        return f"Voltooid op {zonder_weekdag(dossier.voltooid_op)}: aan de plicht is voldaan."
    if dossier.beeindigd_op:
        reden = str(dossier.get_beeindigd_reden_display()).lower()
        return f"Beëindigd op {zonder_weekdag(dossier.beeindigd_op)}: {reden}."
    return ""


def _schakelregel(schakel: Schakel, *, geeindigd: bool) -> SchakelRegel:
    """Once the dossier ended, a link that was open or waited is just not done."""
    if geeindigd and schakel.status in (SchakelStatus.OPEN, SchakelStatus.WACHT):
        status, status_label, datum = SchakelStatus.WACHT.value, "Niet afgerond", None
    else:
        status, status_label, datum = schakel.status, schakel.get_status_display(), _sinds(schakel)
    return SchakelRegel(
        nummer=schakel.nummer,
        naam=_KORT[SchakelNummer(schakel.nummer)],
        status=status,
        status_label=str(status_label),
        datum=datum,
        reden=schakel.reden if schakel.status == SchakelStatus.NVT else "",
    )


def _sinds(schakel: Schakel) -> date | None:
    if schakel.status == SchakelStatus.WACHT:
        return None
    return schakel.afgerond_op if schakel.status == SchakelStatus.AFGEROND else schakel.geopend_op


def _lopend(dossier: Inburgeraar, schakels: Iterable[Schakel], op: date) -> list[TermijnRegel]:
    """Once schakel 4 is closed nobody here is late: whether it was in time is for DUO to say."""
    afgerond = {s.nummer for s in schakels if s.status == SchakelStatus.AFGEROND}
    gedaan = SchakelNummer.INBURGEREN in afgerond
    termijnen = Termijn.objects.filter(inburgeraar=dossier, status=TermijnStatus.LOPEND)
    return [
        _bij_duo(termijnregel(termijn, op))
        if gedaan and termijn.soort == TermijnSoort.INBURGERING
        else termijnregel(termijn, op)
        for termijn in termijnen
    ]


def _bij_duo(regel: TermijnRegel) -> TermijnRegel:
    return replace(regel, status_label="Gedaan, wacht op DUO", status_soort="goed")


def termijnregel(termijn: Termijn, op: date) -> TermijnRegel:
    """`status_label` is empty as long as the days that are left say it."""
    over = (termijn.eind_op - op).days
    soort = "fout" if over < 0 else "let_op" if over <= DRINGEND_DAGEN else "neutraal"
    return TermijnRegel(
        naam=str(termijn.get_soort_display()),
        eind_op=termijn.eind_op,
        dagen_over=over,
        status_label="",
        status_soort=soort,
        regel=termijn.regel_voluit,
        bron=[voluit(bron) for bron in termijn.bron],
        stappen=termijn.stappen,
        zekerheid=termijn.zekerheid,
        herkomst=str(termijn.get_herkomst_display()),
    )
