"""A moment at which the leerbaarheidstoets is taken: place, guide and a number of seats."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q, TextChoices

from inburgering.beloften import bewijs, een_van
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld


class MomentStatus(TextChoices):
    GEPLAND = "gepland", "Gepland"
    GEWEEST = "geweest", "Geweest"
    AFGEZEGD = "afgezegd", "Afgezegd"


class Toetsmoment(Toestandsrij):
    """Several people take the test at once; who sits where stands with their own test.

    `geweest`: it is recorded who came. That it is over by the clock is for a query to say.
    """

    geen_persoon: ClassVar[str] = "een plaats en een uur; wie er zit, staat bij de eigen toets"

    begint_at = models.DateTimeField("begint")
    minuten = models.PositiveSmallIntegerField("duur in minuten", default=120)
    plaats = models.CharField("plaats", max_length=120)
    begeleider = models.CharField("begeleider", max_length=120)
    plaatsen = models.PositiveSmallIntegerField("aantal plaatsen")
    opmerking = models.CharField("opmerking", max_length=200, blank=True)
    status = toestandsveld(MomentStatus, begin=MomentStatus.GEPLAND)
    afgezegd_reden = models.CharField("reden van afzeggen", max_length=200, blank=True)

    class Meta:
        verbose_name = "toetsmoment"
        verbose_name_plural = "toetsmomenten"
        ordering = ["begint_at", "pk"]
        constraints = [
            een_van("toetsmoment_status_bekend", "status", MomentStatus.values),
            models.CheckConstraint(
                name="toetsmoment_met_plaats_en_tijd",
                condition=Q(plaatsen__gte=1) & Q(minuten__gte=1) & ~Q(plaats=""),
            ),
            bewijs(
                "toetsmoment_afgezegd_met_reden",
                bij=[MomentStatus.AFGEZEGD],
                tekst=["afgezegd_reden"],
            ),
        ]

    def __str__(self) -> str:
        return "toetsmoment"

    @property
    def eindigt_at(self) -> datetime:
        return self.begint_at + timedelta(minutes=self.minuten)

    @overgang(van=MomentStatus.GEPLAND, naar=MomentStatus.GEWEEST)
    def afronden(self) -> None:
        """Who did not come is recorded with their own test."""

    @overgang(van=MomentStatus.GEPLAND, naar=MomentStatus.AFGEZEGD)
    def afzeggen(self, *, reden: str) -> None:
        self.afgezegd_reden = reden
