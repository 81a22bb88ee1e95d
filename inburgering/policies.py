"""Whether an act may happen now, with the reason in Dutch. It also explains a closed button."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from inburgering.datums import OnzekereDatum
from inburgering.enums import (
    AfspraakSoort,
    BeeindigReden,
    DossierStatus,
    OntheffingGrond,
    OntheffingSoort,
    Regime,
    SchakelNummer,
    SchakelStatus,
    TaakStatus,
    TermijnSoort,
    TermijnStatus,
    VrijstellingSoort,
)
from inburgering.geweigerd import Geweigerd
from inburgering.models import Afspraak, Inburgeraar, Persoon, Schakel, Taak, Termijn
from inburgering.models.persoon import EERSTE_GEBOORTEJAAR
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from wet.normen import norm
from wet.plicht import GrondOntheffing, Omvang, gevolg_ontheffing
from wet.uitkomst import OngeldigeInvoer


class Periode(Protocol):
    start_op: date
    eind_op: date | None


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


def check_geboortedatum(vroegst: date, *, vandaag: date) -> None:
    """`vroegst` is the earliest day the birth date allows."""
    if vroegst.year < EERSTE_GEBOORTEJAAR:
        raise Geweigerd("Controleer het jaar van de geboortedatum.", veld="geboortedatum")
    if vroegst > vandaag:
        raise Geweigerd("De geboortedatum ligt in de toekomst.", veld="geboortedatum")


def check_oud_genoeg(geboortedatum: OnzekereDatum, *, op: date) -> None:
    """The duty begins at sixteen (Wi 3); who is younger is a child in somebody's household."""
    vanaf = norm("plicht_leeftijd_jaren", op)
    if geboortedatum.leeftijd_op(op) < vanaf.aantal:
        raise Geweigerd(
            f"Een eigen dossier kan vanaf {vanaf}. Zet een jonger kind bij Persoon & "
            "gezin in het dossier van een ouder.",
            veld="geboortedatum",
        )


def check_niet_later(op: date, *, vandaag: date, veld: str, wat: str) -> None:
    """What is recorded as done was done today or before."""
    if op > vandaag:
        raise Geweigerd(f"{wat} ligt in de toekomst.", veld=veld)


def check_vorig_pip(
    dossier: Inburgeraar,
    *,
    dagtekening: date,
    dagtekening_initieel: date,
    laatste_dag: date | None,
    vandaag: date,
) -> None:
    """Days that can follow each other; all inclusive."""
    check_loopt(dossier)
    if dossier.regime != Regime.WI2021:
        raise Geweigerd("Bij de Wet inburgering 2013 hoort geen PIP.", veld="dagtekening")
    check_niet_later(dagtekening, vandaag=vandaag, veld="dagtekening", wat="De dagtekening")
    if dagtekening_initieel > dagtekening:
        raise Geweigerd(
            "Het eerste PIP ligt na de dagtekening van dit PIP.", veld="dagtekening_initieel"
        )
    if laatste_dag is not None and laatste_dag <= dagtekening_initieel:
        raise Geweigerd(
            "De laatste dag van de inburgeringstermijn ligt voor het eerste PIP.",
            veld="laatste_dag",
        )


def check_periode(
    start_op: date, eind_op: date | None, *, andere: Iterable[Periode] = (), wat: str = ""
) -> None:
    """A period ends after it starts, and shares no day with `andere` of the same owner."""
    if eind_op is not None and eind_op < start_op:
        raise Geweigerd("Het einde ligt voor het begin.", veld="eind_op")
    for ander in andere:
        begint_voor_einde = eind_op is None or ander.start_op <= eind_op
        if begint_voor_einde and (ander.eind_op is None or ander.eind_op >= start_op):
            tot = f"t/m {ander.eind_op:%d-%m-%Y}" if ander.eind_op else "en loopt nog"
            raise Geweigerd(
                f"Dit overlapt met een ander {wat}: dat begon op {ander.start_op:%d-%m-%Y} {tot}.",
                veld="start_op",
            )


def check_inschrijving(brp_op: date | None, *, start_op: date, vandaag: date) -> None:
    """Registration in the BRP follows moving in."""
    if brp_op is None:
        return
    check_niet_later(brp_op, vandaag=vandaag, veld="brp_op", wat="De inschrijving")
    if brp_op < start_op:
        raise Geweigerd(
            f"De inschrijving ligt voor de verhuizing ({start_op:%d-%m-%Y}).", veld="brp_op"
        )


def check_verlengen(termijn: Termijn, *, eind_op: date, besloten_op: date, vandaag: date) -> None:
    """Only DUO extends, and only the three years."""
    if termijn.soort != TermijnSoort.INBURGERING:
        raise Geweigerd("Alleen de inburgeringstermijn kan worden verlengd, door DUO.")
    if termijn.status != TermijnStatus.LOPEND:
        raise Geweigerd("Alleen een lopende termijn kan worden verlengd.")
    check_niet_later(besloten_op, vandaag=vandaag, veld="besloten_op", wat="Het besluit van DUO")
    if eind_op <= termijn.eind_op:
        raise Geweigerd(
            f"De nieuwe laatste dag moet na {termijn.eind_op:%d-%m-%Y} liggen.", veld="eind_op"
        )


def check_besluit_van_duo(dossier: Inburgeraar, *, besloten_op: date, vandaag: date) -> None:
    if dossier.status in (DossierStatus.BEEINDIGD, DossierStatus.VOLTOOID):
        raise Geweigerd(f"Het dossier is {str(dossier.get_status_display()).lower()}.")
    check_niet_later(besloten_op, vandaag=vandaag, veld="besloten_op", wat="Het besluit van DUO")


def check_vrijstelling(
    soort: VrijstellingSoort, *, start_op: date, eind_op: date | None, onderdelen: Iterable[str]
) -> None:
    check_periode(start_op, eind_op)
    gedeeltelijk = soort == VrijstellingSoort.GEDEELTELIJK
    if gedeeltelijk != bool(list(onderdelen)):
        raise Geweigerd(
            "Kies de examenonderdelen waarvoor de vrijstelling geldt."
            if gedeeltelijk
            else "Examenonderdelen horen alleen bij een gedeeltelijke vrijstelling.",
            veld="onderdelen",
        )


def check_ontheffing(soort: OntheffingSoort, *, grond: OntheffingGrond) -> None:
    """The law knows which kinds go with a ground."""
    try:
        gevolg_ontheffing(GrondOntheffing(grond.value), Omvang(soort.value))
    except OngeldigeInvoer as fout:
        raise Geweigerd(str(fout), veld="soort") from fout


def check_voltooien(dossier: Inburgeraar, *, besloten_op: date, vandaag: date) -> None:
    check_loopt(dossier)
    check_niet_later(besloten_op, vandaag=vandaag, veld="besloten_op", wat="Het besluit van DUO")


def check_afspraak_afzeggen(afspraak: Afspraak) -> None:
    """Behind a test there is a seat, which must be given back with it."""
    if afspraak.soort == AfspraakSoort.TOETS:
        raise Geweigerd("Meld deze persoon af voor de toets op het tabblad Brede intake.")


def check_taak_open(taak: Taak) -> None:
    if taak.status != TaakStatus.OPEN:
        raise Geweigerd("Deze taak is al klaar.")


def check_taak_geven(aan: Medewerker, *, kan: bool) -> None:
    """`kan`: sees the dossier, and the page where the task is done."""
    if not kan:
        raise Geweigerd(f"{aan.naam} kan niet bij deze taak of dit dossier.", veld="aan")
