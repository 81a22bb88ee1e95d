"""The handover of a household by COA, and the home that is found for it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q, TextChoices

from inburgering.beloften import bewijs, een_van, op_volgorde, samen
from inburgering.models import Afspraak, Gezin, Gezinslid
from inburgering.models.zicht import zichtbare_dossiers
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from medewerkers.models import BewaakteQuerySet, Medewerker


class OverdrachtStatus(TextChoices):
    ONTVANGEN = "ontvangen", "Ontvangen"
    VERWERKT = "verwerkt", "Verwerkt"
    AFGEROND = "afgerond", "Afgerond"
    INGETROKKEN = "ingetrokken", "Ingetrokken"


class HuisvestingStatus(TextChoices):
    GEZOCHT = "gezocht", "Woning gezocht"
    TOEGEWEZEN = "toegewezen", "Woning toegewezen"
    BEZICHTIGD = "bezichtigd", "Woning bezichtigd"
    GEACCEPTEERD = "geaccepteerd", "Geaccepteerd"
    GEWEIGERD = "geweigerd", "Geweigerd"
    VERHUISD = "verhuisd", "Verhuisd"


class OverdrachtQuerySet(BewaakteQuerySet["Overdracht"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        """A handover of which at least one dossier is visible."""
        leden = Gezinslid.objects.filter(
            persoon__inburgeraar__in=zichtbare_dossiers(medewerker).values("pk")
        )
        return self.filter(gezin__in=leden.values("gezin"))


class Overdracht(Toestandsrij):
    """What COA (through TVS) handed over: a household, where it is, and what kind of home it needs.

    `ontvangen → verwerkt` when OOV has taken the data in, `→ afgerond` when all are registered.
    """

    pad_naar_persoon: ClassVar[str] = "gezin__leden__persoon"

    gezin = models.OneToOneField(Gezin, on_delete=models.PROTECT, related_name="overdracht")
    azc = models.CharField("AZC", max_length=80)
    koppeling_op = models.DateField("gekoppeld op", help_text="De dag van koppeling door het COA.")
    verwacht_op = models.DateField("verwachte verhuizing", null=True, blank=True)
    contact_coa = models.CharField("contactpersoon COA", max_length=120, blank=True)
    regioadvies = models.TextField("regioadvies", blank=True)
    kamers = models.PositiveSmallIntegerField("slaapkamers nodig", null=True, blank=True)
    begane_grond = models.BooleanField("begane grond nodig", default=False)
    rolstoel = models.BooleanField("rolstoelgeschikt nodig", default=False)
    status = toestandsveld(OverdrachtStatus, begin=OverdrachtStatus.ONTVANGEN)
    ontvangen_op = models.DateField("ontvangen op")
    verwerkt_op = models.DateField("verwerkt op", null=True, blank=True)
    verwerkt_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    afgerond_op = models.DateField("afgerond op", null=True, blank=True)
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    reden = models.CharField("reden", max_length=200, blank=True)
    gesprek = models.OneToOneField(
        Afspraak, on_delete=models.PROTECT, null=True, blank=True, related_name="overdracht"
    )

    objects: ClassVar = models.Manager.from_queryset(OverdrachtQuerySet)()

    class Meta:
        verbose_name = "overdracht"
        verbose_name_plural = "overdrachten"
        ordering = ["koppeling_op", "pk"]
        constraints = [
            een_van("overdracht_status_bekend", "status", OverdrachtStatus.values),
            models.CheckConstraint(
                name="overdracht_verwerkt_bewezen",
                condition=Q(
                    status__in=[OverdrachtStatus.VERWERKT, OverdrachtStatus.AFGEROND],
                    verwerkt_op__isnull=False,
                )
                | Q(status=OverdrachtStatus.ONTVANGEN, verwerkt_op=None)
                | Q(status=OverdrachtStatus.INGETROKKEN),
            ),
            samen("overdracht_verwerkt_door", "verwerkt_op", "verwerkt_door"),
            bewijs("overdracht_afgerond_bewezen", "afgerond_op", bij=[OverdrachtStatus.AFGEROND]),
            bewijs(
                "overdracht_ingetrokken_bewezen",
                "ingetrokken_op",
                bij=[OverdrachtStatus.INGETROKKEN],
                tekst=["reden"],
            ),
        ]

    def __str__(self) -> str:
        return f"overdracht {self.pk}"

    @overgang(van=OverdrachtStatus.ONTVANGEN, naar=OverdrachtStatus.VERWERKT)
    def verwerken(self, *, op: date, door: Medewerker) -> None:
        """The data of COA are taken in; the talk and the home are asked for."""
        self.verwerkt_op, self.verwerkt_door = op, door

    @overgang(van=OverdrachtStatus.VERWERKT, naar=OverdrachtStatus.AFGEROND)
    def afronden(self, *, op: date) -> None:
        """The talk was held, and everybody lives here and is registered."""
        self.afgerond_op = op

    @overgang(
        van=[OverdrachtStatus.ONTVANGEN, OverdrachtStatus.VERWERKT],
        naar=OverdrachtStatus.INGETROKKEN,
    )
    def intrekken(self, *, op: date, reden: str) -> None:
        self.ingetrokken_op, self.reden = op, reden


class HuisvestingQuerySet(BewaakteQuerySet["Huisvesting"]):
    def zichtbaar_voor(self, medewerker: Medewerker) -> Self:
        return self.filter(
            overdracht__in=Overdracht.objects.zichtbaar_voor(medewerker).values("pk")
        )


class Huisvesting(Toestandsrij):
    """The search for one home: looked for, assigned, seen, accepted or refused, moved in.

    After a refusal a new search is a new row, so the refused home stays on record.
    """

    pad_naar_persoon: ClassVar[str] = "overdracht__gezin__leden__persoon"

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
    toegewezen_op = models.DateField("toegewezen op", null=True, blank=True)
    bezichtigd_op = models.DateField("bezichtigd op", null=True, blank=True)
    beslist_op = models.DateField("geaccepteerd of geweigerd op", null=True, blank=True)
    reden_weigering = models.CharField("reden van weigeren", max_length=200, blank=True)
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
                condition=~Q(status=HuisvestingStatus.GEWEIGERD),
            ),
        ]

    def __str__(self) -> str:
        return self.adres or "woning gezocht"

    @property
    def adres(self) -> str:
        if not self.straat:
            return ""
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
    def accepteren(self, *, op: date, huur_vanaf: date | None) -> None:
        self.beslist_op, self.huur_vanaf = op, huur_vanaf

    @overgang(
        van=[HuisvestingStatus.TOEGEWEZEN, HuisvestingStatus.BEZICHTIGD],
        naar=HuisvestingStatus.GEWEIGERD,
    )
    def weigeren(self, *, op: date, reden: str) -> None:
        self.beslist_op, self.reden_weigering = op, reden

    @overgang(van=HuisvestingStatus.GEACCEPTEERD, naar=HuisvestingStatus.VERHUISD)
    def verhuizen(self, *, op: date) -> None:
        self.verhuisd_op = op
