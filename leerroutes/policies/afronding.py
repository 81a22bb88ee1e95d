"""When schakel 4 may close, and what belongs to the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inburgering.enums import DossierStatus, SchakelStatus
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar, Schakel
from inburgering.policies import check_loopt, check_niet_later, check_reden
from wet.leerroutes import Leerroute, Voortgang


@dataclass(frozen=True, kw_only=True)
class Stand:
    """Where somebody stands at the end of the chain. Dates are inclusive.

    `voortgang` is None without a traject; `leerroute` is that of the last one. `zonder_pip`: its
    plan was taken back, and no other is there.
    """

    dossier: Inburgeraar
    schakel4: Schakel
    schakel5: Schakel
    voortgang: Voortgang | None
    leerroute: Leerroute | None
    zonder_pip: bool = False


def check_inburgeren_afronden(stand: Stand) -> None:
    """Schakel 4 closes only when every requirement holds: nothing of ours passes this."""
    check_loopt(stand.dossier)
    if stand.schakel4.status != SchakelStatus.OPEN:
        raise Geweigerd(f"Schakel 4 is {str(stand.schakel4.get_status_display()).lower()}.")
    if stand.voortgang is None or stand.zonder_pip:
        raise Geweigerd("Er loopt geen leerroute: stel eerst een PIP vast.")
    if not stand.voortgang.voldaan:
        wat = " ".join(zin for rij in stand.voortgang.open for zin in rij.nog)
        raise Geweigerd(f"Nog niet alles is gedaan. {wat}")


def check_gemeld(stand: Stand, *, op: date, vandaag: date) -> None:
    """DUO was told, on `op`, that all of ours is done."""
    check_loopt(stand.dossier)
    if stand.schakel4.status != SchakelStatus.AFGEROND or stand.schakel4.afgerond_op is None:
        raise Geweigerd("Rond eerst schakel 4 af: dan is zeker dat alles is gedaan.")
    if stand.voortgang is not None and not stand.voortgang.voldaan:
        raise Geweigerd("Er is weer iets te doen: heropen eerst schakel 4.")
    check_niet_later(op, vandaag=vandaag, veld="op", wat="De melding")
    if op < stand.schakel4.afgerond_op:
        raise Geweigerd(
            f"De melding ligt voor het afronden op {stand.schakel4.afgerond_op:%d-%m-%Y}.",
            veld="op",
        )


def check_certificaat(stand: Stand, *, op: date, vandaag: date) -> None:
    """Handed over in person, after DUO's decision (R26 3.18.2); only the Z-route has one."""
    if stand.leerroute is not Leerroute.Z:
        raise Geweigerd("Alleen bij de Z-route reikt de gemeente een certificaat uit.")
    if stand.dossier.voltooid_op is None:
        raise Geweigerd("Het certificaat komt na het besluit van DUO dat aan de plicht is voldaan.")
    check_niet_later(op, vandaag=vandaag, veld="op", wat="Het uitreiken")
    if op < stand.dossier.voltooid_op:
        raise Geweigerd("Het uitreiken ligt voor het besluit van DUO.", veld="op")


def check_alle_begeleiding_beeindigen(
    stand: Stand, *, eind_op: date, onafhankelijk_op: date | None, reden: str, vandaag: date
) -> None:
    """Guidance lasts until the exam is passed and no benefit is needed, or for a reason."""
    if stand.dossier.status not in (DossierStatus.VOLTOOID, DossierStatus.BEEINDIGD):
        raise Geweigerd("De begeleiding gaat door zolang de inburgering loopt.")
    check_niet_later(eind_op, vandaag=vandaag, veld="eind_op", wat="Het einde")
    if not reden.strip():
        raise Geweigerd("Schrijf op waarom de begeleiding stopt.", veld="reden")
    if onafhankelijk_op is not None and onafhankelijk_op > eind_op:
        raise Geweigerd(
            "De begeleiding stopt niet voor de dag waarop iemand zonder uitkering leeft.",
            veld="onafhankelijk_op",
        )


def check_afronding_verwijderen(stand: Stand, *, reden: str) -> None:
    """Schakel 4 is open again, and what was recorded of the end does not belong here."""
    check_loopt(stand.dossier)
    if stand.schakel4.status == SchakelStatus.AFGEROND:
        raise Geweigerd("Schakel 4 is afgerond: heropen eerst schakel 4.")
    check_reden(reden)


def check_verschil(stand: Stand, *, toelichting: str) -> None:
    if stand.dossier.status != DossierStatus.VOLTOOID:
        raise Geweigerd("DUO heeft nog niet besloten.")
    if stand.voortgang is None or stand.voortgang.voldaan:
        raise Geweigerd("Er is geen verschil: onze lijst is compleet.")
    if not toelichting.strip():
        raise Geweigerd("Schrijf op waarom DUO anders besloot.", veld="toelichting")
