"""The brede intake in sections."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q, TextChoices

from inburgering.beloften import bewijs, een_van, samen
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from medewerkers.models import Medewerker, Rij


class IntakeStatus(TextChoices):
    GEPLAND = "gepland", "Gepland"
    GESTART = "gestart", "Gestart"
    AFGEROND = "afgerond", "Afgerond"


class OnderdeelSoort(TextChoices):
    """The parts the law asks for (Wi 14.3, B26 5.2); the values are the names `wet.pip` uses."""

    OPLEIDING_EN_WERK = "opleiding_en_werk", "Opleiding en werkervaring"
    OMSTANDIGHEDEN = "persoonlijke_omstandigheden", "Persoonlijke omstandigheden"
    FYSIEK = "fysieke_gezondheid", "Fysieke gezondheid"
    MENTAAL = "mentale_gezondheid", "Mentale gezondheid"
    VVE = "vve", "Voor- en vroegschoolse educatie (VVE) van de kinderen"
    TAAL = "taalniveau", "Taalniveau Nederlands"
    WERK = "kansen_op_werk", "Kansen op werk"
    ZELFREDZAAMHEID = "zelfredzaamheid", "Zelfredzaamheid"


class BredeIntake(DossierRij, Toestandsrij):
    """One per dossier. It cannot be closed without the parts the law asks for.

    `alleen_spreken_op`: the day on which the person heard of the right to speak without a partner.
    `overgenomen`: closed before this system was there; its report and parts are kept elsewhere.
    """

    inburgeraar = models.OneToOneField(
        Inburgeraar, on_delete=models.PROTECT, related_name="brede_intake"
    )
    status = toestandsveld(IntakeStatus, begin=IntakeStatus.GEPLAND)
    gestart_op = models.DateField("gestart op", null=True, blank=True)
    afgerond_op = models.DateField("afgerond op", null=True, blank=True)
    afgerond_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    tolktaal = models.CharField("tolk in", max_length=40, blank=True)
    alleen_spreken_op = models.DateField(
        "gewezen op het recht om alleen te spreken op", null=True, blank=True
    )
    verslag = models.TextField("verslag", blank=True)
    overgenomen = models.BooleanField("afgerond vóór dit systeem", default=False)

    class Meta:
        verbose_name = "brede intake"
        verbose_name_plural = "brede intakes"
        constraints = [
            een_van("intake_status_bekend", "status", IntakeStatus.values),
            bewijs(
                "intake_gestart_bewezen",
                "gestart_op",
                bij=[IntakeStatus.GESTART, IntakeStatus.AFGEROND],
            ),
            bewijs("intake_afgerond_bewezen", "afgerond_op", bij=[IntakeStatus.AFGEROND]),
            samen("intake_afgerond_door", "afgerond_op", "afgerond_door"),
        ]

    def __str__(self) -> str:
        return "brede intake"

    @overgang(van=IntakeStatus.GEPLAND, naar=IntakeStatus.GESTART)
    def starten(self, *, op: date) -> None:
        self.gestart_op = op

    @overgang(van=IntakeStatus.GESTART, naar=IntakeStatus.AFGEROND)
    def afronden(self, *, op: date, door: Medewerker) -> None:
        self.afgerond_op, self.afgerond_door = op, door

    @overgang(van=IntakeStatus.AFGEROND, naar=IntakeStatus.GESTART)
    def heropenen(self) -> None:
        """Something was missing or wrong, and no plan stands on it yet. It is done here then."""
        self.afgerond_op = self.afgerond_door = None
        self.overgenomen = False


class Onderdeel(DossierRij, Rij):
    """A section of the intake: what was told, or that it does not apply."""

    pad_naar_dossier: ClassVar[str] = "intake__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "intake__inburgeraar__persoon"

    intake = models.ForeignKey(BredeIntake, on_delete=models.PROTECT, related_name="onderdelen")
    soort = models.CharField("onderdeel", max_length=40, choices=OnderdeelSoort.choices)
    tekst = models.TextField("wat is verteld", blank=True)
    niet_van_toepassing = models.BooleanField("niet van toepassing", default=False)

    class Meta:
        verbose_name = "onderdeel van de intake"
        verbose_name_plural = "onderdelen van de intake"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["intake", "soort"], name="onderdeel_een_per_soort"),
            een_van("onderdeel_soort_bekend", "soort", OnderdeelSoort.values),
            models.CheckConstraint(
                name="onderdeel_nvt_zonder_tekst",
                condition=Q(niet_van_toepassing=False) | Q(tekst=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())

    @property
    def ingevuld(self) -> bool:
        return self.niet_van_toepassing or bool(self.tekst.strip())
