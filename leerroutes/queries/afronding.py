"""What the end of the chain asks, and what DUO needs for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from inburgering.enums import DossierStatus, SchakelNummer, SchakelStatus
from inburgering.geweigerd import weigering
from inburgering.models import Inburgeraar, Schakel
from inburgering.queries.termijnen import laatste_dag
from leerroutes.models import Afronding, MapModule, Participatieverklaring
from leerroutes.policies.afronding import (
    Stand,
    check_afronding_verwijderen,
    check_alle_begeleiding_beeindigen,
    check_certificaat,
    check_gemeld,
    check_inburgeren_afronden,
    check_verschil,
)
from leerroutes.queries.feiten import Gegevens, feiten, gegevens_van, lesuren
from leerroutes.queries.voortgang import Eisregel, eisregels, stand
from wet.doelgroepen import Doelgroep
from wet.duo import in_hele_uren
from wet.leerroutes import Feiten, Leerroute, Uren, Urendoel, map_nodig, tel_uren

_GA_DOOR = "wordt op het formulier gevraagd"


@dataclass(frozen=True, kw_only=True)
class VoorDuo:
    """One thing that DUO must hear; `waarde` is "" while it is not there yet.

    `al_gemeld`: DUO heard it from the municipality where it was done.
    """

    naam: str
    waarde: str = ""
    op: date | None = None
    uitleg: str = ""
    al_gemeld: bool = False

    @property
    def klaar(self) -> bool:
        return bool(self.waarde or self.op)


@dataclass(frozen=True, kw_only=True)
class Afrondingspagina:
    eisen: Sequence[Eisregel]
    voor_duo: Sequence[VoorDuo]
    afronding: Afronding | None
    schakel4: Schakel
    schakel5: Schakel
    leerroute: Leerroute | None
    laatste_dag: date | None
    gemeld: bool
    verschil: bool
    geen_afronden: str
    geen_melden: str
    geen_certificaat: str
    geen_einde: str
    geen_verwijderen: str

    @property
    def weer_open(self) -> bool:
        """Schakel 4 is closed, and something is to be done after all."""
        dicht = self.schakel4.status == SchakelStatus.AFGEROND
        return dicht and any(eis.open for eis in self.eisen)

    @property
    def z_route(self) -> bool:
        return self.leerroute is Leerroute.Z


def stand_van(dossier: Inburgeraar, gegevens: Gegevens | None = None, *, op: date) -> Stand:
    """Where this person stands on a day."""
    if gegevens is None:
        gegevens = gegevens_van([dossier.pk], op=op).get(dossier.pk, Gegevens())
    antwoord = stand(gegevens, doelgroep=Doelgroep(dossier.doelgroep))
    schakels = {schakel.nummer: schakel for schakel in dossier.schakels.all()}
    return Stand(
        dossier=dossier,
        schakel4=schakels[SchakelNummer.INBURGEREN],
        schakel5=schakels[SchakelNummer.AFRONDEN],
        voortgang=antwoord.bekend if antwoord else None,
        leerroute=Leerroute(gegevens.traject.leerroute) if gegevens.traject else None,
        zonder_pip=gegevens.zonder_pip,
    )


def afrondingspagina(dossier: Inburgeraar, *, op: date) -> Afrondingspagina:
    gegevens = gegevens_van([dossier.pk], op=op).get(dossier.pk, Gegevens())
    nu = stand_van(dossier, gegevens, op=op)
    afronding = Afronding.objects.filter(inburgeraar=dossier).first()
    return Afrondingspagina(
        eisen=eisregels(gegevens, doelgroep=Doelgroep(dossier.doelgroep)),
        voor_duo=list(_voor_duo(gegevens, Doelgroep(dossier.doelgroep))),
        afronding=afronding,
        schakel4=nu.schakel4,
        schakel5=nu.schakel5,
        leerroute=nu.leerroute,
        laatste_dag=laatste_dag(dossier.pk),
        gemeld=is_gemeld(afronding, nu.schakel4),
        verschil=not weigering(check_verschil, nu, toelichting=_GA_DOOR),
        geen_afronden=weigering(check_inburgeren_afronden, nu),
        geen_melden=weigering(check_gemeld, nu, op=op, vandaag=op),
        geen_certificaat=weigering(check_certificaat, nu, op=op, vandaag=op),
        geen_einde=weigering(
            check_alle_begeleiding_beeindigen,
            nu,
            eind_op=op,
            onafhankelijk_op=None,
            reden=_GA_DOOR,
            vandaag=op,
        ),
        geen_verwijderen=weigering(check_afronding_verwijderen, nu, reden=_GA_DOOR),
    )


def is_gemeld(afronding: Afronding | None, schakel4: Schakel) -> bool:
    """Told after schakel 4 closed; when it was opened again, DUO must hear it again."""
    if afronding is None or afronding.gemeld_op is None:
        return False
    dicht_op = schakel4.afgerond_op if schakel4.status == SchakelStatus.AFGEROND else None
    return dicht_op is not None and afronding.gemeld_op >= dicht_op


def _voor_duo(gegevens: Gegevens, doelgroep: Doelgroep) -> Iterator[VoorDuo]:
    """In the order of the portal: MAP, PVT, hours, and for the Z-route its end."""
    traject = gegevens.traject
    if traject is None:
        return
    wat = feiten(gegevens, traject=traject)
    route = Leerroute(traject.leerroute)
    if map_nodig(route):
        yield VoorDuo(
            naam="Datum eindgesprek MAP", op=wat.eindgesprek_map_op, **_verwijt(gegevens.map)
        )
    yield VoorDuo(
        naam="Datum ondertekening PVT", op=wat.pvt_ondertekend_op, **_verwijt(gegevens.verklaring)
    )
    if doelgroep is Doelgroep.ASIEL:
        yield _in_uren("Uren taal en KNM bij de school", lesuren(gegevens))
    if route is Leerroute.Z:
        if doelgroep is Doelgroep.ASIEL:
            yield _in_uren("Uren participatie", _participatie(wat))
        yield VoorDuo(naam="Datum afronding Z-route", op=wat.eindgesprek_z_op)


def _verwijt(rij: MapModule | Participatieverklaring | None) -> dict[str, Any]:
    if rij is not None and rij.elders_gemeld:
        return {"al_gemeld": True, "uitleg": f"Al gemeld: {rij.elders}."}
    if rij is None or rij.verwijtbaar is None:
        return {}
    return {"uitleg": f"Verwijtbaar te laat: {'ja' if rij.verwijtbaar else 'nee'}"}


def _participatie(wat: Feiten) -> Uren:
    geteld = tel_uren(Urendoel.Z_PARTICIPATIE, wat.uren).bekend
    assert geteld is not None  # counting always has an answer
    return geteld.uren


def _in_uren(naam: str, uren: Uren) -> VoorDuo:
    """DUO takes whole hours, rounded down so that never more is told than was followed."""
    heel = in_hele_uren(uren).bekend
    assert heel is not None  # rounding always has an answer
    return VoorDuo(naam=naam, waarde=f"{heel.uren} uur", uitleg="Totaal, in hele uren.")


def met_verschil(dossiers: Sequence[Inburgeraar], standen: Any) -> Iterator[Inburgeraar]:
    """Of these completed dossiers those whose own list is not complete."""
    for dossier in dossiers:
        antwoord = standen.get(dossier.pk)
        klaar = antwoord is None or antwoord.bekend is None or antwoord.bekend.voldaan
        if dossier.status == DossierStatus.VOLTOOID and not klaar:
            yield dossier
