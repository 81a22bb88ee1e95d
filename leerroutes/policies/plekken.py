"""When a place to take part, an employer or a vacancy may be changed, stopped or filled."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from inburgering.geweigerd import Geweigerd
from inburgering.policies import check_niet_later, check_reden
from leerroutes.enums import VacatureStatus
from leerroutes.models import Participatieplek, Vacature, Werkgever

UREN_PER_WEEK = 60  # as the database keeps it


def check_uren_per_week(uren: Decimal) -> None:
    if not 0 < uren <= UREN_PER_WEEK:
        raise Geweigerd(
            f"Vul meer dan 0 en hoogstens {UREN_PER_WEEK} uur per week in.", veld="uren_per_week"
        )


def check_capaciteit(capaciteit: int | None, *, bezet: int) -> None:
    """None: no limit."""
    if capaciteit is None:
        return
    if capaciteit < 1:
        raise Geweigerd("Vul minstens 1 in, of laat dit leeg.", veld="capaciteit")
    if capaciteit < bezet:
        raise Geweigerd(f"Er zijn al {bezet} plaatsen bezet.", veld="capaciteit")


def check_niet_gestopt(plek: Participatieplek) -> None:
    if plek.gestopt_op is not None:
        raise Geweigerd(f"Deze plek is gestopt op {plek.gestopt_op:%d-%m-%Y}.")


def check_plek_stoppen(plek: Participatieplek, *, bezet: int) -> None:
    check_niet_gestopt(plek)
    if bezet:
        mensen = "is nog 1 persoon" if bezet == 1 else f"zijn nog {bezet} mensen"
        raise Geweigerd(f"Er {mensen} op deze plek. Beëindig eerst die plaatsingen.")


def check_plek_stoppen_op(plek: Participatieplek, *, bezet: int, op: date, vandaag: date) -> None:
    check_plek_stoppen(plek, bezet=bezet)
    check_niet_later(op, vandaag=vandaag, veld="op", wat="Deze dag")


def check_plek_hervatten(plek: Participatieplek) -> None:
    if plek.gestopt_op is None:
        raise Geweigerd("Deze plek is in gebruik.")


def check_werkgever_actief(werkgever: Werkgever) -> None:
    if werkgever.gestopt_op is not None:
        raise Geweigerd(f"Deze werkgever is gestopt op {werkgever.gestopt_op:%d-%m-%Y}.")


def check_werkgever_stoppen(werkgever: Werkgever, *, open_vacatures: int, daar: int) -> None:
    """`daar`: who works there or is about to."""
    check_werkgever_actief(werkgever)
    if daar:
        mensen = "werkt of begint nog 1 persoon" if daar == 1 else f"werken nog {daar} mensen"
        raise Geweigerd(f"Er {mensen} bij deze werkgever. Beëindig eerst die plaatsingen.")
    if open_vacatures:
        staan = (
            "staat nog 1 vacature" if open_vacatures == 1 else f"staan {open_vacatures} vacatures"
        )
        raise Geweigerd(f"Er {staan} open. Sluit die eerst.")


def check_werkgever_stoppen_op(
    werkgever: Werkgever, *, open_vacatures: int, daar: int, op: date, reden: str, vandaag: date
) -> None:
    check_werkgever_stoppen(werkgever, open_vacatures=open_vacatures, daar=daar)
    check_niet_later(op, vandaag=vandaag, veld="op", wat="Deze dag")
    check_reden(reden)


def check_werkgever_hervatten(werkgever: Werkgever, *, reden: str) -> None:
    if werkgever.gestopt_op is None:
        raise Geweigerd("Deze werkgever is niet gestopt.")
    check_reden(reden)


def check_vacature_open(vacature: Vacature) -> None:
    if vacature.status != VacatureStatus.OPEN:
        raise Geweigerd(f"Deze vacature is {str(vacature.get_status_display()).lower()}.")


def check_vacature_openen(*, plaatsen: int, uren_per_week: Decimal, bezet: int = 0) -> None:
    check_uren_per_week(uren_per_week)
    if plaatsen < 1:
        raise Geweigerd("Vul minstens 1 in.", veld="plaatsen")
    if plaatsen < bezet:
        raise Geweigerd(f"Er zijn al {bezet} plaatsen bezet.", veld="plaatsen")


def check_vacature_vervullen(vacature: Vacature) -> None:
    check_vacature_open(vacature)


def check_vacature_laten_vervallen(vacature: Vacature, *, aangemeld: int) -> None:
    """Who was put forward for it hears first that it does not go on."""
    check_vacature_open(vacature)
    if aangemeld:
        mensen = "is 1 persoon" if aangemeld == 1 else f"zijn {aangemeld} mensen"
        raise Geweigerd(f"Er {mensen} aangemeld. Leg eerst vast dat dit niet doorgaat.")


def check_vacature_heropenen(vacature: Vacature) -> None:
    """Asked for with its employer."""
    check_werkgever_actief(vacature.werkgever)
    if vacature.status == VacatureStatus.OPEN:
        raise Geweigerd("Deze vacature is al open.")
