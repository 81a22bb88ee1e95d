"""Fixed costs of a household, what they are over time, and the way to independence."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from inburgering.beloften import een_van, geen_overlap, op_volgorde, samen
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from medewerkers.models import Medewerker, Partnerorganisatie, Rij
from ontzorgen.enums import LASTSOORTEN, CoachOnderwerp, CoachStatus, Zelfstandigheid
from ontzorgen.models.crediteur import Crediteur
from ontzorgen.models.uitkering import Uitkering
from wet.ontzorgen import VOLGORDE, Lastsoort

Z = Zelfstandigheid


class VasteLast(DossierRij, Toestandsrij):
    """A cost of a household by its contract: from `start_op` up to and including `eind_op`.

    `code` marks its payments at the bank; it is random, so that it never comes back for another.
    `betalen_vanaf` is the first month we pay (its first day), `zelf_vanaf` the first month the
    household pays again. `weggelaten_reden`: a cost of the law that we do not pay, and why.
    """

    pad_naar_dossier: ClassVar[str] = "uitkering__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "uitkering__inburgeraar__persoon"

    uitkering = models.ForeignKey(Uitkering, on_delete=models.PROTECT, related_name="lasten")
    status = toestandsveld(Z, begin=Z.WIJ_BETALEN)
    code = models.CharField("kenmerk bij de bank", max_length=12, unique=True, editable=False)
    soort = models.CharField("soort", max_length=24, choices=LASTSOORTEN)
    crediteur = models.ForeignKey(
        Crediteur, on_delete=models.PROTECT, null=True, blank=True, related_name="lasten"
    )
    kenmerk = models.CharField("kenmerk of klantnummer", max_length=35, blank=True)
    start_op = models.DateField("contract vanaf")
    eind_op = models.DateField("contract tot en met", null=True, blank=True)
    betalen_vanaf = models.DateField("wij betalen vanaf", null=True, blank=True)
    zelf_vanaf = models.DateField("betaalt zelf vanaf", null=True, blank=True)
    akkoord_op = models.DateField("vrijwillige afspraak getekend op", null=True, blank=True)
    weggelaten_reden = models.CharField("waarom wij dit niet betalen", max_length=200, blank=True)

    class Meta:
        verbose_name = "vaste last"
        verbose_name_plural = "vaste lasten"
        ordering = ["uitkering_id", "soort", "start_op", "pk"]
        constraints = [
            een_van("last_status_bekend", "status", Z.values),
            een_van("last_soort_bekend", "soort", [s.value for s in Lastsoort]),
            op_volgorde("last_op_volgorde"),
            models.CheckConstraint(
                name="last_betaald_of_weggelaten",
                condition=Q(weggelaten_reden="", crediteur__isnull=False, betalen_vanaf__day=1)
                | (~Q(weggelaten_reden="") & Q(betalen_vanaf=None)),
            ),
            models.CheckConstraint(
                name="last_andere_alleen_met_afspraak",
                condition=Q(soort__in=[s.value for s in VOLGORDE])
                | Q(akkoord_op__isnull=False)
                | ~Q(weggelaten_reden=""),
            ),
            models.CheckConstraint(
                name="last_zelf_vanaf_bewezen",
                condition=(
                    Q(status__in=[Z.WIJ_BETALEN, Z.KIJKT_MEE], zelf_vanaf=None)
                    | Q(status__in=[Z.WIJ_KIJKEN_MEE, Z.ZELFSTANDIG], zelf_vanaf__day=1)
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_soort_display())

    @property
    def wordt_betaald(self) -> bool:
        """Whether it is one of the costs that we pay at all."""
        return self.betalen_vanaf is not None

    @overgang(van=Z.WIJ_BETALEN, naar=Z.KIJKT_MEE)
    def laten_meekijken(self) -> None:
        """We pay and the household watches."""

    @overgang(van=[Z.WIJ_BETALEN, Z.KIJKT_MEE], naar=Z.WIJ_KIJKEN_MEE)
    def overdragen(self, *, vanaf: date) -> None:
        """The household pays from the month of `vanaf` on, and we watch."""
        self.zelf_vanaf = vanaf

    @overgang(van=Z.WIJ_KIJKEN_MEE, naar=Z.ZELFSTANDIG)
    def afronden(self) -> None:
        """It goes well without us."""

    @overgang(van=[Z.KIJKT_MEE, Z.WIJ_KIJKEN_MEE, Z.ZELFSTANDIG], naar=Z.WIJ_BETALEN)
    def terugnemen(self) -> None:
        """It went wrong: we pay again, from the first month that is not settled."""
        self.zelf_vanaf = None


class Lastbedrag(DossierRij, Rij):
    """What a cost is per month, from `start_op` up to and including `eind_op`.

    Whole months: a new amount begins on a first day, so that a month has one amount.
    """

    pad_naar_dossier: ClassVar[str] = "last__uitkering__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "last__uitkering__inburgeraar__persoon"

    last = models.ForeignKey(VasteLast, on_delete=models.PROTECT, related_name="bedragen")
    start_op = models.DateField("vanaf")
    eind_op = models.DateField("tot en met", null=True, blank=True)
    maand_bedrag = models.DecimalField("bedrag per maand", max_digits=8, decimal_places=2)

    class Meta:
        verbose_name = "bedrag van een vaste last"
        verbose_name_plural = "bedragen van vaste lasten"
        ordering = ["last_id", "start_op"]
        constraints = [
            geen_overlap("lastbedrag_een_tegelijk", "last"),
            op_volgorde("lastbedrag_op_volgorde"),
            models.CheckConstraint(name="lastbedrag_boven_nul", condition=Q(maand_bedrag__gt=0)),
            models.CheckConstraint(name="lastbedrag_hele_maanden", condition=Q(start_op__day=1)),
        ]

    def __str__(self) -> str:
        return f"{self.maand_bedrag} vanaf {self.start_op:%d-%m-%Y}"


class Coachmoment(DossierRij, Toestandsrij):
    """A talk about money with a coach. Without amounts: the partner sees it."""

    inburgeraar = models.ForeignKey(
        Inburgeraar, on_delete=models.PROTECT, related_name="coachmomenten"
    )
    status = toestandsveld(CoachStatus, begin=CoachStatus.GEPLAND)
    op = models.DateField("datum")
    onderwerp = models.CharField("onderwerp", max_length=10, choices=CoachOnderwerp.choices)
    organisatie = models.ForeignKey(
        Partnerorganisatie, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    coach = models.CharField("coach", max_length=120, blank=True)
    afspraken = models.CharField("wat is afgesproken, zonder bedragen", max_length=500, blank=True)
    gehouden_op = models.DateField("gehouden op", null=True, blank=True)
    gehouden_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    vervallen_reden = models.CharField("waarom niet", max_length=200, blank=True)

    class Meta:
        verbose_name = "coachmoment"
        verbose_name_plural = "coachmomenten"
        ordering = ["-op", "-pk"]
        constraints = [
            een_van("coachmoment_status_bekend", "status", CoachStatus.values),
            een_van("coachmoment_onderwerp_bekend", "onderwerp", CoachOnderwerp.values),
            samen("coachmoment_gehouden_samen", "gehouden_op", "gehouden_door"),
            models.CheckConstraint(
                name="coachmoment_gehouden_bewezen",
                condition=Q(status=CoachStatus.GEHOUDEN, gehouden_op__isnull=False)
                | (~Q(status=CoachStatus.GEHOUDEN) & Q(gehouden_op=None)),
            ),
            models.CheckConstraint(
                name="coachmoment_vervallen_zegt_waarom",
                condition=~Q(status=CoachStatus.VERVALLEN) | ~Q(vervallen_reden=""),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_onderwerp_display())

    @overgang(van=CoachStatus.GEPLAND, naar=CoachStatus.GEHOUDEN)
    def houden(self, *, op: date, door: Medewerker, afspraken: str) -> None:
        self.gehouden_op, self.gehouden_door, self.afspraken = op, door, afspraken

    @overgang(van=CoachStatus.GEPLAND, naar=CoachStatus.VERVALLEN)
    def laten_vervallen(self, *, reden: str) -> None:
        self.vervallen_reden = reden

    @overgang(van=[CoachStatus.GEHOUDEN, CoachStatus.VERVALLEN], naar=CoachStatus.GEPLAND)
    def terugzetten(self) -> None:
        """Recorded by mistake."""
        self.gehouden_op = self.gehouden_door = None
        self.vervallen_reden = ""
