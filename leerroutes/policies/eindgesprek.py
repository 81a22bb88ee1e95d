"""The closing talk of the Z-route: last of all, and by the municipality itself (B26 3.14.4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from inburgering.geweigerd import Geweigerd
from inburgering.policies import check_niet_later, check_reden
from leerroutes.enums import TrajectEinde
from leerroutes.models import Eindgesprek, Traject
from medewerkers.models import Medewerker
from wet.datums import zonder_weekdag
from wet.leerroutes import EisSoort, Leerroute, Voortgang


def check_door_gemeente(door: Medewerker) -> None:
    """It may not be mandated to a third party, whatever rights its people have here."""
    if door.partnerorganisatie_id is not None:
        raise Geweigerd(
            "Het eindgesprek van de Z-route voert de gemeente zelf: een andere organisatie mag "
            "dat niet doen of vastleggen (Besluit 3.14.4)."
        )


def check_te_voeren(
    traject: Traject | None, *, eindgesprek: Eindgesprek | None, stand: Voortgang | None
) -> None:
    """`traject` is the last one, `stand` where it stands."""
    if traject is None or stand is None:
        raise Geweigerd("Er is nog geen leerroute.")
    if traject.einde == TrajectEinde.INGETROKKEN:
        raise Geweigerd("Er loopt geen leerroute: stel eerst een PIP vast.")
    if traject.leerroute != Leerroute.Z.value:
        raise Geweigerd("Alleen de Z-route heeft dit eindgesprek.")
    if eindgesprek is not None:
        raise Geweigerd("Het eindgesprek is al gevoerd.")
    if nog := wat_eerst_moet(stand):
        raise Geweigerd(f"Het eindgesprek komt als laatste. {' '.join(nog)}")


def wat_eerst_moet(stand: Voortgang) -> list[str]:
    """Everything the route asks but the talk itself."""
    return [
        zin for rij in stand.open if rij.eis.soort is not EisSoort.EINDGESPREK_Z for zin in rij.nog
    ]


def check_klaar_op(op: date, *, stand: Voortgang | None) -> None:
    """`stand`: where it stood at the end of that day. DUO hears the day of the talk."""
    if stand is not None and (nog := wat_eerst_moet(stand)):
        raise Geweigerd(
            f"Op {zonder_weekdag(op)} was nog niet alles klaar. {' '.join(nog)}", veld="op"
        )


def check_gesprek(
    op: date,
    *,
    verslag: str,
    start_termijn: date | None,
    eerder: Sequence[tuple[str, date | None]],
    vandaag: date,
) -> None:
    """`eerder`: what closes before it, each with its day: after this talk DUO takes neither."""
    check_niet_later(op, vandaag=vandaag, veld="op", wat="Het eindgesprek")
    if start_termijn is not None and op < start_termijn:
        raise Geweigerd(
            f"Het eindgesprek ligt voor de start van de termijn ({zonder_weekdag(start_termijn)}).",
            veld="op",
        )
    for wat, dag in eerder:
        if dag is not None and op < dag:
            raise Geweigerd(
                f"Het eindgesprek ligt voor het afsluiten van {wat} ({zonder_weekdag(dag)}).",
                veld="op",
            )
    if not verslag.strip():
        raise Geweigerd("Schrijf een verslag van het eindgesprek.", veld="verslag")


def check_wijzigen(*, gemeld: bool) -> None:
    """`gemeld`: DUO was told that all of ours is done."""
    if gemeld:
        raise Geweigerd("Het eindgesprek is aan DUO gemeld en kan niet meer veranderen.")


def check_ongedaan_maken(*, gemeld: bool, afgerond: bool, reden: str) -> None:
    """`afgerond`: schakel 4 was closed on the strength of it."""
    check_wijzigen(gemeld=gemeld)
    if afgerond:
        raise Geweigerd("Schakel 4 is afgerond: heropen eerst schakel 4.")
    check_reden(reden)
