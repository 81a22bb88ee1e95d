"""The ondertussengroep (Wi2013): guidance by a plan that is no decision."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from inburgering.beloften import op_volgorde, samen
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from medewerkers.models import Medewerker, Rij


class Begeleidingsplan(DossierRij, Rij):
    """What was agreed, the course in financial self-reliance, and DUO's own term as a fact.

    `termijn_eind_op` is the last day (inclusive) as DUO says it; requirements and fines under the
    Wi2013 are DUO's.
    """

    als_dubbel: ClassVar[str] = "Verwijder het eerst in het dossier dat verdwijnt."

    inburgeraar = models.OneToOneField(
        Inburgeraar, on_delete=models.PROTECT, related_name="begeleidingsplan"
    )
    doel = models.TextField("waar deze persoon naartoe werkt")
    afspraken = models.TextField("afspraken")
    besproken_op = models.DateField("besproken op", null=True, blank=True)
    besproken_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    gesprek_weken = models.PositiveSmallIntegerField("weken tussen twee gesprekken", default=13)
    cursus_start_op = models.DateField("cursus financiële redzaamheid vanaf", null=True, blank=True)
    cursus_eind_op = models.DateField("cursus afgerond op", null=True, blank=True)
    termijn_eind_op = models.DateField("laatste dag van de termijn bij DUO", null=True, blank=True)
    termijn_bron_op = models.DateField("dat zei DUO op", null=True, blank=True)

    class Meta:
        verbose_name = "begeleidingsplan"
        verbose_name_plural = "begeleidingsplannen"
        constraints = [
            samen("begeleidingsplan_besproken_door", "besproken_op", "besproken_door"),
            samen("begeleidingsplan_termijn_met_bron", "termijn_eind_op", "termijn_bron_op"),
            op_volgorde("begeleidingsplan_cursus_op_volgorde", "cursus_start_op", "cursus_eind_op"),
            models.CheckConstraint(
                name="begeleidingsplan_met_gesprekken", condition=Q(gesprek_weken__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return "begeleidingsplan"
