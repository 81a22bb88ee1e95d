"""When a talk about the progress may be planned, recorded and dropped."""

from __future__ import annotations

from datetime import date, datetime

from inburgering.enums import AfspraakStatus
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt, check_reden
from leerroutes.enums import GesprekStatus
from leerroutes.models import Voortgangsgesprek
from leerroutes.policies.aanbod import check_dag

MINDER = "In het PIP zijn minder gesprekken afgesproken."
_AL = {
    GesprekStatus.GEHOUDEN: "Dit gesprek is al gevoerd.",
    GesprekStatus.VERVALLEN: "Dit gesprek is vervallen.",
}


def check_te_voeren(gesprek: Voortgangsgesprek) -> None:
    al = _AL.get(GesprekStatus(gesprek.status))
    if al:
        raise Geweigerd(al)


def check_afspraak_maken(gesprek: Voortgangsgesprek, *, begint_at: datetime, nu: datetime) -> None:
    check_loopt(gesprek.inburgeraar)
    check_te_voeren(gesprek)
    if begint_at <= nu:
        raise Geweigerd(
            "Dit moment is al geweest: leg vast dat het gesprek is gevoerd.", veld="datum"
        )


def check_voeren(gesprek: Voortgangsgesprek, *, op: date, verslag: str, vandaag: date) -> None:
    check_te_voeren(gesprek)
    _check_gehouden(gesprek, op=op, verslag=verslag, vandaag=vandaag)


def _check_gehouden(gesprek: Voortgangsgesprek, *, op: date, verslag: str, vandaag: date) -> None:
    check_dag(op, vandaag=vandaag)
    traject = gesprek.traject
    if traject is not None and op < traject.start_op:
        raise Geweigerd(
            f"De leerroute begon op {traject.start_op:%d-%m-%Y}. Een voortgangsgesprek is daarna.",
            veld="op",
        )
    if not verslag.strip():
        raise Geweigerd("Schrijf op wat is besproken.", veld="verslag")


def check_corrigeren(
    gesprek: Voortgangsgesprek, *, op: date, verslag: str, reden: str, vandaag: date
) -> None:
    _check_gevoerd(gesprek)
    _check_gehouden(gesprek, op=op, verslag=verslag, vandaag=vandaag)
    check_reden(reden)


def check_terugzetten(gesprek: Voortgangsgesprek, *, reden: str) -> None:
    check_loopt(gesprek.inburgeraar)
    _check_gevoerd(gesprek)
    check_reden(reden)


def _check_gevoerd(gesprek: Voortgangsgesprek) -> None:
    if gesprek.status != GesprekStatus.GEHOUDEN:
        raise Geweigerd("Dit gesprek is nog niet gevoerd.")


def check_niet_gekomen(gesprek: Voortgangsgesprek, *, reden: str, nu: datetime) -> None:
    check_te_voeren(gesprek)
    afspraak = gesprek.afspraak
    if afspraak is None or afspraak.status != AfspraakStatus.GEPLAND:
        raise Geweigerd("Er is geen afspraak voor dit gesprek.")
    if afspraak.begint_at > nu:
        raise Geweigerd("De afspraak moet nog komen: zeg die af, of kies een ander moment.")
    check_reden(reden)


def check_vervallen(gesprek: Voortgangsgesprek, *, reden: str) -> None:
    check_te_voeren(gesprek)
    check_reden(reden)


def check_extra(
    dossier: Inburgeraar, *, reden: str, uiterlijk_op: date, staat_er_al: bool, vandaag: date
) -> None:
    """`staat_er_al`: planned already for this day and reason; sent twice is planned once."""
    check_loopt(dossier)
    check_reden(reden)
    if staat_er_al:
        raise Geweigerd("Dit staat er al: een extra gesprek met deze dag en reden.")
    if uiterlijk_op < vandaag:
        raise Geweigerd("Deze dag is al voorbij.", veld="uiterlijk_op")
