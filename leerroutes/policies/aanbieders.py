"""When a provider and its marks may be recorded."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from inburgering.geweigerd import Geweigerd
from leerroutes.models import Aanbieder, Contract, Keurmerk, Tarief

_TIEN_CIJFERS = re.compile(r"\d{10}")


def check_vastleggen(rij: Aanbieder, *, naam_bezet: bool, partner_van: str) -> None:
    """`naam_bezet`: another one has this name; `partner_van`: who has this partner already."""
    if naam_bezet:
        raise Geweigerd("Er is al een aanbieder met deze naam.", veld="naam")
    if rij.instellingsnummer and not _TIEN_CIJFERS.fullmatch(rij.instellingsnummer):
        raise Geweigerd(
            "Het instellingsnummer van DUO heeft tien cijfers.", veld="instellingsnummer"
        )
    if not rij.soorten:
        raise Geweigerd("Kies wat deze aanbieder geeft.", veld="soorten")
    if partner_van:
        raise Geweigerd(f"Deze partner hoort al bij {partner_van}.", veld="partner")


def check_in_gebruik(rij: Aanbieder) -> None:
    if rij.gestopt_op is not None:
        raise Geweigerd(f"Deze aanbieder is gestopt met ingang van {rij.gestopt_op:%d-%m-%Y}.")


def check_stoppen(rij: Aanbieder, *, in_les: int) -> None:
    """`in_les`: how many lessons run there now."""
    check_in_gebruik(rij)
    if in_les:
        raise Geweigerd(
            f"Er {'volgt nog 1 iemand' if in_les == 1 else f'volgen nog {in_les} mensen'} les. "
            "Beëindig eerst die lessen."
        )


def check_hervatten(rij: Aanbieder) -> None:
    if rij.gestopt_op is None:
        raise Geweigerd("Deze aanbieder is niet gestopt.")


def check_volgorde(start_op: date, eind_op: date | None, *, veld: str = "eind_op") -> None:
    if eind_op is not None and eind_op < start_op:
        raise Geweigerd("De laatste dag ligt vóór de eerste dag.", veld=veld)


def check_geen_overlap(
    rij: Keurmerk | Tarief, anderen: Iterable[Keurmerk | Tarief], *, wat: str
) -> None:
    """`anderen` are those of the same owner and kind; both ends of a period are inclusive."""
    for ander in anderen:
        eindigt_eerder = rij.eind_op is not None and rij.eind_op < ander.start_op
        begint_later = ander.eind_op is not None and ander.eind_op < rij.start_op
        if not (eindigt_eerder or begint_later):
            raise Geweigerd(
                f"Er is al {wat} {_periode(ander)}. Twee mogen niet op dezelfde dag gelden.",
                veld="start_op",
            )


def _periode(rij: Keurmerk | Tarief) -> str:
    tot = f" tot en met {rij.eind_op:%d-%m-%Y}" if rij.eind_op else ""
    return f"vanaf {rij.start_op:%d-%m-%Y}{tot}"


def check_keurmerk(rij: Keurmerk, anderen: Iterable[Keurmerk], *, op: date) -> None:
    check_volgorde(rij.start_op, rij.eind_op)
    check_geen_overlap(rij, anderen, wat="zo’n keurmerk")
    if rij.gecontroleerd_op is not None and rij.gecontroleerd_op > op:
        raise Geweigerd("De controle ligt in de toekomst.", veld="gecontroleerd_op")


def check_verlengen(rij: Keurmerk, *, tot: date | None = None) -> None:
    """`tot` is the new last day, inclusive."""
    if rij.eind_op is None:
        raise Geweigerd("Dit keurmerk heeft geen einddatum: er valt niets te verlengen.")
    if tot is not None and tot <= rij.eind_op:
        raise Geweigerd(
            f"Kies een dag na {rij.eind_op:%d-%m-%Y}, de laatste dag van nu.", veld="eind_op"
        )


def check_contract(rij: Contract) -> None:
    check_volgorde(rij.start_op, rij.eind_op)
    if rij.regionaal and not rij.penvoerder:
        raise Geweigerd("Wie is de penvoerder van de regionale inkoop?", veld="penvoerder")
    if rij.opzeggen_voor_op is None:
        return
    if rij.opzeggen_voor_op < rij.start_op or _na(rij.opzeggen_voor_op, rij.eind_op):
        raise Geweigerd(
            "De dag van opzeggen of verlengen ligt buiten het contract.", veld="opzeggen_voor_op"
        )


def _na(dag: date, eind_op: date | None) -> bool:
    return eind_op is not None and dag > eind_op


def check_tarief(rij: Tarief, anderen: Iterable[Tarief]) -> None:
    """`anderen` are the prices of the same contract for the same thing."""
    check_volgorde(rij.start_op, rij.eind_op)
    if rij.bedrag < 0:
        raise Geweigerd("Een bedrag is niet lager dan nul.", veld="bedrag")
    if rij.start_op < rij.contract.start_op:
        raise Geweigerd(
            f"Het contract begint pas op {rij.contract.start_op:%d-%m-%Y}.", veld="start_op"
        )
    check_geen_overlap(rij, anderen, wat=f"een tarief voor ‘{rij.onderdeel}’")


def check_gesprek(*, gehouden_op: date, volgend_op: date | None, op: date) -> None:
    if gehouden_op > op:
        raise Geweigerd("Het gesprek ligt in de toekomst.", veld="op")
    if volgend_op is not None and volgend_op <= gehouden_op:
        raise Geweigerd("Het volgende gesprek komt na dit gesprek.", veld="volgend_op")
