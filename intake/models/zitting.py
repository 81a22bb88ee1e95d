"""A sitting of the intake: an appointment, with its interpreter and who was there."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q, TextChoices

from inburgering.beloften import een_van
from inburgering.models import Afspraak
from inburgering.models.zicht import DossierRij
from intake.models.intake import BredeIntake
from medewerkers.models import Rij


class TolkSoort(TextChoices):
    GEEN = "geen", "Geen tolk"
    TELEFONISCH = "telefonisch", "Tolk aan de telefoon"
    LOCATIE = "locatie", "Tolk op locatie"
    BEKENDE = "bekende", "Een bekende vertaalt"


BETAALDE_TOLK = (TolkSoort.TELEFONISCH, TolkSoort.LOCATIE)


class Zitting(DossierRij, Rij):
    """The intake takes several. When, where, held or not stands on the appointment.

    `tolk_minuten` and `tolk_bedrag` are the cost line; only a hired interpreter has them.
    """

    pad_naar_dossier: ClassVar[str] = "intake__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "intake__inburgeraar__persoon"

    intake = models.ForeignKey(BredeIntake, on_delete=models.PROTECT, related_name="zittingen")
    afspraak = models.OneToOneField(Afspraak, on_delete=models.PROTECT, related_name="zitting")
    tolk_soort = models.CharField(
        "tolk", max_length=12, choices=TolkSoort.choices, default=TolkSoort.GEEN
    )
    tolk_bureau = models.CharField("tolkbureau", max_length=80, blank=True)
    tolk_minuten = models.PositiveSmallIntegerField("minuten tolk", null=True, blank=True)
    tolk_bedrag = models.DecimalField(
        "bedrag tolk", max_digits=8, decimal_places=2, null=True, blank=True
    )
    aanwezigen = models.CharField("wie waren erbij", max_length=200, blank=True)
    alleen_gesproken = models.BooleanField("(deels) alleen gesproken", default=False)
    onderwerpen = models.TextField("waarover", blank=True)

    class Meta:
        verbose_name = "zitting van de intake"
        verbose_name_plural = "zittingen van de intake"
        ordering = ["afspraak__begint_at"]
        constraints = [
            een_van("zitting_tolk_bekend", "tolk_soort", TolkSoort.values),
            models.CheckConstraint(
                name="zitting_bedrag_niet_negatief",
                condition=Q(tolk_bedrag=None) | Q(tolk_bedrag__gte=0),
            ),
            models.CheckConstraint(
                name="zitting_kosten_bij_betaalde_tolk",
                condition=Q(tolk_soort__in=BETAALDE_TOLK)
                | Q(tolk_minuten=None, tolk_bedrag=None, tolk_bureau=""),
            ),
        ]

    def __str__(self) -> str:
        return "zitting van de intake"
