"""When a taalcoach or taalmaatje may be linked to somebody, and when that ends."""

from __future__ import annotations

from datetime import date

from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_niet_later, check_reden
from leerroutes.models import Taalkoppel, Vrijwilliger
from leerroutes.policies.begeleiding import check_begeleidbaar
from medewerkers.models import Medewerker
from medewerkers.rechten import Recht


def check_via(vrijwilliger: Vrijwilliger, *, door: Medewerker) -> None:
    """A partner sees to its own volunteers; the municipality to all."""
    eigen = door.partnerorganisatie_id
    if not door.heeft(Recht.PARTICIPATIE) and (eigen is None or vrijwilliger.partner_id != eigen):
        raise Geweigerd("Deze vrijwilliger is van een andere organisatie.")


def check_vrijwilliger(
    *, vog_op: date | None, hoogstens: int, gekoppeld: int, vandaag: date
) -> None:
    if vog_op is not None:
        check_niet_later(vog_op, vandaag=vandaag, veld="vog_op", wat="De datum van de VOG")
    if hoogstens < gekoppeld:
        raise Geweigerd(f"Er zijn nu {gekoppeld} mensen gekoppeld.", veld="hoogstens")


def check_helpt(vrijwilliger: Vrijwilliger) -> None:
    if vrijwilliger.gestopt_op is not None:
        raise Geweigerd(f"{vrijwilliger.naam} is gestopt.", veld="vrijwilliger")


def check_stoppen(
    vrijwilliger: Vrijwilliger,
    *,
    op: date,
    reden: str,
    laatste_start: date | None,
    laatste_uren: date | None,
    vandaag: date,
) -> None:
    check_helpt(vrijwilliger)
    check_niet_later(op, vandaag=vandaag, veld="gestopt_op", wat="De dag van stoppen")
    if laatste_start is not None and op < laatste_start:
        raise Geweigerd(f"Op {laatste_start:%d-%m-%Y} begon nog een koppel.", veld="gestopt_op")
    check_na_de_uren(op, laatste_uren=laatste_uren, veld="gestopt_op")
    check_reden(reden)


def check_hervatten(vrijwilliger: Vrijwilliger, *, reden: str) -> None:
    if vrijwilliger.gestopt_op is None:
        raise Geweigerd(f"{vrijwilliger.naam} is niet gestopt.")
    check_reden(reden)


def check_koppelen(
    dossier: Inburgeraar,
    vrijwilliger: Vrijwilliger,
    *,
    op: date,
    gekoppeld: int,
    al_samen: bool,
    vandaag: date,
) -> None:
    """`gekoppeld`: how many people this volunteer has now; never more than agreed."""
    check_begeleidbaar(dossier)
    check_helpt(vrijwilliger)
    check_niet_later(op, vandaag=vandaag, veld="start_op", wat="De eerste dag")
    if al_samen:
        raise Geweigerd(
            f"{vrijwilliger.naam} is al aan deze persoon gekoppeld.", veld="vrijwilliger"
        )
    if gekoppeld >= vrijwilliger.hoogstens:
        hoeveel = "1 persoon" if vrijwilliger.hoogstens == 1 else f"{vrijwilliger.hoogstens} mensen"
        raise Geweigerd(
            f"{vrijwilliger.naam} helpt hoogstens {hoeveel} tegelijk.", veld="vrijwilliger"
        )


def check_na_de_uren(op: date, *, laatste_uren: date | None, veld: str) -> None:
    """What was done together lies within the pair."""
    if laatste_uren is not None and op < laatste_uren:
        raise Geweigerd(f"Op {laatste_uren:%d-%m-%Y} zijn nog uren vastgelegd.", veld=veld)


def check_koppel_beeindigen(
    koppel: Taalkoppel, *, op: date, reden: str, laatste_uren: date | None, vandaag: date
) -> None:
    if koppel.eind_op is not None:
        raise Geweigerd("Dit koppel is al beëindigd.")
    check_niet_later(op, vandaag=vandaag, veld="eind_op", wat="De laatste dag")
    if op < koppel.start_op:
        raise Geweigerd("De laatste dag ligt voor de eerste dag.", veld="eind_op")
    check_na_de_uren(op, laatste_uren=laatste_uren, veld="eind_op")
    check_reden(reden)
