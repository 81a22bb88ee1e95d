"""What is attached to a plan: decisions on the Participatiewet above all (Wi 15.3)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from inburgering.models import Document
from inburgering.models.zicht import DossierRij
from medewerkers.models import Rij
from pip_plans.models.pip import Pip


class PipBijlage(DossierRij, Rij):
    """A PDF of the dossier that belongs to this version of the plan, in its order."""

    pad_naar_dossier: ClassVar[str] = "pip__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "pip__inburgeraar__persoon"

    pip = models.ForeignKey(Pip, on_delete=models.PROTECT, related_name="bijlagen")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "bijlage bij het PIP"
        verbose_name_plural = "bijlagen bij het PIP"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["pip", "document"], name="pip_bijlage_een_keer")
        ]

    def __str__(self) -> str:
        return self.document.titel
