"""The texts letters are made of."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from medewerkers.models import Rij


class Brieftekst(Rij):
    """A paragraph that the functional manager writes; letters put it in its place.

    The keys are fixed by the letters (`besluiten.teksten`); the words are the municipality's own.
    """

    geen_persoon: ClassVar[str] = "tekst van een brief, zonder persoonsgegevens"

    sleutel = models.CharField(max_length=40, unique=True, editable=False)
    titel = models.CharField("titel", max_length=120)
    tekst = models.TextField("tekst")

    class Meta:
        verbose_name = "brieftekst"
        verbose_name_plural = "briefteksten"
        ordering = ["sleutel"]

    def __str__(self) -> str:
        return self.titel
