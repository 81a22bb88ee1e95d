"""Family that may come and is not here yet: it reserves places in the forecast."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q, TextChoices

from inburgering.beloften import bewijs, een_van
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from overdracht.models.overdracht import Overdracht


class NareisStatus(TextChoices):
    VERWACHT = "verwacht", "Verwacht"
    AANGEKOMEN = "aangekomen", "Aangekomen"
    VERVALLEN = "vervallen", "Komt niet"


class Nareis(DossierRij, Toestandsrij):
    """Family announced for somebody here: how many, and when they are expected."""

    inburgeraar = models.ForeignKey(
        Inburgeraar, verbose_name="bij", on_delete=models.PROTECT, related_name="nareizen"
    )
    aantal = models.PositiveSmallIntegerField("aantal mensen")
    wie = models.CharField("wie", max_length=160, blank=True)
    aangekondigd_op = models.DateField("aangekondigd op")
    verwacht_op = models.DateField("verwacht op", null=True, blank=True)
    status = toestandsveld(NareisStatus, begin=NareisStatus.VERWACHT)
    aangekomen_op = models.DateField("aangekomen op", null=True, blank=True)
    overdracht = models.OneToOneField(
        Overdracht, on_delete=models.PROTECT, null=True, blank=True, related_name="nareis"
    )
    vervallen_op = models.DateField("vervallen op", null=True, blank=True)
    reden = models.CharField("reden", max_length=200, blank=True)

    class Meta:
        verbose_name = "nareis"
        verbose_name_plural = "nareizen"
        ordering = ["verwacht_op", "pk"]
        indexes = [
            models.Index(fields=["verwacht_op"], name="nareis_open", condition=Q(status="verwacht"))
        ]
        constraints = [
            een_van("nareis_status_bekend", "status", NareisStatus.values),
            models.CheckConstraint(name="nareis_iemand", condition=Q(aantal__range=(1, 30))),
            bewijs(
                "nareis_aangekomen_bewezen",
                "aangekomen_op",
                "overdracht",
                bij=[NareisStatus.AANGEKOMEN],
            ),
            bewijs(
                "nareis_vervallen_bewezen",
                "vervallen_op",
                bij=[NareisStatus.VERVALLEN],
                tekst=["reden"],
            ),
        ]

    def __str__(self) -> str:
        return f"nareis van {self.aantal}"

    @overgang(van=NareisStatus.VERWACHT, naar=NareisStatus.AANGEKOMEN)
    def aankomen(self, *, op: date, overdracht: Overdracht) -> None:
        """They are here: from now on the handover speaks for them."""
        self.aangekomen_op, self.overdracht = op, overdracht

    @overgang(van=NareisStatus.VERWACHT, naar=NareisStatus.VERVALLEN)
    def laten_vervallen(self, *, op: date, reden: str) -> None:
        self.vervallen_op, self.reden = op, reden
