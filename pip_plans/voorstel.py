"""What the intake, and what is known elsewhere, says to begin a plan with.

A proposal: the consulent reads it, changes it and stands for it. Health is left out on purpose: it
goes into a letter only when somebody writes it there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from besluiten.services.briefteksten import teksten
from inburgering.models import Inburgeraar, VorigPip
from intake.models import (
    Hoofddoel,
    Leerbaarheidstoets,
    Onderdeel,
    OnderdeelSoort,
    Profiel,
    Routeadvies,
    Subdoel,
    ToetsStatus,
)
from intake.queries.advies import laatste_advies
from ontzorgen.models import Uitkering
from pip_plans.enums import Aanleiding
from pip_plans.inhoud import afgeschaald_bij
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Examenonderdeel, Leerroute, Niveau
from wet.normen import norm
from wet.pip import Opname

_SCHRIFT = {"niet": "A", "ander_schrift": "AA", "latijns": "NVT"}


@dataclass(frozen=True, kw_only=True)
class Voorstel:
    """`inhoud` holds only fields there is something to say about."""

    inhoud: dict[str, Any]
    advies: Leerroute | None
    advies_uitleg: Sequence[str]


def voorstel_uit_intake(dossier: Inburgeraar, *, vorig: VorigPip | None, op: date) -> Voorstel:
    """The plan as it could begin on `op`. After a move the route is that of the plan before."""
    advies = laatste_advies(dossier.pk)
    route = Leerroute(vorig.leerroute) if vorig else None
    if route is None and advies is not None:
        route = Leerroute(advies.leerroute)
    inhoud: dict[str, Any] = {}
    for deel in (
        _route(route, dossier, vorig, op),
        _motivering(dossier, advies),
        _uit_profiel(dossier, route),
        _uit_onderdelen(dossier),
        _doel(dossier, op),
        _steun(dossier, op),
    ):
        inhoud |= dict(deel)
    return Voorstel(
        inhoud={veld: waarde for veld, waarde in inhoud.items() if waarde not in ("", None, [])},
        advies=Leerroute(advies.leerroute) if advies else None,
        advies_uitleg=in_de_brief(advies.feiten) if advies else [],
    )


Veld = tuple[str, Any]


def _route(
    route: Leerroute | None, dossier: Inburgeraar, vorig: VorigPip | None, op: date
) -> Iterator[Veld]:
    if vorig is not None:
        yield "aanleiding", Aanleiding.VERHUIZING
        niveau = Niveau(vorig.niveau) if vorig.niveau else None
        delen = afgeschaald_bij(Leerroute(vorig.leerroute), niveau, vorig.afgeschaald)
        yield "afgeschaald", delen
        gedeeltelijk = delen and len(delen) < len(Examenonderdeel)
        yield "niveau", Niveau.B1.value if gedeeltelijk else vorig.niveau
    if route is None:
        return
    yield "leerroute", route.value
    if route is Leerroute.Z and dossier.doelgroep == Doelgroep.ASIEL.value:
        yield "leerroute_uren", norm("z_cursusuren", op).aantal
        yield "participatie_uren", norm("z_participatieuren", op).aantal


_TOETS = {
    "haalbaar": "De leerbaarheidstoets laat zien dat niveau B1 voor u haalbaar is.",
    "niet_haalbaar": "De leerbaarheidstoets laat zien dat niveau B1 voor u waarschijnlijk niet "
    "haalbaar is.",
    "onbekende_uitslag": "De leerbaarheidstoets gaf geen duidelijke uitslag.",
    "ontheven": "U hoefde de leerbaarheidstoets niet te doen.",
}
_STUDEREN: dict[tuple[Any, Any], str] = {
    (True, True): "U hebt gezegd dat u een opleiding op het mbo, het hbo of de universiteit wilt "
    "doen. Wij denken dat u een grote kans hebt op een diploma.",
    (True, False): "U hebt gezegd dat u een opleiding op het mbo, het hbo of de universiteit wilt "
    "doen. Wij denken nu niet dat de kans op een diploma groot is.",
    (False, None): "U hebt gezegd dat u nu geen opleiding op het mbo, het hbo of de universiteit "
    "wilt doen.",
}


def in_de_brief(feiten: Mapping[str, Any]) -> list[str]:
    """What the advice rests on, said to the person. The rule's own steps are for the consulent."""
    vorig = feiten.get("leerroute_vorig_pip")
    if vorig:
        return [
            f"In uw vorige gemeente was uw leerroute: {Leerroute(vorig).label}. "
            "Na een verhuizing blijft dat zo."
        ]
    wil, kans = feiten.get("wil_studeren"), feiten.get("kans_op_diploma")
    jaren = feiten.get("jaren_onderwijs")
    zinnen = (
        _TOETS.get(str(feiten.get("toets")), ""),
        f"U hebt {jaren} jaar onderwijs gehad." if jaren is not None else "",
        _STUDEREN.get((wil, kans if wil else None), ""),
    )
    return [zin for zin in zinnen if zin]


def _motivering(dossier: Inburgeraar, advies: Routeadvies | None) -> Iterator[Veld]:
    """The outcome of the test in a sentence; the reasons themselves are the consulent's."""
    toets = Leerbaarheidstoets.objects.filter(inburgeraar=dossier).first()
    zinnen = []
    if toets is not None and toets.status == ToetsStatus.AFGENOMEN:
        zinnen.append(f"De uitslag van uw leerbaarheidstoets is: {toets.get_uitslag_display()}.")
    if advies is not None:
        route = Leerroute(advies.leerroute).label
        zinnen.append(f"Uit de brede intake volgt het advies: {route}.")
    yield "motivering", " ".join(zinnen)


def _uit_profiel(dossier: Inburgeraar, route: Leerroute | None) -> Iterator[Veld]:
    profiel = Profiel.objects.filter(intake__inburgeraar=dossier).first()
    if profiel is None:
        return
    yield "alfabetisering", _SCHRIFT.get(profiel.alfabetisering, "")
    yield "uren_per_week", profiel.uren_per_week
    if route is Leerroute.Z and profiel.wil_examen is not None:
        wens = Opname.OPGENOMEN if profiel.wil_examen else Opname.NIET_VAN_TOEPASSING
        yield "examenwens_z", wens.value


def _uit_onderdelen(dossier: Inburgeraar) -> Iterator[Veld]:
    delen = {deel.soort: deel for deel in Onderdeel.objects.filter(intake__inburgeraar=dossier)}
    if omstandigheden := delen.get(OnderdeelSoort.OMSTANDIGHEDEN):
        yield "omstandigheden", omstandigheden.tekst
    vve = delen.get(OnderdeelSoort.VVE)
    if vve is not None and vve.niet_van_toepassing:
        yield "vve", Opname.NIET_VAN_TOEPASSING.value
    elif vve is not None and vve.tekst:
        yield "vve", Opname.OPGENOMEN.value
        yield "vve_tekst", vve.tekst


def _doel(dossier: Inburgeraar, op: date) -> Iterator[Veld]:
    nu = Q(start_op__lte=op) & (Q(eind_op=None) | Q(eind_op__gte=op))
    hoofddoel = Hoofddoel.objects.filter(nu, inburgeraar=dossier).first()
    stappen = Subdoel.objects.filter(nu, inburgeraar=dossier)
    regels = [f"Uw doel: {hoofddoel}."] if hoofddoel else []
    regels += [f"– {stap}" for stap in stappen]
    yield "doel", "\n".join(regels)


def _steun(dossier: Inburgeraar, op: date) -> Iterator[Veld]:
    """Who guides, and for an asielstatushouder what more there is by law."""
    blokken = teksten()
    yield "begeleiding", blokken["pip_voorstel_begeleiding"]
    if dossier.doelgroep != Doelgroep.ASIEL.value:
        return
    yield "maatschappelijke_begeleiding", blokken["pip_voorstel_maatschappelijk"]
    lopend = Q(eind_op=None) | Q(eind_op__gte=op)
    if Uitkering.objects.filter(lopend, inburgeraar=dossier, start_op__lte=op).exists():
        yield "ontzorgen", blokken["pip_voorstel_ontzorgen"]
        yield "participatiewet", Opname.OPGENOMEN.value
