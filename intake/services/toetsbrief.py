"""The letter that invites somebody to the leerbaarheidstoets."""

from __future__ import annotations

from datetime import datetime

from besluiten.models import Brief, BriefSoort
from besluiten.services.briefteksten import teksten
from besluiten.services.brieven import brief_maken
from inburgering.enums import GebeurtenisSoort
from inburgering.geweigerd import Geweigerd
from intake.policies.toets import check_uitnodigen
from intake.queries.toets import kenmerk_van, uitnodiging_van
from intake.services.toets import toetshandeling
from medewerkers.models import Medewerker

_TITEL = "Uitnodiging leerbaarheidstoets"


def uitnodiging_maken(*, toets_id: int, door: Medewerker, nu: datetime) -> Brief:
    """One letter per appointment as it stands; after a change there is another."""
    with toetshandeling(toets_id=toets_id, versie=None, door=door, nu=nu) as (act, toets):
        check_uitnodigen(toets, nu=nu)
        if uitnodiging_van(toets) is not None:
            raise Geweigerd("De uitnodiging voor deze afspraak is er al.")
        brief = brief_maken(
            act,
            dossier=toets.inburgeraar,
            soort=BriefSoort.TOETS,
            template="intake/uitnodiging_toets.html",
            context={
                "toets": toets,
                "moment": toets.moment,
                "meenemen": teksten()["toets_meenemen"],
            },
            titel=_TITEL,
            kenmerk=kenmerk_van(toets),
        )
        act.meld(toets.inburgeraar_id, GebeurtenisSoort.CONTACT, f"{_TITEL} gemaakt")
    return brief
