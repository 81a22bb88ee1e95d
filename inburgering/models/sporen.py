"""What happened, who looked, what is on file, and what somebody was still typing."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from inburgering.beloften import een_van
from inburgering.enums import DocumentSoort, GebeurtenisSoort
from inburgering.models.dossier import Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.versleuteling import ontsleutel, versleutel
from medewerkers.models import Medewerker, Rij

_CONCEPT = "concept"


class Gebeurtenis(DossierRij):
    """One line of the timeline. Never changed: the database refuses it."""

    alleen_toevoegen: ClassVar[bool] = True

    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="gebeurtenissen"
    )
    soort = models.CharField(max_length=10, choices=GebeurtenisSoort.choices)
    op = models.DateField()
    at = models.DateTimeField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    tekst = models.CharField(max_length=300)
    reden = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = "gebeurtenis"
        verbose_name_plural = "gebeurtenissen"
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["inburgeraar", "-at"], name="gebeurtenis_tijdlijn")]
        constraints = [een_van("gebeurtenis_soort_bekend", "soort", GebeurtenisSoort.values)]

    def __str__(self) -> str:
        return self.tekst


class Raadpleging(DossierRij):
    """That somebody opened a part of a dossier, or asked for a BSN. Never changed."""

    alleen_toevoegen: ClassVar[bool] = True

    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="raadplegingen"
    )
    medewerker = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, related_name="raadplegingen"
    )
    onderdeel = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "raadpleging"
        verbose_name_plural = "raadplegingen"
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["-at", "-id"], name="raadpleging_nieuwste")]

    def __str__(self) -> str:
        return f"{self.medewerker_id}: {self.onderdeel}"


class Document(DossierRij, Rij):
    """A file on a dossier. The content stands under its own SHA-256 and is verified when read."""

    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="documenten"
    )
    soort = models.CharField("soort", max_length=12, choices=DocumentSoort.choices)
    titel = models.CharField("titel", max_length=120)
    bestandsnaam = models.CharField(max_length=150)
    mime = models.CharField(max_length=100)
    grootte = models.PositiveIntegerField("grootte in bytes")
    sha256 = models.CharField(max_length=64, db_index=True)
    toegevoegd_op = models.DateField("toegevoegd op")
    toegevoegd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "document"
        verbose_name_plural = "documenten"
        ordering = ["-toegevoegd_op", "-pk"]
        constraints = [
            een_van("document_soort_bekend", "soort", DocumentSoort.values),
            models.CheckConstraint(
                name="document_hash_is_sha256",
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"),
            ),
        ]

    def __str__(self) -> str:
        return self.titel


class Concept(models.Model):
    """What somebody typed in a form and has not saved: kept per page, encrypted, for that person.

    It survives a lapsed session and a closed browser, and goes when the form is saved.
    """

    medewerker = models.ForeignKey(Medewerker, on_delete=models.CASCADE, related_name="concepten")
    pad = models.CharField(max_length=300)
    inhoud = models.BinaryField()
    bewaard_at = models.DateTimeField()

    class Meta:
        verbose_name = "concept"
        verbose_name_plural = "concepten"
        constraints = [
            models.UniqueConstraint(fields=["medewerker", "pad"], name="concept_een_per_pagina")
        ]

    def __str__(self) -> str:
        return self.pad

    @property
    def tekst(self) -> str:
        return ontsleutel(bytes(self.inhoud), doel=_CONCEPT)

    @tekst.setter
    def tekst(self, waarde: str) -> None:
        self.inhoud = versleutel(waarde, doel=_CONCEPT)
