"""The mark of the municipality on its letters."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from medewerkers.models import Rij


class Logo(Rij):
    """One row, with the picture as letters print it: a small PNG that was drawn again here.

    It stands in the database and not among the documents, because it is of no dossier.
    """

    geen_persoon: ClassVar[str] = "beeld van de gemeente zelf"

    inhoud = models.BinaryField()
    omschrijving = models.CharField("omschrijving", max_length=120)

    class Meta:
        verbose_name = "logo"
        verbose_name_plural = "logo's"
        constraints = [
            models.CheckConstraint(name="logo_een_rij", condition=models.Q(pk=1)),
            models.CheckConstraint(
                name="logo_met_omschrijving", condition=~models.Q(omschrijving="")
            ),
        ]

    def __str__(self) -> str:
        return self.omschrijving

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.pk = 1
        super().save(*args, **kwargs)
