"""Whether an act may happen now, with the reason in Dutch. The same check explains a closed button."""

from __future__ import annotations

from datetime import date

from inburgering.enums import BeeindigReden, DossierStatus, SchakelNummer, SchakelStatus
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar, Persoon, Schakel
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht


def check_reden(reden: str) -> None:
    if not reden.strip():
        raise Geweigerd("Geef een reden: die komt op de tijdlijn.", veld="reden")


def check_loopt(dossier: Inburgeraar) -> None:
    """Most acts ask for a running dossier."""
    if not dossier.loopt:
        raise Geweigerd(f"Het dossier is {str(dossier.get_status_display()).lower()}.")


def check_niet_van_toepassing(schakel: Schakel, *, reden: str) -> None:
    if schakel.status not in (SchakelStatus.WACHT, SchakelStatus.OPEN):
        raise Geweigerd("Alleen een wachtende of open schakel kan niet van toepassing worden.")
    if schakel.nummer == SchakelNummer.PLICHT:
        raise Geweigerd("Schakel 1 geldt voor iedereen.")
    check_reden(reden)


def check_heropenen(schakel: Schakel, *, reden: str) -> None:
    if schakel.status not in (SchakelStatus.AFGEROND, SchakelStatus.NVT):
        raise Geweigerd("Deze schakel is niet afgerond.")
    check_reden(reden)


def check_toewijzen(dossier: Inburgeraar, *, consulent: Medewerker) -> None:
    if dossier.status == DossierStatus.BEEINDIGD:
        raise Geweigerd("Het dossier is beëindigd.")
    if not consulent.heeft(Recht.INTAKE_DOEN):
        raise Geweigerd(f"{consulent.naam} is geen consulent.", veld="consulent")


def check_opschorten(dossier: Inburgeraar, *, reden: str) -> None:
    check_loopt(dossier)
    check_reden(reden)


def check_hervatten(dossier: Inburgeraar, *, reden: str) -> None:
    if dossier.loopt:
        raise Geweigerd("Het dossier loopt al.")
    if dossier.beeindigd_reden == BeeindigReden.SAMENGEVOEGD:
        raise Geweigerd("Dit dossier is samengevoegd: werk verder in het andere dossier.")
    if dossier.beeindigd_reden == BeeindigReden.OVERLEDEN and dossier.persoon.overleden_op:
        raise Geweigerd("Als overleden vastgelegd: corrigeer eerst de datum van overlijden.")
    check_reden(reden)


def check_beeindigen(dossier: Inburgeraar, *, op: date, vandaag: date) -> None:
    if dossier.status not in (DossierStatus.ACTIEF, DossierStatus.OPGESCHORT):
        raise Geweigerd(f"Het dossier is al {str(dossier.get_status_display()).lower()}.")
    if op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld="op")
    if op < dossier.geopend_op:
        raise Geweigerd("De datum ligt voor het openen van het dossier.", veld="op")


def check_samenvoegen(blijft: Inburgeraar, verdwijnt: Inburgeraar) -> None:
    if blijft.pk == verdwijnt.pk:
        raise Geweigerd("Dit is hetzelfde dossier.", veld="dossiernummer")
    for dossier in (blijft, verdwijnt):
        if dossier.status != DossierStatus.ACTIEF:
            raise Geweigerd(f"Dossier {dossier.dossiernummer} loopt niet.", veld="dossiernummer")
    _check_zelfde_persoon(blijft.persoon, verdwijnt.persoon)


def _check_zelfde_persoon(een: Persoon, ander: Persoon) -> None:
    """Two different numbers of one kind mean two people, whatever the names say."""
    if een.v_nummer and ander.v_nummer and een.v_nummer != ander.v_nummer:
        raise Geweigerd("De V-nummers verschillen: dit zijn twee mensen.", veld="dossiernummer")
    if een.bsn_index and ander.bsn_index and een.bsn_index != ander.bsn_index:
        raise Geweigerd("De BSN's verschillen: dit zijn twee mensen.", veld="dossiernummer")


def check_geboortedatum(geboortejaar_eerst: date, *, vandaag: date) -> None:
    if geboortejaar_eerst > vandaag:
        raise Geweigerd("De geboortedatum ligt in de toekomst.", veld="geboortedatum")
