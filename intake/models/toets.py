"""The leerbaarheidstoets: its result, or why it is not needed."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q, TextChoices

from inburgering.beloften import bewijs, een_van
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld


class ToetsUitslag(TextChoices):
    """As DUO gives it."""

    HAALBAAR = "haalbaar", "B1-route haalbaar"
    NIET_HAALBAAR = "niet_haalbaar", "B1-route niet haalbaar"
    ONBEKEND = "onbekend", "Onbekend"


class ToetsStatus(TextChoices):
    NODIG = "nodig", "Nog te doen"
    AFGENOMEN = "afgenomen", "Afgenomen"
    ONTHEVEN = "ontheven", "Niet nodig"


class Leerbaarheidstoets(DossierRij, Toestandsrij):
    """The result as DUO gives it, or why the test is not needed (Wi 14.6)."""

    inburgeraar = models.OneToOneField(
        Inburgeraar, on_delete=models.PROTECT, related_name="leerbaarheidstoets"
    )
    status = toestandsveld(ToetsStatus, begin=ToetsStatus.NODIG)
    uitslag = models.CharField("uitslag", max_length=14, choices=ToetsUitslag.choices, blank=True)
    uitslag_op = models.DateField("uitslag geregistreerd door DUO op", null=True, blank=True)
    reden_ontheven = models.CharField("reden waarom niet nodig", max_length=200, blank=True)

    class Meta:
        verbose_name = "leerbaarheidstoets"
        verbose_name_plural = "leerbaarheidstoetsen"
        constraints = [
            een_van("toets_status_bekend", "status", ToetsStatus.values),
            bewijs(
                "toets_uitslag_bewezen",
                "uitslag_op",
                bij=[ToetsStatus.AFGENOMEN],
                tekst=["uitslag"],
            ),
            models.CheckConstraint(
                name="toets_ontheven_met_reden",
                condition=Q(status=ToetsStatus.ONTHEVEN) & ~Q(reden_ontheven="")
                | ~Q(status=ToetsStatus.ONTHEVEN) & Q(reden_ontheven=""),
            ),
        ]

    def __str__(self) -> str:
        return "leerbaarheidstoets"

    @overgang(van=list(ToetsStatus), naar=ToetsStatus.AFGENOMEN)
    def uitslag_vastleggen(self, *, uitslag: ToetsUitslag, op: date) -> None:
        """Also when a result is put right, or the test was taken after all."""
        self.uitslag, self.uitslag_op = uitslag, op
        self.reden_ontheven = ""

    @overgang(van=ToetsStatus.NODIG, naar=ToetsStatus.ONTHEVEN)
    def ontheffen(self, *, reden: str) -> None:
        self.reden_ontheven = reden
