"""Tasks: derived from states and terms, or somebody's own."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q

from inburgering.beloften import bewijs, een_van
from inburgering.enums import TaakStatus
from inburgering.models.dossier import Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from medewerkers.enums import Rol
from medewerkers.models import Medewerker


class Taak(DossierRij, Toestandsrij):
    """Something that waits for somebody.

    A derived task has a `bron`, the fact it comes from, and ends by itself when that fact is gone.
    An own task has `bron` empty and ends when somebody says so. `pagina` is the URL name of the
    place where it is done; it takes the dossier number. `alarm`: as long as it is open, it stands
    in red on every page of the dossier.
    """

    inburgeraar = models.ForeignKey(Inburgeraar, on_delete=models.PROTECT, related_name="taken")
    soort = models.CharField("soort", max_length=40)
    bron = models.CharField(max_length=60, blank=True)
    titel = models.CharField("taak", max_length=120)
    waarom = models.CharField("waarom", max_length=300)
    uiterlijk_op = models.DateField("uiterlijk op", null=True, blank=True)
    pagina = models.CharField(max_length=60)
    alarm = models.BooleanField("rode regel op het dossier", default=False)
    voor = models.CharField("voor", max_length=20, choices=Rol.choices, default=Rol.CONSULENT)
    eigenaar = models.ForeignKey(
        Medewerker,
        verbose_name="opgepakt door",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="taken",
    )
    notitie = models.CharField("notitie", max_length=300, blank=True)
    status = toestandsveld(TaakStatus, begin=TaakStatus.OPEN)
    ontstaan_at = models.DateTimeField("ontstaan")
    geeindigd_at = models.DateTimeField("geëindigd", null=True, blank=True)

    class Meta:
        verbose_name = "taak"
        verbose_name_plural = "taken"
        ordering = ["uiterlijk_op", "pk"]
        indexes = [
            models.Index(
                fields=["voor", "uiterlijk_op"], name="taak_open", condition=Q(status="open")
            ),
            models.Index(fields=["eigenaar"], name="taak_eigenaar", condition=Q(status="open")),
        ]
        constraints = [
            een_van("taak_status_bekend", "status", TaakStatus.values),
            een_van("taak_voor_bekend", "voor", Rol.values),
            bewijs(
                "taak_geeindigd_bewezen",
                "geeindigd_at",
                bij=[TaakStatus.GEDAAN, TaakStatus.VERVALLEN],
            ),
            models.UniqueConstraint(
                fields=["inburgeraar", "soort", "bron"],
                name="taak_een_open_per_bron",
                condition=Q(status="open") & ~Q(bron=""),
            ),
        ]

    def __str__(self) -> str:
        return self.titel

    @property
    def afgeleid(self) -> bool:
        return self.bron != ""

    @overgang(van=TaakStatus.OPEN, naar=TaakStatus.GEDAAN)
    def afdoen(self, *, nu: datetime) -> None:
        self.geeindigd_at = nu

    @overgang(van=TaakStatus.OPEN, naar=TaakStatus.VERVALLEN)
    def laten_vervallen(self, *, nu: datetime) -> None:
        """The cause is gone."""
        self.geeindigd_at = nu
