"""The brede intake in sections."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
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
    """In the order in which one would talk: from who somebody is to what somebody wants.

    Those the law asks for (Wi 14.3, B26 5.2) have the names `wet.pip` uses; the others (`VRIJ`) are
    what a plan is the better for.
    """

    OMSTANDIGHEDEN = "persoonlijke_omstandigheden", "Persoonlijke omstandigheden"
    NETWERK = "netwerk", "Familie, vrienden en hulp"
    OPLEIDING_EN_WERK = "opleiding_en_werk", "Opleiding en werkervaring"
    TAAL = "taalniveau", "Taalniveau Nederlands"
    ICT = "ict", "Computer en telefoon"
    FYSIEK = "fysieke_gezondheid", "Fysieke gezondheid"
    MENTAAL = "mentale_gezondheid", "Mentale gezondheid"
    VVE = "vve", "Voor- en vroegschoolse educatie (VVE) van de kinderen"
    ZELFREDZAAMHEID = "zelfredzaamheid", "Zelfredzaamheid"
    FINANCIEN = "financien", "Geld"
    WERK = "kansen_op_werk", "Kansen op werk"
    WENSEN = "wensen", "Wensen voor later"


VRIJ = (OnderdeelSoort.NETWERK, OnderdeelSoort.ICT, OnderdeelSoort.FINANCIEN, OnderdeelSoort.WENSEN)
VOLGORDE = {soort: plek for plek, soort in enumerate(OnderdeelSoort.values)}


class BredeIntake(DossierRij, Toestandsrij):
    """One per dossier. It cannot be closed without the parts the law asks for.

    `alleen_spreken_op`: the day on which the person heard of the right to speak without a partner.
    `overgenomen`: closed before this system was there; its report and parts are kept elsewhere.
    `bij_afwezigheid`: closed without the person, after the third summons (Wi 14.2); `ontbrak` names
    the parts that are not in it, as `wet.pip` calls them.
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
    bij_afwezigheid = models.BooleanField("afgerond bij afwezigheid", default=False)
    ontbrak = ArrayField(
        models.CharField(max_length=40), verbose_name="ontbrak", default=list, blank=True
    )

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
            models.CheckConstraint(
                name="intake_afwezig_alleen_afgerond",
                condition=Q(bij_afwezigheid=True, status=IntakeStatus.AFGEROND)
                | Q(bij_afwezigheid=False, ontbrak__len=0),
            ),
        ]

    def __str__(self) -> str:
        return "brede intake"

    @overgang(van=IntakeStatus.GEPLAND, naar=IntakeStatus.GESTART)
    def starten(self, *, op: date) -> None:
        self.gestart_op = op

    @overgang(van=IntakeStatus.GESTART, naar=IntakeStatus.AFGEROND)
    def afronden(self, *, op: date, door: Medewerker) -> None:
        self.afgerond_op, self.afgerond_door = op, door

    @overgang(van=IntakeStatus.GESTART, naar=IntakeStatus.AFGEROND)
    def afronden_bij_afwezigheid(
        self, *, op: date, door: Medewerker, ontbrak: Sequence[str]
    ) -> None:
        """The person did not come, thrice: what only they could tell is not in it."""
        self.afgerond_op, self.afgerond_door = op, door
        self.bij_afwezigheid, self.ontbrak = True, list(ontbrak)

    @overgang(van=IntakeStatus.AFGEROND, naar=IntakeStatus.GESTART)
    def heropenen(self) -> None:
        """Something was missing or wrong, and no plan stands on it yet. It is done here then."""
        self.afgerond_op = self.afgerond_door = None
        self.overgenomen = self.bij_afwezigheid = False
        self.ontbrak = []


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
