"""When a talk about money may be planned and recorded. The partner reads it: never an amount."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from inburgering.enums import DossierStatus
from inburgering.geweigerd import Geweigerd
from inburgering.models import Inburgeraar
from inburgering.policies import check_loopt, check_niet_later, check_reden
from medewerkers.models import Medewerker, Partnerorganisatie
from medewerkers.rechten import Recht
from ontzorgen.enums import CoachOnderwerp, CoachStatus
from ontzorgen.models import Coachmoment

_BEDRAG = re.compile(
    r"€|\beuro'?s?\s*:?\s*\d|\beur\s*\d|\d[\d.,]*(,-+)?\s*(euro'?s?|eur)\b", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True)
class CoachGegevens:
    """A talk on `op`; without an organisation the municipality itself holds it."""

    op: date
    onderwerp: CoachOnderwerp
    organisatie: Partnerorganisatie | None = None
    coach: str = ""


def check_plannen(dossier: Inburgeraar, gegevens: CoachGegevens, *, staat_er_al: bool) -> None:
    check_loopt(dossier)
    check_zonder_bedrag(gegevens.coach, veld="coach")
    if staat_er_al:
        raise Geweigerd("Dit moment staat er al: dezelfde dag en hetzelfde onderwerp.", veld="op")


def check_van(moment: Coachmoment, *, door: Medewerker) -> None:
    """A partner sees to its own moments; the municipality to all."""
    eigen = door.partnerorganisatie_id
    if not door.heeft(Recht.ONTZORGEN_DOEN) and (eigen is None or moment.organisatie_id != eigen):
        raise Geweigerd("Dit moment is van een andere organisatie.")
    if moment.inburgeraar.status == DossierStatus.BEEINDIGD:
        raise Geweigerd("Het dossier is beëindigd.")


def check_wijzigen(
    moment: Coachmoment, gegevens: CoachGegevens, *, staat_er_al: bool, door: Medewerker
) -> None:
    check_van(moment, door=door)
    check_gepland(moment)
    check_plannen(moment.inburgeraar, gegevens, staat_er_al=staat_er_al)


def check_gepland(moment: Coachmoment) -> None:
    if moment.status == CoachStatus.GEHOUDEN:
        raise Geweigerd("Dit gesprek is al gehouden. Zet het eerst terug.")
    if moment.status == CoachStatus.VERVALLEN:
        raise Geweigerd("Dit moment is vervallen. Zet het eerst terug.")


def check_houden(
    moment: Coachmoment, *, op: date, afspraken: str, door: Medewerker, vandaag: date
) -> None:
    check_van(moment, door=door)
    check_gepland(moment)
    check_niet_later(op, vandaag=vandaag, veld="op", wat="De datum")
    if not afspraken.strip():
        raise Geweigerd("Schrijf kort op wat is afgesproken.", veld="afspraken")
    check_zonder_bedrag(afspraken, veld="afspraken")


def check_vervallen(moment: Coachmoment, *, reden: str, door: Medewerker) -> None:
    check_van(moment, door=door)
    check_gepland(moment)
    check_reden(reden)
    check_zonder_bedrag(reden, veld="reden")


def check_terugzetten(moment: Coachmoment, *, reden: str, door: Medewerker) -> None:
    check_van(moment, door=door)
    if moment.status == CoachStatus.GEPLAND:
        raise Geweigerd("Dit moment is nog niet gehouden en niet vervallen.")
    check_reden(reden)


def check_zonder_bedrag(tekst: str, *, veld: str) -> None:
    """Who coaches does not need to know what somebody pays."""
    if _BEDRAG.search(tekst):
        raise Geweigerd(
            "Hier staat een bedrag in. De coach hoeft geen bedragen te weten: schrijf op wat is "
            "afgesproken, zonder euro's.",
            veld=veld,
        )
