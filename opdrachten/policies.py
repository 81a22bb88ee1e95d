"""Whether a file may be taken in, entered, taken back or thrown away now; else why not."""

from __future__ import annotations

from collections.abc import Mapping

from inburgering.geweigerd import Geweigerd
from medewerkers.models import Medewerker
from opdrachten.enums import OpdrachtStatus
from opdrachten.koppelen import ontbrekend
from opdrachten.models import BEZIG, WACHT, Opdracht
from opdrachten.soorten import Importsoort


def check_soort(soort: Importsoort, door: Medewerker) -> None:
    if not door.heeft(soort.recht):
        raise Geweigerd("Dit soort bestand mag u niet invoeren.")


def check_koppelen(opdracht: Opdracht, koppeling: Mapping[str, int], aantal_koppen: int) -> None:
    """Every wanted column at most one place that exists, and none of them twice."""
    if opdracht.status not in WACHT:
        raise Geweigerd("De kolommen staan vast: dit bestand wacht niet op een keuze.")
    if len(set(koppeling.values())) < len(koppeling):
        raise Geweigerd("U koos een kolom van het bestand voor twee gegevens tegelijk.")
    if not set(koppeling.values()) <= set(range(aantal_koppen)):
        raise Geweigerd("Deze kolom staat niet in het bestand.")
    if weg := ontbrekend(opdracht.importsoort.kolommen, koppeling):
        namen = ", ".join(kolom.label for kolom in weg)
        raise Geweigerd(f"Dit is nodig en nog niet gekozen: {namen}.", veld=weg[0].naam)


def check_kiezen(opdracht: Opdracht) -> None:
    if opdracht.status != OpdrachtStatus.VOORBEELD:
        raise Geweigerd("U kunt hier nu niets meer kiezen.")


def check_bevestigen(opdracht: Opdracht, *, in_te_voeren: int) -> None:
    if opdracht.status != OpdrachtStatus.VOORBEELD:
        raise Geweigerd("Dit bestand is al bevestigd of weggegooid.")
    if in_te_voeren == 0:
        raise Geweigerd("Er is niets om in te voeren: elke regel is fout, bekend of overgeslagen.")


def check_terugdraaien(opdracht: Opdracht, *, heeft_regels: bool, ingevoerd: int) -> None:
    if opdracht.status != OpdrachtStatus.KLAAR:
        raise Geweigerd("Alleen wat is ingevoerd, kan ongedaan worden gemaakt.")
    if ingevoerd == 0:
        raise Geweigerd("Er is niets ingevoerd, dus er is niets ongedaan te maken.")
    if not heeft_regels:
        raise Geweigerd("De regels van dit bestand zijn na 90 dagen gewist.")


def check_weggooien(opdracht: Opdracht) -> None:
    if opdracht.status in (*BEZIG[1:], OpdrachtStatus.KLAAR, OpdrachtStatus.ONGEDAAN):
        raise Geweigerd("Dit bestand is al bevestigd. Maak de invoer zo nodig ongedaan.")
    if opdracht.status == OpdrachtStatus.VERVALLEN:
        raise Geweigerd("Dit bestand is al weggegooid.")
