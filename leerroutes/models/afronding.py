"""Schakel 5: what DUO was told, the certificate, and when the guidance itself ends."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from inburgering.beloften import samen
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from medewerkers.models import Medewerker, Rij


class Afronding(DossierRij, Rij):
    """One per person, from the day schakel 5 opens.

    `gemeld_op`: DUO was told that all of ours is done. `certificaat_uitgereikt_op`: handed over in
    person (Z-route). `verschil_toelichting`: why DUO found the plicht met while our own list was
    not complete. `onafhankelijk_op`: since when the person needs no benefit; guidance ends
    (`begeleiding_eind_op`, inclusive) after that, or for another reason.
    """

    als_dubbel: ClassVar[str] = (
        "Heropen in het dossier dat verdwijnt eerst schakel 4 en verwijder dan de afronding."
    )

    inburgeraar = models.OneToOneField(
        Inburgeraar, on_delete=models.PROTECT, related_name="afronding"
    )
    gemeld_op = models.DateField("gemeld aan DUO op", null=True, blank=True)
    gemeld_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    certificaat_uitgereikt_op = models.DateField("certificaat uitgereikt op", null=True, blank=True)
    certificaat_uitgereikt_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    verschil_toelichting = models.TextField("waarom DUO anders besloot dan onze lijst", blank=True)
    onafhankelijk_op = models.DateField("zonder uitkering sinds", null=True, blank=True)
    begeleiding_eind_op = models.DateField("begeleiding tot en met", null=True, blank=True)
    begeleiding_reden = models.CharField("waarom de begeleiding stopt", max_length=200, blank=True)

    class Meta:
        verbose_name = "afronding"
        verbose_name_plural = "afrondingen"
        constraints = [
            samen("afronding_gemeld_door", "gemeld_op", "gemeld_door"),
            samen(
                "afronding_certificaat_door",
                "certificaat_uitgereikt_op",
                "certificaat_uitgereikt_door",
            ),
            models.CheckConstraint(
                name="afronding_begeleiding_met_reden",
                condition=Q(begeleiding_eind_op=None) | ~Q(begeleiding_reden=""),
            ),
        ]

    def __str__(self) -> str:
        return "afronding"
