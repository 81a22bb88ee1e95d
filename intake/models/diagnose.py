"""A client diagnosis made elsewhere: its file, what it says in our words, and what became of it."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q, TextChoices

from inburgering.beloften import bewijs, een_van, samen
from inburgering.models import Document, Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from medewerkers.models import Medewerker


class DiagnoseStatus(TextChoices):
    INGELEZEN = "ingelezen", "Nog over te nemen"
    OVERGENOMEN = "overgenomen", "Overgenomen"
    VERWORPEN = "verworpen", "Niet gebruikt"


class Diagnose(DossierRij, Toestandsrij):
    """Read from a file (`document`) or typed over. Nothing enters the intake before a person chose.

    `waarden`: one entry per fact, as `intake.diagnose.Waarde` writes it. `onbekend`: columns that
    the mapping does not know, kept so that nothing is lost.
    """

    inburgeraar = models.ForeignKey(Inburgeraar, on_delete=models.PROTECT, related_name="diagnoses")
    bron = models.CharField("gemaakt met of door", max_length=80)
    op = models.DateField("datum van de diagnose")
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    waarden = models.JSONField("waarden")
    onbekend = models.JSONField("niet herkend", default=list, blank=True)
    status = toestandsveld(DiagnoseStatus, begin=DiagnoseStatus.INGELEZEN)
    ingevoerd_op = models.DateField("ingevoerd op")
    ingevoerd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    overgenomen_op = models.DateField("overgenomen op", null=True, blank=True)
    overgenomen_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    verworpen_reden = models.CharField("waarom niet gebruikt", max_length=200, blank=True)

    class Meta:
        verbose_name = "diagnose"
        verbose_name_plural = "diagnoses"
        ordering = ["-op", "-pk"]
        constraints = [
            een_van("diagnose_status_bekend", "status", DiagnoseStatus.values),
            bewijs(
                "diagnose_overgenomen_bewezen", "overgenomen_op", bij=[DiagnoseStatus.OVERGENOMEN]
            ),
            samen("diagnose_overgenomen_door", "overgenomen_op", "overgenomen_door"),
            bewijs(
                "diagnose_verworpen_met_reden",
                bij=[DiagnoseStatus.VERWORPEN],
                tekst=["verworpen_reden"],
            ),
            models.CheckConstraint(name="diagnose_met_bron", condition=~Q(bron="")),
        ]

    def __str__(self) -> str:
        return f"diagnose {self.bron}"

    @overgang(van=DiagnoseStatus.INGELEZEN, naar=DiagnoseStatus.OVERGENOMEN)
    def overnemen(self, *, op: date, door: Medewerker) -> None:
        self.overgenomen_op, self.overgenomen_door = op, door

    @overgang(van=DiagnoseStatus.INGELEZEN, naar=DiagnoseStatus.VERWORPEN)
    def verwerpen(self, *, reden: str) -> None:
        self.verworpen_reden = reden
