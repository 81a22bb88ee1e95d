"""The advice on the route, as it was made: what was known then, and what the rule said of it."""

from __future__ import annotations

from django.db import models
from django.db.models import TextChoices

from inburgering.beloften import een_van
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from medewerkers.models import Medewerker, Rij
from wet.leerroutes import Alfabetiseringsonderwijs, Leerroute
from wet.uitkomst import Zekerheid


class AdviesRoute(TextChoices):
    """The routes of `wet`, with their names."""

    B = Leerroute.B.value, Leerroute.B.label
    O = Leerroute.O.value, Leerroute.O.label  # noqa: E741 - DUO's code
    Z = Leerroute.Z.value, Leerroute.Z.label


class Routeadvies(DossierRij, Rij):
    """A photograph: it stays as it was, and the page says when the facts have changed since.

    `feiten` is what the rule was asked, by its own names; `invoer` the same with labels for people.
    """

    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="routeadviezen"
    )
    feiten = models.JSONField("feiten")
    invoer = models.JSONField("feiten in woorden")
    leerroute = models.CharField(
        "geadviseerde leerroute", max_length=1, choices=AdviesRoute.choices
    )
    alfabetisering = models.CharField("alfabetisering", max_length=3, blank=True)
    regel = models.CharField("regel", max_length=40)
    zekerheid = models.CharField("zekerheid", max_length=12)
    stappen = models.JSONField("stappen")
    bron = models.JSONField("bronnen")
    gemaakt_op = models.DateField("opgemaakt op")
    gemaakt_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "routeadvies"
        verbose_name_plural = "routeadviezen"
        ordering = ["-pk"]
        constraints = [
            een_van("routeadvies_leerroute_bekend", "leerroute", AdviesRoute.values),
            een_van(
                "routeadvies_alfabetisering_bekend",
                "alfabetisering",
                ["", *(soort.value for soort in Alfabetiseringsonderwijs)],
            ),
            een_van("routeadvies_zekerheid_bekend", "zekerheid", [z.value for z in Zekerheid]),
        ]

    def __str__(self) -> str:
        return f"advies {self.get_leerroute_display()}"
