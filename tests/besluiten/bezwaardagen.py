"""The days of the cases in the law's own document, counted by hand."""

from __future__ import annotations

from datetime import date, datetime, time

from besluiten.models import Besluit, BesluitSoort
from besluiten.services.besluiten import besluit_nemen
from inburgering.datums import AMSTERDAM
from inburgering.handelingen import handeling
from inburgering.models import Inburgeraar
from inburgering.services.documenten import bewaar
from medewerkers.models import Medewerker

GENOMEN = date(2022, 3, 10)
BEKEND = date(2022, 3, 16)
LAATSTE_DAG = date(2022, 4, 28)  # 16 March + 42 days is 27 April, Koningsdag
ONTVANGEN = date(2022, 4, 20)
BESLISSEN = date(2022, 6, 9)  # 28 April + 42 days
BESLISSEN_COMMISSIE = date(2022, 7, 21)  # 28 April + 84 days


def om(dag: date, uur: int = 10) -> datetime:
    return datetime.combine(dag, time(uur), AMSTERDAM)


def neem(dossier: Inburgeraar, door: Medewerker, kenmerk: str, dag: date = GENOMEN) -> Besluit:
    """A decision on a plan, taken on this day."""
    pdf = b"%PDF-1.7 " + kenmerk.encode()
    with handeling(door=door, nu=om(dag), dossiers=[dossier.pk]) as act:
        return besluit_nemen(
            act,
            dossier_id=dossier.pk,
            soort=BesluitSoort.PIP,
            kenmerk=kenmerk,
            titel="PIP versie 1",
            dagtekening=dag,
            sha256=bewaar(pdf),
            grootte=len(pdf),
        )
