"""Whether an act on a handover may happen now, with the reason in Dutch.

A check of a row alone also explains a closed button; a check that takes a date guards the form.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from inburgering.datums import lokale_datum
from inburgering.enums import AfspraakStatus, ContactSoort, Gezinsrol
from inburgering.geweigerd import Geweigerd
from inburgering.models import Afspraak
from inburgering.policies import check_geboortedatum
from overdracht.enums import VERVANGINGEN
from overdracht.models import Huisvesting, HuisvestingStatus, Overdracht, OverdrachtStatus
from wet.normen import NORMEN, norm

if TYPE_CHECKING:
    from overdracht.services.ontvangen import LidGegevens

_EERSTE_KOPPELING = NORMEN["huisvesting_weken"][0].geldig_vanaf
_GEDAAN = (AfspraakStatus.GEHOUDEN, AfspraakStatus.VERVANGEN)
_TOEGEWEZEN = (HuisvestingStatus.TOEGEWEZEN, HuisvestingStatus.BEZICHTIGD)


# --- The household as COA hands it over -------------------------------------------------------
def krijgt_dossier(lid: LidGegevens, *, op: date) -> bool:
    """An adult for whom it was asked; a child never gets one."""
    return lid.dossier and _volwassen(lid, op=op)


def _volwassen(lid: LidGegevens, *, op: date) -> bool:
    leeftijd = lid.persoon.geboortedatum.leeftijd_op(op)
    return leeftijd >= norm("meerderjarig_jaren", op).aantal


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


def check_vergunning(vergunning_vanaf: date | None, *, vandaag: date) -> None:
    if vergunning_vanaf is not None and vergunning_vanaf > vandaag:
        raise Geweigerd("De vergunning begint in de toekomst.", veld="vergunning_vanaf")


def check_huishouden(leden: Sequence[LidGegevens], *, op: date) -> None:
    """A household has one main person, an adult, and somebody whose case it is."""
    if not leden:
        raise Geweigerd("Vul ten minste één persoon in.")
    _check_geboortedatums(leden, op=op)
    _check_hoofdpersoon(leden)
    _check_niet_dubbel(leden)
    if not any(_volwassen(lid, op=op) for lid in leden):
        raise Geweigerd(
            "Dit gezin heeft geen volwassene: controleer de geboortedatums.",
            veld=pad(0, "geboortedatum"),
        )
    if not any(krijgt_dossier(lid, op=op) for lid in leden):
        raise Geweigerd(
            "Niemand in dit gezin krijgt een dossier: vink het bij een volwassene aan.",
            veld=pad(0, "dossier"),
        )


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


# --- The handover -----------------------------------------------------------------------------
def check_verwerken(overdracht: Overdracht) -> None:
    if overdracht.status != OverdrachtStatus.ONTVANGEN:
        raise Geweigerd(f"De overdracht is al {_woord(overdracht)}.")


def check_verwerkt(overdracht: Overdracht) -> None:
    """The talk and the home come after the data of COA were taken in."""
    if overdracht.status == OverdrachtStatus.ONTVANGEN:
        raise Geweigerd("Eerst verwerkt OOV de gegevens van het COA.")
    if overdracht.status != OverdrachtStatus.VERWERKT:
        raise Geweigerd(f"De overdracht is {_woord(overdracht)}.")


def check_wijzigen(overdracht: Overdracht) -> None:
    if overdracht.status == OverdrachtStatus.INGETROKKEN:
        raise Geweigerd("De overdracht is ingetrokken.")


def check_koppeling_verzetten(koppeling_op: date, woningen: Sequence[Huisvesting]) -> None:
    """What already happened with a home came after the koppeling."""
    for woning in woningen:
        if woning.toegewezen_op and woning.toegewezen_op < koppeling_op:
            raise Geweigerd(
                f"Er is al een woning toegewezen op {woning.toegewezen_op:%d-%m-%Y}.",
                veld="koppeling_op",
            )
        if woning.verhuisd_op and woning.verhuisd_op <= koppeling_op:
            raise Geweigerd(
                f"Het gezin is al verhuisd op {woning.verhuisd_op:%d-%m-%Y}.", veld="koppeling_op"
            )


def check_intrekken(overdracht: Overdracht, woning: Huisvesting | None) -> None:
    if overdracht.status not in (OverdrachtStatus.ONTVANGEN, OverdrachtStatus.VERWERKT):
        raise Geweigerd(f"De overdracht is al {_woord(overdracht)}.")
    if woning is not None and woning.status == HuisvestingStatus.VERHUISD:
        raise Geweigerd("Het gezin woont hier al: beëindig zo nodig de dossiers zelf.")


# --- The talk ---------------------------------------------------------------------------------
def gesprek_gedaan(gesprek: Afspraak | None) -> bool:
    """Held, or replaced."""
    return gesprek is not None and gesprek.status in _GEDAAN


def gesprek_gepland(gesprek: Afspraak | None) -> bool:
    return gesprek is not None and gesprek.status == AfspraakStatus.GEPLAND


def check_gesprek_plannen(overdracht: Overdracht, gesprek: Afspraak | None) -> None:
    check_verwerkt(overdracht)
    _check_nog_geen_gesprek(gesprek)
    if gesprek is not None and gesprek_gepland(gesprek):
        raise Geweigerd("Het gesprek staat al gepland. Zeg het eerst af bij Contact.")


def check_gesprek_houden(
    overdracht: Overdracht, gesprek: Afspraak | None, *, vandaag: date
) -> None:
    """From the day it is planned for: a talk to come has nothing to report yet."""
    check_verwerkt(overdracht)
    _check_nog_geen_gesprek(gesprek)
    if gesprek is None or not gesprek_gepland(gesprek):
        raise Geweigerd("Plan het gesprek eerst.")
    dag = lokale_datum(gesprek.begint_at)
    if dag > vandaag:
        raise Geweigerd(f"Het gesprek is op {dag:%d-%m-%Y}. Vanaf die dag kan het verslag.")


def check_gesprek_vervangen(overdracht: Overdracht, gesprek: Afspraak | None) -> None:
    check_verwerkt(overdracht)
    _check_nog_geen_gesprek(gesprek)


def check_vervanging(wijze: ContactSoort) -> None:
    if wijze not in VERVANGINGEN:
        raise Geweigerd("Kies telefoon, brief of e-mail.", veld="wijze")


def _check_nog_geen_gesprek(gesprek: Afspraak | None) -> None:
    if gesprek_gedaan(gesprek):
        raise Geweigerd("Het driepartijengesprek is al gehouden of vervangen.")


# --- The home ---------------------------------------------------------------------------------
def check_toewijzen(overdracht: Overdracht, woning: Huisvesting) -> None:
    check_verwerkt(overdracht)
    if woning.status != HuisvestingStatus.GEZOCHT:
        raise Geweigerd(f"Er is al een woning: {woning.adres}.")


def check_bezichtigen(overdracht: Overdracht, woning: Huisvesting) -> None:
    check_verwerkt(overdracht)
    _check_woning(woning, [HuisvestingStatus.TOEGEWEZEN], "De woning is al bezichtigd.")


def check_beslissen(overdracht: Overdracht, woning: Huisvesting) -> None:
    """Accept or refuse: before or after the viewing."""
    check_verwerkt(overdracht)
    _check_woning(woning, _TOEGEWEZEN, "Over deze woning is al beslist.")


def check_verhuizen(overdracht: Overdracht, woning: Huisvesting) -> None:
    check_verwerkt(overdracht)
    if woning.status in _TOEGEWEZEN:
        raise Geweigerd("Leg eerst vast dat de woning is geaccepteerd.")
    _check_woning(woning, [HuisvestingStatus.GEACCEPTEERD], "De verhuizing is al vastgelegd.")


def check_verhuisdatum(op: date, *, koppeling_op: date, woning: Huisvesting) -> None:
    check_niet_voor(op, woning.toegewezen_op, "de toewijzing van de woning")
    if op <= koppeling_op:
        raise Geweigerd(f"Verhuizen kan pas na de koppeling ({koppeling_op:%d-%m-%Y}).", veld="op")


def check_inschrijfdatum(brp_op: date, woning: Huisvesting, *, vandaag: date) -> None:
    if brp_op > vandaag:
        raise Geweigerd("De inschrijving ligt in de toekomst.", veld="brp_op")
    check_niet_voor(brp_op, woning.verhuisd_op, "de verhuizing", veld="brp_op")


def check_inschrijven(overdracht: Overdracht, woning: Huisvesting) -> None:
    if overdracht.status != OverdrachtStatus.AFGEROND:
        check_verwerkt(overdracht)
    if woning.status != HuisvestingStatus.VERHUISD:
        raise Geweigerd("Leg eerst de verhuizing vast.")


def check_niet_in_toekomst(op: date, *, vandaag: date, veld: str = "op") -> None:
    if op > vandaag:
        raise Geweigerd("De datum ligt in de toekomst.", veld=veld)


def check_niet_voor(op: date, eerder: date | None, wat: str, *, veld: str = "op") -> None:
    """`wat` is what happened on the earlier day: "de toewijzing"."""
    if eerder is not None and op < eerder:
        raise Geweigerd(f"De datum ligt voor {wat} ({eerder:%d-%m-%Y}).", veld=veld)


def _check_woning(woning: Huisvesting, mag: Sequence[str], anders: str) -> None:
    if woning.status == HuisvestingStatus.GEZOCHT:
        raise Geweigerd("Er is nog geen woning toegewezen.")
    if woning.status not in mag:
        raise Geweigerd(anders)


def _woord(overdracht: Overdracht) -> str:
    return str(overdracht.get_status_display()).lower()
