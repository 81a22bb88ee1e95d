"""When paying may go on after the six months: of the household's own will, by an agreement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt, check_reden
from ontzorgen.enums import EindeReden, OntzorgStatus, VoortzettingStatus
from ontzorgen.models import Ontzorgperiode, Voortzetting
from wet.datums import EEN_DAG, MAANDEN_PER_JAAR, maanden_na

_NIETS_OM_VOORT_TE_ZETTEN = (EindeReden.GEEN_RECHT, EindeReden.BIJSTAND)


@dataclass(frozen=True, kw_only=True)
class VoortzettingGegevens:
    """`eind_op` is inclusive; signed by the person and, when there is one, the partner."""

    start_op: date
    eind_op: date
    overeenkomst_op: date
    reden: str
    overeenkomst_partner_op: date | None = None


def check_voortzetten_kan(dossier: Inburgeraar, periode: Ontzorgperiode | None) -> None:
    """Before anything is filled in."""
    check_loopt(dossier)
    if periode is None or not periode.geregeld:
        raise Geweigerd(
            "De gemeente heeft hier nog niet ontzorgd, dus er is niets voort te zetten."
        )
    if periode.reden_einde in _NIETS_OM_VOORT_TE_ZETTEN:
        raise Geweigerd(
            f"Het ontzorgen is beëindigd: {periode.get_reden_einde_display().lower()}. Voortzetten "
            "kan dan niet."
        )


def check_voortzetten(
    dossier: Inburgeraar,
    gegevens: VoortzettingGegevens,
    *,
    periode: Ontzorgperiode | None,
    andere: Iterable[Voortzetting],
    bijstand_tot: date | None,
    vandaag: date,
) -> None:
    check_voortzetten_kan(dossier, periode)
    assert periode is not None  # checked just now
    check_reden(gegevens.reden)
    _check_begin(gegevens, einde=laatste_dag(periode), bijstand_tot=bijstand_tot)
    _check_einde(gegevens)
    _check_getekend(gegevens, samen=periode.partner_id is not None, vandaag=vandaag)
    for ander in andere:
        if gegevens.start_op <= ander.eind_op and gegevens.eind_op >= ander.start_op:
            raise Geweigerd(
                f"Er is al een voortzetting van {ander.start_op:%d-%m-%Y} tot en met "
                f"{ander.eind_op:%d-%m-%Y}.",
                veld="start_op",
            )


def laatste_dag(periode: Ontzorgperiode) -> date:
    """Of the months themselves, or the day on which they were stopped."""
    if periode.status == OntzorgStatus.BEEINDIGD and periode.beeindigd_op is not None:
        return min(periode.beeindigd_op, periode.eind_op)
    return periode.eind_op


def _check_begin(gegevens: VoortzettingGegevens, *, einde: date, bijstand_tot: date | None) -> None:
    begin = gegevens.start_op
    aansluitend = begin == einde + EEN_DAG
    later = begin.replace(day=1) > einde.replace(day=1) and begin.day == 1
    if not aansluitend and not later:
        raise Geweigerd(
            f"Het ontzorgen duurt tot en met {einde:%d-%m-%Y}. De voortzetting begint de dag "
            "daarna, of op de eerste dag van een latere maand.",
            veld="start_op",
        )
    if bijstand_tot is not None and begin > bijstand_tot:
        raise Geweigerd(
            f"De bijstand stopte op {bijstand_tot:%d-%m-%Y}: er is niets om van te betalen.",
            veld="start_op",
        )


def _check_einde(gegevens: VoortzettingGegevens) -> None:
    if gegevens.eind_op < gegevens.start_op:
        raise Geweigerd("Het einde ligt voor het begin.", veld="eind_op")
    uiterlijk = maanden_na(gegevens.start_op, MAANDEN_PER_JAAR) - EEN_DAG
    if gegevens.eind_op > uiterlijk:
        raise Geweigerd(
            f"Een voortzetting duurt hoogstens een jaar: hier tot en met {uiterlijk:%d-%m-%Y}.",
            veld="eind_op",
        )


def _check_getekend(gegevens: VoortzettingGegevens, *, samen: bool, vandaag: date) -> None:
    if samen and gegevens.overeenkomst_partner_op is None:
        raise Geweigerd(
            "De partner in de bijstand tekent ook: vul de dag in.", veld="overeenkomst_partner_op"
        )
    papieren = {
        "overeenkomst_op": gegevens.overeenkomst_op,
        "overeenkomst_partner_op": gegevens.overeenkomst_partner_op,
    }
    for veld, op in papieren.items():
        if op is not None and op > vandaag:
            raise Geweigerd("De overeenkomst ligt in de toekomst.", veld=veld)
        if op is not None and op > gegevens.start_op:
            raise Geweigerd(
                "De overeenkomst is getekend voordat de voortzetting begint.", veld=veld
            )


def check_voortzetting_beeindigen(
    voortzetting: Voortzetting, *, op: date, reden: str, vandaag: date
) -> None:
    check_reden(reden)
    _check_loopt(voortzetting)
    if op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld="op")
    if not voortzetting.start_op <= op <= voortzetting.eind_op:
        raise Geweigerd(
            f"De voortzetting loopt van {voortzetting.start_op:%d-%m-%Y} tot en met "
            f"{voortzetting.eind_op:%d-%m-%Y}.",
            veld="op",
        )


def check_voortzetting_intrekken(
    voortzetting: Voortzetting, *, betaald: bool, reden: str, vandaag: date
) -> None:
    """Only while it did not begin and nothing of it stands in a batch."""
    check_reden(reden)
    _check_loopt(voortzetting)
    if voortzetting.start_op <= vandaag:
        raise Geweigerd("De voortzetting is al begonnen. Beëindig haar.")
    if betaald:
        raise Geweigerd("Van deze maand staat al een betaling klaar of zij ging naar de bank.")


def _check_loopt(voortzetting: Voortzetting) -> None:
    if voortzetting.status == VoortzettingStatus.BEEINDIGD:
        raise Geweigerd("Deze voortzetting is al beëindigd.")
