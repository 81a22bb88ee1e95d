"""The term for the decision on an objection: stored, moved when an input moves, met or lapsed."""

from __future__ import annotations

from datetime import date

from besluiten.models import Besluit, Bezwaar, BezwaarStatus
from besluiten.queries.bezwaar import termijnen_van, verzuimen_van
from inburgering.enums import TermijnSoort
from inburgering.handelingen import Handeling
from inburgering.services.termijnen import (
    termijn_halen,
    termijn_vastleggen,
    termijnen_laten_vervallen,
)

INGETROKKEN = "het bezwaar is ingetrokken"


def beslistermijn_bijwerken(act: Handeling, bezwaar: Bezwaar) -> None:
    """Part of the act that changed an input: the dates of the decision, what stood still."""
    termijn_vastleggen(
        act,
        dossier_id=bezwaar.besluit.inburgeraar_id,
        soort=TermijnSoort.BESLISSEN,
        vraag=termijnen_van(bezwaar, verzuimen_van(bezwaar)).beslissen,
        sleutel=bezwaar.sleutel,
    )


def beslistermijnen_na_bekendmaking(act: Handeling, besluit: Besluit) -> None:
    """Somebody objected before the decision was made known: the terms are known only now."""
    bezwaren = Bezwaar.objects.filter(besluit=besluit, status=BezwaarStatus.ONTVANGEN)
    for bezwaar in bezwaren.select_related("besluit"):
        beslistermijn_bijwerken(act, bezwaar)


def beslistermijn_halen(act: Handeling, bezwaar: Bezwaar, *, op: date) -> None:
    termijn_halen(
        act,
        dossier_id=bezwaar.besluit.inburgeraar_id,
        soort=TermijnSoort.BESLISSEN,
        op=op,
        sleutel=bezwaar.sleutel,
    )


def beslistermijn_vervalt(act: Handeling, bezwaar: Bezwaar) -> None:
    termijnen_laten_vervallen(
        act,
        dossier_id=bezwaar.besluit.inburgeraar_id,
        reden=INGETROKKEN,
        soort=TermijnSoort.BESLISSEN,
        sleutel=bezwaar.sleutel,
    )
