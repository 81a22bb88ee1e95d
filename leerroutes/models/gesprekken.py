"""Talks: about the progress, on schedule, and the closing talk of the Z-route."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from inburgering.beloften import bewijs, een_van, samen
from inburgering.models import Afspraak, Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from leerroutes.enums import GesprekStatus, Oordeel
from leerroutes.models.traject import Traject
from medewerkers.models import Medewerker, Rij


class Voortgangsgesprek(DossierRij, Toestandsrij):
    """A talk that the plan promised, or one more. `uiterlijk_op` is the day it is due.

    `traject` is None when no plan promised it: one more (`reden` says what for), or of the
    ondertussengroep. `inspanning` is what stepping down asks about.
    """

    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="voortgangsgesprekken"
    )
    traject = models.ForeignKey(
        Traject, on_delete=models.PROTECT, null=True, blank=True, related_name="gesprekken"
    )
    nummer = models.PositiveSmallIntegerField("nummer")
    uiterlijk_op = models.DateField("uiterlijk op")
    status = toestandsveld(GesprekStatus, begin=GesprekStatus.GEPLAND)
    afspraak = models.ForeignKey(
        Afspraak, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    gehouden_op = models.DateField("gevoerd op", null=True, blank=True)
    gehouden_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    verslag = models.TextField("verslag", blank=True)
    afspraken = models.TextField("afspraken", blank=True)
    inspanning = models.CharField("inspanning", max_length=10, choices=Oordeel.choices, blank=True)
    reden = models.CharField("reden", max_length=200, blank=True)

    class Meta:
        verbose_name = "voortgangsgesprek"
        verbose_name_plural = "voortgangsgesprekken"
        ordering = ["uiterlijk_op", "pk"]
        constraints = [
            een_van("voortgangsgesprek_status_bekend", "status", GesprekStatus.values),
            een_van("voortgangsgesprek_inspanning_bekend", "inspanning", ["", *Oordeel.values]),
            bewijs(
                "voortgangsgesprek_gehouden_bewezen",
                "gehouden_op",
                bij=[GesprekStatus.GEHOUDEN],
                tekst=["verslag"],
            ),
            samen("voortgangsgesprek_gehouden_door", "gehouden_op", "gehouden_door"),
            models.CheckConstraint(
                name="voortgangsgesprek_vervallen_met_reden",
                condition=~Q(status=GesprekStatus.VERVALLEN) | ~Q(reden=""),
            ),
            models.UniqueConstraint(
                fields=["inburgeraar", "nummer"], name="voortgangsgesprek_nummer_uniek"
            ),
        ]

    def __str__(self) -> str:
        return f"voortgangsgesprek {self.nummer}"

    @overgang(van=GesprekStatus.GEPLAND, naar=GesprekStatus.GEHOUDEN)
    def houden(
        self, *, op: date, door: Medewerker, verslag: str, afspraken: str = "", inspanning: str = ""
    ) -> None:
        self.gehouden_op, self.gehouden_door = op, door
        self.verslag, self.afspraken, self.inspanning = verslag, afspraken, inspanning

    @overgang(van=GesprekStatus.GEHOUDEN, naar=GesprekStatus.GEPLAND)
    def terugzetten(self) -> None:
        """It was recorded by mistake: it is still to be held, by another appointment."""
        self.gehouden_op = self.gehouden_door = self.afspraak = None
        self.verslag = self.afspraken = self.inspanning = ""

    @overgang(van=GesprekStatus.GEPLAND, naar=GesprekStatus.VERVALLEN)
    def laten_vervallen(self, *, reden: str) -> None:
        self.reden = reden


class Eindgesprek(DossierRij, Rij):
    """The closing talk of the Z-route, held by the municipality itself (B26 3.14.4)."""

    inburgeraar = models.OneToOneField(
        Inburgeraar, on_delete=models.PROTECT, related_name="eindgesprek"
    )
    traject = models.ForeignKey(Traject, on_delete=models.PROTECT, related_name="+")
    gehouden_op = models.DateField("gevoerd op")
    gehouden_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    verslag = models.TextField("verslag")

    class Meta:
        verbose_name = "eindgesprek van de Z-route"
        verbose_name_plural = "eindgesprekken van de Z-route"

    def __str__(self) -> str:
        return "eindgesprek van de Z-route"
