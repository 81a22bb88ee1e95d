"""What may be recorded of the guidance of the ondertussengroep (Wi2013)."""

from __future__ import annotations

from datetime import date

from inburgering.enums import Regime
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt, check_niet_later
from leerroutes.models import Begeleidingsplan


def check_ondertussen(dossier: Inburgeraar) -> None:
    """Under the Wi2021 there is a PIP, which is a decision."""
    check_loopt(dossier)
    if dossier.regime != Regime.WI2013:
        raise Geweigerd("Deze persoon valt onder de Wet inburgering 2021: maak een PIP.")


def check_opstellen(plan: Begeleidingsplan | None) -> None:
    if plan is not None:
        raise Geweigerd("Er is al een begeleidingsplan: een collega maakte het net.")


def check_gegevens(*, doel: str, afspraken: str, gesprek_weken: int) -> None:
    for veld, tekst in (("doel", doel), ("afspraken", afspraken)):
        if not tekst.strip():
            raise Geweigerd("Dit mag niet leeg zijn.", veld=veld)
    if not 1 <= gesprek_weken <= 52:
        raise Geweigerd("Vul een aantal weken in van 1 tot en met 52.", veld="gesprek_weken")


def check_opgesteld(plan: Begeleidingsplan | None) -> None:
    if plan is None:
        raise Geweigerd("Er is nog geen begeleidingsplan.")


def check_te_bespreken(plan: Begeleidingsplan | None) -> None:
    check_opgesteld(plan)
    assert plan is not None  # checked above
    if plan.besproken_op is not None:
        raise Geweigerd("Het begeleidingsplan is al besproken zoals het er nu staat.")


def check_bespreken(plan: Begeleidingsplan, *, op: date, vandaag: date) -> None:
    check_te_bespreken(plan)
    check_niet_later(op, vandaag=vandaag, veld="op", wat="De dag van het gesprek")


def check_cursus(
    *, start_op: date | None, eind_op: date | None, vandaag: date, stond_er: bool
) -> None:
    """A course may be planned ahead; what is finished is finished today or before.

    Both empty takes away what was recorded (`stond_er`), and says nothing where nothing was.
    """
    if eind_op is None:
        if start_op is None and not stond_er:
            raise Geweigerd("Vul in wanneer de cursus begint.", veld="start_op")
        return
    if start_op is None:
        raise Geweigerd("Vul ook in wanneer de cursus begon.", veld="start_op")
    check_niet_later(eind_op, vandaag=vandaag, veld="eind_op", wat="Het einde van de cursus")
    if eind_op < start_op:
        raise Geweigerd("Het einde ligt voor het begin.", veld="eind_op")


def check_duo_termijn(
    *, eind_op: date | None, bron_op: date | None, vandaag: date, stond_er: bool
) -> None:
    """A fact of DUO comes with the day on which DUO said it; both empty takes it away."""
    if eind_op is None and bron_op is None and not stond_er:
        raise Geweigerd("Vul in wat DUO zei.", veld="eind_op")
    if (eind_op is None) != (bron_op is None):
        leeg = "eind_op" if eind_op is None else "bron_op"
        raise Geweigerd("Vul beide datums in, of geen van beide.", veld=leeg)
    if bron_op is not None:
        check_niet_later(bron_op, vandaag=vandaag, veld="bron_op", wat="De dag van dit bericht")


def check_brief(plan: Begeleidingsplan | None, *, bestaat: bool) -> None:
    """One letter per version that was discussed."""
    check_opgesteld(plan)
    assert plan is not None  # checked above
    if plan.besproken_op is None:
        raise Geweigerd("Bespreek het begeleidingsplan eerst.")
    if bestaat:
        raise Geweigerd("De brief met dit begeleidingsplan is er al.")
