"""The taalschakeltraject belongs to the onderwijsroute, at a school that may give the diploma."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from inburgering.geweigerd import Geweigerd
from inburgering.policies import check_niet_later, check_reden
from leerroutes.enums import AanbiederSoort, TaalschakelStatus
from leerroutes.models import Aanbieder, Taalschakeltraject, Traject
from wet.datums import zonder_weekdag
from wet.leerroutes import Leerroute


def check_te_starten(traject: Traject | None, *, lopend: Taalschakeltraject | None) -> None:
    """`traject` is the one that runs."""
    if traject is None:
        raise Geweigerd("Er loopt geen leerroute.")
    if traject.leerroute != Leerroute.O.value:
        raise Geweigerd("Een taalschakeltraject hoort bij de onderwijsroute.")
    if lopend is not None:
        raise Geweigerd("Er loopt al een taalschakeltraject.")


def check_school(aanbieder: Aanbieder | None, *, start_op: date, erkend: bool) -> None:
    """`erkend`: recognised to give the diploma on the first day (Wi 8.2)."""
    if aanbieder is None:
        raise Geweigerd("Kies de school.", veld="aanbieder")
    if AanbiederSoort.TAALSCHAKEL not in aanbieder.soorten:
        raise Geweigerd(f"{aanbieder} geeft geen taalschakeltraject.", veld="aanbieder")
    if not erkend:
        raise Geweigerd(
            f"{aanbieder} heeft op {zonder_weekdag(start_op)} geen geldige diploma-erkenning "
            "(Wi 8.2). Controleer de keurmerken van deze school.",
            veld="aanbieder",
        )


def check_looptijd(
    traject: Traject, *, start_op: date | None, verwacht_eind_op: date | None, vandaag: date
) -> None:
    if start_op is None:
        raise Geweigerd("Vul in wanneer het begon.", veld="start_op")
    check_niet_later(start_op, vandaag=vandaag, veld="start_op", wat="De start")
    if start_op < traject.start_op:
        raise Geweigerd(
            f"De start ligt voor de leerroute: die begon op {zonder_weekdag(traject.start_op)}.",
            veld="start_op",
        )
    if verwacht_eind_op is not None and verwacht_eind_op < start_op:
        raise Geweigerd("Het verwachte einde ligt voor de start.", veld="verwacht_eind_op")


def check_dag_na_start(
    schakel: Taalschakeltraject, op: date, *, vandaag: date, veld: str = "op"
) -> None:
    """A part or the end of it: not before it began, and not in the future."""
    check_niet_later(op, vandaag=vandaag, veld=veld, wat="De datum")
    if op < schakel.start_op:
        raise Geweigerd(
            f"De datum ligt voor de start ({zonder_weekdag(schakel.start_op)}).", veld=veld
        )


def check_delen(
    schakel: Taalschakeltraject, dagen: Iterable[tuple[str, date | None]], *, vandaag: date
) -> None:
    """Each pair is a part and the day on which it was passed."""
    for deel, op in dagen:
        if op is not None:
            check_dag_na_start(schakel, op, vandaag=vandaag, veld=deel)


def check_verlaten(schakel: Taalschakeltraject, op: date, *, reden: str, vandaag: date) -> None:
    check_dag_na_start(schakel, op, vandaag=vandaag)
    check_reden(reden)


def check_hervatten(
    schakel: Taalschakeltraject,
    *,
    lopend: Taalschakeltraject | None,
    laatste: bool,
    afgerond: bool,
    reden: str,
) -> None:
    """Only the last one, and only while no other runs. `afgerond`: schakel 4 closed on it."""
    if schakel.status == TaalschakelStatus.LOPEND:
        raise Geweigerd("Dit taalschakeltraject loopt al.")
    if lopend is not None or not laatste:
        raise Geweigerd("Er is een later taalschakeltraject.")
    if afgerond:
        raise Geweigerd("Schakel 4 is afgerond: heropen eerst schakel 4.")
    check_reden(reden)
