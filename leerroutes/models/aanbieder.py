"""Who gives lessons, places and guidance: providers, their marks, contracts and complaints."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from inburgering.beloften import bewijs, een_van, geen_overlap, op_volgorde, samen
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from leerroutes.enums import AanbiederSoort, KeurmerkSoort, KlachtStatus, TariefEenheid
from medewerkers.models import Medewerker, Partnerorganisatie, Rij


class Aanbieder(Rij):
    """An organisation that gives lessons, places or guidance.

    `instellingsnummer` is DUO's (ten digits). `partner`: its people log in here.
    """

    geen_persoon: ClassVar[str] = "een organisatie"

    naam = models.CharField("naam", max_length=120, unique=True)
    soorten = ArrayField(
        models.CharField(max_length=12, choices=AanbiederSoort.choices),
        verbose_name="wat zij geeft",
        default=list,
    )
    instellingsnummer = models.CharField("instellingsnummer DUO", max_length=10, blank=True)
    plaats = models.CharField("plaats", max_length=80, blank=True)
    contactpersoon = models.CharField("contactpersoon", max_length=120, blank=True)
    telefoon = models.CharField("telefoon", max_length=20, blank=True)
    email = models.EmailField("e-mailadres", blank=True)
    website = models.URLField("website", blank=True)
    partner = models.OneToOneField(
        Partnerorganisatie,
        verbose_name="partner die hier inlogt",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="aanbieder",
    )
    gestopt_op = models.DateField("niet meer gebruikt vanaf", null=True, blank=True)

    class Meta:
        verbose_name = "aanbieder"
        verbose_name_plural = "aanbieders"
        ordering = ["naam"]
        constraints = [
            models.CheckConstraint(
                name="aanbieder_soorten_bekend",
                condition=Q(soorten__contained_by=AanbiederSoort.values) & ~Q(soorten=[]),
            ),
            models.CheckConstraint(
                name="aanbieder_nummer_tien_cijfers",
                condition=Q(instellingsnummer="") | Q(instellingsnummer__regex=r"^\d{10}$"),
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Keurmerk(Rij):
    """A mark over time; `eind_op` is the last day (inclusive), None while no end is known."""

    geen_persoon: ClassVar[str] = "van een organisatie"

    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.PROTECT, related_name="keurmerken")
    soort = models.CharField("soort", max_length=14, choices=KeurmerkSoort.choices)
    nummer = models.CharField("nummer of kenmerk", max_length=40, blank=True)
    start_op = models.DateField("geldig vanaf")
    eind_op = models.DateField("geldig tot en met", null=True, blank=True)
    gecontroleerd_op = models.DateField("gecontroleerd in het register op", null=True, blank=True)

    class Meta:
        verbose_name = "keurmerk"
        verbose_name_plural = "keurmerken"
        ordering = ["aanbieder", "soort", "-start_op"]
        constraints = [
            een_van("keurmerk_soort_bekend", "soort", KeurmerkSoort.values),
            op_volgorde("keurmerk_op_volgorde"),
            geen_overlap("keurmerk_een_tegelijk", "aanbieder", "soort"),
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())


class Contract(Rij):
    """What was agreed with a provider. `capaciteit` is how many people at once; None: no limit.

    `regionaal`: from the joint tender of the region, with its `penvoerder`.
    """

    geen_persoon: ClassVar[str] = "met een organisatie"

    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.PROTECT, related_name="contracten")
    naam = models.CharField("naam", max_length=120)
    kenmerk = models.CharField("kenmerk", max_length=60, blank=True)
    perceel = models.CharField("perceel", max_length=80, blank=True)
    regionaal = models.BooleanField("regionale inkoop", default=False)
    penvoerder = models.CharField("penvoerder", max_length=120, blank=True)
    gemeenten = models.PositiveSmallIntegerField(
        "aantal deelnemende gemeenten", null=True, blank=True
    )
    start_op = models.DateField("vanaf")
    eind_op = models.DateField("tot en met", null=True, blank=True)
    opzeggen_voor_op = models.DateField("opzeggen of verlengen vóór", null=True, blank=True)
    capaciteit = models.PositiveSmallIntegerField("plaatsen tegelijk", null=True, blank=True)
    weken_tot_start = models.PositiveSmallIntegerField(
        "afgesproken weken van aanmelding tot start", null=True, blank=True
    )

    class Meta:
        verbose_name = "contract"
        verbose_name_plural = "contracten"
        ordering = ["aanbieder", "-start_op"]
        constraints = [op_volgorde("contract_op_volgorde")]

    def __str__(self) -> str:
        return self.naam


class Tarief(Rij):
    """A price of a contract over time, in euro without VAT."""

    geen_persoon: ClassVar[str] = "van een contract"

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="tarieven")
    onderdeel = models.CharField("waarvoor", max_length=80)
    eenheid = models.CharField("eenheid", max_length=8, choices=TariefEenheid.choices)
    bedrag = models.DecimalField("bedrag zonder btw", max_digits=9, decimal_places=2)
    start_op = models.DateField("vanaf")
    eind_op = models.DateField("tot en met", null=True, blank=True)

    class Meta:
        verbose_name = "tarief"
        verbose_name_plural = "tarieven"
        ordering = ["contract", "onderdeel", "-start_op"]
        constraints = [
            een_van("tarief_eenheid_bekend", "eenheid", TariefEenheid.values),
            op_volgorde("tarief_op_volgorde"),
            geen_overlap("tarief_een_tegelijk", "contract", "onderdeel"),
            models.CheckConstraint(name="tarief_niet_negatief", condition=Q(bedrag__gte=0)),
        ]

    def __str__(self) -> str:
        return self.onderdeel


class Contractgesprek(Rij):
    geen_persoon: ClassVar[str] = "gesprek met een organisatie"

    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.PROTECT, related_name="gesprekken")
    op = models.DateField("datum")
    met = models.CharField("met wie", max_length=200, blank=True)
    verslag = models.TextField("wat is besproken")
    afspraken = models.TextField("afspraken", blank=True)
    volgend_op = models.DateField("volgend gesprek", null=True, blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "contractgesprek"
        verbose_name_plural = "contractgesprekken"
        ordering = ["-op", "-pk"]

    def __str__(self) -> str:
        return f"contractgesprek {self.op:%d-%m-%Y}"


class Klacht(DossierRij, Toestandsrij):
    """A complaint about a provider; `inburgeraar` when it is somebody's and they want to be named.

    Who keeps contracts sees the complaint, never whose it is.
    """

    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.PROTECT, related_name="klachten")
    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, null=True, blank=True, related_name="klachten"
    )
    ontvangen_op = models.DateField("ontvangen op")
    onderwerp = models.CharField("onderwerp", max_length=120)
    tekst = models.TextField("klacht")
    status = toestandsveld(KlachtStatus, begin=KlachtStatus.ONTVANGEN)
    afgehandeld_op = models.DateField("afgehandeld op", null=True, blank=True)
    afgehandeld_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    uitkomst = models.TextField("uitkomst", blank=True)

    class Meta:
        verbose_name = "klacht"
        verbose_name_plural = "klachten"
        ordering = ["-ontvangen_op", "-pk"]
        constraints = [
            een_van("klacht_status_bekend", "status", KlachtStatus.values),
            bewijs(
                "klacht_afgehandeld_bewezen",
                "afgehandeld_op",
                bij=[KlachtStatus.AFGEHANDELD],
                tekst=["uitkomst"],
            ),
            samen("klacht_afgehandeld_door", "afgehandeld_op", "afgehandeld_door"),
            op_volgorde("klacht_op_volgorde", "ontvangen_op", "afgehandeld_op"),
        ]

    def __str__(self) -> str:
        return f"klacht {self.ontvangen_op:%d-%m-%Y}"

    @overgang(van=KlachtStatus.ONTVANGEN, naar=KlachtStatus.AFGEHANDELD)
    def afhandelen(self, *, op: date, door: Medewerker, uitkomst: str) -> None:
        self.afgehandeld_op, self.afgehandeld_door, self.uitkomst = op, door, uitkomst
