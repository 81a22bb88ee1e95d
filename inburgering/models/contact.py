"""Appointments, contacts and notes."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from inburgering.beloften import bewijs, een_van, samen
from inburgering.enums import AfspraakSoort, AfspraakStatus, ContactSoort
from inburgering.models.dossier import Inburgeraar
from inburgering.models.zicht import DossierQuerySet, DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from medewerkers.models import Medewerker, Rij


class Afspraak(Toestandsrij):
    """The one appointment of every room: who, when, where, with an interpreter or not, came or not.

    It may concern several dossiers of one household.
    """

    pad_naar_dossier: ClassVar[str] = "dossiers"
    pad_naar_persoon: ClassVar[str] = "dossiers__persoon"

    dossiers = models.ManyToManyField(Inburgeraar, related_name="afspraken")
    soort = models.CharField("soort", max_length=20, choices=AfspraakSoort.choices)
    begint_at = models.DateTimeField("begint")
    minuten = models.PositiveSmallIntegerField("duur in minuten", default=60)
    plaats = models.CharField("plaats", max_length=120)
    met = models.CharField("met wie", max_length=200, blank=True)
    tolktaal = models.CharField("tolk in", max_length=40, blank=True)
    consulent = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="afspraken"
    )
    status = toestandsveld(AfspraakStatus, begin=AfspraakStatus.GEPLAND)
    gehouden_op = models.DateField("gehouden op", null=True, blank=True)
    gehouden_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    verslag = models.TextField("verslag", blank=True)
    reden = models.CharField("reden", max_length=200, blank=True)

    objects: ClassVar = models.Manager.from_queryset(DossierQuerySet)()

    class Meta:
        verbose_name = "afspraak"
        verbose_name_plural = "afspraken"
        ordering = ["begint_at"]
        constraints = [
            een_van("afspraak_soort_bekend", "soort", AfspraakSoort.values),
            een_van("afspraak_status_bekend", "status", AfspraakStatus.values),
            bewijs(
                "afspraak_gehouden_bewezen",
                "gehouden_op",
                bij=[AfspraakStatus.GEHOUDEN, AfspraakStatus.VERVANGEN],
            ),
            samen("afspraak_gehouden_door", "gehouden_op", "gehouden_door"),
            models.CheckConstraint(
                name="afspraak_vervangen_met_reden",
                condition=~Q(status=AfspraakStatus.VERVANGEN) | ~Q(reden=""),
            ),
        ]

    def __str__(self) -> str:
        return self.get_soort_display()

    @overgang(van=AfspraakStatus.GEPLAND, naar=AfspraakStatus.GEHOUDEN)
    def houden(self, *, op: date, door: Medewerker, verslag: str) -> None:
        self.gehouden_op, self.gehouden_door, self.verslag = op, door, verslag

    @overgang(van=AfspraakStatus.GEPLAND, naar=AfspraakStatus.VERVANGEN)
    def vervangen(self, *, op: date, door: Medewerker, reden: str, verslag: str) -> None:
        """By telephone, letter or mail instead: the reason says how and why."""
        self.gehouden_op, self.gehouden_door = op, door
        self.reden, self.verslag = reden, verslag

    @overgang(van=AfspraakStatus.GEPLAND, naar=AfspraakStatus.NIET_VERSCHENEN)
    def niet_verschijnen(self, *, reden: str) -> None:
        self.reden = reden

    @overgang(van=AfspraakStatus.GEPLAND, naar=AfspraakStatus.AFGEZEGD)
    def afzeggen(self, *, reden: str) -> None:
        self.reden = reden


class Contactmoment(DossierRij, Rij):
    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="contactmomenten"
    )
    soort = models.CharField("soort", max_length=12, choices=ContactSoort.choices)
    op = models.DateField("datum")
    tekst = models.TextField("wat is besproken")
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "contactmoment"
        verbose_name_plural = "contactmomenten"
        ordering = ["-op", "-pk"]
        constraints = [een_van("contactmoment_soort_bekend", "soort", ContactSoort.values)]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} {self.op:%d-%m-%Y}"


class Notitie(DossierRij, Rij):
    inburgeraar = models.ForeignKey(Inburgeraar, on_delete=models.PROTECT, related_name="notities")
    tekst = models.TextField("notitie")
    at = models.DateTimeField("geschreven")
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "notitie"
        verbose_name_plural = "notities"
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"notitie {self.at:%d-%m-%Y}"
