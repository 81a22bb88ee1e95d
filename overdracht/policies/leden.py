"""Who joins or leaves a handover that runs."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from inburgering.enums import Gezinsrol
from inburgering.geweigerd import Geweigerd
from overdracht.models import (
    Huisvesting,
    HuisvestingStatus,
    Overdracht,
    Overdrachtslid,
    OverdrachtStatus,
    RedenAfgevallen,
)
from overdracht.policies.datums import check_niet_in_toekomst, check_niet_voor

# What a colleague can say; splitting is an act of its own.
REDENEN = tuple(reden for reden in RedenAfgevallen if reden != RedenAfgevallen.GESPLITST)
_LOOPT = (OverdrachtStatus.ONTVANGEN, OverdrachtStatus.VERWERKT)


def check_gezin_wijzigen(overdracht: Overdracht) -> None:
    """As long as the handover runs; afterwards the household lives here and changes elsewhere."""
    if overdracht.status not in _LOOPT:
        raise Geweigerd(
            "De overdracht loopt niet meer. Wijzig het gezin bij ‘Persoon & gezin’ van een dossier."
        )


def check_splitsen(
    overdracht: Overdracht, woning: Huisvesting, bewoond: Huisvesting | None
) -> None:
    check_gezin_wijzigen(overdracht)
    if bewoond is not None:
        raise Geweigerd("Het gezin woont hier al. Wijzig het gezin bij ‘Persoon & gezin’.")
    if woning.status not in (HuisvestingStatus.GEZOCHT, HuisvestingStatus.TOEGEWEZEN):
        raise Geweigerd("Het gezin heeft al over een woning beslist: splitsen kan niet meer.")


def check_te_splitsen(
    uit: Collection[int], leden: Collection[int], *, volwassenen: Collection[int]
) -> None:
    """Both halves keep somebody of age."""
    if not uit:
        raise Geweigerd("Kies wie apart verdergaat.", veld="personen")
    if not set(uit) <= set(leden):
        raise Geweigerd("Deze persoon hoort niet (meer) bij de overdracht.", veld="personen")
    if set(uit) == set(leden):
        raise Geweigerd("Er moet iemand achterblijven.", veld="personen")
    if not set(uit) & set(volwassenen) or not set(volwassenen) - set(uit):
        raise Geweigerd("Bij allebei moet een volwassene zijn.", veld="personen")


def check_rol_erbij(rol: Gezinsrol, rollen: Collection[Gezinsrol]) -> None:
    if rol == Gezinsrol.REFERENT and Gezinsrol.REFERENT in rollen:
        raise Geweigerd("Dit gezin heeft al een hoofdpersoon.", veld="rol")


def check_vanaf(vanaf: date, *, koppeling_op: date, vandaag: date) -> None:
    check_niet_in_toekomst(vanaf, vandaag=vandaag, veld="vanaf")
    check_niet_voor(vanaf, koppeling_op, "de koppeling", veld="vanaf")


def check_terug(lid: Overdrachtslid, *, elders: bool) -> None:
    """`elders`: is part of another handover by now."""
    if lid.eind_op is None:
        raise Geweigerd("Deze persoon hoort al bij de overdracht.")
    if lid.eind_reden == RedenAfgevallen.GESPLITST or elders:
        raise Geweigerd("Deze persoon heeft een andere overdracht.")
    if lid.overdracht.status == OverdrachtStatus.AFGEROND:
        raise Geweigerd("De overdracht is afgerond.")


def check_afvallen(
    reden: RedenAfgevallen,
    op: date,
    *,
    koppeling_op: date,
    ingeschreven_op: date | None,
    vandaag: date,
) -> None:
    """Somebody who was registered here counted, so does not leave before that day."""
    if reden not in REDENEN:
        raise Geweigerd("Kies een reden.", veld="waarom")
    check_niet_in_toekomst(op, vandaag=vandaag)
    check_niet_voor(op, koppeling_op, "de koppeling")
    check_niet_voor(op, ingeschreven_op, "de inschrijving in de BRP")
