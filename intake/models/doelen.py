"""Where somebody wants to go, what asks for care on the way, and the steps in between.

Each has a first and a last day, both inclusive; without a last day it holds now.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from inburgering.beloften import een_van, geen_overlap, op_volgorde
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from intake.models.doelsoorten import SUBDOELEN, AandachtspuntSoort, Doel, OntwikkelwensSoort
from medewerkers.models import Rij


class Hoofddoel(DossierRij, Rij):
    """One at a time."""

    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="hoofddoelen"
    )
    soort = models.CharField("hoofddoel", max_length=40, choices=Doel.choices)
    start_op = models.DateField("vanaf")
    eind_op = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "hoofddoel"
        verbose_name_plural = "hoofddoelen"
        ordering = ["-start_op"]
        constraints = [
            een_van("hoofddoel_bekend", "soort", Doel.values),
            op_volgorde("hoofddoel_op_volgorde"),
            geen_overlap("hoofddoel_een_tegelijk", "inburgeraar"),
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())


class Aandachtspunt(DossierRij, Rij):
    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="aandachtspunten"
    )
    soort = models.CharField("aandachtspunt", max_length=40, choices=AandachtspuntSoort.choices)
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    start_op = models.DateField("vanaf")
    eind_op = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "aandachtspunt"
        verbose_name_plural = "aandachtspunten"
        ordering = ["start_op", "pk"]
        constraints = [
            een_van("aandachtspunt_bekend", "soort", AandachtspuntSoort.values),
            op_volgorde("aandachtspunt_op_volgorde"),
            geen_overlap("aandachtspunt_een_keer_tegelijk", "inburgeraar", "soort"),
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())


class Ontwikkelwens(DossierRij, Rij):
    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="ontwikkelwensen"
    )
    soort = models.CharField("ontwikkelwens", max_length=40, choices=OntwikkelwensSoort.choices)
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    start_op = models.DateField("vanaf")
    eind_op = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "ontwikkelwens"
        verbose_name_plural = "ontwikkelwensen"
        ordering = ["start_op", "pk"]
        constraints = [
            een_van("ontwikkelwens_bekend", "soort", OntwikkelwensSoort.values),
            op_volgorde("ontwikkelwens_op_volgorde"),
            geen_overlap("ontwikkelwens_een_keer_tegelijk", "inburgeraar", "soort"),
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())


class Subdoel(DossierRij, Rij):
    """A step, of an aandachtspunt or of an ontwikkelwens: always of one of the two."""

    inburgeraar = models.ForeignKey(Inburgeraar, on_delete=models.PROTECT, related_name="subdoelen")
    aandachtspunt = models.ForeignKey(
        Aandachtspunt, on_delete=models.PROTECT, null=True, blank=True, related_name="subdoelen"
    )
    ontwikkelwens = models.ForeignKey(
        Ontwikkelwens, on_delete=models.PROTECT, null=True, blank=True, related_name="subdoelen"
    )
    soort = models.CharField("subdoel", max_length=100, choices=tuple(SUBDOELEN.items()))
    start_op = models.DateField("vanaf")
    eind_op = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "subdoel"
        verbose_name_plural = "subdoelen"
        ordering = ["start_op", "pk"]
        constraints = [
            een_van("subdoel_bekend", "soort", list(SUBDOELEN)),
            op_volgorde("subdoel_op_volgorde"),
            models.CheckConstraint(
                name="subdoel_hoort_bij_een",
                condition=Q(aandachtspunt__isnull=False, ontwikkelwens=None)
                | Q(aandachtspunt=None, ontwikkelwens__isnull=False),
            ),
            geen_overlap(
                "subdoel_een_keer_bij_punt",
                "aandachtspunt",
                "soort",
                condition=Q(aandachtspunt__isnull=False),
            ),
            geen_overlap(
                "subdoel_een_keer_bij_wens",
                "ontwikkelwens",
                "soort",
                condition=Q(ontwikkelwens__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())


Doelrij = Hoofddoel | Aandachtspunt | Ontwikkelwens | Subdoel
