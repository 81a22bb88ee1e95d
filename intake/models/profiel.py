"""What the intake yielded as facts: what the route advice and the plan read."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import TextChoices

from inburgering.beloften import een_van
from inburgering.models.zicht import DossierRij
from intake.models.intake import BredeIntake, OnderdeelSoort
from medewerkers.models import Rij


class Opleidingsniveau(TextChoices):
    """The values of the gemeentelijk gegevensmodel, in small letters."""

    GEEN = "geen_basisopleiding", "Geen basisschool"
    BASIS = "basisniveau", "Basisschool"
    LBO_MAVO = "lbo_mavo_niveau", "Lager beroepsonderwijs of mavo"
    MBO_HAVO_VWO = "mbo_havo_vwo_niveau", "Mbo, havo of vwo"
    HBO = "hbo_niveau", "Hbo"
    WO = "wetenschappelijk_onderwijs", "Universiteit"
    NVT = "niet_van_toepassing", "Niet van toepassing"


class Alfabetisering(TextChoices):
    LATIJNS = "latijns", "Leest en schrijft ons schrift"
    ANDER_SCHRIFT = "ander_schrift", "Leest en schrijft een ander schrift"
    NIET = "niet", "Heeft niet leren lezen en schrijven"


class Taalniveau(TextChoices):
    """How much Dutch somebody knows now; the first rung lies below the lowest level."""

    PRE_A1 = "pre_a1", "Nog geen A1"
    A1 = "a1", "A1"
    A2 = "a2", "A2"
    B1 = "b1", "B1"
    B2 = "b2", "B2 of hoger"


class IctNiveau(TextChoices):
    """From poor to excellent, as in the gemeentelijk gegevensmodel."""

    ARM = "arm", "Geen of weinig"
    MIDDELMATIG = "middelmatig", "Matig"
    VOLDOENDE = "voldoende", "Voldoende"
    GOED = "goed", "Goed"
    UITSTEKEND = "uitstekend", "Heel goed"


FEITEN_PER_ONDERDEEL: dict[str, tuple[str, ...]] = {
    OnderdeelSoort.OPLEIDING_EN_WERK: (
        "jaren_onderwijs",
        "opleidingsniveau",
        "diploma_land",
        "beroep",
        "jaren_werk",
    ),
    OnderdeelSoort.TAAL: ("alfabetisering", "taalniveau"),
    OnderdeelSoort.ICT: ("ict_niveau",),
    OnderdeelSoort.VVE: ("kinderen_vve",),
    OnderdeelSoort.WERK: ("uren_per_week",),
    OnderdeelSoort.WENSEN: ("wil_studeren", "kans_op_diploma", "wil_examen"),
}


class Profiel(DossierRij, Rij):
    """One per intake; empty or None is not known yet. Every fact belongs to one part
    of the intake (`FEITEN_PER_ONDERDEEL`).

    `wil_studeren` is what the person says, `kans_op_diploma` what the municipality itself thinks:
    the law asks for both (Wi 8.1). `wil_examen` is the wish to sit an exam in the Z-route
    (B26 3.14.7).
    """

    pad_naar_dossier: ClassVar[str] = "intake__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "intake__inburgeraar__persoon"

    intake = models.OneToOneField(BredeIntake, on_delete=models.PROTECT, related_name="profiel")
    jaren_onderwijs = models.PositiveSmallIntegerField("jaren onderwijs", null=True, blank=True)
    opleidingsniveau = models.CharField(
        "hoogste opleiding", max_length=30, choices=Opleidingsniveau.choices, blank=True
    )
    diploma_land = models.CharField("diploma gehaald in", max_length=60, blank=True)
    beroep = models.CharField("laatste beroep", max_length=80, blank=True)
    jaren_werk = models.PositiveSmallIntegerField("jaren gewerkt", null=True, blank=True)
    alfabetisering = models.CharField(
        "lezen en schrijven", max_length=14, choices=Alfabetisering.choices, blank=True
    )
    taalniveau = models.CharField(
        "taalniveau Nederlands", max_length=6, choices=Taalniveau.choices, blank=True
    )
    ict_niveau = models.CharField(
        "digitale vaardigheden", max_length=12, choices=IctNiveau.choices, blank=True
    )
    kinderen_vve = models.BooleanField("kinderen met VVE", null=True, blank=True)
    uren_per_week = models.PositiveSmallIntegerField("uren per week", null=True, blank=True)
    wil_studeren = models.BooleanField("wil een opleiding doen", null=True, blank=True)
    kans_op_diploma = models.BooleanField("grote kans op een diploma", null=True, blank=True)
    wil_examen = models.BooleanField("wil examen doen", null=True, blank=True)

    class Meta:
        verbose_name = "profiel uit de intake"
        verbose_name_plural = "profielen uit de intake"
        constraints = [
            een_van("profiel_opleiding_bekend", "opleidingsniveau", ["", *Opleidingsniveau.values]),
            een_van("profiel_schrift_bekend", "alfabetisering", ["", *Alfabetisering.values]),
            een_van("profiel_taalniveau_bekend", "taalniveau", ["", *Taalniveau.values]),
            een_van("profiel_ict_bekend", "ict_niveau", ["", *IctNiveau.values]),
            models.CheckConstraint(
                name="profiel_uren_in_een_week",
                condition=models.Q(uren_per_week=None) | models.Q(uren_per_week__lte=80),
            ),
        ]

    def __str__(self) -> str:
        return "profiel uit de intake"
