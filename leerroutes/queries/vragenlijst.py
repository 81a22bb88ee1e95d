"""The languages in which a survey can be answered."""

from __future__ import annotations

from besluiten.models import Vertaling
from inburgering.geweigerd import weigering
from leerroutes.policies.vragenlijst import check_te_tonen
from leerroutes.vragenlijst import Vragenlijst, vragenlijsten

# A check of the survey and one of the explanatory sheet in one language are two checks
VOORVOEGSEL = "vraag-"


def open_talen() -> dict[str, Vragenlijst]:
    """By code: those that came checked, or were checked since."""
    vertalingen = {rij.taal: rij for rij in Vertaling.objects.filter(taal__startswith=VOORVOEGSEL)}
    return {
        taal: lijst
        for taal, lijst in vragenlijsten().items()
        if not weigering(check_te_tonen, lijst, vertalingen.get(f"{VOORVOEGSEL}{taal}"))
    }
