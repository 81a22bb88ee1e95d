"""The Module Arbeidsmarkt en Participatie."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q

from inburgering.beloften import bewijs, een_van, samen
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from leerroutes.enums import MapStatus, MapThemaSoort
from medewerkers.models import Medewerker, Rij


class MapModule(DossierRij, Toestandsrij):
    """The MAP of one person; its hours are Urenregels. DUO hears the day of the closing talk.

    `verwijtbaar` is set only where DUO takes it: after the term (`wet.duo.verwijtbaar_vragen`).
    `elders` is the municipality that closed it, before somebody moved here; `elders_uren` are the
    hours of practice done there, which have no lines here. `elders_gemeld`: that municipality told
    DUO, so ours does not.
    """

    als_dubbel: ClassVar[str] = (
        "Heropen in het dossier dat verdwijnt de MAP en haal de data bij de thema’s weg."
    )

    inburgeraar = models.OneToOneField(
        Inburgeraar, on_delete=models.PROTECT, related_name="map_module"
    )
    status = toestandsveld(MapStatus, begin=MapStatus.LOPEND)
    eindgesprek_op = models.DateField("eindgesprek op", null=True, blank=True)
    eindgesprek_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    verslag = models.TextField("verslag van het eindgesprek", blank=True)
    verwijtbaar = models.BooleanField("verwijtbaar te laat", null=True, blank=True)
    elders = models.CharField("afgerond in gemeente", max_length=80, blank=True)
    elders_uren = models.DecimalField(
        "praktijkuren daar", max_digits=5, decimal_places=2, null=True, blank=True
    )
    elders_gemeld = models.BooleanField("daar aan DUO gemeld", default=False)

    class Meta:
        verbose_name = "MAP"
        verbose_name_plural = "MAP's"
        constraints = [
            een_van("map_status_bekend", "status", MapStatus.values),
            bewijs(
                "map_eindgesprek_bewezen",
                "eindgesprek_op",
                bij=[MapStatus.AFGEROND],
                tekst=["verslag"],
            ),
            samen("map_eindgesprek_door", "eindgesprek_op", "eindgesprek_door"),
            models.CheckConstraint(
                name="map_verwijtbaar_bij_eindgesprek",
                condition=Q(verwijtbaar=None) | Q(status=MapStatus.AFGEROND),
            ),
            models.CheckConstraint(
                name="map_elders_met_uren",
                condition=Q(elders="", elders_uren=None)
                | Q(~Q(elders=""), status=MapStatus.AFGEROND, elders_uren__gt=0),
            ),
            models.CheckConstraint(
                name="map_elders_gemeld_is_elders",
                condition=Q(elders_gemeld=False) | ~Q(elders=""),
            ),
        ]

    def __str__(self) -> str:
        return "MAP"

    @overgang(van=MapStatus.LOPEND, naar=MapStatus.AFGEROND)
    def eindgesprek_voeren(
        self, *, op: date, door: Medewerker, verslag: str, verwijtbaar: bool | None = None
    ) -> None:
        self.eindgesprek_op, self.eindgesprek_door = op, door
        self.verslag, self.verwijtbaar = verslag, verwijtbaar

    def was_elders(self, gemeente: str, uren: Decimal, *, gemeld: bool) -> None:
        """That municipality closed it, after these hours of practice."""
        self.elders, self.elders_uren, self.elders_gemeld = gemeente, uren, gemeld

    @overgang(van=MapStatus.AFGEROND, naar=MapStatus.LOPEND)
    def heropenen(self) -> None:
        """It was recorded wrong."""
        self.eindgesprek_op = self.eindgesprek_door = self.verwijtbaar = None
        self.elders_uren, self.elders_gemeld = None, False
        self.verslag = self.elders = ""


class MapThema(DossierRij, Rij):
    """One of the eight themes that was dealt with, and how."""

    pad_naar_dossier: ClassVar[str] = "map__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "map__inburgeraar__persoon"

    map = models.ForeignKey(MapModule, on_delete=models.PROTECT, related_name="themas")
    soort = models.CharField("thema", max_length=24, choices=MapThemaSoort.choices)
    gedaan_op = models.DateField("besproken op")
    toelichting = models.CharField("wat is gedaan", max_length=300, blank=True)

    class Meta:
        verbose_name = "thema van de MAP"
        verbose_name_plural = "thema's van de MAP"
        ordering = ["pk"]
        constraints = [
            een_van("map_thema_bekend", "soort", MapThemaSoort.values),
            models.UniqueConstraint(fields=["map", "soort"], name="map_thema_een_keer"),
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())
