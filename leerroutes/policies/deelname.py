"""When lessons may be recorded as begun, changed and ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt, check_reden
from leerroutes.enums import AanbodStatus, DeelnameStatus
from leerroutes.models import Deelname, Traject
from leerroutes.policies.aanbod import Les, check_dag, check_les, check_lessen
from wet.doelgroepen import Doelgroep
from wet.leerroutes import Leerroute


@dataclass(frozen=True, kw_only=True)
class DeelnameGegevens(Les):
    """Lessons somebody found. `start_op` is the first lesson."""

    start_op: date
    groep: str = ""


def check_zelf_gekozen(dossier: Inburgeraar, traject: Traject | None) -> Traject:
    """Only who gets no offer chooses a school; else the lessons follow from the offer."""
    if dossier.doelgroep == Doelgroep.ASIEL.value:
        raise Geweigerd("Een asielstatushouder krijgt een aanbod: leg dat vast, en dan de start.")
    return check_lessen(dossier, traject)


def check_deelname_starten(
    gegevens: DeelnameGegevens,
    dossier: Inburgeraar,
    traject: Traject | None,
    *,
    dubbel: bool,
    vandaag: date,
) -> Traject:
    loopt = check_zelf_gekozen(dossier, traject)
    check_dag(gegevens.start_op, vandaag=vandaag, veld="start_op")
    check_les(gegevens, leerroute=Leerroute(loopt.leerroute), op=gegevens.start_op)
    if dubbel:
        raise Geweigerd(
            f"Deze persoon volgt deze les al bij {gegevens.aanbieder}.", veld="aanbieder"
        )
    return loopt


def check_deelname_wijzigen(
    deelname: Deelname, *, start_op: date, eerste_uren_op: date | None, vandaag: date
) -> None:
    check_dag(start_op, vandaag=vandaag, veld="start_op")
    if deelname.aanbod is not None and start_op < deelname.aanbod.gedaan_op:
        raise Geweigerd(
            f"Het aanbod is van {deelname.aanbod.gedaan_op:%d-%m-%Y}: de lessen begonnen later.",
            veld="start_op",
        )
    if deelname.eind_op is not None and start_op > deelname.eind_op:
        raise Geweigerd(
            f"De laatste les was op {deelname.eind_op:%d-%m-%Y}. De eerste kan niet later zijn.",
            veld="start_op",
        )
    if eerste_uren_op is not None and start_op > eerste_uren_op:
        raise Geweigerd(
            f"Er zijn al uren vastgelegd op {eerste_uren_op:%d-%m-%Y}. Die vallen dan buiten de "
            "lessen.",
            veld="start_op",
        )


def check_deelname_beeindigen(
    deelname: Deelname, *, op: date, reden: str, laatste_uren_op: date | None, vandaag: date
) -> None:
    if deelname.status != DeelnameStatus.GESTART:
        raise Geweigerd("Deze lessen zijn al beëindigd.")
    check_dag(op, vandaag=vandaag)
    if op < deelname.start_op:
        raise Geweigerd(f"De eerste les was op {deelname.start_op:%d-%m-%Y}.", veld="op")
    if laatste_uren_op is not None and op < laatste_uren_op:
        raise Geweigerd(
            f"Er zijn al uren vastgelegd op {laatste_uren_op:%d-%m-%Y}: de laatste les is dan of "
            "later.",
            veld="op",
        )
    check_reden(reden)


def check_deelname_hervatten(deelname: Deelname, *, reden: str, dubbel: bool) -> None:
    if deelname.status != DeelnameStatus.BEEINDIGD:
        raise Geweigerd("Deze lessen lopen nog.")
    check_loopt(deelname.inburgeraar)
    if deelname.aanbod is not None and deelname.aanbod.status != AanbodStatus.GESTART:
        raise Geweigerd("Het aanbod van deze lessen is beëindigd: doe een nieuw aanbod.")
    if dubbel:
        raise Geweigerd("Deze persoon volgt dezelfde les al bij deze school.")
    check_reden(reden)
