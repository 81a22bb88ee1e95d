"""How this municipality pays: one row, kept by the functional manager."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from inburgering.beloften import een_van
from medewerkers.models import Rij
from ontzorgen.enums import LASTSOORTEN, PainVersie
from wet.ontzorgen import VOLGORDE, LaatsteMaand, Lastsoort

LAATSTE_MAAND = [(keuze.value, keuze.label) for keuze in LaatsteMaand]


def standaard_volgorde() -> list[str]:
    """As practice has it: rent, energy and water, health insurance."""
    return [soort.value for soort in VOLGORDE]


class Betaalregels(Rij):
    """Local policy, no law. Days of the month are 1 to 28; amounts are euro per month.

    `bouwdag`: on this day the batch of the next month is made. `verwerkdag`: the bank pays on the
    last TARGET day of the month before, up to this many days earlier (0: that day itself).
    `twee_akkoorden_vanaf`: a batch of this amount or more needs two approvers.
    """

    geen_persoon: ClassVar[str] = "regels van de gemeente"

    iban = models.CharField("rekening van de gemeente (IBAN)", max_length=34, blank=True)
    bic = models.CharField("BIC", max_length=11, blank=True)
    tenaamstelling = models.CharField("op naam van", max_length=70, blank=True)
    pain_versie = models.CharField(
        "soort betaalbestand", max_length=15, choices=PainVersie.choices, default=PainVersie.V09
    )
    bouwdag = models.PositiveSmallIntegerField("batch maken op dag", default=20)
    verwerkdag = models.PositiveSmallIntegerField(
        "zoveel dagen voor het einde van de maand betalen", default=3
    )
    twee_akkoorden_vanaf_bedrag = models.DecimalField(
        "twee akkoorden vanaf", max_digits=10, decimal_places=2, default=Decimal("50000.00")
    )
    leefgeld_alleen_bedrag = models.DecimalField(
        "leefgeld per maand, alleen", max_digits=8, decimal_places=2, default=Decimal("260.00")
    )
    leefgeld_samen_bedrag = models.DecimalField(
        "leefgeld per maand, samen", max_digits=8, decimal_places=2, default=Decimal("390.00")
    )
    volgorde = ArrayField(
        models.CharField(max_length=24, choices=LASTSOORTEN),
        verbose_name="volgorde bij een tekort",
        default=standaard_volgorde,
    )
    laatste_maand = models.CharField(
        "laatste maand", max_length=10, choices=LAATSTE_MAAND, default=LaatsteMaand.NAAR_RATO
    )

    class Meta:
        verbose_name = "betaalregels"
        verbose_name_plural = "betaalregels"
        constraints = [
            models.CheckConstraint(name="betaalregels_een_rij", condition=Q(pk=1)),
            models.CheckConstraint(
                name="betaalregels_dagen",
                condition=Q(bouwdag__range=(1, 28), verwerkdag__range=(0, 10)),
            ),
            models.CheckConstraint(
                name="betaalregels_bedragen",
                condition=Q(
                    twee_akkoorden_vanaf_bedrag__gte=0,
                    leefgeld_alleen_bedrag__gte=0,
                    leefgeld_samen_bedrag__gte=0,
                ),
            ),
            models.CheckConstraint(
                name="betaalregels_volgorde_bekend",
                condition=Q(volgorde__contained_by=[s.value for s in Lastsoort]),
            ),
            een_van("betaalregels_laatste_maand", "laatste_maand", [k.value for k in LaatsteMaand]),
            een_van("betaalregels_pain", "pain_versie", PainVersie.values),
        ]

    def __str__(self) -> str:
        return "betaalregels"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.pk = 1
        super().save(*args, **kwargs)
