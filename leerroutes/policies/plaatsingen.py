"""When somebody may be placed, begin, stop, or have a subsidy recorded."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from inburgering.enums import Regime
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt, check_niet_later, check_reden
from leerroutes.enums import PlaatsingStatus, PlaatsingUitkomst, SubsidieSoort, VacatureStatus
from leerroutes.models import Participatieplek, Plaatsing, Traject, Vacature
from leerroutes.policies.begeleiding import check_begeleidbaar
from leerroutes.policies.plekken import check_uren_per_week
from wet.datums import zonder_weekdag

HOOGSTE_SUBSIDIE = 99999  # euro per month: more is a slip of the pen
_VOL = "Alle plaatsen zijn bezet: kies een andere plek."


def check_mag_plaatsen(dossier: Inburgeraar, *, traject: Traject | None) -> None:
    """Under the Wi2013 there is no traject to follow."""
    check_loopt(dossier)
    if traject is None and dossier.regime == Regime.WI2021:
        raise Geweigerd("Er loopt nog geen leerroute: plaatsen kan na het vaststellen van het PIP.")


def check_aanmelden(*, aangemeld_op: date, uren_per_week: Decimal, vandaag: date) -> None:
    check_uren_per_week(uren_per_week)
    check_niet_later(aangemeld_op, vandaag=vandaag, veld="aangemeld_op", wat="De aanmelding")


def check_op_plek(plek: Participatieplek, *, bezet: int, al_daar: bool) -> None:
    if plek.gestopt_op is not None:
        raise Geweigerd("Deze plek is gestopt: kies een andere, of gebruik deze weer.", veld="waar")
    _check_ruimte(bezet=bezet, plaatsen=plek.capaciteit, al_daar=al_daar)


def check_op_vacature(vacature: Vacature, *, bezet: int, al_daar: bool) -> None:
    if vacature.status != VacatureStatus.OPEN:
        raise Geweigerd("Deze vacature is gesloten: kies een andere, of heropen deze.", veld="waar")
    _check_ruimte(bezet=bezet, plaatsen=vacature.plaatsen, al_daar=al_daar)


def _check_ruimte(*, bezet: int, plaatsen: int | None, al_daar: bool) -> None:
    if al_daar:
        raise Geweigerd("Deze persoon is daar al.", veld="waar")
    if plaatsen is not None and bezet >= plaatsen:
        raise Geweigerd(_VOL, veld="waar")


def check_aangemeld(plaatsing: Plaatsing) -> None:
    check_loopt(plaatsing.inburgeraar)
    _check_nog_aangemeld(plaatsing)


def _check_nog_aangemeld(plaatsing: Plaatsing) -> None:
    if plaatsing.status != PlaatsingStatus.AANGEMELD:
        raise Geweigerd(f"Deze plaatsing is {_stand(plaatsing)}.")


def check_starten(plaatsing: Plaatsing, *, op: date, vandaag: date) -> None:
    check_aangemeld(plaatsing)
    _check_begin(plaatsing, op=op, vandaag=vandaag, veld="op")


def _check_begin(plaatsing: Plaatsing, *, op: date, vandaag: date, veld: str) -> None:
    check_niet_later(op, vandaag=vandaag, veld=veld, wat="De eerste dag")
    if op < plaatsing.aangemeld_op:
        raise Geweigerd(
            f"De aanmelding was later, op {plaatsing.aangemeld_op:%d-%m-%Y}.", veld=veld
        )


def check_niet_doorgaan(plaatsing: Plaatsing, *, reden: str) -> None:
    check_begeleidbaar(plaatsing.inburgeraar)
    _check_nog_aangemeld(plaatsing)
    check_reden(reden)


def check_loopt_daar(plaatsing: Plaatsing) -> None:
    """Somebody is there now. That goes on while the dossier rests, and once DUO said that the
    plicht is met: the place is given back when it ends.
    """
    check_begeleidbaar(plaatsing.inburgeraar)
    if plaatsing.status != PlaatsingStatus.GESTART:
        raise Geweigerd(f"Deze plaatsing is {_stand(plaatsing)}.")


def check_beeindigen(
    plaatsing: Plaatsing,
    *,
    op: date,
    uitkomst: PlaatsingUitkomst,
    reden: str,
    laatste_uren_op: date | None,
    vandaag: date,
) -> None:
    """`laatste_uren_op`: the last day with hours of this placement."""
    check_loopt_daar(plaatsing)
    assert plaatsing.start_op is not None  # the state says so
    _check_einde(op, start_op=plaatsing.start_op, vandaag=vandaag, veld="op")
    if laatste_uren_op is not None and op < laatste_uren_op:
        raise Geweigerd(f"Er staan nog uren op {laatste_uren_op:%d-%m-%Y}.", veld="op")
    if uitkomst == PlaatsingUitkomst.GESTOPT and not reden.strip():
        raise Geweigerd("Leg uit waarom deze plaatsing voortijdig stopte.", veld="reden")


def _check_einde(op: date, *, start_op: date, vandaag: date, veld: str) -> None:
    check_niet_later(op, vandaag=vandaag, veld=veld, wat="De laatste dag")
    if op < start_op:
        raise Geweigerd(f"Het begin was later, op {start_op:%d-%m-%Y}.", veld=veld)


def check_hervatten(plaatsing: Plaatsing, *, traject: Traject | None, reden: str) -> None:
    """What ended goes on, and what never began may still begin; whether there is room is apart."""
    if plaatsing.status not in (PlaatsingStatus.BEEINDIGD, PlaatsingStatus.NIET_DOORGEGAAN):
        raise Geweigerd(f"Deze plaatsing is {_stand(plaatsing)}.")
    check_mag_plaatsen(plaatsing.inburgeraar, traject=traject)
    check_reden(reden)


def check_wijzigen(plaatsing: Plaatsing) -> None:
    """What never began stays as it was."""
    check_begeleidbaar(plaatsing.inburgeraar)
    if plaatsing.status == PlaatsingStatus.NIET_DOORGEGAAN:
        raise Geweigerd(f"Deze plaatsing is {_stand(plaatsing)}.")


def check_periode(
    plaatsing: Plaatsing,
    *,
    start_op: date | None,
    eind_op: date | None,
    uren_op: Collection[date],
    vandaag: date,
) -> None:
    """The days as they should have been (inclusive), both where the placement has them; `uren_op`:
    the days with hours of this placement.
    """
    if start_op is None:
        return
    _check_begin(plaatsing, op=start_op, vandaag=vandaag, veld="start_op")
    if eind_op is not None:
        _check_einde(eind_op, start_op=start_op, vandaag=vandaag, veld="eind_op")
    _check_uren_binnen([op for op in uren_op if op < start_op], veld="start_op")
    _check_uren_binnen([op for op in uren_op if eind_op and op > eind_op], veld="eind_op")


def _check_uren_binnen(buiten: Collection[date], *, veld: str) -> None:
    if buiten:
        staan = "staat 1 dag" if len(buiten) == 1 else f"staan {len(buiten)} dagen"
        van, tot = zonder_weekdag(min(buiten)), zonder_weekdag(max(buiten))
        wanneer = f"op {van}" if van == tot else f"van {van} tot en met {tot}"
        raise Geweigerd(
            f"Er {staan} met uren buiten deze periode, {wanneer}: herstel die eerst bij Uren.",
            veld=veld,
        )


def check_subsidie(
    plaatsing: Plaatsing, *, subsidie: str, bedrag: Decimal | None, eind_op: date | None
) -> None:
    """Only with work; an amount and a last day (inclusive) go with a kind of subsidy. `plaatsing`
    has its first day as it will be.
    """
    iets = bool(subsidie) or bedrag is not None or eind_op is not None
    if iets and plaatsing.vacature_id is None:
        raise Geweigerd("Subsidie hoort bij werk, niet bij deze plek.", veld="subsidie")
    if iets and subsidie == SubsidieSoort.GEEN:
        raise Geweigerd("Kies welke subsidie dit is.", veld="subsidie")
    if bedrag is not None and not 0 <= bedrag <= HOOGSTE_SUBSIDIE:
        raise Geweigerd(
            f"Vul een bedrag in van 0 tot en met {HOOGSTE_SUBSIDIE} euro.", veld="subsidie_bedrag"
        )
    if eind_op is not None and eind_op < (plaatsing.start_op or plaatsing.aangemeld_op):
        raise Geweigerd("Deze dag ligt voor het begin van het werk.", veld="subsidie_eind_op")


def check_subsidie_bespreken(plaatsing: Plaatsing, *, op: date, vandaag: date) -> None:
    """What comes after the subsidy was talked about."""
    check_loopt_daar(plaatsing)
    if plaatsing.subsidie_eind_op is None:
        raise Geweigerd("Leg eerst vast tot en met welke dag de subsidie loopt.")
    check_niet_later(op, vandaag=vandaag, veld="op", wat="Het gesprek")
    if plaatsing.start_op is not None and op < plaatsing.start_op:
        raise Geweigerd(f"Het begin was later, op {plaatsing.start_op:%d-%m-%Y}.", veld="op")


def _stand(plaatsing: Plaatsing) -> str:
    return str(plaatsing.get_status_display()).lower()
