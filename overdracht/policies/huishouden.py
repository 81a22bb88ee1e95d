"""The household as COA hands it over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from inburgering.datums import OnzekereDatum
from inburgering.enums import Gezinsrol
from inburgering.geweigerd import Geweigerd
from inburgering.policies import check_geboortedatum
from overdracht.models import OverdrachtSoort
from wet.normen import NORMEN, norm

if TYPE_CHECKING:
    from overdracht.services.ontvangen import LidGegevens

_EERSTE_KOPPELING = NORMEN["huisvesting_weken"][0].geldig_vanaf


def krijgt_dossier(lid: LidGegevens, *, op: date) -> bool:
    """An adult for whom it was asked; a child never gets one."""
    return lid.dossier and volwassen(lid.persoon.geboortedatum, op=op)


def volwassen(geboortedatum: OnzekereDatum, *, op: date) -> bool:
    return geboortedatum.leeftijd_op(op) >= norm("meerderjarig_jaren", op).aantal


def check_koppeling(koppeling_op: date, *, vandaag: date) -> None:
    if koppeling_op > vandaag:
        raise Geweigerd("De koppeling ligt in de toekomst.", veld="koppeling_op")
    if koppeling_op < _EERSTE_KOPPELING:
        raise Geweigerd("Controleer het jaar van de koppeling.", veld="koppeling_op")


def check_verwacht(verwacht_op: date | None, *, koppeling_op: date) -> None:
    if verwacht_op is not None and verwacht_op < koppeling_op:
        raise Geweigerd(
            f"De verhuizing kan niet voor de koppeling liggen ({koppeling_op:%d-%m-%Y}).",
            veld="verwacht_op",
        )


def check_vergunning(
    vergunning_vanaf: date | None, *, koppeling_op: date | None, vandaag: date
) -> None:
    """COA links who has a permit; `koppeling_op` is None for who follow, who may get it later."""
    if vergunning_vanaf is None:
        return
    if vergunning_vanaf > vandaag:
        raise Geweigerd("De vergunning begint in de toekomst.", veld="vergunning_vanaf")
    if koppeling_op is not None and vergunning_vanaf > koppeling_op:
        raise Geweigerd(
            f"De vergunning begint na de koppeling ({koppeling_op:%d-%m-%Y}): klopt dat?",
            veld="vergunning_vanaf",
        )


def check_opvang(azc: str, *, soort: OverdrachtSoort) -> None:
    """Who follows may come straight to the family here; COA's people live in an AZC."""
    if soort == OverdrachtSoort.KOPPELING and not azc:
        raise Geweigerd("Vul in welk AZC het is.", veld="azc")


def check_huishouden(
    leden: Sequence[LidGegevens], *, op: date, soort: OverdrachtSoort = OverdrachtSoort.KOPPELING
) -> None:
    """A household has one main person and an adult; who follow join one that has them."""
    if not leden:
        raise Geweigerd("Vul ten minste één persoon in.")
    _check_geboortedatums(leden, op=op)
    _check_niet_dubbel(leden)
    if soort == OverdrachtSoort.NAREIS:
        return
    if not any(volwassen(lid.persoon.geboortedatum, op=op) for lid in leden):
        raise Geweigerd(
            "Dit gezin heeft geen volwassene: controleer de geboortedatums.",
            veld=pad(0, "geboortedatum"),
        )
    _check_hoofdpersoon(leden)


def pad(nummer: int, veld: str) -> str:
    """The name of a field of the person with this place in the household."""
    return f"personen-{nummer}-{veld}"


def _check_geboortedatums(leden: Sequence[LidGegevens], *, op: date) -> None:
    """First of all: on a birth date that cannot be, no age can be judged."""
    for nummer, lid in enumerate(leden):
        try:
            check_geboortedatum(lid.persoon.geboortedatum.vroegst, vandaag=op)
        except Geweigerd as fout:
            fout.veld = pad(nummer, "geboortedatum")
            raise


def _check_hoofdpersoon(leden: Sequence[LidGegevens]) -> None:
    hoofd = [i for i, lid in enumerate(leden) if lid.rol == Gezinsrol.REFERENT]
    if len(hoofd) != 1:
        reden = "Kies één hoofdpersoon." if not hoofd else "Er kan maar één hoofdpersoon zijn."
        raise Geweigerd(reden, veld=pad(hoofd[1] if hoofd else 0, "rol"))


def _check_niet_dubbel(leden: Sequence[LidGegevens]) -> None:
    for veld, wat in (("v_nummer", "V-nummer"), ("bsn", "BSN")):
        nummers = [getattr(lid.persoon, veld) for lid in leden]
        dubbel = next((n for n, keer in Counter(filter(None, nummers)).items() if keer > 1), None)
        if dubbel is not None:
            laatste = len(nummers) - 1 - nummers[::-1].index(dubbel)
            raise Geweigerd(
                f"Dit {wat} staat ook bij persoon {nummers.index(dubbel) + 1}.",
                veld=pad(laatste, veld),
            )
