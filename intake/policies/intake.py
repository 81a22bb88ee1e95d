"""When an intake may be started, filled in, closed and opened again."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from inburgering.enums import Regime, SchakelStatus
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt, check_niet_later, check_reden
from intake.models import (
    FEITEN_PER_ONDERDEEL,
    BredeIntake,
    IntakeStatus,
    OnderdeelSoort,
    OproepVoor,
)
from wet.bronnen import voluit
from wet.pip import Ontbrekend

_HOOGSTENS = {"jaren_onderwijs": 30, "jaren_werk": 60, "uren_per_week": 60}

_SCHAKEL_DICHT = {
    SchakelStatus.WACHT: (
        "Schakel 3 is nog niet open: eerst het driepartijengesprek of de kennisgeving van DUO."
    ),
    SchakelStatus.AFGEROND: "Schakel 3 is al afgerond.",
    SchakelStatus.NVT: "Schakel 3 is voor dit dossier niet van toepassing.",
}


def check_starten(dossier: Inburgeraar, *, intake: BredeIntake | None, schakel3: str) -> None:
    check_loopt(dossier)
    if intake is not None and intake.status != IntakeStatus.GEPLAND:
        raise Geweigerd("De brede intake is al gestart.")
    _check_schakel3(dossier, schakel3)


def check_invullen(intake: BredeIntake | None) -> None:
    """Every fact of the intake is written while it runs."""
    if intake is None or intake.status == IntakeStatus.GEPLAND:
        raise Geweigerd("De brede intake is nog niet gestart.")
    if intake.status == IntakeStatus.AFGEROND:
        raise Geweigerd("De brede intake is afgerond: heropen die eerst.")
    check_loopt(intake.inburgeraar)


def check_overnemen(
    dossier: Inburgeraar, *, intake: BredeIntake | None, afgerond_op: date, vandaag: date
) -> None:
    """An intake of before this system, as long as there is none here."""
    check_loopt(dossier)
    if intake is not None:
        raise Geweigerd("Er is al een brede intake bij dit dossier.")
    check_niet_later(afgerond_op, vandaag=vandaag, veld="intake_op", wat="De brede intake")


def check_onderdeel(soort: str, *, tekst: str, niet_van_toepassing: bool) -> None:
    if niet_van_toepassing and soort != OnderdeelSoort.VVE:
        raise Geweigerd("Alleen de VVE kan niet van toepassing zijn.", veld="niet_van_toepassing")
    if niet_van_toepassing and tekst.strip():
        raise Geweigerd(
            "Er staat ook tekst. Haal de tekst weg, of zet ‘niet van toepassing’ uit.",
            veld="niet_van_toepassing",
        )
    if not niet_van_toepassing and not tekst.strip():
        raise Geweigerd("Schrijf op wat is verteld.", veld="tekst")


def check_feiten(soort: str, feiten: Mapping[str, object]) -> None:
    """A part brings its own facts along and no others, with numbers a life can hold."""
    if vreemd := set(feiten) - set(FEITEN_PER_ONDERDEEL.get(soort, ())):
        raise Geweigerd(f"Dit hoort bij een ander onderdeel: {', '.join(sorted(vreemd))}.")
    for naam, hoogstens in _HOOGSTENS.items():
        aantal = feiten.get(naam)
        if isinstance(aantal, int) and not 0 <= aantal <= hoogstens:
            raise Geweigerd(f"Vul een getal in van 0 tot en met {hoogstens}.", veld=naam)


def check_alleen_spreken(op: date | None, *, dossier: Inburgeraar, vandaag: date) -> None:
    if op is None:
        return
    if op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld="alleen_spreken_op")
    if op < dossier.geopend_op:
        raise Geweigerd(
            f"De datum ligt voor het openen van het dossier ({dossier.geopend_op:%d-%m-%Y}).",
            veld="alleen_spreken_op",
        )


def check_afronden(intake: BredeIntake, *, ontbreekt: Sequence[Ontbrekend], schakel3: str) -> None:
    """Everything the law asks for is there; the refusal names what is not, with the article."""
    check_invullen(intake)
    _check_schakel3(intake.inburgeraar, schakel3)
    if ontbreekt:
        delen = " ".join(f"{deel.tekst} ({voluit(deel.bron[0])})" for deel in ontbreekt)
        raise Geweigerd(f"De brede intake is nog niet compleet. {delen}")


def check_bij_afwezigheid(
    intake: BredeIntake,
    *,
    ontbreekt: Sequence[Ontbrekend],
    zonder_gevolg: Collection[OproepVoor],
    schakel3: str,
) -> None:
    """After the third summons had no effect (Wi 14.2). `ontbreekt`: what may not lack even then."""
    check_invullen(intake)
    if not zonder_gevolg:
        raise Geweigerd(
            "Dit kan pas na een derde oproep waarop niemand kwam (Wet inburgering 2021, "
            "artikel 14, lid 2)."
        )
    check_afronden(intake, ontbreekt=ontbreekt, schakel3=schakel3)


def _check_schakel3(dossier: Inburgeraar, schakel3: str) -> None:
    """Under the Wet inburgering 2013 schakel 3 does not apply; the intake is guidance then."""
    if dossier.regime == Regime.WI2013 and schakel3 == SchakelStatus.NVT:
        return
    if schakel3 != SchakelStatus.OPEN:
        raise Geweigerd(_SCHAKEL_DICHT[SchakelStatus(schakel3)])


def check_heropenen(intake: BredeIntake, *, schakel3: str, reden: str) -> None:
    """Once schakel 3 is closed a decision stands on this intake."""
    check_loopt(intake.inburgeraar)
    if intake.status != IntakeStatus.AFGEROND:
        raise Geweigerd("De brede intake is niet afgerond.")
    if intake.inburgeraar.regime != Regime.WI2013 and schakel3 != SchakelStatus.OPEN:
        raise Geweigerd(
            "Schakel 3 is afgerond: er staat een vastgesteld PIP op deze intake. "
            "Heropen eerst schakel 3."
        )
    check_reden(reden)
