"""The MAP: themes, and a closing talk that comes after the hours of practice (B26 3.2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from inburgering.geweigerd import Geweigerd
from inburgering.policies import check_niet_later, check_reden
from leerroutes.enums import MapStatus
from leerroutes.models import MapModule, Traject
from leerroutes.policies.verwijtbaar import check_verwijtbaar, check_verwijtbaar_elders
from wet.datums import zonder_weekdag
from wet.duo import Vlag


@dataclass(frozen=True, kw_only=True)
class Urenstand:
    """Hours of practice up to and including a day, and how many are needed."""

    gedaan: Decimal
    nodig: int

    @property
    def te_gaan(self) -> Decimal:
        return max(self.nodig - self.gedaan, Decimal(0))

    @property
    def zin(self) -> str:
        """ "37,5 van 40 uur"."""
        return f"{self.gedaan.normalize():f} van {self.nodig} uur".replace(".", ",")


def check_open(module: MapModule | None, *, traject: Traject | None) -> None:
    """`traject` is the last one; without any there is no MAP to do."""
    if traject is None:
        raise Geweigerd("De MAP begint na het PIP: er is nog geen leerroute.")
    if module is not None and module.status == MapStatus.AFGEROND:
        raise Geweigerd("Het eindgesprek van de MAP is al gevoerd: heropen de MAP eerst.")


def check_thema(*, gedaan_op: date | None, toelichting: str, vandaag: date) -> None:
    """Without a day it was not dealt with."""
    if gedaan_op is not None:
        check_niet_later(gedaan_op, vandaag=vandaag, veld="gedaan_op", wat="De datum")
    elif toelichting.strip():
        raise Geweigerd("Vul ook in wanneer dit was.", veld="gedaan_op")


def check_uren_gedaan(uren: Urenstand, *, op: date | None = None) -> None:
    """The talk closes the module, so the practice comes first: DUO hears the day of the talk."""
    if uren.te_gaan:
        wanneer = f" tot en met {zonder_weekdag(op)}" if op else ""
        raise Geweigerd(
            f"Het eindgesprek sluit de MAP af. Er is {uren.zin} praktijk gedaan{wanneer} "
            "(Besluit 3.2, Regeling 3.1).",
            veld="op" if op else None,
        )


def check_eindgesprek(
    *,
    op: date,
    verslag: str,
    verwijtbaar: bool | None,
    vlag: Vlag,
    uren: Urenstand,
    start_termijn: date | None,
    vandaag: date,
) -> None:
    check_niet_later(op, vandaag=vandaag, veld="op", wat="Het eindgesprek")
    check_in_termijn(op, start_termijn=start_termijn)
    check_uren_gedaan(uren, op=op)
    check_verwijtbaar(vlag, verwijtbaar)
    if not verslag.strip():
        raise Geweigerd("Schrijf een verslag van het eindgesprek.", veld="verslag")


def check_elders(
    *,
    op: date,
    gemeente: str,
    uren: Urenstand,
    verwijtbaar: bool | None,
    gemeld: bool,
    vlag: Vlag,
    start_termijn: date | None,
    vandaag: date,
) -> None:
    """Closed in another municipality: by the same rules, but `uren` are those done there.

    `gemeld`: that municipality told DUO.
    """
    if not gemeente.strip():
        raise Geweigerd("Vul in welke gemeente de MAP afrondde.", veld="gemeente")
    check_niet_later(op, vandaag=vandaag, veld="op", wat="Het eindgesprek")
    check_in_termijn(op, start_termijn=start_termijn)
    if uren.te_gaan:
        raise Geweigerd(
            f"Er is {uren.zin} praktijk gedaan. Dat is niet genoeg: rond de MAP hier af.",
            veld="uren",
        )
    check_verwijtbaar_elders(vlag, verwijtbaar, gemeld=gemeld)


def check_in_termijn(op: date, *, start_termijn: date | None) -> None:
    """DUO takes no closing talk of before the term."""
    if start_termijn is None:
        raise Geweigerd("De inburgeringstermijn loopt nog niet.", veld="op")
    if op < start_termijn:
        raise Geweigerd(
            f"Het eindgesprek ligt voor de start van de termijn ({zonder_weekdag(start_termijn)}).",
            veld="op",
        )


def check_heropenen(module: MapModule, *, gemeld: bool, afgerond: bool, reden: str) -> None:
    """`gemeld`: DUO was told that all of ours is done. `afgerond`: schakel 4 closed on it."""
    if module.status != MapStatus.AFGEROND:
        raise Geweigerd("De MAP is nog niet afgerond.")
    if gemeld:
        raise Geweigerd("De MAP is aan DUO gemeld en kan hier niet meer open.")
    if afgerond:
        raise Geweigerd("Schakel 4 is afgerond: heropen eerst schakel 4.")
    check_reden(reden)
