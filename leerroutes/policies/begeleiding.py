"""When maatschappelijke begeleiding starts and ends, and what may be recorded of it (Wi 13)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from inburgering.enums import DossierStatus
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt, check_niet_later, check_reden
from leerroutes.models import Begeleidingsmoment, MaatschappelijkeBegeleiding
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht
from wet.datums import zonder_weekdag
from wet.doelgroepen import Doelgroep

UREN_PER_DAG = 24


def check_asiel(dossier: Inburgeraar) -> None:
    """Only who was granted asylum is guided by the municipality (Wi 13)."""
    if dossier.doelgroep != Doelgroep.ASIEL:
        raise Geweigerd("Maatschappelijke begeleiding is er alleen voor asielstatushouders.")


def check_begeleiding_starten(
    dossier: Inburgeraar, *, loopt_al: bool, eerste_dag: date | None, op: date, vandaag: date
) -> None:
    """`eerste_dag` is the first day by law (inclusive); None while it is not known."""
    check_loopt(dossier)
    check_asiel(dossier)
    if loopt_al:
        raise Geweigerd("De maatschappelijke begeleiding is al gestart.")
    check_eerste_dag(op, eerste_dag=eerste_dag)
    check_niet_later(op, vandaag=vandaag, veld="start_op", wat="De eerste dag")


def check_eerste_dag(op: date, *, eerste_dag: date | None) -> None:
    """From the registration in the municipality that houses; nothing starts before that."""
    if eerste_dag is None:
        raise Geweigerd(
            "De inschrijving in de BRP is nog niet bekend: daarmee begint de begeleiding."
        )
    if op < eerste_dag:
        raise Geweigerd(
            f"De begeleiding begint met de inschrijving in de BRP, op {eerste_dag:%d-%m-%Y}.",
            veld="start_op",
        )


def check_begeleidbaar(dossier: Inburgeraar) -> None:
    """Guidance goes on after the duty is met, and while the dossier rests; not after it ended."""
    if dossier.status == DossierStatus.BEEINDIGD:
        raise Geweigerd("Het dossier is beëindigd.")


def check_begeleiding_wijzigen(
    begeleiding: MaatschappelijkeBegeleiding, *, door: Medewerker
) -> None:
    """A partner sees to its own guidance; the municipality to all."""
    eigen = door.partnerorganisatie_id
    if not door.heeft(Recht.LEERROUTE_DOEN) and (eigen is None or begeleiding.partner_id != eigen):
        raise Geweigerd("Deze begeleiding is van een andere organisatie.")
    check_begeleidbaar(begeleiding.inburgeraar)


def check_begeleiding_beeindigen(
    begeleiding: MaatschappelijkeBegeleiding,
    *,
    door: Medewerker,
    op: date,
    laatste_moment: date | None,
    reden: str,
    vandaag: date,
) -> None:
    check_begeleiding_wijzigen(begeleiding, door=door)
    if begeleiding.eind_op is not None:
        raise Geweigerd("De maatschappelijke begeleiding is al beëindigd.")
    check_niet_later(op, vandaag=vandaag, veld="eind_op", wat="De laatste dag")
    if op < begeleiding.start_op:
        raise Geweigerd("De laatste dag ligt voor de eerste dag.", veld="eind_op")
    if laatste_moment is not None and op < laatste_moment:
        raise Geweigerd(
            f"Op {laatste_moment:%d-%m-%Y} is nog een moment vastgelegd.", veld="eind_op"
        )
    check_reden(reden)


def check_begeleiding_hervatten(
    begeleiding: MaatschappelijkeBegeleiding, *, door: Medewerker, reden: str
) -> None:
    check_begeleiding_wijzigen(begeleiding, door=door)
    if begeleiding.eind_op is None:
        raise Geweigerd("De maatschappelijke begeleiding loopt al.")
    check_reden(reden)


def check_begeleiding_verwijderen(
    begeleiding: MaatschappelijkeBegeleiding, *, door: Medewerker, momenten: int, reden: str
) -> None:
    """It was recorded wrong; what was done for somebody is never thrown away with it."""
    check_begeleiding_wijzigen(begeleiding, door=door)
    if momenten:
        raise Geweigerd("Er is vastgelegd wat is gedaan: verwijder eerst die momenten.")
    check_reden(reden)


def check_moment(
    begeleiding: MaatschappelijkeBegeleiding,
    *,
    op: date,
    uren: Decimal,
    telt_mee: bool,
    vandaag: date,
) -> None:
    """A moment lies within the guidance, and what counts ran while the dossier did."""
    check_begeleidbaar(begeleiding.inburgeraar)
    check_niet_later(op, vandaag=vandaag, veld="op", wat="De datum")
    if op < begeleiding.start_op:
        raise Geweigerd(f"De begeleiding begon op {begeleiding.start_op:%d-%m-%Y}.", veld="op")
    if begeleiding.eind_op is not None and op > begeleiding.eind_op:
        raise Geweigerd(f"De begeleiding eindigde op {begeleiding.eind_op:%d-%m-%Y}.", veld="op")
    if not 0 < uren <= UREN_PER_DAG:
        raise Geweigerd(f"Vul meer dan 0 en hoogstens {UREN_PER_DAG} uur in.", veld="uren")
    gestopt = begeleiding.inburgeraar.opgeschort_op or begeleiding.inburgeraar.voltooid_op
    if telt_mee and gestopt is not None and op > gestopt:
        raise Geweigerd(
            f"Het dossier loopt sinds {zonder_weekdag(gestopt)} niet: dan tellen uren niet mee.",
            veld="telt_mee",
        )


def check_nieuw_moment(*, staat_er_al: bool) -> None:
    """Sent twice is recorded once."""
    if staat_er_al:
        raise Geweigerd("Dit staat er al: dezelfde dag, soort, onderwerp en uren.")


def check_moment_van(moment: Begeleidingsmoment, *, door: Medewerker) -> None:
    """Who wrote it corrects it; the municipality may correct what others wrote."""
    if moment.door_id != door.pk and not door.heeft(Recht.LEERROUTE_DOEN):
        raise Geweigerd(f"Alleen {moment.door.naam} of de consulent kan dit veranderen.")
