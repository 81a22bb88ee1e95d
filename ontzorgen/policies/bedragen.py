"""Which amount of bijstand can be right for a month."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from inburgering.geweigerd import Geweigerd
from ontzorgen.models import Uitkering
from ontzorgen.policies.batch import maandnaam
from wet.geld import euro

HOOGSTENS = Decimal("6000.00")
"""More net bijstand in a month is a slip of the pen; no rule of law."""


def check_netto(uitkering: Uitkering, *, maand: date, bedrag: Decimal) -> None:
    if bedrag < 0:
        raise Geweigerd("De bijstand is niet lager dan € 0,00.", veld="bedrag")
    if bedrag > HOOGSTENS:
        raise Geweigerd(
            f"De bijstand is hoger dan {euro(HOOGSTENS)}. Controleer de komma.", veld="bedrag"
        )
    if maand < uitkering.start_op.replace(day=1):
        raise Geweigerd(
            f"De bijstand begon op {uitkering.start_op:%d-%m-%Y}. Over {maandnaam(maand)} was er "
            "nog geen recht.",
            veld="maand",
        )
    if uitkering.eind_op is not None and maand > uitkering.eind_op:
        raise Geweigerd(
            f"De bijstand stopte op {uitkering.eind_op:%d-%m-%Y}.",
            veld="maand",
        )
