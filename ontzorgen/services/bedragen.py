"""The net bijstand of a household per month, as the benefits administration gives it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from inburgering.handelingen import handeling
from medewerkers.models import Medewerker
from ontzorgen.models import Uitkering, Uitkeringsbedrag
from ontzorgen.policies.bedragen import check_netto


def netto_vastleggen(
    *, uitkering_id: int, maand: date, bedrag: Decimal, door: Medewerker, nu: datetime
) -> Uitkeringsbedrag:
    """One amount per month: what was there is replaced. Raises Geweigerd outside the right."""
    maand = maand.replace(day=1)
    dossier_id = Uitkering.objects.values_list("inburgeraar", flat=True).get(pk=uitkering_id)
    with handeling(door=door, nu=nu, dossiers=[dossier_id]) as act:
        uitkering = act.vergrendel(Uitkering, uitkering_id)
        check_netto(uitkering, maand=maand, bedrag=bedrag)
        rij = Uitkeringsbedrag.objects.filter(uitkering=uitkering, maand=maand).first()
        rij = rij or Uitkeringsbedrag(uitkering=uitkering, maand=maand)
        rij.netto_bedrag = bedrag
        rij.save()
    return rij
