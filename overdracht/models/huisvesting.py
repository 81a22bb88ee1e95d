"""The home: those that are free, and the search of a household for one."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q, TextChoices

from inburgering.beloften import bewijs, een_van, op_volgorde
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from medewerkers.models import BewaakteQuerySet, Medewerker
from overdracht.models.overdracht import Overdracht


class WoningStatus(TextChoices):
    VRIJ = "vrij", "Vrij"
    TOEGEWEZEN = "toegewezen", "Toegewezen"
    BEWOOND = "bewoond", "Bewoond"
    VERVALLEN = "vervallen", "Vervallen"


class Woning(Toestandsrij):
    """A home that a corporation offers: free until a household is assigned to it.

    Who refuses gives it back; `vervallen` when the corporation takes it back.
    """

    geen_persoon = "een woning, met wie er woont in de huisvesting"

    straat = models.CharField("straat", max_length=80)
    huisnummer = models.CharField("huisnummer", max_length=12)
    postcode = models.CharField("postcode", max_length=7)
    plaats = models.CharField("plaats", max_length=80)
    corporatie = models.CharField("woningcorporatie", max_length=80, blank=True)
    kamers = models.PositiveSmallIntegerField("slaapkamers", null=True, blank=True)
    begane_grond = models.BooleanField("op de begane grond", default=False)
    rolstoel = models.BooleanField("rolstoelgeschikt", default=False)
    tijdelijk = models.BooleanField("tijdelijke huisvesting", default=False)
    sleutel_op = models.DateField("sleutel vanaf", null=True, blank=True)
    aangeboden_op = models.DateField("aangeboden op")
    status = toestandsveld(WoningStatus, begin=WoningStatus.VRIJ)
    reden = models.CharField("reden", max_length=200, blank=True)

    class Meta:
        verbose_name = "woning"
        verbose_name_plural = "woningen"
        ordering = ["sleutel_op", "pk"]
        constraints = [
            een_van("woning_status_bekend", "status", WoningStatus.values),
            models.CheckConstraint(
                name="woning_vervallen_met_reden",
                condition=~Q(status=WoningStatus.VERVALLEN) | ~Q(reden=""),
            ),
            models.UniqueConstraint(
                fields=["postcode", "huisnummer"],
                name="woning_een_aanbod_tegelijk",
                condition=Q(status__in=[WoningStatus.VRIJ, WoningStatus.TOEGEWEZEN]),
            ),
        ]

    def __str__(self) -> str:
        return self.adres

    @property
    def adres(self) -> str:
        return f"{self.straat} {self.huisnummer}, {self.postcode} {self.plaats}"

    @overgang(van=WoningStatus.VRIJ, naar=WoningStatus.TOEGEWEZEN)
    def toewijzen(self) -> None:
        """Kept for one household."""

    @overgang(van=WoningStatus.TOEGEWEZEN, naar=WoningStatus.VRIJ)
    def vrijgeven(self) -> None:
        """Refused, or the household does not come."""

    @overgang(van=WoningStatus.TOEGEWEZEN, naar=WoningStatus.BEWOOND)
    def bewonen(self) -> None: ...

    @overgang(van=WoningStatus.VRIJ, naar=WoningStatus.VERVALLEN)
    def laten_vervallen(self, *, reden: str) -> None:
        self.reden = reden


class HuisvestingStatus(TextChoices):
    GEZOCHT = "gezocht", "Woning gezocht"
    TOEGEWEZEN = "toegewezen", "Woning toegewezen"
    BEZICHTIGD = "bezichtigd", "Woning bezichtigd"
    GEACCEPTEERD = "geaccepteerd", "Geaccepteerd"
    GEWEIGERD = "geweigerd", "Geweigerd"
    VERHUISD = "verhuisd", "Verhuisd"


class HuisvestingQuerySet(BewaakteQuerySet["Huisvesting"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        return self.filter(
            overdracht__in=Overdracht.objects.zichtbaar_voor(medewerker).values("pk")
        )


class Huisvesting(Toestandsrij):
    """The search for one home: looked for, assigned, seen, accepted or refused, moved in.

    After a refusal a new search is a new row, so the refused home stays on record; so it is after
    a move into temporary housing. The address stands here as it was offered; `woning` is the home
    of the list it came from, empty for who moves in with family.
    """

    pad_naar_persoon: ClassVar[str] = "overdracht__leden__persoon"

    overdracht = models.ForeignKey(
        Overdracht, on_delete=models.PROTECT, related_name="huisvestingen"
    )
    status = toestandsveld(HuisvestingStatus, begin=HuisvestingStatus.GEZOCHT)
    gezocht_op = models.DateField("gezocht sinds")
    straat = models.CharField("straat", max_length=80, blank=True)
    huisnummer = models.CharField("huisnummer", max_length=12, blank=True)
    postcode = models.CharField("postcode", max_length=7, blank=True)
    plaats = models.CharField("plaats", max_length=80, blank=True)
    corporatie = models.CharField("woningcorporatie", max_length=80, blank=True)
    woning = models.ForeignKey(
        Woning, on_delete=models.PROTECT, null=True, blank=True, related_name="huisvestingen"
    )
    tijdelijk = models.BooleanField("tijdelijke huisvesting", default=False)
    geheim = models.BooleanField("geheim adres", default=False)
    sleutel_op = models.DateField("sleutel op", null=True, blank=True)
    toegewezen_op = models.DateField("toegewezen op", null=True, blank=True)
    bezichtigd_op = models.DateField("bezichtigd op", null=True, blank=True)
    beslist_op = models.DateField("geaccepteerd of geweigerd op", null=True, blank=True)
    reden_weigering = models.CharField("reden van weigeren", max_length=200, blank=True)
    procedure_coa = models.CharField("vervolg bij het COA", max_length=200, blank=True)
    afspraken_verhuizing = models.TextField("afspraken over de verhuizing", blank=True)
    afspraken_inschrijving = models.TextField("afspraken over de inschrijving", blank=True)
    afspraken_uitkering = models.TextField("afspraken over de uitkering", blank=True)
    huur_vanaf = models.DateField("huurcontract vanaf", null=True, blank=True)
    verhuisd_op = models.DateField("verhuisd op", null=True, blank=True)

    objects: ClassVar = models.Manager.from_queryset(HuisvestingQuerySet)()

    class Meta:
        verbose_name = "huisvesting"
        verbose_name_plural = "huisvestingen"
        ordering = ["-gezocht_op", "-pk"]
        constraints = [
            een_van("huisvesting_status_bekend", "status", HuisvestingStatus.values),
            bewijs(
                "huisvesting_toegewezen_bewezen",
                "toegewezen_op",
                bij=[s for s in HuisvestingStatus.values if s != HuisvestingStatus.GEZOCHT],
                tekst=["straat"],
            ),
            bewijs(
                "huisvesting_beslist_bewezen",
                "beslist_op",
                bij=[
                    HuisvestingStatus.GEACCEPTEERD,
                    HuisvestingStatus.GEWEIGERD,
                    HuisvestingStatus.VERHUISD,
                ],
            ),
            bewijs("huisvesting_verhuisd_bewezen", "verhuisd_op", bij=[HuisvestingStatus.VERHUISD]),
            models.CheckConstraint(
                name="huisvesting_geweigerd_met_reden",
                condition=~Q(status=HuisvestingStatus.GEWEIGERD) | ~Q(reden_weigering=""),
            ),
            op_volgorde("huisvesting_bezichtigd_na_toewijzing", "toegewezen_op", "bezichtigd_op"),
            models.UniqueConstraint(
                fields=["overdracht"],
                name="huisvesting_een_lopende",
                condition=~Q(status=HuisvestingStatus.GEWEIGERD)
                & ~Q(status=HuisvestingStatus.VERHUISD, tijdelijk=True),
            ),
            models.UniqueConstraint(
                fields=["woning"],
                name="huisvesting_een_gezin_per_woning",
                condition=~Q(status=HuisvestingStatus.GEWEIGERD),
            ),
        ]

    def __str__(self) -> str:
        return self.adres or "woning gezocht"

    @property
    def adres(self) -> str:
        if not self.straat:
            return ""
        if self.geheim:
            return "geheim adres"
        return f"{self.straat} {self.huisnummer}, {self.postcode} {self.plaats}".strip()

    @overgang(van=HuisvestingStatus.GEZOCHT, naar=HuisvestingStatus.TOEGEWEZEN)
    def toewijzen(self, *, op: date) -> None:
        """A home was assigned; its address is set before."""
        self.toegewezen_op = op

    @overgang(van=HuisvestingStatus.TOEGEWEZEN, naar=HuisvestingStatus.BEZICHTIGD)
    def bezichtigen(self, *, op: date) -> None:
        self.bezichtigd_op = op

    @overgang(
        van=[HuisvestingStatus.TOEGEWEZEN, HuisvestingStatus.BEZICHTIGD],
        naar=HuisvestingStatus.GEACCEPTEERD,
    )
    def accepteren(self, *, op: date, huur_vanaf: date | None, sleutel_op: date | None) -> None:
        self.beslist_op, self.huur_vanaf, self.sleutel_op = op, huur_vanaf, sleutel_op

    @overgang(
        van=[HuisvestingStatus.TOEGEWEZEN, HuisvestingStatus.BEZICHTIGD],
        naar=HuisvestingStatus.GEWEIGERD,
    )
    def weigeren(self, *, op: date, reden: str, procedure_coa: str) -> None:
        self.beslist_op, self.reden_weigering = op, reden
        self.procedure_coa = procedure_coa

    @overgang(
        van=[
            HuisvestingStatus.TOEGEWEZEN,
            HuisvestingStatus.BEZICHTIGD,
            HuisvestingStatus.GEACCEPTEERD,
        ],
        naar=HuisvestingStatus.GEWEIGERD,
    )
    def intrekken(self, *, op: date, reden: str) -> None:
        """The home falls through, or the household does not come."""
        self.beslist_op, self.reden_weigering = op, reden

    @overgang(van=HuisvestingStatus.GEACCEPTEERD, naar=HuisvestingStatus.VERHUISD)
    def verhuizen(self, *, op: date) -> None:
        self.verhuisd_op = op
