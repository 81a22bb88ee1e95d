"""Dates and numbers between DUO's contract and this system.

Here a last day is always inclusive. DUO is not uniform: the end of the term is exclusive, that of
the duty and of a doelgroep inclusive.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from wet.datums import EEN_DAG, eis_datum, maanden_na, voluit
from wet.normen import norm
from wet.regels import regel
from wet.uitkomst import OngeldigeInvoer, Uitkomst, nog_niet, oordeel

V_NUMMER_CIJFERS = len("0123456789")


class DuoVeld(StrEnum):
    """A field of DUO with an end."""

    TERMIJN = "inburgeringstermijn.einddatum"
    AANBOD = "inburgeringsaanbod.verwachteEinddatumOpleiding"
    UREN = "uren.bekendTot"
    PLICHT = "inburgeringsplicht.einddatum"
    DOELGROEP = "doelgroephistorie.einddatum"

    @property
    def exclusief(self) -> bool:
        """Whether DUO writes the day after the last day."""
        return self in (DuoVeld.TERMIJN, DuoVeld.AANBOD, DuoVeld.UREN)


def laatste_dag(veld: DuoVeld, waarde: date) -> date:
    """The last day (inclusive) of a date as DUO writes it in that field.

    Bron: DUO inburgeringstermijn, inburgeringsplicht, inburgeringsaanbod, gevolgde uren.
    """
    eis_datum("waarde", waarde)
    return waarde - EEN_DAG if veld.exclusief else waarde


def zoals_duo(veld: DuoVeld, eind_op: date) -> date:
    """The date that DUO writes in that field for this last day (inclusive).

    Bron: DUO inburgeringstermijn, inburgeringsplicht, inburgeringsaanbod, gevolgde uren.
    """
    eis_datum("eind_op", eind_op)
    return eind_op + EEN_DAG if veld.exclusief else eind_op


def v_nummer(duo_getal: int) -> str:
    """A V-nummer with its ten digits; DUO sends it as a number, so leading zeros are lost.

    Bron: DUO notificatie.
    """
    tekst = f"{duo_getal:0{V_NUMMER_CIJFERS}d}"
    if duo_getal < 0 or len(tekst) > V_NUMMER_CIJFERS:
        raise OngeldigeInvoer("Een V-nummer heeft tien cijfers.")
    return tekst


@regel(
    "Of de gemeente bij DUO iets over iemand mag vragen.",
    "wi2021=ja ingezetene=ja in_opvang=nee gekoppeld=nee eigen_pip=nee op=2026-01-01",
    "wi2021=ja ingezetene=nee in_opvang=nee gekoppeld=nee eigen_pip=nee op=2026-01-01 "
    "vorig_pip_eigen=ja ander_pip_op=2025-12-15",
)
def mag_duo_vragen(
    wi2021: bool,
    ingezetene: bool,
    in_opvang: bool,
    gekoppeld: bool,
    eigen_pip: bool,
    op: date,
    *,
    vorig_pip_eigen: bool = False,
    ander_pip_op: date | None = None,
) -> Uitkomst[bool]:
    """Whether DUO answers this municipality about a person.

    `ingezetene` of this municipality; `in_opvang` of COA; `gekoppeld` to this municipality by COA;
    `eigen_pip`: the current plan is ours. `vorig_pip_eigen` with `ander_pip_op`: the former plan
    was ours and another municipality made one on that day, less than a month before `op`.

    Bron: DUO toegang tot gegevens.
    """
    bron = ("DUO toegang tot gegevens",)
    gronden = (
        (ingezetene and not in_opvang, "Deze persoon woont in deze gemeente."),
        (in_opvang and gekoppeld, "Het COA heeft deze persoon aan deze gemeente gekoppeld."),
        (eigen_pip, "Het huidige PIP is van deze gemeente."),
        (_net_weg(vorig_pip_eigen, ander_pip_op, op), _net_weg_zin(ander_pip_op)),
    )
    redenen = [zin for geldt, zin in gronden if geldt]
    mag = wi2021 and bool(redenen)
    if wi2021 and not mag and vorig_pip_eigen and ander_pip_op is None:
        return nog_niet("mag_duo_vragen", "de dag van het nieuwe PIP", bron)
    if not wi2021:
        redenen = ["DUO geeft alleen gegevens over mensen onder de Wet inburgering 2021."]
    slot = "De gemeente mag het vragen." if mag else "De gemeente mag het niet vragen."
    return oordeel("mag_duo_vragen", mag, (*redenen, slot), bron)


def _net_weg(vorig_pip_eigen: bool, ander_pip_op: date | None, op: date) -> bool:
    return vorig_pip_eigen and ander_pip_op is not None and op < _grens(ander_pip_op)


def _net_weg_zin(ander_pip_op: date | None) -> str:
    if ander_pip_op is None:
        return ""
    return f"Het vorige PIP was van deze gemeente; dat mag tot {voluit(_grens(ander_pip_op))}."


def _grens(ander_pip_op: date) -> date:
    return maanden_na(ander_pip_op, norm("duo_vorig_pip_maanden", ander_pip_op).aantal)
