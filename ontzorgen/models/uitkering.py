"""Bijstand: the right to it, what it is each month, and the allowances beside it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from inburgering.beloften import een_van, geen_overlap, op_volgorde
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from medewerkers.models import Rij
from ontzorgen.enums import ToeslagSoort

EERSTE_DAG = Q(maand__day=1)


class Uitkering(DossierRij, Rij):
    """The right to bijstand from `start_op`, the day it arises (Pw 44); `eind_op` is inclusive."""

    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="uitkeringen"
    )
    start_op = models.DateField("recht op bijstand vanaf")
    eind_op = models.DateField("tot en met", null=True, blank=True)
    besluit_op = models.DateField("datum van het bijstandsbesluit", null=True, blank=True)

    class Meta:
        verbose_name = "uitkering"
        verbose_name_plural = "uitkeringen"
        ordering = ["-start_op"]
        constraints = [
            op_volgorde("uitkering_op_volgorde"),
            geen_overlap("uitkering_een_tegelijk", "inburgeraar"),
        ]

    def __str__(self) -> str:
        return f"bijstand vanaf {self.start_op:%d-%m-%Y}"


class Uitkeringsbedrag(DossierRij, Rij):
    """The net bijstand of a household for one month (`maand` is its first day), before any cost."""

    pad_naar_dossier: ClassVar[str] = "uitkering__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "uitkering__inburgeraar__persoon"

    uitkering = models.ForeignKey(Uitkering, on_delete=models.PROTECT, related_name="bedragen")
    maand = models.DateField("maand")
    netto_bedrag = models.DecimalField("netto bijstand", max_digits=8, decimal_places=2)

    class Meta:
        verbose_name = "bijstand van een maand"
        verbose_name_plural = "bijstand per maand"
        ordering = ["-maand"]
        constraints = [
            models.UniqueConstraint(
                fields=["uitkering", "maand"], name="uitkeringsbedrag_een_per_maand"
            ),
            models.CheckConstraint(name="uitkeringsbedrag_eerste_dag", condition=EERSTE_DAG),
            models.CheckConstraint(
                name="uitkeringsbedrag_niet_negatief", condition=Q(netto_bedrag__gte=0)
            ),
        ]

    def __str__(self) -> str:
        return f"bijstand {self.maand:%m-%Y}"


class Toeslag(DossierRij, Rij):
    """An allowance of Dienst Toeslagen: asked for, and from when it is received.

    `maand_bedrag` is what is expected (or granted) per month, from `vanaf_op`. Paid to the person.
    """

    pad_naar_dossier: ClassVar[str] = "uitkering__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "uitkering__inburgeraar__persoon"

    uitkering = models.ForeignKey(Uitkering, on_delete=models.PROTECT, related_name="toeslagen")
    soort = models.CharField("soort", max_length=5, choices=ToeslagSoort.choices)
    aangevraagd_op = models.DateField("aangevraagd op")
    vanaf_op = models.DateField("recht vanaf")
    maand_bedrag = models.DecimalField("bedrag per maand", max_digits=8, decimal_places=2)
    ontvangen_op = models.DateField("eerste betaling ontvangen op", null=True, blank=True)
    afgewezen_op = models.DateField("afgewezen op", null=True, blank=True)

    class Meta:
        verbose_name = "toeslag"
        verbose_name_plural = "toeslagen"
        ordering = ["soort", "-aangevraagd_op"]
        constraints = [
            een_van("toeslag_soort_bekend", "soort", ToeslagSoort.values),
            models.UniqueConstraint(
                fields=["uitkering", "soort"],
                condition=Q(afgewezen_op=None),
                name="toeslag_een_tegelijk",
            ),
            models.CheckConstraint(name="toeslag_bedrag", condition=Q(maand_bedrag__gt=0)),
            op_volgorde("toeslag_ontvangen_na_aanvraag", "aangevraagd_op", "ontvangen_op"),
            models.CheckConstraint(
                name="toeslag_ontvangen_of_afgewezen",
                condition=Q(ontvangen_op=None) | Q(afgewezen_op=None),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())
