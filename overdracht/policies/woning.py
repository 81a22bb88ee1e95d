"""The home: offered, seen, decided on, moved into, registered at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from inburgering.geweigerd import Geweigerd
from inburgering.models import Verblijf
from overdracht.models import (
    Huisvesting,
    HuisvestingStatus,
    Overdracht,
    OverdrachtSoort,
    OverdrachtStatus,
    Woning,
    WoningStatus,
)
from overdracht.policies.datums import check_niet_voor
from overdracht.policies.overdracht import check_verwerkt

_TOEGEWEZEN = (HuisvestingStatus.TOEGEWEZEN, HuisvestingStatus.BEZICHTIGD)


def check_toewijzen(overdracht: Overdracht, woning: Huisvesting) -> None:
    check_verwerkt(overdracht)
    if woning.status != HuisvestingStatus.GEZOCHT:
        raise Geweigerd(f"Er is al een woning: {woning.adres}.")


def check_bezichtigen(overdracht: Overdracht, woning: Huisvesting) -> None:
    check_verwerkt(overdracht)
    _check_woning(woning, [HuisvestingStatus.TOEGEWEZEN], "De woning is al bezichtigd.")


def check_beslissen(overdracht: Overdracht, woning: Huisvesting) -> None:
    """Accept or refuse: before or after the viewing."""
    check_verwerkt(overdracht)
    _check_woning(woning, _TOEGEWEZEN, "Over deze woning is al beslist.")


def check_verhuizen(overdracht: Overdracht, woning: Huisvesting) -> None:
    check_verwerkt(overdracht)
    if woning.status in _TOEGEWEZEN:
        raise Geweigerd("Leg eerst vast dat de woning is geaccepteerd.")
    _check_woning(woning, [HuisvestingStatus.GEACCEPTEERD], "De verhuizing is al vastgelegd.")


def check_verhuisdatum(op: date, *, koppeling_op: date, woning: Huisvesting) -> None:
    check_niet_voor(op, woning.toegewezen_op, "de toewijzing van de woning")
    if op <= koppeling_op:
        raise Geweigerd(f"Verhuizen kan pas na de koppeling ({koppeling_op:%d-%m-%Y}).", veld="op")


def check_inschrijfdatum(brp_op: date, woning: Huisvesting, *, vandaag: date) -> None:
    if brp_op > vandaag:
        raise Geweigerd("De inschrijving ligt in de toekomst.", veld="brp_op")
    check_niet_voor(brp_op, woning.verhuisd_op, "de verhuizing", veld="brp_op")


def check_inschrijven(overdracht: Overdracht, bewoond: Huisvesting | None) -> None:
    """`bewoond` is the home where they live now, a temporary one too."""
    if overdracht.status != OverdrachtStatus.AFGEROND:
        check_verwerkt(overdracht)
    if bewoond is None:
        raise Geweigerd("Leg eerst de verhuizing vast.")


def check_intrekken_woning(overdracht: Overdracht, woning: Huisvesting) -> None:
    """A home falls through before the household lives there."""
    check_verwerkt(overdracht)
    mag = (*_TOEGEWEZEN, HuisvestingStatus.GEACCEPTEERD)
    _check_woning(woning, mag, "Het gezin woont hier al.")


def check_bij_referent(overdracht: Overdracht, adres: Verblijf | None) -> None:
    """`adres` is where the family lives, when it lives here."""
    if overdracht.soort != OverdrachtSoort.NAREIS:
        raise Geweigerd("Alleen wie nareist kan bij de familie gaan wonen.")
    if adres is None or not adres.straat:
        raise Geweigerd("Van de familie is nog geen adres in de gemeente bekend.")


def check_woning_vrij(woning: Woning) -> None:
    if woning.status != WoningStatus.VRIJ:
        stand = str(woning.get_status_display()).lower()
        raise Geweigerd(f"Deze woning is {stand}. Kies een andere.", veld="woning")


def check_woning_vervalt(woning: Woning) -> None:
    if woning.status != WoningStatus.VRIJ:
        stand = str(woning.get_status_display()).lower()
        raise Geweigerd(f"Alleen een vrije woning kan vervallen: deze is {stand}.")


def _check_woning(woning: Huisvesting, mag: Sequence[str], anders: str) -> None:
    if woning.status == HuisvestingStatus.GEZOCHT:
        raise Geweigerd("Er is nog geen woning toegewezen.")
    if woning.status not in mag:
        raise Geweigerd(anders)
