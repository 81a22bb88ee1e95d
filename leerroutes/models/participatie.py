"""Taking part: places, employers and their vacancies, placements, and volunteers."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from inburgering.beloften import bewijs, een_van, op_volgorde
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from leerroutes.enums import (
    PlaatsingStatus,
    PlaatsingUitkomst,
    PlekSoort,
    SubsidieSoort,
    VacatureStatus,
    VrijwilligerSoort,
)
from leerroutes.models.traject import Traject
from medewerkers.models import Partnerorganisatie, Rij


class Participatieplek(Rij):
    """A place to take part, for `capaciteit` people at once; None: no limit."""

    geen_persoon: ClassVar[str] = "een plek"

    naam = models.CharField("naam", max_length=120, unique=True)
    soort = models.CharField("soort", max_length=18, choices=PlekSoort.choices)
    organisatie = models.CharField("organisatie", max_length=120, blank=True)
    plaats = models.CharField("plaats", max_length=80, blank=True)
    wat = models.CharField("wat mensen er doen", max_length=300, blank=True)
    contactpersoon = models.CharField("contactpersoon", max_length=120, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    capaciteit = models.PositiveSmallIntegerField("plaatsen tegelijk", null=True, blank=True)
    gestopt_op = models.DateField("niet meer gebruikt vanaf", null=True, blank=True)

    class Meta:
        verbose_name = "participatieplek"
        verbose_name_plural = "participatieplekken"
        ordering = ["naam"]
        constraints = [een_van("plek_soort_bekend", "soort", PlekSoort.values)]

    def __str__(self) -> str:
        return self.naam


class Werkgever(Rij):
    geen_persoon: ClassVar[str] = "een bedrijf"

    naam = models.CharField("naam", max_length=120, unique=True)
    branche = models.CharField("branche", max_length=80, blank=True)
    plaats = models.CharField("plaats", max_length=80, blank=True)
    contactpersoon = models.CharField("contactpersoon", max_length=120, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    opmerking = models.TextField("opmerking", blank=True)
    gestopt_op = models.DateField("niet meer benaderd vanaf", null=True, blank=True)

    class Meta:
        verbose_name = "werkgever"
        verbose_name_plural = "werkgevers"
        ordering = ["naam"]

    def __str__(self) -> str:
        return self.naam


class Vacature(Toestandsrij):
    """Work at an employer, for `plaatsen` people."""

    geen_persoon: ClassVar[str] = "werk bij een bedrijf"

    werkgever = models.ForeignKey(Werkgever, on_delete=models.PROTECT, related_name="vacatures")
    functie = models.CharField("functie", max_length=120)
    uren_per_week = models.DecimalField("uren per week", max_digits=4, decimal_places=1)
    plaatsen = models.PositiveSmallIntegerField("aantal plaatsen", default=1)
    eisen = models.CharField("wat nodig is", max_length=300, blank=True)
    open_op = models.DateField("open sinds")
    status = toestandsveld(VacatureStatus, begin=VacatureStatus.OPEN)
    gesloten_op = models.DateField("gesloten op", null=True, blank=True)

    class Meta:
        verbose_name = "vacature"
        verbose_name_plural = "vacatures"
        ordering = ["-open_op", "-pk"]
        constraints = [
            een_van("vacature_status_bekend", "status", VacatureStatus.values),
            bewijs(
                "vacature_gesloten_bewezen",
                "gesloten_op",
                bij=[VacatureStatus.VERVULD, VacatureStatus.VERVALLEN],
            ),
            models.CheckConstraint(
                name="vacature_met_uren",
                condition=Q(uren_per_week__gt=0, uren_per_week__lte=60, plaatsen__gte=1),
            ),
        ]

    def __str__(self) -> str:
        return self.functie

    @overgang(van=VacatureStatus.OPEN, naar=VacatureStatus.VERVULD)
    def vervullen(self, *, op: date) -> None:
        self.gesloten_op = op

    @overgang(van=VacatureStatus.OPEN, naar=VacatureStatus.VERVALLEN)
    def laten_vervallen(self, *, op: date) -> None:
        self.gesloten_op = op

    @overgang(van=[VacatureStatus.VERVULD, VacatureStatus.VERVALLEN], naar=VacatureStatus.OPEN)
    def heropenen(self) -> None:
        self.gesloten_op = None


class Plaatsing(DossierRij, Toestandsrij):
    """Somebody at a place or at work; exactly one of `plek` and `vacature`.

    `traject` is None for the ondertussengroep. `subsidie_bedrag` is euro per month.
    """

    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="plaatsingen"
    )
    traject = models.ForeignKey(
        Traject, on_delete=models.PROTECT, null=True, blank=True, related_name="plaatsingen"
    )
    plek = models.ForeignKey(
        Participatieplek,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="plaatsingen",
    )
    vacature = models.ForeignKey(
        Vacature, on_delete=models.PROTECT, null=True, blank=True, related_name="plaatsingen"
    )
    uren_per_week = models.DecimalField("uren per week", max_digits=4, decimal_places=1)
    aangemeld_op = models.DateField("aangemeld op")
    status = toestandsveld(PlaatsingStatus, begin=PlaatsingStatus.AANGEMELD)
    start_op = models.DateField("gestart op", null=True, blank=True)
    eind_op = models.DateField("laatste dag", null=True, blank=True)
    subsidie = models.CharField(
        "subsidie", max_length=16, choices=SubsidieSoort.choices, blank=True
    )
    subsidie_bedrag = models.DecimalField(
        "subsidie per maand", max_digits=8, decimal_places=2, null=True, blank=True
    )
    subsidie_eind_op = models.DateField("subsidie tot en met", null=True, blank=True)
    subsidie_besproken_op = models.DateField(
        "besproken hoe het verder gaat na de subsidie", null=True, blank=True
    )
    uitkomst = models.CharField(
        "uitkomst", max_length=12, choices=PlaatsingUitkomst.choices, blank=True
    )
    reden = models.CharField("toelichting", max_length=300, blank=True)

    class Meta:
        verbose_name = "plaatsing"
        verbose_name_plural = "plaatsingen"
        ordering = ["-aangemeld_op", "-pk"]
        constraints = [
            een_van("plaatsing_status_bekend", "status", PlaatsingStatus.values),
            een_van("plaatsing_subsidie_bekend", "subsidie", SubsidieSoort.values),
            een_van("plaatsing_uitkomst_bekend", "uitkomst", ["", *PlaatsingUitkomst.values]),
            models.CheckConstraint(
                name="plaatsing_plek_of_werk",
                condition=Q(plek__isnull=False, vacature=None)
                | Q(plek=None, vacature__isnull=False),
            ),
            bewijs(
                "plaatsing_gestart_bewezen",
                "start_op",
                bij=[PlaatsingStatus.GESTART, PlaatsingStatus.BEEINDIGD],
            ),
            bewijs(
                "plaatsing_einde_bewezen",
                "eind_op",
                bij=[PlaatsingStatus.BEEINDIGD],
                tekst=["uitkomst"],
            ),
            models.CheckConstraint(
                name="plaatsing_niet_doorgegaan_met_reden",
                condition=~Q(status=PlaatsingStatus.NIET_DOORGEGAAN) | ~Q(reden=""),
            ),
            op_volgorde("plaatsing_op_volgorde"),
            op_volgorde("plaatsing_aangemeld_eerst", "aangemeld_op", "start_op"),
            models.CheckConstraint(
                name="plaatsing_met_uren",
                condition=Q(uren_per_week__gt=0, uren_per_week__lte=60),
            ),
            models.CheckConstraint(
                name="plaatsing_bedrag_bij_subsidie",
                condition=Q(subsidie_bedrag=None) | (Q(subsidie_bedrag__gte=0) & ~Q(subsidie="")),
            ),
            models.CheckConstraint(
                name="plaatsing_besproken_bij_einde_subsidie",
                condition=Q(subsidie_besproken_op=None) | Q(subsidie_eind_op__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return "plaatsing"

    @property
    def waar(self) -> str:
        """The place, or the work with who gives it; both asked for with the row."""
        if self.plek is not None:
            return self.plek.naam
        assert self.vacature is not None  # the database says so
        return f"{self.vacature.werkgever.naam} ({self.vacature.functie})"

    @overgang(van=PlaatsingStatus.AANGEMELD, naar=PlaatsingStatus.GESTART)
    def starten(self, *, op: date) -> None:
        self.start_op = op

    @overgang(van=PlaatsingStatus.AANGEMELD, naar=PlaatsingStatus.NIET_DOORGEGAAN)
    def niet_doorgaan(self, *, reden: str) -> None:
        self.reden = reden

    @overgang(van=PlaatsingStatus.GESTART, naar=PlaatsingStatus.BEEINDIGD)
    def beeindigen(self, *, op: date, uitkomst: PlaatsingUitkomst, reden: str = "") -> None:
        self.eind_op, self.uitkomst, self.reden = op, uitkomst, reden

    @overgang(van=PlaatsingStatus.BEEINDIGD, naar=PlaatsingStatus.GESTART)
    def hervatten(self) -> None:
        """It goes on after all."""
        self.eind_op, self.uitkomst, self.reden = None, "", ""

    @overgang(van=PlaatsingStatus.NIET_DOORGEGAAN, naar=PlaatsingStatus.AANGEMELD)
    def opnieuw_aanmelden(self) -> None:
        """It may still begin."""
        self.reden = ""


class Vrijwilliger(Rij):
    """A taalcoach or taalmaatje: who, which languages, which village."""

    geen_persoon: ClassVar[str] = "een vrijwilliger is geen inburgeraar; bewaard zolang die helpt"

    naam = models.CharField("naam", max_length=120)
    soort = models.CharField("soort", max_length=12, choices=VrijwilligerSoort.choices)
    talen = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    dorp = models.CharField("dorp", max_length=80)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    partner = models.ForeignKey(
        Partnerorganisatie,
        verbose_name="via",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="vrijwilligers",
    )
    vog_op = models.DateField("datum van de VOG", null=True, blank=True)
    hoogstens = models.PositiveSmallIntegerField("hoeveel mensen tegelijk", default=1)
    gestopt_op = models.DateField("gestopt op", null=True, blank=True)

    class Meta:
        verbose_name = "vrijwilliger"
        verbose_name_plural = "vrijwilligers"
        ordering = ["naam", "pk"]
        constraints = [een_van("vrijwilliger_soort_bekend", "soort", VrijwilligerSoort.values)]

    def __str__(self) -> str:
        return self.naam


class Taalkoppel(DossierRij, Rij):
    """A volunteer and an inburgeraar who meet, from `start_op` to `eind_op` (inclusive)."""

    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="taalkoppels"
    )
    vrijwilliger = models.ForeignKey(
        Vrijwilliger, on_delete=models.PROTECT, related_name="taalkoppels"
    )
    doel = models.CharField("waarvoor", max_length=200, blank=True)
    start_op = models.DateField("vanaf")
    eind_op = models.DateField("tot en met", null=True, blank=True)
    reden = models.CharField("reden van het einde", max_length=200, blank=True)

    class Meta:
        verbose_name = "taalkoppel"
        verbose_name_plural = "taalkoppels"
        ordering = ["-start_op", "-pk"]
        constraints = [
            op_volgorde("taalkoppel_op_volgorde"),
            models.UniqueConstraint(
                fields=["inburgeraar", "vrijwilliger"],
                name="taalkoppel_een_keer_tegelijk",
                condition=Q(eind_op=None),
            ),
        ]

    def __str__(self) -> str:
        return "taalkoppel"
