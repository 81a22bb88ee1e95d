"""The handover itself, and the talk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from inburgering.datums import lokale_datum
from inburgering.enums import AfspraakStatus, ContactSoort
from inburgering.geweigerd import Geweigerd
from inburgering.models import Afspraak
from overdracht.enums import VERVANGINGEN
from overdracht.models import Huisvesting, Overdracht, OverdrachtStatus

_GEDAAN = (AfspraakStatus.GEHOUDEN, AfspraakStatus.VERVANGEN)


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


def check_intrekken(overdracht: Overdracht, bewoond: Huisvesting | None) -> None:
    """`bewoond` is the home where they live already, a temporary one too."""
    if overdracht.status not in (OverdrachtStatus.ONTVANGEN, OverdrachtStatus.VERWERKT):
        raise Geweigerd(f"De overdracht is al {_woord(overdracht)}.")
    if bewoond is not None:
        raise Geweigerd("Het gezin woont hier al: beëindig zo nodig de dossiers zelf.")


def check_afronden(overdracht: Overdracht, *, gesprek: Afspraak | None, ingeschreven: bool) -> None:
    """`ingeschreven`: everybody lives and is registered here."""
    check_verwerkt(overdracht)
    if not ingeschreven:
        raise Geweigerd("Nog niet iedereen woont hier en is ingeschreven.")
    if not gesprek_gedaan(gesprek):
        raise Geweigerd("Het driepartijengesprek is nog niet gehouden of vervangen.")


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


def _woord(overdracht: Overdracht) -> str:
    return str(overdracht.get_status_display()).lower()


def check_begeleiding(overdracht: Overdracht) -> None:
    """Once, and for who comes here."""
    check_wijzigen(overdracht)
    if overdracht.begeleiding_op is not None:
        raise Geweigerd(f"Al aangemeld bij {overdracht.partner}.")
