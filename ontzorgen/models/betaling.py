"""Payments, what was asked for beside the monthly terms, and what could not be paid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from inburgering.beloften import een_van, samen
from inburgering.models.zicht import DossierRij
from inburgering.statemachine import Toestandsrij, overgang, toestandsveld
from medewerkers.models import Medewerker, Rij
from ontzorgen.enums import BetalingSoort, BetalingStatus, TekortOplossing, TekortReden
from ontzorgen.models.batch import Betaalbatch
from ontzorgen.models.crediteur import Crediteurrekening
from ontzorgen.models.lasten import VasteLast
from ontzorgen.models.uitkering import EERSTE_DAG

B = BetalingStatus
MISLUKT = (B.GEWEIGERD, B.TERUGGEKOMEN)
"""The money is not with the creditor."""


class LastRij(DossierRij):
    """A row that hangs on a fixed cost."""

    pad_naar_dossier: ClassVar[str] = "last__uitkering__inburgeraar"
    pad_naar_persoon: ClassVar[str] = "last__uitkering__inburgeraar__persoon"

    class Meta:
        abstract = True


class Betaalverzoek(LastRij, Rij):
    """A payment beside the monthly term: asked for once, paid at most once.

    `herstelt` is the payment that failed and is made good; that can be done only once.
    """

    last = models.ForeignKey(VasteLast, on_delete=models.PROTECT, related_name="verzoeken")
    maand = models.DateField("over de maand")
    soort = models.CharField("soort", max_length=10, choices=BetalingSoort.choices)
    nummer = models.PositiveSmallIntegerField("nummer", default=1)
    bedrag = models.DecimalField("bedrag", max_digits=8, decimal_places=2)
    reden = models.CharField("waarom", max_length=200)
    herstelt = models.OneToOneField(
        "ontzorgen.Betaling",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="hersteld_door",
    )
    gevraagd_op = models.DateField("gevraagd op")
    gevraagd_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    ingetrokken_op = models.DateField("ingetrokken op", null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        Medewerker, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "verzoek om te betalen"
        verbose_name_plural = "verzoeken om te betalen"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="verzoek_eerste_dag", condition=EERSTE_DAG),
            models.CheckConstraint(name="verzoek_boven_nul", condition=Q(bedrag__gt=0)),
            een_van(
                "verzoek_soort_bekend",
                "soort",
                [BetalingSoort.NABETALING, BetalingSoort.CORRECTIE],
            ),
            models.UniqueConstraint(
                fields=["last", "maand", "soort", "nummer"], name="verzoek_een_per_nummer"
            ),
            samen("verzoek_ingetrokken_samen", "ingetrokken_op", "ingetrokken_door"),
        ]

    def __str__(self) -> str:
        return f"{self.get_soort_display()} over {self.maand:%m-%Y}"


class Betaling(LastRij, Toestandsrij):
    """One payment to a creditor, in the name of the household.

    Of a cost and a month there is one `termijn`, whatever happens. `verschuldigd_bedrag` is what
    was owed, `bedrag` what is paid, `tekort_bedrag` the rest. `feiten` is what it was based on.
    """

    batch = models.ForeignKey(Betaalbatch, on_delete=models.PROTECT, related_name="betalingen")
    last = models.ForeignKey(VasteLast, on_delete=models.PROTECT, related_name="betalingen")
    maand = models.DateField("over de maand")
    soort = models.CharField("soort", max_length=10, choices=BetalingSoort.choices)
    nummer = models.PositiveSmallIntegerField("nummer", default=1)
    status = toestandsveld(B, begin=B.KLAARGEZET)
    rekening = models.ForeignKey(
        Crediteurrekening, on_delete=models.PROTECT, related_name="betalingen"
    )
    verzoek = models.OneToOneField(
        Betaalverzoek, on_delete=models.PROTECT, null=True, blank=True, related_name="betaling"
    )
    verschuldigd_bedrag = models.DecimalField("verschuldigd", max_digits=8, decimal_places=2)
    bedrag = models.DecimalField("bedrag", max_digits=8, decimal_places=2)
    tekort_bedrag = models.DecimalField(
        "tekort", max_digits=8, decimal_places=2, default=Decimal("0.00")
    )
    kenmerk = models.CharField("kenmerk bij de bank", max_length=35, unique=True)
    feiten = models.JSONField("waarop de betaling berust")
    betaald_op = models.DateField("betaald op", null=True, blank=True)
    mislukt_op = models.DateField("geweigerd of teruggekomen op", null=True, blank=True)
    mislukt_code = models.CharField("reden van de bank", max_length=10, blank=True)
    niet_herstellen_reden = models.CharField(
        "waarom niet opnieuw betaald", max_length=200, blank=True
    )

    class Meta:
        verbose_name = "betaling"
        verbose_name_plural = "betalingen"
        ordering = ["batch_id", "last_id", "maand", "soort", "nummer"]
        constraints = [
            een_van("betaling_status_bekend", "status", B.values),
            een_van("betaling_soort_bekend", "soort", BetalingSoort.values),
            models.CheckConstraint(name="betaling_eerste_dag", condition=EERSTE_DAG),
            models.UniqueConstraint(
                fields=["last", "maand", "soort", "nummer"], name="betaling_nooit_dubbel"
            ),
            models.UniqueConstraint(
                fields=["last", "maand"],
                condition=Q(soort=BetalingSoort.TERMIJN),
                name="betaling_een_termijn_per_maand",
            ),
            models.CheckConstraint(
                name="betaling_termijn_is_geen_verzoek",
                condition=Q(soort=BetalingSoort.TERMIJN, nummer=1, verzoek=None)
                | (~Q(soort=BetalingSoort.TERMIJN) & Q(verzoek__isnull=False)),
            ),
            models.CheckConstraint(name="betaling_boven_nul", condition=Q(bedrag__gt=0)),
            models.CheckConstraint(
                name="betaling_op_de_cent",
                condition=Q(verschuldigd_bedrag=F("bedrag") + F("tekort_bedrag"))
                & Q(tekort_bedrag__gte=0),
            ),
            models.CheckConstraint(
                name="betaling_betaald_bewezen",
                condition=~Q(status=B.BETAALD) | Q(betaald_op__isnull=False),
            ),
            models.CheckConstraint(
                name="betaling_mislukt_bewezen",
                condition=Q(status__in=MISLUKT, mislukt_op__isnull=False)
                | (~Q(status__in=MISLUKT) & Q(mislukt_op=None, mislukt_code="")),
            ),
            models.CheckConstraint(
                name="betaling_niet_herstellen_van_wat_mislukte",
                condition=Q(niet_herstellen_reden="") | Q(status__in=MISLUKT),
            ),
        ]

    def __str__(self) -> str:
        return self.kenmerk

    @overgang(van=B.KLAARGEZET, naar=B.AANGEBODEN)
    def aanbieden(self) -> None:
        """It stands in the file that goes to the bank."""

    @overgang(van=B.AANGEBODEN, naar=B.BETAALD)
    def betalen(self, *, op: date) -> None:
        """The bank booked it."""
        self.betaald_op = op

    @overgang(van=B.AANGEBODEN, naar=B.GEWEIGERD)
    def weigeren(self, *, op: date, code: str) -> None:
        """The bank did not pay it."""
        self.mislukt_op, self.mislukt_code = op, code

    @overgang(van=[B.AANGEBODEN, B.BETAALD], naar=B.TERUGGEKOMEN)
    def terugkomen(self, *, op: date, code: str) -> None:
        """It was paid and came back (storno)."""
        self.mislukt_op, self.mislukt_code = op, code


class Tekort(LastRij, Rij):
    """What a batch could not pay of a cost in a month, and why. Built with the batch."""

    batch = models.ForeignKey(Betaalbatch, on_delete=models.PROTECT, related_name="tekorten")
    last = models.ForeignKey(VasteLast, on_delete=models.PROTECT, related_name="tekorten")
    maand = models.DateField("over de maand")
    bedrag = models.DecimalField("bedrag", max_digits=8, decimal_places=2)
    reden = models.CharField("waarom", max_length=14, choices=TekortReden.choices)

    class Meta:
        verbose_name = "tekort"
        verbose_name_plural = "tekorten"
        ordering = ["batch_id", "last_id", "maand"]
        constraints = [
            models.CheckConstraint(name="tekort_eerste_dag", condition=EERSTE_DAG),
            een_van("tekort_reden_bekend", "reden", TekortReden.values),
            models.UniqueConstraint(
                fields=["batch", "last", "maand"], name="tekort_een_per_batch_en_maand"
            ),
            models.CheckConstraint(
                name="tekort_bedrag",
                condition=Q(bedrag__gt=0) | Q(reden=TekortReden.GEEN_BEDRAG, bedrag=0),
            ),
        ]

    def __str__(self) -> str:
        return f"tekort {self.maand:%m-%Y}"


class Tekortoplossing(LastRij, Rij):
    """How the shortfall of a cost in a month was solved: it is not paid by itself any more."""

    last = models.ForeignKey(VasteLast, on_delete=models.PROTECT, related_name="oplossingen")
    maand = models.DateField("over de maand")
    oplossing = models.CharField("oplossing", max_length=10, choices=TekortOplossing.choices)
    toelichting = models.CharField("toelichting", max_length=300, blank=True)
    opgelost_op = models.DateField("opgelost op")
    opgelost_door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "oplossing van een tekort"
        verbose_name_plural = "oplossingen van tekorten"
        ordering = ["last_id", "maand"]
        constraints = [
            models.CheckConstraint(name="oplossing_eerste_dag", condition=EERSTE_DAG),
            een_van("oplossing_bekend", "oplossing", TekortOplossing.values),
            models.UniqueConstraint(fields=["last", "maand"], name="oplossing_een_per_maand"),
        ]

    def __str__(self) -> str:
        return str(self.get_oplossing_display())
