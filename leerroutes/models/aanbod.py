"""The course the municipality offers (Wi 16), and the lessons somebody follows."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from inburgering.beloften import bewijs, een_van, op_volgorde
from inburgering.models import Inburgeraar
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from leerroutes.enums import AanbodStatus, DeelnameStatus, Lessoort
from leerroutes.models.aanbieder import Aanbieder
from leerroutes.models.traject import Traject

LOPEND_AANBOD = [AanbodStatus.GEDAAN, AanbodStatus.AANVAARD, AanbodStatus.GESTART]


class Inburgeringsaanbod(DossierRij, Toestandsrij):
    """An offer to an asielstatushouder. Expected days are inclusive.

    `wachtlijst_op`: since when somebody who accepted waits for a place. What follows from starting
    is the `Deelname` of this offer.
    """

    inburgeraar = models.ForeignKey(Inburgeraar, on_delete=models.PROTECT, related_name="aanboden")
    traject = models.ForeignKey(Traject, on_delete=models.PROTECT, related_name="aanboden")
    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.PROTECT, related_name="aanboden")
    lessoort = models.CharField("soort les", max_length=16, choices=Lessoort.choices)
    uren_per_week = models.DecimalField("uren per week", max_digits=4, decimal_places=1)
    gedaan_op = models.DateField("aangeboden op")
    verwachte_start_op = models.DateField("verwachte start", null=True, blank=True)
    verwacht_eind_op = models.DateField("verwacht einde (tot en met)", null=True, blank=True)
    status = toestandsveld(AanbodStatus, begin=AanbodStatus.GEDAAN)
    aanvaard_op = models.DateField("aanvaard op", null=True, blank=True)
    wachtlijst_op = models.DateField("op de wachtlijst sinds", null=True, blank=True)
    geweigerd_op = models.DateField("geweigerd op", null=True, blank=True)
    gestart_op = models.DateField("gestart op", null=True, blank=True)
    beeindigd_op = models.DateField("beëindigd op", null=True, blank=True)
    reden = models.CharField("reden", max_length=300, blank=True)

    class Meta:
        verbose_name = "inburgeringsaanbod"
        verbose_name_plural = "inburgeringsaanbod"
        ordering = ["-gedaan_op", "-pk"]
        constraints = [
            een_van("aanbod_status_bekend", "status", AanbodStatus.values),
            een_van("aanbod_lessoort_bekend", "lessoort", Lessoort.values),
            bewijs("aanbod_geweigerd_bewezen", "geweigerd_op", bij=[AanbodStatus.GEWEIGERD]),
            bewijs("aanbod_beeindigd_bewezen", "beeindigd_op", bij=[AanbodStatus.BEEINDIGD]),
            models.CheckConstraint(
                name="aanbod_reden_bij_einde",
                condition=~Q(status__in=[AanbodStatus.GEWEIGERD, AanbodStatus.BEEINDIGD])
                | ~Q(reden=""),
            ),
            models.CheckConstraint(
                name="aanbod_aanvaard_bewezen",
                condition=~Q(status__in=[AanbodStatus.AANVAARD, AanbodStatus.GESTART])
                | Q(aanvaard_op__isnull=False),
            ),
            models.CheckConstraint(
                name="aanbod_gestart_bewezen",
                condition=~Q(status=AanbodStatus.GESTART) | Q(gestart_op__isnull=False),
            ),
            op_volgorde("aanbod_verwacht_op_volgorde", "verwachte_start_op", "verwacht_eind_op"),
            op_volgorde("aanbod_gestart_op_volgorde", "gedaan_op", "gestart_op"),
            models.CheckConstraint(
                name="aanbod_uren_bekend", condition=Q(uren_per_week__gt=0, uren_per_week__lte=60)
            ),
            models.UniqueConstraint(
                fields=["inburgeraar", "aanbieder", "lessoort"],
                name="aanbod_een_lopend_per_school",
                condition=Q(status__in=LOPEND_AANBOD),
            ),
        ]

    def __str__(self) -> str:
        return f"aanbod {self.gedaan_op:%d-%m-%Y}"

    @overgang(van=AanbodStatus.GEDAAN, naar=AanbodStatus.AANVAARD)
    def aanvaarden(self, *, op: date) -> None:
        self.aanvaard_op = op

    @overgang(van=AanbodStatus.GEDAAN, naar=AanbodStatus.GEWEIGERD)
    def weigeren(self, *, op: date, reden: str) -> None:
        self.geweigerd_op, self.reden = op, reden

    @overgang(van=[AanbodStatus.AANVAARD, AanbodStatus.GEWEIGERD], naar=AanbodStatus.GEDAAN)
    def antwoord_terugnemen(self) -> None:
        """The answer was recorded by mistake: the offer waits for one again."""
        self.aanvaard_op = self.geweigerd_op = self.wachtlijst_op = None
        self.reden = ""

    @overgang(van=AanbodStatus.AANVAARD, naar=AanbodStatus.GESTART)
    def starten(self, *, op: date) -> None:
        self.gestart_op = op

    @overgang(van=LOPEND_AANBOD, naar=AanbodStatus.BEEINDIGD)
    def beeindigen(self, *, op: date, reden: str) -> None:
        """Also an offer that never started: the school has no place, the person moved."""
        self.beeindigd_op, self.reden = op, reden


class Deelname(DossierRij, Toestandsrij):
    """Lessons that somebody follows at a school; hours are recorded on it.

    From an offer (`aanbod`), or found and paid by a gezins- or overige migrant.
    """

    inburgeraar = models.ForeignKey(Inburgeraar, on_delete=models.PROTECT, related_name="deelnames")
    traject = models.ForeignKey(Traject, on_delete=models.PROTECT, related_name="deelnames")
    aanbieder = models.ForeignKey(Aanbieder, on_delete=models.PROTECT, related_name="deelnames")
    aanbod = models.OneToOneField(
        Inburgeringsaanbod,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="deelname",
    )
    lessoort = models.CharField("soort les", max_length=16, choices=Lessoort.choices)
    groep = models.CharField("groep", max_length=60, blank=True)
    uren_per_week = models.DecimalField("uren per week", max_digits=4, decimal_places=1)
    status = toestandsveld(DeelnameStatus, begin=DeelnameStatus.GESTART)
    start_op = models.DateField("eerste les")
    eind_op = models.DateField("laatste les", null=True, blank=True)
    reden = models.CharField("reden van het einde", max_length=200, blank=True)

    class Meta:
        verbose_name = "deelname"
        verbose_name_plural = "deelnames"
        ordering = ["-start_op", "-pk"]
        constraints = [
            een_van("deelname_status_bekend", "status", DeelnameStatus.values),
            een_van("deelname_lessoort_bekend", "lessoort", Lessoort.values),
            bewijs(
                "deelname_einde_bewezen",
                "eind_op",
                bij=[DeelnameStatus.BEEINDIGD],
                tekst=["reden"],
            ),
            op_volgorde("deelname_op_volgorde"),
            models.CheckConstraint(
                name="deelname_uren_bekend",
                condition=Q(uren_per_week__gt=0, uren_per_week__lte=60),
            ),
        ]

    def __str__(self) -> str:
        return f"deelname vanaf {self.start_op:%d-%m-%Y}"

    @overgang(van=DeelnameStatus.GESTART, naar=DeelnameStatus.BEEINDIGD)
    def beeindigen(self, *, op: date, reden: str) -> None:
        self.eind_op, self.reden = op, reden

    @overgang(van=DeelnameStatus.BEEINDIGD, naar=DeelnameStatus.GESTART)
    def hervatten(self) -> None:
        """It goes on after all."""
        self.eind_op, self.reden = None, ""
